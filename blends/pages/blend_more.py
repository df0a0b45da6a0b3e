"""What most people leave as it is, made when it is opened: measuring, fill, ounces, several bottles or base oils."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from blends.pages.blend_other_way import other_way
from blends.pages.keys import Key, begins

DOSING_WORDS = {"equal": "Equal drops", "spend": "Use every drop", "exact": "By measure"}
FILL_WORDS = {"fill-to": "Bottle holds all", "add-to": "Base oil first"}
SYSTEM_WORDS = {"us": "US", "imperial": "Imperial", "chart": "30 mL, as in most charts"}
LONGEST_DATE = 40  # characters


def more() -> dict[str, DeltaGenerator]:
    """Ask for the rest; return where to say an error."""
    box = st.expander("More: measuring, several bottles, ounces", key=Key.SETTINGS, on_change="rerun")
    if not box.open:
        return {}
    with box:
        _segments(
            "Measure the oils out by",
            DOSING_WORDS,
            Key.DROPS,
            "Equal drops: whole drops, the same of each oil, never more than asked. "
            "Use every drop: even if parts differ by one. By measure: mL and g for a scale or pipette, not rounded.",
        )
        _segments(
            "Filling",
            FILL_WORDS,
            Key.FILL,
            "Bottle holds all: so much in all, oils and base oil. Base oil first: so much base oil, the oils on top.",
        )
        _segments(
            "An ounce is",
            SYSTEM_WORDS,
            Key.SYSTEM,
            "1 fl oz: US 29.57 mL, imperial 28.41 mL; most charts take 30 mL. Drams and spoons follow.",
        )
        with st.container(horizontal=True):
            st.text_input("Bottles", begins(Key.BOTTLES), key=Key.BOTTLES, persist_state="session", width=110)
            st.text_input(
                "Best before, from the base oil's label",
                key=Key.BEST_BEFORE,
                persist_state="session",
                max_chars=LONGEST_DATE,
                placeholder="such as May 2027",
                width="stretch",
            )
        slots = {"bottles": st.empty()}
        st.toggle("Several base oils", key=Key.SEVERAL, persist_state="session")
        other_way()
    return slots


def _segments(label: str, words: dict[str, str], key: str, help_: str) -> None:
    st.segmented_control(
        label,
        words,
        default=begins(key),
        required=True,
        format_func=words.__getitem__,
        key=key,
        help=help_,
        persist_state="session",
    )
