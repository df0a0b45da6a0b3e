"""What stands on a label: lists worked by hand, nothing shortened in silence, and why it is not for sale."""

import re
from dataclasses import replace

import pytest
from label_samples import CATALOGUE, FULL, MILD, codes, result, squeezed, words

from blends import label
from blends.judging.allergens import levels_of
from blends.showing.label import Details, write_label
from blends.showing.words.claims import claims_in
from blends.tables.allergens import label_names

# 0.5 mL of each oil in 100 mL, 99 mL of almond (0.914): 0.443 g of lavender (0.886), 0.4465 g of petitgrain (0.893) in
# 91.3755 g, so 0.485 and 0.489 %. Farnesol, 0.03 % of petitgrain, comes to 0.00015 %: below. All others: above.
# 0.05 mL of clove bud in 100 mL: 0.057 %, 82 % of it eugenol, 9.9 % caryophyllene, 12.2 % eugenyl acetate: all above.
# Tea tree 0.490 %, patchouli heavier 0.535 %: of tea tree its 4 % limonene make 0.0196 %; of patchouli the whole oil.
BY_HAND = [
    (
        {"oils": "lavender,petitgrain", "base": "almond"},
        (
            "Prunus Amygdalus Dulcis Oil",
            "Citrus Aurantium Amara Leaf/Twig Oil",
            "Lavandula Angustifolia (Lavender) Oil",
        ),
        {"Beta-Caryophyllene", "Camphor", "Citral", "Geraniol", "Geranyl Acetate", "Lavandula Oil/Extract"}
        | {"Limonene", "Linalool", "Linalyl Acetate", "Pinene", "Terpineol"},
    ),
    (
        {"oils": "clove_bud", "base": "olive", "dilution": "0.05 %"},
        ("Olea Europaea Fruit Oil", "Eugenia Caryophyllus Bud Oil"),
        {"Beta-Caryophyllene", "Eugenol", "Eugenia Caryophyllus Oil", "Eugenyl Acetate"},
    ),
    (
        {"oils": "tea_tree,patchouli", "base": "olive:3,almond:1"},
        (
            "Olea Europaea Fruit Oil",
            "Prunus Amygdalus Dulcis Oil",
            "Pogostemon Cablin Leaf Oil",
            "Melaleuca Alternifolia (Tea Tree) Leaf Oil",
        ),
        {"Alpha-Terpinene", "Beta-Caryophyllene", "Limonene", "Pinene", "Pogostemon Cablin Oil", "Terpineol"}
        | {"Terpinolene"},
    ),
]


@pytest.mark.parametrize(("texts", "inci", "allergens"), BY_HAND)
def test_ingredients_in_descending_weight_and_allergens_as_worked_by_hand(texts, inci, allergens):
    made = write_label(result(**texts), FULL)
    assert made.ingredients == inci
    assert set(made.allergens) == allergens


@pytest.mark.parametrize(("dilution", "named"), [("0.0996 %", False), ("0.112 %", True)])
def test_an_allergen_is_named_above_its_threshold_and_not_below(dilution, named):
    # Limonene is 1 % of lavender. 0.0996 % by volume is 0.0967 % by weight: limonene 0.00097 %; 0.112 % gives 0.00109.
    made = result(oils="lavender", base="olive", dilution=dilution, bottle="1 l")
    held = {each.name: each.pct for each in levels_of(made.recipe, made.settled.books, label_names(CATALOGUE))}
    assert held["Limonene"] == pytest.approx(0.00109 if named else 0.000967, rel=0.01)
    assert ("Limonene" in write_label(made, FULL).allergens) is named


def test_a_mild_blend_with_every_text_is_for_sale():
    assert codes(MILD) == []
    assert write_label(MILD, FULL).stamp == ""
    assert write_label(MILD, FULL).base_allergens == ("tree nut (almond)",)


