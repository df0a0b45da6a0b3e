"""Quantities as people write them ("100 ml", "2 %", "3") <-> exact figures. A drop is none: see dropper.py.

The only file that knows pint. User text never reaches pint's own parser: the number is read by
`figures.py`, the unit must be one of the words listed here, and pint converts between the units
defined here, in exact fractions.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

import pint

from blends.asking.choices import System
from blends.errors import BlendError, quote
from blends.figures import exact_text, normalise, split_number, write_number

# Sources: US fluid ounce nist_44, exact from the inch; imperial uk_units_1995 (gallon 4.54609 L);
# charts print an ounce as 30 mL and spoons as 15 and 5 mL (docs/decisions/drops.md).
_DEFINITIONS = """
millilitre = [volume] = mL
litre = 1000 * millilitre
centilitre = 10 * millilitre
decilitre = 100 * millilitre
gram = [mass] = g
kilogram = 1000 * gram
us_fluid_ounce = 29.5735295625 * millilitre
us_fluid_dram = us_fluid_ounce / 8
us_tablespoon = us_fluid_ounce / 2
us_teaspoon = us_fluid_ounce / 6
imperial_fluid_ounce = 28.4130625 * millilitre
imperial_fluid_dram = imperial_fluid_ounce / 8
imperial_tablespoon = imperial_fluid_ounce * 5 / 8
imperial_teaspoon = imperial_tablespoon / 3
chart_fluid_ounce = 30 * millilitre
chart_fluid_dram = chart_fluid_ounce / 8
chart_tablespoon = 15 * millilitre
chart_teaspoon = 5 * millilitre
us_pint = 16 * us_fluid_ounce
imperial_pint = 20 * imperial_fluid_ounce
chart_pint = 16 * chart_fluid_ounce
pound = 453.59237 * gram
"""
UNITS: pint.UnitRegistry[Fraction] = pint.UnitRegistry(_DEFINITIONS.strip().splitlines(), non_int_type=Fraction)

SYSTEMS = {System.US: "US", System.IMPERIAL: "imperial", System.CHART: "chart"}
_METRIC = {
    "millilitre": ("ml", "millilitre", "milliliter", "cc"),
    "centilitre": ("cl", "centilitre", "centiliter"),
    "decilitre": ("dl", "decilitre", "deciliter"),
    "litre": ("l", "litre", "liter"),
    "gram": ("g", "gram", "gramme"),
    "kilogram": ("kg", "kilogram", "kilo"),
    "pound": ("lb", "pound"),
}
_CUSTOMARY = {
    "fluid_ounce": ("fl oz", "floz", "fl. oz", "fl.oz", "fluid ounce", "fl ounce"),
    "fluid_dram": ("fl dr", "fldr", "fluid dram", "fluid drachm", "fl dram"),
    "tablespoon": ("tbsp", "tablespoon"),
    "teaspoon": ("tsp", "teaspoon"),
    "pint": ("pint", "pt"),
}
_TWO_MEANINGS = (
    (("oz", "ounce", "ounces"), "an ounce", "fl oz", "28.349523125"),
    (("dr", "dram", "drams", "drachm", "drachms"), "a dram", "fluid dram", "1.7718451953125"),
)
_SYSTEM_WORDS = {
    "us ": "us",
    "imperial ": "imperial",
    "imp ": "imperial",
    "uk ": "imperial",
    "chart ": "chart",
}

# Sizes of the trade, as they are printed on bottles.
BOTTLES_ML = (
    "5 ml",
    "10 ml",
    "15 ml",
    "30 ml",
    "50 ml",
    "60 ml",
    "100 ml",
    "120 ml",
    "240 ml",
    "250 ml",
    "500 ml",
)
BOTTLES_FL_OZ = tuple(f"{n} fl oz" for n in ("1/8", "1/4", "1/3", "1/2", "1", "2", "4", "8", "16"))
SMALLEST_BOTTLE_ML, LARGEST_BOTTLE_ML = 1, 20_000


@dataclass(frozen=True)
class Bottle:
    """A bottle size as asked for: exactly one of `volume_ml` and `mass_g` is given.

    text: as read, in plain characters; unit: the unit it was read in ("US fl oz") and its size in mL or g.
    """

    text: str
    unit: str
    unit_size: Fraction
    volume_ml: Fraction | None
    mass_g: Fraction | None


@cache
def in_base(unit: str) -> tuple[str, Fraction]:
    """Return "volume" or "mass" and how many mL or g one of pint's `unit` is. pint runs once per unit.

    >>> in_base("us_fluid_ounce")
    ('volume', Fraction(473176473, 16000000))
    """
    one = UNITS.Quantity(Fraction(1), unit)
    if one.check("[mass]"):
        return "mass", Fraction(one.to("gram").magnitude)
    return "volume", Fraction(one.to("millilitre").magnitude)


def _unit_named(words: str, system: str) -> tuple[str, str] | None:
    """Return pint's name of the unit called `words` and how to print it, or None."""
    plain = words.casefold().rstrip(".")
    for prefix, named in _SYSTEM_WORDS.items():
        if plain.startswith(prefix):
            plain, system = plain.removeprefix(prefix), named
            break
    for unit, spellings in _METRIC.items():
        if plain in spellings or (len(plain) > 2 and plain.removesuffix("s") in spellings):
            return unit, spellings[0].replace("l", "L") if unit.endswith("litre") else spellings[0]
    for unit, spellings in _CUSTOMARY.items():
        if plain in spellings or plain.removesuffix("s") in spellings:
            return f"{system}_{unit}", f"{SYSTEMS[System(system)]} {spellings[0]}"
    return None


