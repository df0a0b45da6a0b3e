"""The edges of making: mild oils alone are offered, ties, bounds, grams per mL, what a link carries."""

from dataclasses import replace
from fractions import Fraction

import pytest

from blends import BlendError, calculate, read_brief, read_link, write_link
from blends.asking.link import LONGEST
from blends.making.drops import whole_drops
from blends.making.handed_on import brief_to_hand_on, carried
from blends.making.recipe import dilution_of_drops
from blends.making.settle import MOST_INSTEAD, settle
from blends.making.stock import TooSmallError
from blends.making.suitability import reasons_against
from blends.remedies import MOST, dosing_within, usable, what_helps
from blends.tables.catalogue import shipped_tables
from blends.tables.cautions import cautions

CATALOGUE = shipped_tables()
OILS, KNOWN = CATALOGUE.oil_by_id, cautions(CATALOGUE)


def result(**texts):
    return calculate(read_brief(texts), CATALOGUE)


# What is offered unasked.


@pytest.mark.parametrize("person", ["pregnant", "breastfeeding", "child:3", "child:7", "child:12", "child:17"])
def test_no_strong_oil_is_offered_unasked(person):
    briefs = [read_brief({"effect": effect, "person": person}) for effect in CATALOGUE.composition_by_id]
    offered = [OILS[id_] for brief in briefs for each in settle(brief, CATALOGUE).oils for id_ in each.instead]
    assert offered
    for oil in offered:
        assert oil.dermal_max_pct is None or oil.dermal_max_pct >= 1
        assert getattr(oil, {"pregnant": "pregnancy"}.get(person, person), "") != "limit"
        assert not reasons_against(oil, briefs[0].person, (), KNOWN)


@pytest.mark.parametrize(("most_pct", "offered"), [(1.0, True), (0.99, False)])
def test_an_oil_of_one_percent_is_offered_and_a_stronger_one_is_not(most_pct, offered):
    tables = replace(CATALOGUE, oils=CATALOGUE.oils.copy())
    tables.oils.loc["ginger", "dermal_max_pct"] = most_pct
    made = settle(read_brief({"effect": "warming", "person": "child:7"}), tables)
    left_out = [each for each in made.oils if each.left_out]
    assert left_out
    assert all(("ginger" in each.instead) is offered for each in left_out)
    assert all(len(each.instead) <= MOST_INSTEAD == 3 for each in left_out)


def test_no_more_than_five_changes_are_offered_the_best_first():
    for rulebook in ("ty-2014", "ifra-51-5a", "eu-1223-2009"):
        helps = what_helps(result(effect="anti-inflammatory"), rulebook)
        reached = [100 if each.dilution_pct is None else each.dilution_pct for each in helps]
        assert len(helps) == MOST == 5
        assert reached == sorted(reached, reverse=True)


def test_a_change_that_lifts_every_limit_stands_first_without_a_figure():
    helps = what_helps(result(effect="warming"), "ifra-51-5a")
    assert helps
    assert [(each.out[0].id, each.dilution_pct) for each in helps] == [("pine", None)] * len(helps)


def test_a_ceiling_is_a_number_to_use_up_to_the_usual_rate_and_above_nothing():
    review = result(oils="nutmeg").review
    found = review.ceilings[0]
    assert review.rates.usual_pct == 2
    for pct, expected in ((2.0, True), (2.0001, False), (0.0, False), (0.0001, True), (None, False)):
        assert usable(replace(found, dilution_pct=pct), review) is expected


def test_whole_drops_are_kept_where_they_keep_the_rulebook():
    made = result(oils="nutmeg", bottle="100 ml")
    assert dosing_within(read_brief({"oils": "nutmeg", "dilution": "0.5 %"}), "ty-2014", made) == "equal"
    assert dosing_within(read_brief({"oils": "nutmeg", "dilution": "0.01 %"}), "ty-2014", made) == "exact"


# Drops, ties and bounds.


def test_leftover_drops_go_to_the_oils_that_lost_most():
    shares = (Fraction(5, 10), Fraction(3, 10), Fraction(2, 10))
    assert whole_drops(shares, Fraction(9), spend=True) == (4, 3, 2)  # of 4.5, 2.7, 1.8


def test_where_oils_lost_the_same_the_place_named_first_gets_the_drop():
    thirds = (Fraction(1, 3),) * 3
    assert whole_drops(thirds, Fraction(10), spend=True) == (4, 3, 3)
    assert whole_drops(thirds, Fraction(10), spend=True, first=(2, 0, 1)) == (3, 3, 4)
    assert whole_drops(thirds, Fraction(11), spend=True, first=(2, 0, 1)) == (4, 3, 4)


def test_the_drop_that_is_too_many_comes_off_the_largest_of_least_room():
    shares = (Fraction(45, 100), Fraction(45, 100), Fraction(5, 100), Fraction(5, 100))
    assert whole_drops(shares, Fraction(9), spend=False) == (4, 3, 1, 1)  # of 4.05, 4.05, 0.45, 0.45
    assert whole_drops(shares, Fraction(9), spend=False, first=(1, 0, 2, 3)) == (3, 4, 1, 1)


