"""What the rulebooks are silent about: a missing figure is a finding of its own, *not assessed*, never a pass."""

from blends.asking.brief import Brief
from blends.asking.person import CONDITIONS, Person
from blends.figures import spoken, write_number
from blends.judging.constraints import GUIDANCE, HOME, NOT_ASSESSED, OVER, Finding, reasons, rulebooks_for
from blends.making.blend import Blend
from blends.making.suitability import reasons_against, reasons_against_base
from blends.tables.catalogue import Catalogue
from blends.tables.oils import EssentialOil
from blends.tables.rulebooks import Rules

ADULT = Person("adult")
NO_FIGURE = "no T&Y figure was found"
# Conditions that speak about oils: what the lists do not name was perhaps not looked at.
OF_OILS = ("epilepsy", "asthma", "high_blood_pressure", "blood_thinners", "sensitive_skin")


def missing(oils: tuple[EssentialOil, ...], brief: Brief, known: Rules, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Return a finding for everything no rulebook has a figure for: never a pass."""
    found = [
        _unsure(oil, reason.words, reason.source)
        for oil in oils
        for reason in reasons(oil, brief, catalogue)
        if not reason.known
    ]
    found += _silent(oils, brief, catalogue)
    if brief.person.kind in ("pregnant", "breastfeeding"):
        found += [_unsure(oil, words) for oil in oils if (words := _mother_words(oil, brief.person.kind))]
    book = known.rulebooks[HOME]
    found += [
        Finding(HOME, oil.name, None, None, NOT_ASSESSED, "", NO_FIGURE) for oil in oils if oil.id not in book.oils
    ]
    found += _weak_in_sums(oils, known)
    for id_ in rulebooks_for(brief)[2:]:
        book = known.rulebooks[id_]
        for oil in oils:
            if not known.contents.get(oil.id) and oil.id not in book.oils and oil.id not in book.forbidden:
                found.append(Finding(id_, oil.name, None, None, NOT_ASSESSED, "", "no analysis of reliability A or B"))
            for group, pct in known.reported.get(oil.id, {}).items():
                if group in book.groups or group in book.natural:
                    subject = f"{known.labels[group]} in {spoken(oil.name)}"
                    basis = f"up to {write_number(pct)} % is reported, too weakly to decide"
                    found.append(Finding(id_, subject, None, None, NOT_ASSESSED, "", basis))
            for group in known.contents.get(oil.id, {}):
                if group in book.forbidden and group not in book.natural and group not in book.groups:
                    limit = book.forbidden[group]
                    subject = f"{known.labels[group]} in {spoken(oil.name)}"
                    basis = "forbidden as such; no figure for a natural content"
                    found.append(Finding(id_, subject, None, None, NOT_ASSESSED, limit.source, basis, limit.verified))
    return tuple(found)


def base_findings(blend: Blend, brief: Brief, catalogue: Catalogue) -> tuple[Finding, ...]:
    """Return a finding for each base oil the person must not have (over) or should mind (not assessed)."""
    return tuple(
        Finding(GUIDANCE, base.name, float(100 * share), 0.0, OVER, reason.source, reason.words)
        if reason.known
        else Finding(GUIDANCE, base.name, None, None, NOT_ASSESSED, reason.source, reason.words)
        for base, share in blend.bases
        for reason in reasons_against_base(base, brief.conditions, catalogue)
    )


def _silent(oils: tuple[EssentialOil, ...], brief: Brief, catalogue: Catalogue) -> list[Finding]:
    """Return a finding for each condition on which the sources are silent about some oils: no proof of anything."""
    found = []
    for condition in brief.conditions:
        if condition in OF_OILS:
            names = [spoken(oil.name) for oil in oils if not reasons_against(oil, ADULT, (condition,), catalogue)]
            if names:
                basis = f"no warning found with {CONDITIONS[condition]}, not verified"
                found.append(Finding(GUIDANCE, ", ".join(names), None, None, NOT_ASSESSED, "", basis))
    return found


def _weak_in_sums(oils: tuple[EssentialOil, ...], known: Rules) -> list[Finding]:
    """Return a finding for each sum to which an oil may add what is reported too weakly to decide.

    Only where two oils meet in the sum: a whole oil alone has the book's own figure, or is not assessed anyway.
    """
    found = []
    for each in known.rulebooks[HOME].sums:
        weak = [(oil, group) for oil in oils for group in each.groups if group in known.reported.get(oil.id, ())]
        meeting = {oil.id for oil in oils if set(each.groups) & known.contents[oil.id].keys()} | {
            oil.id for oil, _ in weak
        }
        if weak and len(meeting) > 1:
            said = [f"{spoken(known.labels[group])} in {spoken(oil.name)}" for oil, group in weak]
            basis = f"{', '.join(said)}: reported too weakly to decide"
            found.append(Finding(HOME, each.name, None, None, NOT_ASSESSED, each.source, basis))
    return found


def _unsure(oil: EssentialOil, words: str, source: str = "") -> Finding:
    return Finding(GUIDANCE, oil.name, None, None, NOT_ASSESSED, source, words)


def _mother_words(oil: EssentialOil, kind: str) -> str:
    advice, when = (oil.pregnancy, "in pregnancy") if kind == "pregnant" else (oil.breastfeeding, "while breastfeeding")
    if advice == "avoid":
        return ""
    return f"{when}: lists disagree or ask for less" if advice == "limit" else f"{when}: no warning found, not verified"
