"""Reading and writing the tables, and the source keys, for every other file of this folder."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd

HERE = Path(__file__).resolve().parent
Row = dict[str, str]

MEMORY = "memory, unverified"
UNSOURCED = "unsourced"


def read(path: Path) -> list[Row]:
    """Return the rows of a CSV file; every cell is text, an empty cell is ''."""
    return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8").to_dict("records")


def decision(name: str) -> list[Row]:
    """Return the rows of one hand-made decision table of this folder."""
    return read(HERE / f"{name}.csv")


def write(path: Path, rows: list[Row], columns: list[str]) -> None:
    """Write rows with these columns in this order: UTF-8, LF line ends, no spaces at cell ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([str(row.get(column, "")).strip() for column in columns])


def number(text: str | float, digits: int = 6) -> str:
    """Return a plain decimal number without an exponent or needless zeros.

    >>> number(0.00006900), number('2.0'), number(95.0)
    ('0.000069', '2', '95')
    """
    if text == "":
        return ""
    return f"{float(text):.{digits}f}".rstrip("0").rstrip(".")


def density(value: float) -> str:
    """Return a density in g/mL with three decimals."""
    return f"{value:.3f}"


class Sources:
    """The keys of data/sources.csv, found by the address printed in the raw facts."""

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {row["key"]: row for row in decision("hand_sources")}
        self.by_address: dict[str, str] = {row["address"]: key for key, row in self.rows.items() if row["address"]}
        self.from_the_start = set(self.rows)
        self.used: set[str] = set()
        self.missing: set[str] = set()
        for row in decision("source_keys"):
            self.by_address[row["alias"] or row["address"]] = row["key"]
            if row["key"] not in self.rows:
                self.rows[row["key"]] = {c: row[c] for c in ("key", "kind", "title", "year", "address", "note")}

    def keys(self, cell: str, *more: str) -> str:
        """Return the keys, space separated and without repeats, of the addresses in one raw cell."""
        found: list[str] = []
        for address in (part.strip() for part in cell.split(" ; ")):
            if address:
                found.append(self._key(address))
        found += [key for text in more for key in text.split()]
        return " ".join(dict.fromkeys(found))

    def _key(self, address: str) -> str:
        if address == MEMORY:
            return UNSOURCED
        if address not in self.by_address:
            self.missing.add(address)
            return "missing"
        return self.by_address[address]

    def note_used(self, rows: list[Row]) -> None:
        """Remember every key that stands in a source column of these rows."""
        for row in rows:
            for column, cell in row.items():
                if column == "source" or column.endswith("_source"):
                    self.used.update(cell.split())

    def table(self) -> list[Row]:
        """Return the rows of sources.csv: the keys used, and those the project had from the start."""
        unknown = self.used - set(self.rows)
        if unknown or self.missing:
            raise SystemExit("\n".join(["No key for:", *sorted(self.missing), *sorted(unknown)]))
        return [self.rows[key] for key in sorted(self.used | self.from_the_start)]
