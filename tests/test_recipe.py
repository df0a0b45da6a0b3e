"""The stories of the product, then the laws that every recipe obeys."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from blends import BlendError, calculate, read_brief, read_catalogue
from blends.making.drops import whole_drops
from blends.making.stock import TooSmallError

CATALOGUE = read_catalogue()
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


parts = st.lists(st.sampled_from(OILS), min_size=1, max_size=8, unique=True).flatmap(
    lambda ids: st.tuples(st.just(ids), st.lists(st.integers(1, 9), min_size=len(ids), max_size=len(ids)))
)
briefs = st.fixed_dictionaries(
    {
        "oils": parts.map(lambda each: ",".join(f"{id_}:{n}" for id_, n in zip(*each, strict=True))),
        "base": st.sampled_from(BASES),
        "bottle": st.decimals(1, 2000, places=1).map(lambda ml: f"{ml} ml"),
        "dilution": st.decimals("0.1", 30, places=1).map(lambda pct: f"{pct} %"),
        "drops_per_ml": st.integers(15, 45).map(str),
        "fill": st.sampled_from(["fill-to", "add-to"]),
        "drops": st.sampled_from(["equal", "spend", "exact"]),
    }
)


def made_or_assumed(texts):
    try:
        return calculate(read_brief(texts), CATALOGUE)
    except TooSmallError:
        assume(False)


@given(briefs)
def test_shares_add_up_to_exactly_one(texts):
    result = made_or_assumed(texts)
    assert sum(share for _, share in result.blend.oils) == 1
    assert sum(share for _, share in result.blend.bases) == 1


@given(briefs)
def test_the_asked_dilution_is_never_exceeded(texts):
    made = made_or_assumed(texts).recipe
    assert made.achieved_dilution_pct <= made.asked_dilution_pct


@given(briefs)
def test_volumes_add_up_to_the_bottle(texts):
    result = made_or_assumed(texts)
    made, bottle = result.recipe, result.brief.bottle.volume_ml
    oils = sum(portion.exact_ml for portion in made.portions)
    base = sum(each.exact_ml for each in made.bases)
    assert (base + oils if made.fill == "fill-to" else base) == bottle


@given(briefs.filter(lambda texts: texts["drops"] == "equal"))
def test_counts_equal_an_exact_rational_computation(texts):
    result = made_or_assumed(texts)
    pct, bottle = Fraction(texts["dilution"][:-2]) / 100, Fraction(texts["bottle"][:-3])
    oils_ml = bottle * pct if texts["fill"] == "fill-to" else bottle * pct / (1 - pct)
    given_parts = [Fraction(item.split(":")[1]) for item in texts["oils"].split(",")]
    exact = [oils_ml * int(texts["drops_per_ml"]) * part / sum(given_parts) for part in given_parts]
    counts = [max(1, each // 1) for each in exact]
    if sum(counts) <= sum(exact) // 1:  # else the largest counts give what the smallest take
        assert drops(result.recipe) == counts


@given(briefs.filter(lambda texts: texts["drops"] == "spend"))
def test_spending_leaves_less_than_one_drop_over(texts):
    made = made_or_assumed(texts).recipe
    left = made.exact_asked_ml * made.drops_per_ml - made.total_drops
    assert 0 <= left < 1


@given(briefs.filter(lambda texts: texts["drops"] != "exact"))
def test_drops_are_neither_lost_nor_invented(texts):
    made = made_or_assumed(texts).recipe
    assert [portion.exact_ml * made.drops_per_ml for portion in made.portions] == drops(made)
    assert made.total_drops <= made.exact_asked_ml * made.drops_per_ml
    assert made.oils_ml == pytest.approx(made.total_drops / float(made.drops_per_ml))
    assert all(count >= 1 for count in drops(made))


@given(briefs.filter(lambda texts: texts["drops"] == "exact"))
def test_by_measure_nothing_is_rounded(texts):
    made = made_or_assumed(texts).recipe
    assert made.achieved_dilution_pct == pytest.approx(made.asked_dilution_pct, rel=1e-12)
    assert drops(made) == [None] * len(made.portions)
    assert made.total_drops is None


@given(briefs.filter(lambda texts: texts["drops"] != "exact"))
def test_the_smallest_bottle_works_and_so_does_every_larger_one_but_none_smaller(texts):
    brief = read_brief(texts | {"bottle": "1 ml"})
    count = len(brief.oils)
    per_ml = brief.dilution_pct / 100
    per_ml = per_ml if brief.fill == "fill-to" else per_ml / (1 - per_ml)
    smallest = count / (per_ml * brief.drops_per_ml)
    assume(1 < smallest < 15_000)

    def works(ml):
        sized = replace(brief, bottle=replace(brief.bottle, volume_ml=ml))
        try:
            return bool(calculate(sized, CATALOGUE).recipe.portions)
        except TooSmallError as small:
            assert small.smallest_bottle_ml == float(smallest)
            return False

    assert works(smallest)
    assert works(smallest * Fraction(104, 100))
    assert works(smallest * Fraction(5, 4))
    assert not works(smallest * Fraction(999, 1000))


@given(
    st.lists(st.integers(1, 20), min_size=1, max_size=9),
    st.fractions(min_value=0, max_value=200, max_denominator=1000),
    st.booleans(),
)
def test_one_drop_of_each_is_all_that_must_fit(parts_, budget, spend):
    shares = tuple(Fraction(part, sum(parts_)) for part in parts_)
    counted = whole_drops(shares, budget, spend)
    assert (counted is None) == (budget // 1 < len(shares))
    if counted is not None:
        assert min(counted) >= 1
        assert sum(counted) <= budget
        assert not spend or sum(counted) == budget // 1


@given(st.lists(st.integers(1, 20), min_size=1, max_size=9), st.integers(1, 400))
def test_equal_parts_spent_differ_by_one_drop_at_most(parts_, budget):
    shares = (Fraction(1, len(parts_)),) * len(parts_)
    counted = whole_drops(shares, Fraction(budget), spend=True)
    if counted is not None:
        assert max(counted) - min(counted) <= 1
        assert sum(counted) == budget
