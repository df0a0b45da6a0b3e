"""The recipe: what really goes into the bottle, in mL, g and whole drops.

Exact fractions inside, floats in the public figures. bottling.py makes it.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from blends.asking.choices import Dosing, Fill
from blends.tables.oils import BaseOil, EssentialOil


class _Poured:
    """What goes into one bottle of one thing."""

    exact_ml: Fraction

    @cached_property  # asked for some ten times a recipe, and a fraction is slow to turn into a float
    def volume_ml(self) -> float:
        """Volume in mL."""
        return float(self.exact_ml)

    def _weighed(self, g_per_ml: float | None) -> float | None:
        return None if g_per_ml is None else self.volume_ml * g_per_ml


@dataclass(frozen=True)
class Portion(_Poured):
    """One oil's amount in one bottle.

    share: of the essential oils by volume, all add up to 1; exact_asked_ml: before any counting of drops [mL];
    exact_ml: what really goes in [mL]. `drops` is None by measure, where `about_drops` says how many it would be.
    """

    oil: EssentialOil
    share: Fraction
    exact_asked_ml: Fraction
    exact_ml: Fraction
    drops: int | None
    about_drops: float

    @property
    def mass_g(self) -> float | None:
        """Mass in g, None where the density of the oil is unknown."""
        return self._weighed(self.oil.density_g_per_ml)


@dataclass(frozen=True)
class BasePortion(_Poured):
    """One base oil's amount in the bottle."""

    base_oil: BaseOil
    exact_ml: Fraction

    @property
    def mass_g(self) -> float | None:
        """Mass in g, None where the density of the base oil is unknown."""
        return self._weighed(self.base_oil.density_g_per_ml)


@dataclass(frozen=True)
class Recipe:
    """A blend made for one bottle. `bottles` says how many such bottles are wanted.

    exact_asked_ml: essential oils as asked for, before any counting of drops [mL]; bottle_ml: the finished volume for
    fill-to, the base oil for add-to [mL]; asked_dilution_pct, achieved_dilution_pct: essential oils by volume of the
    finished oil [%]; drops_per_ml: of this dropper; smallest_bottle_ml: the least that works in whole drops [mL].

    >>> from blends import calculate, read_brief, read_catalogue
    >>> recipe = calculate(read_brief({"bottle": "30 ml", "dilution": "2 %"}), read_catalogue()).recipe
    >>> recipe.total_drops, recipe.oils_ml, recipe.achieved_dilution_pct, round(recipe.finished_g, 2)
    (12, 0.6, 2.0, 27.38)
    """

    portions: tuple[Portion, ...]
    bases: tuple[BasePortion, ...]
    bottle_ml: float
    exact_asked_ml: Fraction
    asked_dilution_pct: float
    achieved_dilution_pct: float
    drops_per_ml: Fraction
    fill: Fill
    dosing: Dosing
    bottles: int
    smallest_bottle_ml: float

    @property
    def asked_ml(self) -> float:
        """Volume of essential oils asked for in mL, before any counting of drops."""
        return float(self.exact_asked_ml)

    @property
    def total_drops(self) -> int | None:
        """Whole drops of all oils together, None by measure."""
        return None if self.dosing is Dosing.EXACT else sum(portion.drops or 0 for portion in self.portions)

    @property
    def keeps_months(self) -> int | None:
        """Months that the base oil which keeps shortest keeps, None where it is not known of each of them."""
        months = [base.base_oil.shelf_life_months for base in self.bases]
        known = [each for each in months if each is not None]
        return min(known) if known and len(known) == len(months) else None

    @cached_property
    def oils_ml(self) -> float:
        """Volume of all essential oils in mL."""
        return float(sum((portion.exact_ml for portion in self.portions), Fraction(0)))

    @property
    def finished_ml(self) -> float:
        """Volume of everything in the bottle in mL."""
        bases_ml = sum((base.exact_ml for base in self.bases), Fraction(0))
        return float(bases_ml + sum((portion.exact_ml for portion in self.portions), Fraction(0)))

    @property
    def finished_g(self) -> float | None:
        """Mass of everything in the bottle in g, None where a density is unknown."""
        return _sum([*(portion.mass_g for portion in self.portions), *(base.mass_g for base in self.bases)])

    @property
    def achieved_dilution_w_w_pct(self) -> float | None:
        """Essential oils by weight of the finished oil in %, None where a density is unknown."""
        oils, everything = _sum([portion.mass_g for portion in self.portions]), self.finished_g
        return None if oils is None or everything is None else 100 * oils / everything

    def dilution_with(self, drops_per_ml: float) -> float:
        """Return the dilution in % by volume if the dropper gave `drops_per_ml` and the drops were counted the same."""
        if self.total_drops is None:
            return self.achieved_dilution_pct
        return dilution_of_drops(self.total_drops, self.bottle_ml, drops_per_ml, self.fill)


def dilution_of_drops(drops: int, bottle_ml: float, drops_per_ml: float, fill: str = Fill.FILL_TO) -> float:
    """Return the dilution in % by volume that so many drops make in a bottle.

    bottle_ml: everything for fill-to, the base oil for add-to [mL]; drops_per_ml: of the dropper.

    >>> dilution_of_drops(12, 30, 20), round(dilution_of_drops(12, 30, 20, "add-to"), 3)
    (2.0, 1.961)
    """
    oils_ml = drops / float(drops_per_ml)
    return min(100.0, 100 * oils_ml / (bottle_ml if fill == Fill.FILL_TO else bottle_ml + oils_ml))


def _sum(masses: list[float | None]) -> float | None:
    known = [mass for mass in masses if mass is not None]
    return sum(known) if len(known) == len(masses) else None
