"""Two blends of the book, or two versions of one, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from blends.errors import BlendError
from blends.flow import calculate
from blends.keeping.compare import compare
from blends.pages.keys import Key
from blends.pages.tables_now import tables_now
from blends.showing.book_html import compared_html
from blends.showing.html import sentence_html
from blends.showing.words import book as words

if TYPE_CHECKING:
    from blends.flow import Result
    from blends.keeping.book import Book


def compare_two(book: Book) -> None:
    """Ask for two blends or versions and show them side by side, made when it is opened."""
    box = st.expander(words.COMPARE, key=Key.BOOK_COMPARE, on_change="rerun")
    if not box.open:
        return
    with box:
        names = [entry.name for entry in book.blends(sort="name")]
        if not names:
            st.html(sentence_html(words.EMPTY, "note"))
            return
        left, right = st.columns(2)
        with left:
            first = _ask(book, names, 0, words.FIRST)
        with right:
            second = _ask(book, names, min(1, len(names[1:])), words.SECOND)
        try:
            told = compare(_made(book, *first), _made(book, *second), tuple(book.shelf))
        except BlendError as error:
            st.html(sentence_html(str(error)))
            return
        heads = [words.side_head(*each) for each in (first, second)]
        st.html(compared_html(heads, told.parts, told.rest))


def _ask(book: Book, names: list[str], at: int, label: str) -> tuple[str, int]:
    """Return the blend and the version that are asked for."""
    name = st.selectbox(label, names, at, key=Key.of_blend("side", label))
    numbers = [version.number for version in book.versions(name)]
    number = st.selectbox(words.VERSION, numbers, key=Key.of_blend("side_version", f"{label}_{name}"))
    return name, number


def _made(book: Book, name: str, number: int) -> Result:
    (found,) = [version for version in book.versions(name) if version.number == number]
    return calculate(found.brief, tables_now())
