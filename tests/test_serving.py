"""The card over HTTP: the same recipe in every form, understood without scripts, and nothing in it from elsewhere."""

import re

import pytest
from over_http import OVER, SERVING, STORY, Parsed, get, page

from blends import read_link
from blends.showing.words.verdict import SHAPES


def test_the_story_stands_on_the_plain_card():
    shown = page(STORY)
    assert shown.text.count("8 drops") == 5
    assert "98 mL" in shown.text
    assert "For a healthy adult: not checked for illness, allergy or pregnancy." in shown.text
    for words in ("How to make and use it", "Scale it to my bottle and my dropper", "Change it in Equal Parts", "Send"):
        assert words in shown.text
    assert f"./?{STORY}" in shown.links


def test_nothing_on_the_card_comes_from_elsewhere():
    shown = page(STORY)
    outside = [link for link in shown.links if re.match(r"(https?:)?//", link) and "//oils.example/" not in link]
    assert [link.split("?")[0] for link in outside] == ["https://wa.me/"]


def test_a_link_preview_shows_the_blend_itself():
    meta = page(STORY).meta
    assert meta["og:title"] == "Warming blend in olive oil"
    assert meta["og:description"] == meta["description"] == "8 drops each of five oils in 98 mL olive oil, 2 %"
    assert meta["og:image"] == f"https://oils.example/card.png?{STORY}"
    assert meta["og:url"] == f"https://oils.example/card?{STORY}"


def test_the_readers_own_bottle_and_dropper_make_a_new_link():
    answer = get(f"/card?{STORY}&bottle=30+ml&dropper=30")
    assert answer.status == 303
    assert answer.headers["location"] == "https://oils.example/card?" + STORY.replace("100ml", "30ml").replace(
        "d=2,20", "d=2,30"
    )
    assert "3 drops" in page(answer.headers["location"].partition("?")[2]).text


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [("bottle=4+oz", "Write 4 fl oz or 113 g"), ("bottle=1+ml", "too small"), ("dropper=ten", "Cannot read")],
)
def test_a_bottle_or_dropper_that_will_not_do_is_said_beside_its_form(asked, sentence):
    answer = get(f"/card?{STORY}&{asked}")
    assert answer.status == 400
    assert sentence.casefold() in Parsed(answer.text).text.casefold()
    assert "8 drops" in Parsed(answer.text).text
    assert answer.headers["cache-control"] == "no-store"


def test_what_was_typed_stays_beside_what_is_wrong_with_it():
    html = get(f"/card?{STORY}&bottle=9**9+ml&dropper=%22ten").text
    assert 'name="bottle" value="9**9 ml"' in html
    assert 'name="dropper" value="&#34;ten"' in html


def test_what_is_above_the_usual_is_said_before_the_amounts():
    text = page(OVER).text
    assert text.index("5 % is above the usual 2 % for an adult.") < text.index("33 drops")
    assert "above the usual" not in page(STORY).text


def test_dates_and_unit_travel_in_keys_that_older_readers_pass_over():
    query = f"{STORY}&made=2026-11-24&before=March%202027"
    text = page(query + "&unit=ml").text
    assert "Made on 24 November 2026" in text
    assert "Best before March 2027" in text
    assert "0.4 mL 8 drops" in text
    assert read_link(query) == read_link(STORY)
    assert f"https://oils.example/card?{query}" in page(query).links


def test_every_verdict_of_a_rulebook_has_a_look_of_its_own():
    style = (SERVING / "card.css").read_text(encoding="utf-8")
    for verdict in SHAPES:
        assert f".{verdict.replace(' ', '-')}" in style, verdict
