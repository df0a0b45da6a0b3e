"""Findings -> words: the row of each, and plainly what is over or not assessed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blends.figures import spoken, write_number
from blends.judging.findings import Finding, Kind, Verdict
from blends.showing.words.verdict import WORDS
from blends.tables.oils import EssentialOil

if TYPE_CHECKING:
    from blends.showing.safety_card import FindingRow

NOTHING_JUDGED = "nothing was judged"
FINDING_WORDS = {**WORDS, Verdict.NOT_ASSESSED: "Not assessed"}  # one rule alone is not assessed at all


def arithmetic(finding: Finding, oils: Mapping[str, EssentialOil]) -> str:
    """Return how a finding's sum comes about: each oil's share of the product times its content, added up."""
    if finding.actual_pct is None or not (finding.terms and finding.limit_pct):
        return ""
    by = "by volume" if finding.kind in (Kind.ALL_OILS, Kind.USUAL) else "by weight"
    terms = [
        f"{spoken(oils[term.oil].name)} {write_number(term.share_pct)} %"
        + ("" if term.content_pct == 100 else f" × {write_number(term.content_pct)} %")
        for term in finding.terms
    ]
    return f"{' + '.join(terms)} = {write_number(finding.actual_pct)} {finding.unit} ({by})"


@dataclass(frozen=True)
class Plain:
    """What a rulebook finds over, else does not assess, in a sentence without its stop."""

    rulebook_id: str
    rulebook: str
    words: str
    over: bool


def plainly(findings: Iterable["FindingRow"]) -> tuple[Plain, ...]:
    """Return all that is over, then all that is not assessed, grouped by rulebook and reason."""
    over: list[Plain] = []
    missing: dict[tuple[str, str, str], list[str]] = {}
    for row in findings:
        if row.verdict == Verdict.OVER:
            figures = row.actual is not None and row.limit is not None
            against = f" {row.actual} {row.unit} against {row.limit} {row.unit}" if figures else ""
            over.append(Plain(row.rulebook_id, row.rulebook, f"Over: {row.subject}{against}, {row.basis}", over=True))
        elif row.verdict == Verdict.NOT_ASSESSED:
            missing.setdefault((row.rulebook_id, row.rulebook, row.basis), []).append(row.subject)
    return (
        *over,
        *(
            Plain(id_, book, f"Not assessed: {', '.join(names)}, {why}", over=False)
            for (id_, book, why), names in missing.items()
        ),
    )
