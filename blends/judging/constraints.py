"""What each rulebook says of a mixture: one Finding per rule, within, over or not assessed.

Every limit is a Constraint: a sum over the oils that must stay at or below a figure. Findings compare it
with what goes into the bottle, ceilings (in ceilings.py) turn it round. Contributions of all oils to a
group are added before comparing.
"""

from dataclasses import dataclass, replace
from typing import Literal

from blends.asking.brief import Brief
from blends.making.guidance import Guidance
from blends.making.suitability import Reason, reasons_against
from blends.tables.catalogue import Catalogue
from blends.tables.oils import EssentialOil
from blends.tables.rulebooks import Limit, Rulebook, Rules

Verdict = Literal["within", "over", "not assessed"]
WITHIN: Verdict = "within"
OVER: Verdict = "over"
NOT_ASSESSED: Verdict = "not assessed"
GUIDANCE, HOME = "guidance", "ty-2014"
BABY_AGE = 3  # below it IFRA category 5D holds instead of 5A
PERCENT, OF_ALLOWED = "%", "% of what is allowed"  # the unit of a finding's two figures
ROUNDING = 1 + 1e-9  # a sum of floats that reaches its limit exactly is within
OIL_DENSITY_UNKNOWN, BASE_DENSITY_UNKNOWN = 1.2, 0.86  # g/mL, the careful side: more oil by weight


@dataclass(frozen=True)
class Finding:
    """One rule checked.

    actual_pct and limit_pct are % by weight of the finished product; by volume for the rates of guidance; for
    a base oil % of the base oils. unit: OF_ALLOWED where fractions of limits are added up (phototoxic oils,
    hazards that add up), and 100 is all that is allowed.
    """

    rulebook: str
    subject: str
    actual_pct: float | None
    limit_pct: float | None
    verdict: Verdict
    source: str
    basis: str = ""
    verified: bool = False
    unit: str = PERCENT


@dataclass(frozen=True)
class Constraint:
    """The sum of each oil's share times its factor must not exceed `limit_pct`; by volume or by weight."""

    rulebook: str
    subject: str
    factors: dict[str, float]
    limit_pct: float
    source: str
    basis: str
    verified: bool
    by_volume: bool = False
    unit: str = PERCENT

    def total(self, shares_pct: dict[str, float]) -> float:
        """Return the sum for oils that make these percentages of the product."""
        return sum(factor * shares_pct.get(oil, 0.0) for oil, factor in self.factors.items())


@dataclass(frozen=True)
class Mixture:
    """What is in the bottle: % of each oil of the finished product, by weight and by volume."""

    weight_pct: dict[str, float]
    volume_pct: dict[str, float]


def mixture(oils_ml: dict[EssentialOil, float], bases_ml: tuple[tuple[float | None, float], ...]) -> Mixture:
    """Return the percentages of oils in mL and bases as (density, mL).

    Where densities are unknown each oil gets the larger of two shares by weight: all unknown oils heavy (its
    own share then is large), or all light (the others' shares then are).
    """
    total_ml = sum(ml for _, ml in bases_ml) + sum(oils_ml.values())
    by_volume = {oil.id: 100 * ml / total_ml for oil, ml in oils_ml.items()}
    heavy = _by_weight(oils_ml, bases_ml, OIL_DENSITY_UNKNOWN)
    if all(oil.density_g_per_ml for oil in oils_ml):
        return Mixture(heavy, by_volume)
    light = _by_weight(oils_ml, bases_ml, BASE_DENSITY_UNKNOWN)
    return Mixture({oil: max(pct, light[oil]) for oil, pct in heavy.items()}, by_volume)


def _by_weight(
    oils_ml: dict[EssentialOil, float], bases_ml: tuple[tuple[float | None, float], ...], unknown: float
) -> dict[str, float]:
    masses = {oil.id: ml * (oil.density_g_per_ml or unknown) for oil, ml in oils_ml.items()}
    total_g = sum(ml * (density or BASE_DENSITY_UNKNOWN) for density, ml in bases_ml) + sum(masses.values())
    return {oil: 100 * mass / total_g for oil, mass in masses.items()}


def rulebooks_for(brief: Brief) -> tuple[str, ...]:
    """Return the ids of the four rulebooks shown, in order; the first two judge at home, all of them a sale."""
    baby = brief.person.age is not None and brief.person.age < BABY_AGE
    return (GUIDANCE, HOME, "ifra-51-5d" if baby else "ifra-51-5a", "eu-1223-2009")


def judging(brief: Brief) -> tuple[str, ...]:
    """Return the ids of the rulebooks that judge for the purpose of `brief`."""
    return rulebooks_for(brief) if brief.purpose == "sale" else (GUIDANCE, HOME)


def constraints(
    oils: tuple[EssentialOil, ...], brief: Brief, rates: Guidance, known: Rules, catalogue: Catalogue
) -> tuple[Constraint, ...]:
    """Return every limit that speaks about these oils for this person."""
    found = [*_guidance(oils, brief, rates, known, catalogue)]
    for id_ in rulebooks_for(brief)[1:]:
        book = known.rulebooks[id_]
        found += _limits(book, oils, known)
        found += _sums(book, oils, known)
        if id_ != "eu-1223-2009":
            found += _phototoxic(id_, oils, known)
    return tuple(found)


