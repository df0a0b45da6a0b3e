"""How well a figure is confirmed: the three values of every `verified` column."""

from enum import StrEnum


class Verified(StrEnum):
    """Two independent sources agree; several copies of one book do; or neither: one source, or they disagree."""

    YES = "yes"
    COPIES = "copies"
    NO = "no"


def weakest(*values: Verified) -> Verified:
    """Return how well all of them together are confirmed: as well as the weakest of them.

    >>> weakest(Verified.YES, Verified.COPIES)
    <Verified.COPIES: 'copies'>
    """
    return max(values, key=list(Verified).index, default=Verified.NO)
