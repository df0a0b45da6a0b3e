"""Drops per mL: what this dropper gives from one millilitre. A drop is no unit until that is known."""

from dataclasses import dataclass
from fractions import Fraction

from blends.errors import BlendError, quote
from blends.figures import split_number


@dataclass(frozen=True)
class Dropper:
    """A usual dropper: its drops per mL, and the key of the source; showing/words/calculation.py says whose it is."""

    drops_per_ml: int
    source: str


DROPPERS = (
    Dropper(20, "usp_1101"),
    Dropper(25, "birchhill_drops"),
    Dropper(30, "ti_drop_size"),
)
# Drops per mL. 20 to 40 were observed (ti_drop_size); 15 and 45 are a step beyond either end and ours: charts count as
# few as 16.67 (docs/decisions/drops.md).
MET_IN_PRACTICE = (15, 20, 25, 30, 35, 40, 45)


def read_drops_per_ml(text: str) -> Fraction:
    """Return the drops that the dropper gives from one millilitre, 5 to 100: "20", "27.5 drops/ml".

    The span is ours, wide around what is met in practice, so that a slip of the finger is noticed.
    Raises BlendError for more, for less and for any other unit.

    >>> read_drops_per_ml("20 drops/ml")
    Fraction(20, 1)
    """
    number, words = split_number(text, "drops per mL", "20")
    unit = words.casefold().replace(" per ", "/").replace(" ", "").removesuffix("/ml")
    if unit not in ("", "drop", "drops", "gtt"):
        raise BlendError(f"Cannot read {quote(text)} as drops per mL. Write how many drops fill 1 mL, for example 20.")
    if not 5 <= number <= 100:
        raise BlendError(
            f"{quote(text)} drops per mL is outside 5 to 100; droppers met in practice give 15 to 45. "
            "Write 20, or count the drops that fill 1 mL."
        )
    return number


def read_mass_g(text: str) -> Fraction:
    """Return the mass in grams that `text` names: "0.66 g", "0.66". Raises BlendError for nothing and other units.

    >>> read_mass_g("0,66 g")
    Fraction(33, 50)
    """
    number, words = split_number(text, "a weight", "0.66 g")
    if words.casefold() not in ("", "g", "gram", "grams") or number == 0:
        raise BlendError(f"Cannot read {quote(text)} as a weight in grams. Write 0.66 g.")
    return number


def drops_per_ml_by_weight(drops: int, mass_g: Fraction, density_g_per_ml: str) -> Fraction:
    """Return the drops per mL of a dropper whose `drops` weigh `mass_g`, to one decimal.

    mass_g: of all these drops [g]; density_g_per_ml: of the oil in it [g/mL].

    >>> drops_per_ml_by_weight(20, Fraction("0.66"), "0.9")
    Fraction(273, 10)
    """
    return Fraction(round(drops * Fraction(density_g_per_ml) / mass_g * 10), 10)
