"""Oils -> the best of all their blends in equal parts, by effects, ceiling and cost; ties by id."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from blends.making.settle import Settled
from blends.possible.best import Best
from blends.possible.combinations import Columns, blocks, decoded, how_many
from blends.possible.marks import lay_out, marks
from blends.tables.oils import EssentialOil

Progress = Callable[[int, int], object]  # how many are done, of how many


@dataclass(frozen=True)
class Wish:
    """What is looked for.

    effects: ids of effects, not of compositions; must: ids of oils that are in every blend; sizes: how many oils;
    prices: of 1 mL of an oil, by id; least_pct: what the ceiling must allow in any base oil, in % by volume.
    """

    effects: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    sizes: tuple[int, ...] = (2, 3, 4, 5)
    prices: Mapping[str, float] | None = None
    least_pct: float = 0.0


@dataclass(frozen=True)
class Found:
    """A blend in equal parts: its oils, and the lowest ceiling of all rulebooks in % by volume, 100 without one."""

    oils: tuple[EssentialOil, ...]
    ceiling_pct: float


def search(settled: Settled, wish: Wish, most: int, progress: Progress | None = None) -> tuple[Found, ...]:
    """Return the `most` best blends of the oils of `settled`, a brief that names them all.

    Best: most effects covered first, then the highest ceiling, the lowest cost, the fewest oils that a rulebook is
    silent about, and by id. An oil of `must` stands first in a blend. progress is called after each block.
    """
    everything = tuple(each.oil for each in settled.oils)
    must = tuple(oil for id_ in wish.must for oil in everything if oil.id == id_)
    free = tuple(sorted((oil for oil in everything if oil not in must), key=lambda oil: oil.id))
    sizes = tuple(size - len(must) for size in wish.sizes if size >= len(must))
    columns, layout = lay_out(settled, must + free, wish.effects, wish.prices or {})
    first = Columns(
        columns.added[:, : len(must)].sum(axis=1, keepdims=True),
        columns.highest[:, : len(must)].max(axis=1, keepdims=True, initial=0.0),
        np.zeros(1),
    )
    places = np.arange(1.0, len(free) + 1)
    oils = Columns(columns.added[:, len(must) :], columns.highest[:, len(must) :], places)
    best, done, known = Best(most), 0, {0: first}
    for size in sizes:
        for block in blocks(oils, size, known):
            best.take(marks(block, size + len(must), layout, best.last, wish.least_pct))
            done += block.count
            if progress is not None:
                progress(done, how_many(len(free), sizes))
    return tuple(
        Found(must + tuple(free[place] for place in decoded(code)), float(pct))
        for code, pct in zip(best.kept.code, best.kept.ceiling_pct, strict=True)
    )
