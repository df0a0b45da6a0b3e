"""Whether a table holds what its columns must, checked with pandera; the only file that knows pandera."""

import pandas as pd

from blends.columns import COLUMNS, KEYS


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
