"""What the Book page and *Save in my book* ask and say."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from blends.errors import quote
from blends.figures import listed, spoken
from blends.showing.words.questions import Ask

# Saving, on the Blend page.

SAVE_HEAD, SAVE = "Save in my book", "Save"
NAME = Ask("Name in the book", example="Warm back")
STORED = (
    "Name, title and note are stored as you write them. For whom the blend is, is not stored, except a child's age."
)
SHOW_BOOK = "Show my book"

# The list.

SEARCH, SEARCH_EXAMPLE = "Search", "name, tag, oil …"
SORT = "Sort by"
SORTS = {"newest": "Newest", "oldest": "Oldest", "name": "Name", "starred": "Stars"}
OPEN, MORE_OF, MORE = "Open", "Versions, name, tags, delete", "Show more"
STAR, STARRED = "Star", "Starred"
RESTORE = "Restore"
NEW_NAME, TAGS, NOTE, KEEP = "New name", Ask("Tags", example="back, winter"), "Note on this blend", "Keep these"
DELETE, BRING_BACK, DELETED = "Delete", "Bring back", "Deleted blends"
EMPTY = "No blend is kept yet. Make one on the Blend page, then press “Save in my book” below its recipe."
TRY_AGAIN = "Try again"

# Side by side.

COMPARE, FIRST, SECOND, VERSION, ABOUT = "Compare two", "First", "Second", "Version", "About"
RECIPE, OILS, JUDGED = "Recipe", "Oils", "Verdicts and ceilings"
LOUD, WITHIN = "Over a limit or not assessed", "Findings that differ, all within"
NOTHING_DIFFERS = "The two say the same in everything."

# The file, and the end of it all.

FILES = "The book as a file"
SAVE_FILE, OPEN_FILE = "Save the book as a file", "Open a book file"
UNSAVED = "Not all of this book is in its file yet. Save the book as a file before you close this window."
ADDED_TO = "What a file holds is added to this book; nothing in the book is replaced."
FILE_NAME = "equal-parts-book.json"
TAKE_REST = "Add what can be read"
DAMAGED = "Parts of this file cannot be read. Nothing has been added yet."
ALL, ALL_HEAD = "Delete everything", "Delete the whole book"
SURE_WORD = "delete everything"
SURE = f"To delete every blend, bottle and oil of this book for good, write: {SURE_WORD}"
NOT_SURE = f"Nothing was deleted. To delete the whole book, write: {SURE_WORD}"
ALL_GONE = "Everything in this book is deleted."


def saved_sentence(name: str, number: int, changed: str, said: str) -> str:
    """Return what came of a save; changed: what is new in it, "" where there is no version more.

    >>> saved_sentence("Calm", 3, "2 % → 3 %", "")
    'Saved as Calm, version 3: 2 % → 3 %.'
    >>> saved_sentence("Calm", 3, "", "Nothing changed since it was last saved.")
    'Calm, version 3: Nothing changed since it was last saved.'
    """
    if not changed:
        return f"{name}, version {number}: {said}"
    return f"Saved as {name}, version {number}: {changed}.{f' {said}' if said else ''}"


def said_otherwise(name: str, said: str) -> str:
    """Return what the tables say otherwise of a blend just opened."""
    return f"{name}, since you last opened it: {said}"


def from_book(name: str) -> str:
    """Return what a recipe was opened from.

    >>> from_book("Calm")
    'your book (Calm)'
    """
    return f"your book ({name})"


def day_of(moment: str) -> str:
    """Return the day of a moment as the book keeps it.

    >>> day_of("2026-07-28T09:30:00+00:00")
    '28 July 2026'
    """
    day = datetime.fromisoformat(moment)
    return f"{day.day} {day:%B %Y}"


def oils_line(oils: Sequence[str]) -> str:
    """Return the oils of a blend in one line.

    >>> oils_line(["Lavender", "Rosemary", "Peppermint"])
    'lavender, rosemary and peppermint'
    """
    return listed([spoken(oil) for oil in oils])


def version_head(number: int, saved_on: str, changed: str) -> str:
    """Return one version in a line.

    >>> version_head(2, "2026-07-28T09:30:00+00:00", "2 % → 3 %")
    'Version 2, 28 July 2026: 2 % → 3 %'
    """
    return f"Version {number}, {day_of(saved_on)}: {changed}"


def shown_of(shown: int, found: int) -> str:
    """Return how many blends are shown of those found.

    >>> shown_of(20, 53), shown_of(1, 1)
    ('20 of 53 blends are shown.', '1 blend')
    """
    if shown < found:
        return f"{shown} of {found} blends are shown."
    return f"{found} blend{'' if found == 1 else 's'}"


def none_found(search: str) -> str:
    """Return that no blend holds what is searched."""
    return f"No blend has {quote(search, 80)} in its name, tags, note or oils. Write a part of one of them."


def folded_words(lines: int) -> str:
    """Return what opens the lines that are the same, or within their limits on both sides.

    >>> folded_words(12)
    'What is the same or within on both sides (12)'
    """
    return f"What is the same or within on both sides ({lines})"


def side_head(name: str, number: int) -> str:
    """Return the heading of one side.

    >>> side_head("Calm", 2)
    'Calm, version 2'
    """
    return f"{name}, version {number}"


def restored(name: str, number: int, of: int) -> str:
    """Return what came of restoring a version.

    >>> restored("Calm", 4, 2)
    'Calm is again as in version 2; that is version 4 now.'
    """
    return f"{name} is again as in version {of}; that is version {number} now."


def kept(name: str) -> str:
    """Return that name, tags and note are kept."""
    return f"{name}: kept."


def gone(name: str, written: Iterable[str]) -> str:
    """Return that a blend is no longer there, and what was written about it.

    >>> gone("Calm", ["Calmer", "", "For Mum"])
    "'Calm' is no longer in the book: it was deleted or renamed in another window. You wrote: Calmer; For Mum"
    """
    said = f"{quote(name)} is no longer in the book: it was deleted or renamed in another window."
    return f"{said} You wrote: {'; '.join(filter(None, written))}" if any(written) else said


def deleted(name: str, until: str) -> str:
    """Return until when a deleted blend can be brought back.

    >>> deleted("Calm", "2026-08-28T09:30:00+00:00")
    'Calm is deleted. Until 28 August 2026 it can be brought back.'
    """
    return f"{name} is deleted. Until {day_of(until)} it can be brought back."


def can_come_back(name: str, until: str) -> str:
    """Return one deleted blend in a line."""
    return f"{name}, until {day_of(until)}"


def back(name: str) -> str:
    """Return that a blend is back."""
    return f"{name} is back."
