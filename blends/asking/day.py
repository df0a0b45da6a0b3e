"""A day as a link and a form write it."""

from datetime import date

from blends.errors import BlendError, quote


def read_day(text: str) -> date | None:
    """Return the day it was made, None for "". Raises BlendError for what is no day.

    >>> read_day("2026-11-24")
    datetime.date(2026, 11, 24)
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BlendError(f"Cannot read {quote(text)} as the date it was made. Write 2026-11-24.", "made") from None
