"""Which oils suit the brief: ids -> oils with their parts. Rows have become things with a name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction
from itertools import islice

from blends.asking.brief import Brief
from blends.asking.parts import Part
from blends.asking.person import Person
from blends.errors import BlendError, quote
from blends.making.suitability import Reason, check_contacts, reasons_against
from blends.tables.catalogue import Catalogue
from blends.tables.oils import BaseOil, EssentialOil

_EFFECT = "an effect with a ready composition"


@dataclass(frozen=True)
class LeftOut:
    """An oil of a composition that is not for this person, why, and ids of oils with the same effect that are."""

    oil: EssentialOil
    reasons: tuple[Reason, ...]
    instead: tuple[str, ...]


@dataclass(frozen=True)
class Selection:
    """The oils and base oils chosen, each with its parts, in the order asked for, and what was left out."""

    oils: tuple[tuple[EssentialOil, Fraction], ...]
    bases: tuple[tuple[BaseOil, Fraction], ...]
    left_out: tuple[LeftOut, ...] = ()


def select(brief: Brief, catalogue: Catalogue) -> Selection:
    """Return the oils that `brief` names or that its effects mean, each oil once.

    An oil that an effect means and that is not for the person is left out, with the reasons; an oil named
    explicitly stays, and is judged.

    Raises BlendError for an id that the catalogue does not know, with the nearest one it does.
    """
    for error in unknown_ids(brief, catalogue):
        raise error
    check_contacts(brief.conditions, catalogue)
    wanted = brief.oils or tuple(Part(id_, Fraction(1)) for id_ in ready_oils(brief.effects, catalogue))
    left_out = () if brief.oils else tuple(_left_out(brief, tuple(part.id for part in wanted), catalogue))
    gone = {each.oil.id for each in left_out}
    return Selection(
        left_out=left_out,
        oils=tuple((catalogue.oil_by_id[part.id], part.parts) for part in wanted if part.id not in gone),
        bases=tuple((catalogue.base_oil_by_id[part.id], part.parts) for part in brief.bases),
    )


def unknown_ids(brief: Brief, catalogue: Catalogue) -> tuple[BlendError, ...]:
    """Return a sentence for each effect, oil and base oil that the catalogue does not know, in that order."""
    effects = (_unknown(id_, catalogue.composition_by_id, _EFFECT, "effect") for id_ in brief.effects)
    oils = (
        _gone(part.id, catalogue) or _unknown(part.id, catalogue.oil_by_id, "an essential oil", "oils")
        for part in brief.oils
    )
    bases = (_unknown(part.id, catalogue.base_oil_by_id, "a base oil", "base") for part in brief.bases)
    return tuple(filter(None, (*effects, *oils, *bases)))


def suitable_oils(
    effects: tuple[str, ...], person: Person, conditions: tuple[str, ...], catalogue: Catalogue
) -> tuple[str, ...]:
    """Return the ids of the ready compositions' oils that no source speaks against for the person."""
    return tuple(
        id_
        for id_ in ready_oils(effects, catalogue)
        if not any(
            reason.leaves_out for reason in reasons_against(catalogue.oil_by_id[id_], person, conditions, catalogue)
        )
    )


def _left_out(brief: Brief, wanted: tuple[str, ...], catalogue: Catalogue) -> Iterator[LeftOut]:
    def against(id_: str) -> tuple[Reason, ...]:
        return reasons_against(catalogue.oil_by_id[id_], brief.person, brief.conditions, catalogue)

    for id_ in wanted:
        if reasons := tuple(reason for reason in against(id_) if reason.leaves_out):
            swaps = (
                swap
                for swap in swaps_for(id_, brief.effects, catalogue)
                if swap not in wanted and not against(swap) and _mild(catalogue.oil_by_id[swap], brief.person)
            )
            yield LeftOut(catalogue.oil_by_id[id_], reasons, tuple(islice(swaps, 3)))


def _mild(oil: EssentialOil, person: Person) -> bool:
    """Return whether an oil is mild enough to be offered unasked: no maximum below 1 %, no list that asks for less."""
    doubtful = {"pregnant": oil.pregnancy, "breastfeeding": oil.breastfeeding}.get(person.kind) == "limit"
    return not doubtful and (oil.dermal_max_pct is None or oil.dermal_max_pct >= 1)


def ready_oils(effects: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """Return the ids of the ready compositions' oils: the union, each oil once, in their order.

    >>> from blends.tables.catalogue import read_catalogue
    >>> ready_oils(("anti-inflammatory", "circulation"), read_catalogue())
    ('nutmeg', 'lavender', 'thyme_thymol', 'petitgrain', 'juniper', 'rosemary')
    """
    places = (place for effect in effects for place in catalogue.composition_by_id[effect].places)
    return tuple(dict.fromkeys(place.oil for place in places))


def swaps_for(oil: str, effects: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """Return the ids that may stand in for `oil`: the other choices of its place first, then oils with the same effect.

    >>> from blends.tables.catalogue import read_catalogue
    >>> swaps_for("pine", ("warming",), read_catalogue())[0]
    'turpentine'
    """
    others = [
        choice
        for effect in effects
        for place in catalogue.composition_by_id[effect].places
        if oil in place.choices
        for choice in place.choices
    ]
    of_effect = [
        id_ for effect in effects for id_ in with_effect(catalogue.composition_by_id[effect].effect, catalogue)
    ]
    return tuple(id_ for id_ in dict.fromkeys(others + of_effect) if id_ != oil)


def choices_of(effects: tuple[str, ...], catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    """Return the places of the compositions where more than one oil may stand, the default first.

    >>> from blends.tables.catalogue import read_catalogue
    >>> choices_of(("warming",), read_catalogue())
    (('pine', 'turpentine'),)
    """
    places = (place for effect in effects for place in catalogue.composition_by_id[effect].places)
    return tuple(place.choices for place in places if len(place.choices) > 1)


def with_effect(effect: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the ids of all oils traditionally used for `effect`, in the order of the table."""
    named = catalogue.claims.loc[catalogue.claims["effect"] == effect, "oil"]
    return tuple(catalogue.oils.index[catalogue.oils.index.isin(named)])


def _gone(id_: str, catalogue: Catalogue) -> BlendError | None:
    """Return a sentence for an oil of somebody's own, and for one no longer in the table, by its name."""
    if id_.startswith("my_"):
        own = f"{quote(id_)} is an oil of the sender's own, missing here. Leave it out, or swap it."
        return BlendError(own, "oils")
    if id_ in catalogue.retired.index:
        name, why = catalogue.retired.loc[id_, "name"], catalogue.retired.loc[id_, "why"]
        return BlendError(f"{name!s} ({id_}) is no longer in the table: {why!s}. Leave it out, or swap it.", "oils")
    return None


def _unknown(id_: str, known: Mapping[str, object], kind: str, field: str) -> BlendError | None:
    if id_ in known:
        return None
    near = get_close_matches(id_, known, n=1, cutoff=0.5)
    advice = f"Did you mean {near[0]}?" if near else f"Write one such as {', '.join(list(known)[:3])}."
    return BlendError(f"{quote(id_)} is not {kind} I know. {advice}", field)
