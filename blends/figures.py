"""Figures: numbers as people write them <-> exact fractions.

Own grammar, never evaluated: a whole number, a decimal with point or comma, a fraction `1/2`, a mixed
number `1 1/2` or `1½`. What could mean two things (`1,000`) is refused with both readings.
"""

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor, log10

from blends.errors import BlendError, quote

LONGEST = 40  # characters: no honest entry is longer, and no parser should see more

_NUMBER = re.compile(
    r"(?:(?P<whole>\d{1,7})\s+)?(?P<over>\d{1,7})\s*/\s*(?P<under>\d{1,7})"
    r"|(?P<int>\d{0,7})(?:[.,](?P<dec>\d{1,7}))?",
    re.ASCII,
)
# Compatibility characters that keep their meaning when made plain. Left out on purpose: superscripts,
# which would turn 10² into 102.
_PLAIN = {"<wide>", "<narrow>", "<fraction>", "<square>", "<noBreak>", "<compat>"}


def normalise(text: str) -> str:
    """Return `text` in plain characters: full-width digits, ½, ㎖ and odd spaces made ordinary.

    >>> normalise("１½\N{NO-BREAK SPACE}㎖")
    '1 1/2 ml'
    """
    plain = []
    for char in text:
        kind = unicodedata.decomposition(char).partition(" ")[0]
        if char.isdecimal():
            plain.append(str(unicodedata.decimal(char)))
        elif kind == "<fraction>":
            plain.append(" " + unicodedata.normalize("NFKC", char).replace("\N{FRACTION SLASH}", "/"))
        elif kind in _PLAIN:
            plain.append(unicodedata.normalize("NFKC", char))
        else:
            plain.append({"\N{MINUS SIGN}": "-", "\N{FRACTION SLASH}": "/"}.get(char, char))
    return " ".join("".join(plain).split())


def split_number(text: str, kind: str, example: str) -> tuple[Fraction, str]:
    """Return the number that `text` begins with and the words after it.

    kind and example go into the sentence when it cannot be read, for instance "a volume" and "100 ml".
    Raises BlendError for nothing, for anything too long, negative, or readable in two ways.

    >>> split_number("1 1/2 fl oz", "a volume", "100 ml")
    (Fraction(3, 2), 'fl oz')
    """

    def refuse(reason: str, write: str = example) -> BlendError:
        return BlendError(f"Cannot read {quote(text)} as {kind}: {reason}. Write {write}.")

    if len(text) > LONGEST:
        raise refuse(f"it has {len(text)} characters")
    plain = normalise(text)
    if not plain:
        raise BlendError(f"Nothing is written where {kind} is wanted. Write {example}.")
    if plain.startswith("-"):
        raise refuse("it is less than nothing")
    found = _NUMBER.match(plain)
    if found is None or not found.group().strip():
        raise refuse("it does not begin with a number")
    rest = plain[found.end() :].strip()
    if found["over"]:
        if int(found["under"]) == 0:
            raise refuse("nothing can be divided by 0")
        return int(found["whole"] or 0) + Fraction(int(found["over"]), int(found["under"])), rest
    whole, decimals = found["int"], found["dec"] or ""
    if rest and rest[0] in "0123456789.,":
        joined = re.sub(r"(?<=\d) (?=\d)", "", plain)
        raise refuse("the number is not one I know", example if joined == plain else joined)
    if len(decimals) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0"):
        unit = f" {rest}" if rest else ""
        short = decimals.rstrip("0")
        small = f"{whole}.{short if len(short) < 3 else short + '0'}" if short else whole
        raise refuse(f"{found.group()} can be a thousand or a decimal", f"{whole}{decimals}{unit} or {small}{unit}")
    return Fraction(f"{whole or 0}.{decimals or 0}"), rest


def exact_text(value: Fraction) -> str:
    """Return `value` exactly, as `split_number` reads it back: a decimal where it ends, else a fraction.

    >>> exact_text(Fraction(5, 2)), exact_text(Fraction(1, 3)), exact_text(Fraction(9, 8))
    ('2.5', '1/3', '1.1250')
    """
    for places in range(8):
        scaled = value * 10**places
        if scaled.denominator == 1:
            digits = str(scaled.numerator).rjust(places + 1, "0")
            text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
            return text + "0" if places == 3 and not text.startswith("0") else text
    return f"{value.numerator}/{value.denominator}"


_PROPER = {"Scots", "Atlas", "Virginian", "Roman", "German", "Dalmatian", "T&Y"}


def spoken(name: str) -> str:
    """Return `name` as it stands inside a sentence.

    >>> spoken("Sweet marjoram"), spoken("Scots pine"), spoken("Sandalwood (East Indian)")
    ('sweet marjoram', 'Scots pine', 'sandalwood (East Indian)')
    """
    return name if name.split(" ", maxsplit=1)[0] in _PROPER else name[:1].lower() + name[1:]


def listed(words: list[str], last: str = "and") -> str:
    """Return words joined as people join them.

    >>> listed(["a", "b", "c"]), listed(["a", "b"], "or"), listed(["a"])
    ('a, b and c', 'a or b', 'a')
    """
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


@lru_cache(maxsize=4096)  # a card writes two hundred figures, most of them as the one before it
def write_number(value: Fraction | float, figures: int = 3, rounding: str = "nearest") -> str:
    """Return `value` in so many significant figures, without trailing zeros.

    rounding: "nearest" (halves up), "up" (a smallest bottle) or "down" (a largest dilution).

    >>> write_number(Fraction(98)), write_number(Fraction(10, 3)), write_number(0.00123456)
    ('98', '3.33', '0.00123')
    >>> write_number(Fraction(50, 3), rounding="up"), write_number(12345)
    ('16.7', '12345')
    """
    text = fixed(value, figures, rounding)
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=4096)
def fixed(value: Fraction | float, figures: int = 3, rounding: str = "nearest") -> str:
    """Return `value` in so many significant figures, trailing zeros kept; whole digits are never dropped.

    >>> fixed(2), fixed(Fraction(5, 3)), fixed(Fraction(660, 6660) * 100), fixed(0)
    ('2.00', '1.67', '9.91', '0')
    """
    exact = Fraction(value)
    if exact == 0:
        return "0"
    places = max(0, figures - 1 - floor(log10(abs(exact))))
    scaled = exact * 10**places
    whole = (
        ceil(scaled) if rounding == "up" else floor(scaled) if rounding == "down" else floor(scaled + Fraction(1, 2))
    )
    if rounding == "nearest" and places and whole >= 10**figures:  # 9.996 became 10.00
        places, whole = places - 1, whole // 10
    digits = str(whole).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits
