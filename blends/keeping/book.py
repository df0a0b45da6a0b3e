"""Book: what a person keeps, under one name."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from blends.asking.brief import Brief
from blends.errors import BlendError, quote
from blends.keeping import blends, drawers, merge, undo, versions
from blends.keeping.at_hand import certificates_at_hand
from blends.keeping.book_file import LARGEST, Contents, read_book, write_book
from blends.keeping.contents import all_of
from blends.keeping.desk import Desk
from blends.keeping.kept import Added, Deleted, Entry, News, Opened, Saved, Sort, Version
from blends.keeping.news import news
from blends.keeping.things import Bottle, Certificate, OwnOil
from blends.keeping.where import Where
from blends.tables.catalogue import Catalogue
from blends.tables.certified import with_certificate
from blends.tables.more_rows import with_more_rows
from blends.tables.own_fitting import Fitting, fitting


@dataclass(frozen=True)
class Book:
    """An opened recipe book.

    Whatever goes wrong is a BlendError that says so; the book is then as it was, and may be tried again.
    """

    desk: Desk
    place: Where

    @property
    def where(self) -> str:
        """Return where the book is, in a sentence."""
        return self.place.sentence

    @property
    def written(self) -> int:
        """Return how many rows were written, changed or deleted since a book in memory was opened; 0 for another."""
        return self.desk.written

    @property
    def tables(self) -> Catalogue:
        """Return the catalogue for `calculate`: the tables with the own oils of this book and the certificates at hand.

        An own oil that no longer fits the tables is left out; `unfit` says which, and why.
        """
        tables, certificates = with_more_rows(self.desk.tables, self.fitting.oils), tuple(self.certificates)
        there = {each.oil for each in tables.certificates}
        for each in certificates_at_hand(self.shelf, certificates) if certificates else ():
            if each.oil not in there and (each.oil in tables.oils.index or each.oil in tables.base_oils.index):
                tables = with_certificate(tables, each.oil, each)
        return tables

    @property
    def unfit(self) -> tuple[str, ...]:
        """Return a sentence for each own oil that no longer fits the tables, by its name."""
        return tuple(sentence for _, sentence in self.fitting.unfit)

    @property
    def fitting(self) -> Fitting:
        """Return the own oils that fit the tables and do not stand in them yet, and what is to be said of the rest."""
        there = set(self.desk.tables.own)
        return fitting(tuple(oil for oil in self.own_oils if oil not in there), self.desk.tables)

    @property
    def _judging(self) -> Desk:
        """Return the desk with the tables that judge this book's blends."""
        return replace(self.desk, tables=self.tables)

    @property
    def shelf(self) -> drawers.Drawer[Bottle]:
        """Return the bottles: add, change, remove, or go through them."""
        return drawers.shelf(self.desk)

    @property
    def own_oils(self) -> drawers.Drawer[OwnOil]:
        """Return the own oils: add, change, remove, or go through them."""
        return drawers.own_oils(self.desk)

    @property
    def certificates(self) -> drawers.Drawer[Certificate]:
        """Return the certificates, by the id of their bottle: add, change, remove, or go through them."""
        return drawers.certificates(self.desk)

    def save(self, brief: Brief, name: str, opened_at: int | None = None) -> Saved:
        """Return what came of saving `brief` under `name`: a version more, unless nothing changed.

        opened_at: the version that was changed, 0 for a new blend; where another was saved meanwhile both are kept,
        and it is said. Conditions, pregnancy and breastfeeding are not kept.
        """
        return versions.save(self._judging, brief, name, opened_at)

    def open(self, name: str, number: int | None = None) -> Opened:
        """Return the blend, or that version of it, with what the tables say otherwise since it was last opened."""
        return versions.open_version(self._judging, name, number)

    def blends(self, search: str = "", sort: Sort = "newest") -> tuple[Entry, ...]:
        """Return the blends that hold every word of `search` in name, tags, note or oils."""
        return blends.entries(self.desk, search, sort)

    def versions(self, name: str) -> tuple[Version, ...]:
        """Return every version of a blend, the newest first."""
        return versions.versions(self.desk, name)

    def restore(self, name: str, number: int) -> Saved:
        """Return what came of making version `number` the latest again."""
        return versions.restore(self._judging, name, number)

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

    def news(self, names: Iterable[str] | None = None) -> tuple[News, ...]:
        """Return each blend, of these names or of all, of which the tables say otherwise than when it was last opened.

        Each that other tables judged is calculated again, about 1 ms a blend: a page asks about those it shows.
        """
        return news(self._judging, names)

    def write_bytes(self) -> bytes:
        """Return the whole book as one JSON file, deleted blends with their day. book.schema.json says more."""
        return write_book(all_of(self.desk), self.desk.today)

    def write(self, path: str | Path, over: bool = False) -> Path:
        """Return where the book was written to as one file. over: in place of a file that is there.

        Raises BlendError for a file that is there already, and for a place that cannot be written to.
        """
        data, place = self.write_bytes(), Path(path)
        beside = place.with_name(f".{place.name}.new")
        try:
            if place.exists() and not over:
                raise BlendError(f"{quote(str(place), 200)} is there already. Write over=True, or another name.")
            beside.write_bytes(data)
            beside.replace(place)
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or type(error).__name__
            raise BlendError(f"Cannot write {quote(str(place), 200)}: {why}. Write another place.") from None
        return place

    def read(self, given: str | Path | bytes) -> Added:
        """Return what came of opening a file, by its path or its bytes, into this book: nothing in it is replaced.

        What is damaged in the file is said, the rest is added. Raises BlendError for a file that is no book.
        """
        return self.add(read_book(given if isinstance(given, bytes) else _bytes(Path(given))))

    def add(self, contents: Contents) -> Added:
        """Return what came of adding what `read_book` read: to look at a damaged file before it is taken."""
        return merge.add(self.desk, contents)

    def close(self) -> None:
        """Let go of the engine."""
        self.desk.engine.dispose()


def _bytes(path: Path) -> bytes:
    """Return what stands in a file; one too large is not read to its end. Raises BlendError where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise BlendError(f"Cannot read {quote(str(path), 200)}: {why}. Choose a book saved here as JSON.") from None
