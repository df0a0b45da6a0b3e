"""A file opened into a book -> what was added, and what the book kept as its own."""

from collections.abc import Mapping

from blends.errors import quote
from blends.figures import listed


def added_sentence(added: Mapping[str, int], there: int) -> str:
    """Return what a file brought into the book; added: how many of each kind; there: blends the book held already.

    >>> added_sentence({"blend": 2, "version": 0, "bottle": 1}, 1)
    '2 blends and 1 bottle added. 1 blend was there already.'
    >>> added_sentence({}, 0)
    'Nothing was added.'
    """
    words = [_counted(number, kind, f"{kind}s") for kind, number in added.items() if number]
    said = f"{listed(words)} added." if words else "Nothing was added."
    if there:
        said += f" {_counted(there, 'blend was', 'blends were')} there already."
    return said


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def other_name(name: str, kept: str) -> str:
    """Return under which name a blend is kept beside another of its name."""
    return f"The book has another blend called {quote(name, 80)}: the one of the file is kept as {quote(kept, 80)}."


def note_kept(name: str) -> str:
    """Return that the book's note stayed where the file has another."""
    return f"{quote(name, 80)}: the note of the book was kept, not the one of the file."


def other_kept(kind: str, id_: str) -> str:
    """Return that a thing in the file differs from the book's, which stayed."""
    return f"The {kind} {quote(id_, 80)} is another in the file: the one of the book was kept."
