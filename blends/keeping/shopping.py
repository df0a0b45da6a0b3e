"""What is to be bought for so many bottles of a recipe: what they take, less what is left on the shelf."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil

from blends.flow import Result
from blends.keeping.shelf import Shelf, left_of, needed
from blends.keeping.things import Bottle


@dataclass(frozen=True)
class ToBuy:
    """One oil that is not enough: what is needed, left and missing in mL, and in bottles of the size last bought.

    size_ml, bottles: None where no bottle of it stands on the shelf, so that nobody knows the size.
    """

    id: str
    name: str
    needed_ml: Fraction
    left_ml: Decimal
    missing_ml: Fraction
    size_ml: Decimal | None
    bottles: int | None


def shopping_list(result: Result, shelf: Shelf, bottles: int = 1) -> tuple[ToBuy, ...]:
    """Return what is to be bought for so many bottles of the recipe, in its order; nothing that is enough.

    Nobody writes down when a bottle was bought: the one last bought is the one not opened yet, else the one opened
    last; of those alike the one that keeps longest, then the last of the shelf.
    """
    recipe, left = result.recipe, left_of(shelf)
    names = {each.oil.id: each.oil.name for each in recipe.portions}
    names |= {each.base_oil.id: each.base_oil.name for each in recipe.bases}
    sizes = {bottle.oil: bottle.size_ml for bottle in sorted(shelf, key=_bought)}
    found = []
    for id_, ml in needed(result, bottles).items():
        have, size = left.get(id_, Decimal(0)), sizes.get(id_)
        missing = ml - Fraction(have)
        if missing > 0:
            count = None if size is None else ceil(missing / Fraction(size))
            found.append(ToBuy(id_, names[id_], ml, have, missing, size, count))
    return tuple(found)


def _bought(bottle: Bottle) -> tuple[date, date]:
    """Return the days that order bottles by when they were bought, as far as they tell."""
    return bottle.opened or date.max, bottle.best_before or date.min
