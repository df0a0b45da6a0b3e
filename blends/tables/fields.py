"""One field of a plain row, as JSON holds it: a text, an id, an exact number, a date; strictly, or a sentence."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from blends.errors import BlendError, quote, seen

LONGEST_TEXT, LONGEST_NOTE = 200, 2000  # characters
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}", re.ASCII)
_NUMBER = re.compile(r"\d{1,7}(\.\d{1,6})?", re.ASCII)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

Row = Mapping[str, object]


def row_of(given: object, thing: str, wanted: tuple[str, ...]) -> Row:
    """Return `given` as a row with exactly these keys; thing: what it is, for the sentence. Raises BlendError."""
    if not isinstance(given, dict) or not all(isinstance(key, str) for key in given):
        raise BlendError(f"Cannot read {quote(str(given))} as {thing}. Wanted its fields: {', '.join(wanted)}.")
    strange = [key for key in given if key not in wanted]
    if strange:
        raise BlendError(f"{thing} has no field {quote(strange[0])}. Its fields are {', '.join(wanted)}.", strange[0])
    missing = [key for key in wanted if key not in given]
    if missing:
        raise BlendError(f"The field {missing[0]} of {thing} is missing. Wanted: {', '.join(wanted)}.", missing[0])
    return given


def text(row: Row, key: str, longest: int = LONGEST_TEXT) -> str:
    """Return a text, which may be empty. Raises BlendError for another kind of value, one too long, or a hidden one."""
    value = row[key]
    if not isinstance(value, str):
        raise BlendError(f"Cannot read {quote(str(value))} as {key}. Wanted a text.", key)
    if len(value) > longest:
        raise BlendError(f"{key} has {len(value)} characters. Write {longest} at most.", key)
    if seen(value) != value:
        raise BlendError(f"{key} holds characters that cannot be seen: {quote(value)}. Write it without them.", key)
    return value


def id_(row: Row, key: str) -> str:
    """Return an id. Raises BlendError for what is none."""
    value = text(row, key)
    if not _ID.fullmatch(value):
        raise BlendError(f"Cannot read {quote(value)} as {key}. Wanted an id, such as my_rose.", key)
    return value


def number(row: Row, key: str, low: Decimal, high: Decimal) -> Decimal:
    """Return an exact number between these, written as text. Raises BlendError for anything else."""
    value = text(row, key)
    if not _NUMBER.fullmatch(value) or not low <= Decimal(value) <= high:
        example = Decimal("12.5") if low <= Decimal("12.5") <= high else (low + high) / 2
        wanted = f"a number from {low:f} to {high:f}, written such as '{example:f}'"
        raise BlendError(f"Cannot read {quote(value)} as {key}. Wanted {wanted}.", key)
    return Decimal(value)


def number_or_none(row: Row, key: str, low: Decimal, high: Decimal) -> Decimal | None:
    """Return an exact number, or None where nothing is written. Raises BlendError for anything else."""
    return None if row[key] == "" else number(row, key, low, high)


def date_or_none(row: Row, key: str) -> date | None:
    """Return a date, or None where nothing is written. Raises BlendError for anything else."""
    value = text(row, key)
    if not value:
        return None
    try:
        return date.fromisoformat(value) if _DATE.fullmatch(value) else _no_date(value, key)
    except ValueError:
        return _no_date(value, key)


def _no_date(value: str, key: str) -> date:
    raise BlendError(f"Cannot read {quote(value)} as {key}. Wanted a date, such as 2027-03-31.", key)


def write_number(value: Decimal | None) -> str:
    """Return a number as these rows hold it, "" for None.

    >>> write_number(Decimal("1E+2")), write_number(Decimal("0.50")), write_number(None)
    ('100', '0.50', '')
    """
    return "" if value is None else f"{value:f}"


def write_date(value: date | None) -> str:
    """Return a date as these rows hold it, "" for None."""
    return "" if value is None else value.isoformat()
