"""Equal Parts: from an effect to a measured bottle of massage oil.

The path of one click, one step a file; a file may import those above it, never those below:

    errors.py      BlendError: what a person at the bench can put right
    figures.py     "1 1/2", "2,5" <-> exact numbers; rounding for print
    quantities.py  "100 ml" -> Bottle, "2 %" -> dilution; units by pint, which ounce, and the drop
    dropper.py     drops per mL: usual droppers with their sources, counting and weighing one's own
    parts.py       "lavender:2,thyme_thymol:1" <-> oils with parts
    person.py      "child:7", "epilepsy" -> for whom, and what to heed
    oils.py        EssentialOil, BaseOil, Composition: rows as things with a name
    columns.py     what every column of every table must hold
    schema.py      whether a table holds it, all faults at once (pandera)
    catalogue.py   data/*.csv -> checked tables; each figure's source stands beside it there
    facts.py       an oil's row -> its facts in words, each with source, verified or not
    brief.py       texts -> Brief: what the maker asks for, with the defaults
    link.py        Brief <-> link, old links keep their meaning for ever
    guidance.py    Person -> usual and highest dilution
    suitability.py why an oil is not for this person
    selection.py   Brief -> oils with parts; what was left out and may be swapped
    blend.py       parts -> shares that add up to one
    dosing.py      shares -> whole drops: where "8 drops each" comes from
    stock.py       the ways out when a bottle is too small for drops
    recipe.py      Blend + Brief -> Recipe: mL, g, drops, achieved dilution
    limits.py      data/limits.csv and constituents.csv as plain numbers: where a limit comes from
    safety.py      one Finding per rule: within, over, not assessed; contributions added up
    unknowns.py    what the rulebooks are silent about: not assessed, never a pass
    ceilings.py    the largest dilution per rulebook, and the limit that binds
    review.py      all findings, the verdict over all, and what other droppers change
    flow.py        calculate(): the steps above in order
    labels.py      which EU label allergens a recipe reaches
    calculation.py Result -> "show the calculation", line by line with its conventions
    sentences.py   titles, steps and notes in plain words
    verdicts.py    the verdict in a sentence, and what would help
    judgement.py   Review -> what the card says of safety
    card.py        Result -> Card: every figure rounded once; edit this to change what the card says
    download.py    a table -> CSV that no spreadsheet can be made to run
    oil_html.py    an oil's facts as HTML
    review_html.py verdict, ceilings and findings as HTML
    html.py        Card -> HTML; edit this and pages/style.css to change how it looks
    output.py      Card -> PDF, text, CSV, JSON, QR code; edit card.typ to change how print looks
    handed.py      Result -> what is handed on, judged for someone healthy, in the words a receiver reads first
    handed_html.py Handed -> its picture and files as links, for the page
    chat.py        Handed -> the picture for a chat; edit chat.typ to change how it looks
    search.py      a few typed letters -> oils
    guide.py       guide/*.md -> chapters of the massage guide with their drawings
    check.py       the command `python -m blends.check`: faults and coverage of the tables
    launch.py      the command `equal-parts`

and serving/, the routes of a card (the only room that imports starlette), and pages/, the Streamlit pages: with
blend_app.py the only files that import streamlit.
"""

from blends.brief import Brief, read_brief
from blends.card import Card, write_card
from blends.catalogue import Catalogue, read_catalogue
from blends.chat import chat_png
from blends.errors import BlendError
from blends.flow import Result, calculate
from blends.handed import Handed, hand_on
from blends.link import read_link, write_link
from blends.output import pdf, text
from blends.recipe import Recipe
from blends.review import Review

__all__ = [
    "BlendError",
    "Brief",
    "Card",
    "Catalogue",
    "Handed",
    "Recipe",
    "Result",
    "Review",
    "calculate",
    "chat_png",
    "hand_on",
    "pdf",
    "read_brief",
    "read_catalogue",
    "read_link",
    "text",
    "write_card",
    "write_link",
]
