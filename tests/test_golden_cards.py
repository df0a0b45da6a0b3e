"""What twelve cards say, word for word: on the page, on paper and as text. A change of words is seen as a diff.

After a change that is meant: `python tests/test_golden_cards.py`, read the diff of tests/golden/, say why.
"""

import io
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pypdf import PdfReader

from blends import calculate, pdf, read_brief, read_catalogue, text, write_card, write_link
from blends.flow import as_handed_on
from blends.showing.html import recipe_html

GOLDEN = Path(__file__).parent / "golden"
BRIEFS = {
    "circulation": {},
    "warming_30_ml": {"effect": "warming", "bottle": "30 ml"},
    "anti_inflammatory_for_sale": {"effect": "anti-inflammatory", "purpose": "sale", "dilution": "0.04 %",
                                   "drops": "exact"},
    "leftovers_spent": {"effect": "warming", "bottle": "30 ml", "dilution": "1.3 %", "drops": "spend"},
    "add_to_two_bases": {"effect": "circulation", "base": "olive:3,sunflower:1", "bottle": "1 fl oz",
                         "fill": "add-to", "bottles": "3"},
    "by_weight": {"oils": "lavender:2,thyme_thymol:1", "bottle": "90 g", "dilution": "1 %", "drops_per_ml": "27.5"},
    "child": {"effect": "warming", "person": "child:7", "base": "almond"},
    "pregnant": {"effect": "anti-inflammatory", "person": "pregnant"},
    "epilepsy": {"effect": "warming", "conditions": "epilepsy"},
    "over_and_allergic": {"oils": "rosemary,wintergreen", "base": "peanut", "dilution": "3 %",
                          "conditions": "high_blood_pressure,allergy_peanut"},
    "phototoxic_no_density": {"oils": "bergamot,lemon,plai", "dilution": "1 %", "purpose": "sale"},
    "base_oil_alone": {"dilution": "0 %", "base": "coconut", "title": "For Ann", "note": "Warm it first."},
}  # fmt: skip


class Words(HTMLParser):
    """The words of a page, a line for each element that holds some."""

    def __init__(self):
        super().__init__()
        self.tags, self.lines = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        for name, value in attrs:
            if name in ("aria-label", "title", "href"):
                self.lines.append(f"{tag} {name}: {value}")

    def handle_endtag(self, tag):
        while self.tags and self.tags.pop() != tag:
            pass

    def handle_data(self, data):
        if words := " ".join(data.split()):
            self.lines.append(f"{self.tags[-1] if self.tags else ''}: {words}")


def said(texts):
    """Return all that the page, the A4 sheet and the message say of a brief."""
    catalogue = read_catalogue()
    result = calculate(read_brief(texts), catalogue)
    page = Words()
    page.feed(recipe_html(write_card(result, handed_on=False)))
    shared = as_handed_on(result)
    card = write_card(shared, write_link(shared.brief, "https://example.org/"), date(2026, 11, 24), "May 2027")
    sheets = PdfReader(io.BytesIO(pdf(card, "a4"))).pages
    paper = [" ".join(line.split()) for sheet in sheets for line in sheet.extract_text().splitlines()]
    parts = {"page": page.lines, "paper": paper, "text": text(card).splitlines()}
    return "\n".join(line for name, lines in parts.items() for line in (f"== {name}", *lines)) + "\n"


@pytest.mark.parametrize("name", BRIEFS)
def test_the_card_says_what_it_said(name):
    assert said(BRIEFS[name]) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, texts in BRIEFS.items():
        (GOLDEN / f"{name}.txt").write_text(said(texts), encoding="utf-8")
