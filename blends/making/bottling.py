"""Blend + bottle, dilution, dropper -> recipe. Nothing here rounds but the counting of drops."""

from fractions import Fraction

from blends.asking.brief import Brief
from blends.asking.choices import Dosing, Fill
from blends.asking.quantities import LARGEST_BOTTLE_ML
from blends.errors import BlendError
from blends.figures import write_number
from blends.making.blend import Blend
from blends.making.drops import whole_drops
from blends.making.recipe import BasePortion, Portion, Recipe
from blends.making.stock import too_small

WITHOUT_MAXIMUM_PCT = 2.0  # % by volume; never changed: old links would count other drops


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
            Portion(
                oil,
                share,
                share * asked_ml,
                volume,
                count,
                float(volume * brief.drops_per_ml) if count is None else float(count),
            )
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
