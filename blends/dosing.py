"""Shares -> whole drops. A drop is never cut, none is lost or invented, and no more are used than asked for."""

from fractions import Fraction
from math import floor


def whole_drops(
    shares: tuple[Fraction, ...], budget: Fraction, spend: bool, first: tuple[int, ...] = ()
) -> tuple[int, ...] | None:
    """Return the whole drops of each oil out of `budget` drops, or None where one drop of each does not fit.

    Each oil's exact drops (share times budget) are rounded down, to at least one drop. With `spend` the
    drops left over go one each to the oils that lost most by rounding; where they lost the same, in the
    order of the places named by `first`, else in the order given.

    >>> fifths = (Fraction(1, 5),) * 5
    >>> whole_drops(fifths, Fraction(12), spend=False), whole_drops(fifths, Fraction(12), spend=True)
    ((2, 2, 2, 2, 2), (3, 3, 2, 2, 2))
    >>> whole_drops(fifths, Fraction(4), spend=False) is None
    True
    """
    drops = _at_least_one(shares, budget)
    left = floor(budget) - sum(drops)
    if left < 0:
        return None
    if spend:
        turn = {place: i for i, place in enumerate(first)}
        lost = sorted(range(len(shares)), key=lambda i: (drops[i] - shares[i] * budget, turn.get(i, i)))
        for i in lost[:left]:
            drops[i] += 1
    return tuple(drops)


def least_budget(shares: tuple[Fraction, ...], above: Fraction = Fraction(0)) -> int:
    """Return the fewest drops, `above` or more, from which every oil gets one and none is asked in excess.

    >>> least_budget((Fraction(1, 5),) * 5), least_budget((Fraction(9, 10), Fraction(1, 10)))
    (5, 2)
    """
    # The drops needed only grow with the budget, so needing again and again ends at the least that fits.
    budget = max(above, Fraction(len(shares)))
    while (needed := sum(_at_least_one(shares, budget))) > budget:
        budget = Fraction(needed)
    return -floor(-budget)


def _at_least_one(shares: tuple[Fraction, ...], budget: Fraction) -> list[int]:
    return [max(1, floor(share * budget)) for share in shares]
