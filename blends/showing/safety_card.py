"""Review -> Judgement, what a card says of safety: verdict, each rulebook's ceiling, every finding with its sources."""

from dataclasses import dataclass

from blends.flow import Result
from blends.judging.ceilings import Ceiling
from blends.judging.findings import Finding, Verdict, by_urgency
from blends.remedies import usable
from blends.showing.figure import Figure, written
from blends.showing.words.basis import basis_words, subject_words
from blends.showing.words.findings import FINDING_WORDS, NOTHING_JUDGED, Plain, arithmetic, plainly
from blends.showing.words.first_sight import Line, verdict_lines
from blends.showing.words.headline import verdict_sentence, verdict_words
from blends.showing.words.own import with_whose
from blends.showing.words.proposed import nothing_proposed
from blends.showing.words.verdict import (
    SHAPES,
    WORDS,
    about,
    ceiling_sentence,
    dropper_sentence,
    left_out_sentences,
    row_verdict,
)
from blends.showing.words.whom import judged_for, whom
from blends.tables.names import short_name
from blends.tables.sources import Source, sources_of
from blends.tables.verified import Verified


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
    """One rule checked; rulebook: its name in words; actual and limit: None where nobody has a figure, in `unit`.

    arithmetic: how actual comes about, to be worked by hand.
    """

    rulebook_id: str
    rulebook: str
    subject: str
    verdict: Verdict
    actual: Figure | None
    limit: Figure | None
    unit: str
    words: str
    shape: str
    basis: str
    sources: tuple[Source, ...]
    verified: Verified
    arithmetic: str


@dataclass(frozen=True)
class Judgement:
    """Everything the card says of safety.

    lines: the verdict at home and the one for sale; assumed: whether a healthy adult is taken for granted; whom: the
    person, in words; for_whom: whom it speaks for, what was not checked; achieved_pct: the dilution achieved in % by
    volume, for the ceilings' picture; plainly: all that is over or not assessed, in sentences.
    """

    verdict: Verdict
    words: str
    shape: str
    lines: tuple[Line, Line]
    assumed: bool
    whom: str
    for_whom: str
    sentence: str
    notes: tuple[str, ...]
    achieved_pct: float
    rulebooks: tuple[RulebookRow, ...]
    findings: tuple[FindingRow, ...]
    plainly: tuple[Plain, ...]

    @property
    def in_order(self) -> tuple[Line, Line]:
        """Return the two lines of the verdict, the one that the recipe is for first, as every form shows them."""
        first, second = self.lines
        return (first, second) if first.large else (second, first)


def judgement(result: Result, handed_on: bool = True) -> Judgement:
    """Return what the review of `result` says; handed_on: whether others than the maker read it."""
    review = result.review
    dropper = dropper_sentence(result)
    findings = tuple(_finding(each, result) for each in by_urgency(review.findings))
    return Judgement(
        verdict=review.verdict,
        words=verdict_words(result),
        shape=SHAPES[review.verdict],
        lines=verdict_lines(result),
        assumed=result.brief.person.kind == "adult" and not result.brief.conditions,
        whom=whom(result.brief),
        for_whom=judged_for(result.brief, handed_on),
        sentence=verdict_sentence(result),
        notes=tuple(filter(None, (*left_out_sentences(result), nothing_proposed(result), dropper))),
        achieved_pct=result.recipe.achieved_dilution_pct,
        rulebooks=tuple(_rulebook(ceiling, result) for ceiling in review.ceilings),
        findings=findings,
        plainly=plainly(findings),
    )


def tightest(judged: Judgement) -> RulebookRow | None:
    """Return the rulebook that judges and allows least, where the recipe is over it and less of it would be within."""
    over = [row for row in judged.rulebooks if row.judges and row.verdict == Verdict.OVER and row.ceiling_pct]
    return min(over, key=lambda row: row.ceiling_pct or 0.0, default=None)


def _rulebook(ceiling: Ceiling, result: Result) -> RulebookRow:
    review, tables, id_ = result.review, result.catalogue, ceiling.rulebook
    verdict = row_verdict(review, id_)
    how_far = ceiling_sentence(ceiling, result)
    return RulebookRow(
        id=id_,
        name=short_name(id_, tables),
        covers=about(result.settled.books.by_id[id_]),
        verdict=verdict,
        words=WORDS[verdict],
        shape=SHAPES[verdict],
        judges=id_ in review.judging,
        ceiling_pct=ceiling.dilution_pct,
        ceiling=how_far if review.speaks(id_) else NOTHING_JUDGED,
        usable=usable(ceiling, review),
    )


def _finding(finding: Finding, result: Result) -> FindingRow:
    tables = result.catalogue
    return FindingRow(
        rulebook_id=finding.rulebook,
        rulebook=short_name(finding.rulebook, tables),
        subject=subject_words(finding),
        verdict=finding.verdict,
        actual=_figure(finding.actual_pct),
        limit=_figure(finding.limit_pct),
        unit=finding.unit,
        words=FINDING_WORDS[finding.verdict],
        shape=SHAPES[finding.verdict],
        basis=with_whose(basis_words(finding.basis), finding.source, result),
        sources=sources_of(finding.source, tables),
        verified=finding.verified,
        arithmetic=arithmetic(finding, tables.oil_by_id),
    )


def _figure(pct: float | None) -> Figure | None:
    return None if pct is None else written(pct)
