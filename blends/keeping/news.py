"""What the tables say otherwise of the blends in the list than when each was last opened."""

from collections.abc import Iterable
from contextlib import suppress

from sqlalchemy import bindparam, select, update

from blends.errors import BlendError
from blends.keeping.desk import Desk
from blends.keeping.kept import News
from blends.keeping.rows import BLENDS, VERSIONS
from blends.keeping.told import otherwise, tell
from blends.keeping.versions import read_version


def news(desk: Desk, names: Iterable[str] | None = None) -> tuple[News, ...]:
    """Return each blend of which the tables say otherwise; opening it takes it off.

    names: of the blends that are asked about, None for all. Only what other tables judged is calculated again, about
    1 ms a blend; where nothing is said otherwise, once.
    """
    query = select(BLENDS.c.name, VERSIONS).join(
        VERSIONS, (VERSIONS.c.blend_id == BLENDS.c.id) & (VERSIONS.c.number == BLENDS.c.number)
    )
    query = query.where(BLENDS.c.owner == desk.owner, BLENDS.c.deleted_on.is_(None))
    query = query.where(~VERSIONS.c.told.contains(desk.tables.mark))
    if names is not None:
        query = query.where(BLENDS.c.name_key.in_([name.casefold() for name in names]))
    with desk.reading() as connection:
        rows = connection.execute(query.order_by(BLENDS.c.name_key)).all()
    found, unchanged = [], []
    for row in rows:
        told = tell(read_version(row).brief, desk.tables)
        said = otherwise(row.told, told)
        if said:
            found.append(News(row.name, said))
        else:
            unchanged.append({"version": row.id, "now": told.text()})
    if unchanged:
        with suppress(BlendError), desk.writing() as connection:  # what cannot be written to can still be read
            step = update(VERSIONS).where(VERSIONS.c.id == bindparam("version")).values(told=bindparam("now"))
            connection.execute(step, unchanged)
    return tuple(found)
