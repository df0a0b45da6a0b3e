"""The own figures of a book that is kept elsewhere: known before anything is judged, and said where they changed."""

from __future__ import annotations

import os

import streamlit as st

from blends.errors import BlendError
from blends.keeping.at_hand import file_mark, may_hold_figures
from blends.keeping.where import owner_by
from blends.pages.book_now import book_now, where_now
from blends.pages.keys import Key, state
from blends.pages.tables_now import NOTHING_OWN, own_now
from blends.showing.html import sentence_html
from blends.showing.words.own import CHANGED_ELSEWHERE, not_known


def know_own(anew: bool = False) -> bool:
    """Bring the own figures of a book on this machine or a server to the tables, and return whether they changed.

    A page calls it before anything is judged and before an input is drawn, on every click: no figure may depend on
    which page was looked at first, or be one that another tab has changed. What was written to a book in a file is
    known by its file, a server is asked. A book without own oils and certificates is not opened for it, one that was
    never made is not made; a book that is a file brings its own when it is opened.

    anew: forget what was said, and ask a book again that could not be asked before.
    """
    where, first = where_now(), Key.OWN_KEPT not in state
    if where.kind == "file":
        return False
    if anew:
        state[Key.OWN_CHANGED] = False
    elif state.get(Key.OWN_FAULT):
        return False  # a server that does not answer is not waited for at each click
    mark = file_mark(where.url)
    if not first and mark is not None and mark == state.get(Key.OWN_MARK) and not state.get(Key.OWN_FAULT):
        return False
    state[Key.OWN_MARK] = mark  # from before it is read: what is written meanwhile makes it another
    kept = state.setdefault(Key.OWN_KEPT, NOTHING_OWN)
    told = state.setdefault(Key.OWN_TOLD, kept)
    try:
        if any(kept) or may_hold_figures(where.url, owner_by(os.environ)):
            book_now(drawn=False)
        state[Key.OWN_FAULT] = ""
    except BlendError as error:
        state[Key.OWN_FAULT] = str(error)
    state[Key.OWN_TOLD] = state[Key.OWN_KEPT]
    changed = not first and [{*each} for each in state[Key.OWN_TOLD]] != [{*each} for each in told]
    state[Key.OWN_CHANGED] = changed or bool(state.get(Key.OWN_CHANGED))
    return changed


def own_said() -> tuple[str, ...]:
    """Return what is to be said of the book's own figures: that they changed, and that they cannot be asked for."""
    fault = state.get(Key.OWN_FAULT)
    changed = (CHANGED_ELSEWHERE,) if state.get(Key.OWN_CHANGED) else ()
    return (*changed, not_known(fault, own_now())) if fault else changed


def say_own() -> None:
    """Know own figures in a run of a part of the page, too, and say what is to be said of them."""
    know_own()
    for sentence in own_said():
        st.html(sentence_html(sentence, "note"))
