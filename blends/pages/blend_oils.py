"""The second question of the Blend page: which oils, with add and remove."""

import streamlit as st

from blends.figures import spoken
from blends.pages import plain
from blends.pages.blend_answer import Beside
from blends.pages.blend_choices import (
    add_oil,
    go_on_without,
    group_of_oils,
    keep_parts,
    stay_open,
    take_oils,
    take_place,
)
from blends.pages.blend_shelf import only_mine, owned_only, what_else
from blends.pages.blend_state import chosen_effects, unknown_of
from blends.pages.keys import Key, state
from blends.pages.tables_now import tables_now
from blends.showing.html import sentence_html
from blends.showing.words import questions as ask
from blends.showing.words.pages import IN_LIST, none_called_so
from blends.tables.compositions import choices_of, offered_effects, ready_oils, with_effect
from blends.tables.search import found

MOST_FOUND = 12


def which_oils(beside: Beside) -> None:
    """Show the oils in the blend, each to be left out or taken in again, and ask for more when that is opened."""
    tables = tables_now()
    effects = chosen_effects()
    names = {id_: plain(oil.name) for id_, oil in tables.oil_by_id.items()}
    shown = [*ready_oils(effects, tables), *state[Key.SUITABLE], *state.get(Key.ADDED, []), *(state[Key.OILS] or [])]
    options = list(dict.fromkeys((*owned_only(shown), *(state[Key.OILS] or []))))
    st.pills(
        ask.OILS.label,
        options,
        selection_mode="multi",
        format_func=names.__getitem__,
        default=state[Key.OILS] or [],
        key=group_of_oils(options),
        on_change=take_oils,
        wrap=True,
    )
    only_mine()
    beside.say("oils")
    go_on_without("oils", bool(unknown_of("oils")))
    alone = not effects and not state.get(Key.COMBINE)  # one of its own: it opens as it is drawn, it does not slide
    box = st.expander(ask.CHANGE, key=Key.CHANGE_ALONE if alone else Key.CHANGE, on_change="rerun")
    if box.open:
        with box:
            _add(effects, options, names)
            for place in choices_of(effects, tables):
                _choice(place, names)
            what_else()
            st.toggle(ask.COMBINE, key=Key.COMBINE, on_change=stay_open, persist_state="session")
            if st.toggle(ask.UNEQUAL, key=Key.UNEQUAL, persist_state="session"):
                ask_parts({Key.parts(id_): tables.oil_by_id[id_].name for id_ in state[Key.OILS] or []})


def _add(effects: tuple[str, ...], options: list[str], names: dict[str, str]) -> None:
    """Ask for more oils: those with the same effect, or any that is found by a few letters."""
    tables = tables_now()
    typed = st.text_input(ask.FIND.label, key=Key.FIND, placeholder=ask.FIND.example) or ""
    if typed.strip():
        ids: tuple[str, ...] = found(tables.oils, typed)
        label = ask.FOUND
    else:
        meant = offered_effects(tables)
        wanted = (meant[effect] for effect in effects)
        ids = tuple(dict.fromkeys(id_ for effect in wanted for id_ in with_effect(effect, tables)))
        label = ask.SAME_EFFECT
    more = [id_ for id_ in owned_only(ids) if id_ not in options][:MOST_FOUND]
    if more:
        st.pills(label, more, format_func=names.__getitem__, key=Key.MORE, on_change=add_oil, wrap=True)
    elif typed.strip():
        said = IN_LIST if ids else none_called_so("lavender")
        st.html(sentence_html(said, "note"))


def _choice(place: tuple[str, ...], names: dict[str, str]) -> None:
    """Ask which oil stands in a place with several choices."""
    inside = [id_ for id_ in place if id_ in (state[Key.OILS] or [])]
    state[Key.place(place)] = inside[0] if inside else None
    st.segmented_control(
        ask.PLACE.label,
        place,
        format_func=names.__getitem__,
        key=Key.place(place),
        on_change=take_place,
        args=(place, inside[0] if inside else ""),
        help=ask.PLACE.help,
    )


def ask_parts(names: dict[str, str]) -> None:
    """Ask for the parts of each oil, by the key of its input; what cannot be read is said, the last stays."""
    wrong = []
    with st.container(horizontal=True):
        for key, name in names.items():
            label = ask.PARTS_OF.format(name=plain(spoken(name)))
            text = st.text_input(label, "1", key=key, width=150, persist_state="session") or ""
            wrong.append(keep_parts(key, text, name))
    for sentence in filter(None, wrong):
        st.html(sentence_html(sentence))