def read_bottle(text: str, system: str = "us") -> Bottle:
    """Return the bottle that `text` names; fl oz, drams and spoons by `system` (us, imperial, chart).

    1 mL to 20 L, or 1 g to 20 kg. Raises BlendError with what to write instead.

    >>> read_bottle("1 1/2 fl oz").volume_ml
    Fraction(1419529419, 32000000)
    >>> read_bottle("2 tbsp", "chart").volume_ml
    Fraction(30, 1)
    """
    number, words = split_number(text, "a volume", "100 ml or 1 fl oz")
    unit = _unit_named(words, system)
    if unit is None:
        reason, write = _why_no_unit(words, write_number(number), number)
        raise BlendError(f"Cannot read {quote(text)} as a volume: {reason}. Write {write}.")
    kind, factor = in_base(unit[0])
    amount = number * factor
    if not SMALLEST_BOTTLE_ML <= amount <= LARGEST_BOTTLE_ML:
        span = "1 ml to 20 l" if kind == "volume" else "1 g to 20 kg"
        raise BlendError(f"A bottle of {quote(text)} is outside what can be made here, {span}. Write 100 ml.")
    if kind == "mass":
        return Bottle(normalise(text), unit[1], factor, None, amount)
    return Bottle(normalise(text), unit[1], factor, amount, None)


def write_bottle(bottle: Bottle, system: str) -> str:
    """Return a bottle as `read_bottle` reads it with this system, without spaces where it can be: "0.5floz"."""
    amount = (bottle.volume_ml or bottle.mass_g or Fraction(0)) / bottle.unit_size
    words = bottle.unit.casefold().removeprefix(f"{SYSTEMS[System(system)].casefold()} ")
    return exact_text(amount) + words.replace("fl oz", "floz").replace("fl dr", "fldr")


def next_bottle(least_ml: float) -> str:
    """Return the next size of the trade that holds `least_ml`, "" where that is more than any.

    >>> next_bottle(12.5), next_bottle(600), next_bottle(1e6)
    ('15 ml', '1 l', '')
    """
    sizes = [(read_bottle(text).volume_ml or 0, text) for text in (*BOTTLES_ML, "1 l", "2 l", "5 l", "10 l", "20 l")]
    return next((text for volume, text in sizes if volume >= least_ml), "")


def _why_no_unit(words: str, figure: str, number: Fraction) -> tuple[str, str]:
    """Return why `words` is no unit of a bottle, and what to write instead."""
    plain = words.casefold().rstrip(".")
    if not plain:
        return "the unit is missing", f"{figure} ml"
    if plain in ("drop", "drops", "gtt"):
        return "drops are counted, they are no size of a bottle", "30 ml"
    for spellings, name, volume, grams in _TWO_MEANINGS:
        if plain in spellings:
            weight = write_number(number * Fraction(grams))
            return f"{name} can be weight or volume", f"{figure} {volume} or {weight} g"
    return (
        f"I do not know the unit {quote(words, 20)}",
        "ml, cl, l, fl oz, fluid dram, tbsp, tsp or g, as in 100 ml",
    )


def read_dilution(text: str) -> Fraction:
    """Return the dilution in % by volume that `text` names, 0 to 100: "2 %", "2", "0,5%".

    Raises BlendError for more, for less and for what is no percentage.

    >>> read_dilution("0,5%")
    Fraction(1, 2)
    """
    number, words = split_number(text, "a dilution", "2 %")
    if words.casefold() not in ("", "%", "percent", "per cent", "pct"):
        raise BlendError(f"Cannot read {quote(text)} as a dilution: it is a percentage. Write 2 %.")
    if number > 100:
        raise BlendError(f"A dilution of {quote(text)} is more than the whole bottle. Write 2 %.")
    return number
