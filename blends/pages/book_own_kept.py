"""The own figures that a recipe's file brought, where the recipe is saved in a book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blends.flow import Result
from blends.pages.keys import Key, state
from blends.pages.tables_now import NOTHING_OWN
from blends.showing.words.own import kept_with

if TYPE_CHECKING:
    from blends.keeping.book import Book


def keep_own(book: Book, result: Result) -> str:
    """Put the own oils of the recipe that a file brought into the book, and return what was kept and what was not.

    A blend is kept as a link, which names them: without them it would open with an oil missing.
    """
    oils, certificates = state.get(Key.OWN_BROUGHT, NOTHING_OWN)
    recipe, there = result.recipe, {oil.id for oil in book.own_oils}
    names = {each.oil.id: each.oil.name for each in recipe.portions}
    names |= {each.base_oil.id: each.base_oil.name for each in recipe.bases}
    new = [oil for oil in oils if oil.id in names and oil.id not in there]
    book.own_oils.add(*new)
    told = state.get(Key.OWN_TOLD, NOTHING_OWN)
    state[Key.OWN_TOLD] = ((*told[0], *new), told[1])  # changed here, not elsewhere
    return kept_with([names[oil.id] for oil in new], [names[each.oil] for each in certificates if each.oil in names])
