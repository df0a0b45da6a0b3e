"""One step in the book, and what came of it: said once, at the head of the page."""

from collections.abc import Callable

import streamlit as st

from blends.errors import BlendError
from blends.pages.keys import Key, state
from blends.showing.book_html import list_html
from blends.showing.html import sentence_html


def told(step: Callable[[], str | tuple[str, ...]]) -> None:
    """Take a step and keep what it returns to be said; what is wrong is said, and the book is as it was."""
    try:
        state[Key.BOOK_SAID] = (step(), "note")
    except BlendError as error:
        state[Key.BOOK_SAID] = (str(error), "wrong")


def say() -> None:
    """Say what came of the last step."""
    said, tone = state.pop(Key.BOOK_SAID, ("", "note"))
    if isinstance(said, tuple):
        st.html(list_html(said))
    elif said:
        st.html(sentence_html(said, tone))
