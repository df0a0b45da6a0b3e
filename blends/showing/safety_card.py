"""Review -> what the card says of safety: the verdict, each rulebook's ceiling, and every finding with its sources."""

from dataclasses import dataclass

from blends.figures import write_number
from blends.flow import Result
from blends.judging.constraints import NOT_ASSESSED, OVER, WITHIN, Finding, Verdict
from blends.showing.oil_view import Source, sources_of
from blends.showing.words.headline import verdict_sentence, verdict_words
from blends.showing.words.verdict import (
    SHAPES,
    WORDS,
    ceiling_sentence,
    dropper_sentence,
    left_out_sentences,
    row_verdict,
    usable,
)
from blends.showing.words.whom import judged_for
from blends.tables.catalogue import Catalogue
from blends.tables.rulebooks import NAMES


@dataclass(frozen=True)
class RulebookRow:
    """What one rulebook says: verdict in words and shape, ceiling in % by volume (None: none binds) and in words.

    verdict: within, over, not assessed, or "no limit" where it has none for these oils and so judged nothing.
    """

    id: str
    name: str
    covers: str
    verdict: str
    words: str
    shape: str
    judges: bool
    ceiling_pct: float | None
    ceiling: str
    usable: bool


@dataclass(frozen=True)
class FindingRow:
    """One rule checked, in words."""

    rulebook: str
    subject: str
    actual: str
    limit: str
    words: str
    shape: str
    basis: str
    sources: tuple[Source, ...]
    verified: bool


@dataclass(frozen=True)
class Judgement:
    """Everything the card says of safety.

    for_whom: whom it speaks for, what was not checked; achieved_pct: the dilution achieved, for the ceilings' picture.
    """

    verdict: Verdict
    words: str
    shape: str
    for_whom: str
    sentence: str
    notes: tuple[str, ...]
    achieved_pct: float
    rulebooks: tuple[RulebookRow, ...]
    findings: tuple[FindingRow, ...]


def judgement(result: Result, catalogue: Catalogue, handed_on: bool = True) -> Judgement:
    """Return what the review of `result` says, in words; handed_on: whether others than the maker read them."""
    review = result.review
    dropper = dropper_sentence(review)
    return Judgement(
        verdict=review.verdict,
        words=verdict_words(result),
        shape=SHAPES[review.verdict],
        for_whom=judged_for(result.brief, handed_on),
        sentence=verdict_sentence(result),
        notes=(
            *left_out_sentences(result, catalogue),
            *((dropper,) if dropper else ()),
        ),
        achieved_pct=result.recipe.achieved_dilution_pct,
        rulebooks=tuple(
            RulebookRow(
                ceiling.rulebook,
                NAMES[ceiling.rulebook],
                _covers(ceiling.rulebook, catalogue),
                verdict := row_verdict(review, ceiling.rulebook),
                WORDS[verdict],
                SHAPES[verdict],
                ceiling.rulebook in review.judging,
                ceiling.dilution_pct,
                ceiling_sentence(ceiling, review.rates.usual_pct, result.recipe.achieved_dilution_pct)
                if review.speaks(ceiling.rulebook)
                else "nothing was judged",
                usable(ceiling, review),
            )
            for ceiling in review.ceilings
        ),
        findings=tuple(_row(finding, catalogue) for finding in sorted(review.findings, key=_urgency)),
    )


def _covers(rulebook: str, catalogue: Catalogue) -> str:
    """Return the rulebook's edition, date and what it speaks about."""
    row = catalogue.rulebooks.loc[rulebook].fillna("").to_dict()
    return ", ".join(filter(None, [row["name"], row["edition"], row["date"]])) + ": " + str(row["covers"])


def _urgency(finding: Finding) -> int:
    return (OVER, NOT_ASSESSED, WITHIN).index(finding.verdict)


def _row(finding: Finding, catalogue: Catalogue) -> FindingRow:
    def pct(value: float | None) -> str:
        return "" if value is None else f"{write_number(value)} {finding.unit}"

    return FindingRow(
        NAMES[finding.rulebook],
        finding.subject,
        pct(finding.actual_pct),
        pct(finding.limit_pct),
        WORDS[finding.verdict] if finding.verdict != "not assessed" else "Not assessed",
        SHAPES[finding.verdict],
        finding.basis,
        sources_of(finding.source, catalogue),
        finding.verified,
    )
