"""For whom the oil is, and what to heed. Changing it starts the oils and the dilution anew."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from blends.asking.person import CONDITIONS, CONTACT, contact_id, read_conditions, read_person
from blends.figures import write_number
from blends.making.guidance import guidance_for
from blends.making.selection import suitable_oils
from blends.pages import begins
from blends.pages.blend_oils import Asked
from blends.showing.html import sentence_html
from blends.showing.words.sentences import rates_sentence
from blends.tables.catalogue import Catalogue

state = st.session_state

PERSONS = {
    "adult": "Adult",
    "older": "Older",
    "pregnant": "Pregnant",
    "breastfeeding": "Breastfeeding",
    "child": "Child",
}


def for_whom(tables: Catalogue) -> Asked:
    """Ask for the person and the conditions."""

    def start_anew() -> None:
        person, conditions = read_person(person_text()), read_conditions(conditions_text())
        rates = guidance_for(person, conditions, tables)
        effects = tuple(state.effects) if state.get("combine") else (state.effect,)
        state.update(dilution=f"{write_number(rates.usual_pct)} %")
        if effects and set(state.get("oils") or []) == set(state.get("suitable", [])):  # the maker's own choice stays
            state.update(oils=list(suitable_oils(effects, person, conditions, tables)), added=[])

    def answered() -> None:
        state["ask_for_whom"] = ""
        start_anew()

    st.html('<span id="for-whom" tabindex="-1"></span>')
    st.pills(
        "For whom",
        PERSONS,
        default=begins("person", "adult"),
        required=True,
        format_func=PERSONS.__getitem__,
        key="person",
        persist_state="session",
        on_change=answered,
        wrap=True,
    )
    slots = {"person": st.empty()}
    _say_rates(tables, slots["person"])
    if state.person == "child":
        st.number_input("Age in years", 0, 17, begins("age", 7), key="age", persist_state="session", on_change=answered)
    with st.expander("Health and allergies", key="health"):
        st.pills(
            "What to heed",
            CONDITIONS,
            selection_mode="multi",
            format_func=lambda id_: CONDITIONS[id_].capitalize(),
            key="conditions",
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
            key="contact",
            persist_state="session",
            placeholder="an EU label allergen, such as Linalool",
            on_change=start_anew,
        )
    slots["conditions"] = st.empty()
    return {"person": person_text(), "conditions": conditions_text()}, slots


def _say_rates(tables: Catalogue, slot: DeltaGenerator) -> None:
    """Say the usual and the highest dilution where they are not an adult's."""
    person, conditions = read_person(person_text()), read_conditions(conditions_text())
    if person_text() != "adult" or conditions:
        slot.html(sentence_html(rates_sentence(person, guidance_for(person, conditions, tables)), "note"))


def person_text() -> str:
    """Return the person as `read_person` reads it."""
    kind = state.get("person", "adult")
    return f"child:{state.get('age', 7)}" if kind == "child" else str(kind)


def conditions_text() -> str:
    """Return the conditions as `read_conditions` reads them."""
    contact = state.get("contact")
    return ",".join([*(state.get("conditions") or []), *([CONTACT + contact] if contact else [])])
