"""The blends of the book: searched, sorted, opened, starred; and those that were deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import streamlit as st

from blends.keeping.kept import Entry, Sort
from blends.pages import HERE
from blends.pages.blend_link import open_brief
from blends.pages.book_blend import about
from blends.pages.book_told import say, told
from blends.pages.book_unsaved import as_in_file, unsaved
from blends.pages.keys import Key, state
from blends.showing.book_html import Line, line_html
from blends.showing.html import note_html, sentence_html
from blends.showing.words import book as words

if TYPE_CHECKING:
    from blends.keeping.book import Book

SORTS: dict[Sort, str] = {sort: words.SORTS[sort] for sort in get_args(Sort)}
AT_ONCE = 20  # blends shown, and more at each press


def saved_blends(book: Book) -> None:
    """Show the blends that hold what is searched, in the order asked for."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="book_asked"):
        search = st.text_input(words.SEARCH, key=Key.BOOK_SEARCH, placeholder=words.SEARCH_EXAMPLE) or ""
        sort = st.segmented_control(
            words.SORT,
            SORTS,
            default="newest",
            required=True,
            format_func=SORTS.__getitem__,
            key=Key.BOOK_SORT,
        )
    found = book.blends(search, sort)
    if not found:
        st.html(sentence_html(words.none_found(search) if search.strip() else words.EMPTY, "note"))
        return
    most = state.get(Key.BOOK_SHOWN, AT_ONCE)
    news = {each.name: each.said for each in book.news(entry.name for entry in found[:most])}
    for entry in found[:most]:
        with st.container(border=True, key=Key.of_blend("entry", entry.name)):
            _entry(book, entry, news.get(entry.name, ""))
    st.html(note_html(words.shown_of(min(most, len(found)), len(found))))
    if most < len(found):
        st.button(words.MORE, on_click=lambda: state.update({Key.BOOK_SHOWN: most + AT_ONCE}))


def _entry(book: Book, entry: Entry, news: str) -> None:
    version = words.version_head(entry.number, entry.saved_on, entry.changed)
    oils = words.oils_line(entry.oils)
    st.html(line_html(Line(entry.name, oils, version, entry.starred, entry.tags, entry.note, news)))
    with st.container(horizontal=True):
        if st.button(words.OPEN, key=Key.of_blend("open", entry.name)):
            open_blend(book, entry)
        st.button(
            words.STARRED if entry.starred else words.STAR,
            key=Key.of_blend("star", entry.name),
            on_click=told,
            args=(lambda: _star(book, entry),),
        )
    say(entry.name)
    about(book, entry)


def _star(book: Book, entry: Entry) -> str:
    """Star a blend, or take its star away: the list shows it, so nothing is said."""
    book.star(entry.name, not entry.starred)
    return ""


def open_blend(book: Book, entry: Entry) -> None:
    """Open a blend on the Blend page, with what the tables say otherwise since it was opened last."""
    in_file = not unsaved()
    opened = book.open(entry.name)
    if in_file:  # that it was opened is noted in the book, and no loss
        as_in_file(book.written)
    said = words.said_otherwise(opened.name, opened.said) if opened.said else ""
    open_brief(opened.brief, words.from_book(opened.name), said)
    state[Key.BOOK_OPENED] = (entry.name, entry.number)
    st.switch_page(HERE.joinpath("blend.py"))


def deleted_blends(book: Book) -> None:
    """Offer the deleted blends that can be brought back, the last of each name."""
    found = {each.name: each for each in reversed(book.deleted())}
    if not found:
        return
    box = st.expander(words.DELETED, key=Key.BOOK_DELETED, on_change="rerun")
    if not box.open:
        return
    with box:
        for each in reversed(found.values()):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.html(note_html(words.can_come_back(each.name, each.until)))
                st.button(
                    words.BRING_BACK,
                    key=Key.of_blend("back", each.name),
                    on_click=told,
                    args=(lambda name=each.name: words.back(book.undelete(name)),),
                )
