"""A bottle too small for whole drops: the smallest that works, or a stock mixed beforehand."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor

from blends.asking.brief import Brief
from blends.asking.quantities import LARGEST_BOTTLE_ML
from blends.errors import BlendError
from blends.figures import write_number
from blends.making.blend import Blend

# Parts of base oil stirred into one part of oils, for bottles in which even a drop of neat oils is too much.
_WEAKER = (0, 9, 99, 999)
_ENOUGH = Fraction(9, 10)  # of the asked oils must be reached; else a weaker stock counts finer


@dataclass(frozen=True)
class Stock:
    """Mix `oils_ml` of the oils in the parts of the blend with `base_ml` of base oil; use `drops` of it.

    each: how much of each oil in words, "" for given parts.
    """

    oils_ml: Fraction
    each: str
    base_ml: Fraction
    drops: int

    def __str__(self) -> str:
        oils = self.each or f"{write_number(self.oils_ml)} mL of the oils in their parts"
        base = f" with {write_number(self.base_ml)} mL of the base oil" if self.base_ml else ""
        count = "1 drop" if self.drops == 1 else f"{self.drops} drops"
        return f"mix {oils}{base}, and use {count} of it"


def stock(blend: Blend, wanted_ml: Fraction, drops_per_ml: Fraction) -> Stock | None:
    """Return the strongest stock of which whole drops come close below `wanted_ml` of oils, None where none does.

    Equal parts: 1 mL of each oil, or one drop of each where base oil is stirred in. Given parts: 1 mL together.
    """
    for parts in _WEAKER:
        exact = wanted_ml * (1 + parts) * drops_per_ml
        if exact >= 1 and floor(exact) >= _ENOUGH * exact:
            oils_ml, each = _amounts(blend, parts, drops_per_ml)
            return Stock(oils_ml, each, oils_ml * parts, floor(exact))
    return None


def _amounts(blend: Blend, parts: int, drops_per_ml: Fraction) -> tuple[Fraction, str]:
    count = len(blend.oils)
    if not blend.equal:
        return Fraction(1), ""
    them = "the oil" if count == 1 else "each oil"
    if parts:
        return count / drops_per_ml, f"1 drop of {them}"
    return Fraction(count), f"1 mL ({write_number(drops_per_ml)} drops) of {them}"


class TooSmallError(BlendError):
    """A bottle too small for one drop of each oil, with the two ways out."""

    def __init__(self, short: str, ways_out: str, smallest_bottle_ml: float, way_out: Stock | None) -> None:
        super().__init__(f"{short} {ways_out}", "bottle")
        self.short = short
        self.smallest_bottle_ml = smallest_bottle_ml
        self.stock = way_out


def too_small(blend: Blend, brief: Brief, bottle_ml: Fraction, per_ml: Fraction) -> TooSmallError:
    """Return the sentence for a bottle that whole drops do not fit, with both ways out."""
    per_ml_drops = per_ml * brief.drops_per_ml
    count = len(blend.oils)
    smallest_ml = count / per_ml_drops
    way_out = stock(blend, bottle_ml * per_ml, brief.drops_per_ml)
    each = "one drop" if count == 1 else f"one drop of each of the {count} oils"
    drops = write_number(bottle_ml * per_ml_drops, rounding="down")
    short = (
        f"{brief.bottle.text} is too small for {each}: {write_number(brief.asked_pct)} % of it is "
        f"{drops} drop{'' if drops == '1' else 's'} at {write_number(brief.drops_per_ml)} drops per mL."
    )
    ways = "No bottle up to 20 l works."
    if smallest_ml <= LARGEST_BOTTLE_ML:
        ways = f"The smallest bottle that works is {write_number(smallest_ml, rounding='up')} ml."
    ways += (
        f" Or make a stock: {way_out}." if way_out else " It is too little even for a stock: write a larger dilution."
    )
    return TooSmallError(short, ways, float(smallest_ml), way_out)
