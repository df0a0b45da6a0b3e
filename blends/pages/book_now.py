"""The recipe book that a page asks, in one place: which one this visitor has, opened only when it is asked for."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from blends.keeping.at_hand import certificates_at_hand
from blends.keeping.opening import open_book
from blends.keeping.where import SETTING, Where, owner_by, where_by
from blends.pages.book_unsaved import as_in_file
from blends.pages.keys import Key, state
from blends.pages.tables_now import tables_now, take_own

if TYPE_CHECKING:
    from blends.keeping.book import Book

SHOWING = ("book", "shelf")  # the pages that show own figures as they are: what changes there need not be said


def where_now() -> Where:
    """Return where this visitor's book is, by the setting alone; nothing is opened for it."""
    return where_by(os.environ.get(SETTING, ""))


def book_now(drawn: bool = True) -> Book:
    """Return the recipe book for the visitor's present run.

    One that is kept on this machine or a server is opened once for all visitors; else each session has one in memory,
    which is filled from a file and saved as one. The first call takes a third of a second: a page calls it only where
    the book is looked at, or something is saved. Its own oils, and the certificates of the bottles at hand, stand in
    the tables of the session from then on. drawn: whether inputs of the page may be drawn already.

    Raises BlendError where it cannot be opened; the next call tries again.
    """
    book = _book()
    certificates = tuple(book.certificates)
    shelf = tuple(book.shelf) if certificates else ()
    # Own oils that no longer fit are said where they stand; the rest of the book opens.
    take_own(book.fitting.oils, certificates_at_hand(shelf, certificates), drawn)
    if state.get(Key.PAGE) in SHOWING:
        state[Key.OWN_TOLD] = state[Key.OWN_KEPT]
    return replace(book, desk=replace(book.desk, tables=tables_now()))


def is_there() -> bool:
    """Return whether there is a book to be opened; one that was never made is not made to find out."""
    where = where_now()
    if where.kind == "file":
        return Key.BOOK in state
    path = where.url.partition("sqlite:///")[2]
    return not path or Path(path).exists()


def _book() -> Book:
    where = where_now()
    if where.kind != "file":
        return _kept(os.environ[SETTING].strip(), owner_by(os.environ))
    if Key.BOOK not in state:
        state[Key.BOOK] = open_book("")
        as_in_file(state[Key.BOOK].written)  # nothing stands in it yet
    book: Book = state[Key.BOOK]
    return book


@st.cache_resource(show_spinner=False)
def _kept(setting: str, owner: str) -> Book:
    """Return the book at that place, opened once in this process; one that cannot be opened is tried again."""
    return open_book(setting, owner)
