"""The Book page: where the book is, the blends that are kept, the book as a file. It shows and asks, no more."""

import streamlit as st

from blends.errors import BlendError
from blends.pages import header
from blends.pages.book_compare import compare_two
from blends.pages.book_files import end_of_it, files
from blends.pages.book_list import deleted_blends, saved_blends
from blends.pages.book_now import book_now, where_now
from blends.pages.book_own import own_oils
from blends.pages.book_told import say
from blends.pages.book_unsaved import say_unsaved
from blends.showing.html import note_html, notice_html, sentence_html
from blends.showing.words import book as words


@st.fragment
def _show() -> None:
    st.html(note_html(where_now().sentence))
    say()
    try:
        book = book_now()
        say_unsaved()
        for sentence in (*book.own_oils.unread, *book.unfit):
            st.html(sentence_html(sentence))
        saved_blends(book)
        compare_two(book)
        deleted_blends(book)
        own_oils(book)
        files(book)
        end_of_it(book)
    except BlendError as error:
        st.html(sentence_html(str(error)))
        st.button(words.TRY_AGAIN)


header("book")
with st.container(key="book_page"):
    _show()
st.html(notice_html())
