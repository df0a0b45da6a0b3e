"""What stands behind a click below the recipe, each part made only while it is open."""

import streamlit as st

from blends.flow import Result
from blends.pages import HERE
from blends.pages.blend_hand_on import hand_on_block
from blends.pages.blend_help import how_to_use_more
from blends.pages.keys import Key, state
from blends.showing.card import Card
from blends.showing.guide import WHEN_WRONG
from blends.showing.html import calculation_html, droppers_html, limits_html
from blends.showing.words import answer


def anything_open() -> bool:
    """Return whether anything behind a click is open, so that it must be made for each recipe."""
    return any(state.get(key) for key in (Key.BOOK_SAVE, Key.LIMITS, Key.WORKED, Key.HAND_ON))


def behind(result: Result, card: Card, best_before: str) -> None:
    """Show what most people need not read, closed."""
    if card.judgement.rulebooks:
        limits = st.expander(answer.LIMITS, key=Key.LIMITS, on_change="rerun")
        if limits.open:
            with limits:
                how_to_use_more(result, card.judgement)
                st.html(limits_html(card))
    worked = st.expander(answer.WORKED, key=Key.WORKED, on_change="rerun")
    if worked.open:
        worked.html(calculation_html(card) + droppers_html(card))
    handing_on = st.expander(answer.HAND_ON, key=Key.HAND_ON, on_change="rerun")
    if handing_on.open:
        with handing_on:
            hand_on_block(result, best_before)


def onward() -> None:
    """Lead on from the recipe: once a page, not at each click."""
    with st.container(horizontal=True, key="onward"):
        st.page_link(HERE.joinpath("label.py"), label=answer.LABEL)
        st.page_link(HERE.joinpath("massage.py"), label=answer.BEFORE)
        st.page_link(HERE.joinpath("oils.py"), label=answer.THE_OILS)
        st.page_link(HERE.joinpath("massage.py"), label=answer.WHEN_WRONG, query_params={"chapter": WHEN_WRONG})
