"""The page My oils: the bottles one has, and what the present blend costs and takes of them."""

import streamlit as st

from blends.errors import BlendError
from blends.pages import header
from blends.pages.book_now import book_now, where_now
from blends.pages.book_told import say
from blends.pages.book_unsaved import say_unsaved
from blends.pages.shelf_blend import present_blend
from blends.pages.shelf_bottles import add_bottle, bottles
from blends.pages.shelf_now import shelf_now
from blends.showing.html import note_html, notice_html, sentence_html
from blends.showing.words.book import TRY_AGAIN


@st.fragment
def _show() -> None:
    st.html(note_html(where_now().sentence))
    say()
    try:
        book = book_now()
        say_unsaved()
        shelf = shelf_now()
        for sentence in (*book.shelf.unread, *book.certificates.unread):
            st.html(sentence_html(sentence))
        add_bottle(book, shelf)
        bottles(book, shelf)
        present_blend(book, shelf)
    except BlendError as error:
        st.html(sentence_html(str(error)))
        st.button(TRY_AGAIN)


header("shelf")
with st.container(key="shelf_page"):
    _show()
st.html(notice_html())
