"""The present blend beside the shelf: what it costs, for how many bottles there is enough, what to buy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import streamlit as st

from blends.asking.counts import read_count
from blends.errors import BlendError
from blends.figures import write_number
from blends.flow import Result
from blends.keeping.cost import Cost, Money, cost
from blends.keeping.shelf import Shelf, enough_for, take_out
from blends.keeping.shopping import shopping_list
from blends.pages.blend_answer import answer_to
from blends.pages.blend_state import texts_of_widgets
from blends.pages.book_told import told
from blends.pages.keys import Key
from blends.pages.shelf_bottles import names_of
from blends.showing.book_html import Line, line_html, list_html
from blends.showing.html import note_html, sentence_html
from blends.showing.shelf_html import rows_html
from blends.showing.words import shelf as words
from blends.showing.words.compared import money, money_words

if TYPE_CHECKING:
    from blends.keeping.book import Book

MOST_BOTTLES = 1000


def present_blend(book: Book, shelf: Shelf) -> None:
    """Show what the blend of the Blend page costs and takes; nothing without a bottle on the shelf."""
    if not shelf:
        return
    answer = answer_to(texts_of_widgets())
    if answer.made is None:
        st.html(line_html(Line(words.BLEND, answer.instead, "")))
        return
    result, card = answer.made
    st.html(line_html(Line(words.BLEND, card.short, "")))
    typed = st.text_input(words.COUNT.label, "1", key=Key.SHELF_COUNT, width=160, persist_state="session") or "1"
    try:
        count = read_count(typed, words.COUNT_KIND, MOST_BOTTLES)
    except BlendError as error:
        st.html(sentence_html(str(error)))
        return
    _costs(cost(result, shelf), count)
    _stock(result, shelf, count)
    st.button(words.TAKE_OUT, on_click=told, args=(lambda: _take_out(book, result, count),), key=Key.SHELF_TAKE)
    st.html(note_html(words.TAKE_OUT_SAID))


def _costs(found: Cost, count: int) -> None:
    """Show what a bottle, several and a massage cost, and each oil, as far as prices are known."""
    if found.total:
        least, most = found.per_massage
        several = _sum(found.for_bottles(count))
        st.html(list_html(words.costs_said(_sum(found.total), several, count, (_sum(least), _sum(most)))))
    if found.unknown:
        st.html(sentence_html(words.no_price(found.unknown), "note"))
    rows = [(each.name, write_number(each.ml), _one(each.per_drop), _one(each.cost)) for each in found.oils]
    st.html(rows_html(words.PER_OIL, words.COST_HEADS, rows))


def _sum(sums: Iterable[Money]) -> str:
    return money_words([(each.amount, each.currency) for each in sums], ())


def _one(price: Money | None) -> str:
    return words.NO_FIGURE if price is None else money(price.amount, price.currency)


def _stock(result: Result, shelf: Shelf, count: int) -> None:
    """Show for how many bottles there is enough, and what to buy."""
    enough, names = enough_for(result, shelf), names_of()
    st.html(sentence_html(words.enough_said(enough.bottles, [names[id_] for id_ in enough.first_out]), "note"))
    to_buy = shopping_list(result, shelf, count)
    if not to_buy:
        st.html(note_html(words.NOTHING_TO_BUY))
        return
    st.html(line_html(Line(words.BUY, "", "")))
    rows = [
        (
            each.name,
            write_number(each.needed_ml),
            f"{each.left_ml:f}",
            words.to_buy_said(each.missing_ml, each.bottles, each.size_ml),
        )
        for each in to_buy
    ]
    st.html(rows_html(words.BUY, words.BUY_HEADS, rows))


def _take_out(book: Book, result: Result, count: int) -> str:
    """Take off the shelf what the blend took, as the shelf is now, and return that it was taken."""
    book.shelf.replace(*take_out(result, tuple(book.shelf), count, book.desk.clock().date()))
    return words.taken_out(count)
