"""Oils -> columns, and a block of their combinations -> by what it is put in order, of what is in reach.

By weight, a limit is reached at v = 100 k / (k + z) % by volume, z = (100 y - d) / b (limit_rows.py derives it); by
volume at the same with z = 100 y - k. So the largest z of all limits gives the ceiling, and of two blends of as many
oils the one with the smaller z has the higher: a block is held against the last that is kept without one division.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from blends.judging.constraints import constraints
from blends.judging.mixture import BASE_DENSITY_UNKNOWN
from blends.making.settle import Settled
from blends.possible.best import Marks
from blends.possible.combinations import Columns
from blends.possible.limit_rows import Array, limit_rows
from blends.tables.oils import EssentialOil
from blends.tables.rulebook import RATES, State

EVEN = 1 + 1e-12  # what adding floats left a hair below a figure is that figure


@dataclass(frozen=True)
class Layout:
    """Where in the columns each thing stands, and what is the same for all.

    weight, volume, several: how many rows of limits, in this order, those of `several` with the counts after them;
    then the densities, then costs and silence where there are any. base: g/mL; cap_pct: of all oils, 100 at most;
    covered: effects that every oil has, which need no row.
    """

    weight: int
    volume: int
    several: int
    needs: Array
    base: float
    cap_pct: float
    covered: float
    costs: bool
    silence: bool


def lay_out(
    settled: Settled, oils: tuple[EssentialOil, ...], effects: tuple[str, ...], prices: Mapping[str, float]
) -> tuple[Columns, Layout]:
    """Return what each oil adds to a blend, the codes still empty, and where it stands."""
    rows, base = limit_rows(constraints(settled), oils), _base_density(settled)
    cost = np.array([prices.get(oil.id, np.inf) for oil in oils])
    silent = np.array([_silent(oil.id, settled) for oil in oils])
    having = np.array([[float(effect in oil.effects) for oil in oils] for effect in effects]).reshape(-1, len(oils))
    some = having[~having.all(axis=1)]
    layout = Layout(
        weight=len(rows.weight),
        volume=len(rows.volume),
        several=len(rows.several),
        needs=rows.needs[:, None],
        base=base,
        cap_pct=min(rows.cap_pct, 100.0),
        covered=float(len(having) - len(some)),
        costs=bool(prices),
        silence=bool(silent.any()),
    )
    to_weight = 100 / base
    added = [rows.weight * to_weight, rows.volume * 100, rows.several * to_weight, rows.several > 0]
    added += [rows.light[None] / base, *([cost[None]] if prices else []), *([silent[None]] if layout.silence else [])]
    highest = [rows.alone_weight[None] * to_weight, rows.alone_volume[None] * 100, some]
    return Columns(np.concatenate(added), np.concatenate(highest), np.zeros(len(oils))), layout


def marks(block: Columns, size: int, layout: Layout, last: tuple[float, float], least_pct: float) -> Marks:
    """Return the marks of those blends of a block that may stand before `last` (effects covered, ceiling)."""
    by_weight, by_volume = _beyond(block, size, layout)
    beyond = np.maximum(by_weight, by_volume)
    covered = np.full(block.count, layout.covered)
    if len(block.highest) > 2:
        covered += block.highest[2:].sum(axis=0)
    reach = (covered > last[0]) | ((covered == last[0]) & (beyond <= _at(last[1] / EVEN, size)))
    if least_pct:
        lightest, least = by_weight * (layout.base / BASE_DENSITY_UNKNOWN), _at(least_pct / EVEN, size)
        reach &= (lightest <= least) & (by_volume <= least)
    near = np.flatnonzero(reach)
    ceiling = np.minimum(100 * size * EVEN / (size + beyond[near]), layout.cap_pct)
    row = layout.weight + layout.volume + 2 * layout.several + 1
    cost = block.added[row, near] / size if layout.costs else np.zeros(near.size)
    silent = block.added[row + layout.costs, near] if layout.silence else np.zeros(near.size)
    return Marks(covered[near], ceiling, cost, silent, block.code[near])


def _beyond(block: Columns, size: int, layout: Layout) -> tuple[Array, Array]:
    """Return z of the strictest limit by weight of each blend, and by volume, that on all oils among them."""
    ends = np.cumsum([layout.weight, layout.volume, layout.several, layout.several])
    weight: Array = block.added[: ends[0]].max(axis=0, initial=0.0)
    np.maximum(weight, block.highest[0], out=weight)
    if layout.several:
        meet = block.added[ends[2] : ends[3]] >= layout.needs
        np.maximum(weight, (block.added[ends[1] : ends[2]] * meet).max(axis=0), out=weight)
    weight -= block.added[ends[3]]
    volume = block.highest[1] - size
    if layout.volume:
        np.maximum(volume, block.added[ends[0] : ends[1]].max(axis=0) - size, out=volume)
    return weight, np.maximum(volume, _at(layout.cap_pct, size), out=volume)


def _at(pct: float, size: int) -> float:
    """Return the z at which a ceiling is `pct`."""
    return size * (100 / pct - 1) if pct > 0 else np.inf


def _silent(oil: str, settled: Settled) -> float:
    """Return how many rulebooks know nothing of an oil."""
    books = [book for book in settled.rulebooks if book.kind != RATES and book.shown_as == book.id]
    unknown = [settled.books.state(oil, book.id) is State.UNKNOWN and oil not in book.forbidden for book in books]
    return float(sum(unknown))


def _base_density(settled: Settled) -> float:
    parts = float(sum(each.parts for each in settled.bases))
    masses = (float(each.parts) * (each.base.density_g_per_ml or BASE_DENSITY_UNKNOWN) for each in settled.bases)
    return sum(masses) / parts
