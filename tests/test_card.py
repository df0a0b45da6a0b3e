"""What people read: every convention said, nothing hidden, nothing absurdly precise, every text escaped."""

import io
import re
from dataclasses import replace
from fractions import Fraction

import pytest
from pypdf import PdfReader

from blends import BlendError, calculate, card_text, pdf, read_brief
from blends.asking.quantities import read_bottle
from blends.showing.card import write_card
from blends.showing.figure import Figure
from blends.showing.html import recipe_html, sentence_html
from blends.showing.templates import environment
from blends.showing.words.inputs import dilution_sentence
from blends.showing.words.labels import LABELS
from blends.showing.words.notes import Note
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()


def made(**texts):
    return write_card(calculate(read_brief(texts), CATALOGUE))


def test_the_story_of_the_warming_oil_in_words():
    warming = made(effect="warming")
    assert warming.title == "Warming blend"
    assert warming.subtitle == "in olive oil"
    assert [(row.drops.value, row.drops.text, row.dosed) for row in warming.rows] == [(8, "8", "drops")] * 5
    assert [(row.name, str(row.volume_ml), row.drops) for row in warming.bases] == [("Olive oil", "98", None)]
    assert (warming.total_drops.value, str(warming.achieved_pct)) == (40, "2.00")


@pytest.mark.parametrize(
    ("texts", "convention"),
    [
        ({}, "20 drops per mL (the pharmacopoeia's dropper, USP <1101>)"),
        ({"drops_per_ml": "30"}, "30 drops per mL (the working value of the Tisserand Institute)"),
        ({"drops_per_ml": "27.5"}, "27.5 drops per mL. Droppers met in practice give 15 to 45."),
        ({}, "100 mL in all, oils and base oil together."),
        ({"fill": "add-to"}, "100 mL of base oil, and the oils come on top."),
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
    assert [(str(row.drops), row.dosed) for row in exact.rows] == [("0.8", "measure")] * 5
    assert [str(row.volume_ml) for row in exact.rows] == ["0.04"] * 5
    assert "about 0.8 drops" in card_text(exact)
    assert exact.droppers == ()


def test_small_amounts_are_never_hidden_and_precision_is_never_absurd():
    exact = made(effect="circulation", bottle="5 ml", dilution="0.1 %", drops="exact")
    assert [str(row.volume_ml) for row in exact.rows] == ["0.00125"] * 4
    for row in (*exact.rows, *exact.bases):
        for figure in (row.volume_ml, row.mass_g):
            assert len(figure.text.replace(".", "").lstrip("0")) <= 3


def test_the_drift_from_given_parts_is_shown():
    drifted = made(oils="lavender:19,thyme_thymol:1", bottle="30 ml")
    assert drifted.rows[1].note == "8.33 % of the oils, asked for 5 %"
    assert any("Rounded up to one drop: thyme (thymol)" in note.words for note in drifted.notes)


def test_nothing_is_said_to_drift_when_nothing_does():
    assert [row.note for row in made(effect="warming", bottle="12.5 ml").rows] == [""] * 5
    assert not any(note.kind in ("rounded up", "short") for note in made(effect="warming", bottle="12.5 ml").notes)


@pytest.mark.parametrize(("base", "allergen"), [("peanut", "peanut"), ("soybean", "soya"), ("almond", "tree nut")])
def test_an_allergen_of_the_base_oil_is_named(base, allergen):
    assert any(note.kind == "allergen" and allergen in note.words for note in made(base=base).notes)


def test_a_solid_base_oil_says_so():
    assert any("melt gently" in note.words for note in made(base="coconut").notes)


def test_an_unknown_density_is_said_not_guessed():
    result = calculate(read_brief({"oils": "lavender"}), CATALOGUE)
    unknown = replace(result.recipe.portions[0].oil, density_g_per_ml=None)
    recipe = replace(result.recipe, portions=(replace(result.recipe.portions[0], oil=unknown),))
    shown = write_card(replace(result, recipe=recipe))
    assert shown.rows[0].mass_g is None
    assert shown.achieved_w_w_pct is None
    assert Note("no density", "No weight for True lavender: no density was found.") in shown.notes
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
    assert sentence.startswith("12 drops make 2.00 % in 30 mL in all, at 20 drops per mL.")
    assert sentence.endswith("15 to 45 drops per mL: 2.67 to 0.889 %.")
    with pytest.raises(BlendError, match="more than the bottle holds"):
        dilution_sentence(12_000, read_bottle("30 ml"), Fraction(20), "fill-to")


def test_no_word_promises_to_treat_cure_or_heal():
    html = "".join(recipe_html(made(effect=effect)) for effect in CATALOGUE.composition_by_id)
    html = re.sub(r'href="[^"]*"', "", html)  # other people's addresses
    assert "Traditionally used for" in html
    assert not re.search(r"\b(treats?|cures?|heals?|healing)\b", html, re.IGNORECASE)


def test_a_weight_without_a_density_is_said_not_to_be_known():
    assert "mL · weight not known</td>" in recipe_html(made(oils="plai"))


def test_one_drop_is_one_drop():
    one = made(oils="lavender", bottle="10 ml", dilution="0.5 %")
    assert "True lavender: 1 drop, " in card_text(one)
    assert "The same 1 drop from other droppers" in recipe_html(one)


def test_html_and_print_decide_by_codes_and_numbers_never_by_a_text():
    marker = Figure(8, "as many as you like")
    changed = made(effect="warming")
    changed = replace(changed, rows=tuple(replace(row, drops=marker, share_pct=marker) for row in changed.rows))
    page = recipe_html(changed)
    assert page.count('<td class="ep-big"><b>as many as you like</b> <small>drops</small></td>') == 5
    assert pdf(changed).startswith(b"%PDF")


def test_every_word_of_the_card_s_headings_comes_from_one_place(monkeypatch):
    card = made(effect="circulation")
    heading = "Wenn etwas schiefgeht"
    changed = replace(LABELS, when_wrong=heading)
    monkeypatch.setitem(environment().globals, "labels", changed)
    monkeypatch.setattr("blends.showing.output.LABELS", changed)
    assert heading in recipe_html(card)
    assert "If something goes wrong" not in recipe_html(card)
    printed = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf(card, "a4"))).pages)
    assert heading in printed
    assert "If something goes wrong" not in printed


def test_every_text_on_the_page_is_escaped():
    hostile = "<script>alert(1)</script>"
    shown = made(effect="warming")
    shown = replace(
        shown,
        title=hostile,
        notes=(Note("solid", hostile),),
        steps=(hostile,),
        rows=tuple(replace(row, name=hostile) for row in shown.rows),
    )
    assert "<script" not in recipe_html(shown)
    assert "<script" not in sentence_html(hostile)
