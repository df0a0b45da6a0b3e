"""The Blend page: four questions on the left, the recipe beside them. It reads inputs and shows results, no more."""

import streamlit as st

from blends.pages import header
from blends.pages.blend_answer import Beside, answer_to
from blends.pages.blend_behind import onward
from blends.pages.blend_inputs import bottle_and_base, which_dropper
from blends.pages.blend_link import open_link
from blends.pages.blend_more import more
from blends.pages.blend_oils import suit_oils, which_oils
from blends.pages.blend_person import for_whom
from blends.pages.blend_recipe import recipe
from blends.pages.blend_state import texts_of_widgets, whom_now
from blends.pages.blend_what_for import begin_several, what_for
from blends.pages.keys import Key, state
from blends.showing.html import notice_html


@st.fragment
def _show() -> None:
    open_link()
    person, conditions = whom_now()  # a choice is known before its input is drawn
    begin_several()
    suit_oils(person, conditions)
    answer = answer_to(texts_of_widgets())
    beside = Beside(answer.beside)
    with st.container(key="inputs"):
        what_for(person, conditions, beside)
        which_oils(beside)
        for_whom(beside)
        bottle_and_base(beside)
        which_dropper(beside)
        more(beside)
    # Parts are read as they are drawn; and after a restart the browser's inputs are known only once they stand.
    if (texts := texts_of_widgets()) != answer.texts:
        answer = answer_to(texts)
    recipe(answer, beside)


header("blend")
state[Key.WHOLE_RUN] = True
with st.container(key="sheet"):
    _show()
onward()
st.html(notice_html())
