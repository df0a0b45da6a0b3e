"""Which oils an effect means: ready compositions, what may stand in a place, and the oils of an effect."""

from blends.tables.catalogue import Catalogue


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
    return catalogue.oils_by_effect.get(effect, ())
