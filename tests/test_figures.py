from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blends.errors import BlendError
from blends.figures import fixed, split_number, write_number


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("30 ml", Fraction(30), "ml"),
        ("30ml", Fraction(30), "ml"),
        ("1,5 dl", Fraction(3, 2), "dl"),
        (".5", Fraction(1, 2), ""),
        ("½ fl oz", Fraction(1, 2), "fl oz"),
        ("1½", Fraction(3, 2), ""),
        ("1 1/2 fl oz", Fraction(3, 2), "fl oz"),
        ("3/4 l", Fraction(3, 4), "l"),
        ("１００ ml", Fraction(100), "ml"),
        ("٣٠ ml", Fraction(30), "ml"),
        ("30\N{NO-BREAK SPACE}㎖", Fraction(30), "ml"),
        ("0.125 ml", Fraction(1, 8), "ml"),
    ],
)
def test_a_number_is_read_as_people_write_it(text, number, rest):
    assert split_number(text, "a volume", "100 ml") == (number, rest)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Nothing is written"),
        ("   ", "Nothing is written"),
        ("-5 ml", "less than nothing"),
        ("\N{MINUS SIGN}5 ml", "less than nothing"),
        ("nan ml", "does not begin with a number"),
        ("1,000 ml", "Write 1000 ml or 1 ml"),
        ("1.125 fl oz", "Write 1125 fl oz or 1.1250 fl oz"),
        ("1/0 ml", "divided by 0"),
        ("1 000 ml", "not one I know"),
        ("1.5.2", "not one I know"),
        ("9" * 100_000, "100000 characters"),
    ],
)
def test_what_is_no_clear_number_is_refused_with_a_reason(text, says):
    with pytest.raises(BlendError, match=says):
        split_number(text, "a volume", "100 ml")


def test_a_superscript_never_becomes_a_digit():
    # NFKC alone would read 10² as 102.
    assert split_number("10² ml", "a volume", "100 ml") == (Fraction(10), "² ml")


@given(st.fractions(min_value=0, max_value=9_999_999, max_denominator=9_999_999))
def test_every_mixed_number_reads_back_exactly(number):
    whole, rest = divmod(number, 1)
    text = f"{whole} {rest}" if rest else f"{whole}"
    assert split_number(text, "a number", "2") == (number, "")


@given(st.fractions(min_value=Fraction(1, 10_000), max_value=100_000), st.sampled_from([2, 3, 4]))
def test_rounding_up_is_never_below_and_rounding_down_never_above(number, figures):
    assert Fraction(write_number(number, figures, "down")) <= number <= Fraction(write_number(number, figures, "up"))


@given(st.fractions(min_value=Fraction(1, 10_000), max_value=100_000))
def test_three_figures_are_within_half_a_percent(number):
    assert abs(Fraction(fixed(number)) - number) <= number / 200


def test_halves_are_rounded_up_as_people_do():
    assert write_number(Fraction("12.25")) == "12.3"
