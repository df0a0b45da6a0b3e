"""For whom the oil is, and what to heed. Changing it starts the oils and the dilution anew."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from blends.asking.person import CONDITIONS, Person, contact_id
from blends.figures import write_number
from blends.making.guidance import guidance_for
from blends.making.settle import suitable_oils
from blends.pages.blend_state import chosen_effects, start_with, whom_now
from blends.pages.keys import Key, begins, state
from blends.showing.html import place_html, sentence_html
from blends.showing.words.inputs import rates_sentence
from blends.tables.catalogue import Catalogue

FOR_WHOM = "for-whom"  # the anchor
PERSONS = {
    "adult": "Adult",
    "older": "Older",
    "pregnant": "Pregnant",
    "breastfeeding": "Breastfeeding",
    "child": "Child",
}


def for_whom(tables: Catalogue) -> dict[str, DeltaGenerator]:
    """Ask for the person and the conditions; return where to say an error."""

    def start_anew() -> None:
        person, conditions = whom_now()
        rates = guidance_for(person, conditions, tables.guidance_by_person)
        effects = chosen_effects(tables)
        state[Key.DILUTION] = f"{write_number(rates.usual_pct)} %"
        if effects and set(state.get(Key.OILS) or []) == set(state.get(Key.SUITABLE, [])):  # one's own choice stays
            start_with(suitable_oils(effects, person, conditions, tables))

    def answered() -> None:
        state[Key.ASK_FOR_WHOM] = ""
        start_anew()

    st.html(place_html(FOR_WHOM))
    st.pills(
        "For whom",
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
    whom = whom_now()
    _say_rates(whom, tables, slots["person"])
    if state[Key.PERSON] == "child":
        st.number_input(
            "Age in years", 0, 17, begins(Key.AGE), key=Key.AGE, persist_state="session", on_change=answered
        )
    with st.expander("Health and allergies", key="health"):
        st.pills(
            "What to heed",
            CONDITIONS,
            selection_mode="multi",
            format_func=lambda id_: CONDITIONS[id_].capitalize(),
            key=Key.CONDITIONS,
            persist_state="session",
            on_change=start_anew,
            wrap=True,
        )
        labels = {contact_id(str(label)): str(label) for label in tables.allergens.index}
        st.selectbox(
            "Known contact allergy",
            labels,
            index=None,
            format_func=labels.__getitem__,
            key=Key.CONTACT,
            persist_state="session",
            placeholder="an EU label allergen, such as Linalool",
            on_change=start_anew,
        )
    slots["conditions"] = st.empty()
    return slots


def _say_rates(whom: tuple[Person, tuple[str, ...]], tables: Catalogue, slot: DeltaGenerator) -> None:
    """Say the usual and the highest dilution where they are not an adult's."""
    person, conditions = whom
    if person.kind != "adult" or conditions:
        slot.html(
            sentence_html(rates_sentence(person, guidance_for(person, conditions, tables.guidance_by_person)), "note")
        )
