"""What people read: every convention said, nothing hidden, nothing absurdly precise, every text escaped."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from blends import BlendError, calculate, read_brief, read_catalogue
from blends.asking.quantities import read_bottle
from blends.showing.card import write_card
from blends.showing.html import recipe_html, sentence_html
from blends.showing.words.sentences import dilution_sentence

CATALOGUE = read_catalogue()


def made(**texts):
    return write_card(calculate(read_brief(texts), CATALOGUE))


def test_the_story_of_the_warming_oil_in_words():
    warming = made(effect="warming")
    assert warming.title == "Warming blend"
    assert warming.subtitle == "in olive oil"
    assert [row.drops for row in warming.rows] == ["8"] * 5
    assert [(row.name, row.volume_ml) for row in warming.bases] == [("Olive oil", "98")]
    assert (warming.total_drops, warming.achieved_pct) == ("40", "2.00")


@pytest.mark.parametrize(
    ("texts", "convention"),
    [
        ({}, "20 drops per mL (the pharmacopoeia's dropper, USP <1101>)"),
        ({"drops_per_ml": "30"}, "30 drops per mL (the working value of the Tisserand Institute)"),
        ({"drops_per_ml": "27.5"}, "27.5 drops per mL. Droppers met in practice give 15 to 45."),
        ({}, "Fill-to: the bottle holds everything."),
        ({"fill": "add-to"}, "Add-to: so much base oil, then the oils."),
        ({"bottle": "4 fl oz"}, "1 US fl oz is 29.5735 mL."),
        ({"bottle": "4 fl oz", "system": "imperial"}, "1 imperial fl oz is 28.4131 mL."),
        ({"bottle": "4 fl oz", "system": "chart"}, "1 chart fl oz is 30 mL."),
        ({"bottle": "90 g"}, "A weight becomes a volume by the density of the finished oil."),
        ({"bottle": "30 ml", "effect": "warming"}, "2 drops are left over"),
        ({"bottle": "30 ml", "effect": "warming", "drops": "spend"}, "Leftover drops spent"),
        ({"oils": "lavender:2,thyme_thymol:1"}, "rounded down on its own, to at least one drop"),
    ],
)
def test_the_calculation_prints_every_convention_used(texts, convention):
    assert any(convention in step.convention for step in made(**texts).calculation)


def test_the_calculation_shows_each_figure():
    working = " | ".join(step.working for step in made(effect="warming", bottle="30 ml").calculation)
    assert "30 mL × 2 % = 0.6 mL" in working
    assert "0.6 mL × 20 = 12 drops" in working
    assert "12 ÷ 5 oils = 2.4, so 2 each" in working
    assert "30 − 0.5 = 29.5 mL" in working
    assert "0.5 ÷ 30 mL = 1.67 %" in working


def test_by_measure_drops_are_only_about():
    exact = made(effect="warming", bottle="10 ml", drops="exact")
    assert [row.drops for row in exact.rows] == ["about 0.8"] * 5
    assert [row.volume_ml for row in exact.rows] == ["0.04"] * 5
    assert exact.droppers == ()


def test_small_amounts_are_never_hidden_and_precision_is_never_absurd():
    exact = made(effect="circulation", bottle="5 ml", dilution="0.1 %", drops="exact")
    assert [row.volume_ml for row in exact.rows] == ["0.00125"] * 4
    for row in (*exact.rows, *exact.bases):
        for figure in (row.volume_ml, row.mass_g):
            assert len(figure.replace(".", "").lstrip("0")) <= 3


def test_the_drift_from_given_parts_is_shown():
    drifted = made(oils="lavender:19,thyme_thymol:1", bottle="30 ml")
    assert drifted.rows[1].note == "8.33 % of the oils, asked for 5 %"
    assert any("Rounded up to one drop: thyme (thymol)" in note for note in drifted.notes)


def test_nothing_is_said_to_drift_when_nothing_does():
    assert all(row.note == "" for row in made(effect="warming", bottle="12.5 ml").rows)
    assert not any("Rounded up" in note or "come to" in note for note in made(effect="warming", bottle="12.5 ml").notes)


@pytest.mark.parametrize(("base", "allergen"), [("peanut", "peanut"), ("soybean", "soya"), ("almond", "tree nut")])
def test_an_allergen_of_the_base_oil_is_named(base, allergen):
    assert any(note.startswith("Allergen") and allergen in note for note in made(base=base).notes)


def test_a_solid_base_oil_says_so():
    assert any("melt gently" in note for note in made(base="coconut").notes)


def test_an_unknown_density_is_said_not_guessed():
    result = calculate(read_brief({"oils": "lavender"}), CATALOGUE)
    unknown = replace(result.recipe.portions[0].oil, density_g_per_ml=None)
    recipe = replace(result.recipe, portions=(replace(result.recipe.portions[0], oil=unknown),))
    shown = write_card(replace(result, recipe=recipe))
    assert shown.rows[0].mass_g == ""
    assert shown.achieved_w_w_pct == ""
    assert "No weight for True lavender: no density was found." in shown.notes
    assert "not known" in recipe_html(shown)


def test_several_bottles_are_added_up():
    three = made(effect="circulation", bottles="3")
    assert three.all_bottles.startswith("For 3 bottles in all: 30 drops of petitgrain")
    assert three.all_bottles.endswith("294 mL of olive oil.")


@pytest.mark.parametrize(
    ("bottle", "massages"),
    [
        ("100 ml", "4 to 5 massages"),
        ("30 ml", "1 massage"),
        ("10 ml", "less than 1 massage"),
        ("500 ml", "20 to 25 massages"),
    ],
)
def test_massages_are_counted_at_20_to_25_ml(bottle, massages):
    assert made(effect="anti-inflammatory", bottle=bottle).massages == massages


def test_the_other_way_round():
    sentence = dilution_sentence(12, read_bottle("30 ml"), Fraction(20), "fill-to")
    assert sentence.startswith("12 drops make 2.00 % in 30 mL at 20 drops per mL (fill-to).")
    assert sentence.endswith("15 to 45 drops per mL: 2.67 to 0.889 %.")
    with pytest.raises(BlendError, match="more than the bottle holds"):
        dilution_sentence(12_000, read_bottle("30 ml"), Fraction(20), "fill-to")


def test_no_word_promises_to_treat_cure_or_heal():
    html = "".join(recipe_html(made(effect=effect)) for effect in CATALOGUE.composition_by_id)
    html = re.sub(r'href="[^"]*"', "", html)  # other people's addresses
    assert "Traditionally used for" in html
    assert not re.search(r"\b(treats?|cures?|heals?|healing)\b", html, re.IGNORECASE)


def test_every_text_on_the_page_is_escaped():
    hostile = "<script>alert(1)</script>"
    shown = made(effect="warming")
    shown = replace(
        shown,
        title=hostile,
        notes=(hostile,),
        steps=(hostile,),
        rows=tuple(replace(row, name=hostile) for row in shown.rows),
    )
    assert "<script" not in recipe_html(shown)
    assert "<script" not in sentence_html(hostile)
