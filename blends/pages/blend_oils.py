"""The second question of the Blend page: which oils, with add and remove."""

import streamlit as st

from blends.figures import spoken
from blends.pages import plain
from blends.pages.blend_answer import Beside
from blends.pages.blend_choices import add_oil, go_on_without, keep_parts, stay_open, take_place
from blends.pages.blend_lists import key_of, list_now, oils_of, take_oils
from blends.pages.blend_shelf import only_mine, owned_only, what_else
from blends.pages.blend_state import chosen_effects, unknown_of
from blends.pages.keys import OWN_CHOICE, Key, state
from blends.pages.tables_now import tables_now
from blends.showing.html import sentence_html
from blends.showing.words import questions as ask
from blends.showing.words.pages import IN_LIST, none_called_so
from blends.tables.compositions import choices_of, offered_effects, with_effect
from blends.tables.search import found

MOST_FOUND = 12


def which_oils(whose: str, beside: Beside) -> None:
    """Show the oils of a list, each to be left out or taken in again; one's own begins with none and asks for some."""
    oils, names = oils_of(whose), oil_names()
    st.pills(
        ask.OILS.label,
        oils[0],
        selection_mode="multi",
        format_func=names.__getitem__,
        default=oils[1],
        key=key_of(whose, oils),
        on_change=take_oils,
        args=(whose,),
        wrap=True,
    )
    if whose == list_now():
        beside.say("oils")
        go_on_without("oils", bool(unknown_of("oils")))
    if whose == OWN_CHOICE and not state.get(Key.COMBINE):
        _find((), oils[0], names, Key.FIND_OWN, Key.MORE_OWN)


def other_oils(_beside: Beside) -> None:
    """Ask for more oils when that is opened."""
    only_mine()
    tables, effects = tables_now(), chosen_effects()
    box = st.expander(ask.CHANGE, key=Key.CHANGE, on_change="rerun")
    if box.open:
        names = oil_names()
        with box:
            if effects or state.get(Key.COMBINE):  # else they are asked for above
                _find(effects, oils_of(list_now())[0], names, Key.FIND, Key.MORE)
            for place in choices_of(effects, tables):
                _choice(place, names)
            what_else()
            st.toggle(ask.COMBINE, key=Key.COMBINE, on_change=stay_open, persist_state="session")
            if st.toggle(ask.UNEQUAL, key=Key.UNEQUAL, persist_state="session"):
                ask_parts({Key.parts(id_): tables.oil_by_id[id_].name for id_ in state[Key.OILS] or []})


def oil_names() -> dict[str, str]:
    """Return what each oil is called on its pill."""
    return {id_: plain(oil.name) for id_, oil in tables_now().oil_by_id.items()}


def _find(effects: tuple[str, ...], options: list[str], names: dict[str, str], find: str, more: str) -> None:
    """Ask for more oils: those with the same effect, or any that is found by a few letters. find, more: the keys."""
    tables = tables_now()
    typed = st.text_input(ask.FIND.label, key=find, placeholder=ask.FIND.example) or ""
    if typed.strip():
        ids: tuple[str, ...] = found(tables.oils, typed)
        label = ask.FOUND
    else:
        meant = offered_effects(tables)
        wanted = (meant[effect] for effect in effects)
        ids = tuple(dict.fromkeys(id_ for effect in wanted for id_ in with_effect(effect, tables)))
        label = ask.SAME_EFFECT
    others = [id_ for id_ in owned_only(ids) if id_ not in options][:MOST_FOUND]
    if others:
        st.pills(label, others, format_func=names.__getitem__, key=more, on_change=add_oil, args=(more,), wrap=True)
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
