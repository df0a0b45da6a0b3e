"""A table -> CSV that does no harm in a spreadsheet."""

from typing import Any

import pandas as pd

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_text(table: pd.DataFrame) -> str:
    r"""Return `table` as CSV, a quote mark before any text that a spreadsheet would take for a formula.

    >>> csv_text(pd.DataFrame({"name": ["=1+1", "lavender"], "pct": [-1.0, 2.0]}))
    "name,pct\n'=1+1,-1.0\nlavender,2.0\n"
    """
    frame = table.reset_index(names=table.index.name) if table.index.name else table.copy()
    for column in frame.columns:
        if frame[column].dtype.kind not in "fiub":
            frame[column] = frame[column].map(_harmless, na_action="ignore")
    return frame.to_csv(index=False, lineterminator="\n")


def rows_csv(rows: list[dict[str, Any]]) -> str:
    """Return `rows` as CSV, harmless to a spreadsheet."""
    return csv_text(pd.DataFrame(rows))


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_STARTS_A_FORMULA) else cell
