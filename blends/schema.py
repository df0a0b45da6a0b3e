"""What each column of each table must hold, checked with pandera; the only file that knows pandera.

Every cell is checked as text, before it becomes a number, so that a fault shows what was really read.
"""

import re
from collections.abc import Callable

import pandas as pd

ID = re.compile(r"[a-z][a-z0-9_]*(?:-[a-z0-9]+)*")
Rule = tuple[Callable[[str], bool], str]  # whether a cell is right, and what is wanted in words


def _matches(pattern: str, wanted: str) -> Rule:
    compiled = re.compile(pattern)
    return lambda cell: compiled.fullmatch(cell) is not None, wanted


def _one_of(*words: str) -> Rule:
    return lambda cell: cell in words, "one of " + ", ".join(words)


def _number(low: float, high: float, example: str) -> Rule:
    def right(cell: str) -> bool:
        return re.fullmatch(r"\d+(\.\d+)?", cell) is not None and low <= float(cell) <= high

    return right, f"a number from {low:g} to {high:g}, such as {example}"


TEXT: Rule = (lambda cell: cell == cell.strip() and cell.isprintable(), "text without spaces around it")
AN_ID = _matches(ID.pattern, "an id of small letters, digits and _, such as thyme_thymol")
IDS = _matches(rf"{ID.pattern}( {ID.pattern})*", "ids with one space between them")
YES_NO = _one_of("yes", "no")
DENSITY = _number(0.7, 1.3, "0.893")
PERCENT = _number(0, 100, "1.1")

# table -> column -> (rule, may be blank). The order of columns is the order in the file.
_SOURCED = {"_source": (IDS, True), "_verified": (YES_NO, True)}


def _sourced(fact: str) -> dict[str, tuple[Rule, bool]]:
    return {fact + ending: rule for ending, rule in _SOURCED.items()}


COLUMNS: dict[str, dict[str, tuple[Rule, bool]]] = {
    "essential_oils": {
        "id": (AN_ID, False),
        "name": (TEXT, False),
        "botanical": (TEXT, False),
        "part": (TEXT, False),
        "chemotype": (TEXT, True),
        "effects": (IDS, True),
        "inci": (TEXT, False),
        **_sourced("inci"),
        "cas": (_matches(r"\d{2,7}-\d\d-\d", "a CAS number such as 8000-28-0"), True),
        **_sourced("cas"),
        "density_g_per_ml": (DENSITY, True),
        "density_min_g_per_ml": (DENSITY, True),
        "density_max_g_per_ml": (DENSITY, True),
        "density_basis": (TEXT, True),
        **_sourced("density"),
        "dermal_max_pct": (PERCENT, True),
        "dermal_max_rulebook": (AN_ID, True),
        "dermal_max_basis": (TEXT, True),
        **_sourced("dermal_max"),
        "phototoxic": (YES_NO, True),
        **_sourced("phototoxic"),
        "min_age_years": (_number(0, 18, "0.5"), True),
        "min_age_basis": (TEXT, True),
        **_sourced("min_age"),
        "pregnancy": (_one_of("none found", "limit", "avoid"), True),
        **_sourced("pregnancy"),
        "breastfeeding": (_one_of("none found", "limit", "avoid"), True),
        **_sourced("breastfeeding"),
        "cautions": (TEXT, True),
        **_sourced("cautions"),
        "note": (TEXT, True),
    },
    "base_oils": {
        "id": (AN_ID, False),
        "name": (TEXT, False),
        "botanical": (TEXT, False),
        "inci": (TEXT, False),
        **_sourced("inci"),
        "cas": (_matches(r"\d{2,7}-\d\d-\d", "a CAS number such as 8001-25-0"), True),
        **_sourced("cas"),
        "density_g_per_ml": (DENSITY, True),
        "density_min_g_per_ml": (DENSITY, True),
        "density_max_g_per_ml": (DENSITY, True),
        "density_at_c": (_number(0, 100, "20"), True),
        "density_basis": (TEXT, True),
        **_sourced("density"),
        "allergen": (TEXT, True),
        **_sourced("allergen"),
        "solid_at_20c": (YES_NO, True),
        "solid_note": (TEXT, True),
        "shelf_life_months": (_matches(r"\d{1,3}", "whole months, such as 12"), True),
        **_sourced("shelf_life"),
        "note": (TEXT, True),
    },
    "effects": {
        "id": (AN_ID, False),
        "name": (TEXT, False),
        "wording": (TEXT, False),
        "source": (IDS, False),
    },
    "claims": {
        "oil": (AN_ID, False),
        "effect": (AN_ID, False),
        "source": (IDS, False),
        "verified": (YES_NO, False),
    },
    "compositions": {
        "composition": (AN_ID, False),
        "effect": (AN_ID, False),
        "place": (_matches(r"[1-9]\d?", "the number of the place, such as 2"), False),
        "oil": (AN_ID, False),
        "default": (YES_NO, False),
        "source": (IDS, False),
    },
    "sources": {
        "key": (AN_ID, False),
        "kind": (TEXT, False),
        "title": (TEXT, False),
        "year": (_matches(r"(19|20)\d\d", "a year, such as 2014"), True),
        "address": (_matches(r"https?://\S+", "an address that begins with http"), True),
        "note": (TEXT, True),
    },
}
NUMBERS = (
    "density_g_per_ml",
    "density_min_g_per_ml",
    "density_max_g_per_ml",
    "density_at_c",
    "dermal_max_pct",
    "min_age_years",
    "shelf_life_months",
    "place",
)
# What makes a row the only one of its kind.
KEYS = {
    "essential_oils": ["id"],
    "base_oils": ["id"],
    "effects": ["id"],
    "claims": ["oil", "effect"],
    "compositions": ["composition", "place", "oil"],
    "sources": ["key"],
}


