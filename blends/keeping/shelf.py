"""The shelf: which oils one has, what is left of them, what is past its date, and for how many bottles it is enough."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from math import floor
from typing import Literal

from blends.errors import BlendError
from blends.figures import listed, write_number
from blends.flow import Result
from blends.keeping.things import Bottle
from blends.tables.oils import BaseOil

Shelf = tuple[Bottle, ...]
LOW = Decimal("0.1")  # of a bottle: what is left of an oil below it is low, our own choice
SMALLEST_ML = Decimal("0.001")  # nobody measures finer; what is taken out is rounded up to it

Told = Literal["past_date", "open_too_long", "low", "empty"]


@dataclass(frozen=True)
class Notice:
    """What is to be said of one bottle; of an oil altogether where it is low or empty, by its last bottle."""

    bottle: Bottle
    told: Told


@dataclass(frozen=True)
class Enough:
    """For how many bottles of a recipe the shelf is enough, and the ids of the oils that run out first."""

    bottles: int
    first_out: tuple[str, ...]


def oils_owned(shelf: Shelf) -> frozenset[str]:
    """Return the ids of the oils of which something is left."""
    return frozenset(bottle.oil for bottle in shelf if bottle.left_ml)


def left_of(shelf: Shelf) -> dict[str, Decimal]:
    """Return what is left of each oil in mL, all its bottles together."""
    left: dict[str, Decimal] = {}
    for bottle in shelf:
        left[bottle.oil] = left.get(bottle.oil, Decimal(0)) + bottle.left_ml
    return left


def notices(shelf: Shelf, today: date, bases: Mapping[str, BaseOil]) -> tuple[Notice, ...]:
    """Return what is to be said of the shelf, in its order.

    bases: the base oils of the tables, whose shelf life counts from the day a bottle was opened. Of essential oils no
    such figure was found: only the bottle's own date is said.
    """
    left, last = left_of(shelf), {bottle.oil: bottle for bottle in shelf}
    found = []
    for bottle in shelf:
        months = bases[bottle.oil].shelf_life_months if bottle.oil in bases else None
        if bottle.left_ml and bottle.best_before and bottle.best_before < today:
            found.append(Notice(bottle, "past_date"))
        elif bottle.left_ml and bottle.opened and months and months_after(bottle.opened, months) < today:
            found.append(Notice(bottle, "open_too_long"))
        if bottle is last[bottle.oil] and left[bottle.oil] < LOW * bottle.size_ml:
            found.append(Notice(bottle, "low" if left[bottle.oil] else "empty"))
    return tuple(found)


def months_after(day: date, months: int) -> date:
    """Return the day so many months later, the last of its month where it has none such.

    >>> months_after(date(2026, 1, 31), 13)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, 28)


def needed(result: Result, bottles: int = 1) -> dict[str, Fraction]:
    """Return how much of each oil and base oil so many bottles of a recipe take, exactly, in mL."""
    recipe = result.recipe
    amounts = [(each.oil.id, each.exact_ml) for each in recipe.portions]
    amounts += [(each.base_oil.id, each.exact_ml) for each in recipe.bases]
    return {id_: ml * bottles for id_, ml in amounts if ml}


def enough_for(result: Result, shelf: Shelf) -> Enough:
    """Return for how many whole bottles of the recipe the shelf is enough, and what runs out first."""
    left = left_of(shelf)
    times = {id_: Fraction(left.get(id_, Decimal(0))) / ml for id_, ml in needed(result).items()}
    least = min(times.values())
    return Enough(floor(least), tuple(id_ for id_, most in times.items() if most == least))


def take_out(result: Result, shelf: Shelf, bottles: int = 1, today: date | None = None) -> Shelf:
    """Return the shelf after so many bottles of the recipe were made; a bottle begun today is opened today.

    The bottle whose date comes first is used up first, opened ones before new ones. Raises BlendError where something
    is not enough, with how much is missing; then nothing is taken.
    """
    wanted, left = needed(result, bottles), left_of(shelf)
    short = {id_: ml - Fraction(left.get(id_, Decimal(0))) for id_, ml in wanted.items()}
    if missing := [f"{write_number(ml, rounding='up')} mL of {id_}" for id_, ml in short.items() if ml > 0]:
        raise BlendError(f"The shelf lacks {listed(missing)}. Write fewer bottles, or put what you have on the shelf.")
    to_take = {id_: _measured(ml) for id_, ml in wanted.items()}
    after = {}
    for bottle in in_use(shelf):
        used = min(bottle.left_ml, to_take.get(bottle.oil, Decimal(0)))
        if used:
            to_take[bottle.oil] -= used
            after[bottle.id] = replace(bottle, left_ml=bottle.left_ml - used, opened=bottle.opened or today)
    return tuple(after.get(bottle.id, bottle) for bottle in shelf)


def in_use(bottles: Iterable[Bottle]) -> Shelf:
    """Return the bottles in the order in which they are used up: the earliest date first, opened before new."""
    return tuple(
        sorted(bottles, key=lambda each: (each.best_before or date.max, each.opened or date.max, each.left_ml, each.id))
    )


def _measured(ml: Fraction) -> Decimal:
    exact = Decimal(ml.numerator) / Decimal(ml.denominator)
    rounded = exact.quantize(SMALLEST_ML, ROUND_CEILING)
    return rounded
