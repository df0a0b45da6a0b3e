"""An own oil -> a full row of its table: what is not given stands as in the shipped row it was made from, if any."""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

import pandas as pd

from blends.tables.agreement import row_faults
from blends.tables.catalogue import Catalogue
from blends.tables.columns import COLUMNS
from blends.tables.faults import Faults, by_row, cell_faults
from blends.tables.keys import key_faults
from blends.tables.own import OWN, TABLES, Kind, OwnOil
from blends.tables.schema import faults_in

# Facts that need a source beside them, as essential_oils.csv and base_oils.csv have them.
SOURCED: dict[Kind, tuple[str, ...]] = {
    kind: tuple(column.removesuffix("_source") for column in COLUMNS[table] if column.endswith("_source"))
    for kind, table in TABLES.items()
}
MUST: dict[Kind, tuple[str, ...]] = {"essential": ("name", "botanical", "part"), "base": ("name", "botanical")}
_OF_ONE_LOT = ("density_min_g_per_ml", "density_max_g_per_ml", "density_basis", "density_at_c")
FORMULA = ("=", "+", "@", "\t")  # what a spreadsheet would calculate; none is ever taken in, so none is written


def full_row(oil: OwnOil, catalogue: Catalogue) -> dict[str, str | None]:
    """Return every cell of an own oil: the shipped row, overlaid with its own cells; each own fact by its own source.

    A figure can be changed, never taken away: a blank cell keeps what the shipped row says. Nothing of one's own
    counts as verified.
    """
    cells = _shipped(oil, catalogue)
    given = {column: text for column, text in oil.row if not column.endswith(("_source", "_verified"))}
    changed = {column for column, text in given.items() if cells.get(column) != text}
    if "density_g_per_ml" in changed:
        cells |= {column: None for column in _OF_ONE_LOT if column in cells}
    name = given.get("name") or cells.get("name")
    if name and name.casefold() in _shipped_names(catalogue):
        given["name"] = f"{name} (own)"  # so that nobody takes it for the shipped one
    cells |= given
    for fact in SOURCED[oil.kind]:
        if any(column == fact or column.startswith(f"{fact}_") for column in changed):
            cells[f"{fact}_source"] = OWN
            if f"{fact}_verified" in cells:
                cells[f"{fact}_verified"] = "no"
    return cells | {"id": oil.id}


@lru_cache(maxsize=8)
def _shipped_names(catalogue: Catalogue) -> frozenset[str]:
    """Return what shipped oils and base oils are called, in small letters."""
    return frozenset(str(name).casefold() for table in (catalogue.oils, catalogue.base_oils) for name in table["name"])


def frame_of(kind: Kind, oils: Iterable[OwnOil], catalogue: Catalogue, rows: Iterable[int]) -> pd.DataFrame:
    """Return the full rows of the own oils of one kind as texts; rows: the number of each, as a person counts them."""
    return pd.DataFrame(
        [full_row(oil, catalogue) for oil in oils], index=list(rows), columns=list(COLUMNS[TABLES[kind]]), dtype="str"
    )


def own_faults(kind: Kind, frame: pd.DataFrame, catalogue: Catalogue) -> Faults:
    """Return every fault of the own rows of one kind, by the same rules as for the shipped ones."""
    table = TABLES[kind]
    # A rule that no own row has to keep: a base oil may have no INCI name.
    optional = [column for column in frame if column not in ("id", *MUST[kind]) and frame[column].isna().all()]
    faults = by_row(faults_in(table, frame.drop(columns=optional)), _formulas(table, frame))
    if faults.count:
        return _plainly(table, faults)
    known = pd.DataFrame({"key": [*catalogue.sources.index, OWN]}, dtype="str")
    effects = pd.DataFrame({"id": list(catalogue.effects.index)}, dtype="str")
    keys = key_faults({table: frame, "sources": known, "effects": effects})
    return _plainly(table, by_row(keys, row_faults(table, frame)))


def _plainly(table: str, faults: Faults) -> Faults:
    """Return the faults without the name of the shipped file: its rows are not the ones that were read."""
    return Faults(tuple((row, said.removeprefix(f"{table}.csv, ")) for row, said in faults.listed), faults.count)


def _formulas(table: str, frame: pd.DataFrame) -> Faults:
    wanted = "text that no spreadsheet takes for a formula"
    found = [
        cell_faults(table, column, cells[cells.fillna("").str.startswith(FORMULA)], wanted)
        for column, cells in frame.items()
        if isinstance(column, str)
    ]
    return by_row(*found)


def _shipped(oil: OwnOil, catalogue: Catalogue) -> dict[str, str | None]:
    """Return the cells of the shipped row as texts, all blank for a new oil."""
    columns = [column for column in COLUMNS[TABLES[oil.kind]] if column != "id"]
    table = catalogue.oils if oil.kind == "essential" else catalogue.base_oils
    if oil.made_from not in table.index:
        return dict.fromkeys(columns)
    row = table.loc[oil.made_from]
    return {column: _cell_text(row[column]) for column in columns}


def _cell_text(cell: object) -> str | None:
    if cell is None or pd.isna(cell):  # type: ignore[call-overload]  # a cell is one value
        return None
    return f"{Decimal(repr(float(cell))).normalize():f}" if isinstance(cell, float) else str(cell)
