"""What judging says: a Constraint is a limit on a sum, a Finding one rule checked; the three answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from blends.judging.mixture import Mixture
from blends.making.basis import Basis
from blends.tables.verified import Verified

ROUNDING = 1 + 1e-9  # a sum of floats that reaches its limit exactly is within


class Verdict(StrEnum):
    """The three answers of safety; the third is not the first."""

    WITHIN = "within"
    OVER = "over"
    NOT_ASSESSED = "not assessed"


class Kind(StrEnum):
    """What a rule speaks about."""

    ALL_OILS = "all oils"  # the highest rate for the person
    USUAL = "usual rate"  # that of an oil without a figure of its own
    PERSON = "person"  # an age, a condition, pregnancy or breastfeeding
    BASE = "base oil"
    OIL = "oil"
    CONSTITUENT = "constituent"
    SUM = "sum"  # hazards that add up
    PHOTOTOXIC = "phototoxic"
    NO_FIGURE = "no figure"  # of the whole oil
    NO_COMPOSITION = "no composition"
    WEAK = "weak"  # reported too weakly to decide


PERCENT, OF_ALLOWED = "%", "% of what is allowed"  # the unit of a finding's two figures


class Term(NamedTuple):
    """What one oil adds to a sum, all in %: its share of the product, its content, and the two multiplied."""

    oil: str
    share_pct: float
    content_pct: float
    part_pct: float


@dataclass(frozen=True)
class Finding:
    """One rule checked.

    actual_pct and limit_pct are % by weight of the finished product; by volume for the rates of guidance; for
    a base oil % of the base oils. subject: the name of an oil, a constituent or a sum, "" for all oils together;
    holder: the oil that holds the constituent, where one alone does; basis: why, as a key with its values.
    unit: OF_ALLOWED where fractions of limits are added up (phototoxic oils, hazards that add up), and 100 is all
    that is allowed. terms: the arithmetic; its parts add up to actual_pct.
    """

    rulebook: str
    kind: Kind
    subject: str
    basis: Basis
    actual_pct: float | None
    limit_pct: float | None
    verdict: Verdict
    source: str = ""
    verified: Verified = Verified.NO
    unit: str = PERCENT
    holder: str = ""
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True)
class Constraint:
    """The sum of each oil's share times its factor must not exceed `limit_pct`; by volume or by weight.

    needs_oils: of how many of its oils together it speaks; a recipe with fewer knows nothing of it.
    """

    rulebook: str
    kind: Kind
    subject: str
    basis: Basis
    factors: dict[str, float]
    limit_pct: float
    source: str
    verified: Verified
    by_volume: bool = False
    unit: str = PERCENT
    needs_oils: int = 1

    def total(self, shares_pct: dict[str, float]) -> float:
        """Return the sum for oils that make these percentages of the product."""
        return sum(factor * shares_pct.get(oil, 0.0) for oil, factor in self.factors.items())

    def verdict(self, mix: Mixture) -> Verdict:
        """Return whether `mix` stays at or below the limit."""
        return self.verdict_on(self.total(mix.volume_pct if self.by_volume else mix.weight_pct))

    def verdict_on(self, total_pct: float) -> Verdict:
        """Return whether a sum of `total_pct` stays at or below the limit."""
        return Verdict.OVER if total_pct > self.limit_pct * ROUNDING else Verdict.WITHIN


def judge(constraint: Constraint, mix: Mixture) -> Finding:
    """Return the finding of one limit: whether `mix` stays at or below it, and the arithmetic."""
    shares = mix.volume_pct if constraint.by_volume else mix.weight_pct
    terms = tuple(
        Term(oil, shares.get(oil, 0.0), 100 * factor, shares.get(oil, 0.0) * factor)
        for oil, factor in constraint.factors.items()
    )
    actual = sum(term.part_pct for term in terms)
    return Finding(
        constraint.rulebook,
        constraint.kind,
        constraint.subject,
        constraint.basis,
        actual,
        constraint.limit_pct,
        constraint.verdict_on(actual),
        constraint.source,
        constraint.verified,
        constraint.unit,
        terms=terms,
    )


URGENCY = (Verdict.OVER, Verdict.NOT_ASSESSED, Verdict.WITHIN)  # the worst first


def by_urgency(findings: Iterable[Finding]) -> list[Finding]:
    """Return what is over first, then what is not assessed, each in its order."""
    return sorted(findings, key=lambda each: URGENCY.index(each.verdict))


def overall(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the verdict over all: over beats not assessed beats within.

    >>> overall([Verdict.WITHIN, Verdict.NOT_ASSESSED]), overall([])
    (<Verdict.NOT_ASSESSED: 'not assessed'>, <Verdict.WITHIN: 'within'>)
    """
    found = set(verdicts)
    return next((verdict for verdict in URGENCY if verdict in found), Verdict.WITHIN)
