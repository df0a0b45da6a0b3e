"""The Label page: what is stuck on the bottle of the recipe, and the papers. It holds the brief of the Blend page."""

import streamlit as st

from blends.pages import HERE, header
from blends.pages.blend_link import keep_address, open_link, say_opened
from blends.pages.keys import Key, state
from blends.pages.label_answer import answer
from blends.pages.label_inputs import ask
from blends.pages.label_recipe import recipe_now
from blends.pages.own_now import say_own
from blends.showing.html import notice_html, sentence_html
from blends.showing.words import label_page as words

SCRIPT = f"<script>{HERE.joinpath('label.js').read_text(encoding='utf-8')}</script>"  # ours, whole


@st.fragment
def _show() -> None:
    say_own()
    open_link()
    say_opened()
    result, fault = recipe_now()
    if fault:
        st.html(sentence_html(fault, "note"))
    if result is None:
        st.page_link(HERE.joinpath("blend.py"), label=words.BACK)
        return
    keep_address(result.brief)
    left, right = st.columns([39, 61], gap="medium")
    with left, st.container(key="label_inputs"):
        ask(result)
    with right, st.container(key="label_answer"):
        answer(result)


header("label")
st.html(SCRIPT, unsafe_allow_javascript=True)
state[Key.WHOLE_RUN] = True
_show()
st.html(notice_html())
