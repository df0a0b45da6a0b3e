"""The file of a recipe: what its link means, and the own figures that no link carries.

The JSON of a card (serving/figures.py) is such a file with all that the card says; the short one opens the same.
"""

import json

from blends.asking.brief import Brief
from blends.asking.link import SCHEMA
from blends.errors import BlendError
from blends.showing.handed import Handed, handed_own
from blends.showing.words.own import not_brought
from blends.tables.own import PREFIX, Certificate, OwnOil, read_own

RECIPE = "recipe"  # the key of the file in a form
Own = tuple[tuple[OwnOil, ...], tuple[Certificate, ...]]


def recipe_file(handed: Handed) -> str:
    """Return the shortest file that opens as this recipe: its link and its own figures, as JSON."""
    told = {"schema": SCHEMA, "card": {"link": handed.card.link}, **handed_own(handed.result)}
    written = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return written.replace("<", "\\u003c").replace(">", "\\u003e")  # a page's cleaner drops an input that holds "-->"


def own_of(text: str, brief: Brief) -> Own:
    """Return the own oils and certificates that a recipe's file brings for its `brief`, none where it needs none.

    Raises BlendError for figures that are not whole, and where the brief names an own oil that the file does not bring.
    """
    own = read_own(text)
    brought = {oil.id for oil in own[0]}
    named = [part.id for part in (*brief.oils, *brief.bases) if part.id.startswith(PREFIX)]
    if missing := [id_ for id_ in named if id_ not in brought]:
        raise BlendError(not_brought(missing))
    return own
