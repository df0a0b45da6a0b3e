"""All findings of a recipe, the verdict over all, and the ceilings."""

from collections.abc import Iterable
from dataclasses import dataclass

from blends.asking.brief import Brief
from blends.asking.dropper import MET_IN_PRACTICE
from blends.figures import spoken
from blends.judging.ceilings import Ceiling, ceilings
from blends.judging.constraints import (
    GUIDANCE,
    NOT_ASSESSED,
    OVER,
    WITHIN,
    Constraint,
    Finding,
    Mixture,
    Verdict,
    constraints,
    judge,
    judging,
    mixture,
    rulebooks_for,
)
from blends.judging.not_assessed import base_findings, missing
from blends.making.blend import Blend
from blends.making.guidance import Guidance
from blends.making.recipe import Recipe
from blends.tables.catalogue import Catalogue
from blends.tables.rulebooks import rules


@dataclass(frozen=True)
class Review:
    """What the rulebooks say of a recipe.

    verdict: over beats not assessed beats within, over the rulebooks that judge for the purpose; the
    findings and ceilings of all four are given. droppers: verdicts if the dropper gave 15 or 45 drops per mL.
    """

    verdict: Verdict
    judging: tuple[str, ...]
    findings: tuple[Finding, ...]
    ceilings: tuple[Ceiling, ...]
    rates: Guidance
    droppers: dict[int, Verdict]

    def of(self, rulebook: str) -> Verdict:
        """Return the verdict of one rulebook alone."""
        return overall(finding for finding in self.findings if finding.rulebook == rulebook)

    def speaks(self, rulebook: str) -> bool:
        """Return whether `rulebook` has any limit for these oils; where it has none, *within* would say too much."""
        return any(each.rulebook == rulebook and each.limit_pct is not None for each in self.findings)


def review(recipe: Recipe, blend: Blend, brief: Brief, rates: Guidance, catalogue: Catalogue) -> Review:
    """Return the review of what really goes into the bottle."""
    known = rules(catalogue)
    oils = tuple(portion.oil for portion in recipe.portions)
    limits = constraints(oils, brief, rates, known, catalogue) if oils else ()
    fixed = (*missing(oils, brief, known, catalogue), *base_findings(blend, brief, catalogue))
    mix = in_bottle(recipe)
    found = (*(judge(limit, mix) for limit in limits), *fixed)
    judges = judging(brief)
    by_dropper = {}
    if recipe.total_drops:
        for drops_per_ml in (MET_IN_PRACTICE[0], MET_IN_PRACTICE[-1]):
            other = in_bottle(recipe, float(recipe.drops_per_ml) / drops_per_ml)
            by_dropper[drops_per_ml] = _verdict(limits, other, fixed, judges)
    return Review(
        verdict=overall(finding for finding in found if finding.rulebook in judges),
        judging=judges,
        findings=found,
        ceilings=_ceilings(blend, limits, brief, fixed) if oils else (),
        rates=rates,
        droppers=by_dropper,
    )


def _ceilings(
    blend: Blend, limits: tuple[Constraint, ...], brief: Brief, fixed: tuple[Finding, ...]
) -> tuple[Ceiling, ...]:
    """Return the ceilings; where the base oil itself is not for the person, no dilution is within guidance."""
    found = ceilings(blend, limits, rulebooks_for(brief))
    barred = [each for each in fixed if each.verdict == OVER and each.rulebook == GUIDANCE]
    if not barred:
        return found
    none = Ceiling(GUIDANCE, 0.0, 0.0, f"{spoken(barred[0].subject)}: {barred[0].basis}")
    return tuple(none if each.rulebook == GUIDANCE else each for each in found)


def overall(findings: Iterable[Finding]) -> Verdict:
    """Return the verdict over `findings`: over beats not assessed beats within."""
    verdicts = {finding.verdict for finding in findings}
    return OVER if OVER in verdicts else NOT_ASSESSED if NOT_ASSESSED in verdicts else WITHIN


def _verdict(
    limits: tuple[Constraint, ...], mix: Mixture, fixed: tuple[Finding, ...], judges: tuple[str, ...]
) -> Verdict:
    found = (*(judge(limit, mix) for limit in limits), *fixed)
    return overall(finding for finding in found if finding.rulebook in judges)


def in_bottle(recipe: Recipe, times: float = 1.0) -> Mixture:
    """Return what is in the bottle if every drop were `times` as large; fill-to takes less base oil then."""
    oils = {portion.oil: portion.volume_ml * times for portion in recipe.portions}
    extra = sum(oils.values()) - recipe.oils_ml if recipe.fill == "fill-to" else 0.0
    base_ml = sum(base.volume_ml for base in recipe.bases)
    left = max(0.0, base_ml - extra) / base_ml if base_ml else 0.0
    return mixture(oils, tuple((base.base_oil.density_g_per_ml, base.volume_ml * left) for base in recipe.bases))
