"""Edges of what is said, that a program found open: of a blend, of one's own figures, of an oil, on a label."""

from dataclasses import replace

import pytest

from blends import BlendError, calculate, read_brief, read_link
from blends.asking.quantities import read_bottle, write_bottle
from blends.flow import as_handed_on
from blends.judging.allergens import Labels
from blends.judging.findings import Verdict
from blends.showing import printed
from blends.showing.card import write_card
from blends.showing.composition import composition
from blends.showing.html import foot_of
from blends.showing.label import Details
from blends.showing.oil_view import base_oil_view, essential_oil_view
from blends.showing.papers import write_papers
from blends.showing.words.amounts import dosing
from blends.showing.words.changed import what_changed
from blends.showing.words.claims import claims_in
from blends.showing.words.headline import difference_sentence
from blends.showing.words.notes import _of_labels, notes
from blends.showing.words.own import label_refused, own_words
from blends.showing.words.proposed import nothing_proposed
from blends.showing.words.units import all_bottles
from blends.tables.called import called
from blends.tables.catalogue import shipped_tables
from blends.tables.certified import with_certificate
from blends.tables.one_oil import one_base_oil, one_essential_oil
from blends.tables.own import Certificate
from blends.tables.own_marks import Meant

CATALOGUE = shipped_tables()


def result(**texts):
    return calculate(read_brief(texts), CATALOGUE)


def said(kind, **texts):
    return [each.words for each in notes(result(**texts)) if each.kind == kind]


def test_one_drop_too_many_is_said_with_the_share_it_was_asked_and_the_share_it_is():
    assert said("rounded up", oils="lavender:1,rosemary:30", bottle="10 ml", dilution="2 %") == [
        "Rounded up to one drop: true lavender is 25 % of the oils where 3.23 % was asked for. "
        "A larger bottle keeps the parts as asked."
    ]


def test_too_little_is_said_below_85_parts_of_100_and_not_exactly_there():
    recipe = result(oils="lavender", bottle="10 ml", dilution="2 %")
    for achieved, short in ((1.7, False), (1.699, True)):
        made = replace(recipe, recipe=replace(recipe.recipe, achieved_dilution_pct=achieved))
        assert any(each.kind == "short" for each in notes(made)) is short


def test_that_no_oil_goes_in_is_a_note_of_its_own_kind():
    barred = result(effect="warming", person="child:2")
    if barred.recipe.portions:
        barred = replace(barred, recipe=replace(barred.recipe, portions=()))
    assert [each.words for each in notes(barred) if each.kind == "no oils"] == [
        "No essential oil goes in, so the dilution asked for does not apply."
    ]


def test_what_one_weak_source_may_bring_to_a_label_is_named():
    assert [each.words for each in _of_labels(Labels(perhaps=("Linalool", "Citral")))] == [
        "Perhaps on the label too, from one weak source: Linalool, Citral."
    ]


def test_what_the_handed_card_does_not_say_names_both_persons():
    here = result(oils="rosemary", person="pregnant")
    assert difference_sentence(here, as_handed_on(here)) == (
        "Here: not all is known for someone pregnant; the card is judged for a healthy adult: within."
    )


def test_what_is_over_only_here_is_said_though_both_are_over():
    here = result(oils="rosemary", conditions="epilepsy", dilution="9 %")
    there = as_handed_on(here)
    assert here.review.verdict is there.review.verdict is Verdict.OVER
    assert difference_sentence(here, there).startswith("Here it is over a limit for an adult with epilepsy; ")
    within = result(oils="lavender", dilution="1.5 %")
    assert difference_sentence(within, as_handed_on(within)) == ""


def test_a_link_carries_no_certificate_and_that_is_said_last():
    tables = with_certificate(CATALOGUE, "nutmeg", Certificate("b1", "nutmeg"))
    assert own_words(calculate(read_brief({"oils": "nutmeg"}), tables))[-1] == (
        "The link carries none of these figures of your own. Hand on the recipe's file (JSON) with them."
    )


def test_why_a_link_gives_no_label_ends_in_what_to_do():
    meant = Meant(read_brief({}), uncertified=("Clove bud",))
    assert label_refused(meant).endswith(
        " A label and papers must rest on it: open the file of the recipe (JSON) in Equal Parts, and make them there."
    )


