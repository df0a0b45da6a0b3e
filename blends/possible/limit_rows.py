"""The constraints of judging as arrays: what each oil uses up of every limit, so that a ceiling is one division.

A blend of k oils in equal parts, v % by volume of the product, holds v/k % of each. A limit by volume is kept up to
v = k / y, y being the sum over its oils of factor / limit. A limit by weight is kept up to

    v = 100 k / (k + (100 y - d) / b)

where y is the sum over its oils of factor * density / limit, d the sum of the densities of the oils and b that of the
base oil, all in g/mL. Both fall as y grows: so the limit that binds is the one with the largest y, and of limits that
speak of one oil alone the largest can be taken before any oils are combined.

Where the density of an oil is unknown, its own counts as heavy and, in d, as light: never more than what judging says.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from blends.judging.findings import Constraint
from blends.judging.mixture import BASE_DENSITY_UNKNOWN, OIL_DENSITY_UNKNOWN
from blends.tables.oils import EssentialOil

Array = NDArray[np.float64]


@dataclass(frozen=True)
class LimitRows:
    """What each oil (a column) uses up of each limit (a row).

    cap_pct: the limit on all oils together, % by volume; alone_...: of the limits on one oil the strictest; weight,
    volume: limits on sums; several: such limits by weight that need as many of their oils together as `needs` says;
    light: the densities that add up to d.
    """

    cap_pct: float
    alone_weight: Array
    alone_volume: Array
    weight: Array
    volume: Array
    several: Array
    needs: Array
    light: Array


def limit_rows(constraints: tuple[Constraint, ...], oils: tuple[EssentialOil, ...]) -> LimitRows:
    """Return the rows of `constraints`, which are those of all `oils` in one blend."""
    heavy = np.array([oil.density_g_per_ml or OIL_DENSITY_UNKNOWN for oil in oils])
    light = np.array([oil.density_g_per_ml or BASE_DENSITY_UNKNOWN for oil in oils])
    cap_pct, needs = np.inf, []
    alone = {True: np.zeros(len(oils)), False: np.zeros(len(oils))}
    sums: dict[bool, list[Array]] = {True: [], False: []}
    several = []
    for each in constraints:
        factors = np.array([each.factors.get(oil.id, 0.0) for oil in oils])
        if each.by_volume and len(set(factors)) == 1:
            cap_pct = min(cap_pct, each.limit_pct / factors[0])
            continue
        row = _used(factors if each.by_volume else factors * heavy, each.limit_pct)
        if each.needs_oils > 1:
            several.append(row)
            needs.append(each.needs_oils)
        elif len(each.factors) == 1 or not each.limit_pct:  # nothing adds up to nothing: each oil bars by itself
            alone[each.by_volume] = np.maximum(alone[each.by_volume], row)
        else:
            sums[each.by_volume].append(row)
    return LimitRows(
        cap_pct,
        alone[False],
        alone[True],
        _strictest(sums[False], len(oils)),
        _strictest(sums[True], len(oils)),
        np.array(several).reshape(-1, len(oils)),
        np.array(needs, dtype=float),
        light,
    )


def _used(factors: Array, limit_pct: float) -> Array:
    """Return what each oil uses up of a limit; infinitely much of one that forbids."""
    if limit_pct:
        return factors / limit_pct
    return np.where(factors > 0, np.inf, 0.0)


def _strictest(rows: list[Array], oils: int) -> Array:
    """Return the rows that can bind: none that another is at least as strict as for every oil."""
    kept: list[Array] = []
    for row in sorted(rows, key=lambda row: -float(row.sum())):
        if not any(bool(np.all(other >= row)) for other in kept):
            kept.append(row)
    return np.array(kept).reshape(-1, oils)
