"""Whether each cell of a table holds what its column must, checked with pandera; the only file that knows pandera."""

from collections.abc import Callable

import pandas as pd

from blends.tables.columns import COLUMNS, KEYS
from blends.tables.faults import LISTED, Faults, by_row, cell_faults, shown


def faults_in(table: str, frame: pd.DataFrame) -> Faults:
    """Return every fault in the cells of `frame`, all texts or missing, with rows as the index; none: it is right."""
    import pandera.pandas as pa  # noqa: PLC0415 - a third of a second, wanted only when tables are read
    from pandera.errors import SchemaErrors  # noqa: PLC0415

    rules = {name: rule for name, rule in COLUMNS[table].items() if name in frame}
    schema = pa.DataFrameSchema(
        {
            name: pa.Column(checks=pa.Check(_each(right), error=wanted, name="rule"), nullable=blank)
            for name, ((right, wanted), blank) in rules.items()
        },
        unique=KEYS[table] if set(KEYS[table]) <= set(rules) else None,
    )
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as faults:
        return _sentences(table, frame, faults.failure_cases)
    return Faults()


def _each(right: Callable[[str], bool]) -> Callable[[pd.Series], pd.Series]:
    """Return a check of a whole column that asks about each different cell once."""

    def check(cells: pd.Series) -> pd.Series:
        texts = cells.tolist()
        answers = {text: isinstance(text, str) and right(text) for text in set(texts)}
        return pd.Series([answers[text] for text in texts], index=cells.index, dtype=bool)

    return check


def _sentences(table: str, frame: pd.DataFrame, cases: pd.DataFrame) -> Faults:
    """Return pandera's failure cases as faults, in the order of the file."""
    again = cases["check"] == "multiple_fields_uniqueness"
    parts = [_repeated(table, sorted({int(row) for row in cases["index"][again]}), frame)]
    for column, group in cases[~again].groupby("column", sort=False):
        (_, wanted), _ = COLUMNS[table][str(column)]
        rows = sorted({int(row) for row in group["index"]})
        parts.append(cell_faults(table, str(column), frame.loc[rows, str(column)], wanted))
    return by_row(*parts)


def _repeated(table: str, rows: list[int], frame: pd.DataFrame) -> Faults:
    key = KEYS[table]
    listed = (
        f"{table}.csv, row {row}, column {' and '.join(key)}: read "
        f"{', '.join(shown(frame.at[row, column]) for column in key)} again, wanted only once"
        for row in rows[:LISTED]
    )
    return Faults(tuple(zip(rows, listed, strict=False)), len(rows))
