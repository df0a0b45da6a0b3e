"""The answer of the Blend page: the recipe, or why there is none, and the bar at the foot of a phone."""

import streamlit as st

from blends.asking.quantities import next_bottle
from blends.flow import Result
from blends.making.stock import TooSmallError
from blends.pages.blend_answer import Answer, Beside
from blends.pages.blend_behind import behind
from blends.pages.blend_help import ways_out_of_over
from blends.pages.blend_link import card_links, keep_address, opened_from, say_opened
from blends.pages.blend_shelf import cost_line
from blends.pages.book_save import save_block
from blends.pages.keys import Key, state
from blends.showing.card import Card
from blends.showing.html import amounts_html, foot_html, foot_of, head_html, make_and_mind_html, sentence_html
from blends.showing.words import answer as words
from blends.showing.words.units import units_for


def recipe(answer: Answer, beside: Beside) -> None:
    """Show the recipe, and the bar that leads to it; where there is none, that is said in both."""
    if answer.keep:
        keep_address(answer.keep)
    with st.container(key="recipe"):
        say_opened()
        beside.say_rest(answer.beside)
        if answer.above:
            st.html(sentence_html(answer.above, "note"))
        if answer.made:
            _recipe(*answer.made)
        elif answer.small:
            _larger(answer.small)
        else:
            foot = foot_html(words.NO_RECIPE, "!", answer.instead)
            st.html(sentence_html(answer.instead, "note") + foot)


def _recipe(result: Result, card: Card) -> None:
    links = card_links(result, card.best_before)
    st.html(head_html(card, links, opened_from(), Key.ASK_FOR_WHOM in state) + foot_of(card))
    ways_out_of_over(result, card.judgement)
    units = units_for(result.recipe)
    st.segmented_control(
        words.AMOUNTS_IN,
        units,
        default=card.unit if Key.UNIT not in state else None,
        required=True,
        format_func=units.__getitem__,
        key=Key.UNIT,
        persist_state="session",
        label_visibility="collapsed",
        width="content",
    )
    st.html(amounts_html(card) + make_and_mind_html(card))
    cost_line(result)
    save_block(result, card.title)
    behind(result, card, card.best_before)


def _larger(small: TooSmallError) -> None:
    """Say that the bottle is too small for whole drops, with both ways out."""
    foot = foot_html(words.TOO_SMALL, "!", words.TAKE_LARGER)
    st.html(sentence_html(str(small)) + foot)
    size = next_bottle(small.smallest_bottle_ml)
    with st.container(horizontal=True):
        if size:
            st.button(words.make_instead(size), on_click=_set, args=(Key.BOTTLE, size))
        st.button(words.MEASURE, on_click=_set, args=(Key.DROPS, "exact"))


def _set(key: str, value: str) -> None:
    state[key] = value
