"""Whether an oil suits the person: the reasons against it, each with its source. Cautions decide, not averages."""

from dataclasses import dataclass, replace

from blends.asking.person import CONDITIONS, CONTACT, Person
from blends.errors import BlendError, quote
from blends.making.guidance import YOUNGEST
from blends.tables.cautions import Caution, Cautions
from blends.tables.oils import BaseOil, EssentialOil
from blends.tables.verified import Verified


@dataclass(frozen=True)
class Reason:
    """Why an oil is not for this person.

    known: False where only a figure is missing, or one web page is all there is; leaves_out: whether an effect
    leaves the oil out for it; condition: the one it speaks about, "" for ages, pregnancy and breastfeeding.
    """

    words: str
    source: str
    known: bool = True
    leaves_out: bool = True
    verified: Verified = Verified.NO
    condition: str = ""


# On what a caution rests, in words: it is always said, so that a page is not taken for a regulator.
RESTS_ON = {
    "regulator": "a regulator or the law names it",
    "review": "reviews of the literature name it",
    "patient organisation": "a patient organisation names it",
    "study": "studies name it",
    "list": "lists of therapists or suppliers name it",
    "blog": "only web pages name it",
    "kinship": "by kinship with one that is named",
    "project": "our own careful reading",
}


def reasons_against(
    oil: EssentialOil, person: Person, conditions: tuple[str, ...], known: Cautions
) -> tuple[Reason, ...]:
    """Return why `oil` is not for `person` with `conditions`; none means that no source speaks against it.

    >>> from blends.tables.catalogue import read_catalogue
    >>> from blends.tables.cautions import cautions
    >>> tables = read_catalogue()
    >>> against = reasons_against(tables.oil_by_id["camphor_white"], Person("child", 7), (), cautions(tables))
    >>> [reason.words for reason in against]
    ['from 18 years']
    """
    return (*_age(oil, person, known), *_mother(oil, person, known), *_conditions(oil, conditions, known))


def reasons_against_base(base: BaseOil, conditions: tuple[str, ...], known: Cautions) -> tuple[Reason, ...]:
    """Return why a base oil is not for someone with `conditions`: a food allergy, or (not `known`) kinship to it."""
    listed = _listed(base.id, conditions, known)
    return tuple(replace(reason, known=reason.known and advice == "avoid") for advice, reason in listed)


def check_contacts(conditions: tuple[str, ...], known: Cautions) -> None:
    """Raise BlendError where a `contact:` names no EU label allergen."""
    for condition in conditions:
        if condition.startswith(CONTACT) and condition.removeprefix(CONTACT) not in known.contacts:
            raise BlendError(
                f"{quote(condition)} names no EU label allergen. Write one of the table, such as contact:linalool.",
                "conditions",
            )


def _age(oil: EssentialOil, person: Person, known: Cautions) -> tuple[Reason, ...]:
    if person.age is None:
        return ()
    if person.age < YOUNGEST:
        return (Reason("base oil alone below 2 years", "project sca_key_allergens"),)
    if oil.min_age_years is None:
        return (Reason("no youngest age was found", "", known=False),)
    if person.age < oil.min_age_years:
        source, verified = known.sources.get((oil.id, "min_age"), ("", Verified.NO))
        return (Reason(f"from {oil.min_age_years:g} years", source, verified=verified),)
    return ()


def _mother(oil: EssentialOil, person: Person, known: Cautions) -> tuple[Reason, ...]:
    advice, fact, words = {
        "pregnant": (oil.pregnancy, "pregnancy", "in pregnancy"),
        "breastfeeding": (oil.breastfeeding, "breastfeeding", "while breastfeeding"),
    }.get(person.kind, ("", "", ""))
    if advice != "avoid":
        return ()
    source, verified = known.sources.get((oil.id, fact), ("", Verified.NO))
    return (Reason(f"to be avoided {words}", source, verified=verified),)


def _conditions(oil: EssentialOil, conditions: tuple[str, ...], known: Cautions) -> tuple[Reason, ...]:
    reasons = [reason for _, reason in _listed(oil.id, conditions, known)]
    for condition in conditions:
        contact = known.contacts.get(condition.removeprefix(CONTACT)) if condition.startswith(CONTACT) else None
        if contact is None:
            continue
        if oil.id in contact.oils:
            reasons.append(Reason(f"holds {contact.label}", contact.oils[oil.id], condition=condition))
        else:  # an analysis that does not name it has not looked for it
            words = f"no analysis was found that rules out {contact.label}"
            reasons.append(Reason(words, "", known=False, leaves_out=False, condition=condition))
    return tuple(reasons)


def _listed(id_: str, conditions: tuple[str, ...], known: Cautions) -> tuple[tuple[str, Reason], ...]:
    """Return the listed reasons against an oil or base oil, each with its advice: avoid or care."""
    found = (known.by_condition.get((id_, condition)) for condition in conditions)
    return tuple((caution.advice, _reason(caution)) for caution in found if caution is not None)


def _reason(caution: Caution) -> Reason:
    """Return a caution in words, with what it rests on; web pages alone leave it not assessed."""
    advice = "to be avoided" if caution.advice == "avoid" else "care is asked for"
    words = f"{advice} with {CONDITIONS[caution.condition]} ({RESTS_ON[caution.evidence]})"
    known = caution.evidence != "blog"
    return Reason(words, caution.source, known, verified=caution.verified, condition=caution.condition)
