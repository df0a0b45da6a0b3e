"""The book as a file, saved and opened; and the end of the whole book."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from blends.errors import BlendError
from blends.pages.book_now import where_now
from blends.pages.book_told import told
from blends.pages.book_unsaved import as_in_file, file_of, unsaved
from blends.pages.keys import Key, state
from blends.showing.book_html import list_html
from blends.showing.html import note_html, sentence_html
from blends.showing.words import book as words

if TYPE_CHECKING:
    from blends.keeping.book import Book
    from blends.keeping.book_file import Contents


def files(book: Book) -> None:
    """Offer the whole book as a file, and to open one into this book."""
    box = st.expander(words.FILES, where_now().kind == "file", key=Key.BOOK_FILES, on_change="rerun")
    if not box.open:
        return
    with box:
        _offer_file(book)
        given = st.file_uploader(words.OPEN_FILE, type="json", key=Key.BOOK_FILE, max_upload_size=20)
        st.html(note_html(words.ADDED_TO))
        if given is not None and state.get(Key.BOOK_FILE_DONE) != given.file_id:
            state[Key.BOOK_FILE_DONE] = given.file_id
            _open(book, given.getvalue())
        _offer_rest(book)


def _offer_file(book: Book) -> None:
    """Offer the file; a book that is kept nowhere else is then as in it.

    That file is made before its button is pressed, once for each state of the book: made on the press, it would race
    the run that the press starts, and on a busy machine a book was called saved of which no file had come.
    """
    offer = partial(st.download_button, words.SAVE_FILE, file_name=words.FILE_NAME, mime="application/json")
    if where_now().kind == "file":
        offer(file_of(book), on_click=as_in_file, args=(book.written,))
    else:
        offer(book.write_bytes, on_click="ignore")


def _open(book: Book, data: bytes) -> None:
    """Add what a file holds; one that is damaged is shown first, and nothing of it taken."""
    from blends.keeping.book_file import read_book  # noqa: PLC0415 - only where a file is opened

    state.pop(Key.BOOK_DAMAGED, None)
    try:
        contents = read_book(data)
    except BlendError as error:
        st.html(sentence_html(str(error)))
        return
    if contents.faults:
        state[Key.BOOK_DAMAGED] = contents
        return
    told(lambda: _add(book, contents))
    st.rerun()


def _add(book: Book, contents: Contents) -> tuple[str, ...]:
    """Add what a whole file holds; a book that held nothing is then as in that file."""
    new = not unsaved() and not book.blends() and not len(book.shelf) and not len(book.own_oils)
    said = book.add(contents).said
    if new:
        as_in_file(book.written)
    return said


def _offer_rest(book: Book) -> None:
    """Say what of a damaged file cannot be read, and offer the rest."""
    damaged = state.get(Key.BOOK_DAMAGED)
    if damaged is None:
        return
    st.html(list_html(damaged.faults, words.DAMAGED))
    st.button(words.TAKE_REST, on_click=told, args=(lambda: book.add(state.pop(Key.BOOK_DAMAGED)).said,))


def end_of_it(book: Book) -> None:
    """Ask twice, then delete the whole book for good."""
    box = st.expander(words.ALL_HEAD, key=Key.BOOK_ALL, on_change="rerun")
    if not box.open:
        return
    with box, st.form("book_end", border=False):
        st.text_input(words.SURE, key=Key.BOOK_SURE)
        st.form_submit_button(words.ALL, on_click=told, args=(lambda: _end(book),))


def _end(book: Book) -> str:
    if str(state[Key.BOOK_SURE] or "").strip().casefold() != words.SURE_WORD:
        return words.NOT_SURE
    book.delete_everything()
    state.pop(Key.BOOK_OPENED, None)
    state[Key.BOOK_SURE] = ""
    return words.ALL_GONE
