"""What each rulebook allows of these oils: every limit is a sum over the oils that must stay at or below a figure.

Findings compare it with what goes into the bottle, ceilings (in ceilings.py) turn it round. Contributions of all oils
to a group are added before comparing.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from blends.judging.findings import OF_ALLOWED, Constraint, Kind
from blends.making.basis import On, rests
from blends.making.settle import Settled, Wanted
from blends.tables.oils import EssentialOil
from blends.tables.rulebook import RATES, Limit, Rulebook
from blends.tables.rulebooks import Rulebooks
from blends.tables.verified import Verified


def constraints(settled: Settled) -> tuple[Constraint, ...]:
    """Return every limit that speaks about the oils that go in, for this person."""
    wanted = tuple(each for each in settled.oils if not each.left_out)
    oils = tuple(each.oil for each in wanted)
    if not oils:
        return ()
    found = [*_guidance(wanted, settled)]
    order = {book.id: place for place, book in enumerate(settled.rulebooks)}
    for book in sorted(settled.rulebooks, key=lambda book: order[book.shown_as]):  # what is shown together, together
        if book.kind != RATES:
            found += _limits(book, oils, settled.books)
            found += _sums(book, oils, settled.books)
            found += _phototoxic(book, oils, settled.books)
    return tuple(found)


def _guidance(wanted: tuple[Wanted, ...], settled: Settled) -> Iterator[Constraint]:
    """Return the highest rate of all oils; for each oil the usual rate where it stands in, and what is against it."""
    rates, person, guidance = settled.rates, settled.brief.person, settled.books.guidance
    rate = partial(Constraint, guidance, source=rates.source, verified=rates.verified, by_volume=True)
    highest = rests(On.HIGHEST_RATE, person=person)
    whole = {each.oil.id: 1.0 for each in wanted}
    yield rate(Kind.ALL_OILS, "", highest, whole, rates.ceiling_pct)
    for each in wanted:
        name, alone = each.oil.name, {each.oil.id: 1.0}
        for book in settled.rulebooks:
            if book.stand_in and each.oil.id not in book.oils:
                state = settled.books.state(each.oil.id, book.id)
                why = rests(On.USUAL_RATE, state=state, book=book.author, person=person)
                yield rate(Kind.USUAL, name, why, alone, rates.usual_pct)
        for reason in each.reasons:
            if reason.known:
                yield Constraint(guidance, Kind.PERSON, name, reason.basis, alone, 0.0, reason.source, reason.verified)


def _limits(book: Rulebook, oils: tuple[EssentialOil, ...], books: Rulebooks) -> Iterator[Constraint]:
    for oil in oils:
        for limits in (book.oils, book.forbidden):
            if limit := limits.get(oil.id):
                yield _constraint(book.shown_as, Kind.OIL, oil.name, {oil.id: 1.0}, limit)
    held = {group for oil in oils for group in books.contents[oil.id]}
    for limits in (book.groups, book.natural):
        for group in [group for group in limits if group in held]:  # in the order of the rulebook
            limit = limits[group]
            factors = {oil.id: books.contents[oil.id][group] / 100 for oil in oils if group in books.contents[oil.id]}
            if len(factors) >= limit.needs_oils:
                levels = [books.content_source[oil, group] for oil in factors]
                yield _constraint(book.shown_as, Kind.CONSTITUENT, books.labels[group], factors, limit, levels)


def _phototoxic(book: Rulebook, oils: tuple[EssentialOil, ...], books: Rulebooks) -> Iterator[Constraint]:
    """Return the rule that the shares of phototoxic oils, each over its own cap, add up to 1 at most."""
    factors = {oil.id: 100 / oil.phototoxic_max_pct for oil in oils if oil.phototoxic_max_pct}
    if factors and book.phototoxic:
        source = _keys(*(books.cap_source.get(oil, "") for oil in factors))
        yield Constraint(
            book.shown_as,
            Kind.PHOTOTOXIC,
            "",
            rests(On.PHOTOTOXIC),
            factors,
            100.0,
            source,
            Verified.NO,
            unit=OF_ALLOWED,
        )


def _sums(book: Rulebook, oils: tuple[EssentialOil, ...], books: Rulebooks) -> Iterator[Constraint]:
    """Return each sum of `book` of which the oils hold two groups or more: with one it repeats that group's limit."""
    for each in book.sums:
        limits = {group: book.groups[group].pct for group in each.groups if group in book.groups}
        limits = {group: pct for group, pct in limits.items() if pct}  # a forbidden one is judged by its own limit
        held = {
            oil.id: {group: pct for group, pct in books.contents[oil.id].items() if group in limits} for oil in oils
        }
        factors = {
            oil: sum(pct / limits[group] for group, pct in groups.items()) for oil, groups in held.items() if groups
        }
        if len({group for groups in held.values() for group in groups}) < 2:
            continue
        levels = [books.content_source[oil, group] for oil, groups in held.items() for group in groups]
        basis, source = rests(On.SUM, text=each.basis, carried=len(factors) > 1), _keys(each.source, *levels)
        yield Constraint(
            book.shown_as, Kind.SUM, each.name, basis, factors, 100.0, source, each.verified, unit=OF_ALLOWED
        )


def _constraint(  # noqa: PLR0913, PLR0917 - what a constraint is made of
    rulebook: str, kind: Kind, subject: str, factors: dict[str, float], limit: Limit, levels: Iterable[str] = ()
) -> Constraint:
    """Return the constraint of a limit. levels: the sources of the contents that its factors rest on."""
    basis = rests(On.TEXT, text=limit.basis)
    return Constraint(
        rulebook,
        kind,
        subject,
        basis,
        factors,
        limit.pct,
        _keys(limit.source, *levels) if levels else limit.source,
        limit.verified,
        needs_oils=limit.needs_oils,
    )


def _keys(*sources: str) -> str:
    """Return the keys of several cells, each once, in order."""
    return " ".join(dict.fromkeys(" ".join(sources).split()))
