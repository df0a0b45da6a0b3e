"""Brief -> settled brief: the last place that asks the tables. After it nothing is asked twice."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from itertools import islice

from blends.asking.brief import Brief
from blends.asking.person import Person
from blends.making.guidance import Guidance, guidance_for, with_dilution
from blends.making.meant import unknown_ids, with_ids
from blends.making.suitability import Reason, check_contacts, reasons_against, reasons_against_base
from blends.tables.called import called
from blends.tables.catalogue import Catalogue
from blends.tables.cautions import cautions
from blends.tables.compositions import ready_oils, swaps_for, without_composition
from blends.tables.oils import BaseOil, EssentialOil
from blends.tables.rulebooks import Rulebook, Rulebooks, rulebooks_of

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
    bases = ((catalogue.base_oil_by_id[part.id], part.parts) for part in brief.bases)
    return Settled(
        brief=with_dilution(brief, rates),
        rates=rates,
        oils=_wanted(brief, catalogue, proposed or ()),
        bases=tuple(
            WantedBase(base, parts, reasons_against_base(base, brief.conditions, heeded)) for base, parts in bases
        ),
        rulebooks=books.for_age(brief.person.age),
        books=books,
        proposed=proposed or (),
    )


def _wanted(brief: Brief, catalogue: Catalogue, proposed: tuple[str, ...]) -> tuple[Wanted, ...]:
    heeded, oils = cautions(catalogue), catalogue.oil_by_id

    @cache
    def against(id_: str) -> tuple[Reason, ...]:
        return reasons_against(oils[id_], brief.person, brief.conditions, heeded)

    if brief.oils:
        return tuple(Wanted(oils[part.id], part.parts, against(part.id)) for part in brief.oils)
    ready = tuple(dict.fromkeys((*ready_oils(brief.effects, catalogue), *proposed)))

    def instead(id_: str) -> tuple[str, ...]:
        swaps = (each for each in swaps_for(id_, brief.effects, catalogue) if each not in ready)
        return tuple(islice(_offered(swaps, against, oils, brief.person), MOST_INSTEAD))

    def ready_one(id_: str) -> Wanted:
        why = tuple(reason for reason in against(id_) if reason.leaves_out)
        if why:
            return Wanted(oils[id_], Fraction(1), why, left_out=True, instead=instead(id_))
        return Wanted(oils[id_], Fraction(1), against(id_))

    return tuple(map(ready_one, ready))


def _offered(
    ids: Iterator[str], against: Callable[[str], tuple[Reason, ...]], oils: Mapping[str, EssentialOil], person: Person
) -> Iterator[str]:
    return (id_ for id_ in ids if _mild(oils[id_], person) and not against(id_))


def _mild(oil: EssentialOil, person: Person) -> bool:
    """Return whether an oil is mild enough to be offered unasked: no maximum below 1 %, no list that asks for less."""
    doubtful = {"pregnant": oil.pregnancy, "breastfeeding": oil.breastfeeding}.get(person.kind) == "limit"
    return not doubtful and (oil.dermal_max_pct is None or oil.dermal_max_pct >= 1)
