"""How long a book of 5,000 blends and 500 bottles takes to open, list, search, save, write and read.

    python benchmarks/book.py                      SQLite in a temporary folder
    python benchmarks/book.py postgresql://…       an empty book on a server

The middle of five runs, in ms; `first` is the only one of its kind. Nothing of it is asserted anywhere.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from statistics import median
from time import perf_counter

from blends import open_book, read_brief, read_catalogue
from blends.keeping.things import Bottle

BLENDS, BOTTLES, RUNS = 5_000, 500, 5


def timed(step: Callable[[], object], runs: int = RUNS) -> float:
    """Return how long `step` takes, in ms: the middle of so many runs."""
    times = []
    for _ in range(runs):
        begin = perf_counter()
        step()
        times.append((perf_counter() - begin) * 1000)
    return median(times)


def main(url: str) -> None:
    """Fill a book, then print how long each step takes."""
    tables = read_catalogue()
    print(f"first opening, with the engine       {timed(lambda: open_book(url, tables=tables), 1):8.0f}")
    book, oils = open_book(url, tables=tables), list(tables.oils.index)

    def brief(number: int):  # noqa: ANN202
        pair = f"{oils[number % len(oils)]},{oils[(number * 7 + 1) % len(oils)]}"
        return read_brief({"oils": pair, "bottle": f"{number % 900 + 30} ml", "dilution": "1 %"})

    begin = perf_counter()
    made = 0
    while made < BLENDS:
        book.save(brief(made), f"Blend {made}")
        made += 1
    print(f"a save, in the mean of {BLENDS}          {(perf_counter() - begin) * 1000 / BLENDS:8.1f}")
    day = date(2027, 1, 1)
    for number in range(BOTTLES):
        oil = oils[number % len(oils)]
        book.shelf.add(Bottle(f"b{number}", oil, Decimal(10), Decimal(7), Decimal("8.90"), "EUR", None, day))
    print(f"opening                              {timed(lambda: open_book(url, tables=tables).close()):8.1f}")
    print(f"the whole list                       {timed(book.blends):8.1f}")
    print(f"a search that finds few              {timed(lambda: book.blends('lavender 4')):8.1f}")
    print(f"the shelf                            {timed(lambda: list(book.shelf)):8.1f}")
    print(f"a blend opened                       {timed(lambda: book.open('Blend 77')):8.1f}")
    sizes = iter(range(1000))
    print(f"a save                               {timed(lambda: book.save(brief(next(sizes) + 100), 'Blend 7')):8.1f}")
    print(f"no news, the tables are the same     {timed(book.news):8.1f}")
    limits = tables.limits.assign(limit_pct=tables.limits["limit_pct"] * 0.999)
    newer = replace(book, desk=replace(book.desk, tables=replace(tables, limits=limits)))
    firsts = iter(range(0, BLENDS, 20))

    def of_the_shown() -> object:
        first = next(firsts)
        return newer.news(f"Blend {number}" for number in range(first, first + 20))

    print(f"news of the 20 shown, other tables   {timed(of_the_shown):8.1f}")
    data = book.write_bytes()
    print(f"the file written, {len(data) / 1e6:4.1f} MB            {timed(book.write_bytes):8.1f}")
    print(f"the file into an empty book          {timed(lambda: open_book('', tables=tables).read(data)):8.1f}")
    print(f"the file into the same book          {timed(lambda: book.read(data)):8.1f}")
    book.delete_everything()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        main(sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{Path(folder) / 'book.db'}")
