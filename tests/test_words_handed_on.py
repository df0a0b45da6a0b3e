"""What the card that is handed on says, and what is said beside *Share* of what it does not say."""

import re

import pytest
from effort import tries
from many_cards import many, printed, result

from blends.flow import as_handed_on
from blends.serving.figures import card_csv, card_json
from blends.showing import output
from blends.showing.card import write_card
from blends.showing.handed import Handed
from blends.showing.words.headline import difference_sentence

HEALTH = ["epilepsy", "asthma", "high_blood_pressure", "blood_thinners", "sensitive_skin", "contact:linalool"]
HEALTH += ["allergy_peanut", "allergy_soya", "allergy_tree_nut", "allergy_sesame", "allergy_wheat"]
UNCHECKED = "not checked for illness, allergy or pregnancy"


@pytest.mark.parametrize("texts", [{}, {"person": "pregnant"}, {"conditions": "epilepsy"}, {"person": "breastfeeding"}])
def test_a_card_handed_on_always_says_healthy_adult_and_what_was_not_checked(texts):
    said = f"For a healthy adult: {UNCHECKED}."
    made = result(effect="warming", **texts)
    card = write_card(made)
    assert card.judgement.for_whom == said
    for form in (output.card_text(card), card_json(Handed(made, card), ""), card_csv(card)):
        assert said in form


def test_a_card_for_a_child_says_the_childs_age():
    card = write_card(result(oils="lavender", person="child:7", conditions="asthma"))
    assert card.judgement.for_whom == f"For a child of 7: {UNCHECKED}."


@pytest.mark.parametrize("texts", [{"person": "pregnant"}, {"person": "older"}, {"conditions": "epilepsy,asthma"}])
def test_the_words_of_a_card_handed_on_tell_nothing(texts):
    given = {"oils": "rosemary,lavender", "dilution": "1 %", "bottle": "100 ml"}
    told, plain = result(**given, **texts), result(**given)
    assert write_card(told) == write_card(as_handed_on(plain))


def sick(chance):
    return ",".join(chance.sample(HEALTH, chance.randint(1, 3)))


def test_the_shared_card_has_the_pages_drops_and_hides_no_over_behind_an_unqualified_nothing():
    # Spending leftover drops may not depend on the person either; that rule has its own test beside it.
    people = ["adult", "pregnant", "breastfeeding", "older", "child:8"]
    hidden = 0
    for texts, made in many(tries(600), 4, person=lambda chance: chance.choice(people), conditions=sick):
        shown, card = write_card(made, handed_on=False), write_card(made)
        assert [(row.name, row.drops, row.volume_ml) for row in card.rows] == [
            (row.name, row.drops, row.volume_ml) for row in shown.rows
        ], texts
        assert UNCHECKED in card.judgement.for_whom
        assert not re.search("othing over (?!a limit of )", printed(card))
        if made.review.verdict == "over" and card.judgement.verdict != "over":
            hidden += 1
            assert difference_sentence(made, as_handed_on(made)), texts
    assert hidden > tries(600) / 20


@pytest.mark.parametrize(
    "texts",
    [
        {"oils": "rosemary", "conditions": "high_blood_pressure", "dilution": "1 %"},
        {"oils": "lavender", "base": "peanut", "conditions": "allergy_peanut", "dilution": "1 %"},
    ],
)
def test_beside_share_it_is_said_that_the_card_does_not_say_what_the_page_says(texts):
    made = result(**texts)
    sentence = difference_sentence(made, as_handed_on(made))
    assert sentence.startswith("Here it is over a limit for an adult with ")
    assert "healthy adult and does not say so" in sentence
    assert "Tell the person yourself" in sentence
    assert sentence not in printed(write_card(made))


def test_a_reason_missing_from_the_card_is_said_even_where_both_are_over():
    made = result(oils="nutmeg", conditions="contact:linalool,blood_thinners", dilution="3 %", person="pregnant")
    assert write_card(made).judgement.verdict == "over"
    assert difference_sentence(made, as_handed_on(made))


def test_where_page_and_card_agree_nothing_is_said_beside_share():
    made = result(oils="lavender", dilution="1 %")
    assert difference_sentence(made, as_handed_on(made)) == ""
