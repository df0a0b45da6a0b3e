"""The first question of the Blend page: what it is for."""

import streamlit as st

from blends.pages import plain
from blends.pages.blend_answer import Beside
from blends.pages.blend_choices import forget_unknown, go_on_without, start_with
from blends.pages.blend_state import chosen_effects, offered_effects, suitable_oils, unknown_of, whom_now
from blends.pages.keys import OWN_CHOICE, Key, begins, state
from blends.showing.words import questions as ask


def what_for(beside: Beside) -> None:
    """Ask for one effect, or for several once they are to be combined."""
    names = {id_: plain(name) for id_, name in offered_effects().items()}

    def start_anew() -> None:
        effects = chosen_effects()
        state[Key.ALL_ANEW] = bool(state.get(Key.CHANGE) or unknown_of("effect") or unknown_of("oils"))
        start_with(suitable_oils(effects, *whom_now()))
        if not state.get(Key.COMBINE):
            state[Key.CHANGE] = False
        forget_unknown("effect", "oils")

    if state.get(Key.COMBINE):
        st.pills(
            ask.EFFECT.label,
            names,
            selection_mode="multi",
            format_func=names.__getitem__,
            key=Key.EFFECTS,
            persist_state="session",
            on_change=start_anew,
            wrap=True,
        )
    else:
        options = names | {OWN_CHOICE: ask.ONLY_MY_OILS}
        st.pills(
            ask.EFFECT.label,
            options,
            default=begins(Key.EFFECT),
            required=True,
            format_func=options.__getitem__,
            key=Key.EFFECT,
            persist_state="session",
            on_change=start_anew,
            wrap=True,
        )
    beside.say("effect")
    unknown = unknown_of("effect") if state.get(Key.COMBINE) else {}
    go_on_without("effect", bool(unknown and (chosen_effects() or state.get(Key.OILS))))
