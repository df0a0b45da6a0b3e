"""What clears a reason of the Label page at one press, and what makes a label fit."""

from datetime import date

import streamlit as st

from blends.flow import Result
from blends.pages import plain
from blends.pages.keys import Key, held, state
from blends.showing.label import Label
from blends.showing.words import label_page as words
from blends.showing.words.label import NAME

LARGEST = "100ml"


def ways_to_clear(result: Result, label: Label) -> None:
    """Offer what clears a reason where one press or one word can: the supplier's papers, a name, a number."""
    why = {each.code: each for each in label.not_for_sale}
    with st.container(key="label_clear"):
        for portion in result.recipe.portions:
            oil = portion.oil
            if "inci" in why and not oil.inci:
                asked = words.INCI_OF.format(name=plain(oil.name))
                st.text_input(asked, key=Key.inci(oil.id), max_chars=120, persist_state="session")
            if "composition" in why and oil.name in why["composition"].about:
                said = words.READ.format(name=plain(oil.name))
                st.button(said, on_click=_add, args=(Key.LABEL_READ, oil.id), key=f"label_read_{oil.id}")
        if "perhaps" in why:
            for name in why["perhaps"].about:
                with st.container(horizontal=True):
                    for sentence, key in ((words.NAME_IT, Key.LABEL_ALLERGENS), (words.RULED_OUT, Key.LABEL_RULED)):
                        st.button(
                            plain(sentence.format(name=name)), on_click=_add, args=(key, name), key=f"{key}_{name}"
                        )
        if {"composition", "perhaps"} & set(why) or held(Key.LABEL_READ) or held(Key.LABEL_ALLERGENS):
            st.text_area(
                words.NAMED.label,
                key=Key.LABEL_ALLERGENS,
                help=words.NAMED.help,
                placeholder=words.NAMED.example,
                persist_state="session",
                height=80,
            )
        if "claim" in why:
            st.button(words.CALL_IT, on_click=_set, args=(Key.LABEL_NAME, NAME), key="label_call_it")
        if "batch" in why:
            number = f"{date.today():%Y-%m-%d}"
            said = words.NUMBER_IT.format(number=number)
            st.button(said, on_click=_set, args=(Key.LABEL_BATCH, number), key="label_number_it")


def ways_to_fit(size: str, use: str, enclosed: object) -> None:
    """Offer a larger label, and for one that is to be sold a leaflet."""
    with st.container(horizontal=True, key="label_fit"):
        if use == "sale" and not enclosed and size != "leaflet":
            st.button(words.ON_LEAFLET, on_click=_set, args=(Key.LABEL_LEAFLET, True), key="label_on_leaflet")
        if size != LARGEST:
            st.button(words.LARGER, on_click=_set, args=(Key.LABEL_SIZE, LARGEST), key="label_larger")


def _set(key: str, value: object) -> None:
    state[key] = value


def _add(key: str, value: str) -> None:
    """Add a line to a text, or a name to a list."""
    if key == Key.LABEL_ALLERGENS:
        state[key] = "\n".join(filter(None, [str(state.get(key) or "").strip(), value]))
    else:
        state[key] = [*(state.get(key) or []), value]
