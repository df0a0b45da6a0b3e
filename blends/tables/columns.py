"""What each column of each table must hold. Every cell is checked as text, before it becomes a number."""

from blends.tables.cells import Columns
from blends.tables.columns_of_oils import OF_OILS
from blends.tables.columns_of_rules import OF_RULES

# The tables in the order in which they are read; the columns of each in the order in the file.
COLUMNS: dict[str, Columns] = OF_OILS | OF_RULES
# The columns that hold numbers end with their unit, or count something.
COUNTS = ("place", "needs_oils")
UNITS = ("_pct", "_g_per_ml", "_at_c", "_years", "_months")
NUMBERS = tuple(
    dict.fromkeys(name for table in COLUMNS.values() for name in table if name.endswith(UNITS) or name in COUNTS)
)
# What makes a row the only one of its kind.
KEYS = {
    "essential_oils": ["id"],
    "base_oils": ["id"],
    "effects": ["id"],
    "claims": ["oil", "effect"],
    "compositions": ["composition", "place", "oil"],
    "groups": ["id"],
    "constituent_names": ["name", "group"],
    "constituents": ["oil", "group"],
    "rulebooks": ["id"],
    "limits": ["rulebook", "subject_kind", "subject"],
    "profiles": ["oil", "rulebook"],
    "purity": ["oil", "rulebook", "words"],
    "sums": ["rulebook", "sum", "group"],
    "allergens": ["label"],
    "dilution_guidance": ["person"],
    "conditions": ["subject", "condition"],
    "contraindications": ["condition"],
    "retired": ["id"],
    "sources": ["key"],
}
