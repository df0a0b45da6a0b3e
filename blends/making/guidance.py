"""The usual and the highest dilution for a person: the lowest of all that apply, each with its source."""

from dataclasses import dataclass, replace
from fractions import Fraction

from blends.asking.brief import Brief
from blends.asking.person import Person
from blends.tables.catalogue import Catalogue

YOUNGEST = 2  # below this age, base oil alone


@dataclass(frozen=True)
class Guidance:
    """Rates for a person in % by volume, with the row of data/dilution_guidance.csv each comes from."""

    usual_pct: float
    ceiling_pct: float
    usual_row: str
    ceiling_row: str
    source: str
    verified: bool


def guidance_for(person: Person, conditions: tuple[str, ...], catalogue: Catalogue) -> Guidance:
    """Return the usual and the highest dilution for `person` with `conditions`.

    >>> from blends.tables.catalogue import read_catalogue
    >>> rates = guidance_for(Person("child", 7), ("sensitive_skin",), read_catalogue())
    >>> rates.usual_pct, rates.ceiling_pct
    (1.0, 1.0)
    """
    rows = [_row(person)] + (["sensitive"] if "sensitive_skin" in conditions else [])
    rates = catalogue.guidance_by_person
    usual = min(rows, key=lambda row: rates[row][0])
    ceiling = min(rows, key=lambda row: rates[row][1])
    sources = dict.fromkeys(key for row in (usual, ceiling) for key in rates[row][2].split())
    verified = rates[usual][3] and rates[ceiling][3]
    return Guidance(rates[usual][0], rates[ceiling][1], usual, ceiling, " ".join(sources), verified)


def settled(brief: Brief, catalogue: Catalogue) -> Brief:
    """Return `brief` with its dilution a figure: where it was left to the usual one, that of the person.

    >>> from blends import read_brief, read_catalogue
    >>> settled(read_brief({"person": "child:7"}), read_catalogue()).dilution_pct
    Fraction(1, 1)
    """
    if not brief.usual:
        return brief
    usual_pct = guidance_for(brief.person, brief.conditions, catalogue).usual_pct
    return replace(brief, dilution_pct=Fraction(str(usual_pct)), usual=False)


def _row(person: Person) -> str:
    if person.age is None:
        return person.kind
    bands = ((YOUNGEST, "child_under_2"), (6, "child_2_5"), (15, "child_6_14"), (18, "child_15_17"))
    return next(row for below, row in bands if person.age < below)
