"""What a person owns: OwnOil, Bottle, Certificate; each to and from a plain row, as a book and a file hold it."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from blends.errors import BlendError, quote
from blends.tables import fields
from blends.tables.own import Certificate, OwnOil

__all__ = ["Bottle", "Certificate", "OwnOil"]

LARGEST_ML = Decimal(100_000)
DEAREST = Decimal(1_000_000)
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)


@dataclass(frozen=True)
class Bottle:
    """One bottle of an oil that a person owns.

    size_ml: as bought; left_ml: what is in it now; price: of the whole bottle, None where it is not known; currency:
    the three letters of ISO 4217, "" without a price.
    """

    id: str
    oil: str
    size_ml: Decimal
    left_ml: Decimal
    price: Decimal | None = None
    currency: str = ""
    opened: date | None = None
    best_before: date | None = None
    lot: str = ""
    note: str = ""

    def as_row(self) -> dict[str, object]:
        """Return it as a plain row for JSON; numbers are exact, as text."""
        return {
            "id": self.id,
            "oil": self.oil,
            "size_ml": fields.write_number(self.size_ml),
            "left_ml": fields.write_number(self.left_ml),
            "price": fields.write_number(self.price),
            "currency": self.currency,
            "opened": fields.write_date(self.opened),
            "best_before": fields.write_date(self.best_before),
            "lot": self.lot,
            "note": self.note,
        }

    @classmethod
    def read_row(cls, given: object) -> "Bottle":
        """Return the bottle of a plain row. Raises BlendError.

        >>> Bottle.read_row(Bottle("b1", "lavender", Decimal(10), Decimal("9.5")).as_row()).left_ml
        Decimal('9.5')
        """
        row = fields.row_of(given, "a bottle", tuple(cls.__dataclass_fields__))
        size = fields.number(row, "size_ml", Decimal("0.1"), LARGEST_ML)
        left = fields.number(row, "left_ml", Decimal(0), LARGEST_ML)
        if left > size:
            raise BlendError(f"{left} mL cannot be left in a bottle of {size} mL. Write {size} at most.", "left_ml")
        price, currency = fields.number_or_none(row, "price", Decimal(0), DEAREST), fields.text(row, "currency")
        if (price is None) != (not currency) or (currency and not _CURRENCY.fullmatch(currency)):
            raise BlendError(
                f"Cannot read {quote(currency)} as currency. Wanted the three letters of its currency, such as EUR, "
                "beside a price, and none without one.",
                "currency",
            )
        return cls(
            fields.id_(row, "id"),
            fields.id_(row, "oil"),
            size,
            left,
            price,
            currency,
            fields.date_or_none(row, "opened"),
            fields.date_or_none(row, "best_before"),
            fields.text(row, "lot"),
            fields.text(row, "note", fields.LONGEST_NOTE),
        )
