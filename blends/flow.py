"""The steps in order: brief, and what is proposed for it -> settled -> selection -> blend -> recipe -> review."""

from dataclasses import dataclass, field

from blends.asking.brief import Brief
from blends.judging.review import Review, review
from blends.making.blend import Blend, blend
from blends.making.bottling import make
from blends.making.handed_on import brief_to_hand_on, carried
from blends.making.recipe import Recipe
from blends.making.selection import Selection, select
from blends.making.settle import Settled
from blends.possible.proposal import settle_with_proposal
from blends.tables.catalogue import Catalogue


@dataclass(frozen=True)
class Result:
    """What came of a brief, step by step: each field is what the step of that name returned.

    `catalogue` is for whoever puts it in words: names, titles of sources.
    """

    settled: Settled
    selection: Selection
    blend: Blend
    recipe: Recipe
    review: Review
    catalogue: Catalogue = field(repr=False)

    @property
    def brief(self) -> Brief:
        """Return what was asked for, the dilution settled."""
        return self.settled.brief


def calculate(brief: Brief, catalogue: Catalogue) -> Result:
    """Return the blend, the recipe and its review that `brief` asks for.

    Raises BlendError where it cannot be met, its `field` naming the part of the brief: an id that the tables do not
    know (with the nearest one they do), a bottle by weight without densities, and, as TooSmallError, a bottle too
    small for one drop of each oil (with the smallest that works, and a stock to mix instead).

    >>> from blends import calculate, read_brief, read_catalogue
    >>> brief = read_brief({"effect": "circulation", "bottle": "100 ml", "dilution": "2 %"})
    >>> [portion.drops for portion in calculate(brief, read_catalogue()).recipe.portions]
    [10, 10, 10, 10]
    """
    settled = settle_with_proposal(brief, catalogue)
    selection = select(settled)
    proportions = blend(selection)
    recipe = make(proportions, settled.brief)
    return Result(settled, selection, proportions, recipe, review(recipe, proportions, settled), catalogue)


def as_handed_on(result: Result) -> Result:
    """Return the same recipe as others may see it: no conditions, judged for an adult or a child of that age.

    >>> from blends import calculate, read_brief, read_catalogue
    >>> own = calculate(read_brief({"effect": "warming", "person": "pregnant"}), read_catalogue())
    >>> as_handed_on(own).brief.person.kind, as_handed_on(own).recipe.total_drops == own.recipe.total_drops
    ('adult', True)
    """
    brief = carried(brief_to_hand_on(result.settled))
    return result if brief == result.brief else calculate(brief, result.catalogue)
