"""The list of blends: found, sorted, renamed, tagged, starred, noted."""

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any, get_args

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from blends.asking.brief import plain_words
from blends.errors import BlendError, quote, seen
from blends.keeping.desk import Desk
from blends.keeping.kept import LONGEST_NOTE, LONGEST_TAG, MOST_TAGS, Entry, Sort
from blends.keeping.rows import BLENDS, VERSIONS
from blends.keeping.versions import found, read_name

_ORDER: dict[Sort, tuple[Callable[[Entry], Any], bool]] = {
    "newest": (lambda entry: entry.saved_on, True),
    "oldest": (lambda entry: entry.saved_on, False),
    "name": (lambda entry: entry.name.casefold(), False),
    "starred": (lambda entry: (not entry.starred, entry.name.casefold()), False),
}
# What the list takes, in the order of an Entry; unpacked by place, which of thousands of rows is twice as quick.
_LISTED = (
    *(BLENDS.c.name, BLENDS.c.number, VERSIONS.c.saved_on, VERSIONS.c.changed),
    *(VERSIONS.c.oils, BLENDS.c.starred, BLENDS.c.tags, BLENDS.c.note),
)


def entries(desk: Desk, search: str = "", sort: Sort = "newest") -> tuple[Entry, ...]:
    """Return the blends whose name, tags, note or oils hold every word of `search`, in this order.

    Raises BlendError for another order.
    """
    if sort not in _ORDER:
        raise BlendError(f"Cannot sort by {quote(str(sort))}. Write {', '.join(get_args(Sort))}.", "sort")
    query = select(*_LISTED).join(
        VERSIONS, (VERSIONS.c.blend_id == BLENDS.c.id) & (VERSIONS.c.number == BLENDS.c.number)
    )
    query = query.where(BLENDS.c.owner == desk.owner, BLENDS.c.deleted_on.is_(None)).order_by(BLENDS.c.id.desc())
    with desk.reading() as connection:
        rows = connection.execute(query).all()
    words = search.casefold().split()
    key, backwards = _ORDER[sort]
    held = [
        Entry(name, number, saved_on, changed, read_texts(oils), starred, read_texts(tags), note)
        for name, number, saved_on, changed, oils, starred, tags, note in rows
        if not words or _holds(f"{name} {tags} {note} {oils}", words)
    ]
    return tuple(sorted(held, key=key, reverse=backwards))


def _holds(text: str, words: list[str]) -> bool:
    plain = text.casefold()
    return all(word in plain for word in words)


@lru_cache(maxsize=20_000)
def read_texts(text: str) -> tuple[str, ...]:
    """Return the texts that a row keeps as JSON; many rows keep the same."""
    return tuple(map(str, json.loads(text)))


def rename(desk: Desk, name: str, new: str) -> str:
    """Return the new name of a blend. Raises BlendError for an unknown name, and for a new one already taken."""
    new = read_name(new)
    _change(desk, name, name=new, name_key=new.casefold())
    return new


def star(desk: Desk, name: str, starred: bool = True) -> None:
    """Star a blend, or take its star away. Raises BlendError for an unknown name."""
    _change(desk, name, starred=bool(starred))


def tag(desk: Desk, name: str, tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tags that a blend has now, in place of those it had. Raises BlendError for too many or too long."""
    plain = tuple(dict.fromkeys(filter(None, (plain_words(each) for each in tags))))
    if len(plain) > MOST_TAGS or any(len(each) > LONGEST_TAG for each in plain):
        raise BlendError(f"These tags are too many or too long. Write {MOST_TAGS} of {LONGEST_TAG} characters.", "tags")
    _change(desk, name, tags=json.dumps(plain, ensure_ascii=False))
    return plain


def note(desk: Desk, name: str, text: str) -> str:
    """Return the note that a blend has now; lines are kept. Raises BlendError for one too long."""
    plain = seen(text.strip().replace("\r\n", "\n").replace("\t", " "))
    if len(plain) > LONGEST_NOTE:
        raise BlendError(f"This note has {len(plain)} characters. Write {LONGEST_NOTE} at most.", "note")
    _change(desk, name, note=plain)
    return plain


def _change(desk: Desk, of: str, **values: object) -> None:
    with desk.writing() as connection:
        blend = found(connection, desk.owner, of, locked=True)
        try:
            connection.execute(update(BLENDS).where(BLENDS.c.id == blend.id).values(**values))
        except IntegrityError:
            taken = quote(str(values.get("name", "")))
            raise BlendError(f"The book has a blend called {taken} already. Write another name.", "name") from None
