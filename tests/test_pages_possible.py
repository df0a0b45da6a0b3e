"""The page *What can I make?*, wired as Streamlit runs it."""

import re

from on_the_page import PAGES, blend_page, oil_pills, open_box, said, shown

from blends import calculate, open_book, read_brief
from blends.keeping.where import SETTING
from blends.offers import what_can_i_make
from blends.showing.words.first_sight import verdict_lines
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()


def possible_page(page=None):
    return (page or blend_page()).switch_page(str(PAGES / "possible.py")).run()


def heads(page):
    return re.findall(r'<div class="ep-entry"><h2>(.*?)</h2>', shown(page))


def choose(page, *oils):
    page.get_by_key("possible_effects").set_value(["calming"])
    page.get_by_key("possible_source").set_value("list").run()
    return page.get_by_key("possible_oils").set_value(list(oils)).run()


def test_it_shows_what_the_library_finds_for_the_effects_of_the_blend_page():
    page = possible_page()
    (effect,) = page.get_by_key("possible_effects").value
    found = what_can_i_make(None, (effect,), "adult", CATALOGUE)
    assert len(heads(page)) == len(found.best) == 10
    for head, offer in zip(heads(page), found.best, strict=True):
        assert head.casefold() == " + ".join(oil.name for oil in offer.oils).casefold()
    assert f"The best 10 of {found.possible:,} blends." in said(page)


def test_each_says_the_verdict_in_two_lines_as_its_recipe_does():
    page = choose(possible_page(), "lavender", "clary_sage", "mandarin")
    offers = what_can_i_make(("lavender", "clary_sage", "mandarin"), ("calming",), "adult", CATALOGUE).best
    assert len(offers) == len(heads(page))
    for offer in offers:
        for line in verdict_lines(calculate(offer.brief, CATALOGUE)):
            assert f"{line.speaks_for}: {line.words[:1].lower()}{line.words[1:]}" in said(page)


def test_an_offer_opens_in_blend_with_its_oils_and_nobody_is_asked_again_for_whom():
    page = choose(possible_page(), "lavender", "clary_sage")
    page.get_by_key("person").set_value("older").run()
    page.get_by_key("open_offer_0").click().run()
    assert page.get_by_key("person").value == "older"
    assert sorted(oil_pills(page).value) == ["clary_sage", "lavender"]
    assert "Someone else?" not in said(page)


def test_must_have_and_must_not_are_kept():
    page = open_box(possible_page(), "possible_narrow")
    page.get_by_key("possible_must").set_value(["lavender"]).run()
    page.get_by_key("possible_not").set_value(["clary_sage"]).run()
    assert heads(page)
    assert all("lavender" in head.casefold() for head in heads(page))
    assert not any("clary sage" in head.casefold() for head in heads(page))
    page.get_by_key("possible_not").set_value(["lavender"]).run()
    assert "Choose one of the two" in said(page)


def test_oils_that_are_not_for_the_person_are_named():
    page = choose(possible_page(), "lavender", "clary_sage", "mandarin")
    before = len(heads(page))
    page.get_by_key("person").set_value("pregnant").run()
    assert "Not offered for this person" in said(page)
    assert len(heads(page)) < before


def test_an_empty_list_and_an_empty_shelf_say_what_to_do():
    page = possible_page()
    page.get_by_key("possible_source").set_value("list").run()
    assert "No oil is chosen yet" in said(page)
    page.get_by_key("possible_source").set_value("shelf").run()
    assert "No oil is on your shelf yet" in said(page)


def test_from_the_shelf_only_its_oils_are_used_and_what_they_cost_is_said(tmp_path, monkeypatch):
    from blends.keeping.things import Bottle  # noqa: PLC0415

    url = f"sqlite:///{tmp_path / 'book.db'}"
    monkeypatch.setenv(SETTING, url)
    book = open_book(url)
    for id_, oil, price in (("b1", "lavender", "6.90"), ("b2", "clary_sage", "9"), ("b3", "olive", "8")):
        row = Bottle.read_row(
            Bottle(id_, oil, 10, 10).as_row() | {"size_ml": "100", "left_ml": "90", "price": price, "currency": "EUR"}
        )
        book.shelf.add(row)
    page = possible_page()
    page.get_by_key("possible_effects").set_value(["calming"])
    page.get_by_key("possible_source").set_value("shelf").run()
    assert [head.casefold() for head in heads(page)] == ["clary sage + true lavender"]
    assert "EUR" in said(page)
    book.close()


def test_the_same_question_is_searched_once(monkeypatch):
    from blends.pages import possible_search  # noqa: PLC0415

    asked = []
    real = possible_search.what_can_i_make
    monkeypatch.setattr(
        possible_search, "what_can_i_make", lambda *args, **more: asked.append(args) or real(*args, **more)
    )
    page = choose(possible_page(), "lavender", "clary_sage")
    count = len(asked)
    page.run()
    assert len(asked) == count
    assert len(page.session_state["possible_found"]) <= possible_search.MOST_KEPT


def test_an_offer_is_the_recipe_of_its_brief():
    (first, *_) = what_can_i_make(("lavender", "clary_sage"), ("calming",), "adult", CATALOGUE).best
    again = calculate(read_brief({"oils": "clary_sage,lavender", "effect": "calming"}), CATALOGUE)
    assert min(c.dilution_pct for c in again.review.ceilings if c.dilution_pct is not None) == first.ceiling_pct
