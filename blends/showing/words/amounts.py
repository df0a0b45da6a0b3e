"""Recipe -> how much of it there is, in words: the bottle, how it is measured out, massages, several bottles."""

import re
from fractions import Fraction

from blends.asking.brief import FILLS
from blends.figures import listed, spoken, write_number
from blends.flow import Result
from blends.making.recipe import Portion, Recipe

FULL_BODY_ML = (20, 25)  # usual among masseurs; no published source was found, and the card says so


def bottle(result: Result) -> str:
    """Return the bottle as asked for, with its mL where it was written in something else."""
    volume = f"{write_number(result.recipe.bottle_ml, 4)} mL"
    text = spaced(result.brief.bottle.text)
    return volume if text.replace(" ", "").casefold() == volume.replace(" ", "").casefold() else f"{text} ({volume})"


def spaced(bottle: str) -> str:
    """Return a bottle as people write it, where a link wrote it without spaces.

    >>> spaced("4floz"), spaced("100 ml")
    ('4 fl oz', '100 ml')
    """
    return re.sub(r"(?<=\d)(?=[a-z])", " ", bottle).replace("floz", "fl oz").replace("fldr", "fl dr")


def fill(recipe: Recipe) -> str:
    """Return how the bottle is filled, and what that means."""
    return f"{recipe.fill}: {FILLS[recipe.fill]}"


def dosing(result: Result) -> str:
    """Return how the amounts are measured out, with the drops per mL; "" without oils."""
    if not result.recipe.portions:
        return ""
    per_ml = f"{write_number(result.recipe.drops_per_ml, 4)} drops per mL"
    if result.recipe.dosing == "exact":
        return f"By measure: amounts as asked, nothing rounded; drops only as a guide, at {per_ml}."
    if result.recipe.dosing == "spend":
        return f"By drops, leftover drops spent, at {per_ml}."
    kind = "equal drops" if result.blend.equal else "given parts"
    return f"By drops, {kind}, rounded down, at {per_ml}."


def massages(finished_ml: float) -> str:
    """Return how many full-body massages `finished_ml` is enough for."""
    most, least = (finished_ml / each for each in FULL_BODY_ML)
    if most < 1:
        return "less than 1 massage"
    low, high = max(1, int(least)), int(most)
    count = str(low) if low == high else f"{low} to {high}"
    return f"{count} massage{'s' * (high > 1)}"


def drift(portion: Portion, share: Fraction) -> str:
    """Return that an oil is another part of the oils than was asked for, "" where they print the same."""
    has, asked = write_number(100 * share), write_number(100 * portion.share)
    return "" if has == asked else f"{has} % of the oils, asked for {asked} %"


def all_bottles(recipe: Recipe) -> str:
    """Return the amounts for all bottles together, "" for one."""
    if recipe.bottles == 1:
        return ""
    times = recipe.bottles
    oils = []
    for portion in recipe.portions:
        name = spoken(portion.oil.name)
        if portion.drops is None:
            oils.append(f"{write_number(portion.exact_ml * times)} mL of {name}")
        else:
            oils.append(f"{portion.drops * times} drops of {name}")
    bases = [f"{write_number(base.exact_ml * times)} mL of {spoken(base.base_oil.name)}" for base in recipe.bases]
    return f"For {times} bottles in all: {listed(oils + bases)}."
