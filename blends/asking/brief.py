"""What the maker asks for: texts -> Brief. Only form is checked here; ids are known to the catalogue."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

from blends.asking.choices import Dosing, Fill, Purpose, System
from blends.asking.counts import read_count
from blends.asking.dropper import read_drops_per_ml
from blends.asking.parts import LONGEST_LIST, Part, items, read_id, read_parts
from blends.asking.person import Person, read_conditions, read_person
from blends.asking.quantities import Bottle, read_bottle, read_dilution
from blends.errors import BlendError, quote

MOST_BOTTLES = 1000
LONGEST_TITLE, LONGEST_NOTE = 80, 300  # characters
LONGEST_TEXT = 3000  # characters of any field: more is refused before it is looked at

Choice = TypeVar("Choice", bound=StrEnum)

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


@dataclass(frozen=True)
class Brief:
    """What the maker asks for, in exact figures.

    effects: ids of ready compositions; oils: given oils with their parts, which then decide alone;
    dilution_pct: % by volume, None where it is left to the usual one of the person, until it is settled;
    drops_per_ml: what the dropper gives from 1 mL; bottles: how many such bottles; the rest as in choices.py.

    >>> brief = read_brief({"oils": "lavender:2,thyme_thymol:1", "dilution": "0.5 %"})
    >>> [(part.id, part.parts) for part in brief.oils], brief.dilution_pct
    ([('lavender', Fraction(2, 1)), ('thyme_thymol', Fraction(1, 1))], Fraction(1, 2))
    """

    effects: tuple[str, ...]
    oils: tuple[Part, ...]
    bases: tuple[Part, ...]
    bottle: Bottle
    dilution_pct: Fraction | None
    drops_per_ml: Fraction
    bottles: int
    fill: Fill
    dosing: Dosing
    system: System
    person: Person
    conditions: tuple[str, ...]
    purpose: Purpose
    title: str
    note: str

    @property
    def asked_pct(self) -> Fraction:
        """Return the dilution in % by volume of a settled brief.

        Raises ValueError where it is not settled: a mistake in the program, nobody's at the bench.
        """
        if self.dilution_pct is None:
            raise ValueError("The dilution of this brief is not settled: making/settle.py does.")
        return self.dilution_pct


def read_brief(texts: Mapping[str, str]) -> Brief:
    """Return the brief that the texts ask for; what is missing takes DEFAULTS.

    Keys: effect ("warming" or "warming,circulation"), oils ("lavender:2,thyme_thymol:1"), base, bottle,
    dilution, drops_per_ml, bottles, fill, drops, system, person, conditions, purpose, title, note.

    Raises BlendError for the first text that cannot be read, its `field` being the key. Whether an oil, a base oil or
    an effect exists is known to the tables: calculate() says so.

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
    if not isinstance(texts, Mapping):
        errors[""] = BlendError(f"Cannot read {_kind(texts)} as a brief. Write {{'effect': 'warming'}}.")
        texts = {}
    for key in texts:
        if not isinstance(key, str) or key not in DEFAULTS:
            name = quote(key) if isinstance(key, str) else _kind(key)
            field = key if isinstance(key, str) else name
            errors[field] = BlendError(f"Cannot read {name} as a field. Write one of {', '.join(DEFAULTS)}.", field)

    def read(field: str, reader: Callable[[str], Any]) -> Any:  # noqa: ANN401 - what the reader returns
        text = texts.get(field, DEFAULTS[field])
        try:
            if not isinstance(text, str):
                raise BlendError(f"Cannot read {_kind(text)} as {field}: it is no text. Write '{DEFAULTS[field]}'.")
            if len(text) > LONGEST_TEXT:
                most = {"title": LONGEST_TITLE, "note": LONGEST_NOTE}.get(field, LONGEST_LIST)
                raise BlendError(
                    f"Cannot read {quote(text)} as {field}: it has {len(text)} characters. Write {most} at most."
                )
            return reader(text)
        except BlendError as error:
            errors[field] = error.at(field)
            return reader(DEFAULTS[field])

    system = read(
        "system",
        lambda text: _word("imperial" if text.strip().casefold() == "uk" else text, "a system of measures", System),
    )
    oils = read("oils", lambda text: read_parts(text, "a list of oils") if text.strip() else ())
    dilution = read("dilution", lambda text: None if text.strip().casefold() == USUAL else read_dilution(text))
    given = "effect" in texts or not oils
    brief = Brief(
        effects=read("effect", _effects) if given else (),
        oils=oils,
        bases=read("base", lambda text: read_parts(text, "a base oil")),
        bottle=read("bottle", lambda text: read_bottle(text, system)),
        dilution_pct=dilution,
        drops_per_ml=read("drops_per_ml", read_drops_per_ml),
        bottles=read("bottles", lambda text: read_count(text, "a number of bottles", MOST_BOTTLES)),
        fill=read("fill", lambda text: _word(text, "a way to fill", Fill)),
        dosing=read("drops", lambda text: _word(text, "a way to dose", Dosing)),
        system=system,
        person=read("person", read_person),
        conditions=read("conditions", read_conditions),
        purpose=read("purpose", lambda text: _word(text, "a purpose", Purpose)),
        title=read("title", lambda text: _own_words(text, "a title", LONGEST_TITLE)),
        note=read("note", lambda text: _own_words(text, "a note", LONGEST_NOTE)),
    )
    return brief, errors


def _word(text: str, kind: str, choices: type[Choice]) -> Choice:
    plain = text.strip().casefold()
    if plain not in list(choices):
        raise BlendError(f"Cannot read {quote(text)} as {kind}. Write {' or '.join(choices)}.")
    return choices(plain)


def _kind(value: object) -> str:
    """Return what a value that is no text is called; the value itself may be endless."""
    return f"a value of the kind {quote(type(value).__name__)}"


def plain_words(text: str) -> str:
    """Return the maker's own words on one line, without characters that cannot be seen."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _own_words(text: str, kind: str, longest: int) -> str:
    plain = plain_words(text)
    if len(plain) > longest:
        raise BlendError(
            f"Cannot keep {quote(plain, 20)} as {kind}: it has {len(plain)} characters. Write {longest} at most."
        )
    return plain


def _effects(text: str) -> tuple[str, ...]:
    ids = (read_id(item, "an effect", "warming,circulation") for item in items(text, "an effect", "warming"))
    return tuple(dict.fromkeys(ids))
