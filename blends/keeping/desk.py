"""An open engine, whose rows, the tables that judge, and the clock: one step read or written as a whole."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import RLock

from sqlalchemy import Connection, Engine
from sqlalchemy.pool import StaticPool

from blends.keeping.faults import spoken
from blends.tables.called import AllCalled, called
from blends.tables.catalogue import Catalogue


def now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Desk:
    """What every step of a book works with. `clock` returns the moment in UTC."""

    engine: Engine
    owner: str
    tables: Catalogue
    clock: Callable[[], datetime] = now
    _turn: RLock = field(default_factory=RLock)

    @property
    def called(self) -> AllCalled:
        """Return what oils and base oils are called."""
        return called(self.tables)

    @property
    def today(self) -> str:
        """Return the moment as rows keep it."""
        return self.clock().astimezone(UTC).isoformat(timespec="seconds")

    @property
    def written(self) -> int:
        """Return how many rows the one connection of a book in memory wrote, 0 for an engine with several."""
        if not isinstance(self.engine.pool, StaticPool):
            return 0
        with self.reading() as connection:
            return int(getattr(connection.connection.dbapi_connection, "total_changes", 0))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the book. Raises BlendError for what the engine complains of."""
        with spoken(), self._in_turn(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are all kept, or none. Raises BlendError as `reading` does."""
        with spoken(), self._in_turn(), self.engine.execution_options(writes=True).begin() as connection:
            yield connection

    def _in_turn(self) -> AbstractContextManager[object]:
        """Return what to wait for: a book in memory has one connection, which threads take in turn."""
        return self._turn if isinstance(self.engine.pool, StaticPool) else nullcontext()
