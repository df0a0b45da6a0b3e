"""Compute the largest share of an oil, or of an equal-parts blend, that each rulebook allows, and compare.

Run: python curation/check_ceilings.py --data FOLDER [--all]

Every figure is % w/w of the finished oil. Shares of a blend are given by volume and turned into mass shares
with the densities of essential_oils.csv. The published ceilings to compare with are at the end of this file.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from common import Row, read

DENSITY_UNKNOWN = 1.2  # g/mL where none was found: heavier than any oil of the tables, so that more counts
TOLERANCE = 0.005  # relative, after the published figure's own rounding
Limits = list[Row]


class Tables:
    """The three tables a ceiling needs."""

    def __init__(self, folder: Path) -> None:
        self.density = {
            r["id"]: float(r["density_g_per_ml"] or DENSITY_UNKNOWN) for r in read("essential_oils", folder)
        }
        self.limits = [row for row in read("limits", folder) if not row["condition"]]
        contents = [row for row in read("constituents", folder) if row["level_pct"]]
        self.level = {(row["oil"], row["group"]): float(row["level_pct"]) for row in contents}


def mass_shares(oils: list[str], density: dict[str, float]) -> dict[str, float]:
    """Return the share by mass of each oil of a blend in equal parts by volume."""
    whole = sum(density[oil] for oil in oils)
    return {oil: density[oil] / whole for oil in oils}


def ceiling(shares: dict[str, float], rulebook: str, tables: Tables) -> tuple[float, str]:
    """Return the largest % w/w of these oils together, and what binds; infinity when nothing binds."""
    best, what = float("inf"), "nothing"
    for limit in tables.limits:
        if limit["rulebook"] != rulebook or limit["subject_kind"] == "prohibition":
            continue
        subject, figure = limit["subject"], float(limit["limit_pct"])
        if limit["subject_kind"] == "oil":
            load = shares.get(subject, 0.0)
        else:
            load = sum(share * tables.level.get((oil, subject), 0.0) / 100 for oil, share in shares.items())
        if load and figure / load < best:
            best, what = figure / load, subject
    return best, what


def compare(tables: Tables) -> bool:
    """Print every published ceiling beside ours and return whether all agree."""
    good = True
    for name, rulebook, published in PUBLISHED:
        oils = BLENDS.get(name, [name])
        ours, what = ceiling(mass_shares(oils, tables.density), rulebook, tables)
        places = len(published.partition(".")[2])
        half_step = 0.5 * 10**-places
        agrees = abs(ours - float(published)) <= half_step + TOLERANCE * float(published)
        exact = f"{ours:.{places}f}" == published
        good &= agrees
        print(
            f"{name:18} {rulebook:14} published {published:>7}  ours {ours:10.5f}  by {what:18} "
            f"{'same' if exact else 'within 0.5 %' if agrees else 'DIFFERS'}"
        )
    return good


BLENDS = {
    "circulation": ["petitgrain", "juniper", "rosemary", "nutmeg"],
    "anti-inflammatory": ["nutmeg", "lavender", "thyme_thymol"],
}
PUBLISHED = [
    *(
        (oil, "ifra-51-5a", value)
        for oil, value in {
            "nutmeg": "0.125",
            "petitgrain": "2.2",
            "pine": "10",
            "lavender": "20",
            "thyme_thymol": "5",
            "clove_bud": "0.78",
            "cinnamon_leaf": "0.83",
            "lemongrass": "0.21",
            "spearmint": "0.30",
            "palmarosa": "1.46",
        }.items()
    ),
    *((oil, "eu-1223-2009", value) for oil, value in {"nutmeg": "0.0167", "thyme_thymol": "0.67"}.items()),
    *(
        (oil, "ty-2014", value)
        for oil, value in {
            "nutmeg": "0.8",
            "oregano": "1.1",
            "thyme_thymol": "1.3",
            "clove_bud": "0.5",
            "cinnamon_leaf": "0.6",
        }.items()
    ),
    ("circulation", "ty-2014", "3.18"),
    ("circulation", "ifra-51-5a", "0.458"),
    ("circulation", "eu-1223-2009", "0.0611"),
    ("anti-inflammatory", "ty-2014", "2.42"),
    ("anti-inflammatory", "ifra-51-5a", "0.368"),
    ("anti-inflammatory", "eu-1223-2009", "0.0491"),
]
# The published blend ceilings were worked out with two densities that the second sources replaced.
FIRST_DENSITIES = {"juniper": 0.864, "thyme_thymol": 0.922}


def main() -> None:
    """Print the comparison, and with --all the ceilings of every oil; exit 1 when a ceiling differs."""
    parser = argparse.ArgumentParser(description="Compare our ceilings with the published ones.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the derived tables")
    parser.add_argument("--all", action="store_true", help="print the ceilings of every oil as well")
    arguments = parser.parse_args()
    tables = Tables(arguments.data)
    print("With the densities of essential_oils.csv:")
    good = compare(tables)
    print("\nWith juniper 0.864 and thyme 0.922 g/mL, as first gathered:")
    first = Tables(arguments.data)
    first.density |= FIRST_DENSITIES
    good &= compare(first)
    if arguments.all:
        for oil in tables.density:
            books = ("ty-2014", "ifra-51-5a", "ifra-51-5d", "eu-1223-2009")
            found = [ceiling({oil: 1.0}, book, tables) for book in books]
            print(f"{oil:22}", "  ".join(f"{value:9.4f} {what:18}" for value, what in found))
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
