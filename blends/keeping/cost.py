"""What a recipe costs: of each oil by the price of its bottle; no currencies added, no unknown price taken for zero."""

from dataclasses import dataclass
from fractions import Fraction

from blends.flow import Result
from blends.keeping.shelf import Shelf, in_use
from blends.showing.words.amounts import FULL_BODY_ML


@dataclass(frozen=True)
class Money:
    """An exact amount of one currency."""

    amount: Fraction
    currency: str


@dataclass(frozen=True)
class OilCost:
    """One oil of a recipe, for one bottle: volume in mL, price of a mL and of the whole; None where none is known.

    per_drop: of an essential oil, from the recipe's dropper; None for a base oil.
    """

    id: str
    name: str
    ml: Fraction
    per_ml: Money | None
    per_drop: Money | None

    @property
    def cost(self) -> Money | None:
        """Return what this oil costs in one bottle."""
        return None if self.per_ml is None else Money(self.per_ml.amount * self.ml, self.per_ml.currency)


@dataclass(frozen=True)
class Cost:
    """What a recipe costs, exactly; rounded only where it is printed.

    oils: each oil, then each base oil; finished_ml: of one bottle.
    """

    oils: tuple[OilCost, ...]
    finished_ml: Fraction

    @property
    def unknown(self) -> tuple[str, ...]:
        """Return the names of the oils without a price: what they cost comes on top of every sum."""
        return tuple(each.name for each in self.oils if each.cost is None)

    @property
    def total(self) -> tuple[Money, ...]:
        """Return what one bottle costs, one sum for each currency, as far as prices are known."""
        return self.for_bottles(1)

    def for_bottles(self, bottles: int) -> tuple[Money, ...]:
        """Return what so many bottles cost, one sum for each currency."""
        return self._times(Fraction(bottles))

    @property
    def per_massage(self) -> tuple[tuple[Money, ...], tuple[Money, ...]]:
        """Return what one massage costs with the least and with the most oil it takes: 20 and 25 mL."""
        least, most = (self._times(ml / self.finished_ml) for ml in FULL_BODY_ML)
        return least, most

    def _times(self, times: Fraction) -> tuple[Money, ...]:
        sums: dict[str, Fraction] = {}
        for each in self.oils:
            if each.cost is not None:
                sums[each.cost.currency] = sums.get(each.cost.currency, Fraction(0)) + each.cost.amount * times
        return tuple(Money(amount, currency) for currency, amount in sums.items())


def cost(result: Result, shelf: Shelf) -> Cost:
    """Return what one bottle of the recipe costs, each oil by the price of the bottle that is used first.

    An oil without a bottle, or without a price, is among `unknown`.

    >>> from decimal import Decimal
    >>> from blends import calculate, read_brief, read_catalogue
    >>> from blends.keeping.things import Bottle
    >>> made = calculate(read_brief({"oils": "lavender", "bottle": "100 ml"}), read_catalogue())
    >>> known = cost(made, (Bottle("b1", "lavender", Decimal(10), Decimal(10), Decimal("6.90"), "EUR"),))
    >>> [(str(each.amount), each.currency) for each in known.total], known.unknown
    ([('69/50', 'EUR')], ('Olive oil',))
    """
    recipe = result.recipe
    prices = {bottle.oil: bottle for bottle in reversed(in_use(bottle for bottle in shelf if bottle.price is not None))}

    def per_ml(id_: str) -> Money | None:
        bottle = prices.get(id_)
        if bottle is None or bottle.price is None:
            return None
        return Money(Fraction(bottle.price) / Fraction(bottle.size_ml), bottle.currency)

    def per_drop(price: Money | None) -> Money | None:
        return None if price is None else Money(price.amount / recipe.drops_per_ml, price.currency)

    oils = [
        OilCost(each.oil.id, each.oil.name, each.exact_ml, price, per_drop(price))
        for each in recipe.portions
        for price in [per_ml(each.oil.id)]
    ]
    bases = [
        OilCost(each.base_oil.id, each.base_oil.name, each.exact_ml, per_ml(each.base_oil.id), None)
        for each in recipe.bases
    ]
    return Cost((*oils, *bases), sum((each.ml for each in (*oils, *bases)), Fraction(0)))
