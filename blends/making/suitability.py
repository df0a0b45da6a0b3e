"""Whether an oil suits the person: the reasons against it, each with its source. Cautions decide, not averages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from blends.asking.person import CONTACT, Person
from blends.errors import BlendError, quote
from blends.making.basis import Basis, On, rests
from blends.making.guidance import YOUNGEST
from blends.tables.advice import Advice
from blends.tables.cautions import Caution, Cautions
from blends.tables.oils import BaseOil, EssentialOil
from blends.tables.own import OWN
from blends.tables.verified import Verified

# How a base oil's name, plant, INCI name or allergen names a food. Peanut and soya go together, as in conditions.csv.
_LEGUME = re.compile(r"peanut|groundnut|arachi[sd]|erdnu|\bso(?:y|ja)|glycine (?:max|soja)")
FOODS = {
    "allergy_peanut": _LEGUME,
    "allergy_soya": _LEGUME,
    "allergy_tree_nut": re.compile(
        r"\btree nuts?\b|(?<!tiger )\bnuts\b|almond|amygdal|prunus dulcis|hazelnut|\bcorylus|walnut|\bjuglans|"
        r"macadamia|pistac|cashew|anacardium|pecan|\bcarya\b|brazil nut|bertholletia"
    ),
    "allergy_sesame": re.compile("sesam"),
    "allergy_wheat": re.compile(r"\bwheat|triticum|\bgluten"),
}
_FREE = re.compile(r"\bfree\b|\bwithout\b|\bno ")  # "gluten-free" names what is not there: nobody knows what is


@dataclass(frozen=True)
class Reason:
    """Why an oil is not for this person.

    known: False where only a figure is missing, or one web page is all there is; leaves_out: whether an effect
    leaves the oil out for it; condition: the one it speaks about, "" for ages, pregnancy and breastfeeding.
    """

    basis: Basis
    source: str
    known: bool = True
    leaves_out: bool = True
    verified: Verified = Verified.NO
    condition: str = ""


def reasons_against(
    oil: EssentialOil, person: Person, conditions: tuple[str, ...], cautions: Cautions
) -> tuple[Reason, ...]:
    """Return why `oil` is not for `person` with `conditions`; none means that no source speaks against it.

    >>> from blends.tables.catalogue import read_catalogue
    >>> from blends.tables.cautions import cautions
    >>> tables = read_catalogue()
    >>> against = reasons_against(tables.oil_by_id["camphor_white"], Person("child", 7), (), cautions(tables))
    >>> [reason.basis.on.value for reason in against]
    ['from age']
    """
    return (*_age(oil, person, cautions), *_mother(oil, person, cautions), *_conditions(oil, conditions, cautions))


def reasons_against_base(base: BaseOil, conditions: tuple[str, ...], cautions: Cautions) -> tuple[Reason, ...]:
    """Return why a base oil is not for someone with `conditions`: a food allergy, or (not `known`) kinship to it."""
    listed = _listed(base.id, conditions, cautions)
    found = [replace(reason, known=reason.known and advice == Advice.AVOID) for advice, reason in listed]
    listed_of = {reason.condition for reason in found if reason.known}
    return (*found, *(each for each in _foods(base, conditions) if each.condition not in listed_of))


def check_contacts(conditions: tuple[str, ...], cautions: Cautions) -> None:
    """Raise BlendError where a `contact:` names no EU label allergen."""
    for condition in conditions:
        if condition.startswith(CONTACT) and condition.removeprefix(CONTACT) not in cautions.contacts:
            raise BlendError(
                f"{quote(condition)} names no EU label allergen. Write one of the table, such as contact:linalool.",
                "conditions",
            )


def _age(oil: EssentialOil, person: Person, cautions: Cautions) -> tuple[Reason, ...]:
    if person.age is None:
        return ()
    if person.age < YOUNGEST:
        return (Reason(rests(On.BABY, years=YOUNGEST), "project sca_key_allergens"),)
    if oil.min_age_years is None:
        return (Reason(rests(On.NO_AGE), "", known=False),)
    if person.age < oil.min_age_years:
        source, verified = cautions.sources.get((oil.id, "min_age"), ("", Verified.NO))
        return (Reason(rests(On.FROM_AGE, years=oil.min_age_years), source, verified=verified),)
    return ()


def _mother(oil: EssentialOil, person: Person, cautions: Cautions) -> tuple[Reason, ...]:
    advice = oil.advice_for(person.kind)
    if advice != Advice.AVOID:
        return ()
    fact = "pregnancy" if person.kind == "pregnant" else person.kind
    source, verified = cautions.sources.get((oil.id, fact), ("", Verified.NO))
    return (Reason(rests(On.MOTHER, kind=person.kind, advice=advice), source, verified=verified),)


def _conditions(oil: EssentialOil, conditions: tuple[str, ...], cautions: Cautions) -> tuple[Reason, ...]:
    reasons = [reason for _, reason in _listed(oil.id, conditions, cautions)]
    for condition in conditions:
        contact = cautions.contacts.get(condition.removeprefix(CONTACT)) if condition.startswith(CONTACT) else None
        if contact is None:
            continue
        if oil.id in contact.oils:
            reasons.append(Reason(rests(On.HOLDS, label=contact.label), contact.oils[oil.id], condition=condition))
        else:  # an analysis that does not name it has not looked for it
            unknown = rests(On.NOT_RULED_OUT, label=contact.label)
            reasons.append(Reason(unknown, "", known=False, leaves_out=False, condition=condition))
    return tuple(reasons)


def _foods(base: BaseOil, conditions: tuple[str, ...]) -> Iterator[Reason]:
    """Yield each food allergy that what is said of a base oil names, and each of which nothing is said.

    The lists speak of shipped base oils alone; an own one has its name, its plant and its allergen.
    """
    parts = [part for part in re.split(r"[,;/]| and ", (base.allergen or "").casefold()) if part.strip()]
    clear = [part for part in parts if not _FREE.search(part)]
    said = " | ".join((base.name.casefold(), base.botanical.casefold(), base.inci.casefold(), *clear))
    unknown = base.allergen is None or any(
        part not in clear or not any(words.search(part) for words in FOODS.values()) for part in parts
    )
    for condition in conditions:
        if condition in FOODS and FOODS[condition].search(said):
            yield Reason(rests(On.ALLERGEN, condition=condition), OWN, condition=condition)
        elif condition in FOODS and unknown:
            yield Reason(rests(On.NO_ALLERGEN, condition=condition), "", known=False, condition=condition)


def _listed(id_: str, conditions: tuple[str, ...], cautions: Cautions) -> tuple[tuple[Advice, Reason], ...]:
    """Return the listed reasons against an oil or base oil, each with its advice: avoid or care."""
    found = (cautions.by_condition.get((id_, condition)) for condition in conditions)
    return tuple((caution.advice, _reason(caution)) for caution in found if caution is not None)


def _reason(caution: Caution) -> Reason:
    """Return a caution as a reason; web pages alone leave it not assessed."""
    basis = rests(On.LISTED, condition=caution.condition, advice=caution.advice, evidence=caution.evidence)
    known = caution.evidence != "blog"
    return Reason(basis, caution.source, known, verified=caution.verified, condition=caution.condition)
