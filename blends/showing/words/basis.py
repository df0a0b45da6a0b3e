"""On what a reason or a finding rests, in words: one sentence for each kind, without its stop."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from blends.asking.person import Person
from blends.figures import spoken, write_number
from blends.judging.findings import Finding, Kind
from blends.making.basis import Basis, On
from blends.showing.words.conditions import CONDITION_NAMES
from blends.tables.rulebook import State

# On what a caution rests: it is always said, so that a page is not taken for a regulator.
RESTS_ON = MappingProxyType(
    {
        "regulator": "a regulator or the law names it",
        "review": "reviews of the literature name it",
        "patient organisation": "a patient organisation names it",
        "study": "studies name it",
        "list": "lists of therapists or suppliers name it",
        "blog": "only web pages name it",
        "kinship": "by kinship with one that is named",
        "project": "our own careful reading",
    }
)
ADVICE = MappingProxyType({"avoid": "to be avoided", "care": "care is asked for"})
WHEN = MappingProxyType({"pregnant": "in pregnancy", "breastfeeding": "while breastfeeding"})
MOTHER = MappingProxyType(
    {
        "avoid": "to be avoided {when}",
        "limit": "{when}: some say no, some say less",
        "none found": "{when}: none of our lists warns, which is no proof",
        "": "{when}: none of our lists warns, which is no proof",
    }
)
WHY_USUAL = MappingProxyType(
    {
        State.SETS_NONE: "{book} sets no maximum for it",
        State.BY_CONSTITUENTS: "judged by its constituents, as {book}'s own figure was not seen",
        State.UNKNOWN: "no {book} figure was found",
        State.LIMIT: "no {book} figure was found",
    }
)


SUBJECTS = MappingProxyType({Kind.ALL_OILS: "all oils together", Kind.PHOTOTOXIC: "Phototoxic oils together"})


def basis_words(basis: Basis) -> str:
    """Return a basis in words.

    >>> from blends.making.basis import rests
    >>> basis_words(rests(On.FROM_AGE, years=2.5)), basis_words(rests(On.NO_FIGURE, book="T&Y"))
    ('from 2.5 years', 'no T&Y figure was found')
    """
    return SENTENCES[basis.on](dict(basis.values))


def subject_words(finding: Finding) -> str:
    """Return what a finding speaks about."""
    if finding.holder:
        return f"{finding.subject} in {spoken(finding.holder)}"
    return finding.subject or SUBJECTS[finding.kind]


def person_words(person: Person) -> str:
    """Return a person in words.

    >>> person_words(Person("child", 7))
    'a child of 7'
    """
    names = {"adult": "an adult", "older": "an older or frail person", "pregnant": "someone pregnant"}
    return f"a child of {person.age}" if person.age is not None else names.get(person.kind, "someone breastfeeding")


def _sum(values: dict[str, Any]) -> str:
    return str(values["text"]) + ("; carried here from one oil to a blend" if values["carried"] else "")


def _usual(values: dict[str, Any]) -> str:
    why = WHY_USUAL[values["state"]].format(book=values["book"])
    return f"{why}: held to the usual rate for {person_words(values['person'])}"


def _listed(values: dict[str, Any]) -> str:
    return f"{ADVICE[values['advice']]} with {CONDITION_NAMES[values['condition']]} ({RESTS_ON[values['evidence']]})"


def _weak_in_sum(values: dict[str, Any]) -> str:
    said = ", ".join(f"{spoken(label)} in {spoken(oil)}" for label, oil in values["members"])
    return f"{said}: only weak sources report it"


SENTENCES: Mapping[On, Callable[[dict[str, Any]], str]] = MappingProxyType(
    {
        On.TEXT: lambda values: str(values["text"]),
        On.SUM: _sum,
        On.PHOTOTOXIC: lambda _: "each oil's share over its own cap, added up, in % of what is allowed",
        On.HIGHEST_RATE: lambda values: f"highest rate for {person_words(values['person'])}",
        On.USUAL_RATE: _usual,
        On.FROM_AGE: lambda values: f"from {values['years']:g} years",
        On.NO_AGE: lambda _: "no youngest age was found",
        On.ALLERGEN: lambda values: f"avoid with {CONDITION_NAMES[values['condition']]}: it is said to be of that food",
        On.NO_ALLERGEN: lambda values: f"nothing is said of it with {CONDITION_NAMES[values['condition']]}",
        On.NO_CAP: lambda _: "makes skin sensitive to sun, and no figure says how much may stay on the skin",
        On.NO_LIGHT: lambda _: "nothing says whether it makes skin sensitive to sun",
        On.BABY: lambda values: f"base oil alone below {values['years']} years",
        On.MOTHER: lambda values: MOTHER[values["advice"]].format(when=WHEN[values["kind"]]),
        On.LISTED: _listed,
        On.HOLDS: lambda values: f"holds {values['label']}",
        On.NOT_RULED_OUT: lambda values: f"no analysis was found that rules out {values['label']}",
        On.SILENT: lambda values: (
            f"none of our lists names it with {CONDITION_NAMES[values['condition']]}, which is no proof"
        ),
        On.NO_FIGURE: lambda values: f"no {values['book']} figure was found",
        On.NO_ANALYSIS: lambda _: "no analysis of reliability A or B",
        On.WEAK: lambda values: f"one weak source reports up to {write_number(values['pct'])} %",
        On.WEAK_IN_SUM: _weak_in_sum,
        On.FORBIDDEN: lambda _: "forbidden as such; no figure for a natural content",
    }
)
