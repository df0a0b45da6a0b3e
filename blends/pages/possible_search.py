"""What is asked of the search for blends, and its answer: kept for this session, the last few."""

from typing import NamedTuple

import streamlit as st

from blends.asking.brief import Brief, read_fields
from blends.asking.person import Person
from blends.keeping.prices import prices_of
from blends.offers import Offers, what_can_i_make
from blends.pages.blend_state import texts_of_widgets, whom_now
from blends.pages.keys import Key, state
from blends.pages.shelf_now import shelf_seen
from blends.pages.tables_now import tables_now
from blends.showing.words import possible as words

LIKE = ("bottle", "base", "dilution", "drops_per_ml", "drops", "fill", "system", "purpose")  # as on the Blend page
MOST_KEPT = 8  # answers; each is ten briefs
AT_ONCE = 20  # oils within a click; with more of them it is shown how far it is


class Asked(NamedTuple):
    """What is asked of the search; the same is searched once."""

    oils: tuple[str, ...] | None
    effects: tuple[str, ...]
    person: Person
    conditions: tuple[str, ...]
    must: tuple[str, ...]
    must_not: tuple[str, ...]
    prices: tuple[tuple[str, float], ...]
    like: Brief


def asked_now(
    oils: tuple[str, ...] | None, effects: tuple[str, ...], must: tuple[str, ...], must_not: tuple[str, ...]
) -> Asked:
    """Return what is asked: of these oils, with person, bottle, base oil and strength as on the Blend page."""
    person, conditions = whom_now()
    return Asked(
        oils, effects, person, conditions, must, must_not, tuple(sorted(prices_of(shelf_seen()).items())), _like()
    )


def _like() -> Brief:
    """Return the brief of the Blend page without its oils and words; what cannot be read there is the usual."""
    texts = texts_of_widgets()
    like = {name: texts[name] for name in LIKE}
    brief, errors = read_fields(like)
    return read_fields({name: text for name, text in like.items() if name not in errors})[0] if errors else brief


def offers_now(asked: Asked) -> Offers:
    """Return the best blends for what is asked, searched once; a long search shows how far it is. Raises BlendError."""
    tables = tables_now()
    kept: dict[object, Offers] = state.setdefault(Key.POSSIBLE_FOUND, {})
    if (asked, tables) not in kept:
        found = _searched(asked)
        while len(kept) >= MOST_KEPT:
            del kept[next(iter(kept))]
        kept[asked, tables] = found
    return kept[asked, tables]


def _searched(asked: Asked) -> Offers:
    place = st.empty()
    said = [0]

    def progress(done: int, of: int) -> None:
        percent = words.percent(done, of)
        if percent > said[-1]:
            said[-1] = percent
            place.progress(percent, words.done_said(percent))

    tables = tables_now()
    many = len(tables.oil_by_id if asked.oils is None else asked.oils) > AT_ONCE
    try:
        return what_can_i_make(
            asked.oils,
            asked.effects,
            asked.person,
            tables,
            conditions=asked.conditions,
            must_have=asked.must,
            must_not=asked.must_not,
            prices=dict(asked.prices) or None,
            like=asked.like,
            progress=progress if many else None,
        )
    finally:
        place.empty()
