"""Figures of one's own: OwnOil, a row beside the shipped tables; Certificate, what a laboratory found in one bottle."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from blends.errors import BlendError, quote
from blends.tables import fields
from blends.tables.columns import COLUMNS

Kind = Literal["essential", "base"]
TABLES: dict[Kind, str] = {"essential": "essential_oils", "base": "base_oils"}
PREFIX = "my_"  # no shipped oil has it, so an own oil can never stand in for one unseen
OWN = "own"  # the key of the source that own figures name
MOST_CONSTITUENTS = 500

Cells = tuple[tuple[str, str], ...]  # column and text, as a CSV holds them; blank cells are left out


@dataclass(frozen=True)
class Measured:
    """One constituent of an own oil or a certificate: its name there, the group of the tables it means, how much in %.

    group: "" for a name that the tables do not know; below: pct is the bound under which nothing was found.
    """

    name: str
    group: str
    pct: Decimal
    below: bool = False

    def as_row(self) -> dict[str, object]:
        """Return it as a plain row for JSON; the number is exact, as text."""
        return {"name": self.name, "group": self.group, "pct": fields.write_number(self.pct), "below": self.below}

    @classmethod
    def read_row(cls, given: object) -> "Measured":
        """Return the constituent of a plain row. Raises BlendError."""
        row = fields.row_of(given, "a constituent", ("name", "group", "pct", "below"))
        if not isinstance(row["below"], bool):
            raise BlendError(f"Cannot read {quote(str(row['below']))} as below. Wanted true or false.", "below")
        group = fields.id_(row, "group") if row["group"] else ""
        return cls(fields.text(row, "name"), group, fields.number(row, "pct", Decimal(0), Decimal(100)), row["below"])


@dataclass(frozen=True)
class OwnOil:
    """An oil of somebody's own.

    id: begins with `my_`; row: its cells as in essential_oils.csv or base_oils.csv, without the id; constituents: in %
    by weight; made_from: the shipped oil whose row was changed, "" for a new one: what rulebooks and lists say of that
    oil is said of this one too.
    """

    id: str
    kind: Kind
    row: Cells
    constituents: tuple[Measured, ...] = ()
    made_from: str = ""

    def as_row(self) -> dict[str, object]:
        """Return it as a plain row for JSON."""
        return {
            "id": self.id,
            "kind": self.kind,
            "made_from": self.made_from,
            "row": dict(self.row),
            "constituents": [each.as_row() for each in self.constituents],
        }

    @classmethod
    def read_row(cls, given: object) -> "OwnOil":
        """Return the oil of a plain row. Raises BlendError; whether its cells are right is asked with the tables.

        >>> OwnOil.read_row(OwnOil("my_rose", "essential", (("name", "Rose"),)).as_row()).id
        'my_rose'
        """
        row = fields.row_of(given, "an own oil", ("id", "kind", "made_from", "row", "constituents"))
        kind, id_ = fields.text(row, "kind"), fields.id_(row, "id")
        if kind not in get_args(Kind):
            raise BlendError(f"Cannot read {quote(kind)} as kind. Write essential or base.", "kind")
        if not id_.startswith(PREFIX) or "-" in id_:
            raise BlendError(f"Cannot read {quote(id_)} as the id of an own oil. Write {PREFIX}{id_[:40]}.", "id")
        return cls(
            id_,
            "essential" if kind == "essential" else "base",
            _cells(row["row"], TABLES["essential" if kind == "essential" else "base"], "id"),
            _measured(row["constituents"], id_),
            fields.id_(row, "made_from") if row["made_from"] else "",
        )


@dataclass(frozen=True)
class Certificate:
    """What a laboratory or supplier found in one bottle; None and "" where it does not say.

    bottle: the id of the bottle; oil: the id of its oil; pct in % by weight of the oil; peroxide value in mmol/L.
    """

    bottle: str
    oil: str
    constituents: tuple[Measured, ...] = ()
    density_g_per_ml: Decimal | None = None
    peroxide_mmol_per_l: Decimal | None = None
    lot: str = ""
    best_before: date | None = None
    analysed_on: date | None = None
    lab: str = ""

    def as_row(self) -> dict[str, object]:
        """Return it as a plain row for JSON; numbers are exact, as text."""
        return {
            "bottle": self.bottle,
            "oil": self.oil,
            "constituents": [each.as_row() for each in self.constituents],
            "density_g_per_ml": fields.write_number(self.density_g_per_ml),
            "peroxide_mmol_per_l": fields.write_number(self.peroxide_mmol_per_l),
            "lot": self.lot,
            "best_before": fields.write_date(self.best_before),
            "analysed_on": fields.write_date(self.analysed_on),
            "lab": self.lab,
        }

    @classmethod
    def read_row(cls, given: object) -> "Certificate":
        """Return the certificate of a plain row. Raises BlendError.

        >>> Certificate.read_row(Certificate("b1", "lavender", lot="L7").as_row()).lot
        'L7'
        """
        row = fields.row_of(given, "a certificate", tuple(cls.__dataclass_fields__))
        return cls(
            fields.id_(row, "bottle"),
            fields.id_(row, "oil"),
            _measured(row["constituents"], "a certificate"),
            fields.number_or_none(row, "density_g_per_ml", Decimal("0.7"), Decimal("1.3")),
            fields.number_or_none(row, "peroxide_mmol_per_l", Decimal(0), Decimal(1000)),
            fields.text(row, "lot"),
            fields.date_or_none(row, "best_before"),
            fields.date_or_none(row, "analysed_on"),
            fields.text(row, "lab"),
        )


def _measured(given: object, whose: str) -> tuple[Measured, ...]:
    if not isinstance(given, list) or len(given) > MOST_CONSTITUENTS:
        raise BlendError(f"Cannot read the constituents of {whose}. Wanted a list of at most {MOST_CONSTITUENTS}.")
    return tuple(Measured.read_row(each) for each in given)


def _cells(given: object, table: str, key: str) -> Cells:
    """Return the cells of one row of a table, blanks left out, in the order of the columns. Raises BlendError."""
    columns = [column for column in COLUMNS[table] if column != key]
    if not isinstance(given, dict):
        raise BlendError(f"Cannot read {quote(str(given))} as a row of {table}. Wanted column and text.")
    strange = [str(name) for name in given if name not in columns]
    if strange:
        raise BlendError(f"{table} has no column {quote(strange[0])}. Its columns are {', '.join(columns)}.")
    cells = {column: fields.text(given, column, fields.LONGEST_NOTE) for column in columns if column in given}
    return tuple((column, cell) for column, cell in cells.items() if cell)
