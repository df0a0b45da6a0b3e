"""Derive every table of data/ from the facts beside this file.

Run: python curation/derive.py

The same facts always give the same bytes; `tests/test_curation.py` derives them again and compares.
What each column of the facts means stands in data/README.md.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import constituents as contents
import oils
from common import Table, columns_of, read, write
from profiles import COLUMNS as PROFILE_COLUMNS
from profiles import profiles
from purity import COLUMNS as PURITY_COLUMNS
from purity import purity

DATA = Path(__file__).resolve().parent.parent / "data"
# Tables that hold what was decided or read, row by row, and nothing worked out.
CARRIED = (
    "effects",
    "compositions",
    "constituent_names",
    "rulebooks",
    "limits",
    "sums",
    "allergens",
    "dilution_guidance",
    "conditions",
    "contraindications",
    "retired",
    "sources",
)


def tables() -> dict[str, Table]:
    """Return every table with its columns in order."""
    claims = oils.claims()
    held = contents.constituents()
    found = {name: (read(name), [each for each in columns_of(name) if each != "decided"]) for name in CARRIED}
    return found | {
        "essential_oils": oils.essential_oils(claims),
        "base_oils": oils.base_oils(),
        "claims": (claims, oils.CLAIM_COLUMNS),
        "groups": (contents.all_groups(held), contents.GROUP_COLUMNS),
        "constituents": (held, contents.COLUMNS),
        "profiles": (profiles(held), PROFILE_COLUMNS),
        "purity": (purity(held), PURITY_COLUMNS),
    }


def derive(out: Path = DATA) -> dict[str, int]:
    """Write every table into `out` and return the number of rows of each."""
    found = tables()
    for name, (rows, columns) in found.items():
        write(out / f"{name}.csv", rows, columns)
    return {name: len(rows) for name, (rows, _) in found.items()}


def main() -> None:
    """Write the tables and print their sizes."""
    parser = argparse.ArgumentParser(description="Derive the tables of data/ from curation/facts/.")
    parser.add_argument("--out", type=Path, default=DATA, help="another folder to write to")
    for name, size in derive(parser.parse_args().out).items():
        print(f"{name}.csv: {size} rows")


if __name__ == "__main__":
    main()
