"""Shelf, cost, shopping and comparing: nothing is lost, nothing below zero, nothing unknown taken for nothing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from blends import calculate, read_brief
from blends.errors import BlendError
from blends.keeping.compare import compare
from blends.keeping.cost import Money, cost
from blends.keeping.shelf import enough_for, left_of, months_after, needed, notices, oils_owned, take_out
from blends.keeping.shopping import shopping_list
from blends.keeping.things import Bottle
from blends.showing.book_html import compared_html
from blends.tables.catalogue import shipped_tables

TABLES = shipped_tables()
OILS = ("lavender", "nutmeg", "olive", "jojoba", "rosemary")


def result(**texts):
    return calculate(read_brief({"oils": "lavender,nutmeg:2", "base": "olive", "bottle": "50 ml"} | texts), TABLES)


MADE = result()


def bottle(oil="lavender", left=10, size=10, **more):
    return Bottle(more.pop("id", f"b_{oil}"), oil, Decimal(size), Decimal(left), **more)


@st.composite
def shelves(draw):
    def one(place):
        size = draw(st.decimals(1, 500, places=1))
        left = draw(st.decimals(0, size, places=2))
        price = draw(st.none() | st.decimals(0, 100, places=2))
        currency = "" if price is None else draw(st.sampled_from(["EUR", "GBP"]))
        return Bottle(f"b{place}", draw(st.sampled_from(OILS)), size, left, price, currency)

    return tuple(map(one, range(draw(st.integers(0, 6)))))


@given(shelves(), st.integers(1, 20))
def test_the_shelf_never_goes_below_zero_and_loses_only_what_is_used(shelf, bottles):
    enough = enough_for(MADE, shelf)
    if bottles > enough.bottles:
        with pytest.raises(BlendError, match="The shelf lacks"):
            take_out(MADE, shelf, bottles)
        return
    after = take_out(MADE, shelf, bottles)
    assert [each.id for each in after] == [each.id for each in shelf]
    assert all(0 <= each.left_ml <= before.left_ml for each, before in zip(after, shelf, strict=True))
    for oil in left_of(shelf):
        used = Fraction(left_of(shelf)[oil]) - Fraction(left_of(after)[oil])
        wanted = needed(MADE, bottles).get(oil, Fraction(0))
        assert wanted <= used < wanted + Fraction(1, 1000)


@given(shelves())
def test_what_is_enough_needs_no_shopping_and_one_bottle_more_does(shelf):
    enough = enough_for(MADE, shelf)
    assert shopping_list(MADE, shelf, max(enough.bottles, 0)) == ()
    more = shopping_list(MADE, shelf, enough.bottles + 1)
    assert {each.id for each in more} & set(enough.first_out)
    for each in more:
        assert each.needed_ml == each.missing_ml + Fraction(each.left_ml)
        if each.size_ml is not None:
            assert (
                (each.bottles - 1) * Fraction(each.size_ml) < each.missing_ml <= each.bottles * Fraction(each.size_ml)
            )


@pytest.mark.parametrize(
    ("first", "second", "size"),
    [
        ({}, {"opened": date(2026, 3, 1)}, 30),  # the one not opened yet was bought last, wherever it stands
        ({"opened": date(2026, 3, 1)}, {"opened": date(2025, 3, 1)}, 30),
        ({"opened": date(2025, 3, 1)}, {"opened": date(2026, 3, 1)}, 10),
        ({"best_before": date(2029, 1, 1)}, {"best_before": date(2028, 1, 1)}, 30),
        ({}, {}, 10),
    ],
)
def test_the_size_last_bought_is_told_by_the_days_of_the_bottles(first, second, size):
    shelf = (bottle("nutmeg", 0, 30, id="b0001", **first), bottle("nutmeg", 0, 10, id="b0002", **second))
    (nutmeg,) = (each for each in shopping_list(MADE, shelf) if each.id == "nutmeg")
    assert nutmeg.size_ml == size


@given(shelves(), st.integers(1, 50))
def test_the_cost_of_the_parts_adds_up_exactly_in_each_currency(shelf, bottles):
    made = cost(MADE, shelf)
    for total in made.total:
        parts = [each.cost.amount for each in made.oils if each.cost and each.cost.currency == total.currency]
        assert sum(parts, Fraction(0)) == total.amount
    assert made.for_bottles(bottles) == tuple(Money(each.amount * bottles, each.currency) for each in made.total)
    least, most = made.per_massage
    assert [Money(each.amount * 50 / 20, each.currency) for each in least] == list(made.total)
    assert [Money(each.amount * 50 / 25, each.currency) for each in most] == list(made.total)
    assert len(made.unknown) + sum(each.cost is not None for each in made.oils) == len(made.oils)


def test_a_price_of_nothing_is_known_and_no_price_is_not():
    free = (bottle(price=Decimal(0), currency="EUR"), bottle("nutmeg"))
    made = cost(MADE, free)
    assert made.unknown == ("Nutmeg", "Olive oil")
    assert made.total == (Money(Fraction(0), "EUR"),)


def test_a_drop_costs_its_part_of_a_millilitre_by_the_dropper_of_the_recipe():
    made = cost(result(drops_per_ml="25"), (bottle(price=Decimal(5), currency="EUR"),))
    assert made.oils[0].per_drop == Money(Fraction(5, 10) / 25, "EUR")


def test_two_currencies_stay_two_sums():
    shelf = (bottle(price=Decimal(5), currency="EUR"), bottle("nutmeg", price=Decimal(5), currency="GBP"))
    assert {each.currency for each in cost(MADE, shelf).total} == {"EUR", "GBP"}


def test_the_parts_given_decide_the_cost_and_not_their_scale():
    shelf = (bottle(price=Decimal(5), currency="EUR"), bottle("nutmeg", price=Decimal(7), currency="EUR"))
    assert cost(result(oils="lavender:2,nutmeg:4"), shelf).total == cost(MADE, shelf).total


TODAY = date(2026, 11, 28)


def test_dates_and_low_bottles_are_said():
    shelf = (
        bottle(best_before=date(2026, 11, 27)),
        bottle("rosemary", best_before=TODAY, id="b2"),
        bottle("olive", 5, 100, opened=date(2020, 1, 1), id="b3"),
        bottle("jojoba", 0, 100, id="b4"),
        bottle("nutmeg", Decimal("0.9"), 10, id="b5"),
    )
    told = [(each.bottle.id, each.told) for each in notices(shelf, TODAY, TABLES.base_oil_by_id)]
    assert told == [
        ("b_lavender", "past_date"),
        ("b3", "open_too_long"),
        ("b3", "low"),
        ("b4", "empty"),
        ("b5", "low"),
    ]


def test_an_oil_in_two_bottles_is_low_only_if_both_are():
    shelf = (bottle(left=10), bottle(left=0, id="b2"))
    assert notices(shelf, TODAY, {}) == ()
    assert oils_owned(shelf) == {"lavender"}


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.integers(0, 60))
def test_months_later_is_that_many_months_later(day, months):
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


def test_the_earliest_date_is_used_first_and_a_bottle_begun_today_is_opened_today():
    shelf = (
        bottle(best_before=date(2028, 1, 1), id="late"),
        bottle(best_before=date(2027, 1, 1), id="early"),
        bottle("nutmeg"),
        bottle("olive", 500, 500),
    )
    after = {each.id: each for each in take_out(MADE, shelf, 1, TODAY)}
    assert after["late"] == shelf[0]
    assert after["early"].left_ml < 10
    assert after["early"].opened == TODAY


def test_what_runs_out_first_is_named():
    shelf = (bottle(left=10), bottle("nutmeg", Decimal("0.1")), bottle("olive", 500, 500))
    assert enough_for(MADE, shelf) == replace(enough_for(MADE, shelf), bottles=0, first_out=("nutmeg",))
    assert enough_for(MADE, ()).bottles == 0


def test_comparing_a_recipe_with_itself_finds_nothing():
    same = compare(MADE, MADE)
    assert not any(each.differs for each in (*same.recipe, *same.oils, *same.judged))
    assert same.findings == ()
    at_once, folded = ([each for _, lines in part for each in lines] for part in (same.parts, same.rest))
    assert not any(each.within for each in at_once)
    assert len(at_once + folded) == len((*same.recipe, *same.oils, *same.judged)) - 1  # no price


@settings(max_examples=tries(20))
@given(st.sampled_from(["1 %", "2 %", "3 %"]), st.sampled_from(["lavender", "lavender,nutmeg", "oregano"]))
def test_comparing_turned_round_shows_the_same_lines_turned_round(dilution, oils):
    other = result(dilution=dilution, oils=oils)
    there, back = compare(MADE, other), compare(other, MADE)
    for part in ("recipe", "oils", "judged", "findings"):
        sides = {(each.about, each.first, each.second) for each in getattr(there, part)}
        assert sides == {(each.about, each.second, each.first) for each in getattr(back, part)}


def test_a_comparison_shows_cost_ceilings_and_the_findings_that_differ():
    shelf = (bottle(price=Decimal(5), currency="EUR"),)
    shown = compare(result(oils="lavender"), result(oils="oregano"), shelf)
    price = next(each for each in shown.recipe if each.about == "Cost of a bottle")
    assert price.first.startswith("0.")
    assert price.second == "oregano and olive oil: no price known"
    assert any("at most" in each.second for each in shown.judged)
    assert any("Carvacrol" in each.about or "Oregano" in each.about for each in shown.findings)
    assert {each.about for each in shown.oils} == {"True lavender", "Oregano", "Olive oil"}


def test_what_is_over_or_not_assessed_on_either_side_is_read_first_and_never_folded():
    shown = compare(result(oils="oregano,clove_bud", dilution="3 %"), result(oils="camphor_white,eucalyptus"))
    heads = [head for head, _ in shown.parts]
    assert heads == ["Verdicts and ceilings", "Over a limit or not assessed", "Recipe", "Oils"]
    loud, folded = dict(shown.parts)[heads[1]], [each for _, lines in shown.rest for each in lines]
    told = [(each.first + each.second) for each in loud]
    over = [any(each.over) for each in loud]
    assert over == sorted(over, reverse=True)
    assert [("Over" in text) for text in told] == over
    assert {True, False} == set(over)
    assert all("Over" in text or "Not assessed" in text for text in told)
    changed = [each for each in folded if each.differs]
    assert changed
    assert all("Within" in each.first + each.second for each in changed)
    assert not any("Over" in each.first + each.second or "Not assessed" in each.first + each.second for each in changed)
    assert {each.about for each in shown.findings} == {each.about for each in (*loud, *changed)}


def test_a_verdict_over_on_both_sides_is_not_folded_and_is_the_one_that_is_bold():
    made = result(oils="oregano,clove_bud", dilution="3 %")
    same = compare(made, made)
    judged = dict(same.parts)["Verdicts and ceilings"]
    assert [each.about for each in judged if all(each.over)] == [each.about for each in judged]
    assert len(judged) >= 2
    html = compared_html(["One", "Two"], same.parts, same.rest)
    top, fold = html.split("<details")
    assert top.count('class="ep-over"') == 2 * len(judged)
    assert "ep-over" not in fold
    assert f"({sum(len(lines) for _, lines in same.rest)})</summary>" in fold
    within = compare(result(oils="lavender"), result(oils="lavender"))
    assert "The two say the same in everything." in compared_html(["One", "Two"], within.parts, within.rest)
