"""Book: what a person keeps, under one name."""

from collections.abc import Iterable
from dataclasses import dataclass

from blends.asking.brief import Brief
from blends.keeping import blends, undo, versions
from blends.keeping.blends import Sort
from blends.keeping.desk import Desk
from blends.keeping.kept import Deleted, Entry, Opened, Saved, Version


@dataclass(frozen=True)
class Book:
    """An opened recipe book. where: a sentence saying where it is.

    Whatever goes wrong is a BlendError that says so; the book is then as it was, and may be tried again.
    """

    desk: Desk
    where: str

    def save(self, brief: Brief, name: str, opened_at: int | None = None) -> Saved:
        """Return what came of saving `brief` under `name`: a version more, unless nothing changed.

        opened_at: the version that was changed, 0 for a new blend; where another was saved meanwhile both are kept,
        and it is said. Conditions, pregnancy and breastfeeding are not kept.
        """
        return versions.save(self.desk, brief, name, opened_at)

    def open(self, name: str, number: int | None = None) -> Opened:
        """Return the blend, or that version of it, with what the tables say otherwise since it was last opened."""
        return versions.open_version(self.desk, name, number)

    def blends(self, search: str = "", sort: Sort = "newest") -> tuple[Entry, ...]:
        """Return the blends that hold every word of `search` in name, tags, note or oils."""
        return blends.entries(self.desk, search, sort)

    def versions(self, name: str) -> tuple[Version, ...]:
        """Return every version of a blend, the newest first."""
        return versions.versions(self.desk, name)

    def restore(self, name: str, number: int) -> Saved:
        """Return what came of making version `number` the latest again."""
        return versions.restore(self.desk, name, number)

    def rename(self, name: str, new: str) -> str:
        """Return the new name of a blend."""
        return blends.rename(self.desk, name, new)

    def star(self, name: str, starred: bool = True) -> None:
        """Star a blend, or take its star away."""
        blends.star(self.desk, name, starred)

    def tag(self, name: str, tags: Iterable[str]) -> tuple[str, ...]:
        """Return the tags that a blend has now, in place of those before."""
        return blends.tag(self.desk, name, tuple(tags))

    def note(self, name: str, text: str) -> str:
        """Return the note that a blend has now."""
        return blends.note(self.desk, name, text)

    def delete(self, name: str) -> Deleted:
        """Return the blend just deleted, and until when `undelete` brings it back."""
        return undo.delete_blend(self.desk, name)

    def deleted(self) -> tuple[Deleted, ...]:
        """Return the blends that can be brought back."""
        return undo.deleted(self.desk)

    def undelete(self, name: str) -> str:
        """Return the name under which a deleted blend is back."""
        return undo.undelete(self.desk, name)

    def delete_everything(self) -> None:
        """Delete all that this owner keeps, for good: nothing brings it back."""
        undo.delete_everything(self.desk)

    def close(self) -> None:
        """Let go of the engine."""
        self.desk.engine.dispose()
