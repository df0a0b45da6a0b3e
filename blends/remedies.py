"""What would help a recipe that is over, or not for the person: leave out, swap. Each change is calculated again."""

from dataclasses import dataclass, replace

from blends.asking.brief import Brief
from blends.asking.choices import Dosing
from blends.asking.parts import Part
from blends.errors import BlendError
from blends.flow import Result, calculate
from blends.judging.ceilings import Ceiling
from blends.judging.findings import Verdict
from blends.judging.review import Review
from blends.making.stock import TooSmallError
from blends.making.suitability import Reason, reasons_against
from blends.tables.cautions import cautions
from blends.tables.compositions import swaps_for
from blends.tables.oils import EssentialOil

MOST = 5  # changes offered


@dataclass(frozen=True)
class Help:
    """A change of the oils: what is left out, what is put in instead, the parts then.

    dilution_pct: the ceiling it leads to in % by volume (None: no limit, or not asked for).
    """

    out: tuple[EssentialOil, ...]
    into: EssentialOil | None
    parts: tuple[Part, ...]
    dilution_pct: float | None = None


def usable(ceiling: Ceiling, review: Review) -> bool:
    """Return whether a ceiling is a number to use: above nothing, and not above the person's usual rate."""
    return ceiling.dilution_pct is not None and 0 < ceiling.dilution_pct <= review.rates.usual_pct


def dosing_within(brief: Brief, rulebook: str, result: Result) -> Dosing:
    """Return how to dose `brief`, a change of what gave `result`, so that `rulebook` is kept.

    As asked, or by measure where whole drops would pass it.
    """
    try:
        kept = calculate(brief, result.catalogue).review.of(rulebook) is not Verdict.OVER
    except TooSmallError:
        kept = False
    return brief.dosing if kept else Dosing.EXACT


@dataclass(frozen=True)
class LeaveOut:
    """An oil in the bottle that is not for the person: why, and the parts without it, () where none would be left."""

    oil: EssentialOil
    reasons: tuple[Reason, ...]
    parts: tuple[Part, ...]


def leave_outs(result: Result) -> tuple[LeaveOut, ...]:
    """Return the steps that no dilution replaces: leaving out each oil that is not for the person."""
    known = {each.oil.id: tuple(reason for reason in each.reasons if reason.known) for each in result.settled.oils}
    shares = [Part(oil.id, share) for oil, share in result.blend.oils]
    return tuple(
        LeaveOut(oil, known[oil.id], tuple(part for part in shares if part.id != oil.id))
        for oil, _ in result.blend.oils
        if known.get(oil.id)
    )


def what_helps(result: Result, rulebook: str) -> tuple[Help, ...]:
    """Return the changes of one oil that raise the ceiling of `rulebook` most, best first.

    Each oil is left out, or swapped for one with the same effect that suits the person; worked out when asked.
    """
    now = _ceiling(result, rulebook)
    helps = []
    for change in _changes(result):
        if change.parts and (then := _with(result, change.parts, rulebook)) > now:
            helps.append(replace(change, dilution_pct=None if then == 100 else then))
    return tuple(sorted(helps, key=lambda help_: -(help_.dilution_pct or 100))[:MOST])


def _changes(result: Result) -> list[Help]:
    brief, catalogue = result.brief, result.catalogue
    known = cautions(catalogue)
    shares = [Part(oil.id, share) for oil, share in result.blend.oils]
    ids = {part.id for part in shares}
    changes = []
    for oil, _ in result.blend.oils:
        changes.append(Help((oil,), None, tuple(part for part in shares if part.id != oil.id)))
        for id_ in swaps_for(oil.id, brief.effects, catalogue):
            swap = catalogue.oil_by_id[id_]
            if id_ not in ids and not reasons_against(swap, brief.person, brief.conditions, known):
                parts = tuple(replace(part, id=id_) if part.id == oil.id else part for part in shares)
                changes.append(Help((oil,), swap, parts))
    return changes


def _with(result: Result, parts: tuple[Part, ...], rulebook: str) -> float:
    try:
        changed = calculate(replace(result.brief, oils=parts, dosing=Dosing.EXACT), result.catalogue)
    except BlendError:
        return 0.0
    return _ceiling(changed, rulebook)


def _ceiling(result: Result, rulebook: str) -> float:
    pct = next((each.dilution_pct for each in result.review.ceilings if each.rulebook == rulebook), None)
    return 100.0 if pct is None else pct
