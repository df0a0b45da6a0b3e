"""A file into a book that may hold something already: nothing there is replaced, and what was done is said.

A blend that goes on from the book's versions adds them; one the book goes on from adds none; any other is kept beside
it under a name of its own. beside.py says which own oil of the file is meant.
"""

import json
from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import Connection, insert, update

from blends.errors import BlendError
from blends.keeping.beside import Beside, OfAnOil
from blends.keeping.blends import read_texts
from blends.keeping.book_file import Contents
from blends.keeping.contents import blends_with_versions
from blends.keeping.desk import Desk
from blends.keeping.drawers import Drawer, T, certificates, own_oils, shelf
from blends.keeping.filed import FiledBlend, FiledVersion
from blends.keeping.kept import MOST_TAGS, Added
from blends.keeping.rows import BLENDS, VERSIONS
from blends.keeping.shelf import Shelf
from blends.keeping.things import Certificate
from blends.keeping.undo import names_like, oldest
from blends.keeping.versions import Line
from blends.keeping.whose_bottle import of_their_bottles
from blends.showing.words.opened_file import (
    added_sentence,
    certificate_left_out,
    no_room,
    note_kept,
    other_kept,
    other_name,
    tags_left_out,
)

Content = tuple[str, str, str]  # what a version says: link, title, note
_NEW_BLEND, _NEW_VERSION = insert(BLENDS).returning(BLENDS), insert(VERSIONS)  # made once: a file has thousands


def add(desk: Desk, read: Contents) -> Added:
    """Return what came of adding the contents of a file, all or none. Raises BlendError as an engine complains."""
    with desk.writing() as connection:
        ours, taken = own_oils(desk).held(connection)
        adding = _Adding(connection, desk, Beside.of(read.own_oils, ours, taken))
        for row, rows in blends_with_versions(connection, desk.owner):
            adding.know(row, [(each.link, each.title, each.words) for each in rows])
        for blend in read.blends:
            adding.add_blend(blend)
        adding.add_all(read)
    said = (added_sentence(adding.added, adding.there), *read.faults, *adding.said)
    return Added(adding.added["blend"], adding.added["version"], said)


