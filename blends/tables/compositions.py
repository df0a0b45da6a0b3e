"""Which oils an effect means: ready compositions, what may stand in a place, and the oils of an effect."""

from collections.abc import Iterator

from blends.tables.catalogue import Catalogue
from blends.tables.oils import Place


def offered_effects(catalogue: Catalogue) -> dict[str, str]:
    """Return what a brief may name as an effect, each with the effect it means.

    The ids of the ready compositions first, then the effects without one: for those a blend is proposed.

    >>> from blends.tables.catalogue import read_catalogue
    >>> list(offered_effects(read_catalogue()))[2:4]
    ['anti-inflammatory', 'calming']
    """
    ready = {id_: each.effect for id_, each in catalogue.composition_by_id.items()}
    without = (effect for effect in catalogue.effect_by_id if effect not in ready.values())
    return ready | {effect: effect for effect in without}


def without_composition(effects: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """Return those of `effects` for which there is no ready composition."""
    return tuple(effect for effect in effects if effect not in catalogue.composition_by_id)


def ready_oils(effects: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """Return the ids of the ready compositions' oils: the union, each oil once, in their order.

    An effect without a composition adds none.

    >>> from blends.tables.catalogue import read_catalogue
    >>> ready_oils(("anti-inflammatory", "circulation"), read_catalogue())
    ('nutmeg', 'lavender', 'thyme_thymol', 'petitgrain', 'juniper', 'rosemary')
    """
    return tuple(dict.fromkeys(place.oil for place in _places(effects, catalogue)))


def swaps_for(oil: str, effects: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """Return the ids that may stand in for `oil`: the other choices of its place first, then oils with the same effect.

    >>> from blends.tables.catalogue import read_catalogue
    >>> swaps_for("pine", ("warming",), read_catalogue())[0]
    'turpentine'
    """
    others = [choice for place in _places(effects, catalogue) if oil in place.choices for choice in place.choices]
    meant = offered_effects(catalogue)
    of_effect = [id_ for effect in effects for id_ in with_effect(meant[effect], catalogue)]
    return tuple(id_ for id_ in dict.fromkeys(others + of_effect) if id_ != oil)


def choices_of(effects: tuple[str, ...], catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    """Return the places of the compositions where more than one oil may stand, the default first.

    >>> from blends.tables.catalogue import read_catalogue
    >>> choices_of(("warming",), read_catalogue())
    (('pine', 'turpentine'),)
    """
    return tuple(place.choices for place in _places(effects, catalogue) if len(place.choices) > 1)


def with_effect(effect: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the ids of all oils traditionally used for `effect`, in the order of the table."""
    return catalogue.oils_by_effect.get(effect, ())


def _places(effects: tuple[str, ...], catalogue: Catalogue) -> Iterator[Place]:
    """Return the places of the ready compositions among `effects`."""
    ready = (catalogue.composition_by_id.get(effect) for effect in effects)
    return (place for each in ready if each is not None for place in each.places)
