"""Reading the facts and writing the tables, for every other file of this folder."""

from __future__ import annotations

import csv
from pathlib import Path

FACTS = Path(__file__).resolve().parent / "facts"
Row = dict[str, str]
Table = tuple[list[Row], list[str]]  # rows, and the columns in their order


def read(name: str, folder: Path = FACTS) -> list[Row]:
    """Return the rows of a CSV file; every cell is text, an empty cell is ''."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def columns_of(name: str, folder: Path = FACTS) -> list[str]:
    """Return the columns of a CSV file in their order."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def write(path: Path, rows: list[Row], columns: list[str]) -> None:
    """Write rows with these columns in this order: UTF-8, LF line ends, no spaces at cell ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([row.get(column, "").strip() for column in columns])


def number(text: str | float, digits: int = 6) -> str:
    """Return a plain decimal number without an exponent or needless zeros.

    >>> number(0.00006900), number('2.0'), number(95.0)
    ('0.000069', '2', '95')
    """
    if text == "":
        return ""
    return f"{float(text):.{digits}f}".rstrip("0").rstrip(".")


def keys(*cells: str) -> str:
    """Return the keys of several cells, space separated and without repeats."""
    return " ".join(dict.fromkeys(key for cell in cells for key in cell.split()))
