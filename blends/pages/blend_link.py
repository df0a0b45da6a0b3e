"""The address bar and the Blend page: a link opens the very same recipe, and the present state is always a link."""

import streamlit as st

from blends.brief import Brief
from blends.catalogue import Catalogue
from blends.dropper import DROPPERS
from blends.errors import BlendError
from blends.figures import exact_text
from blends.html import sentence_html
from blends.link import link_parts, read_parts
from blends.pages.blend_inputs import OTHER, OWN, USUAL_BASES
from blends.parts import Part, whole_parts
from blends.selection import suitable_oils

state = st.session_state


def open_brief(brief: Brief) -> None:
    """Keep `brief` to be taken over at the start of the next run, before any input stands."""
    state["to_open"] = brief


def open_link(tables: Catalogue) -> None:
    """Take over the recipe of the address once, when the page is opened; a bad link is said, nothing is lost."""
    if waiting := state.pop("to_open", None):
        state["asked_for_whom"] = waiting.person.words
        _take_over(waiting, tables)
    if "opened" in state:
        return
    state["opened"] = ""
    pairs = [(key, value) for key in st.query_params for value in st.query_params.get_all(key)]
    if not any(key == "v" for key, _ in pairs):
        return
    try:
        brief = read_parts(pairs)
    except BlendError as error:
        state["opened"] = str(error)
        return
    state["asked_for_whom"] = brief.person.words
    _take_over(brief, tables)


def say_opened() -> None:
    """Say what was wrong with the link, or ask for whom the opened recipe is."""
    if state.get("opened"):
        st.html(sentence_html(state["opened"]))
    elif state.get("asked_for_whom"):
        words = (
            f"Opened from a link and judged for {state['asked_for_whom']}. For whom is it? Choose it under For whom."
        )
        st.html(sentence_html(words, "note"))


def keep_address(brief: Brief) -> None:
    """Let the address bar hold the present recipe: a bookmark or a reload keeps it. No health data goes there."""
    parts = link_parts(brief)
    if dict(st.query_params) != parts:
        st.query_params.from_dict(parts)


def _take_over(brief: Brief, tables: Catalogue) -> None:
    """Set every input to what the brief asks for."""
    effects = [effect for effect in brief.effects if effect in tables.composition_by_id]
    combine = len(effects) != 1
    state.update({"combine": True, "effects": effects} if combine else {"combine": False, "effect": effects[0]})
    suitable = suitable_oils(tuple(effects), brief.person, brief.conditions, tables)
    oils = [part.id for part in brief.oils] or list(suitable)
    known = [id_ for id_ in oils if id_ in tables.oil_by_id]
    state.update(oils=known, added=known, unknown=[id_ for id_ in oils if id_ not in known])
    state.update(_parts("parts", brief.oils) | {"unequal": len({part.parts for part in brief.oils}) > 1})
    state.update(_bases(brief, tables))
    state.update(bottle=brief.bottle.text, fill=brief.fill, system=brief.system, bottles=brief.bottles)
    state.update(dilution=f"{exact_text(brief.dilution_pct)} %", drops=brief.dosing, purpose=brief.purpose)
    usual = brief.drops_per_ml in [each.drops_per_ml for each in DROPPERS]
    drops = exact_text(brief.drops_per_ml)
    state.update({"dropper": drops} if usual else {"dropper": OWN, "own_drops": drops})
    state.update({"person": "adult"} if brief.person.age is None else {"person": "child", "age": brief.person.age})
    state.update(title=brief.title, note=brief.note)


def _bases(brief: Brief, tables: Catalogue) -> dict[str, object]:
    ids = [part.id for part in brief.bases if part.id in tables.base_oil_by_id]
    if len(ids) != 1:
        return {"several": True, "bases": ids, **_parts("base_parts", brief.bases)}
    return {"several": False} | ({"base": ids[0]} if ids[0] in USUAL_BASES else {"base": OTHER, "base_other": ids[0]})


def _parts(key: str, parts: tuple[Part, ...]) -> dict[str, object]:
    return {f"{key}_{id_}": count for id_, count in whole_parts(parts).items()}
