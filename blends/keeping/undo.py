"""Deleted for 30 days, then gone; and everything deleted at once, which nothing brings back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, select, text, update

from blends.errors import BlendError, quote
from blends.keeping.desk import Desk
from blends.keeping.faults import spoken
from blends.keeping.kept import Deleted
from blends.keeping.rows import BLENDS, TABLES, VERSIONS
from blends.keeping.versions import find, found, read_name

DAYS = 30


def delete_blend(desk: Desk, name: str) -> Deleted:
    """Return the blend just deleted, and until when it can be brought back. Raises BlendError for an unknown name."""
    with desk.writing() as connection:
        blend = found(connection, desk.owner, name, locked=True)
        connection.execute(update(BLENDS).where(BLENDS.c.id == blend.id).values(deleted_on=desk.today))
    return _deleted(blend.name, desk.today)


def deleted(desk: Desk) -> tuple[Deleted, ...]:
    """Return the blends that can be brought back, the last deleted first."""
    query = select(BLENDS).where(BLENDS.c.owner == desk.owner, BLENDS.c.deleted_on > oldest(desk))
    with desk.reading() as connection:
        rows = connection.execute(query.order_by(BLENDS.c.deleted_on.desc(), BLENDS.c.id.desc())).all()
    return tuple(_deleted(row.name, row.deleted_on) for row in rows)


def undelete(desk: Desk, name: str) -> str:
    """Return the name under which a deleted blend is back: with a number, where another has its name by now.

    Raises BlendError where no such blend was deleted within 30 days.
    """
    name = read_name(name)
    with desk.writing() as connection:
        query = select(BLENDS).where(
            BLENDS.c.owner == desk.owner, BLENDS.c.name_key == name.casefold(), BLENDS.c.deleted_on > oldest(desk)
        )
        row = connection.execute(query.order_by(BLENDS.c.deleted_on.desc(), BLENDS.c.id.desc())).first()
        if row is None:
            raise BlendError(f"No blend called {quote(name)} was deleted within {DAYS} days.", "name")
        free = next(each for each in names_like(row.name) if find(connection, desk.owner, each) is None)
        values = {"deleted_on": None, "name": free, "name_key": free.casefold()}
        connection.execute(update(BLENDS).where(BLENDS.c.id == row.id).values(**values))
    return free


def names_like(name: str) -> Iterator[str]:
    """Yield `name`, then the same with a number behind it: Warm, Warm (2), Warm (3)."""
    yield name
    number = 2
    while True:
        yield f"{name[:74]} ({number})"
        number += 1


def clear_old(desk: Desk) -> int:
    """Return how many blends are gone for good, deleted more than 30 days ago."""
    with desk.reading() as connection:
        query = select(BLENDS.c.id).where(BLENDS.c.owner == desk.owner, BLENDS.c.deleted_on <= oldest(desk))
        old = list(connection.execute(query).scalars())
    if old:
        with desk.writing() as connection:
            connection.execute(delete(VERSIONS).where(VERSIONS.c.blend_id.in_(old)))
            connection.execute(delete(BLENDS).where(BLENDS.c.id.in_(old)))
    return len(old)


def delete_everything(desk: Desk) -> None:
    """Delete every row of this owner for good, and what is left of them in the book's file."""
    with desk.writing() as connection:
        for table in (VERSIONS, *TABLES):
            connection.execute(delete(table).where(table.c.owner == desk.owner))
    with spoken():
        if desk.engine.dialect.name == "sqlite":
            raw = desk.engine.raw_connection()
            try:
                raw.cursor().execute("VACUUM")
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                raw.close()
        else:
            with desk.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text("VACUUM " + ", ".join(table.name for table in TABLES)))


def oldest(desk: Desk) -> str:
    """Return the moment before which what was deleted is gone."""
    return (desk.clock().astimezone(UTC) - timedelta(days=DAYS)).isoformat(timespec="seconds")


def _deleted(name: str, on: str) -> Deleted:
    until = datetime.fromisoformat(on) + timedelta(days=DAYS)
    return Deleted(name, on, until.isoformat(timespec="seconds"))
