"""open_book(): the one way to a book. Nothing that knows an engine is imported before it is called."""

import os
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from blends.errors import BlendError
from blends.keeping.where import LOCAL, SETTING, owner_by, where_by
from blends.tables.catalogue import Catalogue, shipped_tables

if TYPE_CHECKING:
    from blends.keeping.book import Book


def open_book(
    url: str | None = None,
    owner: str | None = None,
    tables: Catalogue | None = None,
    clock: Callable[[], datetime] | None = None,
) -> "Book":
    """Return the recipe book at `url`, made where there is none.

    url: "sqlite:////home/ann/book.db" or "postgresql://ann@host/book"; "" is a book in memory, to be read from and
    written to a file; None is the one that EQUAL_PARTS_BOOK names, or else your own on this machine.
    owner: whose rows; tables: the catalogue that judges, else the shipped one; clock: returns the moment in UTC.

    Raises BlendError where it cannot be opened, with what to do.

    >>> from blends import read_brief
    >>> book = open_book("")
    >>> book.save(read_brief({"effect": "warming"}), "Warm back").number
    1
    >>> [(entry.name, entry.changed) for entry in book.blends()]
    [('Warm back', 'First saved')]
    >>> book.close()
    """
    from blends.keeping.book import Book  # noqa: PLC0415 - SQLAlchemy only where a book is wanted
    from blends.keeping.desk import Desk, now  # noqa: PLC0415
    from blends.keeping.engine import open_engine  # noqa: PLC0415
    from blends.keeping.rows import LONGEST_OWNER  # noqa: PLC0415
    from blends.keeping.undo import clear_old  # noqa: PLC0415

    whose = (owner or owner_by(os.environ)).strip()
    if not 0 < len(whose) <= LONGEST_OWNER:
        raise BlendError(f"An owner's name has 1 to {LONGEST_OWNER} characters. Write ann.")
    where = where_by((os.environ.get(SETTING, "") or LOCAL) if url is None else url)
    desk = Desk(open_engine(where.url), whose, tables or shipped_tables(), clock or now)
    clear_old(desk)
    return Book(desk, where)
