"""For whom a recipe was judged, in words: on the page as it was asked, on a card handed on without any health."""

from blends.asking.brief import Brief
from blends.asking.person import CONTACT
from blends.figures import listed, write_number
from blends.flow import Result
from blends.showing.words.basis import person_words
from blends.showing.words.conditions import CONDITION_NAMES


def whom(brief: Brief) -> str:
    """Return the person, with any illness or allergy.

    >>> from blends import read_brief
    >>> whom(read_brief({})), whom(read_brief({"person": "child:7", "conditions": "epilepsy,asthma"}))
    ('a healthy adult', 'a child of 7 with epilepsy and asthma')
    """
    person = brief.person
    if not brief.conditions:
        return "a healthy adult" if person.kind == "adult" else person_words(person)
    comma = "," if person.kind in ("pregnant", "breastfeeding") else ""  # or the illness would seem what she carries
    return f"{person_words(person)}{comma} with {listed([_condition(each) for each in brief.conditions])}"


def judged_for(brief: Brief, handed_on: bool) -> str:
    """Return for whom a card speaks; one handed on says the same of everybody, so that the words tell nothing."""
    if handed_on:
        return f"For {whom(brief)}: not checked for illness, allergy or pregnancy."
    return f"Judged for {whom(brief)}."


def is_private(brief: Brief) -> bool:
    """Return whether the brief holds what no card handed on may tell: conditions, or an adult of a special kind."""
    return bool(brief.conditions) or brief.person.kind not in ("adult", "child")


def above_usual(result: Result) -> str:
    """Return that more was asked for than is usual for the person, "" where it was not: said before the amounts."""
    asked, usual = result.brief.asked_pct, result.review.rates.usual_pct
    if not result.recipe.portions or float(asked) <= usual:
        return ""
    person = whom(result.brief) if result.brief.conditions else person_words(result.brief.person)
    return f"{write_number(asked, 4)} % is above the usual {write_number(usual)} % for {person}."


def _condition(condition: str) -> str:
    if condition.startswith(CONTACT):
        return f"a contact allergy ({condition.removeprefix(CONTACT).replace('_', ' ')})"
    return CONDITION_NAMES[condition]
