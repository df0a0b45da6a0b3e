"""The address bar and the Blend page: it never shows another blend than its address. No health data goes there."""

from dataclasses import replace
from fractions import Fraction

import streamlit as st

from blends.asking.brief import Brief, read_brief
from blends.asking.dropper import DROPPERS
from blends.asking.link import cut_words, link_parts, read_pairs
from blends.asking.parts import Part
from blends.asking.person import read_conditions, read_person
from blends.errors import BlendError
from blends.figures import exact_text
from blends.flow import brief_to_keep
from blends.making.guidance import settled
from blends.making.selection import suitable_oils
from blends.pages import begins
from blends.pages.blend_inputs import OTHER, OWN, USUAL_BASES
from blends.pages.blend_person import conditions_text, person_text
from blends.showing.html import sentence_html
from blends.tables.catalogue import Catalogue

state = st.session_state
LINK, FILE = "a link", "a saved file"


def open_brief(brief: Brief) -> None:
    """Keep `brief` to be taken over at the start of the next run, before any input stands."""
    state["to_open"] = brief


def open_link(tables: Catalogue) -> None:
    """Take over a recipe that waits, or that of an address which is not the one the page stands at.

    Only a run of the whole page looks at the address: opening, Back and Forward cause one. A click runs the
    fragment alone, and may still bring the address before the last. Who opens a session by address is asked for
    whom it is; Back and Forward leave the person as it is.
    """
    whole, elsewhere = state.pop("whole_run", False), state.pop("elsewhere", False)
    if waiting := state.pop("to_open", None):
        state["ask_for_whom"] = FILE
        if waiting.person.age is not None:  # an adult in a file may be anyone, so the person stays
            state.update(person="child", age=waiting.person.age)
        _take_over(waiting, tables)
    pairs = [(key, value) for key in st.query_params for value in st.query_params.get_all(key)]
    if not whole or pairs == state.get("address"):
        return
    first = "address" not in state
    state["address"] = pairs
    if elsewhere and not pairs:  # links between the pages carry no address: the recipe stays, and is written
        state["kept"] = link_parts(brief_to_keep(_usual(tables), tables), tables)
        return
    state.update(opened="", just_opened=True)
    brief = _read(pairs)
    if brief and first:
        state["ask_for_whom"] = LINK
        _take_over(brief, tables, first=True)
    elif not first:
        _take_over(brief or _usual(tables), tables)


def _read(pairs: list[tuple[str, str]]) -> Brief | None:
    """Return the brief of an address; None where it holds none, or a bad one, which is said."""
    if not any(key.removeprefix("amp;") == "v" for key, _ in pairs):
        return None
    try:
        kept, state["opened"] = cut_words(pairs)
        return read_pairs(kept)
    except BlendError as error:
        state["opened"] = str(error)
        return None


def _usual(tables: Catalogue) -> Brief:
    """Return what an address that says nothing means: the usual recipe, for the person on the page."""
    person, conditions = read_person(person_text()), read_conditions(conditions_text())
    return settled(replace(read_brief({}), person=person, conditions=conditions), tables)


def say_opened() -> None:
    """Say what was wrong with the link."""
    if state.get("opened"):
        st.html(sentence_html(state["opened"]))


def ask_for_whom() -> str:
    """Return the question that stands beside the verdict on what was opened, until it is answered."""
    asked = state.get("ask_for_whom")
    if not asked or (asked == LINK and state.person != begins("person", "adult")):  # answered before a restart
        return ""
    question = '<a href="#for-whom">For someone else?</a> Choose it under For whom.'
    return f'<p class="ep-sentence ep-note" role="note">Opened from {asked}. {question}</p>'


def keep_address(brief: Brief, tables: Catalogue) -> None:
    """Let the address bar hold the present recipe: a bookmark or a reload keeps it.

    Written only where the recipe changed, for each time is one more step for Back; and never right after the
    address was opened, however it was written, or Back would never lead further back.
    """
    parts = link_parts(brief, tables)
    if not state.pop("just_opened", False) and parts != state.get("kept"):
        state.update(address=list(parts.items()), opened="")
        st.query_params.from_dict(parts)
    state["kept"] = parts


def _take_over(brief: Brief, tables: Catalogue, first: bool = False) -> None:
    """Set every input but the person and the health to what the brief asks for; what is unknown keeps its place.

    first: the session is new. Then inputs only begin so, the person too, and what the browser still knows stays.
    """
    effects = [effect for effect in brief.effects if effect in tables.composition_by_id]
    single = len(effects) == 1 and len(brief.effects) == 1
    state.update({"combine": False, "effect": effects[0]} if single else {"combine": True, "effects": effects})
    suitable = suitable_oils(tuple(effects), brief.person, brief.conditions, tables)
    oils = brief.oils or tuple(Part(id_, Fraction(1)) for id_ in suitable)
    known = [part.id for part in oils if part.id in tables.oil_by_id]
    state.update(oils=known, added=known, more=None)
    state["unknown"] = {
        "effect": {id_: "" for id_ in brief.effects if id_ not in tables.composition_by_id},
        "oils": _texts(tuple(part for part in oils if part.id not in tables.oil_by_id)),
        "base": _texts(tuple(part for part in brief.bases if part.id not in tables.base_oil_by_id)),
    }
    state.update({f"parts_{id_}": text for id_, text in _texts(brief.oils).items()})
    state["unequal"] = len({part.parts for part in brief.oils}) > 1
    bases = [part.id for part in brief.bases if part.id in tables.base_oil_by_id]
    state["several"] = len(bases) != 1 or len(brief.bases) != 1
    state.update({f"base_parts_{id_}": text for id_, text in _texts(brief.bases).items()})
    state.update(bases=bases, title=brief.title, note=brief.note)
    simple = _simple(brief) | ({} if state["several"] else _base(bases[0]))
    if first:
        child = {} if brief.person.age is None else {"person": "child", "age": brief.person.age}
        state["begin"] = simple | child
    else:
        state.update(simple)


def _simple(brief: Brief) -> dict[str, object]:
    """Return what the inputs hold that stand each for themselves."""
    drops = exact_text(brief.drops_per_ml)
    usual = brief.drops_per_ml in [each.drops_per_ml for each in DROPPERS]
    return {
        "bottle": brief.bottle.text,
        "dilution": f"{exact_text(brief.dilution_pct)} %",
        "fill": brief.fill,
        "system": brief.system,
        "bottles": brief.bottles,
        "drops": brief.dosing,
        "purpose": brief.purpose,
        **({"dropper": drops} if usual else {"dropper": OWN, "own_drops": drops}),
    }


def _base(id_: str) -> dict[str, object]:
    return {"base": id_} if id_ in USUAL_BASES else {"base": OTHER, "base_other": id_}


def _texts(parts: tuple[Part, ...]) -> dict[str, str]:
    return {part.id: exact_text(part.parts) for part in parts}
