"""What is proposed for effects without a ready composition: three to five oils in equal parts, by one rule."""

from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from blends.asking.brief import Brief, read_brief
from blends.asking.parts import Part
from blends.asking.person import Person
from blends.making.settle import Settled, settle
from blends.possible.search import Wish, search
from blends.possible.suits import serving, suits
from blends.tables.catalogue import Catalogue
from blends.tables.cautions import cautions
from blends.tables.compositions import offered_effects, without_composition

SIZES = (3, 4, 5)
FEWER = (2,)  # where no three suit


def settle_with_proposal(brief: Brief, catalogue: Catalogue) -> Settled:
    """Return `brief` settled, with the oils proposed for those of its effects that have no ready composition.

    Raises BlendError as `settle` does.

    >>> from blends.tables.catalogue import read_catalogue
    >>> settle_with_proposal(read_brief({"effect": "refreshing"}), read_catalogue()).proposed
    ('eucalyptus', 'pine')
    """
    known = offered_effects(catalogue)
    effects = tuple(each for each in without_composition(brief.effects, catalogue) if each in known)
    proposed = _proposed(effects, brief.person, brief.conditions, catalogue) if effects else ()
    return settle(brief, catalogue, proposed)


@lru_cache(maxsize=64)
def _proposed(
    effects: tuple[str, ...], person: Person, conditions: tuple[str, ...], catalogue: Catalogue
) -> tuple[str, ...]:
    """Return the oils of the best blend; it depends on effects, person and tables alone.

    Its oils have each a sourced claim for one of the effects and suit the person; it is not over any limit at the
    person's usual dilution, whatever the base oil; of all such blends it covers most of the effects, then has the
    highest ceiling, then the fewest oils that a rulebook is silent about, then comes first by id.
    """
    meant, known = offered_effects(catalogue), cautions(catalogue)
    wanted = tuple(dict.fromkeys(meant[effect] for effect in effects))
    useful = serving(catalogue.oil_by_id.values(), wanted)
    pool = tuple(oil for oil in useful if suits(oil, person, conditions, known) is None)
    if len(pool) < min(FEWER):
        return ()
    oils = tuple(Part(oil.id, Fraction(1)) for oil in pool)
    brief = replace(read_brief({}), effects=(), oils=oils, person=person, conditions=conditions)
    settled = settle(brief, catalogue)
    for sizes in (SIZES, FEWER):
        wish = Wish(wanted, sizes=sizes, least_pct=settled.rates.usual_pct)
        for found in search(settled, wish, most=1):
            return tuple(oil.id for oil in found.oils)
    return ()
