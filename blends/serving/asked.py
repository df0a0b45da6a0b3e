"""A query -> what is asked for. The keys of a link, and a few of two letters or more that older readers pass over."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from urllib.parse import parse_qsl

from blends.asking.brief import Brief
from blends.asking.day import read_day
from blends.asking.dropper import read_drops_per_ml
from blends.asking.link import read_link, unmailed
from blends.asking.person import CONDITIONS
from blends.asking.quantities import read_bottle
from blends.errors import BlendError, quote
from blends.flow import calculate
from blends.showing.handed import Handed, hand_on
from blends.showing.output import Size
from blends.showing.words.notes import Note
from blends.showing.words.own import link_said
from blends.showing.words.units import UNITS
from blends.tables.catalogue import shipped_tables
from blends.tables.own_marks import as_meant, marks_in

PAPERS: dict[str, Size] = {"a6": "a6", "a4": "a4", "letter": "letter"}
LONGEST_DATE = 40  # characters
MOST_PARTS = 60  # of a form
# Keys that would name somebody's health. A link is seen by chats, proxies and histories: it must not carry that.
HEALTH = {
    *CONDITIONS,
    *("conditions", "condition", "health", "illness", "allergy", "allergies", "contact", "medicine"),
    *("pregnant", "pregnancy", "breastfeeding", "older"),
}


@dataclass(frozen=True)
class Asked:
    """What a query asks for beside the recipe. bottle, dropper: to scale to, as written; "" where not given.

    marks: of own figures that its maker had, as the link carries them.
    """

    brief: Brief
    made_on: date | None
    best_before: str
    unit: str
    bottle: str
    dropper: str
    paper: Size
    marks: Mapping[str, str]


def read_asked(query: str) -> Asked:
    """Return what `query` asks for. Raises BlendError with a sentence where it cannot be read or may not be answered.

    >>> asked = read_asked("v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home&made=2026-11-24")
    >>> asked.made_on, asked.unit
    (datetime.date(2026, 11, 24), 'drops')
    """
    try:
        pairs = parse_qsl(query, keep_blank_values=True, errors="strict", max_num_fields=30)
    except ValueError:
        pairs = []  # read_link says it
    refuse_health(pairs)
    brief = read_link("?" + query)
    more = {key: value.strip() for key, value in pairs if len(key) > 1}
    before = " ".join("".join(sign if sign.isprintable() else " " for sign in more.get("before", "")).split())
    if len(before) > LONGEST_DATE:
        raise BlendError(f"Cannot keep {quote(before, 20)} as a date. Write {LONGEST_DATE} characters at most.")
    return Asked(
        brief,
        read_day(more.get("made", "")),
        before,
        one_of(more.get("unit", ""), tuple(UNITS), "unit"),
        more.get("bottle", ""),
        more.get("dropper", ""),
        PAPERS[one_of(more.get("paper", ""), tuple(PAPERS), "paper")],
        marks_in(more),
    )


@lru_cache(maxsize=128)
def handed_for(query: str, page: str) -> tuple[Asked, Handed]:
    """Return what `query` asks for and the recipe handed on. page: the address of the plain card."""
    asked, tables = read_asked(query), shipped_tables()
    handed = hand_on(calculate(asked.brief, tables), page, asked.made_on, asked.best_before, asked.marks)
    said = link_said(as_meant(asked.brief, asked.marks, tables))
    if said:
        handed = replace(handed, card=replace(handed.card, notes=(Note("own", said), *handed.card.notes)))
    return asked, handed


def scaled(asked: Asked) -> Brief | None:
    """Return the brief for the reader's own bottle and dropper, None where none was given."""
    brief = asked.brief
    if not (asked.bottle or asked.dropper):
        return None
    if asked.bottle and asked.bottle != brief.bottle.text:
        brief = replace(brief, bottle=read_bottle(asked.bottle, brief.system))
    if asked.dropper:
        brief = replace(brief, drops_per_ml=read_drops_per_ml(asked.dropper))
    calculate(brief, shipped_tables())  # a bottle too small for drops is said here
    return brief


def form_pairs(text: str) -> list[tuple[str, str]]:
    """Return the keys and values of a form, or of a query with many. Raises BlendError for what is neither."""
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_PARTS)
    except ValueError:
        raise BlendError("This cannot be read: its letters are damaged, or it has too many parts.") from None


def refuse_health(pairs: list[tuple[str, str]]) -> None:
    """Raise BlendError where a key, or the person of a link, would name somebody's health."""
    for key, value in pairs:
        plain, kind = unmailed(key).strip().casefold(), value.split(",")[0].strip().casefold()
        whose = plain in ("w", "person") and not re.fullmatch(r"|adult|child(\s*:.*)?", kind)
        if plain in HEALTH or whose:
            raise BlendError(
                f"This link has the part {quote(key)}, which would tell others about somebody's health. "
                "Choose it in Equal Parts instead; a link carries an adult or a child's age, such as child:7."
            )


def one_of(text: str, known: tuple[str, ...], kind: str) -> str:
    """Return the one of `known` that `text` names, the first for "". Raises BlendError with those there are."""
    plain = text.casefold() or known[0]
    if plain not in known:
        raise BlendError(f"Cannot read {quote(text)} as a {kind}. Write {' or '.join(known)}.")
    return plain
