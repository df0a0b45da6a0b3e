"""Which figures of a book count for a blend made now: own oils, and the certificates of the bottles at hand."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from blends.keeping.shelf import in_use
from blends.keeping.things import Bottle, Certificate

OWN_OR_CERTIFIED = (
    "SELECT EXISTS (SELECT 1 FROM own_oil WHERE owner = :owner) "
    "OR EXISTS (SELECT 1 FROM certificate WHERE owner = :owner)"
)


def certificates_at_hand(shelf: Iterable[Bottle], certificates: Iterable[Certificate]) -> tuple[Certificate, ...]:
    """Return the certificate of the bottle in use of each oil, where that bottle has one.

    In use is the bottle from which the shelf would take: of those with something left the one whose date comes first.
    An oil whose bottle in use has no certificate keeps the figures of the tables.
    """
    of_bottle = {(each.bottle, each.oil): each for each in certificates}
    first: dict[str, Bottle] = {}
    for bottle in in_use(shelf):
        if bottle.left_ml:
            first.setdefault(bottle.oil, bottle)
    found = (of_bottle.get((first[oil].id, oil)) for oil in sorted(first))
    return tuple(filter(None, found))


def file_mark(url: str) -> tuple[tuple[int, int], ...] | None:
    """Return what tells a book in a file from the same book after anything was written to it; None for another.

    The day and size of the file and of the log that is written ahead of it: no engine is asked, it takes microseconds.
    """
    path = url.partition("sqlite:///")[2]
    if not url.startswith("sqlite:///") or not path:
        return None
    found = []
    for each in (path, f"{path}-wal"):
        try:
            seen = Path(each).stat()
            found.append((seen.st_mtime_ns, seen.st_size))
        except (OSError, ValueError):
            found.append((0, -1))
    return tuple(found)


def may_hold_figures(url: str, owner: str) -> bool:
    """Return whether the book at `url` may hold own oils or certificates of `owner`; False is certain.

    A book in a file is asked in a millisecond and without its engine, so that who has none pays nothing for it. What
    cannot be asked so may hold some: opening it says what is wrong.
    """
    path = Path(url.partition("sqlite:///")[2])
    if not url.startswith("sqlite:///") or not path.name:
        return True
    if not path.exists():
        return False
    try:
        asked = sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True, timeout=1)
        try:
            return bool(asked.execute(OWN_OR_CERTIFIED, {"owner": owner}).fetchone()[0])
        finally:
            asked.close()
    except sqlite3.Error as error:
        older = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR  # from before it had such tables
        return not older
