"""Recipe -> amounts as they are measured out: in drops, mL or grams; weights as a scale shows them."""

from fractions import Fraction
from typing import Literal

from blends.figures import fixed, listed, spoken, write_number
from blends.flow import Result
from blends.making.recipe import Recipe
from blends.showing.words.amounts import massages
from blends.showing.words.phrases import drop_word

Unit = Literal["drops", "ml", "g"]
UNITS: dict[Unit, str] = {"drops": "Drops", "ml": "mL", "g": "Grams"}
FINE_BELOW_G = 2  # a kitchen scale shows 0.1 g: below this it would be off by more than a twentieth


def units_for(recipe: Recipe) -> dict[Unit, str]:
    """Return the units that the recipe is measured out in: drops only where they are counted."""
    return UNITS if recipe.total_drops is not None else {id_: name for id_, name in UNITS.items() if id_ != "drops"}


def unit_of(recipe: Recipe, chosen: Unit) -> Unit:
    """Return the unit chosen, mL where the recipe has no such unit."""
    return chosen if chosen in units_for(recipe) else "ml"


def _said(drops: int | None, volume_ml: Fraction, mass_g: float | None) -> dict[str, tuple[str, str]]:
    said = {} if drops is None else {"drops": (str(drops), drop_word(drops))}
    said["ml"] = (write_number(volume_ml), "mL")
    if mass_g is not None:
        said["g"] = (grams(mass_g), "g")
    return said


def grams(mass_g: float) -> str:
    """Return a weight as a scale shows it: 0.01 g on a fine one, 0.1 g on a kitchen scale; the least is never hidden.

    >>> grams(0.4467), grams(89.52), grams(894.3), grams(0.00123)
    ('0.45', '89.5', '894', '0.001')
    """
    if mass_g >= 100:
        return write_number(mass_g)
    if mass_g >= FINE_BELOW_G:
        return f"{mass_g:.1f}"
    return f"{mass_g:.2f}" if mass_g >= 0.01 else write_number(mass_g, 1)


def scale_sentence(recipe: Recipe) -> str:
    """Return which scale the amounts in grams need."""
    masses = [each.mass_g for each in recipe.portions if each.mass_g is not None]
    if not masses:
        return ""
    if min(masses) >= FINE_BELOW_G:
        return "A kitchen scale (0.1 g) shows these weights."
    return "The oils need a fine scale (0.01 g); for the base oil a kitchen scale (0.1 g) will do."


def all_bottles(recipe: Recipe, unit: str) -> str:
    """Return the amounts for all bottles together in the unit chosen, "" for one."""
    times = recipe.bottles
    if times == 1:
        return ""
    oils = [
        _said(each.drops and each.drops * times, each.exact_ml * times, _times(each.mass_g, times))
        for each in recipe.portions
    ]
    bases = [_said(None, each.exact_ml * times, _times(each.mass_g, times)) for each in recipe.bases]
    names = [each.oil.name for each in recipe.portions] + [each.base_oil.name for each in recipe.bases]
    amounts = [" ".join(said[unit if unit in said else "ml"]) for said in oils + bases]
    parts = [f"{amount} of {spoken(name)}" for amount, name in zip(amounts, names, strict=True)]
    return f"For {times} bottles in all: {listed(parts)}."


def facts(result: Result) -> tuple[tuple[str, str], ...]:
    """Return three facts, each with what it means: the dilution, the oils in all, what it is enough for."""
    recipe = result.recipe
    enough = (massages(recipe.finished_ml), "an adult's whole body, we reckon 20 to 25 mL each")
    if not recipe.portions:
        return ((f"{write_number(recipe.finished_ml)} mL", "base oil alone"), enough)
    achieved, asked = fixed(recipe.achieved_dilution_pct), result.brief.asked_pct
    kept = abs(recipe.achieved_dilution_pct - float(asked)) < 0.005
    oils_ml = f"{write_number(recipe.oils_ml)} mL"
    count = recipe.total_drops
    drops = (f"{count} {drop_word(count)}", f"{oils_ml} of oils") if count else (oils_ml, "of essential oils")
    return ((f"{achieved} %", "as asked" if kept else f"asked for {write_number(asked, 4)} %"), drops, enough)


def _times(one: float | None, bottles: int) -> float | None:
    return None if one is None else one * bottles
