"""A blend saved, opened, restored: each save a version, kept as the link that opens it."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update
from sqlalchemy.exc import IntegrityError

from blends.asking.brief import Brief, plain_words
from blends.asking.link import LONGEST, read_link
from blends.errors import BlendError, quote
from blends.keeping.desk import Desk
from blends.keeping.kept import LONGEST_NAME, Opened, Saved, Version
from blends.keeping.rows import BLENDS, VERSIONS
from blends.keeping.told import otherwise, tell
from blends.making.handed_on import brief_to_hand_on, write_link
from blends.possible.proposal import settle_with_proposal
from blends.showing.words import kept as words
from blends.showing.words.changed import what_changed

Line = Row[Any]
_TRIES = 3  # for two that save the same new name at the same moment


def read_name(text: str) -> str:
    """Return a name as it is kept. Raises BlendError for none and for one too long."""
    name = plain_words(text[: 10 * LONGEST_NAME]) if isinstance(text, str) else ""
    if not name:
        raise BlendError("A blend is kept under a name. Write one, such as Warm back.", "name")
    if len(name) > LONGEST_NAME:
        raise BlendError(
            f"Cannot keep {quote(name, 20)} as a name: it has more than {LONGEST_NAME} characters. Write fewer.",
            "name",
        )
    return name


def save(desk: Desk, brief: Brief, name: str, opened_at: int | None = None) -> Saved:
    """Return what came of saving `brief`; a save that changes nothing makes no version.

    opened_at: the version that was changed, 0 for a new blend: where another was saved meanwhile both are kept, and
    it is said. Raises BlendError for a name that cannot be kept, and for what the engine complains of.
    """
    name, kept = read_name(name), without_health(brief, desk)
    link, told = _link(kept), tell(kept, desk.tables)
    row = {
        "owner": desk.owner,
        "link": link,
        "title": kept.title,
        "words": kept.note,
        "oils": json.dumps(told.oils, ensure_ascii=False),
        "told": told.text(),
    }
    return _tried(lambda: _save(desk, name, row, kept, opened_at))


def _tried(step: Callable[[], Saved]) -> Saved:
    for _ in range(_TRIES):
        try:
            return step()
        except _MeanwhileError:
            continue
    raise BlendError("Another is saving the same blend again and again. Nothing was saved. Try again.")


class _MeanwhileError(Exception):
    """Another saved the same name or number in the same moment."""


def _save(desk: Desk, name: str, row: dict[str, str], brief: Brief, opened_at: int | None) -> Saved:
    with desk.writing() as connection:
        blend = find(connection, desk.owner, name, locked=True)
        if blend is None:
            row |= {"changed": what_changed(None, brief, desk.called), "saved_on": desk.today}
            return Saved(name, add_version(connection, desk.owner, name, row), True, "")
        latest = latest_row(connection, blend)
        mine = read_row(connection, blend.id, opened_at) if opened_at else latest
        if same(latest, row):
            return Saved(blend.name, blend.number, False, words.NOTHING_NEW)
        if same(mine, row):
            return Saved(blend.name, blend.number, False, words.NOTHING_HERE.format(other=_other(latest)))
        before = read_version(mine or latest).brief
        row |= {"changed": what_changed(before, brief, desk.called) or words.SAVED_AGAIN, "saved_on": desk.today}
        saved = Saved(blend.name, add_version(connection, desk.owner, blend, row), True, "")
    if opened_at is None or opened_at >= latest.number:
        return saved
    said = words.MEANWHILE if opened_at else words.NAME_WAS_THERE
    return replace(saved, said=said.format(other=_other(latest), number=saved.number))


def _other(latest: Line) -> str:
    return words.OTHER.format(number=latest.number, day=latest.saved_on[:10], changed=latest.changed)


def add_version(connection: Connection, owner: str, blend: Line | str, row: dict[str, str]) -> int:
    """Return the number of the version just added to `blend`, or to a new blend of that name.

    Raises _MeanwhileError where another has taken that name or number in this moment.
    """
    try:
        if isinstance(blend, str):
            key = {"name": blend, "name_key": blend.casefold(), "number": 1, "owner": owner}
            made = connection.execute(insert(BLENDS).values(**key)).inserted_primary_key
            blend_id, number = made[0] if made else 0, 1
        else:
            blend_id, number = blend.id, blend.number + 1
            connection.execute(update(BLENDS).where(BLENDS.c.id == blend_id).values(number=number))
        connection.execute(insert(VERSIONS).values(blend_id=blend_id, number=number, **row))
    except IntegrityError:
        raise _MeanwhileError from None
    return number


def find(connection: Connection, owner: str, name: str, locked: bool = False) -> Line | None:
    """Return the row of the blend of this name that is not deleted, None where there is none."""
    query = select(BLENDS).where(
        BLENDS.c.owner == owner, BLENDS.c.name_key == name.casefold(), BLENDS.c.deleted_on.is_(None)
    )
    return connection.execute(query.with_for_update() if locked else query).one_or_none()


def found(connection: Connection, owner: str, name: str, locked: bool = False) -> Line:
    """Return the row of the blend of this name. Raises BlendError where the book has none."""
    name = read_name(name)
    blend = find(connection, owner, name, locked)
    if blend is None:
        raise BlendError(f"The book has no blend called {quote(name)}. Look for its name in the list.", "name")
    return blend


def versions(desk: Desk, name: str) -> tuple[Version, ...]:
    """Return every version of a blend, the newest first. Raises BlendError for an unknown name."""
    with desk.reading() as connection:
        blend = found(connection, desk.owner, name)
        query = select(VERSIONS).where(VERSIONS.c.blend_id == blend.id).order_by(VERSIONS.c.number.desc())
        return tuple(read_version(row) for row in connection.execute(query))


def open_version(desk: Desk, name: str, number: int | None = None) -> Opened:
    """Return a blend, or that version of it, with what the tables say otherwise than when it was last opened.

    Raises BlendError for an unknown name or number.
    """
    with desk.reading() as connection:
        blend, row = _version(connection, desk.owner, name, number)
    version, said = read_version(row), ""
    if desk.tables.mark not in row.told:
        told = tell(version.brief, desk.tables)
        said = otherwise(row.told, told)
        with suppress(BlendError), desk.writing() as connection:  # what cannot be written to can still be read
            connection.execute(update(VERSIONS).where(VERSIONS.c.id == row.id).values(told=told.text()))
    return Opened(blend.name, version, said)


def restore(desk: Desk, name: str, number: int) -> Saved:
    """Return what came of making version `number` the latest again, as a version more; nothing between is lost.

    Raises BlendError for an unknown name or number.
    """
    with desk.reading() as connection:
        blend, row = _version(connection, desk.owner, name, number)
    return save(desk, read_version(row).brief, blend.name)


def _version(connection: Connection, owner: str, name: str, number: int | None) -> tuple[Line, Line]:
    blend = found(connection, owner, name)
    row = read_row(connection, blend.id, blend.number if number is None else number)
    if row is None:
        raise BlendError(f"{quote(blend.name)} has no version {number}. Write 1 to {blend.number}.", "number")
    return blend, row


def read_row(connection: Connection, blend_id: int, number: int) -> Line | None:
    """Return the row of a version, None where there is none."""
    query = select(VERSIONS).where(VERSIONS.c.blend_id == blend_id, VERSIONS.c.number == number)
    return connection.execute(query).one_or_none()


def latest_row(connection: Connection, blend: Line) -> Line:
    """Return the row of a blend's latest version."""
    query = select(VERSIONS).where(VERSIONS.c.blend_id == blend.id, VERSIONS.c.number == blend.number)
    return connection.execute(query).one()


def read_version(row: Line) -> Version:
    """Return the version that a row keeps."""
    brief = replace(read_link(row.link), title=row.title, note=row.words)
    return Version(row.number, row.saved_on, row.changed, brief)


def without_health(brief: Brief, desk: Desk) -> Brief:
    """Return what of `brief` is kept: what its link says, and no word of anybody's health.

    Oils left out for the person are left out by name; a brief of which nothing can be made is kept as it was written.
    """
    try:
        kept = brief_to_hand_on(settle_with_proposal(brief, desk.tables))
    except BlendError:
        kept = brief
    return replace(read_link(_link(kept)), title=kept.title, note=kept.note)


def _link(brief: Brief) -> str:
    """Return the link of a brief without title and note. Raises BlendError for one no link can hold."""
    link = write_link(replace(brief, title="", note=""))
    if len(link) > LONGEST:
        raise BlendError("This blend has more names than a book can keep. Write oils by their ids, and fewer of them.")
    return link


def same(row: Line | None, new: dict[str, str]) -> bool:
    """Return whether a version holds the very brief of a new row."""
    return row is not None and (row.link, row.title, row.words) == (new["link"], new["title"], new["words"])
