"""What effects and rulebooks are called, on their own and inside a sentence."""

from functools import cache

from blends.tables.catalogue import Catalogue
from blends.tables.rulebooks import rulebooks_of


@cache
def effect_name(effect: str, catalogue: Catalogue) -> str:
    """Return what an effect is called."""
    return str(catalogue.effects.loc[effect, "name"])


def effect_wording(effect: str, catalogue: Catalogue) -> str:
    """Return what an effect is traditionally used for, in words that claim no more."""
    return str(catalogue.effects.loc[effect, "wording"])


def short_name(rulebook: str, catalogue: Catalogue) -> str:
    """Return a rulebook's name as it is printed.

    >>> from blends.tables.catalogue import read_catalogue
    >>> short_name("ty-2014", read_catalogue())
    'T&Y 2014'
    """
    return rulebooks_of(catalogue).by_id[rulebook].short


@cache
def dated(rulebook: str, catalogue: Catalogue) -> tuple[str, str]:
    """Return a rulebook's edition, "" for none, and the day its tables were looked at.

    >>> from blends.tables.catalogue import read_catalogue
    >>> dated("ifra-51-5a", read_catalogue())
    ('51st Amendment', '2026-11-24')
    """
    row = catalogue.rulebooks.loc[rulebook].fillna("")
    return str(row["edition"]), str(row["as_of"])


def in_sentence(rulebook: str, catalogue: Catalogue) -> str:
    """Return a rulebook's name inside a sentence, without its category.

    >>> from blends.tables.catalogue import read_catalogue
    >>> in_sentence("ifra-51-5a", read_catalogue())
    'IFRA 51'
    """
    return rulebooks_of(catalogue).by_id[rulebook].family


@cache
def covers(rulebook: str, catalogue: Catalogue) -> str:
    """Return a rulebook's full name with edition and date, what it speaks about, as of when, and what is coming."""
    row = catalogue.rulebooks.loc[rulebook].fillna("").to_dict()
    said = ", ".join(filter(None, [row["name"], row["edition"], row["date"]])) + f": {row['covers']}"
    said += f"; looked at {row['as_of']}" if row["as_of"] else ""
    return f"{said}. Coming: {row['coming']}" if row["coming"] else said
