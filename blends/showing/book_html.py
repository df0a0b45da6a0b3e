"""What the recipe book holds, and what came of a file -> HTML; every text is escaped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from blends.showing.templates import render
from blends.showing.words.book import ABOUT, NOTHING_DIFFERS, UNSAVED, folded_words

Parts = Sequence[tuple[str, Sequence[object]]]


@dataclass(frozen=True)
class Line:
    """One blend of the list in words. version: its latest one; news: what the tables say otherwise, "" for nothing."""

    called: str
    oils: str
    version: str
    starred: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    news: str = ""


def line_html(line: Line) -> str:
    """Return one blend of the list.

    >>> "<h2>A &lt;b&gt;</h2>" in line_html(Line("A <b>", "lavender", "Version 1"))
    True
    """
    return render("book_entry", line=line)


def list_html(sentences: Iterable[str], head: str = "") -> str:
    """Return sentences one below the other, such as the faults of a file."""
    return render("book_faults", sentences=tuple(sentences), head=head)


def unsaved_html(unsaved: bool) -> str:
    """Return what is said of a book that is a file; page.js reads in it whether something is not saved.

    >>> unsaved_html(False)
    '<div data-ep-unsaved="no"></div>'
    """
    return render("unsaved", words=UNSAVED if unsaved else "")


def compared_html(heads: Sequence[str], parts: Parts, rest: Parts) -> str:
    """Return two recipes side by side; parts: each its heading and its lines (about, first, second, over).

    rest: what is folded below them.
    """
    shown, folded = ([(head, lines) for head, lines in each if lines] for each in (parts, rest))
    lines = sum(len(lines) for _, lines in folded)
    told = {"about": ABOUT, "nothing": NOTHING_DIFFERS, "fold": folded_words(lines)}
    return render("book_compared", heads=tuple(heads), parts=shown, rest=folded, **told)
