"""Brief -> settled brief: the last place that asks the tables. After it nothing is asked twice."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from itertools import islice

from blends.asking.brief import Brief
from blends.asking.person import Person
from blends.making.guidance import Guidance, guidance_for, with_dilution
from blends.making.meant import unknown_ids, with_ids
from blends.making.suitability import Reason, check_contacts, reasons_against, reasons_against_base
from blends.tables.advice import Advice
from blends.tables.called import AllCalled, called
from blends.tables.catalogue import Catalogue
from blends.tables.cautions import cautions
from blends.tables.compositions import ready_oils, swaps_for, without_composition
from blends.tables.oils import BaseOil, EssentialOil, Rates
from blends.tables.rulebook import Rulebook
from blends.tables.rulebooks import Rulebooks, rulebooks_of

MOST_INSTEAD = 3  # oils offered in place of one that is left out


@dataclass(frozen=True)
class Wanted:
    """An oil asked for, with its parts and the reasons against it.

    left_out: whether an effect meant it and it is not for this person; instead: ids of oils that may stand in then.
    """

    oil: EssentialOil
    parts: Fraction
    reasons: tuple[Reason, ...]
    left_out: bool = False
    instead: tuple[str, ...] = ()


@dataclass(frozen=True)
class WantedBase:
    """A base oil asked for, with its parts and the reasons against it."""

    base: BaseOil
    parts: Fraction
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Settled:
    """A brief with its dilution a figure, and all that the tables say about it.

    rates: the person's; rulebooks: those that speak about this person, in order; books: all of them, with what oils
    contain; proposed: ids of the oils proposed for the effects without a ready composition, which are among `oils`
    where the brief names none itself.
    """

    brief: Brief
    rates: Guidance
    oils: tuple[Wanted, ...]
    bases: tuple[WantedBase, ...]
    rulebooks: tuple[Rulebook, ...]
    books: Rulebooks = field(repr=False)
    proposed: tuple[str, ...] = ()


def settle(brief: Brief, catalogue: Catalogue, proposed: tuple[str, ...] | None = None) -> Settled:
    """Return all that the tables say about `brief`.

    An oil that an effect means and that is not for the person is left out, with the reasons; an oil named
    explicitly stays, and is judged.

    proposed: the ids of the oils for effects without a ready composition; possible/proposal.py finds them. Raises
    ValueError where they are needed and not given: a mistake in the program, nobody's at the bench.

    Names are read first: after it there are ids. Raises BlendError for what the catalogue does not know, with the
    name of the nearest that it does.

    >>> from blends import read_brief, read_catalogue
    >>> settled = settle(read_brief({"effect": "warming", "person": "child:7"}), read_catalogue())
    >>> settled.brief.dilution_pct, [each.oil.id for each in settled.oils if each.left_out]
    (Fraction(1, 1), ['oregano', 'camphor_white', 'eucalyptus'])
    """
    brief = with_ids(brief, called(catalogue))
    for error in unknown_ids(brief, called(catalogue)):
        raise error
    heeded, books = cautions(catalogue), rulebooks_of(catalogue)
    check_contacts(brief.conditions, heeded)
    if proposed is None and not brief.oils and without_composition(brief.effects, catalogue):
        raise ValueError("An effect without a ready composition: possible/proposal.py proposes its oils.")
    rates = guidance_for(brief.person, brief.conditions, catalogue.guidance_by_person)
    brief = with_dilution(brief, rates)
    oils, bases = catalogue.oil_by_id, ((catalogue.base_oil_by_id[part.id], part.parts) for part in brief.bases)
    ready = () if brief.oils else dict.fromkeys((*ready_oils(brief.effects, catalogue), *(proposed or ())))

    @cache
    def against(id_: str) -> tuple[Reason, ...]:
        return reasons_against(oils[id_], brief.person, brief.conditions, heeded)

    def meant(id_: str) -> Wanted:
        if not (why := tuple(reason for reason in against(id_) if reason.leaves_out)):
            return Wanted(oils[id_], Fraction(1), against(id_))
        others = (oils[each] for each in swaps_for(id_, brief.effects, catalogue) if each not in ready)
        instead = (each.id for each in others if _mild(each, brief.person) and not against(each.id))
        return Wanted(oils[id_], Fraction(1), why, left_out=True, instead=tuple(islice(instead, MOST_INSTEAD)))

    return Settled(
        brief=brief,
        rates=rates,
        oils=(
            *(Wanted(oils[part.id], part.parts, against(part.id)) for part in brief.oils),
            *map(meant, ready),
        ),
        bases=tuple(
            WantedBase(base, parts, reasons_against_base(base, brief.conditions, heeded)) for base, parts in bases
        ),
        rulebooks=books.for_age(brief.person.age),
        books=books,
        proposed=proposed or (),
    )


def in_figures(brief: Brief, names: AllCalled, rates: Mapping[str, Rates]) -> Brief:
    """Return `brief` by ids and with its dilution a figure, as far as its names are known; nothing more is asked."""
    return with_dilution(with_ids(brief, names), guidance_for(brief.person, brief.conditions, rates))


def _mild(oil: EssentialOil, person: Person) -> bool:
    """Return whether an oil is mild enough to be offered unasked: no maximum below 1 %, no list that asks for less."""
    doubtful = oil.advice_for(person.kind) == Advice.LIMIT
    return not doubtful and (oil.dermal_max_pct is None or oil.dermal_max_pct >= 1)
