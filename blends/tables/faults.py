"""What is wrong with the tables, in sentences: file, row, column, what was read, what is wanted."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches

import pandas as pd

from blends.errors import BlendError

LISTED = 100  # more than anyone mends at one sitting; the rest is counted
LONGEST, LONGEST_PATH = 60, 400  # characters of a cell, and of a path, that are shown back
COMPARED = 1_000  # keys among which a near one is looked for


@dataclass(frozen=True)
class Faults:
    """The first faults as (row, sentence), row 0 where a whole table is meant, and how many there are in all."""

    listed: tuple[tuple[int, str], ...] = ()
    count: int = 0

    def __add__(self, other: "Faults") -> "Faults":
        """Return both, these first."""
        return Faults((self.listed + other.listed)[:LISTED], self.count + other.count)


class TableError(BlendError):
    """The tables cannot be used; `faults` holds a sentence for each thing to mend, the first LISTED of `count`."""

    def __init__(self, faults: Faults, head: str = "The tables have") -> None:
        self.faults = [sentence for _, sentence in faults.listed]
        self.count = faults.count
        more = faults.count - len(self.faults)
        lines = [f"{head} {'1 fault' if faults.count == 1 else f'{faults.count} faults'}:"]
        lines += [f"- {fault}" for fault in self.faults]
        lines += [f"and {more} more, not listed here"] if more else []
        super().__init__("\n".join(lines))


def by_row(*parts: Faults) -> Faults:
    """Return the faults of one table together, in the order of its rows."""
    listed = sorted((one for part in parts for one in part.listed), key=lambda one: one[0])
    return Faults(tuple(listed[:LISTED]), sum(part.count for part in parts))


def fault(sentence: str, row: int = 0) -> Faults:
    """Return one fault."""
    return Faults(((row, sentence),), 1)


def faults_of(sentences: list[str]) -> Faults:
    """Return a fault for each sentence about a whole table."""
    return Faults(tuple((0, sentence) for sentence in sentences[:LISTED]), len(sentences))


def cell_faults(table: str, column: str, cells: pd.Series, wanted: str, known: Collection[str] = ()) -> Faults:
    """Return a fault for each of these wrong cells, whose index is the row as a spreadsheet counts it.

    known: keys among which a near one is named. Only what is listed is put in words: there may be many.
    """
    listed = tuple(
        (
            int(str(row)),
            f"{table}.csv, row {row}, column {column}: read {shown(cell)}, wanted {wanted}{near(cell, known)}",
        )
        for row, cell in cells.iloc[:LISTED].items()
    )
    return Faults(listed, len(cells))


def shown(cell: object, longest: int = LONGEST) -> str:
    r"""Return a cell, a name or a path as it may be shown back: shortened, hidden characters spelt out.

    >>> shown("pea\u202enut"), shown(float("nan"))
    ("'pea\\u202enut'", 'nothing')
    """
    if not isinstance(cell, str):
        return "nothing" if cell is None or cell != cell else shown(str(cell), longest)  # noqa: PLR0124 - NaN is no text
    return repr(cell[:longest]) + ("…" if len(cell) > longest else "")


def near(cell: object, known: Collection[str]) -> str:
    """Return a hint where one of `known` looks like the cell, "" otherwise.

    >>> near("methyl_eugneol", ["methyl_eugenol", "safrole"])
    "; did you mean 'methyl_eugenol'?"
    """
    if not isinstance(cell, str) or len(cell) > LONGEST or len(known) > COMPARED:
        return ""
    found = get_close_matches(cell.casefold(), known, n=1, cutoff=0.75)
    return f"; did you mean {shown(found[0])}?" if found else ""


_PLACE = re.compile(r"(?:row (?P<row>\d+))?(?:, )?(?:column (?P<column>\w+))?: (?P<rest>.*)", re.ASCII | re.DOTALL)
_CELL = r"'(?:[^'\\]|\\.)*'…?|\"(?:[^\"\\]|\\.)*\"…?|[^'\",;]*"
_READ = re.compile(rf"read (?P<read>{_CELL}), (?P<wanted>wanted .*)", re.DOTALL)


@dataclass(frozen=True)
class FaultParts:
    """A sentence of a sheet's fault in its parts, each "" where it says none: in which row and column, what was read.

    wanted: what is to be written there; the whole of the sentence that says no more than that.
    """

    row: str
    column: str
    read: str
    wanted: str


def parts_of(sentence: str) -> FaultParts:
    """Return the parts of a fault, to stand in the columns of a table; nothing of it is lost.

    >>> parts_of("row 3, column pct: read '140', wanted % of the oil, such as 32.4")
    FaultParts(row='3', column='pct', read="'140'", wanted='% of the oil, such as 32.4')
    >>> parts_of("the column pct is missing").wanted
    'the column pct is missing'
    """
    place = _PLACE.fullmatch(sentence)
    if place is None or not (place["row"] or place["column"]):
        return FaultParts("", "", "", sentence)
    found = _READ.fullmatch(place["rest"])
    read, wanted = (found["read"], found["wanted"].removeprefix("wanted ")) if found else ("", place["rest"])
    return FaultParts(place["row"] or "", place["column"] or "", read, wanted)
