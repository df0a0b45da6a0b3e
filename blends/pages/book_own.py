"""Own oils and base oils on the Book page: a form, a CSV file, and the list of those that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import streamlit as st

from blends.keeping.own_oils import add_by_file, add_by_form
from blends.pages.book_told import say, told
from blends.pages.keys import Key, state
from blends.pages.tables_now import tables_now
from blends.showing.html import note_html
from blends.showing.words import own_oils as words
from blends.tables.own import Kind, OwnOil
from blends.tables.own_file import own_constituents_template, own_oils_template

if TYPE_CHECKING:
    from blends.keeping.book import Book

PLACE = "own"  # where it is said what came of a step
LONGEST = 2000  # characters


def own_oils(book: Book) -> None:
    """Show the own oils and ask for more, made when it is opened."""
    box = st.expander(words.HEAD, key=Key.OWN_OILS, on_change="rerun")
    if not box.open:
        return
    with box:
        st.html(note_html(words.WHAT))
        say(PLACE)
        for oil in book.own_oils:
            _line(book, oil)
        asked = st.segmented_control(
            words.KIND,
            words.KINDS,
            default="essential",
            required=True,
            format_func=words.KINDS.__getitem__,
            key=Key.OWN_KIND,
        )
        kind = next((each for each in get_args(Kind) if each == asked), None)
        if kind:
            _form(book, kind)
        _file(book, kind)


def _line(book: Book, oil: OwnOil) -> None:
    cells = dict(oil.row)
    name = cells.get("name") or oil.made_from
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(note_html(words.line(name, cells.get("botanical", ""), oil.id, len(oil.constituents))))
        st.button(
            words.REMOVE,
            key=Key.own_field("remove", oil.id),
            on_click=told,
            args=(lambda: _remove(book, oil.id), PLACE),
        )


def _remove(book: Book, id_: str) -> str:
    book.own_oils.remove(id_)
    return words.removed(id_)


def _form(book: Book, kind: Kind) -> None:
    """Ask for one oil; what is wrong is said, and what was written stays."""
    tables = tables_now()
    shipped = tables.oil_by_id if kind == "essential" else tables.base_oil_by_id
    own = {oil.id for oil in tables.own}
    names = {"": words.NEW_OIL} | {id_: oil.name for id_, oil in shipped.items() if id_ not in own}
    with st.form(Key.own_field("form", kind), border=False, enter_to_submit=False):
        st.subheader(words.FORM, anchor=False)
        st.selectbox(words.MADE_FROM, names, format_func=names.__getitem__, key=Key.own_field(kind, "made_from"))
        for column in words.ASKED[kind]:
            ask, key = words.FIELDS[column], Key.own_field(kind, column)
            if choices := words.CHOICES.get(column):
                st.selectbox(ask.label, choices, format_func=choices.__getitem__, key=key)
                continue
            box = st.text_area if column == "constituents" else st.text_input
            box(
                ask.label,
                key=key,
                placeholder=ask.example,
                max_chars=None if column == "constituents" else LONGEST,
            )
        st.form_submit_button(words.ADD, on_click=told, args=(lambda: _add(book, kind), PLACE))


def _add(book: Book, kind: Kind) -> str:
    """Add the oil of the form, and empty the form."""
    columns = ("made_from", *words.ASKED[kind])
    texts = {column: str(state[Key.own_field(kind, column)] or "") for column in columns}
    said = add_by_form(book, texts, kind)
    state.update({Key.own_field(kind, column): "" for column in columns})
    return said


def _file(book: Book, kind: Kind | None) -> None:
    """Ask for a file of many; all of its faults are said at once."""
    st.subheader(words.FILE, anchor=False)
    if kind is None:
        st.html(note_html(words.CONSTITUENTS_WHAT))
    given = st.file_uploader(
        words.FILE,
        type="csv",
        key=Key.own_field("file", kind or ""),
        max_upload_size=1,
        label_visibility="collapsed",  # it is the heading above
    )
    st.download_button(
        words.TEMPLATE,
        data=own_oils_template(kind) if kind else own_constituents_template(),
        file_name=f"own_{kind or Key.OWN_FILE}.csv",
        mime="text/csv",
        on_click="ignore",
    )
    if given is None or state.get(Key.OWN_FILE_DONE) == given.file_id:
        return
    state[Key.OWN_FILE_DONE] = given.file_id
    told(lambda: add_by_file(book, given.getvalue(), kind), PLACE)
    st.rerun()
