"""A card as the tests of print ask for it, and the words that came out."""

import io
import re
from datetime import date

import pypdf

from blends import calculate, read_brief
from blends.showing import output
from blends.showing.card import write_card
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()


LINK = "https://equal-parts.example/?v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"


def made(link="", made_on=date(2026, 11, 24), best_before="March 2027", **texts):
    return write_card(calculate(read_brief(texts), CATALOGUE), link, made_on, best_before)


WARMING = made(LINK, effect="warming", base="olive", bottle="100 ml", dilution="2 %")


def read(card, size="a4"):
    return pypdf.PdfReader(io.BytesIO(output.pdf(card, size)))


def words(card, size="a4"):
    """All words of the PDF without its spaces: lines break where the page ends."""
    return squeezed("".join(page.extract_text() for page in read(card, size).pages))


def squeezed(words):
    return re.sub(r"[\s\u200b]+", "", words)
