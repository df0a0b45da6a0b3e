"""One CSV file -> a table of texts, whatever lies there; the only file that reads CSV."""

import csv
import io
import stat
from collections import Counter
from pathlib import Path

import pandas as pd

from blends.tables.columns import COLUMNS
from blends.tables.faults import LONGEST_PATH, Faults, fault, faults_of, near, shown

LARGEST = 8_000_000  # bytes, a hundred times the largest shipped table
MOST_ROWS = 100_000
MAY_BE_EMPTY = ("retired",)


class UnusableError(Exception):
    """Why a file is no table, in words."""


def read_table(folder: Path, table: str) -> tuple[pd.DataFrame, Faults]:
    """Return a table with every cell as text, a blank as missing, and what is wrong with the file.

    The index is the row as a spreadsheet counts it: the names of the columns are row 1. Columns that no one
    knows are left out, those that are missing stay missing.
    """
    name = f"{table}.csv"
    try:
        header, rows, ragged = rows_of(_text(folder / name))
    except UnusableError as reason:
        return pd.DataFrame(), fault(f"{name}: {reason}")
    faults = _header_faults(table, header)
    faults += faults_of([f"{name}, row {row}: read {cells} cells, wanted {len(header)}" for row, cells in ragged])
    if not rows and not ragged and table not in MAY_BE_EMPTY:
        faults += fault(f"{name}: there is no row below the names of the columns")
    columns = {column: place for place, column in enumerate(header) if column in COLUMNS[table]}
    cells = {column: [row[place] or None for row in rows.values()] for column, place in columns.items()}
    return pd.DataFrame(cells, index=list(rows), dtype="str"), faults


def _text(path: Path) -> str:
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):
            raise UnusableError(f"it is {'a folder' if stat.S_ISDIR(kind) else 'no file of text'}, wanted a table")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise UnusableError(f"the file is larger than {LARGEST // 1_000_000} MB, too large for a table")
        text = content.decode("utf-8-sig")
        if "\0" in text:
            raise UnusableError(f"byte {content.index(0) + 1} is NUL: this is no text; save the table as UTF-8")
        return text
    except FileNotFoundError:
        raise UnusableError(f"the file is missing from {shown(path.parent, LONGEST_PATH)}") from None
    except UnicodeDecodeError as error:
        raise UnusableError(f"byte {error.start + 1} is not UTF-8; save the table as UTF-8") from None
    except OSError as error:
        raise UnusableError(f"the file cannot be read ({error.strerror or type(error).__name__})") from None


def rows_of(
    text: str, between: str = ",", most: int = MOST_ROWS
) -> tuple[list[str], dict[int, list[str]], list[tuple[int, int]]]:
    """Return the names of the columns, each row by its number, and (row, cells) of those too long or too short.

    between: the sign between two cells. Raises UnusableError for an empty file, an open quotation mark, too many rows.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    rows: dict[int, list[str]] = {}
    ragged = []
    try:
        header = next(reader, [])
        if not any(header):
            raise UnusableError("the file is empty; its first row names the columns")
        for number, row in enumerate(reader, 2):
            if number > most + 1:
                raise UnusableError(f"it has more than {most} rows, too many for a table")
            if row and len(row) != len(header):
                ragged.append((number, len(row)))
            elif row:
                rows[number] = row
    except csv.Error as error:
        hint = 'Is a quotation mark left open? One inside a cell is written twice: "".'
        raise UnusableError(f"line {reader.line_num} cannot be read ({error}). {hint}") from None
    return header, rows, ragged


def _header_faults(table: str, header: list[str]) -> Faults:
    known = COLUMNS[table]
    missing = [column for column in known if column not in header]
    unknown = [column for column in header if column not in known]
    sentences = [f"{table}.csv: the column {column} is missing" for column in missing]
    listed = [f"{table}.csv: the column {shown(name)} is not one I know{near(name, missing)}" for name in unknown[:100]]
    twice = [name for name, count in Counter(header).items() if count > 1 and name in known]
    sentences += [f"{table}.csv: the column {name} stands there twice, wanted only once" for name in twice]
    return faults_of(sentences) + Faults(faults_of(listed).listed, len(unknown))
