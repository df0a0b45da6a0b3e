"""What most people leave as it is, made when it is opened: measuring, fill, ounces, several bottles or base oils."""

import streamlit as st

from blends.pages.blend_answer import Beside
from blends.pages.blend_other_way import other_way
from blends.pages.keys import Key, begins
from blends.showing.words import questions as ask

LONGEST_DATE = 40  # characters


def more(beside: Beside) -> None:
    """Ask for the rest."""
    box = st.expander(ask.MORE, key=Key.SETTINGS, on_change="rerun")
    if not box.open:
        return
    with box:
        _segments(ask.DOSING, ask.DOSINGS, Key.DROPS)
        _segments(ask.FILL, ask.FILLS, Key.FILL)
        _segments(ask.SYSTEM, ask.SYSTEMS, Key.SYSTEM)
        with st.container(horizontal=True):
            st.text_input(ask.BOTTLES.label, begins(Key.BOTTLES), key=Key.BOTTLES, persist_state="session", width=110)
            st.text_input(
                ask.BEST_BEFORE.label,
                key=Key.BEST_BEFORE,
                persist_state="session",
                max_chars=LONGEST_DATE,
                placeholder=ask.BEST_BEFORE.example,
                width="stretch",
            )
        beside.say("bottles")
        st.toggle(ask.SEVERAL, key=Key.SEVERAL, persist_state="session")
        other_way()


def _segments(asked: ask.Ask, words: dict[str, str], key: str) -> None:
    st.segmented_control(
        asked.label,
        words,
        default=begins(key),
        required=True,
        format_func=words.__getitem__,
        key=key,
        help=asked.help,
        persist_state="session",
    )
