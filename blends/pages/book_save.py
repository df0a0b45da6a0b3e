"""*Save in my book*, below the recipe: a button alone until it is opened."""

import streamlit as st

from blends.errors import BlendError
from blends.flow import Result
from blends.keeping.kept import LONGEST_NAME
from blends.pages import HERE
from blends.pages.book_now import book_now, where_now
from blends.pages.book_own_kept import keep_own
from blends.pages.book_unsaved import say_unsaved
from blends.pages.keys import Key, state
from blends.showing.html import note_html, sentence_html
from blends.showing.words import book as words


def save_block(result: Result, title: str) -> None:
    """Offer to save the recipe under a name; `title` is proposed, or the name it was opened by."""
    box = st.popover(words.SAVE_HEAD, key=Key.BOOK_SAVE, on_change="rerun")
    if not box.open:
        return
    _propose(title[:LONGEST_NAME])
    with box:
        came = st.container()  # above the form: the box is cut where the window ends
        with st.form("book_form", border=False):
            name = st.text_input(
                words.NAME.label,
                key=Key.BOOK_NAME,
                max_chars=LONGEST_NAME,
                placeholder=words.NAME.example,
                persist_state="session",
            )
            pressed = st.form_submit_button(words.SAVE)
        if pressed:
            with came:
                _save(result, name or "")
        say_unsaved()
        st.html(note_html(words.STORED))
        st.html(note_html(where_now().sentence))
        st.page_link(HERE.joinpath("book.py"), label=words.SHOW_BOOK)


def _propose(title: str) -> None:
    """Propose a name, unless another was written."""
    proposed = state.get(Key.BOOK_OPENED, (title, 0))[0]
    if state.get(Key.BOOK_NAME) in (None, state.get(Key.BOOK_SUGGESTED)):
        state[Key.BOOK_NAME] = proposed
    state[Key.BOOK_SUGGESTED] = proposed


def _save(result: Result, name: str) -> None:
    """Save it and say what came of it; what is wrong is said, and the name stays as it was written."""
    opened, number = state.get(Key.BOOK_OPENED, ("", 0))
    try:
        book = book_now()
        kept = keep_own(book, result)  # first: a blend without its own oil could not be made
        saved = book.save(result.brief, name, number if name.strip().casefold() == opened.casefold() else 0)
        changed = book.versions(saved.name)[0].changed if saved.new else ""
    except BlendError as error:
        st.html(sentence_html(str(error)))
        return
    state[Key.BOOK_OPENED] = (saved.name, saved.number)
    st.html(sentence_html(words.saved_sentence(saved.name, saved.number, changed, saved.said), "note"))
    if kept:
        st.html(sentence_html(kept, "note"))
