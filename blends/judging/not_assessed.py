"""What the rulebooks are silent about: a missing figure is a finding of its own, *not assessed*, never a pass."""

from collections.abc import Iterator
from dataclasses import replace

from blends.asking.person import CONDITIONS
from blends.figures import spoken, write_number
from blends.judging.findings import GUIDANCE, Finding, Kind, Verdict
from blends.making.blend import Blend
from blends.making.settle import Settled, Wanted
from blends.tables.oils import EssentialOil
from blends.tables.rulebooks import RATES, Rulebook, Rules

# Conditions that speak about oils: what the lists do not name was perhaps not looked at.
OF_OILS = ("epilepsy", "asthma", "high_blood_pressure", "blood_thinners", "sensitive_skin")


def not_assessed(settled: Settled) -> tuple[Finding, ...]:
    """Return a finding for everything no rulebook has a figure for: never a pass."""
    wanted = tuple(each for each in settled.oils if not each.left_out)
    oils = tuple(each.oil for each in wanted)
    found = [*_of_the_person(wanted, settled)]
    for book in settled.rulebooks:
        if book.kind == RATES or book.shown_as != book.id:
            continue
        found += _without_figure(book, oils, settled.rules)
        found += _weak_in_sums(book, oils, settled.rules)
        if not book.stand_in:
            found += _by_constituents(book, oils, settled.rules)
    return tuple(found)


def of_base_oils(blend: Blend, settled: Settled) -> tuple[Finding, ...]:
    """Return a finding for each base oil the person must not have (over) or should mind (not assessed)."""
    shares = {base.id: float(100 * share) for base, share in blend.bases}
    return tuple(
        Finding(
            GUIDANCE, Kind.BASE, each.base.name, shares[each.base.id], 0.0, Verdict.OVER, reason.source, reason.words
        )
        if reason.known
        else _unknown(GUIDANCE, Kind.BASE, each.base.name, reason.words, reason.source)
        for each in settled.bases
        for reason in each.reasons
    )


def _of_the_person(wanted: tuple[Wanted, ...], settled: Settled) -> Iterator[Finding]:
    """Return what is unsure of each oil for the person, and where the sources are silent: no proof of anything."""
    for each in wanted:
        for reason in each.reasons:
            if not reason.known:
                yield _unknown(GUIDANCE, Kind.PERSON, each.oil.name, reason.words, reason.source)
    for condition in settled.brief.conditions:
        silent = [each for each in wanted if condition not in {reason.condition for reason in each.reasons}]
        if condition in OF_OILS and silent:
            names = ", ".join(spoken(each.oil.name) for each in silent)
            basis = f"no warning found with {CONDITIONS[condition]}, not verified"
            yield _unknown(GUIDANCE, Kind.PERSON, names, basis)
    for each in wanted:
        if words := _mother_words(each.oil, settled.brief.person.kind):
            yield _unknown(GUIDANCE, Kind.PERSON, each.oil.name, words)


def _without_figure(book: Rulebook, oils: tuple[EssentialOil, ...], rules: Rules) -> Iterator[Finding]:
    """Return a finding for each oil of which the rulebook has neither a figure nor an analysis to judge it by."""
    for oil in oils:
        if book.stand_in and oil.id not in book.oils:
            basis = f"no {book.short.partition(' ')[0]} figure was found"
            yield _unknown(book.id, Kind.NO_FIGURE, oil.name, basis)


def _by_constituents(book: Rulebook, oils: tuple[EssentialOil, ...], rules: Rules) -> Iterator[Finding]:
    for oil in oils:
        contents = rules.contents[oil.id]
        if not contents and oil.id not in book.oils and oil.id not in book.forbidden:
            yield _unknown(book.id, Kind.NO_COMPOSITION, oil.name, "no analysis of reliability A or B")
        for group, pct in rules.reported.get(oil.id, {}).items():
            if group in book.groups or group in book.natural:
                basis = f"up to {write_number(pct)} % is reported, too weakly to decide"
                yield _unknown(book.id, Kind.WEAK, _in_oil(group, oil, rules), basis)
        for group in contents:
            if group in book.forbidden and group not in book.natural and group not in book.groups:
                limit = book.forbidden[group]
                basis = "forbidden as such; no figure for a natural content"
                subject = _in_oil(group, oil, rules)
                found = _unknown(book.id, Kind.CONSTITUENT, subject, basis, limit.source)
                yield replace(found, verified=limit.verified)


def _weak_in_sums(book: Rulebook, oils: tuple[EssentialOil, ...], rules: Rules) -> Iterator[Finding]:
    """Return a finding for each sum to which an oil may add what is reported too weakly to decide.

    Only where two oils meet in the sum: a whole oil alone has the book's own figure, or is not assessed anyway.
    """
    for each in book.sums:
        weak = [(oil, group) for oil in oils for group in each.groups if group in rules.reported.get(oil.id, ())]
        holding = {oil.id for oil in oils if set(each.groups) & rules.contents[oil.id].keys()}
        if weak and len(holding | {oil.id for oil, _ in weak}) > 1:
            said = [f"{spoken(rules.labels[group])} in {spoken(oil.name)}" for oil, group in weak]
            basis = f"{', '.join(said)}: reported too weakly to decide"
            yield _unknown(book.id, Kind.SUM, each.name, basis, each.source)


def _unknown(rulebook: str, kind: Kind, subject: str, basis: str, source: str = "") -> Finding:
    return Finding(rulebook, kind, subject, None, None, Verdict.NOT_ASSESSED, source, basis)


def _in_oil(group: str, oil: EssentialOil, rules: Rules) -> str:
    return f"{rules.labels[group]} in {spoken(oil.name)}"


def _mother_words(oil: EssentialOil, kind: str) -> str:
    facts = {"pregnant": (oil.pregnancy, "in pregnancy"), "breastfeeding": (oil.breastfeeding, "while breastfeeding")}
    advice, when = facts.get(kind, ("avoid", ""))
    if advice == "avoid":
        return ""
    return f"{when}: lists disagree or ask for less" if advice == "limit" else f"{when}: no warning found, not verified"
