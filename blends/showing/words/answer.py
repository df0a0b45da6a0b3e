"""What the Blend page says around the recipe: where there is none, and on what stands behind a click."""

from collections.abc import Iterable

# In place of a recipe.

NO_RECIPE = "No recipe yet"
CHOOSE = {"oils": "Choose at least one oil.", "base": "Choose a base oil."}  # beside the input
NONE_OF_MINE = (
    "None of the oils this effect takes here is on your shelf. Choose one of yours under “Add oils”, or see on the "
    "page “What can I make?” which blends your shelf is enough for."
)
TOO_SMALL, TAKE_LARGER = "Too small for whole drops", "Take a larger bottle, or measure"
MEASURE = "Measure instead of counting drops"
AMOUNTS_IN = "Amounts in"
FROM_LINK, FROM_FILE = "a link", "a saved file"
USUAL_INSTEAD = "The page shows its usual recipe instead."  # of an address that cannot be read


def nothing_chosen(fields: Iterable[str]) -> str:
    """Return what is to be chosen before there are amounts, in their place.

    >>> nothing_chosen(["oils", "base"])
    'Choose at least one oil and a base oil, and the amounts stand here.'
    """
    wanted = " and ".join(CHOOSE[field].removeprefix("Choose ").removesuffix(".") for field in fields)
    return f"Choose {wanted}, and the amounts stand here."


def shown_instead(texts: list[str]) -> str:
    """Return what the recipe is shown for while something cannot be read; "" stands for the oils of the effect.

    >>> shown_instead(["60 ml", ""])
    'Shown for 60 ml, the oils of the effect until what is marked can be read.'
    """
    shown = ", ".join(text or "the oils of the effect" for text in texts)
    return f"Shown for {shown} until what is marked can be read."


def shown_with(parts: str) -> str:
    """Return with what parts an oil is shown while those typed cannot be read."""
    return f"Shown with {parts}."


def make_instead(size: str) -> str:
    """Return the offer of a bottle that is large enough."""
    return f"Make {size} instead"


# What would help.

HOW_MORE = "How could I use more?"
NO_HELP = "No change of one oil allows more."
USUAL_STRENGTH, MOST_WITHIN = "the usual strength", "the most that is within the limits"


def use_strength(pct: str, why: str) -> str:
    """Return the offer of a dilution [% v/v], and why this one."""
    return f"Use {pct} % ({why})"


def use_drops(drops_per_ml: str) -> str:
    """Return the offer of the drops per mL that weighing has shown."""
    return f"Use {drops_per_ml}"


# Behind a click.

LIMITS = "Limits in detail, with sources"
WORKED = "How it was worked out, and other droppers"
HAND_ON = "Title, note, link and files"
AS_TEXT, OPEN_SAVED = "As text", "Open a saved recipe"
LABEL = "Label and papers"
BEFORE, THE_OILS, WHEN_WRONG = "Before the massage", "The oils", "When it goes wrong"

# Handing it on.


def not_drawn(signs: str) -> str:
    """Return which signs of the card its fonts lack."""
    return f"The card's fonts cannot draw {signs}: a square stands for each."


def cut_said(cut: Iterable[tuple[str, int]]) -> str:
    """Return what of a link's own words was cut, each with what fits, "" for nothing.

    >>> cut_said([("title", 80)])
    'The title of this link was cut: it had more than 80 characters.'
    """
    return " ".join(f"The {name} of this link was cut: it had more than {most} characters." for name, most in cut)
