"""Whose book, and where: by an explicit setting alone, said in one sentence, never guessed from an address."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from blends.showing.words import kept as words

SETTING = "EQUAL_PARTS_BOOK"  # local, or sqlite:///… or postgresql://…; without it the book is a file
OWNER = "EQUAL_PARTS_OWNER"  # whose rows of a shared engine; ME where it is not set
LOCAL = "local"  # what the command `equal-parts` sets
ME = "me"

Kind = Literal["local", "file", "shared"]


@dataclass(frozen=True)
class Where:
    """Where a book is. kind: on this machine, a file of one's own, or an engine for many; sentence: plainly so."""

    kind: Kind
    url: str
    sentence: str


def where_by(setting: str) -> Where:
    """Return where the book is by what EQUAL_PARTS_BOOK says; nothing said is a file.

    >>> where_by("").kind, where_by("postgresql://ann:secret@db/book").sentence
    ('file', 'This book is kept on the server db. Whoever may open this page there reads and changes it.')
    """
    plain = setting.strip()
    if not plain:
        return Where("file", "sqlite://", words.FILE)
    if plain.casefold() == LOCAL:
        path = local_path()
        return Where("local", f"sqlite:///{path}", words.LOCAL.format(path=path))
    if plain.startswith("sqlite:"):
        path = Path(plain.partition(":///")[2])
        return Where("shared", plain, words.SHARED_FILE.format(path=path))
    return Where("shared", plain, words.SHARED.format(host=_host(plain)))


def _host(url: str) -> str:
    """Return the host of a URL without user and password."""
    try:
        return urlsplit(url).hostname or words.OF_MACHINE
    except ValueError:
        return words.OF_SETTING


def local_path() -> Path:
    """Return the file of one's own book in the user's data folder."""
    from platformdirs import user_data_path  # noqa: PLC0415 - only where a book is opened

    return user_data_path("equal-parts", appauthor=False) / "book.db"


def owner_by(environment: Mapping[str, str]) -> str:
    """Return whose rows are read and written: the one place that knows. Sign-in will answer here."""
    return environment.get(OWNER, "").strip() or ME
