"""What effects and rulebooks are called, on their own and inside a sentence."""

from blends.judging.findings import GUIDANCE
from blends.tables.catalogue import Catalogue
from blends.tables.rulebooks import short_name


def effect_name(effect: str, catalogue: Catalogue) -> str:
    """Return what an effect is called."""
    return str(catalogue.effects.loc[effect, "name"])


def effect_wording(effect: str, catalogue: Catalogue) -> str:
    """Return what an effect is traditionally used for, in words that claim no more."""
    return str(catalogue.effects.loc[effect, "wording"])


def in_sentence(rulebook: str, catalogue: Catalogue) -> str:
    """Return a rulebook's name inside a sentence, without its category."""
    return "the usual guidance" if rulebook == GUIDANCE else short_name(rulebook, catalogue).partition(",")[0]


def covers(rulebook: str, catalogue: Catalogue) -> str:
    """Return a rulebook's full name with edition and date, and what it speaks about."""
    row = catalogue.rulebooks.loc[rulebook].fillna("").to_dict()
    return ", ".join(filter(None, [row["name"], row["edition"], row["date"]])) + ": " + str(row["covers"])