def test_with_no_maximum_an_oil_has_room_for_two_percent_and_ties_go_by_id():
    def counted(oils):
        made = result(oils=oils, bottle="9.5 ml", drops="spend").recipe  # 3.8 drops: one is left over
        return {portion.oil.id: portion.drops for portion in made.portions}

    for oils in ("marjoram,juniper", "juniper,marjoram"):  # neither has a maximum
        assert counted(oils + ",") == {"juniper": 2, "marjoram": 1}
    for oils in ("lemon,juniper", "juniper,lemon"):  # lemon's maximum is the 2 % of one without
        assert counted(oils) == {"juniper": 2, "lemon": 1}
    for oils in ("petitgrain,juniper", "juniper,petitgrain"):  # 2.2 % is more room, though the name is later
        assert counted(oils) == {"petitgrain": 2, "juniper": 1}
    for oils in ("rosemary,marjoram", "marjoram,rosemary"):
        assert counted(oils) == {"marjoram": 2, "rosemary": 1}


def test_added_to_20_litres_the_oils_are_20_litres_at_most():
    half = result(oils="lavender", bottle="20 l", dilution="50 %", fill="add-to", drops="exact").recipe
    assert (half.oils_ml, half.finished_ml) == (20_000, 40_000)
    with pytest.raises(BlendError, match="more than can be made here") as refusal:
        result(oils="lavender", bottle="20 l", dilution="50.1 %", fill="add-to", drops="exact")
    assert refusal.value.field == "dilution"


def test_no_drops_are_more_than_the_whole_bottle():
    assert dilution_of_drops(30, 1, 20) == 100
    assert dilution_of_drops(19, 1, 20) == 95


@pytest.mark.parametrize(("bottle", "works"), [("12.5 ml", True), ("12.49 ml", False), ("1 ml", False)])
def test_the_smallest_bottle_is_exactly_one_drop_of_each(bottle, works):
    try:
        assert result(effect="warming", bottle=bottle).recipe.total_drops == 5
        assert works
    except TooSmallError as small:
        assert not works
        assert small.smallest_bottle_ml == 12.5


def test_a_bottle_by_weight_is_larger_in_ml_because_oil_is_lighter_than_water():
    made = result(oils="lavender", bottle="91.3 g", dilution="0 %").recipe
    assert made.bottle_ml == pytest.approx(100)
    half = result(oils="lavender", bottle="90 g", dilution="50 %", drops="exact").recipe
    assert half.bottle_ml == pytest.approx(90 / (0.5 * 0.886 + 0.5 * 0.913))
    (portion,), (base,) = half.portions, half.bases
    assert portion.mass_g == pytest.approx(half.bottle_ml / 2 * 0.886)
    assert base.mass_g == pytest.approx(half.bottle_ml / 2 * 0.913)
    assert half.achieved_dilution_w_w_pct == pytest.approx(100 * 0.886 / (0.886 + 0.913))


# What a link carries.


def test_a_child_with_a_condition_is_a_child_alone_in_the_link_and_its_oils_stand_by_name():
    own = result(effect="anti-inflammatory", person="child:7", conditions="contact:linalool")
    link = write_link(brief_to_hand_on(own.settled))
    opened = calculate(read_link(link), CATALOGUE)
    assert "linalool" not in link
    assert carried(own.brief).conditions == ()
    assert "w=child:7,home" in link
    assert [each.oil.id for each in opened.recipe.portions] == [each.oil.id for each in own.recipe.portions]
    assert opened.recipe.bases == own.recipe.bases


def test_a_child_without_a_condition_keeps_the_effect_in_its_link():
    link = write_link(brief_to_hand_on(result(effect="anti-inflammatory", person="child:7").settled))
    assert "e=anti-inflammatory" in link
    both = write_link(read_brief({"effect": "anti-inflammatory,warming", "bottle": "30 ml"}))
    assert both.startswith("?v=1&e=anti-inflammatory,warming&b=olive&m=30ml,")
    assert "&o=" not in link


@pytest.mark.parametrize("more", [{}, {"made": "2026-11-24", "before": "März 2027"}])
def test_ones_own_words_stand_in_a_link_as_long_as_a_link_may_be(more):
    brief = read_brief({"effect": "warming", "title": "For Ann"})
    spare = LONGEST - len(write_link(brief, **more).removeprefix("?")) - len("&x=")
    for letters, kept in ((spare, True), (spare + 1, False)):
        note = "🌿" * (letters // 12) + "a" * (letters % 12)  # each leaf is written %F0%9F%8C%BF
        link = write_link(replace(brief, note=note), **more)
        assert len(link.removeprefix("?")) <= LONGEST
        assert read_link(link).note == (note if kept else "")
        assert read_link(link).title == "For Ann"


@pytest.mark.parametrize(("drops_per_ml", "smallest_ml"), [("20", 12.5), ("40", 6.25), ("100", 2.5)])
def test_a_recipe_knows_the_least_bottle_that_holds_a_drop_of_each_oil(drops_per_ml, smallest_ml):
    made = calculate(read_brief({"effect": "warming", "dilution": "2 %", "drops_per_ml": drops_per_ml}), CATALOGUE)
    assert made.recipe.smallest_bottle_ml == smallest_ml
