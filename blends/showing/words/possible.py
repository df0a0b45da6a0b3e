"""What the page *What can I make?* asks and says."""

from collections.abc import Iterable

from blends.figures import listed, spoken, write_number
from blends.showing.words.questions import Ask

EFFECTS = Ask("1 · What is it for? Choose one or more")
SOURCE = "2 · Made from"
SOURCES = {"all": "All oils", "shelf": "Oils I have", "list": "Oils I choose"}
OILS = Ask("The oils", example="lavender, orange …")
MUST = Ask("Must be in", example="any oil")
MUST_NOT = Ask("Must not be in", example="any oil")
NARROW = "With or without certain oils"
OPEN = "Open in Blend"
LOOKING = "Looking at all blends"
HOW = (
    "Two to five oils in equal parts, calculated with the bottle, base oil and strength of the Blend page. First those "
    "that serve most of the effects chosen, then those of which most may be used, then the cheapest."
)
NO_SHELF = "No oil is on your shelf yet. Put your bottles there first, under My oils; or choose All oils."
NO_LIST = "No oil is chosen yet. Choose two or more, such as lavender and sweet orange."
NO_EFFECT = "No effect is chosen, so every oil counts. Choose one above to narrow it."
TO_SHELF = "My oils"
COVERS, CEILING, COST = "Traditionally used for", "At most", "Cost of a bottle"
NO_CEILING = "no rulebook sets a limit below 100 %"
NOTHING = "No blend of these oils serves what is chosen for this person. Choose more oils, or other effects."


def how_many_said(shown: int, possible: int) -> str:
    """Return of how many blends the best are shown.

    >>> how_many_said(10, 21679), how_many_said(1, 1)
    ('The best 10 of 21,679 blends.', 'This is the only blend.')
    """
    return "This is the only blend." if possible == 1 else f"The best {shown} of {possible:,} blends."


def done_said(percent: int) -> str:
    """Return how far the search is.

    >>> done_said(40)
    'Looking at all blends: 40 %'
    """
    return f"{LOOKING}: {percent} %"


def percent(done: int, of: int) -> int:
    """Return how much is done, in whole %; all where there is nothing to do.

    >>> percent(1, 3), percent(0, 0)
    (33, 100)
    """
    return 100 * done // of if of else 100


def ceiling_said(pct: float | None) -> str:
    """Return the lowest ceiling of all rulebooks in words.

    >>> ceiling_said(2.468), ceiling_said(None)
    ('2.46 % of the whole', 'no rulebook sets a limit below 100 %')
    """
    return NO_CEILING if pct is None else f"{write_number(pct, rounding='down')} % of the whole"


def not_offered(names: Iterable[str]) -> str:
    """Return which oils are not offered to the person.

    >>> not_offered(["Nutmeg", "Pine"])
    'Not offered for this person: nutmeg and pine.'
    """
    return f"Not offered for this person: {listed([spoken(name) for name in names])}."


def serves(covered: Iterable[str], asked: int) -> str:
    """Return which of the effects asked for are served.

    >>> serves(["calming"], 2), serves(["calming"], 1)
    ('calming (1 of 2)', 'calming')
    """
    names = list(covered)
    return f"{listed(names)} ({len(names)} of {asked})" if asked > 1 else listed(names)
