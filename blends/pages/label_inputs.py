"""What the Label page asks: what it is for, size and look, what the maker knows, and the sheet."""

import streamlit as st

from blends.flow import Result
from blends.pages.keys import Key, begins, held, state
from blends.showing.html import place_html
from blends.showing.label import write_label
from blends.showing.sheets import SIZES, sheets_for, size_for
from blends.showing.words import label_page as words
from blends.showing.words.label_sheets import SHEETS, size_words
from blends.showing.words.questions import Ask

LONGEST_LINE, LONGEST_DATE, LONGEST_TEXT = 120, 40, 400  # characters


def ask(result: Result) -> None:
    """Ask for all that a label of `result` needs; every input keeps what it holds while the session lasts."""
    state.setdefault(Key.LABEL_USE, "sale" if result.brief.purpose == "sale" else "own")
    state.setdefault(Key.LABEL_SIZE, size_for(float(result.brief.bottle.volume_ml or 100)))
    sizes = {key: size_words(key, size.width, size.height) for key, size in SIZES.items()}
    _choose(words.USE, words.USES, Key.LABEL_USE)
    st.selectbox(
        words.SIZE.label,
        sizes,
        format_func=sizes.__getitem__,
        key=Key.LABEL_SIZE,
        persist_state="session",
    )
    with st.container(horizontal=True):
        _choose(words.LOOK, words.LOOKS, Key.LABEL_LOOK)
        _choose(words.PAPER, words.PAPERS, Key.LABEL_PAPER)
    st.html(place_html("label-name"))
    _text(words.NAME, Key.LABEL_NAME)
    if held(Key.LABEL_USE) == "sale":
        st.html(place_html("label-responsible"))
        _text(words.RESPONSIBLE, Key.LABEL_RESPONSIBLE, LONGEST_TEXT)
        _text(words.ORIGIN, Key.LABEL_ORIGIN)
    else:
        _text(words.NOTE, Key.LABEL_NOTE)
    st.html(place_html("label-dates"))
    with st.container(horizontal=True, key="label_dates"):
        _text(words.BATCH, Key.LABEL_BATCH, LONGEST_DATE)
        _text(words.MADE, Key.LABEL_MADE, LONGEST_DATE)
        _text(words.BEFORE, Key.BEST_BEFORE, LONGEST_DATE)
        _text(words.MONTHS, Key.LABEL_MONTHS, 2)
    _cautions(result)
    if held(Key.LABEL_USE) == "sale":
        st.toggle(words.LEAFLET.label, key=Key.LABEL_LEAFLET, help=words.LEAFLET.help, persist_state="session")
    st.toggle(words.CODE, key=Key.LABEL_CODE, persist_state="session")
    _sheet(sheets_for(str(held(Key.LABEL_SIZE))))


def _cautions(result: Result) -> None:
    """Ask for the cautions: ours until somebody edits them, and ours again where all are deleted."""
    ours = "\n".join(write_label(result).cautions)
    if (state.get(Key.LABEL_CAUTIONS) or "").strip() in ("", state.get(Key.LABEL_OURS)):
        state[Key.LABEL_CAUTIONS] = ours
    state[Key.LABEL_OURS] = ours
    st.text_area(
        words.CAUTIONS.label, key=Key.LABEL_CAUTIONS, help=words.CAUTIONS.help, height=150, persist_state="session"
    )
    _text(words.LANGUAGE, Key.LABEL_LANGUAGE, 3)


def _sheet(sheets: tuple[str, ...]) -> None:
    """Ask which sheet, and where on it, when that is opened."""
    box = st.expander(words.SHEET_BOX, key=Key.LABEL_SHEETS, on_change="rerun")
    if not box.open:
        return
    if held(Key.LABEL_SHEET) not in sheets:
        state[Key.LABEL_SHEET] = sheets[0]
    with box:
        st.selectbox(
            words.SHEET.label, sheets, format_func=SHEETS.__getitem__, key=Key.LABEL_SHEET, persist_state="session"
        )
        with st.container(horizontal=True, key="label_sheet_row"):
            _text(words.COPIES, Key.LABEL_COPIES, 5)
            _text(words.FIRST, Key.LABEL_FIRST, 5)
            _text(words.RIGHT, Key.LABEL_RIGHT, 6)
            _text(words.DOWN, Key.LABEL_DOWN, 6)


def _choose(asked: Ask, choices: dict[str, str], key: str) -> None:
    st.segmented_control(
        asked.label,
        choices,
        default=begins(key) if key not in state else None,
        required=True,
        format_func=choices.__getitem__,
        key=key,
        persist_state="session",
    )


def _text(asked: Ask, key: str, longest: int = LONGEST_LINE) -> None:
    st.text_input(
        asked.label, key=key, max_chars=longest, help=asked.help, placeholder=asked.example, persist_state="session"
    )
