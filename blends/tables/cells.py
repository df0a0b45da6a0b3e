"""What a cell of a table may hold: an id, a figure, a date, a text; each rule with what is wanted in words."""

import re
from collections.abc import Callable
from datetime import date

from blends.tables.verified import Verified

ID = re.compile(r"[a-z][a-z0-9_]*(?:-[a-z0-9]+)*")
Rule = tuple[Callable[[str], bool], str]  # whether a cell is right, and what is wanted in words
Columns = dict[str, tuple[Rule, bool]]  # of one table: the rule of each column, and whether its cells may be blank


def matches(pattern: str, wanted: str) -> Rule:
    """Return the rule that a cell is written like this; digits are 0 to 9 and no others."""
    compiled = re.compile(pattern, re.ASCII)
    return lambda cell: compiled.fullmatch(cell) is not None, wanted


def one_of(*words: str) -> Rule:
    """Return the rule that a cell is one of these words."""
    return lambda cell: cell in words, "one of " + ", ".join(words)


def printable(rule: Rule) -> Rule:
    """Return the same rule for cells without hidden characters, such as marks that turn the direction of writing."""
    right, wanted = rule
    return lambda cell: cell.isprintable() and right(cell), wanted


def _date(cell: str) -> bool:
    try:
        return re.fullmatch(r"\d{4}-\d\d-\d\d", cell, re.ASCII) is not None and bool(date.fromisoformat(cell))
    except ValueError:
        return False


def number(low: float, high: float, example: str) -> Rule:
    """Return the rule that a cell is a plain decimal number in a range, its ends included."""

    def right(cell: str) -> bool:
        return re.fullmatch(r"\d+(\.\d+)?", cell, re.ASCII) is not None and low <= float(cell) <= high

    return right, f"a number from {low:g} to {high:g}, such as {example}"


TEXT: Rule = printable((lambda cell: cell == cell.strip(), "text without spaces around it or hidden characters"))
AN_ID = matches(ID.pattern, "an id of small letters, digits and _, such as thyme_thymol")
IDS = matches(rf"{ID.pattern}( {ID.pattern})*", "ids with one space between them")
YES_NO = one_of("yes", "no")
DENSITY = number(0.7, 1.3, "0.893")
PERCENT = number(0, 100, "1.1")
DATE: Rule = (_date, "a date, such as 2026-07-31")
VERIFIED = one_of(*Verified)


def sourced(fact: str) -> Columns:
    """Return the two columns beside a fact: the keys of its sources, and whether it is verified.

    >>> list(sourced("cas"))
    ['cas_source', 'cas_verified']
    """
    return {f"{fact}_source": (IDS, True), f"{fact}_verified": (VERIFIED, True)}
