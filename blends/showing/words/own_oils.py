"""What is asked and said of own oils on the Book page."""

from collections.abc import Sequence
from decimal import Decimal

from blends.figures import listed, write_number
from blends.showing.words.questions import Ask

HEAD = "Own oils"
WHAT = (
    "Oils that are not in the list, or whose figures you know better. They are kept in this book, and what is "
    "said of them is by your own table; without figures they are not assessed."
)
KINDS = {"essential": "Essential oils", "base": "Base oils", "constituents": "What is in them"}
KIND = "Kind"
FORM, ADD = "One oil", "Add this oil"
FILE, TEMPLATE = "A CSV file", "Template"
CONSTITUENTS_WHAT = "A line for each constituent of your own essential oils: oil, constituent, pct."
REMOVE = "Remove"
MADE_FROM, NEW_OIL = "Changed from", "a new oil"
FIELDS = {
    "name": Ask("Name", example="My rose"),
    "botanical": Ask("Botanical name", example="Rosa × alba L."),
    "part": Ask("Part of the plant", example="flower"),
    "density_g_per_ml": Ask("Density in g/mL, if known", example="0.86"),
    "phototoxic": Ask("Makes skin sensitive to sun"),
    "phototoxic_max_pct": Ask("If phototoxic: most on the skin, in %", example="0.4"),
    "allergen": Ask("Food it may cause allergy to, or none", example="none, or tree nut (walnut)"),
    "note": Ask("Where the figures are from", example="the supplier's data sheet, 2026"),
    "constituents": Ask("What is in it, if known: a line each, name and %", example="Linalool 32.4"),
}
ASKED = {
    "essential": (
        *("name", "botanical", "part", "density_g_per_ml", "phototoxic", "phototoxic_max_pct"),
        *("note", "constituents"),
    ),
    "base": ("name", "botanical", "density_g_per_ml", "allergen", "note"),
}
CHOICES = {"phototoxic": {"": "not known", "no": "no", "yes": "yes"}}  # of a cell, and in words


def kept_sentence(added: Sequence[str], changed: Sequence[str]) -> str:
    """Return what came of own oils, by their ids.

    >>> kept_sentence(["my_rose"], ["my_olive", "my_nutmeg"])
    'Added: my_rose. Changed: my_olive and my_nutmeg.'
    """
    said = [f"{words}: {listed(list(ids))}." for words, ids in (("Added", added), ("Changed", changed)) if ids]
    return " ".join(said) or "Nothing in the file is new."


def too_much(total_pct: Decimal) -> str:
    """Return that the parts of an oil come to more than the oil; upper ends of ranges may.

    >>> too_much(Decimal("120"))
    'Its constituents come to 120 %, more than there is of it: look at them once more.'
    """
    return f"Its constituents come to {write_number(total_pct)} %, more than there is of it: look at them once more."


def line(name: str, botanical: str, id_: str, constituents: int) -> str:
    """Return one own oil in a line.

    >>> line("My rose", "Rosa × alba L.", "my_rose", 0)
    'My rose (Rosa × alba L.), my_rose, no constituents listed'
    >>> line("My rose", "", "my_rose", 1)
    'My rose, my_rose, 1 constituent listed'
    """
    count = f"{constituents or 'no'} constituent{'' if constituents == 1 else 's'}"
    return f"{name}{f' ({botanical})' if botanical else ''}, {id_}, {count} listed"


def removed(id_: str) -> str:
    """Return that an own oil is gone."""
    return f"{id_} is removed. Blends saved with it say that it is missing."