def faults_in(table: str, frame: pd.DataFrame) -> list[str]:
    """Return a sentence for every fault of `frame`, all cells being text or missing; none means it is right.

    Each names the file, the row as a spreadsheet counts it (the header is row 1), the column, what was
    read and what is wanted.
    """
    import pandera.pandas as pa  # noqa: PLC0415 - a third of a second, wanted only when tables are read
    from pandera.errors import SchemaErrors  # noqa: PLC0415

    schema = pa.DataFrameSchema(
        {
            name: pa.Column(checks=pa.Check(right, element_wise=True, error=wanted), nullable=blank, required=True)
            for name, ((right, wanted), blank) in COLUMNS[table].items()
        },
        strict=True,
        unique=KEYS[table],
    )
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as faults:
        return _sentences(table, frame, faults.failure_cases)
    return []


def _sentences(table: str, frame: pd.DataFrame, cases: pd.DataFrame) -> list[str]:
    """Return pandera's failure cases as sentences, in the order of the file."""
    found: dict[tuple[int, str], str] = {}
    for column, check, case, index in cases[["column", "check", "failure_case", "index"]].itertuples(index=False):
        if check == "column_in_dataframe":
            found[0, str(case)] = f"{table}.csv: the column {case} is missing"
        elif check == "column_in_schema":
            found[0, str(case)] = f"{table}.csv: the column {case} is not one I know"
        elif check == "multiple_fields_uniqueness":
            row = int(index) + 2
            names = ", ".join(str(frame.at[int(index), key]) for key in KEYS[table])
            wanted = " and ".join(KEYS[table])
            found[row, ""] = f"{table}.csv, row {row}, column {wanted}: read {names} again, wanted only once"
        else:
            row = int(index) + 2
            read = "nothing" if check == "not_nullable" else repr(str(case))
            wanted = COLUMNS[table][str(column)][0][1] if check == "not_nullable" else str(check)
            found[row, str(column)] = f"{table}.csv, row {row}, column {column}: read {read}, wanted {wanted}"
    return [found[place] for place in sorted(found, key=lambda place: place[0])]
