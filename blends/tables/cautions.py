"""Cautions of the tables as plain mappings, made once: conditions, contact allergens, and the sources of ages."""

from dataclasses import dataclass
from functools import lru_cache

from blends.asking.person import contact_id
from blends.tables.advice import Advice
from blends.tables.catalogue import Catalogue
from blends.tables.verified import Verified

FACTS = ("min_age", "pregnancy", "breastfeeding")


@dataclass(frozen=True)
class Caution:
    """One row of conditions.csv: advice "avoid" or "care", and on what kind of evidence it rests."""

    condition: str
    advice: Advice
    evidence: str
    source: str
    verified: Verified


@dataclass(frozen=True)
class Contact:
    """An EU label allergen, and the oils in which some source reports it, each with its sources."""

    label: str
    oils: dict[str, str]


@dataclass(frozen=True)
class Cautions:
    """What the tables warn of.

    by_condition: (oil or base oil, condition); contacts: by the id that stands after `contact:`; sources: (oil, fact)
    of FACTS, with how well it is confirmed.
    """

    by_condition: dict[tuple[str, str], Caution]
    contacts: dict[str, Contact]
    sources: dict[tuple[str, str], tuple[str, Verified]]


@lru_cache(maxsize=8)
def cautions(catalogue: Catalogue) -> Cautions:
    """Return the cautions of `catalogue`."""
    oils = catalogue.oils
    return Cautions(
        by_condition={
            (str(row.subject), str(row.condition)): Caution(
                str(row.condition),
                Advice(str(row.advice)),
                str(row.evidence),
                str(row.source),
                Verified(str(row.verified)),
            )
            for row in catalogue.conditions.itertuples(index=False)
        },
        contacts=_contacts(catalogue),
        sources={
            (str(id_), fact): (str(row[f"{fact}_source"]), Verified(row[f"{fact}_verified"]))
            for id_, row in oils.iterrows()
            for fact in FACTS
            if str(row[f"{fact}_verified"]) in list(Verified)
        },
    )


def _contacts(catalogue: Catalogue) -> dict[str, Contact]:
    contacts = {}
    for label, row in catalogue.allergens.iterrows():
        holding = catalogue.constituents[catalogue.constituents["group"] == row["group"]]
        oils = dict(zip(holding["oil"], holding["source"], strict=True))
        oils |= {id_: str(row["source"]) for id_ in ("" if row.isna()["oils"] else str(row["oils"])).split()}
        contacts[contact_id(str(label))] = Contact(str(label), oils)
    return contacts
