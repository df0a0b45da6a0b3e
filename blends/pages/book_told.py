"""One step in the book, and what came of it: said once, where it was taken."""

from collections.abc import Callable

import streamlit as st

from blends.errors import BlendError
from blends.pages.keys import Key, state
from blends.showing.book_html import list_html
from blends.showing.fault_html import faults_html
from blends.showing.html import sentence_html
from blends.tables.faults import TableError


def told(step: Callable[[], str | tuple[str, ...]], place: str = "", well: str | None = None) -> None:
    """Take a step and keep what it returns to be said at `place`, or at `well` where nothing is wrong.

    What is wrong is said at `place`, and the book is as it was.
    """
    key = Key.of_blend("said", place)
    try:
        state[Key.of_blend("said", place if well is None else well)] = (step(), "note")
    except TableError as error:
        state[key] = (faults_html(error), "html")
    except BlendError as error:
        state[key] = (str(error), "wrong")


def say(place: str = "") -> None:
    """Say what came of the last step at this place; "" is the head of the page."""
    said, tone = state.pop(Key.of_blend("said", place), ("", "note"))
    if tone == "html":
        st.html(said)
    elif isinstance(said, tuple):
        st.html(sentence_html(said[0], tone) + (list_html(said[1:]) if said[1:] else ""))
    elif said:
        st.html(sentence_html(said, tone))
