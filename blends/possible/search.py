"""Oils -> the best of all their blends in equal parts, by effects, ceiling and cost; ties by id."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from blends.judging.constraints import constraints
from blends.judging.mixture import BASE_DENSITY_UNKNOWN
from blends.making.settle import Settled
from blends.possible.best import Best, Marks
from blends.possible.combinations import Columns, blocks, decoded, how_many
from blends.possible.limit_rows import Array, LimitRows, limit_rows
from blends.tables.oils import EssentialOil
from blends.tables.rulebooks import RATES, State

EVEN = 1 + 1e-12  # what adding floats left a hair below a figure is that figure

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
    order = must + free
    rows = limit_rows(constraints(settled), order)
    columns = _columns(rows, order, settled, wish)
    first = Columns(
        columns.added[:, : len(must)].sum(axis=1, keepdims=True),
        columns.highest[:, : len(must)].max(axis=1, keepdims=True, initial=0.0),
        np.zeros(1),
    )
    oils = Columns(
        columns.added[:, len(must) :], columns.highest[:, len(must) :], np.arange(1, len(free) + 1, dtype=float)
    )
    best, done, base, known = Best(most), 0, _base_density(settled), {0: first}
    for size in sizes:
        for block in blocks(oils, size, known):
            best.take(_marks(block, size + len(must), rows, base, wish))
            done += block.count
            if progress is not None:
                progress(done, how_many(len(free), sizes))
    return tuple(
        Found(must + tuple(free[place] for place in decoded(code)), float(pct))
        for code, pct in zip(best.kept.code, best.kept.ceiling_pct, strict=True)
    )


def _columns(rows: LimitRows, oils: tuple[EssentialOil, ...], settled: Settled, wish: Wish) -> Columns:
    """Return what each oil adds: to limits, densities, cost and silence; and what it is by itself: limits, effects."""
    prices = wish.prices or {}
    cost = [prices.get(oil.id, np.inf) if prices else 0.0 for oil in oils]
    silent = [_silent(oil.id, settled) for oil in oils]
    added = (rows.weight, rows.volume, rows.several, rows.several > 0, [rows.light], [cost], [silent])
    effects = [[float(effect in oil.effects) for oil in oils] for effect in wish.effects]
    highest = [rows.alone_weight, rows.alone_volume, *effects]
    return Columns(np.concatenate([np.asarray(each, dtype=float) for each in added]), np.array(highest), np.empty(0))


def _silent(oil: str, settled: Settled) -> float:
    """Return how many rulebooks know nothing of an oil."""
    books = [book for book in settled.rulebooks if book.kind != RATES and book.shown_as == book.id]
    unknown = [settled.rules.state(oil, book.id) is State.UNKNOWN and oil not in book.forbidden for book in books]
    return float(sum(unknown))


def _base_density(settled: Settled) -> float:
    parts = float(sum(each.parts for each in settled.bases))
    return (
        sum(float(each.parts) * (each.base.density_g_per_ml or BASE_DENSITY_UNKNOWN) for each in settled.bases) / parts
    )


def _marks(block: Columns, size: int, rows: LimitRows, base: float, wish: Wish) -> Marks:
    """Return by what the blends of a block are put in order."""
    weight, volume, several = len(rows.weight), len(rows.volume), len(rows.several)
    added, ends = block.added, np.cumsum([weight, volume, several, several])
    by_weight = np.maximum(added[: ends[0]].max(axis=0, initial=0.0), block.highest[0])
    by_volume = np.maximum(added[ends[0] : ends[1]].max(axis=0, initial=0.0), block.highest[1])
    if several:
        meet = added[ends[2] : ends[3]] >= rows.needs[:, None]
        by_weight = np.maximum(by_weight, np.where(meet, added[ends[1] : ends[2]], 0.0).max(axis=0))
    density, cost, silent = added[ends[3]], added[ends[3] + 1], added[ends[3] + 2]
    cap = min(rows.cap_pct, 100.0)
    highest = size / np.maximum(by_volume, size / 100)
    ceiling = np.minimum(np.minimum(_by_volume(by_weight, density, size, base), highest) * EVEN, cap)
    marks = Marks(block.highest[2:].sum(axis=0), ceiling, cost / size, silent, block.code)
    if wish.least_pct:
        lightest = np.minimum(_by_volume(by_weight, density, size, BASE_DENSITY_UNKNOWN), highest)
        marks = marks.those(np.minimum(lightest, cap) >= wish.least_pct)
    return marks


def _by_volume(used: Array, density: Array, size: int, base: float) -> Array:
    """Return the % by volume at which the strictest limit by weight is reached, 100 at most; limit_rows says how."""
    beyond = np.maximum(100 * used - density, 0.0)
    return np.asarray(100 * size / (size + beyond / base))
