"""Whether an oil suits the person: the reasons against it, each with its source. Cautions decide, not averages."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from blends.asking.person import CONDITIONS, CONTACT, Person, contact_id
from blends.errors import BlendError, quote
from blends.making.guidance import YOUNGEST
from blends.tables.catalogue import Catalogue
from blends.tables.oils import BaseOil, EssentialOil


@dataclass(frozen=True)
class Reason:
    """Why an oil is not for this person.

    known: False where only a figure is missing, or one web page is all there is; leaves_out: whether an effect
    leaves the oil out for it.
    """

    words: str
    source: str
    known: bool = True
    leaves_out: bool = True
    verified: bool = False


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


@dataclass(frozen=True)
class _Cautions:
    """The tables behind the reasons as plain mappings: oil and condition -> (advice, the reason)."""

    by_condition: dict[tuple[str, str], tuple[str, Reason]]
    contacts: dict[str, tuple[str, dict[str, str]]]
    sources: dict[tuple[str, str], str]
    verified: frozenset[tuple[str, str]]


@lru_cache(maxsize=8)
def _cautions(catalogue: Catalogue) -> _Cautions:
    rows = catalogue.conditions.itertuples(index=False)
    contacts: dict[str, tuple[str, dict[str, str]]] = {}
    for label, row in catalogue.allergens.iterrows():
        holding = catalogue.constituents[catalogue.constituents["group"] == row["group"]]
        oils = dict(zip(holding["oil"], holding["source"], strict=True))
        oils |= {id_: str(row["source"]) for id_ in ("" if row.isna()["oils"] else str(row["oils"])).split()}
        contacts[contact_id(str(label))] = str(label), oils
    sources = {
        (str(id_), fact): str(keys)
        for fact in ("min_age", "pregnancy", "breastfeeding")
        for id_, keys in catalogue.oils[f"{fact}_source"].dropna().items()
    }
    verified = frozenset(
        (str(id_), fact)
        for fact in ("min_age", "pregnancy", "breastfeeding")
        for id_ in catalogue.oils.index[catalogue.oils[f"{fact}_verified"] == "yes"]
    )
    return _Cautions(
        {(str(row.subject), str(row.condition)): (str(row.advice), _caution(row)) for row in rows},
        contacts,
        sources,
        verified,
    )


def _caution(row: Any) -> Reason:  # noqa: ANN401 - a row of conditions.csv
    """Return the caution of one row in words, with what it rests on; web pages alone leave it not assessed."""
    advice = "to be avoided" if row.advice == "avoid" else "care is asked for"
    words = f"{advice} with {CONDITIONS.get(row.condition, row.condition)} ({RESTS_ON[row.evidence]})"
    return Reason(words, str(row.source), known=row.evidence != "blog", verified=row.verified == "yes")


def reasons_against(
    oil: EssentialOil, person: Person, conditions: tuple[str, ...], catalogue: Catalogue
) -> tuple[Reason, ...]:
    """Return why `oil` is not for `person` with `conditions`; none means that no source speaks against it.

    >>> from blends.tables.catalogue import read_catalogue
    >>> tables = read_catalogue()
    >>> [reason.words for reason in reasons_against(tables.oil_by_id["camphor_white"], Person("child", 7), (), tables)]
    ['from 18 years']
    """
    cautions = _cautions(catalogue)
    return (*_age(oil, person, cautions), *_mother(oil, person, cautions), *_conditions(oil, conditions, cautions))


def reasons_against_base(base: BaseOil, conditions: tuple[str, ...], catalogue: Catalogue) -> tuple[Reason, ...]:
    """Return why a base oil is not for someone with `conditions`: a food allergy, or (not `known`) kinship to it."""
    listed = _listed(base.id, conditions, _cautions(catalogue))
    return tuple(replace(reason, known=reason.known and advice == "avoid") for advice, reason in listed)


def check_contacts(conditions: tuple[str, ...], catalogue: Catalogue) -> None:
    """Raise BlendError where a `contact:` names no EU label allergen."""
    known = _cautions(catalogue).contacts
    for condition in conditions:
        if condition.startswith(CONTACT) and condition.removeprefix(CONTACT) not in known:
            raise BlendError(
                f"{quote(condition)} names no EU label allergen. Write one of the table, such as contact:linalool.",
                "conditions",
            )


def _age(oil: EssentialOil, person: Person, cautions: _Cautions) -> tuple[Reason, ...]:
    if person.age is None:
        return ()
    if person.age < YOUNGEST:
        return (Reason("base oil alone below 2 years", "project sca_key_allergens"),)
    if oil.min_age_years is None:
        return (Reason("no youngest age was found", "", known=False),)
    if person.age < oil.min_age_years:
        key = (oil.id, "min_age")
        words = f"from {oil.min_age_years:g} years"
        return (Reason(words, cautions.sources.get(key, ""), verified=key in cautions.verified),)
    return ()


def _mother(oil: EssentialOil, person: Person, cautions: _Cautions) -> tuple[Reason, ...]:
    advice, fact, words = {
        "pregnant": (oil.pregnancy, "pregnancy", "in pregnancy"),
        "breastfeeding": (oil.breastfeeding, "breastfeeding", "while breastfeeding"),
    }.get(person.kind, ("", "", ""))
    source = cautions.sources.get((oil.id, fact), "")
    verified = (oil.id, fact) in cautions.verified
    return (Reason(f"to be avoided {words}", source, verified=verified),) if advice == "avoid" else ()


def _conditions(oil: EssentialOil, conditions: tuple[str, ...], cautions: _Cautions) -> tuple[Reason, ...]:
    reasons = [reason for _, reason in _listed(oil.id, conditions, cautions)]
    for condition in conditions:
        if condition.startswith(CONTACT) and condition.removeprefix(CONTACT) in cautions.contacts:
            label, holding = cautions.contacts[condition.removeprefix(CONTACT)]
            if oil.id in holding:
                reasons.append(Reason(f"holds {label}", holding[oil.id]))
            else:  # an analysis that does not name it has not looked for it
                words = f"no analysis was found that rules out {label}"
                reasons.append(Reason(words, "", known=False, leaves_out=False))
    return tuple(reasons)


def _listed(id_: str, conditions: tuple[str, ...], cautions: _Cautions) -> tuple[tuple[str, Reason], ...]:
    """Return the listed reasons against an oil or base oil, each with its advice: avoid or care."""
    found = (cautions.by_condition.get((id_, condition)) for condition in conditions)
    return tuple(caution for caution in found if caution is not None)
