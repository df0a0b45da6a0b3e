"""What an engine complains of -> a sentence: what happened, that nothing was lost, what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from blends.errors import BlendError

# Words of SQLite, PostgreSQL and the system, in small letters, and what they mean; the first that fits is said.
_SAID = (
    (
        ("disk is full", "no space left", "disk full", "could not extend file", "file too large"),
        "The disk is full. Nothing was saved, and the book is as it was. Make room, then try again.",
    ),
    (
        ("readonly", "read-only", "unable to open", "permission denied", "file exists", "not a directory"),
        "The book's folder or file cannot be written to. The book is as it was. Allow writing there, then try again; "
        "or save the book as a file elsewhere.",
    ),
    (
        ("is locked", "is busy", "lock timeout", "deadlock"),
        "Another program is holding the book. Nothing was saved. Close the other program or wait, then try again.",
    ),
    (
        ("malformed", "not a database", "no such table", "can't locate revision"),
        "The file of the book is damaged, or is none. It was left as it is. Move it away and start the book anew from "
        "the JSON file it was last saved as.",
    ),
    (
        ("password", "authentication", "role ", "does not exist"),
        "The book's server does not know this user, password or book. Look at EQUAL_PARTS_BOOK, then try again.",
    ),
    (
        (
            "connection",
            "server closed",
            "terminating",
            "could not translate",
            "timeout",
            "shutting down",
            "starting up",
        ),
        "The book's server does not answer. What was saved before is kept there. Try again in a moment.",
    ),
    (
        ("disk i/o error",),
        "The disk would not take the book. Nothing was saved, and the book is as it was. Look whether the disk is "
        "full, then try again.",
    ),
)
_OTHER = "The book could not be used. Nothing was changed in it. Try again; if it stays so, save it as a file first."


def said(error: BaseException) -> str:
    """Return the sentence for what an engine complained of; nothing of the address or of what was kept stands in it.

    >>> said(sqlite3.OperationalError("database or disk is full"))[:17]
    'The disk is full.'
    """
    words = str(getattr(error, "orig", None) or error).casefold()
    return next((sentence for signs, sentence in _SAID if any(sign in words for sign in signs)), _OTHER)


@contextmanager
def spoken() -> Iterator[None]:
    """Raise BlendError in place of whatever an engine, its driver or the disk complains of."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise BlendError(said(error)) from None
