"""The shelf of this session: read from the book where it is asked for, and as it was seen last where it is not."""

from blends.flow import Result
from blends.keeping.cost import cost
from blends.keeping.shelf import Shelf
from blends.pages.book_now import book_now
from blends.pages.keys import Key, state
from blends.showing.words.compared import money_words


def shelf_now() -> Shelf:
    """Return the bottles of the visitor's book, which is opened for it. Raises BlendError where it cannot be."""
    state[Key.SHELF_SEEN] = tuple(book_now().shelf)
    return shelf_seen()


def shelf_seen() -> Shelf:
    """Return the bottles as this session saw them last, none before it did: no book is opened for it."""
    seen: Shelf = state.get(Key.SHELF_SEEN, ())
    return seen


def cost_words(result: Result, shelf: Shelf) -> str:
    """Return what a bottle of the recipe costs, "" where no price is known."""
    found = cost(result, shelf)
    return money_words([(each.amount, each.currency) for each in found.total], found.unknown) if found.total else ""
