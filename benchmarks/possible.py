"""Print how long all blends of 20 and of 40 oils take, beside two floors of numpy alone.

    python benchmarks/possible.py

plain: the limits of every blend added up by lists of indices, in pieces, as one writes it down at first.
built: the same by whole rows, without a list, as blends/possible does; the least that gives a ceiling for each blend.
Neither knows effects, prices or ties, and neither calculates anything again. search: the ten best by all of them;
whole: `what_can_i_make`, which calculates these ten exactly. Processor time of this thread, so that a busy machine
counts for nothing; medians of several rounds, taken in turn.
"""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from math import comb
from statistics import median
from time import thread_time

import numpy as np
from numpy.typing import NDArray

from blends import read_brief, read_catalogue, what_can_i_make
from blends.asking.parts import Part
from blends.judging.constraints import constraints
from blends.making.settle import settle
from blends.possible.limit_rows import Array, LimitRows, limit_rows
from blends.possible.search import Wish, search

SIZES, ROUNDS, WIDTH, BASE = (2, 3, 4, 5), 7, 8192, 0.914
Places = NDArray[np.int8]


def lists(oils: int) -> list[Places]:
    """Return the combinations of each size as arrays of places: made before the clock runs."""
    return [np.array(list(combinations(range(oils), size)), dtype=np.int8) for size in SIZES]


def plain(rows: LimitRows, listed: list[Places]) -> float:
    """Return the highest ceiling of all blends, by lists of indices."""
    best = 0.0
    for places in listed:
        for start in range(0, len(places), WIDTH):
            some = places[start : start + WIDTH].astype(np.intp)
            added = np.asarray(sum(rows.weight[:, some[:, place]] for place in range(some.shape[1])))
            best = max(
                best, ceiling(added, rows.alone_weight[some].max(axis=1), rows.light[some].sum(axis=1), some.shape[1])
            )
    return best


def built(rows: LimitRows) -> float:
    """Return the same by whole rows: combinations of two oils less, then the last two block by block."""
    full, oils, best = np.concatenate((rows.weight, rows.light[None])), rows.light.size, 0.0
    level, top = {0: np.zeros((len(full), 1)), 1: full}, {0: np.zeros(1), 1: rows.alone_weight}
    for size in (2, 3):
        ends = [(comb(last, size - 1), last) for last in range(size - 1, oils)]
        level[size] = np.concatenate([level[size - 1][:, :ahead] + full[:, last, None] for ahead, last in ends], axis=1)
        top[size] = np.concatenate([np.maximum(top[size - 1][:ahead], rows.alone_weight[last]) for ahead, last in ends])
    room = np.empty(len(full) * WIDTH)
    for size in SIZES:
        for i in range(size - 2, oils - 1):
            ahead = comb(i, size - 2)
            part = level[size - 2][:, :ahead] + full[:, i, None]
            over = np.maximum(top[size - 2][:ahead], rows.alone_weight[i])
            for start in range(0, ahead, WIDTH):
                some = part[:, start : start + WIDTH]
                step = max(1, WIDTH // some.shape[1])
                for j in range(i + 1, oils, step):
                    ends = slice(j, min(j + step, oils))
                    shape = (len(full), ends.stop - j, some.shape[1])
                    out = room[: shape[0] * shape[1] * shape[2]].reshape(shape)
                    np.add(some[:, None, :], full[:, ends, None], out=out)
                    alone = np.maximum(over[None, start : start + WIDTH], rows.alone_weight[ends, None]).reshape(-1)
                    added = out.reshape(len(full), -1)
                    best = max(best, ceiling(added[:-1], alone, added[-1], size))
    return best


def ceiling(added: Array, alone: Array, density: Array, size: int) -> float:
    """Return the highest ceiling of some blends, of limits by weight."""
    used = np.maximum(added.max(axis=0), alone)
    return float((100 * size / (size + np.maximum(100 * used - density, 0.0) / BASE)).max())


def main() -> None:
    """Print the table."""
    catalogue = read_catalogue()
    print("   oils    blends     plain     built    search     whole   search/plain   search/built   (ms)")
    for count in (20, 40):
        ids = tuple(catalogue.oil_by_id)[:count]
        named = replace(read_brief({}), effects=(), oils=tuple(Part(id_, Fraction(1)) for id_ in ids))
        settled, listed = settle(named, catalogue), lists(count)
        rows = limit_rows(constraints(settled), tuple(each.oil for each in settled.oils))
        ways = (
            lambda rows=rows, listed=listed: plain(rows, listed),
            lambda rows=rows: built(rows),
            lambda settled=settled: search(settled, Wish(("calming", "warming")), 10),
            lambda ids=ids: what_can_i_make(ids, (), "adult", catalogue),
        )
        took = [[] for _ in ways]
        for _ in range(ROUNDS):
            for way, times in zip(ways, took, strict=True):
                start = thread_time()
                way()
                times.append(1000 * (thread_time() - start))
        by_lists, by_rows, ours, whole = map(median, took)
        blends = sum(comb(count, size) for size in SIZES)
        figures = (
            f"{by_lists:9.1f} {by_rows:9.1f} {ours:9.1f} {whole:9.1f} {ours / by_lists:14.2f} {ours / by_rows:14.2f}"
        )
        print(f"{count:7} {blends:9} {figures}")


if __name__ == "__main__":
    main()
