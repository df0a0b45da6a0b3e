"""The steps in order: brief -> selection -> blend -> recipe."""

from dataclasses import dataclass

from blends.blend import Blend, blend
from blends.brief import Brief
from blends.catalogue import Catalogue
from blends.recipe import Recipe, make
from blends.selection import select


@dataclass(frozen=True)
class Result:
    """A brief and what came of it."""

    brief: Brief
    blend: Blend
    recipe: Recipe


def calculate(brief: Brief, catalogue: Catalogue) -> Result:
    """Return the blend and the recipe that `brief` asks for. Raises BlendError where it cannot be met.

    >>> from blends import calculate, read_brief, read_catalogue
    >>> brief = read_brief({"effect": "circulation", "bottle": "100 ml", "dilution": "2 %"})
    >>> [portion.drops for portion in calculate(brief, read_catalogue()).recipe.portions]
    [10, 10, 10, 10]
    """
    proportions = blend(select(brief, catalogue))
    return Result(brief, proportions, make(proportions, brief))
