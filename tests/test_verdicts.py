"""The verdict in words, at home and for sale, and what would help."""

from dataclasses import replace

import pytest
from judged import CATALOGUE, ceiling, result, review

from blends import calculate, read_brief
from blends.asking.parts import write_parts
from blends.judging.allergens import Labels, labels_of
from blends.remedies import dosing_within, what_helps
from blends.showing.safety_card import judgement
from blends.showing.words.headline import verdict_sentence
from blends.showing.words.verdict import ceiling_sentence, dropper_sentence, help_words
from blends.tables.allergens import label_names
from blends.tables.rulebooks import rulebooks_of


def test_at_home_guidance_and_ty_judge_a_sale_is_judged_by_all():
    texts = {"effect": "circulation", "bottle": "100 ml"}
    assert review(**texts).verdict == "within"
    assert review(**texts, purpose="sale").verdict == "over"
    for made in (review(**texts), review(**texts, purpose="sale")):
        assert (made.at_home, made.for_sale) == ("within", "over")


def test_the_sentence_says_both_what_is_within_and_what_is_not_known():
    assert verdict_sentence(result(effect="circulation")) == (
        "Nothing over a limit of the usual guidance or T&Y 2014; "
        "petitgrain and juniper berry judged by their constituents, as T&Y's own figure was not seen. "
        "Over limits for products on sale: IFRA 51 (methyl eugenol, 4.3 times its limit, and 1 more) "
        "and EU 1223/2009 (methyl eugenol, 32 times its limit, and 1 more)."
    )
    unknown = verdict_sentence(result(oils="lavender,vetiver,helichrysum"))
    assert "T&Y sets no maximum for true lavender" in unknown
    assert "vetiver and helichrysum have no T&Y figure and are held to the usual 2 %" in unknown
    assert "nutmeg 1.96 % against 0.8 % (T&Y 2014)" in verdict_sentence(result(oils="nutmeg"))


def test_the_dropper_that_changes_the_verdict_is_named():
    larger = dropper_sentence(result(effect="anti-inflammatory"))
    assert larger.startswith("If your drops are larger (15 fill 1 mL), the same number is over a limit.")
    smaller = dropper_sentence(result(effect="warming", dilution="5 %", purpose="sale"))
    assert smaller.startswith("If your drops are smaller (45 fill 1 mL), nothing is over, but not all is known.")
    assert dropper_sentence(result(effect="warming")) == ""
    assert review(effect="anti-inflammatory", drops="exact").droppers == {}


def test_a_ceiling_above_the_usual_rate_is_never_a_number_to_use():
    made = result(effect="circulation")
    home, sale = (ceiling(made.review, rulebook) for rulebook in ("ty-2014", "ifra-51-5a"))
    assert ceiling_sentence(home, made) == "this book would allow the usual 2 %"
    assert ceiling_sentence(sale, made).startswith("at most 0.47 %, because of nutmeg")


def test_a_book_that_is_not_passed_by_more_than_the_usual_allows_that_not_only_the_usual():
    made = result(effect="warming", dilution="5 %", drops="exact")
    assert ceiling_sentence(ceiling(made.review, "ty-2014"), made) == "this book would allow this strength, too"


def test_the_word_safe_never_stands_beside_a_number():
    for effect in CATALOGUE.composition_by_id:
        said = judgement(result(effect=effect))
        words = [said.sentence, said.words, *said.notes, *(row.ceiling for row in said.rulebooks)]
        assert not any("safe" in sentence.lower() for sentence in words)


def test_what_helps_names_the_oil_and_the_ceiling_then():
    helps = what_helps(result(effect="circulation"), "ifra-51-5a")
    assert any(help_words(each).startswith(("Leave out nutmeg", "Swap nutmeg")) for each in helps)
    now = ceiling(review(effect="circulation"), "ifra-51-5a").dilution_pct
    for each in helps:
        then = ceiling(review(oils=write_parts(each.parts), drops="exact"), "ifra-51-5a").dilution_pct
        assert then == each.dilution_pct
        assert then is None or then > now


@pytest.mark.parametrize(
    ("texts", "rulebook"),
    [
        ({"oils": "clove_bud:1,lavender:9", "bottle": "15 ml"}, "eu-1223-2009"),
        ({"oils": "oregano,lavender:2,nutmeg:1", "bottle": "30 ml", "drops": "spend"}, "ifra-51-5a"),
    ],
)
def test_using_a_ceiling_keeps_it_by_measure_where_drops_would_not(texts, rulebook):
    top = ceiling(review(**texts | {"drops": "exact"}), rulebook)
    brief = read_brief(texts | {"dilution": f"{top.dilution_pct:.6f} %"})
    dosing = dosing_within(brief, rulebook, result(**texts))
    assert calculate(replace(brief, dosing=dosing), CATALOGUE).review.of(rulebook) != "over"
    assert dosing == "exact"


def test_a_sale_names_its_label_allergens():
    tables = rulebooks_of(CATALOGUE), label_names(CATALOGUE)
    found = labels_of(result(oils="lavender", purpose="sale").recipe, *tables)
    assert {"Linalool", "Lavandula Oil/Extract"} <= set(found.names)
    assert labels_of(result(dilution="0 %").recipe, *tables) == Labels()
