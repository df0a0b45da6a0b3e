"""The best combinations of many, kept as the blocks come: memory for the best alone."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from blends.judging.ceilings import FIGURES
from blends.possible.limit_rows import Array


@dataclass(frozen=True)
class Marks:
    """By what combinations are put in order, one figure each.

    covered: how many of the effects; ceiling_pct: in % by volume; cost: of 1 mL of the oils, infinite where a price is
    missing; silent: how often a rulebook knows nothing of an oil; code: the order by id.
    """

    covered: Array
    ceiling_pct: Array
    cost: Array
    silent: Array
    code: Array

    def those(self, which: NDArray[np.bool_] | NDArray[np.intp]) -> "Marks":
        """Return the marks of some combinations."""
        return Marks(
            self.covered[which], self.ceiling_pct[which], self.cost[which], self.silent[which], self.code[which]
        )


class Best:
    """The `most` best so far: most effects first, then the highest ceiling, lowest cost, least silence, lowest id."""

    def __init__(self, most: int) -> None:
        self.most = max(most, 1)
        self.kept = Marks(*(np.empty(0) for _ in range(5)))

    @property
    def full(self) -> bool:
        """Whether as many are kept as are wanted."""
        return self.kept.code.size == self.most

    @property
    def last(self) -> tuple[float, float]:
        """Return effects covered and ceiling of the last that is kept: what is below comes too late."""
        return (float(self.kept.covered[-1]), float(self.kept.ceiling_pct[-1])) if self.full else (-1.0, 0.0)

    def take(self, marks: Marks) -> None:
        """Keep what is better than the last that is kept, in order; ceilings are rounded down as judging does.

        Rounding comes late, for the few that are left: a figure rounded down is never above what it was.
        """
        if self.full:
            marks = marks.those(_before(marks, self.kept.those(np.array([-1]))))
        if marks.code.size == 0:
            return
        marks = replace(marks, ceiling_pct=_down(marks.ceiling_pct))
        kept = self.kept
        both = Marks(
            np.concatenate((kept.covered, marks.covered)),
            np.concatenate((kept.ceiling_pct, marks.ceiling_pct)),
            np.concatenate((kept.cost, marks.cost)),
            np.concatenate((kept.silent, marks.silent)),
            np.concatenate((kept.code, marks.code)),
        )
        order = np.lexsort((both.code, both.silent, both.cost, -both.ceiling_pct, -both.covered))
        self.kept = both.those(order[: self.most])


def _before(marks: Marks, last: Marks) -> NDArray[np.bool_]:
    """Return which combinations stand before `last`."""
    keys = (
        (-marks.covered, -last.covered),
        (-marks.ceiling_pct, -last.ceiling_pct),
        (marks.cost, last.cost),
        (marks.silent, last.silent),
        (marks.code, last.code),
    )
    before = np.zeros(marks.code.size, dtype=bool)
    equal = np.ones(marks.code.size, dtype=bool)
    for own, other in keys:  # pragma: no branch - no two have the same code
        before |= equal & (own < other)
        equal &= own == other
        if not equal.any():
            break
    return before


def _down(pct: Array) -> Array:
    """Return ceilings rounded down to the figures that judging keeps."""
    scale = 10.0 ** (FIGURES - 1 - np.floor(np.log10(np.maximum(pct, 1e-300))))
    return np.where(pct > 0, np.floor(pct * scale) / scale, 0.0)
