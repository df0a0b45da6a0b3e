"""What the rulebooks are silent about: a missing figure is a finding of its own, *not assessed*, never a pass."""

from collections.abc import Iterator
from dataclasses import replace

from blends.figures import spoken
from blends.judging.findings import Finding, Kind, Verdict
from blends.judging.mixture import Mixture
from blends.making.basis import Basis, On, rests
from blends.making.blend import Blend
from blends.making.settle import Settled, Wanted
from blends.tables.advice import Advice
from blends.tables.oils import EssentialOil
from blends.tables.rulebook import RATES, Rulebook, State
from blends.tables.rulebooks import Rulebooks

# Conditions that speak about oils: what the lists do not name was perhaps not looked at.
OF_OILS = ("epilepsy", "asthma", "high_blood_pressure", "blood_thinners", "sensitive_skin")


def not_assessed(settled: Settled, mix: Mixture) -> tuple[Finding, ...]:
    """Return a finding for everything in `mix` that no rulebook has a figure for: never a pass."""
    wanted = tuple(each for each in settled.oils if not each.left_out)
    oils = tuple(each.oil for each in wanted)
    found = [*_of_the_person(wanted, settled)]
    for book in settled.rulebooks:
        if book.kind == RATES:
            continue
        if book.shown_as == book.id:  # one shown among another's findings was never meant to speak of every oil
            found += _unknown_oils(book, oils, settled.books)
        found += _weak_in_sums(book, oils, settled.books)
        found += _weak(book, oils, settled.books, mix)
        found += _forbidden(book, oils, settled.books)
        found += _light(book, oils)
    return tuple(found)


def unsure_by_amount(settled: Settled, mix: Mixture) -> Iterator[Finding]:
    """Return those of `not_assessed` that another amount of the same oils may change; all others stand in any."""
    oils = tuple(each.oil for each in settled.oils if not each.left_out)
    for book in settled.rulebooks:
        if book.kind != RATES:
            yield from _weak(book, oils, settled.books, mix)


def of_base_oils(blend: Blend, settled: Settled) -> tuple[Finding, ...]:
    """Return a finding for each base oil the person must not have (over) or should mind (not assessed)."""
    guidance = settled.books.guidance
    shares = {base.id: float(100 * share) for base, share in blend.bases}
    found = []
    for each in settled.bases:
        for reason in each.reasons:
            unsure = _unknown(guidance, Kind.BASE, each.base.name, reason.basis, reason.source)
            over = replace(unsure, actual_pct=shares[each.base.id], limit_pct=0.0, verdict=Verdict.OVER)
            over = replace(over, verified=reason.verified)
            found.append(over if reason.known else unsure)
    return tuple(found)


def _of_the_person(wanted: tuple[Wanted, ...], settled: Settled) -> Iterator[Finding]:
    """Return what is unsure of each oil for the person, and where the sources are silent: no proof of anything."""
    guidance = settled.books.guidance
    for each in wanted:
        for reason in each.reasons:
            if not reason.known:
                yield _unknown(guidance, Kind.PERSON, each.oil.name, reason.basis, reason.source)
    for condition in settled.brief.conditions:
        silent = [each for each in wanted if condition not in {reason.condition for reason in each.reasons}]
        if condition in OF_OILS and silent:
            names = ", ".join(spoken(each.oil.name) for each in silent)
            yield _unknown(guidance, Kind.PERSON, names, rests(On.SILENT, condition=condition))
    kind = settled.brief.person.kind
    for each in wanted:
        advice = each.oil.advice_for(kind)
        if advice not in (None, Advice.AVOID):  # which is a reason against it
            yield _unknown(guidance, Kind.PERSON, each.oil.name, rests(On.MOTHER, kind=kind, advice=advice))


def _unknown_oils(book: Rulebook, oils: tuple[EssentialOil, ...], books: Rulebooks) -> Iterator[Finding]:
    """Return a finding for each oil of which the rulebook has no figure, and nobody an analysis to judge it by."""
    for oil in oils:
        if books.state(oil.id, book.id) is State.UNKNOWN and oil.id not in book.forbidden:
            if book.stand_in:
                yield _unknown(book.id, Kind.NO_FIGURE, oil.name, rests(On.NO_FIGURE, book=book.author))
            else:
                yield _unknown(book.id, Kind.NO_COMPOSITION, oil.name, rests(On.NO_ANALYSIS))