@dataclass
class _Adding:
    """One file being added: what the book holds, by name, and what was done so far."""

    connection: Connection
    desk: Desk
    own: Beside
    held: dict[str, tuple[Line, list[Content]]] = field(default_factory=dict)
    gone: list[tuple[str, list[Content]]] = field(default_factory=list)
    added: Counter[str] = field(default_factory=Counter)
    there: int = 0
    said: list[str] = field(default_factory=list)

    def know(self, row: Line, versions: list[Content]) -> None:
        """Take note of a blend in the book."""
        if row.deleted_on is None:
            self.held[row.name_key] = row, versions
        else:
            self.gone.append((row.name_key, versions))

    def add_blend(self, written: FiledBlend) -> None:
        """Add what of a blend the book does not hold, under the first of its names that has room for it."""
        try:
            blend = self.own.blend(written)
        except BlendError:
            self.said.append(no_room(written.name))
            return
        theirs, as_written = _told(blend), _told(written)
        if blend.deleted_on:
            self._add_deleted(blend, written)
            return
        for name in names_like(blend.name):  # pragma: no branch - there is always one more name
            row, ours = self.held.get(name.casefold(), (None, []))
            if row is None:
                self._insert(blend, name, written)
                return
            # A version with the ids of the file is the same one too: the book may be where it was saved from.
            if all(our in either for our, *either in zip(ours, theirs, as_written, strict=False)):
                self._go_on(row, blend, written, ours)
                return

    def _add_deleted(self, blend: FiledBlend, written: FiledBlend) -> None:
        """Add a deleted blend that can still be brought back, unless the book holds the same one as deleted."""
        either = [(blend.name.casefold(), _told(each)) for each in (blend, written)]
        if blend.deleted_on > oldest(self.desk) and not any(known in self.gone for known in either):
            self.know(self._rows_of(blend, blend.name), _told(blend))
            self.own.use_links(each.link for each in written.versions)

    def _insert(self, blend: FiledBlend, name: str, written: FiledBlend) -> None:
        self.know(self._rows_of(blend, name), _told(blend))
        self.own.use_links(each.link for each in written.versions)
        self.added["blend"] += 1
        if name != blend.name:
            self.said.append(other_name(blend.name, name))

    def _go_on(self, row: Line, blend: FiledBlend, written: FiledBlend, ours: list[Content]) -> None:
        """Add the versions after ours; stars and tags are those of both, the note is the book's where it has one."""
        after, theirs = len(ours), _told(blend)
        rest = blend.versions[after:]
        self.own.use_links(each.link for each in written.versions[after:])
        self.own.go_by_ours(row.name, [our[0] for our, their in zip(ours, theirs, strict=False) if our != their])
        self._versions_of(row.id, rest, after)
        all_tags = tuple(dict.fromkeys((*read_texts(row.tags), *blend.tags)))
        tags = all_tags[:MOST_TAGS]
        if all_tags != tags:
            self.said.append(tags_left_out(row.name, all_tags[MOST_TAGS:]))
        values = {
            "number": max(after, len(theirs)),
            "starred": row.starred or blend.starred,
            "tags": json.dumps(tags, ensure_ascii=False),
            "note": row.note or blend.note,
        }
        if any(getattr(row, key) != value for key, value in values.items()):
            change = update(BLENDS).where(BLENDS.c.id == row.id).values(**values)
            row = self.connection.execute(change.returning(BLENDS)).one()
        if rest:
            self.added["version"] += len(rest)
            self.know(row, ours + theirs[after:])
        else:
            self.there += 1
        if blend.note not in ("", row.note):
            self.said.append(note_kept(row.name))

    def add_all(self, read: Contents) -> None:
        """Add own oils, bottles and certificates, once the blends are in: by then it is known which oils are used."""
        bottles = self._of_oils(shelf(self.desk), read.shelf)
        found = self._of_their_bottles(self._of_oils(certificates(self.desk), read.certificates), bottles)
        self._add_things(own_oils(self.desk), self.own.brought)
        self._add_things(shelf(self.desk), bottles)
        self._add_things(certificates(self.desk), found)
        self.said.extend(self.own.said)

    def _of_their_bottles(self, found: tuple[Certificate, ...], bottles: Shelf) -> tuple[Certificate, ...]:
        """Return the certificates that judge no bottle but their own; what of the others is not there is said."""
        _, taken = certificates(self.desk).held(self.connection)
        fit, unfit = of_their_bottles(found, bottles, *shelf(self.desk).held(self.connection))
        kept = (*fit, *(each for each in found if each.bottle in unfit and each.bottle in taken))
        self.said.extend(certificate_left_out(id_) for id_ in unfit if id_ not in taken)
        return kept

    def _of_oils(self, drawer: Drawer[OfAnOil], things: tuple[OfAnOil, ...]) -> tuple[OfAnOil, ...]:
        """Return things of oils with the ids these have in the book; what is there as it was written stays so."""
        there, taken = drawer.held(self.connection)
        self.own.use(each.oil for each in things if drawer.id_of(each) not in taken)
        return tuple(each if each in there else self.own.thing(each) for each in things)

    def _add_things(self, drawer: Drawer[T], things: tuple[T, ...]) -> None:
        """Add the things whose ids the book does not hold; of others it keeps its own, and says so."""
        new, others = drawer.add_missing(self.connection, things)
        self.added[drawer.called] += new
        self.said.extend(other_kept(drawer.called, id_) for id_ in others)

    def _rows_of(self, blend: FiledBlend, name: str) -> Line:
        """Return the row of a blend just added with all its versions."""
        row = {
            "owner": self.desk.owner,
            "name": name,
            "name_key": name.casefold(),
            "number": len(blend.versions),
            "starred": blend.starred,
            "tags": json.dumps(blend.tags, ensure_ascii=False),
            "note": blend.note,
            "deleted_on": blend.deleted_on or None,
        }
        made = self.connection.execute(_NEW_BLEND, row).one()
        self._versions_of(made.id, blend.versions, 0)
        return made

    def _versions_of(self, blend_id: int, versions: tuple[FiledVersion, ...], after: int) -> None:
        rows = [
            {
                "owner": self.desk.owner,
                "blend_id": blend_id,
                "number": number,
                "saved_on": each.saved_on,
                "changed": each.changed,
                "link": each.link,
                "title": each.title,
                "words": each.words,
                "oils": json.dumps(each.oils, ensure_ascii=False),
                "told": each.told,
            }
            for number, each in enumerate(versions, after + 1)
        ]
        if rows:
            self.connection.execute(_NEW_VERSION, rows)


def _told(blend: FiledBlend) -> list[Content]:
    return [(each.link, each.title, each.words) for each in blend.versions]
