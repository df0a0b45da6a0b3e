"""The edges of for whom: exactly at the least age, bands of years, kin base oils, how well a caution is confirmed."""

from math import ceil

import pytest

from blends import calculate, read_brief
from blends.asking.person import Person
from blends.judging.findings import Kind
from blends.making.basis import On, rests
from blends.making.guidance import guidance_for
from blends.making.suitability import YOUNGEST, reasons_against
from blends.tables.catalogue import shipped_tables
from blends.tables.cautions import cautions
from blends.tables.oils import base_oil
from blends.tables.rulebooks import rulebooks_of
from blends.tables.verified import Verified

CATALOGUE = shipped_tables()
OILS, KNOWN = CATALOGUE.oil_by_id, cautions(CATALOGUE)
WITH_AGE = [oil for oil in OILS.values() if oil.min_age_years is not None and oil.min_age_years >= 2]


def result(**texts):
    return calculate(read_brief(texts), CATALOGUE)


def against_child(oil, age):
    return [reason.basis.on for reason in reasons_against(oil, Person("child", age), (), KNOWN)]


def test_a_child_exactly_at_the_least_age_may_have_the_oil_and_a_year_younger_may_not():
    assert len(WITH_AGE) > 40
    for oil in WITH_AGE:
        reached = ceil(oil.min_age_years)
        assert reached > 17 or against_child(oil, reached) == []
        assert against_child(oil, reached - 1) == ([On.BABY] if reached == 2 else [On.FROM_AGE])


def test_two_and_a_half_years_are_three_full_years():
    assert OILS["pine"].min_age_years == 2.5
    assert against_child(OILS["pine"], 2) == [On.FROM_AGE]
    assert against_child(OILS["pine"], 3) == []


@pytest.mark.parametrize(
    ("age", "row"),
    [
        (1, "child_under_2"),
        (2, "child_2_5"),
        (5, "child_2_5"),
        (6, "child_6_14"),
        (14, "child_6_14"),
        (15, "child_15_17"),
        (17, "child_15_17"),
    ],
)
def test_a_child_is_in_the_band_of_its_full_years(age, row):
    rates = CATALOGUE.guidance_by_person
    found = guidance_for(Person("child", age), (), rates)
    assert (found.usual_row, found.ceiling_row) == (row, row)


@pytest.mark.parametrize(("age", "category"), [(2, "ifra-51-5d"), (3, "ifra-51-5a"), (17, "ifra-51-5a")])
def test_a_child_is_judged_by_the_category_of_its_age_and_by_no_other(age, category):
    books = {book.id for book in rulebooks_of(CATALOGUE).for_age(age)}
    assert books & {"ifra-51-5a", "ifra-51-5d"} == {category}


@pytest.mark.parametrize(
    ("condition", "base", "verdict"),
    [
        ("allergy_peanut", "soybean", "over"),  # kin
        ("allergy_soya", "peanut", "over"),
        ("allergy_tree_nut", "macadamia", "over"),
        ("allergy_tree_nut", "apricot_kernel", "not assessed"),
        ("allergy_tree_nut", "argan", "not assessed"),
        ("allergy_tree_nut", "coconut", "not assessed"),
        ("allergy_tree_nut", "coconut_fractionated", "not assessed"),
        ("allergy_tree_nut", "peanut", None),
        ("allergy_sesame", "sunflower", None),
        ("allergy_sesame", "sesame", "over"),
        ("allergy_wheat", "wheat_germ", "over"),
        ("allergy_peanut", "almond", None),
    ],
)
def test_base_oils_of_the_same_kin_are_minded_with_an_allergy(condition, base, verdict):
    review = result(oils="lavender", base=base, conditions=condition, dilution="1 %").review
    found = {each.verdict.value for each in review.findings if each.kind == "base oil"}
    assert found == (set() if verdict is None else {verdict})


def test_of_a_barred_base_oil_its_share_of_the_base_oils_is_said():
    made = result(oils="lavender", base="olive:3,peanut:1", conditions="allergy_peanut", dilution="1 %").review
    (over,) = [each for each in made.findings if each.kind == "base oil"]
    assert (over.actual_pct, over.limit_pct) == (25, 0)


@pytest.mark.parametrize(
    ("texts", "subject", "verified"),
    [
        ({"base": "peanut", "conditions": "allergy_peanut"}, "Peanut (groundnut) oil", "yes"),
        ({"base": "soybean", "conditions": "allergy_peanut"}, "Soybean oil", "no"),
        ({"oils": "eucalyptus", "conditions": "epilepsy"}, "Eucalyptus (blue gum)", "yes"),
        ({"oils": "marjoram", "conditions": "epilepsy"}, "Sweet marjoram", "no"),
    ],
)
def test_what_bars_an_oil_is_as_well_confirmed_as_the_caution_it_rests_on(texts, subject, verified):
    findings = result(**{"oils": "lavender", "dilution": "0.5 %"} | texts).review.findings
    (over,) = [each for each in findings if each.subject == subject and each.limit_pct == 0]
    assert over.verified == verified


def test_only_a_cell_that_says_none_means_that_no_allergen_is_to_be_named():
    row = CATALOGUE.base_oils.loc["olive"]
    for cell, allergen in (
        ("none", ""),
        ("None of the EU 14", ""),
        ("none but soya", "none but soya"),
        ("lupin", "lupin"),
    ):
        assert base_oil("my_oil", row.replace({row["allergen"]: cell})).allergen == allergen


def test_a_child_too_young_is_told_the_age_that_the_least_oil_may_begin_with_and_who_says_so():
    baby = Person("child", YOUNGEST - 1)
    for oil in OILS.values():
        (reason,) = reasons_against(oil, baby, (), KNOWN)
        assert reason.basis == rests(On.BABY, years=YOUNGEST)
        assert set(reason.source.split()) <= set(CATALOGUE.sources.index)


def test_a_least_age_is_given_with_its_source_and_how_well_it_is_confirmed():
    older = [oil for oil in WITH_AGE if oil.min_age_years > YOUNGEST]
    assert len(older) > 10
    for oil in older:
        row = CATALOGUE.oils.loc[oil.id]
        (reason,) = reasons_against(oil, Person("child", ceil(oil.min_age_years) - 1), (), KNOWN)
        assert reason.source == row["min_age_source"] != ""
        assert reason.verified == Verified(row["min_age_verified"])


def test_a_contact_allergy_names_the_label_the_condition_and_what_is_known():
    linalool = "contact:linalool"
    (holds,) = reasons_against(OILS["lavender"], Person("adult"), (linalool,), KNOWN)
    assert (holds.basis, holds.condition, holds.known) == (rests(On.HOLDS, label="Linalool"), linalool, True)
    assert holds.leaves_out
    without = next(oil for oil in OILS.values() if oil.id not in KNOWN.contacts["linalool"].oils)
    (silent,) = reasons_against(without, Person("adult"), (linalool,), KNOWN)
    assert silent.basis == rests(On.NOT_RULED_OUT, label="Linalool")
    assert (silent.condition, silent.known is False, silent.leaves_out) == (linalool, True, False)


def test_of_a_base_oil_alone_nobody_asks_what_is_known_of_essential_oils():
    alone = result(effect="warming", dilution="0 %", conditions="epilepsy", person="pregnant")
    assert not alone.recipe.portions
    assert not [finding for finding in alone.review.findings if finding.kind is Kind.PERSON]
    with_oil = result(oils="lavender", conditions="epilepsy")
    silent = [each for each in with_oil.review.findings if each.basis.on is On.SILENT]
    assert [each.kind for each in silent] == [Kind.PERSON]
