"""The edges of ceilings, worked by hand: by weight or by volume, unknown densities, rounding down, no limit at all."""

from fractions import Fraction

import pytest

from blends import calculate, read_brief
from blends.judging.ceilings import ceilings
from blends.judging.findings import Constraint, Kind
from blends.judging.mixture import in_bottle
from blends.making.basis import Basis, On
from blends.making.blend import Blend
from blends.tables.catalogue import shipped_tables
from blends.tables.verified import Verified

CATALOGUE = shipped_tables()
OILS = CATALOGUE.oil_by_id
OLIVE = CATALOGUE.base_oil_by_id["olive"]


def result(**texts):
    return calculate(read_brief(texts), CATALOGUE)


def rule(factors, limit_pct, **more):
    return Constraint("book", Kind.OIL, "", Basis(On.TEXT), factors, limit_pct, "", Verified.NO, **more)


def ceiling(review, rulebook):
    return next(each for each in review.ceilings if each.rulebook == rulebook)


def test_the_ceiling_of_an_oil_of_unknown_density_is_that_of_a_heavy_one():
    found = ceiling(result(oils="plai", drops="exact").review, "guidance")
    assert found.dilution_pct == 2  # no book has a figure for it, so the usual rate stands in
    assert found.dilution_w_w_pct == pytest.approx(100 * 2.4 / (2.4 + 98 * 0.913))


def test_a_ceiling_by_weight_with_an_unknown_density_is_the_largest_that_is_within():
    blend = Blend(((OILS["plai"], Fraction(1, 2)), (OILS["nutmeg"], Fraction(1, 2))), ((OLIVE, Fraction(1)),))
    found = ceilings(blend, (rule({"nutmeg": 1.0}, 1.0),), ("book",))[0]
    each, base = found.dilution_pct / 2, 100 - found.dilution_pct
    nutmeg_g = each * 0.895
    assert 100 * nutmeg_g / (nutmeg_g + each * 0.86 + base * 0.913) == pytest.approx(1, rel=1e-4)


# Weight is not volume.


def test_the_highest_rate_is_a_ceiling_by_volume_of_a_heavy_oil_too():
    found = ceiling(result(oils="wintergreen", drops="exact").review, "guidance")
    assert found.dilution_pct == 3
    assert found.dilution_w_w_pct == pytest.approx(100 * 3 * 1.184 / (3 * 1.184 + 97 * 0.913))


def test_a_limit_by_weight_is_turned_into_a_volume_by_both_densities():
    found = ceiling(result(oils="clove_bud", drops="exact").review, "ty-2014")
    oils_ml, base_ml = 0.5 / 1.045, 99.5 / 0.913
    assert found.dilution_pct == pytest.approx(100 * oils_ml / (oils_ml + base_ml), rel=1e-4)
    assert found.dilution_w_w_pct == pytest.approx(0.5, rel=1e-4)


@pytest.mark.parametrize(("by_volume", "most"), [(True, "juniper"), (False, "clove_bud")])
def test_the_oil_that_adds_most_is_weighed_for_a_limit_by_weight(by_volume, most):
    # 51 parts at 0.866 g/mL weigh less than 49 parts at 1.045.
    blend = Blend(
        ((OILS["juniper"], Fraction(51, 100)), (OILS["clove_bud"], Fraction(49, 100))), ((OLIVE, Fraction(1)),)
    )
    made = ceilings(blend, (rule({"juniper": 1.0, "clove_bud": 1.0}, 1.0, by_volume=by_volume),), ("book",))[0]
    assert made.most.id == most


@pytest.mark.parametrize(("by_volume", "pct"), [(True, 1 / 0.49), (False, None)])
def test_a_limit_on_one_of_two_oils_counts_its_share_by_volume_or_by_weight(by_volume, pct):
    blend = Blend(
        ((OILS["juniper"], Fraction(51, 100)), (OILS["clove_bud"], Fraction(49, 100))), ((OLIVE, Fraction(1)),)
    )
    made = ceilings(blend, (rule({"clove_bud": 1.0}, 1.0, by_volume=by_volume),), ("book",))[0]
    heavier = 1.045 / (0.51 * 0.866 + 0.49 * 1.045) * 0.49  # of the oils by weight
    oils_ml, base_ml = (1 / heavier) / (0.51 * 0.866 + 0.49 * 1.045), (100 - 1 / heavier) / 0.913
    expected = pct or 100 * oils_ml / (oils_ml + base_ml)
    assert made.dilution_pct == pytest.approx(expected, rel=1e-4)


def test_a_ceiling_is_rounded_down_to_five_figures():
    blend = Blend(((OILS["lavender"], Fraction(1)),), ((OLIVE, Fraction(1)),))
    found = ceilings(blend, (rule({"lavender": 1.0}, 2 / 3, by_volume=True),), ("book",))[0]
    assert found.dilution_pct == 0.66666


@pytest.mark.parametrize(("limit_pct", "expected"), [(99.99, 99.99), (100.0, None), (250.0, None)])
def test_a_limit_that_allows_the_neat_oil_is_no_ceiling(limit_pct, expected):
    blend = Blend(((OILS["lavender"], Fraction(1)),), ((OLIVE, Fraction(1)),))
    for by_volume in (True, False):
        found = ceilings(blend, (rule({"lavender": 1.0}, limit_pct, by_volume=by_volume),), ("book",))[0]
        assert (
            found.dilution_pct is None if expected is None else found.dilution_pct == pytest.approx(expected, abs=0.02)
        )


@pytest.mark.parametrize(
    ("fill", "at_15", "at_45"),
    [
        ("fill-to", 100 * 12 / 15 / 30, 100 * 12 / 45 / 30),
        ("add-to", 100 * 0.8 / 30.8, 100 * (12 / 45) / (30 + 12 / 45)),
    ],
)
def test_larger_drops_take_the_place_of_base_oil_only_where_the_bottle_is_filled_to_its_size(fill, at_15, at_45):
    made = result(oils="lavender", bottle="30 ml", dilution="2 %", fill=fill).recipe
    assert made.total_drops == 12
    for drops_per_ml, pct in ((15, at_15), (45, at_45)):
        assert in_bottle(made, 20 / drops_per_ml).volume_pct["lavender"] == pytest.approx(pct)
        assert made.dilution_with(drops_per_ml) == pytest.approx(pct)
