"""Only oils I have, and what the blend costs: on the Blend page once this session saw its shelf; no book is opened."""

from collections.abc import Iterable

import streamlit as st

from blends.flow import Result
from blends.keeping.shelf import oils_owned
from blends.pages import HERE, plain
from blends.pages.keys import Key, held, state
from blends.pages.shelf_now import cost_words, shelf_seen
from blends.showing.words import shelf as words


def owned_only(ids: Iterable[str]) -> list[str]:
    """Return those of `ids` that are on the shelf, where only those are wanted; all where not."""
    shelf = shelf_seen()
    if not shelf or not held(Key.ONLY_MINE):
        return list(ids)
    owned = oils_owned(shelf)
    return [id_ for id_ in ids if id_ in owned]


def only_mine() -> None:
    """Ask whether only oils of the shelf are wanted, where this session has seen one."""
    if shelf_seen():
        st.toggle(words.ONLY_MINE, key=Key.ONLY_MINE, on_change=_leave_out, persist_state="session")


def _leave_out() -> None:
    """Leave out what is not on the shelf, once that is wanted."""
    state[Key.OILS] = owned_only(state.get(Key.OILS) or [])


def cost_line(result: Result) -> None:
    """Show what a bottle costs, leading to the shelf, where a price is known."""
    if said := cost_words(result, shelf_seen()):
        st.page_link(HERE.joinpath("shelf.py"), label=plain(words.cost_of_bottle(said)))
