"""What each rulebook allows of these oils: every limit is a sum over the oils that must stay at or below a figure.

Findings compare it with what goes into the bottle, ceilings (in ceilings.py) turn it round. Contributions of all oils
to a group are added before comparing.
"""

from collections.abc import Iterator
from dataclasses import replace

from blends.judging.findings import GUIDANCE, OF_ALLOWED, Constraint, Kind
from blends.making.settle import Settled, Wanted
from blends.tables.oils import EssentialOil
from blends.tables.rulebooks import RATES, Limit, Rulebook, Rules, State
from blends.tables.verified import Verified

# Why an oil is held to the usual rate, where the rulebook has no maximum for it.
_WHY_USUAL = {
    State.SETS_NONE: "{} sets no maximum for it",
    State.BY_CONSTITUENTS: "judged by its constituents, as {}'s own figure was not seen",
    State.UNKNOWN: "no {} figure was found",
    State.LIMIT: "no {} figure was found",
}


def constraints(settled: Settled) -> tuple[Constraint, ...]:
    """Return every limit that speaks about the oils that go in, for this person."""
    wanted = tuple(each for each in settled.oils if not each.left_out)
    oils = tuple(each.oil for each in wanted)
    if not oils:
        return ()
    found = [*_guidance(wanted, settled)]
    for book in settled.rulebooks:
        if book.kind != RATES and book.shown_as == book.id:
            found += _limits(book, oils, settled.rules)
            found += _sums(book, oils, settled.rules)
            found += _phototoxic(book, oils, settled.rules)
    return tuple(found)


def _guidance(wanted: tuple[Wanted, ...], settled: Settled) -> Iterator[Constraint]:
    """Return the highest rate of all oils; for each oil the usual rate where it stands in, and what is against it."""
    rates, person = settled.rates, settled.brief.person.words
    whole = {each.oil.id: 1.0 for each in wanted}
    basis = f"highest rate for {person}"
    yield Constraint(
        GUIDANCE,
        Kind.ALL_OILS,
        "all oils together",
        whole,
        rates.ceiling_pct,
        rates.source,
        basis,
        rates.verified,
        by_volume=True,
    )
    for each in wanted:
        name, alone = each.oil.name, {each.oil.id: 1.0}
        for book in settled.rulebooks:
            if book.stand_in and each.oil.id not in book.oils:
                basis = f"{_WHY_USUAL[settled.rules.state(each.oil.id, book.id)].format(book.by_name)}"
                basis += f": held to the usual rate for {person}"
                pct, source = rates.usual_pct, rates.source
                yield Constraint(GUIDANCE, Kind.USUAL, name, alone, pct, source, basis, rates.verified, by_volume=True)
        for book in settled.rulebooks:
            limit = book.oils.get(each.oil.id) if book.shown_as == GUIDANCE else None
            if limit:
                yield _constraint(GUIDANCE, Kind.OIL, name, alone, limit)
        for reason in each.reasons:
            if reason.known:
                yield Constraint(GUIDANCE, Kind.PERSON, name, alone, 0.0, reason.source, reason.words, reason.verified)


def _limits(book: Rulebook, oils: tuple[EssentialOil, ...], rules: Rules) -> Iterator[Constraint]:
    for oil in oils:
        for limits in (book.oils, book.forbidden):
            if limit := limits.get(oil.id):
                yield _constraint(book.id, Kind.OIL, oil.name, {oil.id: 1.0}, limit)
    for limits in (book.groups, book.natural):
        for group, limit in limits.items():
            factors = {oil.id: rules.contents[oil.id][group] / 100 for oil in oils if group in rules.contents[oil.id]}
            if len(factors) >= limit.needs_oils:
                source = _keys(limit.source, *(rules.content_source[oil, group] for oil in factors))
                sourced = replace(limit, source=source)
                yield _constraint(book.id, Kind.CONSTITUENT, rules.labels[group], factors, sourced)


def _phototoxic(book: Rulebook, oils: tuple[EssentialOil, ...], rules: Rules) -> Iterator[Constraint]:
    """Return the rule that the shares of phototoxic oils, each over its own cap, add up to 1 at most."""
    factors = {oil.id: 100 / oil.phototoxic_max_pct for oil in oils if oil.phototoxic_max_pct}
    if factors and book.phototoxic:
        source = _keys(*(rules.cap_source.get(oil, "") for oil in factors))
        basis = "each oil's share over its own cap, added up, in % of what is allowed"
        subject = "Phototoxic oils together"
        yield Constraint(book.id, Kind.PHOTOTOXIC, subject, factors, 100.0, source, basis, Verified.NO, unit=OF_ALLOWED)


def _sums(book: Rulebook, oils: tuple[EssentialOil, ...], rules: Rules) -> Iterator[Constraint]:
    """Return each sum of `book` of which the oils hold two groups or more: with one it repeats that group's limit."""
    for each in book.sums:
        limits = {group: book.groups[group].pct for group in each.groups if group in book.groups}
        limits = {group: pct for group, pct in limits.items() if pct}  # a forbidden one is judged by its own limit
        held = {
            oil.id: {group: pct for group, pct in rules.contents[oil.id].items() if group in limits} for oil in oils
        }
        factors = {
            oil: sum(pct / limits[group] for group, pct in groups.items()) for oil, groups in held.items() if groups
        }
        if len({group for groups in held.values() for group in groups}) < 2:
            continue
        levels = [rules.content_source[oil, group] for oil, groups in held.items() for group in groups]
        carried = "; carried here from one oil to a blend" if len(factors) > 1 else ""
        source, basis = _keys(each.source, *levels), each.basis + carried
        yield Constraint(book.id, Kind.SUM, each.name, factors, 100.0, source, basis, each.verified, unit=OF_ALLOWED)


def _constraint(rulebook: str, kind: Kind, subject: str, factors: dict[str, float], limit: Limit) -> Constraint:
    return Constraint(rulebook, kind, subject, factors, limit.pct, limit.source, limit.basis, limit.verified)


def _keys(*sources: str) -> str:
    """Return the keys of several cells, each once, in order."""
    return " ".join(dict.fromkeys(" ".join(sources).split()))