@pytest.mark.parametrize(
    ("texts", "change", "code"),
    [
        ({"oils": "clove_bud", "dilution": "2 %"}, {}, "over"),
        ({"oils": "plai"}, {}, "not assessed"),
        ({"oils": "plai"}, {}, "composition"),
        ({"oils": "plai"}, {}, "density"),
        ({"oils": "hyssop"}, {}, "inci"),
        ({}, {"responsible": " "}, "responsible"),
        ({}, {"batch": ""}, "batch"),
        ({}, {"best_before": "", "open_months": 0}, "date"),
        ({}, {"best_before": ""}, "keeps"),
        ({}, {"name": "Healing oil"}, "claim"),
        ({"oils": "", "effect": "warming", "person": "child:1"}, {}, "no_oils"),
    ],
)
def test_each_reason_stands_on_the_label_and_says_how_to_clear_it(texts, change, code):
    made = result(**{"oils": "lavender,petitgrain", "base": "almond", **texts})
    details = replace(FULL, **change)
    found = {each.code: each for each in write_label(made, details).not_for_sale}
    assert code in found
    assert found[code].clear.endswith(".")
    printed_words = words(label(made, "100ml", details))
    assert squeezed("NOT FOR SALE") in printed_words
    assert squeezed(found[code].short) in printed_words


def test_what_only_weak_reports_hold_is_a_reason_until_it_is_named_or_ruled_out():
    for oil in CATALOGUE.oil_by_id:
        made = result(oils=oil)
        unsure = [each for each in write_label(made, FULL).not_for_sale if each.code == "perhaps"]
        if unsure:
            break
    names = tuple(re.split(", | and ", unsure[0].words.split(":")[0]))
    assert "perhaps" not in codes(made, replace(FULL, ruled_out=names))
    named = replace(FULL, allergens=names)
    assert "perhaps" not in codes(made, named)
    assert set(names) <= set(write_label(made, named).allergens)


def test_a_missing_figure_never_shortens_a_list():
    made = write_label(result(oils="hyssop,plai,lavender"), FULL)
    assert len(made.ingredients) == 4
    assert any("INCI name missing: Hyssop" in name for name in made.ingredients)
    assert "Linalool" in made.allergens
    given = replace(FULL, inci=(("hyssop", "Hyssopus Officinalis Oil"),), sheets=("plai", "hyssop"))
    assert {"inci", "composition"}.isdisjoint(codes(result(oils="hyssop,plai,lavender"), given))


@pytest.mark.parametrize(
    "name", ["Warming oil", "Pain relief", "HEALING", "Anti-inflammatory blend", "100 % safe", "Heilöl", "Organic oil"]
)
def test_a_claim_never_reaches_the_label_and_its_reason_is_said(name):
    made = write_label(MILD, replace(FULL, name=name))
    assert made.name == "Massage oil"
    assert made.claims
    assert all(claim.why for claim in made.claims)


def test_an_honest_name_stays_and_an_effect_never_becomes_the_name():
    assert claims_in("Massage oil with lavender and petitgrain") == ()
    assert write_label(result(effect="warming"), Details()).name == "Massage oil"


def test_health_of_the_maker_changes_nothing_on_the_label():
    told = result(oils="lavender,petitgrain", base="almond", person="pregnant", conditions="epilepsy")
    assert label(told, "100ml", FULL) == label(MILD, "100ml", FULL)


def test_words_that_claim_the_same_are_named_together():
    (found,) = write_label(MILD, replace(FULL, name="Pain relief")).not_for_sale
    assert found.words.startswith("The name holds 'Pain' and 'relief': it speaks of an illness")


def test_what_is_put_on_a_leaflet_stands_there_and_a_hand_points_to_it():
    details = replace(FULL, enclosed=True, link="")
    small, leaflet = words(label(MILD, "10ml", details)), words(label(MILD, "leaflet", details))
    assert squeezed("Ingredients and cautions: see the leaflet") in small
    made = write_label(MILD, details)
    for each in (*made.ingredients, *made.allergens, *made.cautions):
        assert squeezed(each) not in small
        assert squeezed(each) in leaflet
    for each in (made.name, made.ml, made.batch, made.best_before, made.responsible, *made.base_allergens):
        assert squeezed(each) in small


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("For Ann", "Massage oil, to be spread on the skin by hand"),
        ("Massage oil with lavender", "To be spread on the skin by hand"),
    ],
)
def test_what_is_sold_says_what_it_is_and_how_it_is_used_on_the_label_itself(name, function):
    for size in ("10ml", "100ml"):
        assert squeezed(function) in words(label(MILD, size, replace(FULL, name=name, link="", enclosed=True)))
    assert write_label(MILD, replace(FULL, name=name, use="gift")).function == ""
