"""No text of a card, an oil or a table is ever taken for a tag: each one is marked, and looked for in what is shown."""

import io
import re
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum

import pandas as pd
import pytest
from pypdf import PdfReader

from blends import calculate, pdf, png, read_brief
from blends.flow import as_handed_on
from blends.serving.asked import read_asked
from blends.serving.page import page_html, refused_html
from blends.showing import html
from blends.showing.card import write_card
from blends.showing.handed import Handed
from blends.showing.oil_table import oil_row
from blends.showing.oil_view import base_oil_view, essential_oil_view
from blends.tables.catalogue import shipped_tables
from blends.tables.one_oil import one_base_oil, one_essential_oil

CATALOGUE = shipped_tables()
QUERY = "v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"
# Codes by which a template decides; they are Literals or enums, and no person can write one.
CODES = {"dosed", "unit", "kind", "verdict", "rulebook_id", "id"}
MARK = re.compile(r"<q[\w.]*>")
# Whole briefs that together fill every field: over a limit, not assessed, left out, several bottles, above the usual.
BRIEFS = (
    {"oils": "nutmeg:19,clove_bud:1,plai:9,bergamot:3", "base": "peanut,coconut", "bottle": "30 ml", "bottles": "3"}
    | {"dilution": "4 %"},
    {"effect": "warming", "person": "child:7", "purpose": "sale", "dilution": "1.5 %"},
)
IN_FILES_ALONE = {f"<q.{path}>" for path in ("rows.share_pct.text", "bottle_ml.text", "dosing", "asked_pct.text")} | {
    "<q.notes.short>",  # on the picture for a chat
    *("<q.rows.botanical>", "<q.bases.botanical>"),  # marked where the author stands, whom pages leave out
    *("<q.judgement.plainly.rulebook>", "<q.judgement.words>", "<q.judgement.shape>"),  # pages show the two lines
}


def marked(thing, path="", sign="<q{}>"):
    """The same with a tag of its own, or another sign, in every text that is no code."""
    if isinstance(thing, str) and not isinstance(thing, Enum):
        return thing + sign.format(path)
    if isinstance(thing, tuple):
        return tuple(marked(each, path, sign) for each in thing)
    if is_dataclass(thing):
        return replace(
            thing,
            **{
                field.name: marked(getattr(thing, field.name), f"{path}.{field.name}", sign)
                for field in fields(thing)
                if field.name not in CODES
            },
        )
    return thing


def paths(thing):
    return set(MARK.findall(repr(thing)))


def made(texts):
    result = calculate(read_brief(texts), CATALOGUE)
    return result, write_card(result, "https://example.org/card?" + QUERY, date(2026, 11, 24), "May 2027")


def escaped(page):
    """The marks that a page shows as words; one that stands there as a tag fails."""
    assert MARK.findall(page) == []
    return {mark.replace("&lt;", "<").replace("&gt;", ">") for mark in re.findall(r"&lt;q[\w.]*&gt;", page)}


def test_every_text_field_of_the_card_is_escaped_wherever_it_is_shown():
    asked = read_asked(QUERY)
    wanted, shown, plain = set(), set(), set()
    for texts in BRIEFS:
        result, card = made(texts)
        hostile = marked(replace(card, note="Warm it first"))
        wanted |= paths(hostile)
        handed = Handed(as_handed_on(result), hostile)
        shown |= escaped(html.recipe_html(hostile))
        plain |= escaped(page_html(handed, asked, "https://example.org/"))
        escaped(html.files_html(handed, "/"))
        shown |= escaped(html.foot_of(hostile) + html.head_html(hostile, opened="a link"))
    assert len(wanted) > 50
    assert wanted - shown - plain == IN_FILES_ALONE
    for name in ("title", "subtitle", "note", "bottle", "massages"):
        assert f"<q.{name}>" in plain
    for name in ("rows.name", "bases.name", "judgement.findings.basis", "judgement.findings.sources.title"):
        assert f"<q.{name}>" in shown


def test_a_botanical_name_is_escaped_where_it_stands_without_its_author():
    result, card = made(BRIEFS[1])
    hostile = replace(card, rows=tuple(replace(row, botanical="<q.one> <q.two> L.") for row in card.rows))
    for page in (html.amounts_html(hostile), page_html(Handed(result, hostile), read_asked(QUERY), "")):
        assert escaped(page) == {"<q.one>", "<q.two>"}
        assert "L." not in page.partition("&lt;q.two&gt;")[2][:9]


