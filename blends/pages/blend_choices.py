"""What a press changes: oils taken in and left out, a usual size, parts, what is not known here."""

import streamlit as st

from blends.asking.parts import read_number_of_parts
from blends.errors import BlendError
from blends.figures import exact_text, spoken
from blends.pages.blend_shelf import owned_only
from blends.pages.blend_state import chosen_effects, good_parts, offered_effects, suitable_oils, whom_now
from blends.pages.keys import Key, begins, state
from blends.showing.words.answer import shown_with
from blends.showing.words.questions import WITHOUT


def begin_several() -> None:
    """Begin with the one effect chosen, once several are to be combined."""
    if state.get(Key.COMBINE):
        chosen = state.get(Key.EFFECT, begins(Key.EFFECT))
        state.setdefault(Key.EFFECTS, [id_ for id_ in offered_effects() if id_ == chosen])


def suit_oils() -> None:
    """Keep which oils the effects mean for the person; the blend begins with them."""
    suitable = suitable_oils(chosen_effects(), *whom_now())
    state.setdefault(Key.OILS, list(suitable))
    state[Key.SUITABLE] = list(suitable)


def start_with(oils: tuple[str, ...]) -> None:
    """Choose the oils that the effects mean for the person; whatever was added is offered no more."""
    state.update({Key.OILS: owned_only(oils), Key.ADDED: []})


def stay_open() -> None:
    """Leave open the box in which it was pressed."""
    state[Key.CHANGE] = True


def add_oil(key: str) -> None:
    """Take in the oil that was pressed in the list `key`."""
    _replace("", state[key])


def take_place(place: tuple[str, ...], old: str) -> None:
    """Take the oil pressed for a place with several choices instead of the one there."""
    _replace(old, state[Key.place(place)])


def take_size() -> None:
    """Take the usual size that was pressed."""
    if state[Key.SIZE]:
        state.update({Key.BOTTLE: state[Key.SIZE], Key.SIZE: None})


def _replace(old: str, new: str | None) -> None:
    oils = list(state[Key.OILS] or [])
    if new and new not in oils:
        at = oils.index(old) if old in oils else len(oils)
        state[Key.OILS] = [*oils[:at], new, *(id_ for id_ in oils[at:] if id_ != old)]
        state[Key.ADDED] = [*state.get(Key.ADDED, []), new]


def keep_parts(key: str, text: str, name: str) -> str:
    """Keep the parts typed for an oil where they can be read; return what is wrong with them, "" where nothing is."""
    try:
        state.setdefault(Key.GOOD_PARTS, {})[key] = exact_text(read_number_of_parts(text, spoken(name)))
    except BlendError as error:
        return f"{error} {shown_with(good_parts(key))}"
    return ""


def forget_unknown(*fields: str) -> None:
    """Forget what the tables do not know, once something else is chosen."""
    state[Key.UNKNOWN] = {field: ids for field, ids in state.get(Key.UNKNOWN, {}).items() if field not in fields}


def go_on_without(field: str, offered: bool) -> None:
    """Offer to leave out what the tables do not know."""
    if offered:
        st.button(WITHOUT, on_click=forget_unknown, args=(field,), key=f"without_{field}")
