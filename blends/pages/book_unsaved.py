"""Whether a book that is a file holds what its file does not: said, and asked about before the window is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from blends.pages.keys import Key, state
from blends.showing.book_html import unsaved_html

if TYPE_CHECKING:
    from blends.keeping.book import Book


def as_in_file(written: int) -> None:
    """Take what the book held when so much was written for what stands in its file."""
    state[Key.BOOK_FILED] = written


def file_of(book: Book) -> bytes:
    """Return the book as a file, the same until something is written to the book."""
    made: tuple[int, bytes] | None = state.get(Key.BOOK_AS_FILE)
    if made is None or made[0] != book.written:
        made = state[Key.BOOK_AS_FILE] = (book.written, book.write_bytes())
    return made[1]


def unsaved() -> bool:
    """Return whether the book of this session holds what no file does; never for one that is kept elsewhere."""
    book: Book | None = state.get(Key.BOOK)
    return book is not None and book.written != state.get(Key.BOOK_FILED)


def say_unsaved() -> None:
    """Say what is not saved yet; page.js remembers it, and lets the browser ask before the window is left."""
    if state.get(Key.BOOK) is not None:
        st.html(unsaved_html(unsaved()))