def judge(constraint: Constraint, mix: Mixture) -> Finding:
    """Return whether `mix` stays at or below one limit."""
    actual = constraint.total(mix.volume_pct if constraint.by_volume else mix.weight_pct)
    over = actual > constraint.limit_pct * ROUNDING
    return Finding(
        constraint.rulebook,
        constraint.subject,
        actual,
        constraint.limit_pct,
        OVER if over else WITHIN,
        constraint.source,
        constraint.basis,
        constraint.verified,
        constraint.unit,
    )


def reasons(oil: EssentialOil, brief: Brief, catalogue: Catalogue) -> tuple[Reason, ...]:
    """Return why `oil` is not for the person of `brief`."""
    return reasons_against(oil, brief.person, brief.conditions, catalogue)


def _guidance(
    oils: tuple[EssentialOil, ...], brief: Brief, rates: Guidance, known: Rules, catalogue: Catalogue
) -> list[Constraint]:
    person = brief.person.words
    whole = {oil.id: 1.0 for oil in oils}
    found = [
        Constraint(
            GUIDANCE,
            "all oils together",
            whole,
            rates.ceiling_pct,
            rates.source,
            f"highest rate for {person}",
            rates.verified,
            True,
        )
    ]
    for oil in oils:
        alone = {oil.id: 1.0}
        if oil.id not in known.rulebooks[HOME].oils:
            basis = f"no T&Y figure: held to the usual rate for {person}"
            found.append(
                Constraint(GUIDANCE, oil.name, alone, rates.usual_pct, rates.source, basis, rates.verified, True)
            )
        if limit := known.rulebooks["hc-cir"].oils.get(oil.id):
            found.append(Constraint(GUIDANCE, oil.name, alone, limit.pct, limit.source, limit.basis, limit.verified))
        found += [
            Constraint(GUIDANCE, oil.name, alone, 0.0, reason.source, reason.words, reason.verified)
            for reason in reasons(oil, brief, catalogue)
            if reason.known
        ]
    return found


def _limits(book: Rulebook, oils: tuple[EssentialOil, ...], known: Rules) -> list[Constraint]:
    found = []
    for oil in oils:
        for limits in (book.oils, book.forbidden):
            if limit := limits.get(oil.id):
                found.append(_constraint(book, oil.name, {oil.id: 1.0}, limit))
    for limits in (book.groups, book.natural):
        for group, limit in limits.items():
            factors = {
                oil.id: known.contents[oil.id][group] / 100 for oil in oils if group in known.contents.get(oil.id, ())
            }
            if factors and not (limit.combined and len(factors) < 2):
                levels = (key for oil in factors for key in known.content_source[oil, group].split())
                source = " ".join(dict.fromkeys([*limit.source.split(), *levels]))
                found.append(_constraint(book, known.labels[group], factors, replace(limit, source=source)))
    return found


def _constraint(book: Rulebook, subject: str, factors: dict[str, float], limit: Limit) -> Constraint:
    return Constraint(book.id, subject, factors, limit.pct, limit.source, limit.basis, limit.verified)


def _phototoxic(id_: str, oils: tuple[EssentialOil, ...], known: Rules) -> list[Constraint]:
    """Return the rule that the shares of phototoxic oils, each over its own cap, add up to 1 at most."""
    factors = {oil.id: 100 / oil.phototoxic_max_pct for oil in oils if oil.phototoxic_max_pct}
    if not factors:
        return []
    source = " ".join(dict.fromkeys(key for oil in factors for key in known.cap_source.get(oil, "").split()))
    basis = "each oil's share over its own cap, added up, in % of what is allowed"
    return [Constraint(id_, "Phototoxic oils together", factors, 100.0, source, basis, False, unit=OF_ALLOWED)]


def _sums(book: Rulebook, oils: tuple[EssentialOil, ...], known: Rules) -> list[Constraint]:
    """Return each sum of `book` of which the oils hold two groups or more: with one it repeats that group's limit."""
    found = []
    for each in book.sums:
        limits = {group: book.groups[group].pct for group in each.groups if group in book.groups}
        limits = {group: pct for group, pct in limits.items() if pct}  # a forbidden one is judged by its own limit
        held = {
            oil.id: {group: pct for group, pct in known.contents[oil.id].items() if group in limits} for oil in oils
        }
        factors = {
            oil: sum(pct / limits[group] for group, pct in groups.items()) for oil, groups in held.items() if groups
        }
        if len({group for groups in held.values() for group in groups}) < 2:
            continue
        levels = [known.content_source[oil, group] for oil, groups in held.items() for group in groups]
        source = " ".join(dict.fromkeys(" ".join([each.source, *levels]).split()))
        carried = "; carried here from one oil to a blend" if len(factors) > 1 else ""
        basis = each.basis + carried
        found.append(Constraint(book.id, each.name, factors, 100.0, source, basis, each.verified, unit=OF_ALLOWED))
    return found
