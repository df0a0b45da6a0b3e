"""On what a reason or a finding rests: a key with its values. showing/words/basis.py puts it in words."""

from dataclasses import dataclass
from enum import StrEnum


class On(StrEnum):
    """What it rests on."""

    TEXT = "text"  # as the table has it
    SUM = "sum"  # as the table has it; carried: from one oil to a blend
    PHOTOTOXIC = "phototoxic"
    HIGHEST_RATE = "highest rate"
    USUAL_RATE = "usual rate"
    FROM_AGE = "from age"
    NO_AGE = "no age"
    ALLERGEN = "allergen"
    NO_ALLERGEN = "no allergen"  # nothing is said of any
    NO_CAP = "no cap"
    NO_LIGHT = "no light"  # nothing says whether light matters
    BABY = "baby"
    MOTHER = "mother"
    LISTED = "listed"
    HOLDS = "holds"
    NOT_RULED_OUT = "not ruled out"
    SILENT = "silent"
    NO_FIGURE = "no figure"
    NO_ANALYSIS = "no analysis"
    WEAK = "weak"
    WEAK_IN_SUM = "weak in a sum"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True)
class Basis:
    """A key and the values that its words need."""

    on: On
    values: tuple[tuple[str, object], ...] = ()


def rests(on: On, **values: object) -> Basis:
    """Return the basis with these values.

    >>> rests(On.FROM_AGE, years=10)
    Basis(on=<On.FROM_AGE: 'from age'>, values=(('years', 10),))
    """
    return Basis(on, tuple(values.items()))
