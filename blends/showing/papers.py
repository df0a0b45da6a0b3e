"""Result -> Papers: what a safety assessor or a shop is handed: figures with their origin, and gaps."""

from dataclasses import dataclass
from typing import Any

from blends.flow import Result, as_handed_on
from blends.judging.allergens import Level, levels_of
from blends.judging.findings import Finding, Verdict, by_urgency
from blends.showing.composition import Ingredient, composition
from blends.showing.figure import Figure, written
from blends.showing.label import Details, write_label
from blends.showing.words.basis import basis_words, subject_words
from blends.showing.words.findings import FINDING_WORDS
from blends.showing.words.papers import PAPERS_WORDS, IfraState, PapersWords, ifra_statement
from blends.showing.words.verdict import about
from blends.showing.words.whom import is_private, judged_for
from blends.tables.allergens import label_names
from blends.tables.names import short_name
from blends.tables.sources import sources_of

IFRA_5A = "ifra-51-5a"


@dataclass(frozen=True)
class Made:
    """One oil of the composition: % by weight, "at most" where a density is unknown; "" where nothing was found."""

    name: str
    kind: str
    inci: str
    cas: str
    pct: Figure
    at_most: bool
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Allergen:
    """One label name: % by weight of the product, how it comes about, where each figure was read, on the label or not.

    declared: yes, no, or perhaps where reported too weakly to decide.
    """

    name: str
    pct: Figure
    threshold: Figure
    declared: str
    arithmetic: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Checked:
    """One limit: what it is about, actual and limit in `unit`, the verdict, the arithmetic, its sources."""

    rulebook: str
    subject: str
    actual: str
    limit: str
    unit: str
    verdict: str
    basis: str
    arithmetic: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Papers:
    """All papers of one recipe, ready to print."""

    name: str
    for_whom: str
    batch: str
    responsible: str
    quantity: str
    composition: tuple[Made, ...]
    allergens: tuple[Allergen, ...]
    checked: tuple[Checked, ...]
    rulebooks: tuple[str, ...]
    ifra: str
    gaps: tuple[str, ...]
    words: PapersWords

    def rows(self) -> list[dict[str, Any]]:
        """Return the tables as rows of one CSV."""
        made = [
            {"table": "composition", "subject": each.name, "inci": each.inci, "cas": each.cas, "pct_w_w": str(each.pct)}
            | {"verdict": PAPERS_WORDS.at_most if each.at_most else "", "sources": "; ".join(each.sources)}
            for each in self.composition
        ]
        named = [
            {"table": "allergens", "subject": each.name, "pct_w_w": str(each.pct), "limit": str(each.threshold)}
            | {"verdict": each.declared, "arithmetic": "; ".join(each.arithmetic), "sources": "; ".join(each.sources)}
            for each in self.allergens
        ]
        held = [
            {"table": "limits", "rulebook": each.rulebook, "subject": each.subject, "pct_w_w": each.actual}
            | {"limit": each.limit, "unit": each.unit, "verdict": each.verdict, "basis": each.basis}
            | {"arithmetic": "; ".join(each.arithmetic), "sources": "; ".join(each.sources)}
            for each in self.checked
        ]
        said = [
            {"table": "statement", "basis": self.ifra},
            {"table": self.words.not_this, "basis": self.words.what_not},
        ]
        return [*said, *made, *named, *held, *({"table": "gaps", "basis": gap} for gap in self.gaps)]


def write_papers(result: Result, details: Details) -> Papers:
    """Return the papers of `result`, judged for a healthy adult or a child of that age, as all that is handed on."""
    result = as_handed_on(result) if is_private(result.brief) else result
    label, made = write_label(result, details), composition(result, details.inci)
    selling = [book.id for book in result.settled.rulebooks if "sale" in book.judges and book.shown_as == book.id]
    found = [each for each in result.review.findings if each.rulebook in selling]
    levels = levels_of(result.recipe, result.settled.books, label_names(result.catalogue))
    return Papers(
        name=label.name,
        for_whom=judged_for(result.brief, True),
        batch=label.batch,
        responsible=label.responsible,
        quantity=PAPERS_WORDS.quantity.format(ml=label.ml, fl_oz=label.fl_oz),
        composition=tuple(_made(each, result) for each in made),
        allergens=tuple(_allergen(each, result) for each in sorted(levels, key=lambda each: -each.pct)),
        checked=tuple(_checked(each, result) for each in by_urgency(found)),
        rulebooks=tuple(about(result.settled.books.by_id[id_]) for id_ in selling),
        ifra=ifra_statement(_ifra(result)),
        gaps=tuple(f"{each.words} {each.clear}" for each in label.not_for_sale if each.code != "over"),
        words=PAPERS_WORDS,
    )


def _ifra(result: Result) -> IfraState:
    """Return what can be said of category 5A; a child below its age is judged by another category."""
    review = result.review
    if IFRA_5A not in review.rulebooks:
        return "not_judged"
    if not review.speaks(IFRA_5A) and review.of(IFRA_5A) is Verdict.WITHIN:
        return "no_limit"
    verdict = review.of(IFRA_5A)
    return "over" if verdict is Verdict.OVER else "within" if verdict is Verdict.WITHIN else "not_assessed"


def _made(each: Ingredient, result: Result) -> Made:
    titles = _titles(
        " ".join(dict.fromkeys(f"{each.inci_source} {each.cas_source} {each.density_source}".split())), result
    )
    return Made(each.name, each.kind, each.inci, each.cas, written(each.pct), not each.exact, titles)


def _allergen(level: Level, result: Result) -> Allergen:
    oils, keys = result.catalogue.oil_by_id, result.settled.books.content_source
    perhaps = not level.above and level.perhaps_pct > level.threshold_pct
    keys_of = dict.fromkeys(
        " ".join(keys.get((oil, level.group), "") for oil, _, content in level.parts if content != 100).split()
    )
    return Allergen(
        level.name,
        written(level.pct),
        written(level.threshold_pct),
        "yes" if level.above else PAPERS_WORDS.perhaps.format(pct=written(level.perhaps_pct)) if perhaps else "no",
        tuple(
            f"{oils[oil].name}: {written(pct)} %" + ("" if content == 100 else f" x {written(content)} %")
            for oil, pct, content in level.parts
        ),
        _titles(" ".join(keys_of), result) or ((PAPERS_WORDS.whole_oil,) if level.parts else ()),
    )


def _checked(finding: Finding, result: Result) -> Checked:
    oils = result.catalogue.oil_by_id
    return Checked(
        short_name(finding.rulebook, result.catalogue),
        subject_words(finding),
        "" if finding.actual_pct is None else str(written(finding.actual_pct)),
        "" if finding.limit_pct is None else str(written(finding.limit_pct)),
        finding.unit,
        FINDING_WORDS[finding.verdict],
        basis_words(finding.basis),
        tuple(
            f"{oils[term.oil].name}: {written(term.share_pct)} % x {written(term.content_pct)} % = "
            f"{written(term.part_pct)} %"
            for term in finding.terms
        ),
        _titles(finding.source, result),
    )


def _titles(keys: str, result: Result) -> tuple[str, ...]:
    return tuple(source.title for source in sources_of(keys, result.catalogue))
