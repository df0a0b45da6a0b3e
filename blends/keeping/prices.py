"""What a mL of each oil on the shelf costs, in one currency: what a search for blends goes by."""

from collections import Counter

from blends.keeping.shelf import Shelf, in_use


def prices_of(shelf: Shelf) -> dict[str, float]:
    """Return the price of 1 mL of each oil, in the currency of most bottles; other currencies are left out.

    Of two bottles of an oil the price of the one that is used first, as in `cost`.

    >>> from decimal import Decimal
    >>> from blends.keeping.things import Bottle
    >>> ten = Decimal(10)
    >>> prices_of((Bottle("b1", "lavender", ten, ten, Decimal("6.90"), "EUR"), Bottle("b2", "pine", ten, ten)))
    {'lavender': 0.69}
    """
    priced = [bottle for bottle in in_use(shelf) if bottle.price is not None]
    if not priced:
        return {}
    (currency, _), *_ = Counter(bottle.currency for bottle in priced).most_common(1)
    prices: dict[str, float] = {}
    for bottle in priced:
        if bottle.price is not None and bottle.currency == currency:
            prices.setdefault(bottle.oil, float(bottle.price / bottle.size_ml))
    return prices
