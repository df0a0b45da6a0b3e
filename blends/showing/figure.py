"""Figure: a number with the text that people read, rounded once; nothing after it parses the text or rounds again."""

from dataclasses import dataclass
from fractions import Fraction

from blends.figures import fixed, write_number


@dataclass(frozen=True)
class Figure:
    """A number and its text. Its unit stands in the name of the field that holds it.

    >>> print(written(Fraction(1, 3)), written(Fraction(1, 3)).value)
    0.333 0.3333333333333333
    """

    value: float
    text: str

    def __str__(self) -> str:
        return self.text


def written(value: Fraction | float, figures: int = 3, rounding: str = "nearest") -> Figure:
    """Return `value` with its text in so many significant figures, without trailing zeros; rounding as write_number."""
    return Figure(float(value), write_number(value, figures, rounding))


def held(value: float) -> Figure:
    """Return `value` with its text in three significant figures, trailing zeros kept.

    >>> print(held(2))
    2.00
    """
    return Figure(float(value), fixed(value))


def counted(count: int) -> Figure:
    """Return a whole number with its text."""
    return Figure(count, str(count))
