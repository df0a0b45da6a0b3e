"""The first inputs of the Blend page: which effects, and which oils."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from blends.asking.brief import DEFAULTS
from blends.asking.parts import read_number_of_parts
from blends.asking.person import Person
from blends.errors import BlendError
from blends.figures import exact_text, spoken
from blends.making.selection import choices_of, ready_oils, suitable_oils, swaps_for, with_effect
from blends.pages import plain
from blends.showing.html import sentence_html
from blends.tables.catalogue import Catalogue

Asked = tuple[dict[str, str], dict[str, DeltaGenerator]]  # texts of a brief, and where to say an error
NOTHING = ","  # the text of oils or base oils of which none is pressed
state = st.session_state


def effect_and_oils(tables: Catalogue, person: Person, conditions: tuple[str, ...]) -> Asked:
    """Ask for the effects and, when wanted, other oils or parts than the ready composition's."""
    effects = _effects(tables, person, conditions)
    ready, suitable = ready_oils(effects, tables), suitable_oils(effects, person, conditions, tables)
    state.setdefault("oils", list(suitable))
    state["suitable"] = list(suitable)
    slots = {"effect": st.empty()}
    for place in choices_of(effects, tables):
        _choice(place, tables)
    with st.expander("Change the oils", key="change"):
        parts = _change(effects, ready, tables)
    slots["oils"] = st.empty()
    chosen, unknown = list(state.oils or []), unknown_of("oils")
    named = [*effects, *(unknown_of("effect") if state.get("combine") else ())]
    go_on_without("effect", named != list(effects) and bool(effects or chosen))
    go_on_without("oils", bool(unknown))
    texts = {"effect": ",".join(named)} if named else {}
    if not (chosen or unknown) and (suitable or not named):
        texts["oils"] = NOTHING  # that is said, not filled in
    elif parts or unknown or set(chosen) != set(suitable):
        given = {id_: parts.get(id_, "1") for id_ in chosen} | unknown
        texts["oils"] = ",".join(f"{id_}:{text}" for id_, text in given.items())
    return texts, slots


def unknown_of(field: str) -> dict[str, str]:
    """Return the ids of an opened recipe that the tables do not know, with their parts, for one field of the brief."""
    found: dict[str, str] = state.get("unknown", {}).get(field, {})
    return found


def forget_unknown(*fields: str) -> None:
    """Forget what the tables do not know, once something else is chosen."""
    state["unknown"] = {field: ids for field, ids in state.get("unknown", {}).items() if field not in fields}


def go_on_without(field: str, offered: bool) -> None:
    """Offer to leave out what the tables do not know."""
    if offered:
        st.button("Go on without it", on_click=forget_unknown, args=(field,), key=f"without_{field}")


def _effects(tables: Catalogue, person: Person, conditions: tuple[str, ...]) -> tuple[str, ...]:
    """Ask for one effect, or for several once they are to be combined."""
    names = {id_: plain(str(tables.effects.loc[each.effect, "name"])) for id_, each in tables.composition_by_id.items()}

    def start_anew() -> None:
        effects = tuple(state.effects) if state.get("combine") else (state.effect,)
        state.update(oils=list(suitable_oils(effects, person, conditions, tables)), added=[])
        forget_unknown("effect", "oils")

    label = "Traditionally used for"
    if state.get("combine"):
        state.setdefault("effects", [state.get("effect", DEFAULTS["effect"])])
        several = st.pills(
            label,
            names,
            selection_mode="multi",
            format_func=names.__getitem__,
            key="effects",
            persist_state="session",
            on_change=start_anew,
            wrap=True,
        )
        return tuple(id_ for id_ in names if id_ in several)
    one = st.pills(
        label,
        names,
        default=DEFAULTS["effect"],
        required=True,
        format_func=names.__getitem__,
        key="effect",
        persist_state="session",
        on_change=start_anew,
        wrap=True,
    )
    return (one,)


def _choice(place: tuple[str, ...], tables: Catalogue) -> None:
    """Ask which oil stands in a place with several choices."""
    names = {id_: plain(tables.oil_by_id[id_].name) for id_ in place}
    inside = [id_ for id_ in place if id_ in (state.oils or [])]
    state[f"place_{place[0]}"] = inside[0] if inside else None

    def swap() -> None:
        _replace(inside[0] if inside else "", state[f"place_{place[0]}"])

    st.segmented_control(
        "Gum or pine essence",
        place,
        format_func=names.__getitem__,
        key=f"place_{place[0]}",
        on_change=swap,
        help="The article says gum or pine essence. Scots pine is our default reading; gum turpentine is the other, "
        "of pharmacopoeia grade only, never paint grade.",
    )


def _replace(old: str, new: str | None) -> None:
    oils = list(state.oils or [])
    if new and new not in oils:
        at = oils.index(old) if old in oils else len(oils)
        state.oils = [*oils[:at], new, *(id_ for id_ in oils[at:] if id_ != old)]
        state.added = [*state.get("added", []), new]


def _change(effects: tuple[str, ...], ready: tuple[str, ...], tables: Catalogue) -> dict[str, str]:
    """Ask which oils to leave out, swap or add, and for parts; return the parts where they are given."""
    name = {id_: oil.name for id_, oil in tables.oil_by_id.items()}
    label = {id_: plain(text) for id_, text in name.items()}
    options = list(dict.fromkeys([*ready, *state.get("added", []), *(state.oils or [])]))
    st.pills(
        "Oils in the blend",
        options,
        selection_mode="multi",
        format_func=label.__getitem__,
        key="oils",
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
            key="more",
            on_change=lambda: _replace("", state.more),
            wrap=True,
        )
    chosen = state.oils or []
    out, into, go = st.columns([4, 4, 2], vertical_alignment="bottom")
    old = out.selectbox("Take out", chosen, format_func=name.__getitem__, key="swap_out")
    swaps = [id_ for id_ in (swaps_for(old, effects, tables) if old else ()) if id_ not in chosen]
    new = into.selectbox("and put in", swaps, format_func=name.__getitem__, key="swap_in")
    go.button("Swap", on_click=_replace, args=(old, new), disabled=not (old and new))
    others = [id_ for id_ in name if id_ not in options and id_ not in more]
    if others:
        st.selectbox(
            "Add another oil",
            others,
            index=None,
            format_func=name.__getitem__,
            key="add",
            placeholder="Oils without this effect",
            on_change=lambda: _replace("", state.add),
        )
    st.toggle("Combine several effects", key="combine", persist_state="session")
    if not st.toggle("Unequal parts", key="unequal", persist_state="session"):
        return {}
    return parts_of(chosen, name, "parts")


def parts_of(chosen: list[str], name: dict[str, str], key: str) -> dict[str, str]:
    """Ask for the parts of each chosen oil, in the order of the recipe; what cannot be read is said, the last stays."""
    parts: dict[str, str] = {}
    wrong: list[str] = []
    good: dict[str, str] = state.setdefault(f"good_{key}", {})
    with st.container(horizontal=True):
        for id_ in chosen:
            label = f"Parts of {plain(spoken(name[id_]))}"
            text = st.text_input(label, "1", key=f"{key}_{id_}", width=150, persist_state="session") or ""
            try:
                good[id_] = exact_text(read_number_of_parts(text, spoken(name[id_])))
            except BlendError as error:
                wrong.append(f"{error} Shown with {good.get(id_, '1')}.")
            parts[id_] = good.get(id_, "1")
    for sentence in wrong:
        st.html(sentence_html(sentence))
    return parts
