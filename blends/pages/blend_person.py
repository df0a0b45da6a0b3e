"""The third question of the Blend page: for whom, and for home or for others. It starts oils and dilution anew."""

from collections.abc import Callable

import streamlit as st

from blends.asking.person import CONDITIONS, Person, contact_id
from blends.figures import write_number
from blends.making.guidance import guidance_for
from blends.pages.blend_answer import Beside
from blends.pages.blend_choices import start_with
from blends.pages.blend_part import Sheet, ask_apart
from blends.pages.blend_state import age_fault, chosen_effects, suitable_oils, whom_now
from blends.pages.keys import Key, begins, held, state
from blends.pages.tables_now import tables_now
from blends.showing.html import sentence_html
from blends.showing.words import questions as ask
from blends.showing.words.conditions import CONDITION_NAMES
from blends.showing.words.inputs import rates_sentence

PURPOSE = frozenset({"purpose"})  # field of a brief


def for_whom(beside: Beside, sheet: Sheet | None = None) -> None:
    """Ask for the person, home or sale, and when opened for illness and allergy.

    sheet: where there is one, home or sale answers by itself.
    """

    def start_anew() -> None:
        if age_fault():
            return
        person, conditions = whom_now()
        rates = guidance_for(person, conditions, tables_now().guidance_by_person)
        effects = chosen_effects()
        state[Key.DILUTION] = f"{write_number(rates.usual_pct)} %"
        if effects and set(state.get(Key.OILS) or []) == set(state.get(Key.SUITABLE, [])):  # one's own choice stays
            start_with(suitable_oils(effects, person, conditions))

    def answered() -> None:
        if Key.ASK_FOR_WHOM in state:  # only an opened recipe stands before the questions on a phone
            state[Key.ASK_FOR_WHOM] = ""
        start_anew()

    st.pills(
        ask.PERSON.label,
        ask.PERSONS,
        default=begins(Key.PERSON),
        required=True,
        format_func=ask.PERSONS.__getitem__,
        key=Key.PERSON,
        persist_state="session",
        on_change=answered,
        wrap=True,
    )
    beside.say("person")
    if held(Key.PERSON) == "child":
        age = begins(Key.AGE)
        st.text_input(
            ask.AGE.label,
            age,
            key=Key.AGE,
            persist_state="session",
            placeholder=ask.AGE.example,
            on_change=answered,
        )
    if not age_fault():
        _say_rates(*whom_now())
    if sheet:
        ask_apart(sheet, _home_or_sale, PURPOSE)
    else:
        _home_or_sale(beside)
    box = st.expander(ask.HEALTH, key=Key.HEALTH, on_change="rerun")
    if box.open:
        with box:
            _health(start_anew)
    beside.say("conditions")


def _home_or_sale(_: Beside) -> None:
    st.segmented_control(
        ask.PURPOSE.label,
        ask.PURPOSES,
        default=begins(Key.PURPOSE),
        required=True,
        format_func=ask.PURPOSES.__getitem__,
        key=Key.PURPOSE,
        persist_state="session",
        label_visibility="collapsed",
    )


def _health(start_anew: Callable[[], None]) -> None:
    """Ask for illness and allergy."""
    st.pills(
        ask.CONDITIONS.label,
        CONDITIONS,
        selection_mode="multi",
        format_func=lambda id_: CONDITION_NAMES[id_].capitalize(),
        key=Key.CONDITIONS,
        persist_state="session",
        on_change=start_anew,
        wrap=True,
    )
    labels = {contact_id(str(label)): str(label) for label in tables_now().allergens.index}
    st.selectbox(
        ask.CONTACT.label,
        labels,
        index=None,
        format_func=labels.__getitem__,
        key=Key.CONTACT,
        persist_state="session",
        placeholder=ask.CONTACT.example,
        on_change=start_anew,
    )


def _say_rates(person: Person, conditions: tuple[str, ...]) -> None:
    """Say the usual and the highest dilution where they are not an adult's."""
    if person.kind != "adult" or conditions:
        rates = guidance_for(person, conditions, tables_now().guidance_by_person)
        st.html(sentence_html(rates_sentence(person, rates), "note"))
