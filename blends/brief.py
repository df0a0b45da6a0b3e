"""What the maker asks for: texts -> Brief. Only form is checked here; ids are known to the catalogue."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

from blends.dropper import read_drops_per_ml
from blends.errors import BlendError, quote
from blends.figures import exact_text, split_number
from blends.person import PURPOSES, Person, read_conditions, read_person
from blends.quantities import SYSTEMS, Bottle, read_bottle, read_count, read_dilution

FILLS = {"fill-to": "the bottle holds everything", "add-to": "so much base oil, then the oils"}
DOSINGS = {"equal": "equal drops", "spend": "leftover drops spent", "exact": "by measure"}
MOST_OILS = 20
MOST_BOTTLES = 1000
LONGEST_LIST = 1000  # characters
LONGEST_TITLE, LONGEST_NOTE = 80, 300  # characters

USUAL = "usual"  # the usual dilution of the person: 2 % for an adult

# What a missing text means. `effect` falls back only where no `oils` are given.
DEFAULTS = {
    "effect": "circulation",
    "oils": "",
    "base": "olive",
    "bottle": "100 ml",
    "dilution": USUAL,
    "drops_per_ml": "20",
    "bottles": "1",
    "fill": "fill-to",
    "drops": "equal",
    "system": "us",
    "person": "adult",
    "conditions": "",
    "purpose": "home",
    "title": "",
    "note": "",
}
_ID = re.compile(r"[a-z][a-z0-9_-]{0,59}")
_PART = re.compile(r"(?P<id>[^\s:]+)(?:\s*:\s*|\s+)?(?P<parts>.*)")


@dataclass(frozen=True)
class Part:
    """So many parts of the oil with this id."""

    id: str
    parts: Fraction


@dataclass(frozen=True)
class Brief:
    """What the maker asks for, in exact figures.

    effects: ids of ready compositions; oils: given oils with their parts, which then decide alone;
    dilution_pct: % by volume; usual: whether it was left to the usual one of the person;
    dosing: "equal", "spend" or "exact"; fill: "fill-to" or "add-to".
    """

    effects: tuple[str, ...]
    oils: tuple[Part, ...]
    bases: tuple[Part, ...]
    bottle: Bottle
    dilution_pct: Fraction
    usual: bool
    drops_per_ml: Fraction
    bottles: int
    fill: str
    dosing: str
    system: str
    person: Person
    conditions: tuple[str, ...]
    purpose: str
    title: str
    note: str


def read_brief(texts: Mapping[str, str]) -> Brief:
    """Return the brief that the texts ask for; what is missing takes DEFAULTS.

    Keys: effect ("warming" or "warming,circulation"), oils ("lavender:2,thyme_thymol:1"), base, bottle,
    dilution, drops_per_ml, bottles, fill, drops, system, person, conditions, purpose, title, note. Raises BlendError,
    its `field` being the key.

    >>> read_brief({"effect": "warming", "bottle": "30 ml"}).bottle.volume_ml
    Fraction(30, 1)
    """
    brief, errors = read_fields(texts)
    for error in errors.values():
        raise error
    return brief


def read_fields(texts: Mapping[str, str]) -> tuple[Brief, dict[str, BlendError]]:
    """Return the brief with defaults where a text cannot be read, and the error of each such field."""
    errors: dict[str, BlendError] = {}
    for key in texts:
        if key not in DEFAULTS:
            errors[str(key)] = BlendError(
                f"Cannot read {quote(str(key))} as a field. Write one of {', '.join(DEFAULTS)}.", str(key)
            )

    def read(field: str, reader: Callable[[str], Any]) -> Any:  # noqa: ANN401 - what the reader returns
        text = texts.get(field, DEFAULTS[field])
        try:
            if not isinstance(text, str):
                raise BlendError(
                    f"Cannot read {quote(repr(text))} as {field}: it is no text. Write '{DEFAULTS[field]}'."
                )
            return reader(text)
        except BlendError as error:
            errors[field] = error.at(field)
            return reader(DEFAULTS[field])

    system = read(
        "system",
        lambda text: _word("imperial" if text.strip().casefold() == "uk" else text, "a system of measures", SYSTEMS),
    )
    oils = read("oils", lambda text: _parts(text, "a list of oils") if text.strip() else ())
    dilution = read("dilution", lambda text: None if text.strip().casefold() == USUAL else read_dilution(text))
    given = "effect" in texts or not oils
    brief = Brief(
        effects=read("effect", _effects) if given else (),
        oils=oils,
        bases=read("base", lambda text: _parts(text, "a base oil")),
        bottle=read("bottle", lambda text: read_bottle(text, system)),
        dilution_pct=Fraction(2) if dilution is None else dilution,
        usual=dilution is None,
        drops_per_ml=read("drops_per_ml", read_drops_per_ml),
        bottles=read("bottles", lambda text: read_count(text, "a number of bottles", MOST_BOTTLES)),
        fill=read("fill", lambda text: _word(text, "a way to fill", FILLS)),
        dosing=read("drops", lambda text: _word(text, "a way to dose", DOSINGS)),
        system=system,
        person=read("person", read_person),
        conditions=read("conditions", read_conditions),
        purpose=read("purpose", lambda text: _word(text, "a purpose", PURPOSES)),
        title=read("title", lambda text: _own_words(text, "a title", LONGEST_TITLE)),
        note=read("note", lambda text: _own_words(text, "a note", LONGEST_NOTE)),
    )
    return brief, errors


def _word(text: str, kind: str, known: Mapping[str, str]) -> str:
    plain = text.strip().casefold()
    if plain not in known:
        raise BlendError(f"Cannot read {quote(text)} as {kind}. Write {' or '.join(known)}.")
    return plain


def _own_words(text: str, kind: str, longest: int) -> str:
    """Return the maker's own words on one line, without characters that cannot be seen."""
    plain = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    if len(plain) > longest:
        raise BlendError(
            f"Cannot keep {quote(plain, 20)} as {kind}: it has {len(plain)} characters. Write {longest} at most."
        )
    return plain


