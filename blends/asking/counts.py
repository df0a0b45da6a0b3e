"""Texts -> whole numbers: how many bottles, how many drops."""

from blends.errors import BlendError, quote
from blends.figures import split_number


def read_count(text: str, kind: str, most: int, example: str = "3") -> int:
    """Return the whole number from 1 to `most` that `text` names; `kind` goes into the sentence.

    Raises BlendError for anything else.

    >>> read_count("3", "a number of bottles", 100)
    3
    """
    number, words = split_number(text, kind, example)
    if words.casefold() not in ("", "drop", "drops", "bottle", "bottles") or number.denominator != 1:
        raise BlendError(f"Cannot read {quote(text)} as {kind}. Write a whole number, such as {example}.")
    if not 1 <= number <= most:
        raise BlendError(f"{quote(text)} is outside what can be made here, 1 to {most}. Write {example}.")
    return int(number)


def read_drops(text: str, most: int, example: str) -> int:
    """Return the number of drops that `text` names, 1 to `most`.

    Raises BlendError for anything else.

    >>> read_drops("12 drops", 1000, "20")
    12
    """
    return read_count(text, "a number of drops", most, example)
