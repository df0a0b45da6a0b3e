"""What is said where a figure is one's own: by whose table or certificate, and what a link of it does not carry."""

from blends.figures import listed
from blends.flow import Result
from blends.tables.catalogue import Catalogue
from blends.tables.own import OWN, OWN_PART, PREFIX

BY_TABLE = "by your own table"


def by_whose(source: str, catalogue: Catalogue) -> str:
    """Return on whose figures a finding rests, "" where on the shipped ones alone; source: the keys of its sources."""
    keys = source.split()
    said = [BY_TABLE] if {OWN, OWN_PART} & {*keys} else []
    return listed(said)


def with_whose(basis: str, source: str, catalogue: Catalogue) -> str:
    """Return the words of a finding's basis, with whose figures it rests on."""
    return ", ".join(filter(None, (basis, by_whose(source, catalogue))))


def own_words(result: Result) -> tuple[str, ...]:
    """Return a sentence for the own oils of a recipe, and one on what its link does not carry; none without them."""
    recipe = result.recipe
    things = [(each.oil.id, each.oil.name) for each in recipe.portions]
    things += [(each.base_oil.id, each.base_oil.name) for each in recipe.bases]
    names = [name for id_, name in things if id_.startswith(PREFIX)]
    if not names:
        return ()
    one = len(names) == 1
    return (
        f"{listed(names)} {'stands' if one else 'stand'} in your own table: what is said of {'it' if one else 'them'} "
        "rests on that, and nobody here has checked it.",
        f"A link names {listed(names)} and carries no figure of your own. Hand on the recipe's file (JSON) instead.",
    )