@pytest.mark.parametrize(
    "page",
    [
        html.sentence_html,
        html.note_html,
        lambda words: html.header_html(words, words),
        html.place_html,
        lambda words: html.foot_html(words, words, words),
        lambda words: html.check_html(((words, (words,)),)),
        lambda words: html.head_html(made({})[1], {"print": words, "send": words}, words),
        refused_html,
    ],
)
def test_every_sentence_beside_the_card_is_escaped(page):
    assert escaped(page('"<q.sentence>')) == {"<q.sentence>"}


def test_every_text_of_an_oil_is_escaped():
    for view in (
        essential_oil_view(one_essential_oil("bergamot", CATALOGUE)),
        base_oil_view(one_base_oil("peanut", CATALOGUE)),
    ):
        hostile = marked(view)
        seen = escaped(html.oil_html(hostile, dict.fromkeys(hostile.compositions, "<q.composition>")))
        assert paths(hostile) - seen <= {"<q.compositions>"}
    row = marked(oil_row(calculate(read_brief({"oils": "bergamot"}), CATALOGUE)))
    row = replace(row, states={f"{book}<q.book>": f"{state}<q.state>" for book, state in row.states.items()})
    seen = escaped(html.oil_table_html((row,)))
    assert {"<q.book>", "<q.state>", *paths(row)} == seen


@pytest.mark.parametrize("sign", ['#panic("x")', "$x^2", "*b_ `c ]}", "\\u{41} // gone"])
def test_no_text_of_the_card_is_source_for_the_typesetter(sign):
    for texts in BRIEFS:
        hostile = marked(made(texts)[1], sign=sign.replace("{", "{{").replace("}", "}}"))
        assert png(hostile).startswith(b"\x89PNG")
        printed = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf(hostile, "a4"))).pages)
        printed, squeezed = re.sub(r"\s", "", printed), re.sub(r"\s", "", sign)
        assert printed.count(squeezed) > 40
        for words in (hostile.title, hostile.rows[0].name, hostile.bases[0].name, hostile.judgement.rulebooks[0].name):
            assert re.sub(r"\s", "", words) in printed


# The same from the tables: a name in a row reaches the page as a word, whichever column it stands in.

WORDS = {
    "oils": ("name", "botanical", "part", "inci", "cautions", "note", "min_age_basis", "density_basis"),
    "base_oils": ("name", "botanical", "inci", "allergen", "solid_note", "density_basis", "note"),
    "effects": ("name", "wording"),
    "rulebooks": ("name", "short", "covers", "edition", "coming"),
    "groups": ("label",),
    "sources": ("title", "address"),
    "limits": ("basis",),
    "sums": ("name", "basis"),
    "constituents": ("label",),
    "purity": ("words",),
    "profiles": ("how_read",),
}


def hostile_tables():
    """The shipped tables with a tag in every cell of words."""
    tables = {}
    for table, columns in WORDS.items():
        frame = getattr(CATALOGUE, table).copy()
        for column in columns:
            mark = f"<q.{table}.{column}>"
            frame[column] = frame[column].map(lambda cell, mark=mark: cell if pd.isna(cell) else f"{cell}{mark}")
        tables[table] = frame
    tables["oils"]["dermal_max_basis"] = tables["oils"]["dermal_max_basis"].map(
        lambda cell: cell if pd.isna(cell) else f"{cell}<q.limits.basis>"
    )
    return replace(CATALOGUE, **tables)


def test_every_word_of_the_tables_is_escaped_on_every_page():
    tables = hostile_tables()
    seen = set()
    for texts in (*BRIEFS, {"oils": "sage_dalmatian,hyssop", "base": "coconut"}, {"effect": "warming,circulation"}):
        result = calculate(read_brief(texts), tables)
        handed = Handed(as_handed_on(result), write_card(as_handed_on(result), "?" + QUERY))
        seen |= escaped(html.recipe_html(handed.card))
        seen |= escaped(page_html(handed, read_asked(QUERY), "https://example.org/"))
    for id_ in ("bergamot", "nutmeg", "lavender", "tea_tree"):
        view = essential_oil_view(one_essential_oil(id_, tables))
        seen |= escaped(html.oil_html(view, dict.fromkeys(view.compositions, "")))
        seen |= escaped(html.oil_table_html((oil_row(calculate(read_brief({"oils": id_}), tables)),)))
    for id_ in ("peanut", "coconut"):
        seen |= escaped(html.oil_html(base_oil_view(one_base_oil(id_, tables)), {}))
    every = {f"<q.{table}.{column}>" for table, columns in WORDS.items() for column in columns}
    assert every - seen == set()
