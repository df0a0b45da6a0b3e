"""An own base oil for somebody with a food allergy: what is said of it is read, what is not said is never a pass."""

import pytest
from careful import TABLES, own, verdicts

from blends import calculate, read_brief
from blends.making.suitability import FOODS, reasons_against_base
from blends.showing.card import write_card
from blends.tables.cautions import cautions


@pytest.mark.parametrize(
    ("cells", "condition", "verdict"),
    [
        ((("inci", "Arachis Hypogaea Oil"), ("allergen", "none")), "allergy_peanut", "over"),
        ((("allergen", "sesame, nut"),), "allergy_tree_nut", "not assessed"),
        ((("allergen", "sesame and lupin"),), "allergy_peanut", "not assessed"),
        ((("allergen", "Peanuts"),), "allergy_tree_nut", "within"),
        ((("allergen", "Peanuts"),), "allergy_peanut", "over"),
        ((("name", "Buckwheat oil"), ("allergen", "none")), "allergy_wheat", "within"),
        ((("botanical", "Sclerocarya birrea"), ("allergen", "None.")), "allergy_tree_nut", "within"),
        ((("name", "Tiger nuts oil"), ("allergen", "no")), "allergy_tree_nut", "within"),
        ((("allergen", "gluten-free"),), "allergy_wheat", "not assessed"),
        ((("allergen", "tree nut (walnut)"),), "allergy_tree_nut", "over"),
        ((("allergen", "nuts"),), "allergy_tree_nut", "over"),
    ],
)
def test_a_food_is_named_by_whole_words(cells, condition, verdict):
    tables = own(*cells, kind="base")
    assert verdicts(tables, oils="lavender", dilution="1 %", base="my_own", conditions=condition)[0] == verdict


@pytest.mark.parametrize("condition", FOODS)
def test_shipped_base_oils_are_judged_by_the_list_alone(condition):
    listed = cautions(TABLES).by_condition
    for base in TABLES.base_oil_by_id.values():
        reasons = reasons_against_base(base, (condition,), cautions(TABLES))
        assert len(reasons) == ((base.id, condition) in listed), base.id


ALLERGIC = {"oils": "lavender", "dilution": "1 %", "base": "my_own", "conditions": "allergy_peanut"}


@pytest.mark.parametrize(
    ("cells", "made_from", "verdict"),
    [
        ((("allergen", "peanut"),), "", "over"),
        ((("allergen", "Soya"),), "", "over"),  # the two go together
        ((("allergen", "peanut"),), "sunflower", "over"),
        ((("name", "Groundnut oil"),), "", "over"),
        ((("botanical", "Arachis hypogaea L."),), "", "over"),
        ((), "", "not assessed"),
        ((("allergen", "lupin"),), "", "not assessed"),
        ((("allergen", "none"),), "", "within"),
        ((("allergen", "sesame"),), "", "within"),
    ],
)
def test_an_own_base_oil_is_judged_for_a_food_allergy(cells, made_from, verdict):
    tables = own(*cells, kind="base", made_from=made_from)
    assert verdicts(tables, **ALLERGIC)[0] == verdict
    assert verdicts(tables, **ALLERGIC | {"conditions": ""})[0] == "within"


def test_what_is_said_of_the_base_oil_is_said_on_the_card():
    card = write_card(calculate(read_brief(ALLERGIC), own(("allergen", "peanut"), kind="base")), handed_on=False)
    assert any("it is said to be of that food" in each.basis for each in card.judgement.findings)
    card = write_card(calculate(read_brief(ALLERGIC), own(kind="base")), handed_on=False)
    assert any("nothing is said of it with peanut allergy" in each.basis for each in card.judgement.findings)
