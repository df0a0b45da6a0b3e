"""A recipe with own figures handed on by its file, and by a link that says what is missing."""

import json
from dataclasses import replace
from decimal import Decimal
from urllib.parse import urlencode

import pytest
from on_the_page import PAGES, address, blend_page, open_box, opened, said, sent, shown
from over_http import ASKER

from blends import calculate, hand_on, read_brief
from blends.errors import BlendError
from blends.keeping.drawers import Drawer
from blends.pages.blend_saved import read_file
from blends.serving.figures import card_json
from blends.tables.catalogue import shipped_tables
from blends.tables.certified import with_own_figures
from blends.tables.own import Certificate, Measured, OwnOil
from blends.tables.own_marks import mark_of

TABLES = shipped_tables()
ROSE = OwnOil("my_rose", "essential", (("name", "My rose"), ("botanical", "Rosa × alba L."), ("part", "flower")))
OTHER = replace(ROSE, constituents=(Measured("Geraniol", "geraniol", Decimal(20)),))
APART = f"my_rose_{mark_of(ROSE)}"
CLOVE = Certificate("b0001", "clove_bud", (Measured("Eugenol", "eugenol", Decimal(99)),), lot="L7")
MADE = calculate(
    read_brief({"oils": "my_rose,clove_bud", "dilution": "1 %"}), with_own_figures(TABLES, [ROSE], [CLOVE])
)
FILE = card_json(hand_on(MADE, "https://example.org/card"), "https://example.org/")
LINK = hand_on(MADE).card.link.removeprefix("?")
BROUGHT = (
    "The file brings its own figures: My rose, a certificate of Clove bud. They count until another recipe is opened."
)
BY_CERTIFICATE = "Clove bud is judged by the certificate of your bottle (lot L7)"
MISSING = "'my_rose' is an oil of somebody's own book, unknown here"


def open_file(page, text=FILE):
    """Open a recipe's file in the box that asks for one."""
    (asked,) = page.get("file_uploader")
    asked.set_value(("recipe.json", text.encode(), "application/json")).run()
    return page


def test_a_file_brings_its_own_oils_and_certificates_and_says_so():
    page = open_file(open_box(blend_page(), "hand_on"))
    words = said(page)
    assert BROUGHT in words
    assert "My rose" in words
    assert BY_CERTIFICATE in words
    assert address(page)["own"] == f"my_rose.{mark_of(ROSE)}"
    assert BROUGHT not in said(blend_page())  # nothing of it reaches another visitor


def test_a_file_stands_beside_ones_own_oil_of_the_same_id(book):
    book.own_oils.add(OTHER)
    page = open_file(open_box(blend_page(), "hand_on"))
    assert address(page)["o"] == f"{APART},clove_bud"
    assert address(page)["own"] == f"{APART}.{mark_of(ROSE)}"
    assert [oil.id for oil in book.own_oils] == ["my_rose"]


def test_what_a_file_brought_leaves_with_the_next_recipe(book):
    page = open_file(open_box(blend_page(), "hand_on"))
    book.save(read_brief({"oils": "clove_bud"}), "Plain clove")
    page = page.switch_page(str(PAGES / "book.py")).run()
    page.get_by_key("book_open_Plain clove").click().run()
    page = page.switch_page(str(PAGES / "blend.py")).run()
    assert address(page)["o"] == "clove_bud"
    assert BROUGHT not in said(page)
    assert BY_CERTIFICATE not in said(page)


def test_saving_keeps_the_own_oil_that_a_file_brought_and_says_what_is_not_kept(book):
    page = open_box(open_file(open_box(blend_page(), "hand_on")), "book_save")
    page.get_by_key("book_name").set_value("Roses")
    next(button for button in page.button if button.label == "Save").click().run()
    assert "My rose is kept among your own oils." in said(page)
    assert "The certificate of Clove bud is not kept with the recipe" in said(page)
    assert list(book.own_oils) == [ROSE]


def test_a_blend_whose_own_oil_cannot_be_kept_is_not_saved_without_it(book, monkeypatch):
    page = open_box(open_file(open_box(blend_page(), "hand_on")), "book_save")
    page.get_by_key("book_name").set_value("Roses")

    def full(*_):
        raise BlendError("The disk is full.")

    monkeypatch.setattr(Drawer, "add", full)
    next(button for button in page.button if button.label == "Save").click().run()
    assert "The disk is full." in said(page)
    assert book.blends() == ()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"own_oils": []}, "This file names my_rose without bringing it."),
        ({"own_oils": [ROSE.as_row() | {"row": {"name": "My rose"}}]}, "Your own oils have"),
        ({"certificates": [CLOVE.as_row() | {"oil": "no_such_oil"}]}, "no_such_oil"),
        ({"schema": "equal-parts/9"}, "no recipe saved here"),
    ],
)
def test_a_file_whose_own_figures_are_not_whole_is_refused_in_a_sentence(change, sentence):
    with pytest.raises(BlendError, match=sentence):
        read_file(json.dumps(json.loads(FILE) | change))


def test_a_link_to_another_oil_of_the_same_name_asks_for_the_file_and_makes_nothing(book):
    book.own_oils.add(OTHER)
    page = opened(LINK)
    words = said(page)
    assert "The link means another My rose than your own table holds, so yours does not stand in." in words
    assert MISSING in words
    assert "ep-oil" not in shown(page)
    assert address(page)["o"] == f"{APART},clove_bud" or address(page)["o"] == "my_rose,clove_bud"
    page = open_file(page)
    assert "ep-oil" in shown(page)
    assert MISSING not in said(page)


def test_a_link_to_an_oil_that_is_not_here_asks_for_the_file():
    page = opened(LINK)
    assert MISSING in said(page)
    assert "judged Clove bud by the certificate of their own bottle" in said(page)
    page = open_file(page)
    assert "ep-oil" in shown(page)


def test_a_link_opens_with_the_oil_it_means_whatever_it_is_called_here(book):
    book.own_oils.add(replace(ROSE, id="my_white_rose"))
    page = opened(LINK)
    assert address(page)["o"] == "my_rose,clove_bud"  # as it was opened
    assert MISSING not in said(page)
    assert "ep-oil" in shown(page)


def test_a_link_without_a_mark_says_whose_oil_stands_in(book):
    book.own_oils.add(OTHER)
    assert "The link does not say which My rose is meant" in said(opened(LINK.partition("&own=")[0]))


def test_a_recipe_of_own_figures_is_handed_on_by_forms_that_carry_its_file(book):
    """No address carries the figures, so no link to the card is offered; any replica answers the form."""
    page = opened(LINK)
    assert "<form" not in shown(page)
    page = open_file(page)
    forms = sent(page)
    assert [to for to, _ in forms] == ["/card.pdf?paper=a4", "/card.json"]
    assert 'href="/card' not in shown(page)
    assert not page.get("download_button")
    answers = [ASKER.post(to, urlencode(texts).encode()) for to, texts in forms]
    assert [answer.status for answer in answers] == [200, 200]
    body = answers[1].body.decode()
    assert read_file(body) == read_file(FILE)


def test_all_forms_stand_where_it_is_handed_on(book):
    page = open_box(open_file(opened(LINK)), "hand_on")
    assert {to.rpartition("/")[2] for to, _ in sent(page)} == {"card.pdf?paper=a4", "card.json", "card.txt", "card.csv"}
