"""Only oils I have, and what the blend costs, on the Blend page: a book is opened only when asked."""

from collections.abc import Iterable

import streamlit as st

from blends.errors import BlendError
from blends.flow import Result
from blends.keeping.shelf import oils_owned
from blends.pages import HERE, plain
from blends.pages.book_now import is_there
from blends.pages.keys import Key, held, state
from blends.pages.shelf_now import cost_words, shelf_now, shelf_seen
from blends.showing.html import sentence_html
from blends.showing.words import shelf as words
from blends.showing.words.pages import NAMES


def owned_only(ids: Iterable[str]) -> list[str]:
    """Return those of `ids` that are on the shelf, where only those are wanted; all where not."""
    shelf = shelf_seen()
    if not shelf or not held(Key.ONLY_MINE):
        return list(ids)
    owned = oils_owned(shelf)
    return [id_ for id_ in ids if id_ in owned]


def only_mine() -> None:
    """Ask whether only oils of the shelf are wanted, where there may be one."""
    if not (shelf_seen() or is_there()):
        return
    wanted = st.toggle(words.ONLY_MINE, key=Key.ONLY_MINE, on_change=_leave_out, persist_state="session")
    if wanted and not shelf_seen():
        st.html(sentence_html(state.get(Key.ONLY_MINE_FAULT) or words.NONE_ON_SHELF, "note"))
        st.page_link(HERE.joinpath("shelf.py"), label=NAMES["shelf"])


def _leave_out() -> None:
    """Leave out what is not on the shelf, once that is wanted; the book is opened for it."""
    state[Key.ONLY_MINE_FAULT] = ""
    if not held(Key.ONLY_MINE):
        return
    try:
        shelf_now()
    except BlendError as error:
        state[Key.ONLY_MINE_FAULT] = str(error)
    state[Key.OILS] = owned_only(state.get(Key.OILS) or [])


def what_else() -> None:
    """Lead to what the oils at hand make, and to the shelf."""
    with st.container(horizontal=True):
        for page in ("possible", "shelf"):
            st.page_link(HERE.joinpath(f"{page}.py"), label=NAMES[page])


def cost_now(result: Result) -> str:
    """Return what a bottle costs by the shelf as it was seen last, "" where no price is known."""
    return cost_words(result, shelf_seen())


def cost_line(result: Result) -> None:
    """Show what a bottle costs, leading to the shelf, where a price is known."""
    if said := cost_now(result):
        st.page_link(HERE.joinpath("shelf.py"), label=plain(words.cost_of_bottle(said)))