@pytest.mark.parametrize(("field", "line"), [("title", "new title"), ("note", "new note")])
def test_a_new_title_or_note_is_a_change_word_for_word(field, line):
    before = read_brief({"oils": "lavender"})
    assert what_changed(before, replace(before, **{field: "For Mary"}), called(CATALOGUE)) == line


def test_the_bar_of_a_recipe_has_the_shape_of_its_verdict():
    card = write_card(result(effect="circulation"))
    line = next(each for each in card.judgement.lines if each.large)
    assert line.shape
    assert line.shape in foot_of(card)


def test_a_rule_without_figures_has_none_in_the_papers():
    papers = write_papers(result(oils="camphor_white", purpose="sale"), Details())
    unknown = [each for each in papers.checked if each.verdict == "Not assessed"]
    assert unknown
    assert {(each.actual, each.limit) for each in unknown} == {("", "")}


def test_whether_a_base_oil_is_solid_is_said_by_its_row():
    facts = {id_: base_oil_view(one_base_oil(id_, CATALOGUE)).facts for id_ in CATALOGUE.base_oil_by_id}
    state = {
        id_: next(fact.value for fact in each if fact.name == facts["olive"][1].name) for id_, each in facts.items()
    }
    assert state["coconut"] != state["olive"]
    for id_, words in state.items():
        solid = one_base_oil(id_, CATALOGUE).own.text("solid_at_20c")
        assert (words == state["coconut"]) == (solid == one_base_oil("coconut", CATALOGUE).own.text("solid_at_20c"))


def test_a_density_of_the_view_has_its_unit_and_a_use_no_note():
    view = essential_oil_view(one_essential_oil("lavender", CATALOGUE))
    density = next(fact for fact in view.facts if fact.name == "Density")
    assert density.value.endswith(" g/mL")
    assert density.value.split()[0] == f"{CATALOGUE.oil_by_id['lavender'].density_g_per_ml:g}"
    assert {fact.note for fact in view.uses} == {""}


def test_the_word_muscles_alone_is_no_claim_and_another_word_of_an_effect_is():
    assert claims_in("For muscles", ("easing sore muscles",)) == ()
    assert [each.word for each in claims_in("Easing evening", ("easing sore muscles",))] == ["Easing"]


def test_a_label_too_small_says_what_to_do_word_for_word():
    with pytest.raises(BlendError) as refused:
        printed.label_png(result(oils=",".join(list(CATALOGUE.oil_by_id)[:20]), bottle="1 l"), "10ml", Details())
    assert str(refused.value).endswith(
        " in letters of 6 points. Take a larger size, such as 100ml, fewer oils, shorter cautions, or put ingredients "
        "on a leaflet."
    )


def test_nothing_is_said_of_proposals_where_oils_are_named():
    assert result(effect="refreshing", oils="lavender", person="pregnant").settled.proposed == ()
    assert nothing_proposed(result(effect="refreshing", oils="lavender", person="pregnant")) == ""
    assert nothing_proposed(result(effect="refreshing", person="pregnant")).startswith("No oils are proposed for ")


def test_all_bottles_name_every_oil_with_its_amount():
    made = result(effect="circulation", bottles="3")
    sentence = all_bottles(made.recipe, "drops")
    assert sentence.startswith("For 3 bottles in all: ")
    assert sentence.count(" of ") == len(made.recipe.portions) + len(made.recipe.bases)


def test_a_bottle_of_an_amount_is_written_as_it_is_read():
    for text in ("100ml", "0.5floz", "50g", "1l"):
        assert write_bottle(read_bottle(text), "us") == text


def test_a_link_whose_letters_are_damaged_is_refused_and_never_guessed():
    with pytest.raises(BlendError, match="its letters are damaged"):
        read_link("?v=1&o=lavender&b=olive&m=30ml,fill-to,us,1&d=2,20,equal&w=adult,home&t=caf%E9")


def test_drops_per_ml_are_said_with_four_figures():
    assert dosing(result(oils="lavender", drops_per_ml="22.25")).endswith(" at 22.25 drops per mL.")


def test_weights_are_exact_where_every_density_is_known_and_not_where_one_is_missing():
    assert [each.exact for each in composition(result(oils="lavender,rosemary"))] == [True] * 3
    unknown = next(oil.id for oil in CATALOGUE.oil_by_id.values() if oil.density_g_per_ml is None)
    assert [each.exact for each in composition(result(oils=f"lavender,{unknown}"))] == [False] * 3
