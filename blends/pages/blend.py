"""The Blend page: four questions on the left, the recipe beside them. It reads inputs and shows results, no more."""

import streamlit as st

from blends.pages import header
from blends.pages.blend_behind import onward
from blends.pages.blend_inputs import bottle_and_base, which_dropper
from blends.pages.blend_link import open_link
from blends.pages.blend_more import more
from blends.pages.blend_oils import which_oils
from blends.pages.blend_person import for_whom
from blends.pages.blend_recipe import recipe
from blends.pages.blend_state import texts_of_widgets, whom_now
from blends.pages.blend_what_for import what_for
from blends.pages.keys import Key, state
from blends.showing.html import notice_html


@st.fragment
def _show() -> None:
    open_link()
    left, right = st.columns([39, 61], gap="medium")
    with left, st.container(key="inputs"):
        person, conditions = whom_now()  # a choice of the person is known before its inputs are drawn
        slots = what_for(person, conditions)
        slots |= which_oils(person, conditions)
        slots |= for_whom()
        slots |= bottle_and_base()
        slots |= which_dropper()
        slots |= more()
    with right:
        recipe(texts_of_widgets(), slots)


header("Equal Parts", "Massage oil by the drop: how much of each oil goes in, and how it was worked out.")
state[Key.WHOLE_RUN] = True
_show()
onward()
st.html(notice_html())
