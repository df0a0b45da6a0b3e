"""Derive every table of data/ from the raw facts and from the decision tables beside this file.

Run: python curation/derive.py --facts FOLDER --out FOLDER

The same facts and decisions always give the same bytes. What was decided by hand, and why, stands in the
CSV files of this folder; the hand_*.csv files are the rows that were curated before this script.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import constituents as contents
import oils
import rules
from common import Sources, write

SOURCE_COLUMNS = ["key", "kind", "title", "year", "address", "note"]


def derive(facts: Path, out: Path) -> dict[str, int]:
    """Write every table into `out` and return the number of rows of each."""
    sources = Sources()
    essential = oils.essential_oils(facts, sources)
    claims = oils.claims(facts, essential, sources)
    effects = oils.decision("hand_effects")
    sources.note_used(effects)
    held = contents.constituents(facts, sources)
    tables = {
        "essential_oils": (essential, oils.OIL_COLUMNS),
        "base_oils": (oils.base_oils(facts, sources), oils.BASE_COLUMNS),
        "effects": (effects, oils.EFFECT_COLUMNS),
        "claims": (claims, oils.CLAIM_COLUMNS),
        "groups": (contents.all_groups(held), contents.GROUP_COLUMNS),
        "constituents": (held, contents.COLUMNS),
        "rulebooks": (rules.rulebooks(sources), rules.RULEBOOK_COLUMNS),
        "limits": (rules.limits(facts, essential, sources), rules.LIMIT_COLUMNS),
        "sums": (rules.sums(sources), rules.SUM_COLUMNS),
        "allergens": (rules.allergens(facts, sources), rules.ALLERGEN_COLUMNS),
        "conditions": (rules.conditions(sources), rules.CONDITION_COLUMNS),
        "dilution_guidance": (rules.guidance(sources), rules.GUIDANCE_COLUMNS),
    }
    tables["sources"] = (sources.table(), SOURCE_COLUMNS)
    for name, (rows, columns) in tables.items():
        write(out / f"{name}.csv", rows, columns)
    return {name: len(rows) for name, (rows, _) in tables.items()}


def main() -> None:
    """Read the two folders from the command line, write the tables and print their sizes."""
    parser = argparse.ArgumentParser(description="Derive the tables of data/ from the raw facts.")
    parser.add_argument("--facts", type=Path, required=True, help="folder with the raw facts")
    parser.add_argument("--out", type=Path, required=True, help="folder for the derived tables")
    arguments = parser.parse_args()
    for name, size in derive(arguments.facts, arguments.out).items():
        print(f"{name}.csv: {size} rows")


if __name__ == "__main__":
    main()
