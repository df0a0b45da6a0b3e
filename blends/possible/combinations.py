"""All combinations of n oils, block by block: sums and maxima over their oils, without a list of indices.

Combinations are built, never gathered: those of k oils, the last being oil j, are the first C(j, k - 1) of k - 1 oils
with j added to each. So every step is one addition of whole rows. Where there are many of k oils, the last two are
added block by block, and only the combinations of k - 2 are kept: memory grows with C(n, 3) at most.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import comb

import numpy as np

from blends.possible.limit_rows import Array

_FIGURE = {1: 1e12, 2: 1e9, 3: 1e6, 4: 1e3, 5: 1.0}  # worth of the first to the fifth oil in a code: 999 oils fit
WIDTH = 8192  # combinations in a block: its rows stay in the processor's own memory
FEW = 20_000  # so many are built at once


@dataclass(frozen=True)
class Columns:
    """What is added up, and of what the highest is taken, for each oil (a column) or combination of oils.

    code: a number whose figures are the oils, so that a lower code comes first by id.
    """

    added: Array
    highest: Array
    code: Array

    @property
    def count(self) -> int:
        """Return how many there are."""
        return int(self.code.size)


def how_many(oils: int, sizes: tuple[int, ...]) -> int:
    """Return how many combinations of these sizes there are.

    >>> how_many(20, (2, 3, 4, 5)), how_many(40, (2, 3, 4, 5))
    (21679, 760058)
    """
    return sum(comb(oils, size) for size in sizes)


def blocks(oils: Columns, size: int, known: dict[int, Columns]) -> Iterator[Columns]:
    """Yield every combination of `size` of `oils` added to `known[0]`, the one column of what is in anyway.

    known: all combinations of fewer oils, by their number; those made here are kept in it, for the next size.
    A block is read before the next is asked for: it is written over then.
    """
    if size < 2 or comb(oils.count, size) <= FEW:
        found = _all(oils, size, known)
        yield from [found] if found.count else []
        return
    rooms = _Room(len(oils.added)), _Room(len(oils.highest))
    before = _all(oils, size - 2, known)
    for last_but_one in range(size - 2, oils.count - 1):
        ahead = comb(last_but_one, size - 2)
        for start in range(0, ahead, WIDTH):
            part = _each(_cut(before, start, min(start + WIDTH, ahead)), _cut(oils, last_but_one), size - 1)
            step = max(1, WIDTH // part.count)
            for last in range(last_but_one + 1, oils.count, step):
                yield _each(part, _cut(oils, last, min(last + step, oils.count)), size, rooms)


def _all(oils: Columns, size: int, known: dict[int, Columns]) -> Columns:
    """Return all combinations of `size` oils at once, by their last oil."""
    if size not in known:
        before, many = _all(oils, size - 1, known), comb(oils.count, size)
        found = Columns(np.empty((len(oils.added), many)), np.empty((len(oils.highest), many)), np.empty(many))
        for last in range(size - 1, oils.count):
            start, ahead = comb(last, size), comb(last, size - 1)
            part = slice(start, start + ahead)
            np.add(before.added[:, :ahead], oils.added[:, last, None], out=found.added[:, part])
            np.maximum(before.highest[:, :ahead], oils.highest[:, last, None], out=found.highest[:, part])
            np.add(before.code[:ahead], oils.code[last] * _FIGURE[size], out=found.code[part])
        known[size] = found
    return known[size]


def _cut(columns: Columns, start: int, stop: int | None = None) -> Columns:
    """Return the columns from `start` to `stop`, the one alone without it."""
    part = slice(start, start + 1 if stop is None else stop)
    return Columns(columns.added[:, part], columns.highest[:, part], columns.code[part])


class _Room:
    """Memory that is used again for each block: to ask for it anew takes longer than the sums."""

    def __init__(self, rows: int) -> None:
        self._memory = np.empty(rows * WIDTH)

    def of(self, rows: int, oils: Columns, part: Columns) -> Array:
        """Return room for as many rows of each of `part` with each of `oils`."""
        return self._memory[: rows * oils.count * part.count].reshape(rows, oils.count, part.count)


def _each(part: Columns, oils: Columns, size: int, rooms: tuple[_Room, _Room] | None = None) -> Columns:
    """Return every combination of `part` with each of `oils` added to it, as the `size`-th."""
    added, highest = (
        np.empty((len(rows), oils.count, part.count)) if rooms is None else rooms[place].of(len(rows), oils, part)
        for place, rows in enumerate((part.added, part.highest))
    )
    np.add(part.added[:, None, :], oils.added[:, :, None], out=added)
    np.maximum(part.highest[:, None, :], oils.highest[:, :, None], out=highest)
    code, many = part.code[None, :] + oils.code[:, None] * _FIGURE[size], oils.count * part.count
    return Columns(added.reshape(-1, many), highest.reshape(-1, many), code.reshape(many))


def decoded(code: float) -> tuple[int, ...]:
    """Return the places of the oils that a code stands for, from 0.

    >>> decoded(1 * 1e12 + 3 * 1e9)
    (0, 2)
    """
    figures = (int(code // worth) % 1000 for worth in _FIGURE.values())
    return tuple(figure - 1 for figure in figures if figure)
