"""The answer of the Blend page: the recipe, or why there is none, and the bar at the foot of a phone."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from blends.asking.brief import DEFAULTS, Brief, read_fields
from blends.asking.quantities import next_bottle
from blends.errors import BlendError
from blends.flow import calculate
from blends.making.handed_on import brief_to_keep
from blends.making.meant import unknown_ids
from blends.making.stock import TooSmallError
from blends.pages.blend_behind import behind
from blends.pages.blend_help import ways_out_of_over
from blends.pages.blend_link import card_links, keep_address, opened_from, say_opened
from blends.pages.blend_state import age_fault
from blends.pages.keys import NOT_KNOWN, NOTHING, Key, held, state
from blends.pages.tables_now import tables_now
from blends.showing.card import write_card
from blends.showing.html import (
    amounts_html,
    foot_html,
    foot_of,
    head_html,
    make_and_mind_html,
    note_html,
    sentence_html,
)
from blends.showing.words.first_sight import dropper_not_known
from blends.showing.words.units import unit_of, units_for
from blends.tables.called import called

NOTHING_CHOSEN = {
    "oils": "Choose at least one oil, and the amounts stand here.",
    "base": "Choose a base oil, and the amounts stand here.",
}


def recipe(texts: dict[str, str], slots: dict[str, DeltaGenerator]) -> None:
    """Show the recipe for `texts`, and the bar that leads to it; where there is none, that is said in both."""
    with st.container(key="recipe"):
        said = st.container()
        foot = _answer(texts, slots)
        with said:
            say_opened()
    st.html(foot)


def _answer(texts: dict[str, str], slots: dict[str, DeltaGenerator]) -> str:
    """Show the recipe and return the bar; a text that cannot be read says so in its slot and keeps its last good one.

    Where nothing is chosen, or something the tables do not know, no amounts are shown: that is said in its place.
    """
    if fault := age_fault():
        slots["person"].html(sentence_html(fault, "note"))
        return _none(fault)
    good: dict[str, str] = state.setdefault(Key.GOOD, {})
    brief, errors = read_fields(texts)
    nothing = [field for field in errors if texts.get(field) == NOTHING]
    for field, error in errors.items():
        if field in nothing:
            slots[field].html(sentence_html(NOTHING_CHOSEN[field], "note"))
        else:
            _say(str(error), slots, field)
    kept = {field: good.get(field, DEFAULTS[field]) for field in errors if field in DEFAULTS}
    if errors:
        brief, _ = read_fields(texts | kept)
    good.update({field: text for field, text in texts.items() if field not in errors})
    keep_address(brief_to_keep(brief, tables_now()))
    if nothing:
        return _none(" ".join(NOTHING_CHOSEN[field] for field in nothing))
    if unknown := unknown_ids(brief, called(tables_now())):
        for field in dict.fromkeys(error.field for error in unknown):
            _say(" ".join(str(error) for error in unknown if error.field == field), slots, field)
        return _none("Not all of this recipe is known here.")
    if errors:
        shown = ", ".join(text or "the oils of the effect" for text in kept.values())
        st.html(sentence_html(f"Shown for {shown} until what is marked can be read.", "note"))
    return _recipe(brief, slots)


def _recipe(brief: Brief, slots: dict[str, DeltaGenerator]) -> str:
    try:
        result = calculate(brief, tables_now())
    except TooSmallError as small:
        _say(small.short, slots, "bottle")
        st.html(sentence_html(str(small)))
        _larger(small)
        return foot_html("Too small for whole drops", "!", "Take a larger bottle, or measure")
    except BlendError as error:
        _say(str(error), slots, error.field)
        return _none(str(error))
    best_before = state.get(Key.BEST_BEFORE) or ""
    unit = unit_of(result.recipe, held(Key.UNIT))
    card = write_card(result, best_before=best_before, handed_on=False, unit=unit)
    st.html(head_html(card, card_links(result, best_before), opened_from(), Key.ASK_FOR_WHOM in state))
    ways_out_of_over(result, card.judgement)
    units = units_for(result.recipe)
    with st.container(horizontal=True, vertical_alignment="center", key="unit_row"):
        st.html(note_html(f"For one bottle of {card.bottle}"))
        st.segmented_control(
            "Amounts in",
            units,
            default=unit if Key.UNIT not in state else None,
            required=True,
            format_func=units.__getitem__,
            key=Key.UNIT,
            persist_state="session",
            label_visibility="collapsed",
            width="content",
        )
    st.html(amounts_html(card))
    st.html(make_and_mind_html(card))
    if held(Key.DROPPER) == NOT_KNOWN and card.droppers:
        slots["drops_per_ml"].html(sentence_html(dropper_not_known(result), "note"))
    behind(result, card, best_before)
    return foot_of(card)


def _say(sentence: str, slots: dict[str, DeltaGenerator], field: str) -> None:
    """Say what is wrong beside its input; above the recipe where that is not drawn."""
    slots.get(field, st).html(sentence_html(sentence))


def _none(sentence: str) -> str:
    """Say where the recipe would stand why there is none, and return the bar that says so, too."""
    st.html(sentence_html(sentence, "note"))
    return foot_html("No recipe yet", "!", sentence)


def _larger(small: TooSmallError) -> None:
    size = next_bottle(small.smallest_bottle_ml)
    with st.container(horizontal=True):
        if size:
            st.button(f"Make {size} instead", on_click=_set, args=(Key.BOTTLE, size))
        st.button("Measure instead of counting drops", on_click=_set, args=(Key.DROPS, "exact"))


def _set(key: str, value: str) -> None:
    state[key] = value
