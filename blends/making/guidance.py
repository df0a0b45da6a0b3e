"""The usual and the highest dilution for a person: the lowest of all that apply, each with its source."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from blends.asking.brief import Brief
from blends.asking.person import Person
from blends.tables.oils import Rates
from blends.tables.verified import Verified, weakest

YOUNGEST = 2  # below this age, base oil alone
SENSITIVE = "sensitive"  # the row that holds beside the person's own with sensitive skin


@dataclass(frozen=True)
class Guidance:
    """Rates for a person in % by volume, with the row of data/dilution_guidance.csv each comes from."""

    usual_pct: float
    ceiling_pct: float
    usual_row: str
    ceiling_row: str
    source: str
    verified: Verified


def guidance_for(person: Person, conditions: tuple[str, ...], rates: Mapping[str, Rates]) -> Guidance:
    """Return the usual and the highest dilution for `person` with `conditions`; rates: those of the catalogue.

    >>> from blends.tables.catalogue import read_catalogue
    >>> found = guidance_for(Person("child", 7), ("sensitive_skin",), read_catalogue().guidance_by_person)
    >>> found.usual_pct, found.ceiling_pct
    (1.0, 1.0)
    """
    rows = [_row(person)] + ([SENSITIVE] if "sensitive_skin" in conditions else [])
    usual = min(rows, key=lambda row: rates[row].usual_pct)
    ceiling = min(rows, key=lambda row: rates[row].ceiling_pct)
    sources = dict.fromkeys(key for row in (usual, ceiling) for key in rates[row].source.split())
    return Guidance(
        rates[usual].usual_pct,
        rates[ceiling].ceiling_pct,
        usual,
        ceiling,
        " ".join(sources),
        weakest(rates[usual].verified, rates[ceiling].verified),
    )


def with_dilution(brief: Brief, rates: Guidance) -> Brief:
    """Return `brief` with its dilution a figure: where it was left to the usual one, that of `rates`."""
    return replace(brief, dilution_pct=Fraction(str(rates.usual_pct))) if brief.dilution_pct is None else brief


def _row(person: Person) -> str:
    if person.age is None:
        return person.kind
    bands = ((YOUNGEST, "child_under_2"), (6, "child_2_5"), (15, "child_6_14"), (18, "child_15_17"))
    return next(row for below, row in bands if person.age < below)
