"""Person and conditions: the usual dilution, and which oils are not for whom."""

import shutil
from fractions import Fraction

import pytest
from judged import ceiling, result, review

from blends import BlendError, read_brief, read_catalogue
from blends.showing.words.basis import basis_words
from blends.showing.words.verdict import left_out_sentences
from blends.tables.catalogue import shipped_data


@pytest.mark.parametrize(
    ("texts", "usual", "highest"),
    [
        ({"person": "adult"}, 2, 3),
        ({"person": "older"}, 1, 1),
        ({"person": "pregnant"}, 1, 1),
        ({"person": "breastfeeding"}, 1, 1),
        ({"conditions": "sensitive_skin"}, 1, 1),
        ({"person": "child:2"}, 0.5, 1),
        ({"person": "child:5"}, 0.5, 1),
        ({"person": "child:6"}, 1, 2),
        ({"person": "child:14"}, 1, 2),
        ({"person": "child:15"}, 2, 2),
        ({"person": "child:17", "conditions": "sensitive_skin"}, 1, 1),
        ({"person": "child:1"}, 0, 0),
    ],
)
def test_the_default_dilution_is_the_usual_one_of_the_person(texts, usual, highest):
    made = result(effect="anti-inflammatory", bottle="500 ml", **texts)
    assert (made.review.rates.usual_pct, made.review.rates.ceiling_pct) == (usual, highest)
    assert made.brief.dilution_pct == Fraction(str(usual))
    assert made.review.rates.source


def test_under_two_years_it_is_base_oil_alone():
    made = result(effect="warming", person="child:1")
    assert made.recipe.portions == ()
    assert "base oil alone" in " ".join(left_out_sentences(made))
    assert review(oils="lavender", person="child:1", dilution="0.5 %").verdict == "over"


def test_from_an_effect_an_unsuitable_oil_is_left_out_with_reason_and_replacement():
    made = result(effect="anti-inflammatory", person="pregnant")
    assert [portion.oil.id for portion in made.recipe.portions] == ["lavender"]
    nutmeg = made.selection.left_out[0]
    assert basis_words(nutmeg.reasons[0].basis) == "to be avoided in pregnancy"
    assert nutmeg.reasons[0].source
    assert nutmeg.instead


def test_named_explicitly_an_unsuitable_oil_is_a_finding_not_an_error():
    made = review(oils="nutmeg", person="pregnant")
    over = [each for each in made.findings if each.rulebook == "guidance" and each.verdict == "over"]
    assert any("pregnancy" in basis_words(each.basis) for each in over)


@pytest.mark.parametrize(
    ("condition", "oil"),
    [
        ("epilepsy", "rosemary"),
        ("asthma", "eucalyptus"),
        ("high_blood_pressure", "thyme_thymol"),
        ("blood_thinners", "clove_bud"),
        ("contact:linalool", "lavender"),
        ("contact:lavandula_oil_extract", "lavender"),
    ],
)
def test_a_condition_speaks_against_its_oils(condition, oil):
    made = review(oils=oil, conditions=condition, dilution="0.1 %", bottle="1 l")
    assert made.verdict == "over"
    assert not any(
        each.verdict == "over"
        for each in review(oils=oil, dilution="0.1 %", bottle="1 l").findings
        if each.limit_pct == 0
    )


@pytest.mark.parametrize(
    ("condition", "base"),
    [
        ("allergy_peanut", "peanut"),
        ("allergy_soya", "soybean"),
        ("allergy_tree_nut", "almond"),
        ("allergy_sesame", "sesame"),
        ("allergy_wheat", "wheat_germ"),
        ("allergy_tree_nut", "hazelnut"),
    ],
)
def test_a_food_allergy_speaks_against_its_base_oil(condition, base):
    assert review(effect="warming", base=base, conditions=condition).verdict == "over"
    assert review(effect="warming", base="olive", conditions=condition).verdict != "over"


def test_none_found_in_pregnancy_is_never_a_pass():
    made = review(oils="lavender", person="pregnant")
    assert made.verdict == "not assessed"
    assert any(
        "which is no proof" in basis_words(each.basis) for each in made.findings if each.verdict == "not assessed"
    )


def test_small_children_are_judged_by_category_5d():
    assert ceiling(review(oils="lavender", person="child:2"), "ifra-51-5d").rulebook == "ifra-51-5d"
    assert ceiling(review(oils="lavender", person="child:3"), "ifra-51-5a").rulebook == "ifra-51-5a"


@pytest.mark.parametrize("person", ["", "baby", "child", "child:18", "child:-1", "adult:3"])
def test_what_is_no_person_is_refused(person):
    with pytest.raises(BlendError, match="child:7"):
        read_brief({"person": person})


@pytest.mark.parametrize("conditions", ["gout", "contact:", "contact:<b>", "x" * 2000])
def test_what_is_no_condition_is_refused(conditions):
    with pytest.raises(BlendError):
        read_brief({"conditions": conditions})


def test_a_condition_on_which_sources_are_silent_is_no_pass():
    made = review(oils="nutmeg", conditions="asthma", dilution="0.5 %", bottle="1 l")
    assert made.verdict == "not assessed"
    assert any(
        "none of our lists names it with asthma, which is no proof" in basis_words(each.basis) for each in made.findings
    )


def test_a_base_oil_that_is_barred_leaves_no_dilution_within_guidance():
    made = review(effect="warming", base="peanut", conditions="allergy_peanut")
    assert ceiling(made, "guidance").dilution_pct == 0
    assert "Peanut" in ceiling(made, "guidance").barred.subject


def test_a_contact_allergy_that_no_label_names_is_refused():
    with pytest.raises(BlendError, match="no EU label allergen"):
        result(conditions="contact:gold")


def test_an_oil_no_longer_in_the_table_is_said_by_name(tmp_path):
    shutil.copytree(shipped_data(), tmp_path, dirs_exist_ok=True)
    with (tmp_path / "retired.csv").open("a", encoding="utf-8") as file:
        file.write("old_oil,Old oil,2026-11-24,no longer sold\n")
    with pytest.raises(BlendError, match=r"Old oil \(old_oil\) is no longer in the table: no longer sold"):
        result(read_catalogue(tmp_path), oils="old_oil")
    with pytest.raises(BlendError, match="oil of the sender's own"):
        result(oils="my_mixture")
