"""What is said may not contradict itself: the headline, the rows beneath it, and the card that is handed on."""

import json
import re
from dataclasses import asdict

import pytest
from many_cards import home_cards, page, result

from blends.serving.figures import card_json
from blends.showing import output
from blends.showing.card import write_card
from blends.showing.guide import WHEN_WRONG, chapters
from blends.showing.handed import Handed
from blends.showing.html import recipe_html
from blends.showing.words.headline import verdict_words

pytestmark = pytest.mark.xdist_group("words")  # the same cards serve all of these tests


def test_no_headline_is_contradicted_by_another_line_of_the_card():
    over = 0
    for texts, card in home_cards():
        judged = card.judgement
        short = {row.name: row.name.partition(",")[0] for row in judged.rulebooks}
        short["Guidance"] = "the usual guidance"
        passed = {row.name for row in judged.rulebooks if row.verdict == "over"}
        assert passed == {row.rulebook for row in judged.findings if row.verdict == "over"} & set(short), texts
        cleared = re.search(r"Nothing over a limit of ([^;.]*)", judged.sentence)
        for name in passed:
            assert cleared is None or short[name] not in cleared[1], texts
            assert short[name] in judged.sentence or "more" in judged.sentence or name == "Guidance", texts
            over += 1
        assert judged.words != "Within", texts
        if passed and judged.words.startswith("Within"):
            assert "over those for products on sale" in judged.words, texts
    assert over > len(home_cards()) / 6  # else nothing was tested


def test_no_card_says_that_nothing_is_over_without_saying_of_what():
    lines = [line for _, card in home_cards() for line in output.card_text(card).splitlines() if "othing over" in line]
    assert len(lines) > len(home_cards()) / 6
    assert [line for line in lines if not re.match("For .*: nothing over|.*Nothing over a limit of ", line)] == []


def test_nothing_over_names_only_rulebooks_that_have_a_limit_for_these_oils():
    named = 0
    for texts, card in home_cards():
        cleared = re.search(r"Nothing over a limit of ([^;.]*)", card.judgement.sentence)
        limited = {row.rulebook for row in card.judgement.findings if row.limit}
        if cleared and "T&Y" in cleared[1]:
            assert "T&Y 2014" in limited, texts
            named += 1
    assert named > len(home_cards()) / 60


def test_the_headline_says_by_how_much_the_others_are_passed():
    made = result(oils="wintergreen", dilution="1.8 %")
    sentence = write_card(made).judgement.sentence
    assert "EU 1223/2009 (methyl salicylate, " in sentence
    found = next(each for each in made.review.findings if each.rulebook == "eu-1223-2009" and each.verdict == "over")
    assert f"{found.actual_pct / found.limit_pct:.0f} times its limit" in sentence
    assert verdict_words(made) == "Within the limits for home use, over those for products on sale"


def test_a_sale_that_is_within_says_so_of_the_sale():
    within = result(oils="lavender", dilution="0.01 %", bottle="1 l", purpose="sale", drops="exact")
    assert within.review.verdict == "within"
    assert verdict_words(within) == "Within the limits for products on sale"


def test_a_rulebook_that_judged_nothing_has_no_limit_and_no_tick():
    made = result(oils="juniper", dilution="1 %")
    card = write_card(made)
    row = next(row for row in card.judgement.rulebooks if row.id == "eu-1223-2009")
    assert (row.verdict, row.words, row.shape) == ("no limit", "Has no limit for these oils", "–")
    for form in (recipe_html(card), output.card_text(card), json.dumps(asdict(card))):
        assert "as no limit for these oils" in form
        assert "EU 1223/2009: within" not in form


def test_every_tick_stands_for_a_limit_that_was_kept():
    ticks = 0
    for texts, card in home_cards():
        limited = {row.rulebook for row in card.judgement.findings if row.limit}
        ticked = {row.name for row in card.judgement.rulebooks if row.shape == "✓"}
        assert ticked <= limited, texts
        ticks += len(ticked)
    assert ticks > len(home_cards()) / 6


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ({}, "a healthy adult"),
        ({"person": "child:7"}, "a child of 7"),
        ({"conditions": "epilepsy,asthma"}, "an adult with epilepsy and asthma"),
        ({"person": "pregnant"}, "someone pregnant"),
        ({"person": "pregnant", "conditions": "asthma"}, "someone pregnant, with asthma"),
        ({"person": "older"}, "an older or frail person"),
        ({"person": "child:9", "conditions": "contact:linalool"}, "a child of 9 with a contact allergy (linalool)"),
    ],
)
def test_the_pages_card_says_for_whom_it_was_judged(texts, words):
    card = page(oils="lavender", **texts)
    assert card.judgement.for_whom == f"Judged for {words}."
    assert f"Judged for {words}." in recipe_html(card)


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ({"person": "child:7", "dilution": "2 %"}, "2 % is above the usual 1 % for a child of 7."),
        ({"dilution": "2.5 %"}, "2.5 % is above the usual 2 % for an adult."),
        ({"person": "child:7", "dilution": "1 %"}, ""),
        ({"person": "child:1", "effect": "warming", "oils": "", "dilution": "2 %"}, ""),  # no oil goes in
    ],
)
def test_a_dilution_above_the_usual_is_said_before_the_amounts(texts, words):
    made = result(**{"oils": "lavender", "bottle": "100 ml"} | texts)
    for card in (write_card(made), write_card(made, handed_on=False)):
        assert card.above_usual == words
        if words:
            for form, amounts in ((output.card_text(card), "True lavender:"), (recipe_html(card), "<table")):
                assert 0 < form.index(words) < form.index(amounts)


def test_above_the_usual_is_said_on_the_page_for_the_person_there():
    made = result(oils="lavender", person="pregnant", dilution="2 %")
    assert write_card(made, handed_on=False).above_usual == "2 % is above the usual 1 % for someone pregnant."
    assert write_card(made).above_usual == ""


def test_what_to_do_when_it_goes_wrong_stands_on_every_card():
    made = result(effect="warming")
    card = write_card(made)
    for line in card.when_wrong:
        for form in (output.card_text(card), card_json(Handed(made, card), ""), recipe_html(card)):
            assert line in form
    assert "poison centre" in " ".join(card.when_wrong)
    assert WHEN_WRONG in [chapter.anchor for chapter in chapters()]
