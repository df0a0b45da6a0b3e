"""All that a book holds, as its file keeps it."""

from sqlalchemy import Connection, select

from blends.keeping.blends import read_texts
from blends.keeping.book_file import Contents
from blends.keeping.desk import Desk
from blends.keeping.drawers import certificates, own_oils, shelf
from blends.keeping.filed import FiledBlend, FiledVersion
from blends.keeping.rows import BLENDS, VERSIONS
from blends.keeping.versions import Line


def all_of(desk: Desk) -> Contents:
    """Return all that the book holds, deleted blends with their day, as a file keeps it."""
    with desk.reading() as connection:
        blends = tuple(_filed(row, rows) for row, rows in blends_with_versions(connection, desk.owner))
    return Contents(blends, tuple(own_oils(desk)), tuple(shelf(desk)), tuple(certificates(desk)))


def blends_with_versions(connection: Connection, owner: str) -> list[tuple[Line, list[Line]]]:
    """Return every blend of this owner with its versions, both from the first on."""
    by_blend: dict[int, list[Line]] = {}
    for row in connection.execute(select(VERSIONS).where(VERSIONS.c.owner == owner).order_by(VERSIONS.c.number)):
        by_blend.setdefault(row.blend_id, []).append(row)
    rows = connection.execute(select(BLENDS).where(BLENDS.c.owner == owner).order_by(BLENDS.c.id)).all()
    return [(row, by_blend.get(row.id, [])) for row in rows]


def _filed(row: Line, rows: list[Line]) -> FiledBlend:
    """Return a blend with its versions as a file keeps it."""
    versions = tuple(
        FiledVersion(
            each.saved_on,
            each.changed,
            each.link,
            each.title,
            each.words,
            read_texts(each.oils),
            each.told,
        )
        for each in rows
    )
    tags = read_texts(row.tags)
    return FiledBlend(row.name, versions, row.starred, tags, row.note, row.deleted_on or "")
