"""One blend of the book, opened below its line: versions, name, tags, note, and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from blends.keeping.kept import LONGEST_NAME, LONGEST_NOTE, Entry
from blends.pages.book_told import told
from blends.pages.keys import Key, state
from blends.showing.html import note_html
from blends.showing.words import book as words

if TYPE_CHECKING:
    from blends.keeping.book import Book

MOST_VERSIONS = 20  # shown; the file of the book holds all


def about(book: Book, entry: Entry) -> None:
    """Show what most people need not see of a blend, made when it is opened."""
    box = st.expander(words.MORE_OF, key=Key.of_blend("about", entry.name), on_change="rerun")
    if not box.open:
        return
    with box:
        _versions(book, entry)
        _words(book, entry)
        st.button(
            words.DELETE, key=Key.of_blend("delete", entry.name), on_click=told, args=(lambda: _delete(book, entry),)
        )


def _versions(book: Book, entry: Entry) -> None:
    """Show each version with what is new in it; an older one can be made the latest again."""
    for version in book.versions(entry.name)[:MOST_VERSIONS]:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(note_html(words.version_head(version.number, version.saved_on, version.changed)))
            if version.number < entry.number:
                st.button(
                    words.RESTORE,
                    key=Key.of_blend(f"restore_{version.number}", entry.name),
                    on_click=told,
                    args=(lambda number=version.number: _restore(book, entry, number), entry.name),
                )


def _restore(book: Book, entry: Entry, number: int) -> str:
    saved = book.restore(entry.name, number)
    return words.restored(saved.name, saved.number, number) if saved.new else saved.said


def _delete(book: Book, entry: Entry) -> str:
    gone = book.delete(entry.name)
    return words.deleted(gone.name, gone.until)


def _words(book: Book, entry: Entry) -> None:
    """Ask for name, tags and note in one form; what cannot be kept is said, and stays as it was written."""
    name, tags, note = (Key.of_blend(what, entry.name) for what in ("name", "tags", "note"))
    with st.form(Key.of_blend("form", entry.name), border=False):
        st.text_input(words.NEW_NAME, entry.name, max_chars=LONGEST_NAME, key=name)
        st.text_input(words.TAGS.label, ", ".join(entry.tags), key=tags, placeholder=words.TAGS.example)
        st.text_area(words.NOTE, entry.note, max_chars=LONGEST_NOTE, key=note, height=90)
        st.html(note_html(words.STORED))
        st.form_submit_button(
            words.KEEP,
            on_click=told,
            args=(lambda: _keep(book, entry.name, name, tags, note), entry.name, ""),  # it may have another name then
        )


def _keep(book: Book, old: str, name: str, tags: str, note: str) -> str:
    """Keep what is written and return what came of it; the name comes last, for it alone may be taken."""
    new = str(state[name] or "")
    if old not in [entry.name for entry in book.blends()]:
        return words.gone(old, [new if new != old else "", str(state[tags] or ""), str(state[note] or "")])
    book.tag(old, str(state[tags] or "").split(","))
    book.note(old, str(state[note] or ""))
    if new != old:
        new = book.rename(old, new)
        state[Key.of_blend("about", new)] = True
        opened, number = state.get(Key.BOOK_OPENED, ("", 0))
        if opened == old:
            state[Key.BOOK_OPENED] = (new, number)
    return words.kept(new)
