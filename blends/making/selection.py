"""Settled brief -> which oils go in, with their parts, and what was left out for the person."""

from dataclasses import dataclass
from fractions import Fraction

from blends.making.settle import Settled, Wanted
from blends.tables.oils import BaseOil, EssentialOil


@dataclass(frozen=True)
class Selection:
    """The oils and base oils chosen, each with its parts, in the order asked for, and what was left out."""

    oils: tuple[tuple[EssentialOil, Fraction], ...]
    bases: tuple[tuple[BaseOil, Fraction], ...]
    left_out: tuple[Wanted, ...] = ()


def select(settled: Settled) -> Selection:
    """Return the oils of `settled` that are for the person, each once, and those that are not."""
    return Selection(
        oils=tuple((each.oil, each.parts) for each in settled.oils if not each.left_out),
        bases=tuple((each.base, each.parts) for each in settled.bases),
        left_out=tuple(each for each in settled.oils if each.left_out),
    )
