"""The bottles of the shelf: added, changed, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from blends.errors import BlendError
from blends.keeping.bottle_form import read_bottle_form, with_left
from blends.keeping.shelf import Shelf, notices
from blends.keeping.things import Bottle
from blends.pages import plain
from blends.pages.book_told import told
from blends.pages.keys import Key, state
from blends.pages.shelf_certificate import certificate
from blends.pages.tables_now import tables_now
from blends.showing.book_html import Line, line_html
from blends.showing.html import note_html, sentence_html
from blends.showing.words import shelf as words

if TYPE_CHECKING:
    from blends.keeping.book import Book

AT_ONCE = 20  # bottles shown, and more at each press


def names_of() -> dict[str, str]:
    """Return the names of all oils and base oils by their ids."""
    tables = tables_now()
    return {id_: oil.name for id_, oil in (tables.oil_by_id | tables.base_oil_by_id).items()}


def add_bottle(book: Book, shelf: Shelf) -> None:
    """Ask for a bottle; what cannot be read is said, and stays as it was written."""
    box = st.expander(words.ADD_HEAD, not shelf, key=Key.SHELF_ADD, on_change="rerun")
    if not box.open:
        return
    names = {id_: plain(name) for id_, name in names_of().items()}
    with box, st.form(Key.SHELF_FORM, border=False):
        st.selectbox(
            words.OIL.label,
            names,
            index=None,  # the first of the list is nobody's choice
            placeholder=words.OIL.example or "",
            format_func=names.__getitem__,
            key=Key.of_bottle("oil", ""),
        )
        with st.container(horizontal=True):
            for field, ask in words.FIELDS.items():
                key = Key.of_bottle(field, "")
                st.text_input(ask.label, key=key, placeholder=ask.example, width=120)
        st.form_submit_button(words.ADD, on_click=told, args=(lambda: _add(book),))


def _add(book: Book) -> str:
    """Put the bottle on the shelf and return that it stands there; then the form is empty but for the currency."""
    keys = {field: Key.of_bottle(field, "") for field in ("oil", *words.FIELDS)}
    if not state.get(keys["oil"]):
        raise BlendError(words.NO_OIL, "oil")
    typed = {field: str(state.get(key) or "") for field, key in keys.items()}
    bottle = read_bottle_form(typed, book.shelf.ids | book.certificates.ids)
    book.shelf.add(bottle)
    state.update({key: "" for field, key in keys.items() if field not in ("oil", "currency")})
    state[Key.SHELF_ADD] = True  # who has one bottle has more
    return words.added(names_of().get(bottle.oil, bottle.oil))


def bottles(book: Book, shelf: Shelf) -> None:
    """Show the bottles, with what is to be said of each."""
    if not shelf:
        st.html(sentence_html(words.EMPTY, "note"))
        return
    said: dict[str, list[str]] = {}
    for notice in notices(shelf, book.desk.clock().date(), tables_now().base_oil_by_id):
        said.setdefault(notice.bottle.id, []).append(words.TOLD[notice.told])
    most, names = state.get(Key.SHELF_SHOWN, AT_ONCE), names_of()
    for bottle in shelf[:most]:
        with st.container(border=True, key=Key.of_bottle("bottle", bottle.id)):
            name = names.get(bottle.oil, bottle.oil)
            amount = words.bottle_line(bottle.left_ml, bottle.size_ml, bottle.price, bottle.currency)
            dates = words.dates_line(bottle.opened, bottle.best_before, bottle.lot)
            st.html(line_html(Line(name, amount, dates, note=bottle.note, news=" ".join(said.get(bottle.id, [])))))
            _about(book, bottle, name)
    st.html(note_html(words.shown_of(min(most, len(shelf)), len(shelf))))
    if most < len(shelf):
        st.button(words.MORE, on_click=lambda: state.update({Key.SHELF_SHOWN: most + AT_ONCE}))


def _about(book: Book, bottle: Bottle, name: str) -> None:
    """Offer to change a bottle, made when it is opened."""
    box = st.expander(words.CHANGE, key=Key.of_bottle("about", bottle.id), on_change="rerun")
    if not box.open:
        return
    with box:
        left = Key.of_bottle("left", bottle.id)
        with st.form(Key.of_bottle("form", bottle.id), border=False):
            st.text_input(words.FIELDS["left_ml"].label, f"{bottle.left_ml:f}", key=left, width=160)
            st.form_submit_button(words.KEEP, on_click=told, args=(lambda: _keep(book, bottle, name),))
        certificate(book, bottle, name)
        st.button(
            words.REMOVE,
            key=Key.of_bottle("remove", bottle.id),
            on_click=told,
            args=(lambda: _remove(book, bottle, name),),
        )


def _keep(book: Book, bottle: Bottle, name: str) -> str:
    changed = with_left(bottle, str(state[Key.of_bottle("left", bottle.id)] or ""))
    book.shelf.change(changed)
    return words.left_now(name, changed.left_ml)


def _remove(book: Book, bottle: Bottle, name: str) -> str:
    if any(each.bottle == bottle.id for each in book.certificates):
        book.certificates.remove(bottle.id)
    book.shelf.remove(bottle.id)
    return words.removed(name)
