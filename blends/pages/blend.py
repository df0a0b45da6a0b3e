"""The Blend page: inputs on the left, the recipe beside them. It reads inputs and shows results, nothing more."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from blends.brief import DEFAULTS, read_fields
from blends.card import card
from blends.errors import BlendError
from blends.figures import write_number
from blends.flow import calculate
from blends.html import recipe_html, sentence_html
from blends.pages import HERE, catalogue, header
from blends.pages.blend_inputs import (
    base_and_bottle,
    dropper_and_dosing,
    fine_settings,
    other_way,
)
from blends.pages.blend_oils import effect_and_oils
from blends.stock import TooSmallError

NOTICE = """
<footer class="ep-footer"><p>Equal Parts is arithmetic and care, not medical advice. Effects are traditional uses.
It does not yet judge a recipe against safety limits: <b>not assessed</b>. Read the oils' cautions, ask someone
qualified for children, in pregnancy or illness, try a little on the inside of the arm first, and let your
supplier's certificate override every figure here.</p></footer>"""


@st.fragment
def _show() -> None:
    tables = catalogue()
    left, right = st.columns([5, 7], gap="large")
    with left, st.container(key="inputs"):
        texts: dict[str, str] = {}
        slots: dict[str, DeltaGenerator] = {}
        for ask in (effect_and_oils, base_and_bottle, dropper_and_dosing, fine_settings):
            asked, places = ask(tables)
            texts |= asked
            slots |= places
    with right, st.container(key="result"):
        _result(texts, slots)
    with left, st.container(key="other_way"):
        other_way(texts)


def _result(texts: dict[str, str], slots: dict[str, DeltaGenerator]) -> None:
    """Show the recipe for `texts`; a text that cannot be read says so in its slot and keeps its last good one."""
    good: dict[str, str] = st.session_state.setdefault("good", {})
    brief, errors = read_fields(texts)
    for field, error in errors.items():
        slots.get(field, st).html(sentence_html(str(error)))
    if errors:
        kept = {field: good.get(field, DEFAULTS[field]) for field in errors if field in DEFAULTS}
        brief, _ = read_fields(texts | kept)
        shown = ", ".join(f"{text}" for text in kept.values())
        st.html(sentence_html(f"Shown for {shown}: the last entry that could be read.", "note"))
    good.update({field: text for field, text in texts.items() if field not in errors})
    try:
        st.html(recipe_html(card(calculate(brief, catalogue()), catalogue())))
        with st.container(horizontal=True):
            st.page_link(HERE.joinpath("massage.py"), label="How to give the massage")
            st.page_link(HERE.joinpath("oils.py"), label="About the oils")
    except TooSmallError as small:
        st.html(sentence_html(str(small)))
        _ways_out(small)
    except BlendError as error:
        slots.get(error.field, st).html(sentence_html(str(error)))


def _ways_out(small: TooSmallError) -> None:
    size = f"{write_number(small.smallest_bottle_ml, rounding='up')} ml"
    with st.container(horizontal=True):
        st.button(f"Make {size} instead", on_click=_set, args=("bottle", size))
        st.button("Measure instead of counting drops", on_click=_set, args=("drops", "exact"))


def _set(key: str, value: str) -> None:
    st.session_state[key] = value


header("Equal Parts", "From an effect to a measured bottle of massage oil, every convention said.")
_show()
st.html(NOTICE)
