"""Recipe -> how much of it there is, in words: the bottle, how it is measured out, massages, several bottles."""

import re
from fractions import Fraction

from blends.asking.choices import Fill
from blends.figures import write_number
from blends.flow import Result
from blends.making.recipe import Portion, Recipe

# mL of finished oil for one massage of the full body, as therapists are taught. Only web pages were found to say so,
# no handbook and no study: it is no source of the tables, and the card says *not verified*.
FULL_BODY_ML = (20, 25)

FILLED = {Fill.FILL_TO: "in all", Fill.ADD_TO: "of base oil, the oils on top"}  # after a size


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
    """Return of what the bottle's size is the measure, to stand after it: 100 mL in all."""
    return FILLED[recipe.fill]


def dosing(result: Result) -> str:
    """Return how the amounts are measured out, with the drops per mL; "" without oils."""
    if not result.recipe.portions:
        return ""
    per_ml = f"{write_number(result.recipe.drops_per_ml, 4)} drops per mL"
    if result.recipe.dosing == "exact":
        return f"By measure: amounts as asked, nothing rounded; drops only as a guide, at {per_ml}."
    if result.recipe.dosing == "spend":
        return f"By drops, leftover drops spent, at {per_ml}."
    if result.blend.equal:
        return f"By drops: the same number of each, never more than asked, at {per_ml}."
    return f"By drops, in the parts given, rounded down, at {per_ml}."


def massages(finished_ml: float) -> str:
    """Return how many full-body massages `finished_ml` [mL] is enough for, at FULL_BODY_ML each.

    >>> massages(100), massages(30), massages(10)
    ('4 to 5 massages', '1 massage', 'less than 1 massage')
    """
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
