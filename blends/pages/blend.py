"""The Blend page: inputs on the left, the recipe beside them. It reads inputs and shows results, nothing more."""

from dataclasses import replace
from fractions import Fraction

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from blends.asking.brief import DEFAULTS, Brief, read_fields
from blends.asking.choices import Dosing
from blends.asking.quantities import next_bottle
from blends.errors import BlendError
from blends.figures import write_number
from blends.flow import Result, calculate
from blends.making.handed_on import brief_to_keep
from blends.making.settle import unknown_ids
from blends.making.stock import TooSmallError
from blends.pages import HERE, catalogue, header, plain
from blends.pages.blend_inputs import base_and_bottle, dropper_and_dosing, fine_settings
from blends.pages.blend_link import ask_for_whom, keep_address, open_link, say_opened
from blends.pages.blend_oils import effect_and_oils
from blends.pages.blend_other_way import other_way
from blends.pages.blend_person import for_whom
from blends.pages.blend_share import share
from blends.pages.blend_state import NOTHING, set_oils, set_parts, texts_of_widgets, whom_now
from blends.pages.keys import Key, state
from blends.remedies import Help, dosing_within, what_clears, what_helps
from blends.showing.card import write_card
from blends.showing.guide import WHEN_WRONG
from blends.showing.html import check_html, notice_html, recipe_html, sentence_html
from blends.showing.safety_card import Judgement
from blends.showing.words.verdict import dilution_then, help_sentence, help_words


@st.fragment
def _show() -> None:
    tables = catalogue()
    open_link(tables)
    left, right = st.columns([5, 7], gap="large")
    with left, st.container(key="inputs"):
        oils = st.container()
        slots = for_whom(tables)
        with oils:
            slots |= effect_and_oils(tables, *whom_now())
        slots |= base_and_bottle(tables) | dropper_and_dosing(tables)
        fine_settings()
    with right, st.container(key="result"):
        said = st.container()
        brief = _result(texts_of_widgets(tables), slots)
        with said:
            say_opened()
    with left, st.container(key="other_way"):
        other_way(brief, tables)


def _result(texts: dict[str, str], slots: dict[str, DeltaGenerator]) -> Brief:
    """Show the recipe for `texts`, and return the brief that was read.

    A text that cannot be read says so in its slot and keeps its last good one.

    Where nothing is chosen, or something the tables do not know, no amounts are shown: that is said in its place.
    """
    good: dict[str, str] = state.setdefault(Key.GOOD, {})
    brief, errors = read_fields(texts)
    for field, error in errors.items():
        slots.get(field, st).html(sentence_html(str(error)))
    kept = {field: good.get(field, DEFAULTS[field]) for field in errors if field in DEFAULTS}
    if errors:
        brief, _ = read_fields(texts | kept)
    good.update({field: text for field, text in texts.items() if field not in errors})
    keep_address(brief_to_keep(brief, catalogue()), catalogue())
    if any(texts.get(field) == NOTHING for field in errors):
        return brief
    if unknown := unknown_ids(brief, catalogue()):
        for field in dict.fromkeys(error.field for error in unknown):
            said = " ".join(str(error) for error in unknown if error.field == field)
            slots.get(field, st).html(sentence_html(said))
        return brief
    if errors:
        shown = ", ".join(f"{field} {text or 'as in the composition'}" for field, text in kept.items())
        st.html(sentence_html(f"Shown with what could be read last: {shown}.", "note"))
    try:
        result = calculate(brief, catalogue())
    except TooSmallError as small:
        slots["bottle"].html(sentence_html(small.short))
        st.html(sentence_html(str(small)))
        _ways_out(small)
    except BlendError as error:
        slots.get(error.field, st).html(sentence_html(str(error)))
    else:
        until = state.get(Key.BEST_BEFORE)
        best_before = f"{until.day} {until:%B %Y}" if until else ""
        shown_card = write_card(result, best_before=best_before, handed_on=False)
        st.html(recipe_html(shown_card, ask_for_whom()))
        _what_to_change(result, shown_card.judgement)
        with st.container(horizontal=True):
            st.page_link(HERE.joinpath("massage.py"), label="How to give the massage")
            st.page_link(HERE.joinpath("oils.py"), label="About the oils")
            st.page_link(HERE.joinpath("massage.py"), label="When it goes wrong", query_params={"chapter": WHEN_WRONG})
        st.html(check_html(catalogue().when_not_to_massage))
        share(result, best_before)
    return brief


def _what_to_change(result: Result, judged: Judgement) -> None:
    """Offer the ceilings that are numbers to use, and, when asked, what would raise one."""
    for help_ in what_clears(result):
        st.button(plain(help_words(help_)), on_click=_take, args=(help_, "", "", result), key="clear")
    usable = [row for row in judged.rulebooks if row.usable]
    if not usable:
        return
    with st.container(horizontal=True, key="use_ceiling"):
        for row in usable:
            pct = write_number(row.ceiling_pct or 0, 5, "down")
            shown = write_number(row.ceiling_pct or 0, 3, "down")
            st.button(
                plain(f"Use {shown} % ({row.name})"),
                on_click=_use,
                args=(pct, row.id, result, result.brief),
                key=f"use_{row.id}",
            )
    names = {row.id: row.name for row in usable}
    asked = st.pills(
        "What would allow more by", names, format_func=lambda id_: plain(names[id_]), key=Key.HELP_BY, wrap=True
    )
    if asked:
        usual = result.review.rates.usual_pct
        helps = what_helps(result, asked)
        for i, each in enumerate(helps):
            st.button(
                plain(help_sentence(each, usual)),
                on_click=_take,
                args=(each, dilution_then(each, usual), asked, result),
                key=f"help_{i}",
            )
        if not helps:
            st.html(sentence_html("No change of one oil allows more.", "note"))


def _use(pct: str, rulebook: str, result: Result, brief: Brief) -> None:
    """Take a ceiling as the dilution; by measure where whole drops no longer keep it."""
    _set(Key.DILUTION, f"{pct} %")
    _set(Key.DROPS, dosing_within(replace(brief, dilution_pct=Fraction(pct)), rulebook, result))


def _take(help_: Help, pct: str, rulebook: str, result: Result) -> None:
    """Take the oils of a change, and the dilution it allows, in whole drops again where they keep it."""
    set_oils([part.id for part in help_.parts])
    set_parts({Key.parts(part.id): part for part in help_.parts})
    state[Key.HELP_BY] = None
    if pct:
        _use(pct, rulebook, result, replace(result.brief, oils=help_.parts, dosing=Dosing.EQUAL))


def _ways_out(small: TooSmallError) -> None:
    size = next_bottle(small.smallest_bottle_ml)
    with st.container(horizontal=True):
        if size:
            st.button(f"Make {size} instead", on_click=_set, args=(Key.BOTTLE, size))
        st.button("Measure instead of counting drops", on_click=_set, args=(Key.DROPS, "exact"))


def _set(key: str, value: str) -> None:
    state[key] = value


header("Equal Parts", "From an effect to a measured bottle of massage oil, every convention said.")
state[Key.WHOLE_RUN] = True
_show()
st.html(notice_html())
