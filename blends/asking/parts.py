"""Oils with parts as people write them: "lavender:2,thyme_thymol:1" <-> Parts."""

import re
from dataclasses import dataclass
from fractions import Fraction

from blends.errors import BlendError, quote
from blends.figures import exact_text, split_number

MOST_OILS = 20
MOST_PARTS = 1000
LONGEST_LIST = 1000  # characters

_ID = re.compile(r"[a-z][a-z0-9_-]{0,59}")
_PART = re.compile(r"(?P<id>[^\s:]+)(?:\s*:\s*|\s+)?(?P<parts>.*)")


@dataclass(frozen=True)
class Part:
    """So many parts of the oil with this id."""

    id: str
    parts: Fraction


def read_parts(text: str, kind: str) -> tuple[Part, ...]:
    """Return the oils of "lavender:2,thyme_thymol:1"; without a figure an oil has 1 part."""
    example = "olive or olive:3,sunflower:1" if "base" in kind else "lavender:2,thyme_thymol:1"
    parts: dict[str, Part] = {}
    for item in items(text, kind, example):
        found = _PART.fullmatch(item)
        if found is None:
            raise BlendError(f"Cannot read {quote(item)} as {kind}. Write {example}.")
        id_ = read_id(found["id"], kind, example)
        number = read_number_of_parts(found["parts"], id_) if found["parts"] else Fraction(1)
        if id_ in parts:
            raise BlendError(f"{id_} stands twice in {quote(text)}. Write it once, with its parts.")
        parts[id_] = Part(id_, number)
    return tuple(parts.values())


def read_number_of_parts(text: str, name: str) -> Fraction:
    """Return the parts of one oil, above 0 and up to 1000: "2", "2,5", "1/3"; name: the oil, for the sentence.

    >>> read_number_of_parts("2,5", "lavender")
    Fraction(5, 2)
    """
    number, rest = split_number(text, f"the parts of {name}", "2")
    if rest or not 0 < number <= MOST_PARTS:
        raise BlendError(f"Cannot read {quote(text)} as the parts of {name}. Write a number above 0, such as 2.")
    return number


def read_id(text: str, kind: str, example: str) -> str:
    """Return the id that `text` names, in small letters."""
    plain = text.strip().casefold()
    if not _ID.fullmatch(plain):
        raise BlendError(f"Cannot read {quote(text)} as {kind}. Write ids such as {example}.")
    return plain


def items(text: str, kind: str, example: str) -> list[str]:
    """Return what stands between the commas of `text`; raises BlendError for nothing or too much."""
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


def equal_as_one(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return equal parts as one part each: thirds of three oils are the same blend as 1, 1 and 1."""
    equal = len({part.parts for part in parts}) <= 1
    return tuple(Part(part.id, Fraction(1)) for part in parts) if equal else parts


def write_parts(parts: tuple[Part, ...]) -> str:
    """Return oils as `read_brief` reads them, parts left out where all are equal.

    >>> write_parts((Part("lavender", Fraction(2)), Part("thyme_thymol", Fraction(1))))
    'lavender:2,thyme_thymol:1'
    """
    if len({part.parts for part in parts}) <= 1:
        return ",".join(part.id for part in parts)
    return ",".join(f"{part.id}:{exact_text(part.parts)}" for part in parts)
