"""The third question of the Blend page: for whom, and for home or for others. It starts oils and dilution anew."""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from blends.asking.person import CONDITIONS, Person, contact_id
from blends.figures import write_number
from blends.making.guidance import guidance_for
from blends.making.settle import suitable_oils
from blends.pages.blend_choices import start_with
from blends.pages.blend_state import age_fault, chosen_effects, whom_now
from blends.pages.keys import Key, begins, held, state
from blends.pages.tables_now import tables_now
from blends.showing.html import place_html, sentence_html
from blends.showing.words.inputs import rates_sentence

FOR_WHOM = "for-whom"  # the anchor
PERSONS = {
    "adult": "Adult",
    "older": "Older",
    "pregnant": "Pregnant",
    "breastfeeding": "Breastfeeding",
    "child": "Child",
}
PURPOSE_WORDS = {"home": "At home", "sale": "For clients or a shop"}


def for_whom() -> dict[str, DeltaGenerator]:
    """Ask for the person, home or sale, and when opened for illness and allergy; return where to say an error."""

    def start_anew() -> None:
        if age_fault():
            return
        person, conditions = whom_now()
        rates = guidance_for(person, conditions, tables_now().guidance_by_person)
        effects = chosen_effects()
        state[Key.DILUTION] = f"{write_number(rates.usual_pct)} %"
        if effects and set(state.get(Key.OILS) or []) == set(state.get(Key.SUITABLE, [])):  # one's own choice stays
            start_with(suitable_oils(effects, person, conditions, tables_now()))

    def answered() -> None:
        state[Key.ASK_FOR_WHOM] = ""
        start_anew()

    st.html(place_html(FOR_WHOM))
    st.pills(
        "3 · For whom?",
        PERSONS,
        default=begins(Key.PERSON),
        required=True,
        format_func=PERSONS.__getitem__,
        key=Key.PERSON,
        persist_state="session",
        on_change=answered,
        wrap=True,
    )
    slots = {"person": st.empty()}
    if held(Key.PERSON) == "child":
        age = begins(Key.AGE)
        asked = "How old is the child, in full years?"
        st.text_input(asked, age, key=Key.AGE, persist_state="session", placeholder="such as 7", on_change=answered)
    if not age_fault():
        _say_rates(whom_now(), slots["person"])
    st.segmented_control(
        "For home or for others",
        PURPOSE_WORDS,
        default=begins(Key.PURPOSE),
        required=True,
        format_func=PURPOSE_WORDS.__getitem__,
        key=Key.PURPOSE,
        persist_state="session",
        label_visibility="collapsed",
    )
    box = st.expander("Illness or allergy", key=Key.HEALTH, on_change="rerun")
    if box.open:
        with box:
            _health(start_anew)
    slots["conditions"] = st.empty()
    return slots


def _health(start_anew: Callable[[], None]) -> None:
    """Ask for illness and allergy."""
    st.pills(
        "Illness or allergy of this person",
        CONDITIONS,
        selection_mode="multi",
        format_func=lambda id_: CONDITIONS[id_].capitalize(),
        key=Key.CONDITIONS,
        persist_state="session",
        on_change=start_anew,
        wrap=True,
    )
    labels = {contact_id(str(label)): str(label) for label in tables_now().allergens.index}
    st.selectbox(
        "A fragrance substance not tolerated, as named on labels",
        labels,
        index=None,
        format_func=labels.__getitem__,
        key=Key.CONTACT,
        persist_state="session",
        placeholder="such as Linalool",
        on_change=start_anew,
    )


def _say_rates(whom: tuple[Person, tuple[str, ...]], slot: DeltaGenerator) -> None:
    """Say the usual and the highest dilution where they are not an adult's."""
    person, conditions = whom
    if person.kind != "adult" or conditions:
        rates = guidance_for(person, conditions, tables_now().guidance_by_person)
        slot.html(sentence_html(rates_sentence(person, rates), "note"))
