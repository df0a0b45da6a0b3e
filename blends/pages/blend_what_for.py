"""The first question of the Blend page: what it is for."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from blends.asking.person import Person
from blends.making.settle import suitable_oils
from blends.pages import plain
from blends.pages.blend_choices import forget_unknown, go_on_without, start_with
from blends.pages.blend_state import chosen_effects, offered_effects, unknown_of
from blends.pages.keys import OWN_CHOICE, Key, begins, state
from blends.pages.tables_now import tables_now

QUESTION = "1 · What is it for?"


def what_for(person: Person, conditions: tuple[str, ...]) -> dict[str, DeltaGenerator]:
    """Ask for one effect, or for several once they are to be combined; return where to say an error."""
    names = {id_: plain(name) for id_, name in offered_effects().items()}

    def start_anew() -> None:
        effects = chosen_effects()
        start_with(suitable_oils(effects, person, conditions, tables_now()))
        if not effects:  # where else would oils come from
            state[Key.CHANGE] = True
        forget_unknown("effect", "oils")

    if state.get(Key.COMBINE):
        state.setdefault(Key.EFFECTS, [id_ for id_ in names if id_ == state.get(Key.EFFECT, begins(Key.EFFECT))])
        st.pills(
            QUESTION,
            names,
            selection_mode="multi",
            format_func=names.__getitem__,
            key=Key.EFFECTS,
            persist_state="session",
            on_change=start_anew,
            wrap=True,
        )
    else:
        options = names | {OWN_CHOICE: "Only oils I choose"}
        st.pills(
            QUESTION,
            options,
            default=begins(Key.EFFECT),
            required=True,
            format_func=options.__getitem__,
            key=Key.EFFECT,
            persist_state="session",
            on_change=start_anew,
            wrap=True,
        )
    slots = {"effect": st.empty()}
    unknown = unknown_of("effect") if state.get(Key.COMBINE) else {}
    go_on_without("effect", bool(unknown and (chosen_effects() or state.get(Key.OILS))))
    return slots
