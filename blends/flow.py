"""The steps in order: brief -> selection -> blend -> recipe -> review."""

from dataclasses import dataclass, field, replace
from fractions import Fraction

from blends.asking.brief import Brief
from blends.asking.link import shared
from blends.asking.parts import Part
from blends.errors import BlendError
from blends.judging.constraints import OVER
from blends.judging.review import Review, review
from blends.making.blend import Blend, blend
from blends.making.guidance import guidance_for, settled
from blends.making.recipe import Recipe, make
from blends.making.selection import Selection, select
from blends.making.stock import TooSmallError
from blends.tables.catalogue import Catalogue


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
    brief = settled(brief, catalogue)
    selection = select(brief, catalogue)
    proportions = blend(selection)
    recipe = make(proportions, brief)
    judged = review(recipe, proportions, brief, rates, catalogue)
    return Result(brief, selection, proportions, recipe, judged, catalogue)


def share(result: Result, catalogue: Catalogue) -> Result:
    """Return the same recipe as others may see it: no conditions, judged for an adult or a child of that age."""
    return calculate(shared(brief_to_share(result), catalogue), catalogue)


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
    return _to_share(result.brief, result.selection)


def brief_to_keep(brief: Brief, catalogue: Catalogue) -> Brief:
    """Return the brief whose link opens what `brief` opens here, whether or not a recipe can be made of it."""
    brief = settled(brief, catalogue)
    try:
        return _to_share(brief, select(brief, catalogue))
    except BlendError:
        return brief


def _to_share(brief: Brief, selection: Selection) -> Brief:
    if not selection.left_out or (brief.person.age is not None and not brief.conditions):
        return brief
    if not selection.oils:
        return replace(brief, dilution_pct=Fraction(0))
    return replace(brief, oils=tuple(Part(oil.id, parts) for oil, parts in selection.oils))