def _weak(book: Rulebook, oils: tuple[EssentialOil, ...], books: Rulebooks, mix: Mixture) -> Iterator[Finding]:
    """Return a finding for each limited constituent of an oil that is reported too weakly to decide.

    None where the oils reported to hold it could be nothing else and still keep the limit: 0.4 % of an oil is at most
    0.4 % of any of its constituents.
    """
    weak = [
        (group, oil, limit)
        for oil in oils
        for group in books.reported.get(oil.id, ())
        if (limit := book.groups.get(group) or book.natural.get(group))
    ]
    for group, oil, limit in weak:
        at_most = sum(_at_most(book, each, group, books, mix) for name, each, _ in weak if name == group)
        others = sum(pct * books.contents[each].get(group, 0.0) / 100 for each, pct in mix.weight_pct.items())
        alone = not others and sum(name == group for name, _, _ in weak) == 1
        if at_most + others > limit.pct and not (alone and _has_own_figure(book, oil, books)):
            basis = rests(On.WEAK, pct=books.reported[oil.id][group])
            yield _unknown(book.shown_as, Kind.WEAK, books.labels[group], basis, holder=oil.name)


def _has_own_figure(book: Rulebook, oil: EssentialOil, books: Rulebooks) -> bool:
    """Return whether the book limits the whole oil: alone, it then needs no figure of what is in it."""
    return book.stand_in and books.state(oil.id, book.id) is State.LIMIT


def _at_most(book: Rulebook, oil: EssentialOil, group: str, books: Rulebooks, mix: Mixture) -> float:
    """Return how much of a weakly reported constituent an oil may bring, in %: what is reported, or all of the oil."""
    pct = mix.weight_pct[oil.id]
    return pct * books.reported[oil.id][group] / 100 if _has_own_figure(book, oil, books) else pct


def _forbidden(book: Rulebook, oils: tuple[EssentialOil, ...], books: Rulebooks) -> Iterator[Finding]:
    """Return a finding for each constituent that must not be added as such, where no figure speaks of its presence."""
    for oil in oils:
        for group in books.contents[oil.id]:
            if group in book.forbidden and group not in book.natural and group not in book.groups:
                limit = book.forbidden[group]
                found = _unknown(
                    book.shown_as, Kind.CONSTITUENT, books.labels[group], rests(On.FORBIDDEN), limit.source, oil.name
                )
                yield replace(found, verified=limit.verified)


def _light(book: Rulebook, oils: tuple[EssentialOil, ...]) -> Iterator[Finding]:
    """Return a finding for each oil that makes skin sensitive to sun without a cap, or of which nobody says so."""
    for oil in oils:
        if book.phototoxic and oil.phototoxic is not False and oil.phototoxic_max_pct is None:
            basis = rests(On.NO_CAP if oil.phototoxic else On.NO_LIGHT)
            yield _unknown(book.shown_as, Kind.PHOTOTOXIC, oil.name, basis)


def _weak_in_sums(book: Rulebook, oils: tuple[EssentialOil, ...], books: Rulebooks) -> Iterator[Finding]:
    """Return a finding for each sum to which an oil may add what is reported too weakly to decide.

    Only where two oils meet in the sum: a whole oil alone has the book's own figure, or is not assessed anyway.
    """
    for each in book.sums:
        weak = [(oil, group) for oil in oils for group in each.groups if group in books.reported.get(oil.id, ())]
        holding = {oil.id for oil in oils if set(each.groups) & books.contents[oil.id].keys()}
        if weak and len(holding | {oil.id for oil, _ in weak}) > 1:
            members = tuple((books.labels[group], oil.name) for oil, group in weak)
            yield _unknown(book.shown_as, Kind.SUM, each.name, rests(On.WEAK_IN_SUM, members=members), each.source)


def _unknown(  # noqa: PLR0913, PLR0917 - what a finding is made of
    rulebook: str, kind: Kind, subject: str, basis: Basis, source: str = "", holder: str = ""
) -> Finding:
    return Finding(rulebook, kind, subject, basis, None, None, Verdict.NOT_ASSESSED, source, holder=holder)
