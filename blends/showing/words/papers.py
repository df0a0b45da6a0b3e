"""The words of the papers: headings, what they are not, and what can be said of IFRA category 5A."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

IfraState = Literal["within", "over", "not_assessed", "no_limit", "not_judged"]


@dataclass(frozen=True)
class PapersWords:
    """Headings and standing sentences of the papers."""

    heading: str = "Papers for the safety assessor"
    what_not: str = (
        "This is arithmetic on published figures for a qualified assessor to start from. It is no cosmetic product "
        "safety report, no certificate and no notification; the supplier's certificates override every figure."
    )
    batch: str = "Batch"
    responsible: str = "Responsible person"
    composition: str = "Composition by weight"
    composition_heads: tuple[str, ...] = ("Oil", "INCI", "CAS", "% w/w", "Names, density")
    allergens: str = "Fragrance allergens (Regulation (EU) 2023/1545)"
    allergens_note: str = "Named on a leave-on product above 0.001 %. Upper levels of published analyses are used."
    allergens_heads: tuple[str, ...] = ("Label name", "% w/w", "Named", "How it comes about", "Figures from")
    limits: str = "Limits and how each sum comes about"
    limits_note: str = "Share of the oil in the product x content of the oil; the parts of all oils are added up."
    limits_heads: tuple[str, ...] = (
        "Rulebook", "What", "Here", "Limit", "Verdict", "How it comes about", "Sources",
    )  # fmt: skip
    ifra: str = "IFRA Standards, category 5A"
    gaps: str = "Data gaps, and how to close each"
    no_gaps: str = "None among what is looked at here."
    sources: str = "Sources, by the numbers in the tables"
    rulebooks: str = "Rulebooks"
    whole_oil: str = "the share of the whole oil"
    at_most: str = "at most"
    perhaps: str = "perhaps, up to {pct} %"
    quantity: str = "{ml} mL ({fl_oz} US fl oz)"
    not_this: str = "what this is not"
    missing: str = "not found"


PAPERS_WORDS = PapersWords()

_IFRA = MappingProxyType(
    {
        "within": "by our arithmetic every limit of category 5A known here is kept",
        "over": "by our arithmetic at least one limit of category 5A is passed, see the table",
        "not_assessed": "not every limit could be judged, as figures are missing: no statement can be made",
        "no_limit": "no limit of category 5A known here speaks about these oils, so nothing was judged",
        "not_judged": "category 5A was not judged for this age",
    }
)


def ifra_statement(state: IfraState) -> str:
    """Return what can be said of category 5A in our own words: never a certificate.

    >>> ifra_statement("over")[:64]
    'Held against the Standards of the 51st Amendment as a public ove'
    """
    return (
        f"Held against the Standards of the 51st Amendment as a public overview prints them: {_IFRA[state]}. That "
        "massage oil belongs to category 5A is our reading. This statement is ours, not IFRA's and not a supplier's, "
        "and no certificate of conformity; purity conditions of single oils are for the supplier to show."
    )
