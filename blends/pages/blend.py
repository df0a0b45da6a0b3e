"""The Blend page: four questions on the left, the recipe beside them. It reads inputs and shows results, no more."""

from functools import partial

import streamlit as st

from blends.pages import header
from blends.pages.blend_answer import Beside, answer_now
from blends.pages.blend_behind import onward
from blends.pages.blend_inputs import bottle_and_base, which_dropper
from blends.pages.blend_link import open_link
from blends.pages.blend_lists import lists
from blends.pages.blend_more import more
from blends.pages.blend_oils import other_oils, which_oils
from blends.pages.blend_part import Sheet, ask_apart
from blends.pages.blend_person import for_whom
from blends.pages.blend_recipe import recipe
from blends.pages.blend_state import texts_of_widgets
from blends.pages.blend_what_for import what_for
from blends.pages.keys import Key, state
from blends.pages.own_now import know_own
from blends.showing.html import notice_html, one_list_css

EFFECT, OILS = frozenset({"effect"}), frozenset({"oils"})  # fields of a brief, as below
BOTTLE_AND_BASE = frozenset({"bottle", "dilution", "base", "drops_per_ml", "bottles"})


@st.fragment
def _show() -> None:
    know_own()
    open_link()
    state.pop(Key.ALL_ANEW, None)
    answer = answer_now()
    beside = Beside(answer.beside)
    inputs, card = st.container(key="inputs"), st.container(key="recipe")
    sheet = Sheet(card.empty(), beside)
    with inputs:
        ask_apart(sheet, what_for, EFFECT)
        for whose in lists():
            with st.container(key=Key.list_of(whose)):
                ask_apart(sheet, partial(which_oils, whose), OILS)
        ask_apart(sheet, other_oils, OILS)
        for_whom(beside, sheet)
        ask_apart(sheet, _bottle_base_and_dropper, BOTTLE_AND_BASE)
    # Parts are read as they are drawn; and after a restart the browser's inputs are known only once they stand.
    if texts_of_widgets() != answer.texts:
        answer = answer_now()
    with card:
        recipe(answer, beside, sheet)


def _bottle_base_and_dropper(beside: Beside) -> None:
    bottle_and_base(beside)
    which_dropper(beside)
    more(beside)


header("blend")
state[Key.WHOLE_RUN] = not state.pop(Key.AGAIN, False)
with st.container(key="sheet"):
    _show()
onward()
st.html(notice_html())
st.html(one_list_css(lists()))
