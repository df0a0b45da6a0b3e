"""Equal Parts: from an effect to a measured bottle of massage oil.

A click goes one way through the rooms, and comes back to none it has left. A room, and in a room a file, may
import those above it, never those below; `tests/test_architecture.py` holds it.

    errors.py      BlendError: what a person at the bench can put right
    figures.py     "1 1/2", "2,5" <-> exact numbers; rounding for print

    tables/        data/*.csv -> checked tables, things with a name, rulebooks as rows: where every figure comes from.
                   To add an oil or a rulebook: curation/, and the tick-lists in CONTRIBUTING.md
    asking/        texts -> Brief <-> link; units, the drop, and whose dropper
    making/        settled brief -> selection -> blend -> drops -> recipe: where "8 drops each" comes from (drops.py)
    judging/       recipe -> findings, ceilings, review: where "over" comes from (constraints.py)
    possible/      oils -> the best of all their blends in equal parts: where a proposal comes from (proposal.py)
    flow.py        calculate(): these steps in order
    remedies.py    what would help: leave out, swap; calculates again
    offers.py      what_can_i_make(): the best blends of a shelf; calculates those shown again
    showing/       review and recipe -> words -> Card -> HTML, PDF, picture, text.
                   To change what the card says: card.py and words/; how it looks: templates/, card.typ and chat.typ.
                   Label and papers: label.py, papers.py, printed.py
    keeping/       the recipe book: blends and their versions, own oils, shelf; its tables are rows.py, its file
                   book_file.py. The only room that imports sqlalchemy, once a book is opened
    serving/       the card over HTTP: /card, /card.pdf, /card.json ..., without session or script; the only room that
                   imports starlette
    pages/         the Streamlit pages; with blend_app.py the only files that import streamlit
    launch.py      the command `equal-parts`; check.py the command `python -m blends.check`

What comes in and goes out of a room stands at the top of its `__init__.py`.
"""

from blends.asking.brief import Brief, read_brief
from blends.asking.link import read_link
from blends.errors import BlendError
from blends.flow import Result, calculate
from blends.judging.review import Review
from blends.keeping.cost import cost
from blends.keeping.opening import open_book
from blends.making.handed_on import write_link
from blends.making.recipe import Recipe
from blends.offers import Offer, Offers, what_can_i_make
from blends.showing.card import Card, write_card
from blends.showing.chat import png
from blends.showing.handed import Handed, hand_on
from blends.showing.label import Details
from blends.showing.output import card_text, pdf
from blends.showing.printed import label, label_png, papers, papers_csv
from blends.tables.catalogue import Catalogue, read_catalogue
from blends.tables.certified import with_certificate
from blends.tables.more_rows import with_more_rows
from blends.tables.own_file import read_own_oils

text = card_text  # its name before, kept for those who use it

__all__ = [
    "BlendError",
    "Brief",
    "Card",
    "Catalogue",
    "Details",
    "Handed",
    "Offer",
    "Offers",
    "Recipe",
    "Result",
    "Review",
    "calculate",
    "card_text",
    "cost",
    "hand_on",
    "label",
    "label_png",
    "open_book",
    "papers",
    "papers_csv",
    "pdf",
    "png",
    "read_brief",
    "read_catalogue",
    "read_link",
    "read_own_oils",
    "text",
    "what_can_i_make",
    "with_certificate",
    "with_more_rows",
    "write_card",
    "write_link",
]
