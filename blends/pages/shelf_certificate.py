"""The certificate of one bottle: pasted in or from a file, what was read shown, and kept only then."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from blends.errors import BlendError
from blends.keeping.things import Bottle, Certificate
from blends.pages.book_told import told
from blends.pages.keys import Key, state
from blends.pages.tables_now import tables_now
from blends.showing.book_html import list_html
from blends.showing.fault_html import faults_html
from blends.showing.html import note_html, sentence_html
from blends.showing.words import shelf as words
from blends.tables.certificate_file import read_certificate
from blends.tables.certificate_sheet import certificate_template, read_certificate_sheet
from blends.tables.faults import TableError

if TYPE_CHECKING:
    from blends.keeping.book import Book

LONGEST = 100_000  # characters of a table


def certificate(book: Book, bottle: Bottle, name: str) -> None:
    """Show the certificate of a bottle, and ask for one."""
    st.subheader(words.CERTIFICATE, anchor=False)
    for each in book.certificates:
        if each.bottle == bottle.id:
            st.html(note_html(words.certificate_said(each.lot, each.lab, len(each.constituents))))
            st.html(note_html(words.USED if each in tables_now().certificates else words.NOT_USED))
            gone = Key.of_bottle("drop", bottle.id)
            st.button(words.DROP, key=gone, on_click=told, args=(lambda: _drop(book, bottle, name),))
    table = Key.of_bottle("table", bottle.id)
    keys = {field: Key.of_bottle(f"certificate_{field}", bottle.id) for field in words.CERTIFICATE_FIELDS}
    with st.form(Key.of_bottle("certificate", bottle.id), border=False):
        st.text_area(words.TABLE.label, key=table, placeholder=words.TABLE.example, max_chars=LONGEST)
        with st.container(horizontal=True):
            for field, ask in words.CERTIFICATE_FIELDS.items():
                st.text_input(ask.label, key=keys[field], placeholder=ask.example, width=150)
        pressed = st.form_submit_button(words.READ)
    if pressed:
        texts = {field: str(state[key] or "") for field, key in keys.items()}
        texts |= {"constituents": str(state[table] or ""), "bottle": bottle.id, "oil": bottle.oil}
        _read(bottle, lambda: read_certificate(texts, tables_now()))
    _file(bottle)
    if Key.of_bottle("read", bottle.id) in state:
        _offer(book, bottle, name)


def _file(bottle: Bottle) -> None:
    """Ask for the certificate as a file, and offer the template."""
    done = Key.of_bottle("file_done", bottle.id)
    given = st.file_uploader(
        words.CERTIFICATE_FILE,
        type=["csv", "txt", "tsv"],
        key=Key.of_bottle("file", bottle.id),
        max_upload_size=1,
    )
    st.html(note_html(words.FILE_SAID))
    st.download_button(
        words.TEMPLATE,
        data=certificate_template(),
        file_name=words.TEMPLATE_NAME,
        mime="text/csv",
        key=Key.of_bottle("template", bottle.id),
        on_click="ignore",
    )
    if given is None or state.get(done) == given.file_id:
        return
    state[done] = given.file_id
    _read(bottle, lambda: read_certificate_sheet(given.getvalue(), bottle.id, bottle.oil, tables_now()))


def _read(bottle: Bottle, step: Callable[[], tuple[Certificate, tuple[str, ...]]]) -> None:
    """Keep what is read to be offered; what is wrong is said, all of it at once, and nothing is taken."""
    read = Key.of_bottle("read", bottle.id)
    state.pop(read, None)
    try:
        state[read] = step()
    except TableError as error:
        st.html(faults_html(error))
    except BlendError as error:
        st.html(sentence_html(str(error)))


def _offer(book: Book, bottle: Bottle, name: str) -> None:
    """Show what was read and what is not known, and offer to keep it."""
    found: Certificate
    found, unknown = state[Key.of_bottle("read", bottle.id)]
    lines = [words.constituent_said(each.name, each.pct, each.below) for each in found.constituents]
    st.html(list_html((*lines, *unknown), words.read_said(len(lines))))
    st.button(words.TAKE, key=Key.of_bottle("take", bottle.id), on_click=told, args=(lambda: _take(book, found, name),))


def _take(book: Book, found: Certificate, name: str) -> str:
    book.certificates.replace(found)
    state.pop(Key.of_bottle("read", found.bottle), None)
    return words.certificate_kept(name)


def _drop(book: Book, bottle: Bottle, name: str) -> str:
    book.certificates.remove(bottle.id)
    return words.certificate_gone(name)
