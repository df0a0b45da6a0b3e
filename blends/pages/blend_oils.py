"""The first inputs of the Blend page: which effects, and which oils."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from blends.asking.person import Person
from blends.figures import spoken
from blends.making.settle import suitable_oils
from blends.pages import plain
from blends.pages.blend_state import chosen_effects, forget_unknown, keep_parts, start_with, unknown_of
from blends.pages.keys import Key, begins, state
from blends.showing.html import sentence_html
from blends.tables.catalogue import Catalogue
from blends.tables.compositions import choices_of, ready_oils, swaps_for, with_effect


def effect_and_oils(tables: Catalogue, person: Person, conditions: tuple[str, ...]) -> dict[str, DeltaGenerator]:
    """Ask for the effects and, when wanted, other oils or parts than the ready composition's."""
    effects = _effects(tables, person, conditions)
    ready, suitable = ready_oils(effects, tables), suitable_oils(effects, person, conditions, tables)
    state.setdefault(Key.OILS, list(suitable))
    state[Key.SUITABLE] = list(suitable)
    slots = {"effect": st.empty()}
    for place in choices_of(effects, tables):
        _choice(place, tables)
    with st.expander("Change the oils", key="change"):
        _change(effects, ready, tables)
    slots["oils"] = st.empty()
    unknown = state.get(Key.COMBINE) and unknown_of("effect")
    go_on_without("effect", bool(unknown and (effects or state[Key.OILS])))
    go_on_without("oils", bool(unknown_of("oils")))
    return slots


def go_on_without(field: str, offered: bool) -> None:
    """Offer to leave out what the tables do not know."""
    if offered:
        st.button("Go on without it", on_click=forget_unknown, args=(field,), key=f"without_{field}")


def _effects(tables: Catalogue, person: Person, conditions: tuple[str, ...]) -> tuple[str, ...]:
    """Ask for one effect, or for several once they are to be combined."""
    names = {id_: plain(str(tables.effects.loc[each.effect, "name"])) for id_, each in tables.composition_by_id.items()}

    def start_anew() -> None:
        start_with(suitable_oils(chosen_effects(tables), person, conditions, tables))
        forget_unknown("effect", "oils")

    label = "Traditionally used for"
    if state.get(Key.COMBINE):
        state.setdefault(Key.EFFECTS, [state.get(Key.EFFECT, begins(Key.EFFECT))])
        st.pills(
            label,
            names,
            selection_mode="multi",
            format_func=names.__getitem__,
            key=Key.EFFECTS,
            persist_state="session",
            on_change=start_anew,
            wrap=True,
        )
    else:
        st.pills(
            label,
            names,
            default=begins(Key.EFFECT),
            required=True,
            format_func=names.__getitem__,
            key=Key.EFFECT,
            persist_state="session",
            on_change=start_anew,
            wrap=True,
        )
    return chosen_effects(tables)


def _choice(place: tuple[str, ...], tables: Catalogue) -> None:
    """Ask which oil stands in a place with several choices."""
    names = {id_: plain(tables.oil_by_id[id_].name) for id_ in place}
    inside = [id_ for id_ in place if id_ in (state[Key.OILS] or [])]
    state[Key.place(place)] = inside[0] if inside else None

    def swap() -> None:
        _replace(inside[0] if inside else "", state[Key.place(place)])

    st.segmented_control(
        "Gum or pine essence",
        place,
        format_func=names.__getitem__,
        key=Key.place(place),
        on_change=swap,
        help="The article says gum or pine essence. Scots pine is our default reading; gum turpentine is the other, "
        "of pharmacopoeia grade only, never paint grade.",
    )


def _replace(old: str, new: str | None) -> None:
    oils = list(state[Key.OILS] or [])
    if new and new not in oils:
        at = oils.index(old) if old in oils else len(oils)
        state[Key.OILS] = [*oils[:at], new, *(id_ for id_ in oils[at:] if id_ != old)]
        state[Key.ADDED] = [*state.get(Key.ADDED, []), new]


def _change(effects: tuple[str, ...], ready: tuple[str, ...], tables: Catalogue) -> None:
    """Ask which oils to leave out, swap or add, and for parts."""
    name = {id_: oil.name for id_, oil in tables.oil_by_id.items()}
    label = {id_: plain(text) for id_, text in name.items()}
    options = list(dict.fromkeys([*ready, *state.get(Key.ADDED, []), *(state[Key.OILS] or [])]))
    st.pills(
        "Oils in the blend",
        options,
        selection_mode="multi",
        format_func=label.__getitem__,
        key=Key.OILS,
        persist_state="session",
        help="Press an oil to leave it out or to take it in again.",
        wrap=True,
    )
    same_effect = [id_ for effect in effects for id_ in with_effect(tables.composition_by_id[effect].effect, tables)]
    more = [id_ for id_ in dict.fromkeys(same_effect) if id_ not in options]
    if more:
        st.pills(
            "More oils with this effect",
            more,
            format_func=label.__getitem__,
            key=Key.MORE,
            on_change=lambda: _replace("", state[Key.MORE]),
            wrap=True,
        )
    chosen = state[Key.OILS] or []
    out, into, go = st.columns([4, 4, 2], vertical_alignment="bottom")
    old = out.selectbox("Take out", chosen, format_func=name.__getitem__, key=Key.SWAP_OUT)
    swaps = [id_ for id_ in (swaps_for(old, effects, tables) if old else ()) if id_ not in chosen]
    new = into.selectbox("and put in", swaps, format_func=name.__getitem__, key=Key.SWAP_IN)
    go.button("Swap", on_click=_replace, args=(old, new), disabled=not (old and new))
    others = [id_ for id_ in name if id_ not in options and id_ not in more]
    if others:
        st.selectbox(
            "Add another oil",
            others,
            index=None,
            format_func=name.__getitem__,
            key=Key.ADD,
            placeholder="Oils without this effect",
            on_change=lambda: _replace("", state[Key.ADD]),
        )
    st.toggle("Combine several effects", key=Key.COMBINE, persist_state="session")
    if st.toggle("Unequal parts", key=Key.UNEQUAL, persist_state="session"):
        ask_parts({Key.parts(id_): name[id_] for id_ in chosen})


def ask_parts(names: dict[str, str]) -> None:
    """Ask for the parts of each oil, by the key of its input; what cannot be read is said, the last stays."""
    wrong = []
    with st.container(horizontal=True):
        for key, name in names.items():
            label = f"Parts of {plain(spoken(name))}"
            text = st.text_input(label, "1", key=key, width=150, persist_state="session") or ""
            wrong.append(keep_parts(key, text, name))
    for sentence in filter(None, wrong):
        st.html(sentence_html(sentence))
