"""Equal Parts: from an effect to a measured bottle of massage oil.

The path of one click, one step a file; a file may import those above it, never those below:

    errors.py      BlendError: what a person at the bench can put right
    figures.py     "1 1/2", "2,5" <-> exact numbers; rounding for print
    quantities.py  "100 ml" -> Bottle, "2 %" -> dilution; units by pint, which ounce, and the drop
    dropper.py     drops per mL: usual droppers with their sources, counting and weighing one's own
    parts.py       "lavender:2,thyme_thymol:1" <-> oils with parts
    person.py      "child:7", "epilepsy" -> for whom, and what to heed
    oils.py        EssentialOil, BaseOil, Composition: rows as things with a name
    cells.py       what a cell may hold: an id, a figure, a date, a text
    columns.py     what every column of every table must hold
    faults.py      what is wrong with the tables, in sentences
    schema.py      whether each cell of a table holds it (pandera)
    keys.py        where each key of a table must stand: a typo lifts no limit
    agreement.py   what must fit in a row, and what two tables say alike
    table_file.py  one CSV file -> a table of texts, whatever lies there
    catalogue.py   data/*.csv -> checked tables; each figure's source stands beside it there
    facts.py       an oil's row -> its facts in words, each with source, verified or not
    brief.py       texts -> Brief: what the maker asks for, with the defaults
    guidance.py    Person -> usual and highest dilution
    link.py        Brief <-> link, old links keep their meaning for ever
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
    labels.py      which EU label allergens a recipe reaches, and what of them nobody knows
    calculation.py Result -> "show the calculation", line by line with its conventions
    sentences.py   titles, steps and notes in plain words
    whom.py        for whom it was judged: on the page, and on a card handed on
    verdicts.py    what each rulebook says, and what would help
    headline.py    the verdict in a sentence that names the rulebooks it speaks for
    judgement.py   Review -> what the card says of safety
    card.py        Result -> Card: every figure rounded once; edit this to change what the card says
    download.py    a table -> CSV that no spreadsheet can be made to run
    oil_html.py    an oil's facts as HTML
    review_html.py verdict, ceilings and findings as HTML
    html.py        Card -> HTML; edit this and pages/style.css to change how it looks
    output.py      Card -> PDF, PNG, text, CSV, JSON, QR code; edit card.typ to change how print looks
    search.py      a few typed letters -> oils
    guide.py       guide/*.md -> chapters of the massage guide with their drawings
    check.py       the command `python -m blends.tables.check`: faults and coverage of the tables
    launch.py      the command `equal-parts`
    __main__.py    `python -m blends`, the same

and pages/, the Streamlit pages: with blend_app.py the only files that import streamlit.
"""

from blends.asking.brief import Brief, read_brief
from blends.asking.link import read_link
from blends.errors import BlendError
from blends.flow import Result, calculate
from blends.judging.review import Review
from blends.making.handed_on import write_link
from blends.making.recipe import Recipe
from blends.showing.card import Card, write_card
from blends.showing.output import card_text, pdf, png
from blends.tables.catalogue import Catalogue, read_catalogue

text = card_text  # its name before, kept for those who use it

__all__ = [
    "BlendError",
    "Brief",
    "Card",
    "Catalogue",
    "Recipe",
    "Result",
    "Review",
    "calculate",
    "card_text",
    "pdf",
    "png",
    "read_brief",
    "read_catalogue",
    "read_link",
    "text",
    "write_card",
    "write_link",
]
