"""The stories of the product, figure by figure."""

from fractions import Fraction

import pytest

from blends import BlendError, calculate, read_brief
from blends.making.stock import TooSmallError
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()
OILS, BASES = list(CATALOGUE.oils.index), list(CATALOGUE.base_oils.index)


def recipe(**texts):
    return calculate(read_brief(texts), CATALOGUE).recipe


def drops(made):
    return [portion.drops for portion in made.portions]


def test_circulation_in_100_ml_of_olive_is_ten_drops_each_of_four():
    made = recipe(effect="circulation", base="olive", bottle="100 ml", dilution="2 %", drops_per_ml="20")
    assert drops(made) == [10, 10, 10, 10]
    assert [portion.volume_ml for portion in made.portions] == [0.5] * 4
    assert made.bases[0].volume_ml == 98
    assert made.achieved_dilution_pct == 2
    assert made.total_drops == 40


def test_warming_in_100_ml_is_eight_drops_each_of_five():
    made = recipe(effect="warming", bottle="100 ml")
    assert drops(made) == [8] * 5
    assert made.bases[0].volume_ml == 98


def test_warming_in_30_ml_leaves_two_drops_over():
    made = recipe(effect="warming", bottle="30 ml")
    assert drops(made) == [2] * 5
    assert made.achieved_dilution_pct == pytest.approx(1.6667, abs=1e-4)


def test_spending_the_leftover_drops_reaches_two_percent():
    made = recipe(effect="warming", bottle="30 ml", drops="spend")
    assert sorted(drops(made), reverse=True) == [3, 3, 2, 2, 2]
    assert made.achieved_dilution_pct == 2


def test_leftover_drops_go_where_most_room_is_whatever_the_order():
    warming = ["marjoram", "pine", "oregano", "camphor_white", "eucalyptus"]
    counts = [
        {
            portion.oil.id: portion.drops
            for portion in recipe(oils=",".join(oils), bottle="30 ml", drops="spend").portions
        }
        for oils in (warming, warming[::-1])
    ]
    assert counts[0] == counts[1]
    assert counts[0]["eucalyptus"] == 3  # up to 20 %, the most room
    assert counts[0]["oregano"] == 2  # 1.1 %, the least


def test_warming_in_10_ml_is_not_possible_in_drops_and_says_the_ways_out():
    with pytest.raises(TooSmallError) as small:
        recipe(effect="warming", bottle="10 ml")
    assert small.value.smallest_bottle_ml == 12.5
    assert small.value.field == "bottle"
    assert "12.5 ml" in str(small.value)
    assert "use 4 drops of it" in str(small.value)


def test_the_smallest_bottle_works():
    assert drops(recipe(effect="warming", bottle="12.5 ml")) == [1] * 5


def test_the_stock_makes_what_the_bottle_could_not():
    with pytest.raises(TooSmallError) as small:
        recipe(effect="warming", bottle="10 ml")
    assert small.value.stock.drops / Fraction(20) / 10 * 100 == 2


def test_a_tiny_dilution_is_pre_diluted_in_base_oil():
    # "0.07 % in a 10 mL roller": a single drop would need about 71 mL.
    with pytest.raises(TooSmallError) as small:
        recipe(oils="lavender", bottle="10 ml", dilution="0.07 %")
    stock = small.value.stock
    strength = stock.oils_ml / (stock.oils_ml + stock.base_ml)
    assert float(stock.drops / Fraction(20) * strength / 10 * 100) == pytest.approx(0.07)
    assert small.value.smallest_bottle_ml == pytest.approx(71.43, abs=0.01)


def test_anti_inflammatory_in_30_ml_of_almond_is_four_drops_each_of_three():
    made = recipe(effect="anti-inflammatory", base="almond", bottle="30 ml")
    assert drops(made) == [4, 4, 4]
    assert made.bases[0].base_oil.id == "almond"


def test_add_to_ten_percent_on_30_ml_asks_for_a_ninth():
    asked = recipe(oils="lavender", bottle="30 ml", dilution="10 %", fill="add-to", drops="exact")
    assert asked.portions[0].volume_ml == pytest.approx(30 / 9)
    counted = recipe(oils="lavender", bottle="30 ml", dilution="10 %", fill="add-to")
    assert counted.total_drops == 66
    assert counted.oils_ml == 3.3
    assert counted.achieved_dilution_pct == pytest.approx(9.91, abs=0.005)


def test_no_dilution_is_the_base_oil_alone():
    made = recipe(dilution="0 %")
    assert made.portions == ()
    assert (made.total_drops, made.achieved_dilution_pct, made.bases[0].volume_ml) == (0, 0, 100)


def test_a_bottle_by_weight_holds_that_weight():
    made = recipe(effect="warming", bottle="90 g")
    assert made.finished_g == pytest.approx(90, rel=2e-4)
    assert recipe(effect="warming", bottle="90 g", drops="exact").finished_g == pytest.approx(90, rel=1e-12)


def test_an_oil_without_density_has_no_mass_and_no_bottle_by_weight():
    made = recipe(oils="plai")
    assert made.portions[0].mass_g is None
    assert made.achieved_dilution_w_w_pct is None
    with pytest.raises(BlendError, match="Plai"):
        recipe(oils="plai", bottle="90 g")


def test_given_parts_are_rounded_down_on_their_own():
    made = recipe(oils="lavender:2,thyme_thymol:1", bottle="35 ml")
    assert drops(made) == [9, 4]  # of 9.33 and 4.67


def test_a_small_part_gets_one_drop_when_the_dilution_allows():
    made = recipe(oils="lavender:19,thyme_thymol:1", bottle="30 ml")
    assert drops(made) == [11, 1]  # of 11.4 and 0.6
    assert made.achieved_dilution_pct <= 2


def test_a_bottle_by_weight_with_no_oil_left_holds_that_weight_of_base_oil():
    made = recipe(effect="warming", person="child:1", bottle="90 g", dilution="50 %")
    assert made.portions == ()
    assert made.finished_g == pytest.approx(90)


def test_several_effects_are_their_union_each_oil_once():
    made = recipe(effect="circulation,anti-inflammatory")
    assert [portion.oil.id for portion in made.portions] == [
        "petitgrain", "juniper", "rosemary", "nutmeg", "lavender", "thyme_thymol",
    ]  # fmt: skip


def test_base_oils_share_the_base_by_their_parts():
    made = recipe(effect="circulation", base="olive:3,sunflower:1")
    assert [base.volume_ml for base in made.bases] == [73.5, 24.5]


def test_other_droppers_change_the_dilution_not_the_count():
    made = recipe(effect="circulation")
    assert made.dilution_with(20) == 2
    assert made.dilution_with(40) == 1
    assert made.dilution_with(15) == pytest.approx(2.667, abs=0.001)


@pytest.mark.parametrize(
    ("texts", "says", "field"),
    [
        ({"oils": "lavendr"}, "Did you mean True lavender", "oils"),
        ({"effect": "warm"}, "Did you mean Warming", "effect"),
        ({"base": "oliv"}, "Did you mean Olive oil", "base"),
        ({"dilution": "100 %", "fill": "add-to"}, "no base oil", "dilution"),
    ],
)
def test_a_brief_that_cannot_be_met_says_why(texts, says, field):
    with pytest.raises(BlendError, match=says) as refusal:
        recipe(**texts)
    assert refusal.value.field == field
