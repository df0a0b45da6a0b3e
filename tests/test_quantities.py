from fractions import Fraction

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blends.asking.counts import read_count
from blends.asking.dropper import DROPPERS, drops_per_ml_by_weight, read_drops_per_ml
from blends.asking.quantities import (
    BOTTLES_FL_OZ,
    BOTTLES_ML,
    SYSTEMS,
    in_base,
    read_bottle,
    read_dilution,
)
from blends.errors import BlendError

FL_OZ = {"us": Fraction("29.5735295625"), "imperial": Fraction("28.4130625"), "chart": Fraction(30)}


@pytest.mark.parametrize(
    ("text", "volume_ml"),
    [
        ("30 ml", 30),
        ("30ml", 30),
        ("100 ML", 100),
        ("0.1 l", 100),
        ("10 cl", 100),
        ("1,5 dl", 150),
        ("1 fl oz", FL_OZ["us"]),
        ("1 fl. oz.", FL_OZ["us"]),
        ("2 US fl oz", 2 * FL_OZ["us"]),
        ("1 imperial fl oz", FL_OZ["imperial"]),
        ("½ fl oz", FL_OZ["us"] / 2),
        ("1 1/2 fl oz", FL_OZ["us"] * 3 / 2),
        ("2 tbsp", FL_OZ["us"]),
        ("2 fluid drams", FL_OZ["us"] / 4),
        ("１００ ml", 100),
        ("20 l", 20_000),
        ("1 ml", 1),
    ],
)
def test_a_bottle_is_read_as_people_write_it(text, volume_ml):
    assert read_bottle(text).volume_ml == volume_ml


def test_a_bottle_by_weight_stays_a_weight():
    bottle = read_bottle("90 g")
    assert (bottle.mass_g, bottle.volume_ml) == (90, None)


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_system_decides_the_ounce_and_is_said(system):
    bottle = read_bottle("1 fl oz", system)
    assert bottle.volume_ml == FL_OZ[system]
    assert bottle.unit == f"{SYSTEMS[system]} fl oz"


def test_chart_spoons_are_fifteen_and_five_millilitres():
    assert read_bottle("1 tbsp", "chart").volume_ml == 15
    assert read_bottle("1 tsp", "chart").volume_ml == 5


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("4 oz", "4 fl oz or 113 g"),
        ("1 dram", "1 fluid dram or 1.77 g"),
        ("1,000 ml", "1000 ml or 1 ml"),
        ("30", "30 ml"),
        ("-5 ml", "100 ml"),
        ("nan ml", "100 ml"),
        ("1e400 ml", "100 ml"),
        ("9**9**9 ml", "100 ml"),
        ("9" * 100_000, "100 ml"),
        ("", "100 ml"),
        ("1 blob", "100 ml"),
        ("30 ml; 5", "100 ml"),
        ("3 drops", "30 ml"),
        ("0.9 ml", "100 ml"),
        ("20.1 l", "100 ml"),
        ("0 ml", "100 ml"),
    ],
)
def test_what_is_no_bottle_is_refused_with_what_to_write(text, advice):
    with pytest.raises(BlendError) as refusal:
        read_bottle(text)
    assert f"Write {advice}" in str(refusal.value) or f"as in {advice}" in str(refusal.value)
    assert len(str(refusal.value)) < 250


def test_our_units_agree_with_pints_own_definitions():
    theirs = pint.UnitRegistry(non_int_type=Fraction)
    for ours, name in {
        "us_fluid_ounce": "fluid_ounce",
        "us_fluid_dram": "fluid_dram",
        "us_tablespoon": "tablespoon",
        "us_teaspoon": "teaspoon",
        "imperial_fluid_ounce": "imperial_fluid_ounce",
        "imperial_fluid_dram": "imperial_fluid_drachm",
        "litre": "litre",
    }.items():
        expected = theirs.Quantity(Fraction(1), name).to("millilitre").magnitude
        assert float(in_base(ours)[1]) == pytest.approx(float(expected), rel=1e-12), ours


@pytest.mark.parametrize("text", [*BOTTLES_ML, *BOTTLES_FL_OZ, "1 fluid dram", "4 fluid drams"])
def test_every_size_of_the_trade_on_offer_can_be_read(text):
    assert read_bottle(text).volume_ml


@pytest.mark.parametrize(("text", "pct"), [("2 %", "2"), ("2", "2"), ("0.5%", "0.5"), ("0 %", "0"), ("1,5 ％", "1.5")])
def test_a_dilution_is_read_as_people_write_it(text, pct):
    assert read_dilution(text) == Fraction(pct)


@pytest.mark.parametrize("text", ["", "two", "-1 %", "101 %", "2 ml", "2 %%"])
def test_what_is_no_dilution_is_refused(text):
    with pytest.raises(BlendError, match=r"2 %"):
        read_dilution(text)


@pytest.mark.parametrize(
    ("text", "drops"), [("20", 20), ("27.5", Fraction(55, 2)), ("32 drops per ml", 32), ("25/mL", 25)]
)
def test_drops_per_ml_are_read_as_people_write_them(text, drops):
    assert read_drops_per_ml(text) == drops


@pytest.mark.parametrize("text", ["", "0", "4.9", "101", "many", "20 ml"])
def test_what_is_no_dropper_is_refused(text):
    with pytest.raises(BlendError, match="20"):
        read_drops_per_ml(text)


@pytest.mark.parametrize("text", ["", "0", "1.5", "-3", "three", "1001", "3 jars"])
def test_what_is_no_count_is_refused(text):
    with pytest.raises(BlendError, match="3"):
        read_count(text, "a number of bottles", 1000)


def test_weighing_twenty_drops_gives_the_institutes_mean():
    # Tisserand Institute, drop size: 20 drops weigh 0.66 g on average; at 0.90 g/mL that is 27 drops per mL.
    assert float(drops_per_ml_by_weight(20, Fraction("0.66"), "0.90")) == pytest.approx(27, abs=0.5)


def test_every_dropper_on_offer_has_a_source(catalogue):
    assert {dropper.source for dropper in DROPPERS} <= set(catalogue.sources.index)


@given(st.text(max_size=60))
def test_any_text_is_a_bottle_or_a_sentence(text):
    try:
        bottle = read_bottle(text)
    except BlendError as sentence:
        assert "Write" in str(sentence)
    else:
        assert 1 <= (bottle.volume_ml or bottle.mass_g) <= 20_000
