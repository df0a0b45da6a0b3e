"""What comes out of a book: plain things that know no engine."""

from dataclasses import dataclass
from typing import Literal

from blends.asking.brief import Brief

LONGEST_NAME, MOST_TAGS, LONGEST_TAG, LONGEST_NOTE = 80, 20, 40, 2000  # of a blend, in characters
Sort = Literal["newest", "oldest", "name", "starred"]  # of the list of blends


@dataclass(frozen=True)
class Entry:
    """One blend in the list. number: of its latest version; saved_on: ISO 8601 in UTC; oils: their names."""

    name: str
    number: int
    saved_on: str
    changed: str
    oils: tuple[str, ...]
    starred: bool
    tags: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Version:
    """One save of a blend. changed: one line of what is new in it."""

    number: int
    saved_on: str
    changed: str
    brief: Brief


@dataclass(frozen=True)
class Opened:
    """A blend as it was opened: `said` is what the tables say otherwise since it was last opened, "" for nothing."""

    name: str
    version: Version
    said: str

    @property
    def brief(self) -> Brief:
        """Return what to calculate."""
        return self.version.brief


@dataclass(frozen=True)
class Saved:
    """What came of a save. new: whether there is a version more; said: what the person should know, "" for nothing."""

    name: str
    number: int
    new: bool
    said: str


@dataclass(frozen=True)
class Deleted:
    """A deleted blend: until when it can be brought back. Dates are ISO 8601 in UTC."""

    name: str
    deleted_on: str
    until: str


@dataclass(frozen=True)
class Added:
    """What came of opening a file: new blends, and versions new to blends there; said: all of it, and each fault."""

    blends: int
    versions: int
    said: tuple[str, ...]


@dataclass(frozen=True)
class News:
    """What the tables say otherwise of a blend than when it was last opened."""

    name: str
    said: str
