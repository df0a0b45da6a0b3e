"""A bottle too small for drops: the sentence, figure by figure, and a stock that reaches what was asked for."""

from fractions import Fraction

import pytest

from blends import calculate, read_brief
from blends.making.stock import TooSmallError, stock
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()
# Each brief with how little it is, the smallest bottle, and the stock, worked by hand.
CASES = [
    (
        {"effect": "warming", "bottle": "10 ml"},
        "10 ml is too small for one drop of each of the 5 oils: 2 % of it is 4 drops at 20 drops per mL.",
        "The smallest bottle that works is 12.5 ml.",
        "mix 1 mL (20 drops) of each oil, and use 4 drops of it",
    ),
    (
        {"oils": "lavender", "bottle": "10 ml", "dilution": "0.07 %"},
        "10 ml is too small for one drop: 0.07 % of it is 0.14 drops at 20 drops per mL.",
        "The smallest bottle that works is 71.5 ml.",  # 71.43, rounded up
        "mix 1 drop of the oil with 4.95 mL of the base oil, and use 14 drops of it",  # 1.4 of ten would be too coarse
    ),
    (
        {"oils": "lavender:2,pine:1", "bottle": "5 ml", "dilution": "1 %"},
        "5 ml is too small for one drop of each of the 2 oils: 1 % of it is 1 drop at 20 drops per mL.",
        "The smallest bottle that works is 10 ml.",
        "mix 1 mL of the oils in their parts, and use 1 drop of it",
    ),
    (
        {"oils": "lavender:2,pine:1", "bottle": "5 ml", "dilution": "0.09 %"},
        "5 ml is too small for one drop of each of the 2 oils: 0.09 % of it is 0.09 drops at 20 drops per mL.",
        "The smallest bottle that works is 112 ml.",
        "mix 1 mL of the oils in their parts with 99 mL of the base oil, and use 9 drops of it",
    ),
    (
        {"oils": "lavender,pine", "bottle": "1 ml", "dilution": "1 %", "drops_per_ml": "40"},
        "1 ml is too small for one drop of each of the 2 oils: 1 % of it is 0.4 drops at 40 drops per mL.",
        "The smallest bottle that works is 5 ml.",
        "mix 1 drop of each oil with 0.45 mL of the base oil, and use 4 drops of it",
    ),
    (
        {"oils": "lavender", "bottle": "10 ml", "dilution": "0.4 %", "fill": "add-to"},
        "10 ml is too small for one drop: 0.4 % of it is 0.803 drops at 20 drops per mL.",
        "The smallest bottle that works is 12.5 ml.",  # 0.05 mL of oil onto 12.45 mL
        "mix 1 drop of the oil with 0.45 mL of the base oil, and use 8 drops of it",
    ),
]
TOO_LITTLE = "It is too little even for a stock: write a larger dilution."


def too_small(texts):
    with pytest.raises(TooSmallError) as small:
        calculate(read_brief(texts), CATALOGUE)
    return small.value


@pytest.mark.parametrize(("texts", "short", "smallest", "mixed"), CASES)
def test_a_bottle_too_small_for_drops_says_how_little_it_is_and_both_ways_out(texts, short, smallest, mixed):
    error = too_small(texts)
    assert str(error) == f"{short} {smallest} Or make a stock: {mixed}."
    assert (error.short, error.field, str(error.stock)) == (short, "bottle", mixed)


@pytest.mark.parametrize(
    ("dilution", "ways"),
    [
        ("0.0005 %", "The smallest bottle that works is 20000 ml."),
        ("0.0001 %", "No bottle up to 20 l works."),
    ],
)
def test_what_is_too_little_for_a_stock_is_said(dilution, ways):
    error = too_small({"oils": "lavender,pine", "bottle": "1 ml", "dilution": dilution})
    assert error.stock is None
    assert str(error).endswith(f"{ways} {TOO_LITTLE}")


@pytest.mark.parametrize(
    ("wanted_drops", "parts", "drops"),
    [("1", 0, 1), ("0.99", 9, 9), ("1.8", 9, 18), ("1.12", 9, 11), ("1.11", 0, 1), ("0.1", 9, 1), ("0.001", 999, 1)],
)
def test_the_strongest_stock_that_reaches_nine_tenths_is_taken(wanted_drops, parts, drops):
    blend = calculate(read_brief({"oils": "lavender", "bottle": "1 l"}), CATALOGUE).blend
    found = stock(blend, Fraction(wanted_drops) / 20, Fraction(20))
    assert (found.base_ml / found.oils_ml, found.drops) == (parts, drops)


def test_a_thousandth_of_a_drop_is_the_least_of_which_a_stock_is_made():
    blend = calculate(read_brief({"oils": "lavender", "bottle": "1 l"}), CATALOGUE).blend
    assert stock(blend, Fraction("0.00099") / 20, Fraction(20)) is None
