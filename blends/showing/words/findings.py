"""Findings -> words: the row of each, and plainly what is over or not assessed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blends.judging.findings import Verdict
from blends.showing.words.verdict import WORDS

if TYPE_CHECKING:
    from blends.showing.safety_card import FindingRow

NOTHING_JUDGED = "nothing was judged"
FINDING_WORDS = {**WORDS, Verdict.NOT_ASSESSED: "Not assessed"}  # one rule alone is not assessed at all


@dataclass(frozen=True)
class Plain:
    """What a rulebook finds over or does not assess, in a sentence without its stop."""

    rulebook_id: str
    rulebook: str
    words: str


def plainly(findings: Iterable["FindingRow"]) -> tuple[Plain, ...]:
    """Return all that is over, then all that is not assessed, grouped by rulebook and reason."""
    over: list[Plain] = []
    missing: dict[tuple[str, str, str], list[str]] = {}
    for row in findings:
        if row.verdict == Verdict.OVER:
            figures = row.actual is not None and row.limit is not None
            against = f" {row.actual} {row.unit} against {row.limit} {row.unit}" if figures else ""
            over.append(Plain(row.rulebook_id, row.rulebook, f"Over: {row.subject}{against}, {row.basis}"))
        elif row.verdict == Verdict.NOT_ASSESSED:
            missing.setdefault((row.rulebook_id, row.rulebook, row.basis), []).append(row.subject)
    return (
        *over,
        *(Plain(id_, book, f"Not assessed: {', '.join(names)}, {why}") for (id_, book, why), names in missing.items()),
    )
