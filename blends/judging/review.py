"""All findings of a recipe, the verdicts over all, and the ceilings."""

from dataclasses import dataclass

from blends.asking.choices import Purpose
from blends.asking.dropper import MET_IN_PRACTICE
from blends.judging.ceilings import Ceiling, ceilings
from blends.judging.constraints import constraints
from blends.judging.findings import Constraint, Finding, Kind, Verdict, judge, overall
from blends.judging.mixture import in_bottle
from blends.judging.not_assessed import not_assessed, of_base_oils, unsure_by_amount
from blends.making.blend import Blend
from blends.making.guidance import Guidance
from blends.making.recipe import Recipe
from blends.making.settle import Settled


@dataclass(frozen=True)
class Review:
    """What the rulebooks say of a recipe.

    at_home, for_sale: the verdicts over the rulebooks that judge for each purpose (over beats not assessed beats
    within); verdict: the one of the purpose asked for; rulebooks: the ids of all that are shown, in order; judging: of
    those that judge for the purpose; findings: every rule checked, of all rulebooks; ceilings: one a rulebook; rates:
    the person's, in % by volume; droppers: the verdict if the dropper gave 15 or 45 drops per mL, empty by measure.

    >>> from blends import calculate, read_brief, read_catalogue
    >>> brief = read_brief({"oils": "lavender", "dilution": "1.5 %"})
    >>> judged = calculate(brief, read_catalogue()).review
    >>> judged.verdict.value, judged.for_sale.value, judged.ceilings[0].dilution_pct
    ('within', 'within', 2.0)
    """

    purpose: Purpose
    at_home: Verdict
    for_sale: Verdict
    rulebooks: tuple[str, ...]
    judging: tuple[str, ...]
    findings: tuple[Finding, ...]
    ceilings: tuple[Ceiling, ...]
    rates: Guidance
    droppers: dict[int, Verdict]

    @property
    def verdict(self) -> Verdict:
        """Return the verdict for the purpose asked for."""
        return self.for_sale if self.purpose is Purpose.SALE else self.at_home

    def of(self, rulebook: str) -> Verdict:
        """Return the verdict of one rulebook alone."""
        return overall(finding.verdict for finding in self.findings if finding.rulebook == rulebook)

    def speaks(self, rulebook: str) -> bool:
        """Return whether `rulebook` has any limit for these oils; where it has none, *within* would say too much."""
        return any(each.rulebook == rulebook and each.limit_pct is not None for each in self.findings)


def review(recipe: Recipe, blend: Blend, settled: Settled) -> Review:
    """Return the review of what really goes into the bottle."""
    limits, mix = constraints(settled) if recipe.portions else (), in_bottle(recipe)
    bases = of_base_oils(blend, settled)
    unknown = not_assessed(settled, mix) if recipe.portions else ()
    found = (*(judge(limit, mix) for limit in limits), *unknown, *bases)
    unmoved = [each for each in (*unknown, *bases) if each.kind is not Kind.WEAK]
    judges = {purpose: _judging(purpose, settled) for purpose in Purpose}
    verdicts = {
        purpose: overall(finding.verdict for finding in found if finding.rulebook in judges[purpose])
        for purpose in Purpose
    }
    purpose = settled.brief.purpose
    rulebooks = tuple(book.id for book in settled.rulebooks if book.shown_as == book.id)
    return Review(
        purpose=purpose,
        at_home=verdicts[Purpose.HOME],
        for_sale=verdicts[Purpose.SALE],
        rulebooks=rulebooks,
        judging=judges[purpose],
        findings=found,
        ceilings=_ceilings(blend, limits, rulebooks, bases, settled.books.guidance) if recipe.portions else (),
        rates=settled.rates,
        droppers=_by_dropper(recipe, limits, settled, unmoved),
    )


def _judging(purpose: Purpose, settled: Settled) -> tuple[str, ...]:
    """Return the ids of the rulebooks that judge for a purpose."""
    return tuple(book.id for book in settled.rulebooks if purpose in book.judges and book.shown_as == book.id)


def _by_dropper(
    recipe: Recipe, limits: tuple[Constraint, ...], settled: Settled, unmoved: list[Finding]
) -> dict[int, Verdict]:
    """Return the verdict if the dropper gave the fewest or the most drops per mL met in practice.

    unmoved: the findings that do not ask how much of an oil there is.
    """
    if not recipe.total_drops:
        return {}
    judging = _judging(settled.brief.purpose, settled)
    standing = [each.verdict for each in unmoved if each.rulebook in judging]
    asking = [each for each in limits if each.rulebook in judging]
    verdicts = {}
    for drops_per_ml in (MET_IN_PRACTICE[0], MET_IN_PRACTICE[-1]):
        mix = in_bottle(recipe, float(recipe.drops_per_ml) / drops_per_ml)
        verdict = overall([*standing, *(limit.verdict(mix) for limit in asking)])
        if verdict is Verdict.WITHIN:  # all else beats it
            verdict = overall(each.verdict for each in unsure_by_amount(settled, mix) if each.rulebook in judging)
        verdicts[drops_per_ml] = verdict
    return verdicts


def _ceilings(
    blend: Blend,
    limits: tuple[Constraint, ...],
    rulebooks: tuple[str, ...],
    bases: tuple[Finding, ...],
    guidance: str,
) -> tuple[Ceiling, ...]:
    """Return the ceilings; where the base oil itself is not for the person, no dilution is within guidance."""
    found = ceilings(blend, limits, rulebooks)
    barred = next((each for each in bases if each.verdict is Verdict.OVER), None)
    if barred is None:
        return found
    return tuple(Ceiling(guidance, 0.0, 0.0, barred=barred) if each.rulebook == guidance else each for each in found)
