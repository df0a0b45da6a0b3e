"""What a person saved from a spreadsheet -> rows of texts: encoding, separator, decimal comma; what it is not, said."""

import csv
import io
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from blends.tables.columns import NUMBERS
from blends.tables.faults import Faults, TableError, fault, faults_of, near, shown
from blends.tables.table_file import UnusableError, rows_of

LARGEST = 1_000_000  # bytes
_SAVE = "Save it as CSV in UTF-8 (in Excel: CSV UTF-8; in LibreOffice: Text CSV, character set UTF-8)"
# The first bytes of what is no text.
_NO_TEXT = {
    b"PK\x03\x04": "a spreadsheet or another packed file (.xlsx, .ods)",
    b"\xd0\xcf\x11\xe0": "an old spreadsheet (.xls)",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\xff\xfe": "text in UTF-16",
    b"\xfe\xff": "text in UTF-16",
    b"{\\rtf": "a text with looks (.rtf)",
    b"<": "a page of the web or XML",
}
_BETWEEN = (",", ";", "\t")
_DECIMAL_COMMA = re.compile(r"\d{1,7},\d{1,7}", re.ASCII)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True)
class Sheet:
    """The rows of a sheet by their number as a spreadsheet counts them, each column and text; and what is wrong."""

    rows: dict[int, dict[str, str]]
    faults: Faults


def read_sheet(content: bytes, columns: Collection[str], must: Collection[str], most: int, head: str) -> Sheet:
    """Return the rows of a CSV file, cells without spaces around them.

    columns: those that are known; must: those without which it cannot be read; most: rows; head: what stands before
    the faults. Raises TableError where no row can be read; faults of single rows are handed back, to be said together
    with those of their cells.
    """
    try:
        header, rows, ragged = _table(_text(content), columns, most)
    except UnusableError as reason:
        raise TableError(fault(f"{reason}"), head) from None
    named = [name.strip().casefold() for name in header]
    faults = _header_faults(named, columns, must)
    if not rows and not ragged:
        faults += fault("there is no row below the names of the columns")
    if faults.count:
        raise TableError(faults, head)
    for row, cells in ragged:
        hint = "; a number with a comma, in a file of commas?" if cells > len(header) else ""
        faults += fault(f"row {row}: read {cells} cells, wanted {len(header)}{hint}", row)
    return Sheet({row: _cells(named, cells) for row, cells in rows.items() if any(map(str.strip, cells))}, faults)


def first_row(content: bytes, head: str) -> tuple[str, ...]:
    r"""Return what the columns of a file are called, in small letters. Raises TableError for what is no text.

    >>> first_row(b'Oil;"PCT"\n1;2', "It has")
    ('oil', 'pct')
    """
    first = text_of(content, head).lstrip("\r\n").partition("\n")[0]
    return max((_names(first, between) for between in _BETWEEN), key=len)


def text_of(content: bytes, head: str) -> str:
    """Return the text of a file. Raises TableError for what is none."""
    try:
        return _text(content)
    except UnusableError as reason:
        raise TableError(fault(f"{reason}"), head) from None


def write_sheet(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    r"""Return rows as CSV, a quote mark before any text that a spreadsheet would take for a formula.

    >>> write_sheet(["name", "pct"], [{"name": "-1+1", "pct": "2"}])
    "name,pct\n'-1+1,2\n"
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        cells = (row.get(column, "") for column in columns)
        writer.writerow(f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells)
    return out.getvalue()


def _text(content: bytes) -> str:
    """Return the text of a file. Raises UnusableError for what is none, or in another encoding."""
    if len(content) > LARGEST:
        raise UnusableError(f"the file has {len(content) / 1_000_000:.1f} MB, wanted {LARGEST // 1_000_000} MB at most")
    kind = next((words for first, words in _NO_TEXT.items() if content.lstrip()[: len(first)] == first), "")
    if kind:
        raise UnusableError(f"this is {kind}, wanted a table as text. {_SAVE}")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        as_windows = content[error.start : error.start + 1].decode("cp1252", "replace")
        raise UnusableError(
            f"row {row}: byte {error.start + 1} is not UTF-8 (in Windows-1252 it would be {shown(as_windows)}), and "
            f"guessing would spoil names. {_SAVE}"
        ) from None
    if "\0" in text:
        raise UnusableError(f"byte {content.index(0) + 1} is NUL: this is no text. {_SAVE}")
    return text


def _table(
    text: str, columns: Collection[str], most: int
) -> tuple[list[str], dict[int, list[str]], list[tuple[int, int]]]:
    """Return the table by the separator whose first row names most of the columns."""
    first = text.lstrip("\r\n").partition("\n")[0]
    known = {between: sum(name in columns for name in _names(first, between)) for between in _BETWEEN}
    return rows_of(text, max(_BETWEEN, key=lambda between: known[between]), most)


def _names(first: str, between: str) -> tuple[str, ...]:
    return tuple(cell.strip().strip('"').casefold() for cell in first.split(between))


def _header_faults(named: list[str], columns: Collection[str], must: Collection[str]) -> Faults:
    missing = [f"the column {name} is missing" for name in must if name not in named]
    strange = [name for name in dict.fromkeys(named) if name not in columns]
    absent = [name for name in columns if name not in named]
    unknown = [f"the column {shown(name)} is not one I know{near(name, absent)}" for name in strange]
    twice = [name for name in dict.fromkeys(named) if named.count(name) > 1 and name in columns]
    again = [f"the column {name} stands there twice, wanted only once" for name in twice]
    return faults_of([*missing, *unknown, *again])


def _cells(named: list[str], cells: list[str]) -> dict[str, str]:
    return {name: read_cell(name, cell.strip()) for name, cell in zip(named, cells, strict=True)}


def read_cell(column: str, cell: str) -> str:
    """Return a cell; in a column of numbers a decimal comma becomes a point: no figure here has thousands."""
    if cell[:1] == "'" and cell[1:].startswith(_FORMULA):  # as write_sheet writes it
        cell = cell[1:]
    number = column in (*NUMBERS, "pct", "peroxide_mmol_per_l")
    return cell.replace(",", ".") if number and _DECIMAL_COMMA.fullmatch(cell) else cell
