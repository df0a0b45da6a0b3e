"""Blend + bottle, dilution, dropper -> what really goes into the bottle: mL, g, whole drops.

Exact fractions inside, floats in the public figures. Nothing here rounds but the counting of drops.
"""

from dataclasses import dataclass
from fractions import Fraction

from blends.asking.brief import Brief
from blends.asking.choices import Dosing, Fill
from blends.asking.quantities import LARGEST_BOTTLE_ML
from blends.errors import BlendError
from blends.figures import write_number
from blends.making.blend import Blend
from blends.making.drops import whole_drops
from blends.making.stock import too_small
from blends.tables.oils import BaseOil, EssentialOil

WITHOUT_MAXIMUM_PCT = 2.0  # % by volume; never changed: old links would count other drops


@dataclass(frozen=True)
class Portion:
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
    def volume_ml(self) -> float:
        """Volume in mL."""
        return float(self.exact_ml)

    @property
    def mass_g(self) -> float | None:
        """Mass in g, None where the density of the oil is unknown."""
        density = self.oil.density_g_per_ml
        return None if density is None else self.volume_ml * density


@dataclass(frozen=True)
class BasePortion:
    """One base oil's amount in the bottle."""

    base_oil: BaseOil
    exact_ml: Fraction

    @property
    def volume_ml(self) -> float:
        """Volume in mL."""
        return float(self.exact_ml)

    @property
    def mass_g(self) -> float | None:
        """Mass in g, None where the density of the base oil is unknown."""
        density = self.base_oil.density_g_per_ml
        return None if density is None else self.volume_ml * density


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

    @property
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


def make(blend: Blend, brief: Brief) -> Recipe:
    """Return the recipe of `blend` for the bottle, dilution and dropper of `brief`, whose dilution is settled.

    Raises TooSmallError where whole drops do not fit; BlendError for a bottle by weight where a density is not known,
    and for a dilution that leaves no base oil to add to or more oils than can be made here.
    """
    per_ml = _oils_per_ml(brief) if blend.oils else Fraction(0)
    bottle_ml = _bottle_ml(blend, brief)
    asked_ml = per_ml * bottle_ml
    if bottle_ml + asked_ml > 2 * LARGEST_BOTTLE_ML:
        raise BlendError(
            f"{write_number(asked_ml)} mL of oils come on top: more than can be made here. Write 2 %.", "dilution"
        )
    shares = tuple(share for _, share in blend.oils)
    smallest_ml = Fraction(1)
    if per_ml:
        smallest_ml = max(smallest_ml, len(shares) / (per_ml * brief.drops_per_ml))
    counted: tuple[int | None, ...] = ()
    volumes: tuple[Fraction, ...] = ()
    if per_ml and brief.dosing is Dosing.EXACT:
        volumes = tuple(share * asked_ml for share in shares)
        counted = (None,) * len(shares)
    elif per_ml:
        drops = whole_drops(shares, asked_ml * brief.drops_per_ml, brief.dosing is Dosing.SPEND, _most_room(blend))
        if drops is None:
            raise too_small(blend, brief, bottle_ml, per_ml)
        volumes = tuple(count / brief.drops_per_ml for count in drops)
        counted = drops
    oils_ml = sum(volumes, Fraction(0))
    base_ml = bottle_ml - oils_ml if brief.fill is Fill.FILL_TO else bottle_ml
    return Recipe(
        portions=tuple(
            Portion(oil, share, share * asked_ml, volume, count, float(volume * brief.drops_per_ml))
            for (oil, share), volume, count in zip(blend.oils, volumes, counted, strict=False)
        ),
        bases=tuple(BasePortion(base, share * base_ml) for base, share in blend.bases),
        bottle_ml=float(bottle_ml),
        exact_asked_ml=asked_ml,
        asked_dilution_pct=float(brief.asked_pct),
        achieved_dilution_pct=float(100 * oils_ml / (base_ml + oils_ml)),
        drops_per_ml=brief.drops_per_ml,
        fill=brief.fill,
        dosing=brief.dosing,
        bottles=brief.bottles,
        smallest_bottle_ml=float(smallest_ml),
    )


def _most_room(blend: Blend) -> tuple[int, ...]:
    """Return the places of the oils, most room below the maximum first, ties by id: so order never matters.

    An oil without a maximum is held to one figure, whoever it is for: a card handed on must have the same drops.
    """

    def room(place: int) -> tuple[float, str]:
        oil, _ = blend.oils[place]
        return -(WITHOUT_MAXIMUM_PCT if oil.dermal_max_pct is None else oil.dermal_max_pct), oil.id

    return tuple(sorted(range(len(blend.oils)), key=room))


def dilution_of_drops(drops: int, bottle_ml: float, drops_per_ml: float, fill: str = Fill.FILL_TO) -> float:
    """Return the dilution in % by volume that so many drops make in a bottle.

    bottle_ml: everything for fill-to, the base oil for add-to [mL]; drops_per_ml: of the dropper.

    >>> dilution_of_drops(12, 30, 20), round(dilution_of_drops(12, 30, 20, "add-to"), 3)
    (2.0, 1.961)
    """
    oils_ml = drops / float(drops_per_ml)
    return min(100.0, 100 * oils_ml / (bottle_ml if fill == Fill.FILL_TO else bottle_ml + oils_ml))


def _oils_per_ml(brief: Brief) -> Fraction:
    """Return the mL of essential oils for each mL of the bottle (fill-to) or of base oil (add-to)."""
    part = brief.asked_pct / 100
    if brief.fill is Fill.FILL_TO:
        return part
    if part == 1:
        raise BlendError("100 % leaves no base oil to add to. Write 2 %, or fill to the bottle.", "dilution")
    return part / (1 - part)


def _bottle_ml(blend: Blend, brief: Brief) -> Fraction:
    """Return the size of the bottle in mL; a weight by the density of the oil as asked for."""
    if brief.bottle.volume_ml is not None:
        return brief.bottle.volume_ml
    density = blend.base_density_g_per_ml
    if brief.fill is Fill.FILL_TO and density is not None and brief.asked_pct and blend.oils:
        oils, part = blend.oils_density_g_per_ml, brief.asked_pct / 100
        density = None if oils is None else part * oils + (1 - part) * density
    if density is None:
        unknown = [oil.name for oil, _ in blend.oils if oil.density_g_per_ml is None]
        unknown += [base.name for base, _ in blend.bases if base.density_g_per_ml is None]
        raise BlendError(
            f"A bottle by weight needs every density, and none was found for {', '.join(unknown)}. Write 100 ml.",
            "bottle",
        )
    return (brief.bottle.mass_g or Fraction(0)) / density


def _sum(masses: list[float | None]) -> float | None:
    known = [mass for mass in masses if mass is not None]
    return sum(known) if len(known) == len(masses) else None
