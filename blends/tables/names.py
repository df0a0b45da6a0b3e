"""What effects and rulebooks are called, on their own and inside a sentence."""

from blends.tables.catalogue import Catalogue
from blends.tables.rulebooks import rulebooks_of


def effect_name(effect: str, catalogue: Catalogue) -> str:
    """Return what an effect is called."""
    return catalogue.effect_by_id[effect].name


def effect_wording(effect: str, catalogue: Catalogue) -> str:
    """Return what an effect is traditionally used for, in words that claim no more."""
    return catalogue.effect_by_id[effect].wording


def short_name(rulebook: str, catalogue: Catalogue) -> str:
    """Return a rulebook's name as it is printed.

    >>> from blends.tables.catalogue import read_catalogue
    >>> short_name("ty-2014", read_catalogue())
    'T&Y 2014'
    """
    return rulebooks_of(catalogue).by_id[rulebook].short


def in_sentence(rulebook: str, catalogue: Catalogue) -> str:
    """Return a rulebook's name inside a sentence, without its category.

    >>> from blends.tables.catalogue import read_catalogue
    >>> in_sentence("ifra-51-5a", read_catalogue())
    'IFRA 51'
    """
    return rulebooks_of(catalogue).by_id[rulebook].family
