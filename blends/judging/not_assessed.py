"""What the rulebooks are silent about: a missing figure is a finding of its own, *not assessed*, never a pass."""

from collections.abc import Iterator
from dataclasses import replace

from blends.asking.person import CONDITIONS
from blends.figures import spoken, write_number
from blends.judging.findings import GUIDANCE, Finding, Kind, Verdict
from blends.judging.mixture import Mixture
from blends.making.blend import Blend
from blends.making.settle import Settled, Wanted
from blends.tables.oils import EssentialOil
from blends.tables.rulebooks import RATES, Rulebook, Rules, State

# Conditions that speak about oils: what the lists do not name was perhaps not looked at.
OF_OILS = ("epilepsy", "asthma", "high_blood_pressure", "blood_thinners", "sensitive_skin")


def not_assessed(settled: Settled, mix: Mixture) -> tuple[Finding, ...]:
    """Return a finding for everything in `mix` that no rulebook has a figure for: never a pass."""
    wanted = tuple(each for each in settled.oils if not each.left_out)
    oils = tuple(each.oil for each in wanted)
    found = [*_of_the_person(wanted, settled)]
    for book in settled.rulebooks:
        if book.kind == RATES or book.shown_as != book.id:
            continue
        found += _unknown_oils(book, oils, settled.rules)
        found += _weak_in_sums(book, oils, settled.rules)
        found += _weak(book, oils, settled.rules, mix)
        found += _forbidden(book, oils, settled.rules)
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


def _unknown_oils(book: Rulebook, oils: tuple[EssentialOil, ...], rules: Rules) -> Iterator[Finding]:
    """Return a finding for each oil of which the rulebook has no figure, and nobody an analysis to judge it by."""
    for oil in oils:
        if rules.state(oil.id, book.id) is State.UNKNOWN and oil.id not in book.forbidden:
            if book.stand_in:
                yield _unknown(book.id, Kind.NO_FIGURE, oil.name, f"no {book.by_name} figure was found")
            else:
                yield _unknown(book.id, Kind.NO_COMPOSITION, oil.name, "no analysis of reliability A or B")


def _weak(book: Rulebook, oils: tuple[EssentialOil, ...], rules: Rules, mix: Mixture) -> Iterator[Finding]:
    """Return a finding for each limited constituent of an oil that is reported too weakly to decide.

    None where the oils reported to hold it could be nothing else and still keep the limit: 0.4 % of an oil is at most
    0.4 % of any of its constituents.
    """
    weak = [
        (group, oil)
        for oil in oils
        if not (book.stand_in and rules.state(oil.id, book.id) is State.LIMIT)  # the whole oil has its own figure
        for group in rules.reported.get(oil.id, {})
    ]
    for group, oil in weak:
        limit = book.groups.get(group) or book.natural.get(group)
        if limit is None:
            continue
        at_most = sum(mix.weight_pct[each.id] for name, each in weak if name == group)
        at_most += sum(pct * rules.contents[each].get(group, 0.0) / 100 for each, pct in mix.weight_pct.items())
        if at_most > limit.pct:
            pct = write_number(rules.reported[oil.id][group])
            basis = f"up to {pct} % is reported, too weakly to decide"
            yield _unknown(book.id, Kind.WEAK, _in_oil(group, oil, rules), basis)


def _forbidden(book: Rulebook, oils: tuple[EssentialOil, ...], rules: Rules) -> Iterator[Finding]:
    """Return a finding for each constituent that must not be added as such, where no figure speaks of its presence."""
    for oil in oils:
        for group in rules.contents[oil.id]:
            if group in book.forbidden and group not in book.natural and group not in book.groups:
                limit = book.forbidden[group]
                basis = "forbidden as such; no figure for a natural content"
                found = _unknown(book.id, Kind.CONSTITUENT, _in_oil(group, oil, rules), basis, limit.source)
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
