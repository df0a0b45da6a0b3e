"""The laws that every recipe obeys: shares, drops, volumes, and the smallest bottle."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from blends import calculate, read_brief
from blends.making.drops import whole_drops
from blends.making.stock import TooSmallError
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()
OILS, BASES = list(CATALOGUE.oils.index), list(CATALOGUE.base_oils.index)


def drops(made):
    return [portion.drops for portion in made.portions]


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
