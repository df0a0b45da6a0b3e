"""Shelf, own oils, certificates: things kept by their id, each as the plain row it writes and reads itself."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from sqlalchemy import Connection, Table, delete, insert, select

from blends.errors import BlendError, quote
from blends.keeping.desk import Desk
from blends.keeping.rows import BOTTLES, CERTIFICATES, OWN_OILS
from blends.keeping.things import Bottle, Certificate, OwnOil
from blends.showing.words import kept as words


class Thing(Protocol):
    """What a drawer holds."""

    def as_row(self) -> dict[str, object]:
        """Return it as a plain row."""
        ...


T = TypeVar("T", bound=Thing)


@dataclass(frozen=True)
class Drawer(Generic[T]):
    """Things of one kind, by their id. `for bottle in book.shelf` gives them in the order of their ids.

    called: what one of them is called; what cannot be read of them is in `unread`, never in the way of the rest.
    """

    desk: Desk
    table: Table
    called: str
    id_of: Callable[[T], str]
    reader: Callable[[object], T]

    def __iter__(self) -> Iterator[T]:
        return iter(self._read()[0])

    def __len__(self) -> int:
        return len(self._read()[0])

    @property
    def unread(self) -> tuple[str, ...]:
        """Return a sentence for each thing that this program cannot read."""
        return self._read()[1]

    @property
    def ids(self) -> frozenset[str]:
        """Return every id that is taken, also by what cannot be read."""
        with self.desk.reading() as connection:
            return frozenset(self._ids(connection))

    def get(self, id_: str) -> T:
        """Return the thing with this id. Raises BlendError where there is none."""
        for thing in self:
            if self.id_of(thing) == id_:
                return thing
        raise self._unknown(id_)

    def add(self, *things: T) -> None:
        """Put new things in, all or none. Raises BlendError for an id that is there already."""
        with self.desk.writing() as connection:
            there = self._ids(connection)
            for thing in things:
                id_ = self._checked(thing)
                if id_ in there:
                    raise BlendError(f"The book has a {self.called} {quote(id_)} already. Write another id.", "id")
                there.add(id_)
            self._insert(connection, things)

    def change(self, thing: T) -> None:
        """Put a thing in place of the one with its id. Raises BlendError where there is none."""
        with self.desk.writing() as connection:
            if self._checked(thing) not in self._ids(connection):
                raise self._unknown(self.id_of(thing))
            self._take(connection, [self.id_of(thing)])
            self._insert(connection, [thing])

    def replace(self, *things: T) -> None:
        """Put things in, each in place of the one with its id where there is one; all or none."""
        with self.desk.writing() as connection:
            by_id = {self._checked(thing): thing for thing in things}
            self._take(connection, list(by_id))
            self._insert(connection, by_id.values())

    def remove(self, id_: str) -> None:
        """Take a thing out for good. Raises BlendError where there is none with this id."""
        with self.desk.writing() as connection:
            if id_ not in self._ids(connection):
                raise self._unknown(id_)
            self._take(connection, [id_])

    def held(self, connection: Connection) -> tuple[tuple[T, ...], frozenset[str]]:
        """Return the things, and every id that is taken, also by what cannot be read."""
        return self._rows(connection)[0], frozenset(self._ids(connection))

    def add_missing(self, connection: Connection, things: Iterable[T]) -> tuple[int, list[str]]:
        """Return how many things were new, and the ids of those the book holds otherwise: it keeps its own."""
        own = {self.id_of(thing): thing for thing in self._rows(connection)[0]}
        taken = self._ids(connection)
        new = {self.id_of(thing): thing for thing in things if self.id_of(thing) not in taken}
        self._insert(connection, new.values())
        return len(new), [self.id_of(each) for each in things if own.get(self.id_of(each), each) != each]

    def _read(self) -> tuple[tuple[T, ...], tuple[str, ...]]:
        with self.desk.reading() as connection:
            return self._rows(connection)

    def _rows(self, connection: Connection) -> tuple[tuple[T, ...], tuple[str, ...]]:
        query = select(self.table.c.id, self.table.c.row).where(self.table.c.owner == self.desk.owner)
        things, faults = {}, []
        for id_, row in connection.execute(query):
            try:
                things[id_] = self.reader(json.loads(row))
            except (BlendError, ValueError) as error:
                faults.append(words.UNREAD_THING.format(kind=self.called, id_=quote(id_), why=error))
        return tuple(things[id_] for id_ in sorted(things)), tuple(faults)

    def _ids(self, connection: Connection) -> set[str]:
        query = select(self.table.c.id).where(self.table.c.owner == self.desk.owner)
        return set(connection.execute(query).scalars())

    def _checked(self, thing: T) -> str:
        """Return the id of a thing that can be read again as it is. Raises BlendError for any other."""
        self.reader(json.loads(json.dumps(thing.as_row())))
        return self.id_of(thing)

    def _insert(self, connection: Connection, things: Iterable[T]) -> None:
        rows = [
            {"owner": self.desk.owner, "id": self.id_of(each), "row": json.dumps(each.as_row(), ensure_ascii=False)}
            for each in things
        ]
        if rows:
            connection.execute(insert(self.table), rows)

    def _take(self, connection: Connection, ids: list[str]) -> None:
        own = self.table.c.owner == self.desk.owner
        connection.execute(delete(self.table).where(own, self.table.c.id.in_(ids)))

    def _unknown(self, id_: str) -> BlendError:
        return BlendError(f"The book has no {self.called} {quote(id_)}.", "id")


def shelf(desk: Desk) -> Drawer[Bottle]:
    """Return the bottles of a book."""
    return Drawer(desk, BOTTLES, words.ONE_BOTTLE, lambda bottle: bottle.id, Bottle.read_row)


def own_oils(desk: Desk) -> Drawer[OwnOil]:
    """Return the own oils of a book."""
    return Drawer(desk, OWN_OILS, words.ONE_OWN_OIL, lambda oil: oil.id, OwnOil.read_row)


def certificates(desk: Desk) -> Drawer[Certificate]:
    """Return the certificates of a book, by the id of their bottle."""
    return Drawer(desk, CERTIFICATES, words.ONE_CERTIFICATE, lambda each: each.bottle, Certificate.read_row)
