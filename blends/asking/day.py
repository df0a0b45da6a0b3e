"""A day as a link and a form write it, and until when something is good as bottles have it: a month, or a day."""

import re
from calendar import month_name, monthrange
from collections.abc import Iterator
from datetime import date

from blends.errors import BlendError, quote


def read_day(text: str, field: str = "made") -> date | None:
    """Return the day that is written, None for "". Raises BlendError for what is no day; field: what it is asked for.

    >>> read_day("2026-11-24")
    datetime.date(2026, 11, 24)
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        what = "date it was made" if field == "made" else "day it is"
        raise BlendError(f"Cannot read {quote(text)} as the {what}. Write 2026-11-24.", field) from None


_MONTHS = {name.casefold()[:3]: number for number, name in enumerate(month_name) if name}
_DAY = re.compile(r"(?P<year>20\d\d)[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})", re.ASCII)
_EITHER = re.compile(r"(?P<one>\d{1,2})(?P<mark>[-./])(?P<other>\d{1,2})[-./](?P<year>20\d\d)", re.ASCII)
_MONTH = re.compile(r"(?P<month>\d{1,2})[-./ ](?P<year>20\d\d)", re.ASCII)
_YEAR_FIRST = re.compile(r"(?P<year>20\d\d)[-./ ](?P<month>\d{1,2})", re.ASCII)
_NAMED = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th|\.)? )?(?P<name>[a-z]{3,9})\.?,?(?: (?P<its_day>\d{1,2})(?:st|nd|rd|th)?,)? "
    r"(?P<year>20\d\d)",
    re.ASCII,
)


def last_day(text: str) -> date | None:
    """Return the last day that "May 2027", "05/2027", "31 March 2027" or 2027-03-31 leaves, None for what is no date.

    Of a day and a month that could be either, the earlier date counts.

    >>> last_day("May 2027"), last_day("2/2028"), last_day("31 March 2027"), last_day("2027-03-31")
    (datetime.date(2027, 5, 31), datetime.date(2028, 2, 29), datetime.date(2027, 3, 31), datetime.date(2027, 3, 31))
    >>> last_day("yesterday"), last_day("13/2027")
    (None, None)
    """
    plain = " ".join(text.casefold().split()).removeprefix("end of ")
    dates = []
    for year, month, day in _readings(plain):
        try:
            dates.append(date(year, month, day or monthrange(year, month)[1]))
        except ValueError:  # no such day, or no such month
            continue
    return min(dates, default=None)


def _readings(plain: str) -> Iterator[tuple[int, int, int]]:
    """Yield each year, month and day that a text may mean; the day is 0 for a whole month."""
    if found := _DAY.fullmatch(plain):
        yield int(found["year"]), int(found["month"]), int(found["day"])
    if found := _EITHER.fullmatch(plain):
        year, one, other = int(found["year"]), int(found["one"]), int(found["other"])
        yield year, other, one
        if found["mark"] == "/":  # as in the United States
            yield year, one, other
    for pattern in (_MONTH, _YEAR_FIRST):
        if found := pattern.fullmatch(plain):
            yield int(found["year"]), int(found["month"]), 0
    found = _NAMED.fullmatch(plain)
    number = _MONTHS.get(found["name"][:3], 0) if found else 0
    if found and number and month_name[number].casefold().startswith(found["name"]):
        yield int(found["year"]), number, int(found["day"] or found["its_day"] or 0)
