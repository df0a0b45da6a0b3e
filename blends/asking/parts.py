"""Oils with parts as people write them: "lavender:2,Myristica fragrans 1" <-> Parts."""

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from blends.errors import BlendError, quote
from blends.figures import exact_text, split_number

MOST_OILS = 20
MOST_PARTS = 1000
LONGEST_LIST = 1000  # characters

_ID = re.compile(r"[a-z][a-z0-9_-]{0,59}")
# A name as a card prints it: letters first, then what botanists write. The parts begin with a figure, or after a colon.
_NAME = re.compile(r"[^\W\d_][\w .'’&×()/;-]{0,119}")
_PART = re.compile(r"(?P<name>[^:]+?)(?:\s*:\s*(?P<colon>.*)|\s+(?P<parts>[\d¼-¾⅐-⅞].*))?")


@dataclass(frozen=True)
class Part:
    """So many parts of the oil with this id; of the oil of this name, until making/meant.py found its id."""

    id: str
    parts: Fraction


def read_parts(text: str, kind: str) -> tuple[Part, ...]:
    """Return the oils of "lavender:2,Myristica fragrans", by id or name; without a figure an oil has 1 part.

    kind: what is read, for the sentence. Raises BlendError for what is no list, more than 20 names, or a name twice.

    >>> [(part.id, str(part.parts)) for part in read_parts("lavender:2, thyme_thymol", "a list of oils")]
    [('lavender', '2'), ('thyme_thymol', '1')]
    """
    example = "olive or olive:3,sunflower:1" if "base" in kind else "lavender:2,thyme_thymol:1"
    parts: dict[str, Part] = {}
    for item in items(text, kind, example):
        found = _PART.fullmatch(item)
        if found is None:
            raise BlendError(f"Cannot read {quote(item)} as {kind}. Write {example}.")
        id_ = _read_name(found["name"], kind, example)
        figure = found["colon"] or found["parts"]
        number = read_number_of_parts(figure, id_) if figure else Fraction(1)
        if id_ in parts:
            raise BlendError(f"{id_} stands twice in {quote(text)}. Write it once, with its parts.")
        parts[id_] = Part(id_, number)
    return tuple(parts.values())


def read_number_of_parts(text: str, name: str) -> Fraction:
    """Return the parts of one oil, above 0 and up to 1000: "2", "2,5", "1/3"; name: the oil, for the sentence.

    Raises BlendError for anything else.

    >>> read_number_of_parts("2,5", "lavender")
    Fraction(5, 2)
    """
    number, rest = split_number(text, f"the parts of {name}", "2")
    if rest or not 0 < number <= MOST_PARTS:
        raise BlendError(f"Cannot read {quote(text)} as the parts of {name}. Write a number above 0, such as 2.")
    return number


def _read_name(text: str, kind: str, example: str) -> str:
    """Return an id in small letters, or a name as it stands."""
    if _ID.fullmatch(text.casefold()):
        return text.casefold()
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not _NAME.fullmatch(name):
        raise BlendError(f"Cannot read {quote(text)} as {kind}. Write names, or ids such as {example}.")
    return name


def read_id(text: str, kind: str, example: str) -> str:
    """Return the id that `text` names, in small letters. Raises BlendError for what cannot be one."""
    plain = text.strip().casefold()
    if not _ID.fullmatch(plain):
        raise BlendError(f"Cannot read {quote(text)} as {kind}. Write ids such as {example}.")
    return plain


def items(text: str, kind: str, example: str) -> list[str]:
    """Return what stands between the commas of `text`. Raises BlendError for nothing or too much."""
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
