"""The steps in order: brief -> selection -> blend -> recipe -> review."""

from dataclasses import dataclass, field, replace
from fractions import Fraction

from blends.blend import Blend, blend
from blends.brief import Brief
from blends.catalogue import Catalogue
from blends.guidance import guidance_for
from blends.parts import Part
from blends.recipe import Recipe, make
from blends.review import Review, review
from blends.safety import OVER
from blends.selection import Selection, select
from blends.stock import TooSmallError


@dataclass(frozen=True)
class Result:
    """A brief, its dilution settled, and what came of it."""

    brief: Brief
    selection: Selection
    blend: Blend
    recipe: Recipe
    review: Review
    catalogue: Catalogue = field(repr=False)


def calculate(brief: Brief, catalogue: Catalogue) -> Result:
    """Return the blend, the recipe and its review that `brief` asks for. Raises BlendError where it cannot be met.

    >>> from blends import calculate, read_brief, read_catalogue
    >>> brief = read_brief({"effect": "circulation", "bottle": "100 ml", "dilution": "2 %"})
    >>> [portion.drops for portion in calculate(brief, read_catalogue()).recipe.portions]
    [10, 10, 10, 10]
    """
    rates = guidance_for(brief.person, brief.conditions, catalogue)
    if brief.usual:
        brief = replace(brief, dilution_pct=Fraction(str(rates.usual_pct)))
    selection = select(brief, catalogue)
    proportions = blend(selection)
    recipe = make(proportions, brief, rates.usual_pct)
    judged = review(recipe, proportions, brief, rates, catalogue)
    return Result(brief, selection, proportions, recipe, judged, catalogue)


def dosing_within(brief: Brief, rulebook: str, catalogue: Catalogue) -> str:
    """Return how to dose so that `rulebook` is kept: as asked, or by measure where whole drops would pass it."""
    try:
        kept = calculate(brief, catalogue).review.of(rulebook) != OVER
    except TooSmallError:
        kept = False
    return brief.dosing if kept else "exact"


def brief_to_share(result: Result) -> Brief:
    """Return the brief whose link opens this very recipe: where oils were left out for the person, the rest by name.

    The person and the conditions that left them out never enter a link, so the oils must stand there themselves.
    """
    if not result.selection.left_out or (result.brief.person.age is not None and not result.brief.conditions):
        return result.brief
    if not result.selection.oils:
        return replace(result.brief, dilution_pct=Fraction(0))
    return replace(result.brief, oils=tuple(Part(oil.id, parts) for oil, parts in result.selection.oils))
