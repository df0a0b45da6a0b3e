"""A day as a link and a form write it, and until when something is good as bottles have it: a month, or a day."""

import re
from calendar import month_name, monthrange
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


_MONTHS = {name.casefold()[:3]: number for number, name in enumerate(month_name) if name}
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NUMBERS = re.compile(
    r"(?P<month>\d{1,2})[./ -](?P<year>20\d\d)|(?P<year_first>20\d\d)[./ -](?P<its_month>\d{1,2})", re.ASCII
)
_WORDS = re.compile(r"(?:end of )?(?:(?P<day>\d{1,2})\.? )?(?P<month>[a-z]{3,9})\.?,? (?P<year>20\d\d)", re.ASCII)


def last_day(text: str) -> date | None:
    """Return the last day that "May 2027", "05/2027", "31 March 2027" or 2027-03-31 leaves, None for what is no date.

    >>> last_day("May 2027"), last_day("2/2028"), last_day("31 March 2027"), last_day("2027-03-31")
    (datetime.date(2027, 5, 31), datetime.date(2028, 2, 29), datetime.date(2027, 3, 31), datetime.date(2027, 3, 31))
    >>> last_day("yesterday"), last_day("13/2027")
    (None, None)
    """
    plain = " ".join(text.casefold().split())
    try:
        return date.fromisoformat(plain) if _DAY.fullmatch(plain) else _in_parts(plain)
    except ValueError:
        return None


def _in_parts(plain: str) -> date | None:
    if found := _NUMBERS.fullmatch(plain):
        year, month = int(found["year"] or found["year_first"]), int(found["month"] or found["its_month"])
        return date(year, month, monthrange(year, month)[1]) if 1 <= month <= len(_MONTHS) else None
    found = _WORDS.fullmatch(plain)
    name = found["month"] if found else ""
    number = _MONTHS.get(name[:3])
    if not found or not number or not month_name[number].casefold().startswith(name):
        return None
    return date(int(found["year"]), number, int(found["day"] or monthrange(int(found["year"]), number)[1]))
