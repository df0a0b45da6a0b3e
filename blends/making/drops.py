"""Shares -> whole drops. A drop is never cut, none is lost or invented, and no more are used than asked for."""

from fractions import Fraction
from math import floor


def whole_drops(
    shares: tuple[Fraction, ...], budget: Fraction, spend: bool, first: tuple[int, ...] = ()
) -> tuple[int, ...] | None:
    """Return the whole drops of each oil out of `budget` drops, or None where one drop of each does not fit.

    Each oil's exact drops (share times budget) are rounded down, to at least one drop; what that one drop takes
    too much comes off the largest counts. With `spend` the drops left over go one each to the oils that lost
    most by rounding; where they lost the same, in the order of the places named by `first`, else in the order given.

    >>> fifths = (Fraction(1, 5),) * 5
    >>> whole_drops(fifths, Fraction(12), spend=False), whole_drops(fifths, Fraction(12), spend=True)
    ((2, 2, 2, 2, 2), (3, 3, 2, 2, 2))
    >>> whole_drops(fifths, Fraction(4), spend=False) is None
    True
    """
    if floor(budget) < len(shares):
        return None
    turn = {place: i for i, place in enumerate(first)}
    drops = [max(1, floor(share * budget)) for share in shares]
    while sum(drops) > floor(budget):
        # The largest count hardly feels it; where several are as large, the oil with least room gives.
        at = max((i for i, count in enumerate(drops) if count > 1), key=lambda i: (drops[i], turn.get(i, i)))
        drops[at] -= 1
    if spend:
        lost = sorted(range(len(shares)), key=lambda i: (drops[i] - shares[i] * budget, turn.get(i, i)))
        for i in lost[: floor(budget) - sum(drops)]:
            drops[i] += 1
    return tuple(drops)