def _id(text: str, kind: str, example: str) -> str:
    plain = text.strip().casefold()
    if not _ID.fullmatch(plain):
        raise BlendError(f"Cannot read {quote(text)} as {kind}. Write ids such as {example}.")
    return plain


def _items(text: str, kind: str, example: str) -> list[str]:
    if len(text) > LONGEST_LIST:
        raise BlendError(f"Cannot read {quote(text)} as {kind}: it has {len(text)} characters. Write {example}.")
    items = [item for item in (part.strip() for part in text.split(",")) if item]
    if not items:
        raise BlendError(f"Nothing is given where {kind} is wanted. Choose one, or write {example}.")
    if len(items) > MOST_OILS:
        raise BlendError(
            f"{len(items)} names are more than the {MOST_OILS} that one bottle takes here. Write {example}."
        )
    return items


def _effects(text: str) -> tuple[str, ...]:
    ids = (_id(item, "an effect", "warming,circulation") for item in _items(text, "an effect", "warming"))
    return tuple(dict.fromkeys(ids))


def _parts(text: str, kind: str) -> tuple[Part, ...]:
    """Return the oils of "lavender:2,thyme_thymol:1"; without a figure an oil has 1 part."""
    example = "olive or olive:3,sunflower:1" if "base" in kind else "lavender:2,thyme_thymol:1"
    parts: dict[str, Part] = {}
    for item in _items(text, kind, example):
        found = _PART.fullmatch(item)
        if found is None:
            raise BlendError(f"Cannot read {quote(item)} as {kind}. Write {example}.")
        id_ = _id(found["id"], kind, example)
        number, rest = split_number(found["parts"], f"the parts of {id_}", "2") if found["parts"] else (Fraction(1), "")
        if rest or not 0 < number <= 1000:
            raise BlendError(
                f"Cannot read {quote(found['parts'])} as the parts of {id_}. Write a number above 0, such as 2."
            )
        if id_ in parts:
            raise BlendError(f"{id_} stands twice in {quote(text)}. Write it once, with its parts.")
        parts[id_] = Part(id_, number)
    return tuple(parts.values())


def write_parts(parts: tuple[Part, ...]) -> str:
    """Return oils as `read_brief` reads them, parts left out where all are equal.

    >>> write_parts((Part("lavender", Fraction(2)), Part("thyme_thymol", Fraction(1))))
    'lavender:2,thyme_thymol:1'
    """
    if len({part.parts for part in parts}) <= 1:
        return ",".join(part.id for part in parts)
    return ",".join(f"{part.id}:{exact_text(part.parts)}" for part in parts)


def whole_parts(parts: tuple[Part, ...]) -> dict[str, int]:
    """Return the same parts in whole numbers up to 1000, for inputs that count.

    >>> whole_parts((Part("lavender", Fraction(3, 2)), Part("nutmeg", Fraction(1))))
    {'lavender': 3, 'nutmeg': 2}
    """
    whole = lcm(*(part.parts.denominator for part in parts)) if parts else 1
    return {part.id: min(1000, int(part.parts * whole)) for part in parts}
