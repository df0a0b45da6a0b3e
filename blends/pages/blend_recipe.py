"""The answer of the Blend page: the recipe, or why there is none, and what is pressed and opened beside it."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from blends.asking.quantities import next_bottle
from blends.flow import Result
from blends.making.stock import TooSmallError
from blends.pages.app_address import app_address
from blends.pages.blend_answer import Answer, Beside
from blends.pages.blend_behind import behind
from blends.pages.blend_help import nothing_over, ways_out_of_over
from blends.pages.blend_link import keep_address
from blends.pages.blend_part import Sheet, ask_apart
from blends.pages.blend_saved import ask_for_lacking, lacks_own, own_files, rests_on_own
from blends.pages.blend_shelf import cost_line
from blends.pages.blend_text import amounts, text_of
from blends.pages.book_save import save_block
from blends.pages.keys import Key, state
from blends.showing.card import Card
from blends.showing.handed import hand_on
from blends.showing.words import answer as words
from blends.showing.words.units import Unit, units_for


def recipe(answer: Answer, beside: Beside, sheet: Sheet) -> None:
    """Show the recipe, and the bar that leads to it; where there is none, that is said in both."""
    if answer.keep:
        keep_address(answer.keep)
    sheet.place.html(text_of(answer, beside.rest(answer.beside)))
    if answer.made:
        _recipe(*answer.made, sheet)
    elif answer.small:
        _larger(answer.small)
    elif lacks_own():
        ask_for_lacking()
    sheet.drawn(answer)


def _recipe(result: Result, card: Card, sheet: Sheet) -> None:
    if not nothing_over(result, card.judgement):  # then its ways out stand above the amounts
        ways_out_of_over(result, card.judgement)
        st.html(amounts(card))
    ask_apart(sheet, partial(_amounts_in, units_for(result.recipe), card.unit), frozenset())
    if rests_on_own(result):
        own_files(hand_on(result, app_address() + "card", None, card.best_before), ("pdf", "json"))
    cost_line(result)
    save_block(result, card.title)
    behind(result, card, card.best_before)


def _amounts_in(units: Mapping[Unit, str], unit: Unit, _: Beside) -> None:
    """Ask for the unit of the amounts; `unit` is that of the card."""
    st.segmented_control(
        words.AMOUNTS_IN,
        units,
        default=unit if Key.UNIT not in state else None,
        required=True,
        format_func=units.__getitem__,
        key=Key.UNIT,
        persist_state="session",
        label_visibility="collapsed",
        width="content",
    )


def _larger(small: TooSmallError) -> None:
    """Offer both ways out of a bottle that is too small for whole drops."""
    size = next_bottle(small.smallest_bottle_ml)
    with st.container(horizontal=True):
        if size:
            st.button(words.make_instead(size), on_click=_set, args=(Key.BOTTLE, size))
        st.button(words.MEASURE, on_click=_set, args=(Key.DROPS, "exact"))


def _set(key: str, value: str) -> None:
    state[key] = value
