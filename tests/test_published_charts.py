"""Charts people use, quoted with their source: the same convention must give the same drops.

That they disagree with each other is the point: each is right by a convention, which ours prints.
"""

import pytest

from blends import calculate, read_brief
from blends.making.recipe import dilution_of_drops
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()


def drops(bottle, dilution, drops_per_ml="20", **texts):
    asked = {"oils": "lavender", "bottle": bottle, "dilution": f"{dilution} %", "drops_per_ml": drops_per_ml, **texts}
    return calculate(read_brief(asked), CATALOGUE).recipe.total_drops


@pytest.mark.parametrize(("dilution", "published"), [("1", 6), ("2", 12), ("2.5", 15), ("5", 30), ("10", 60)])
def test_rising_sun_botanicals_one_ounce(dilution, published):
    # risingsunbotanicals.com/pages/dilution-guide: 1 fl oz = 30 mL = 600 drops; n % of 600 drops.
    assert drops("1 fl oz", dilution, system="chart") == published


@pytest.mark.parametrize(
    ("dilution", "four_ounces", "eight_ounces"),
    [("0.5", 12, 24), ("1", 24, 48), ("2", 48, 96), ("3", 72, 144), ("5", 120, 240)],
)
def test_earth_goddess_apothecary_four_and_eight_ounces(dilution, four_ounces, eight_ounces):
    # earthgoddessapothecary.com/essential-oils: table of drops in 4 and 8 fl. oz.
    assert drops("4 fl oz", dilution, system="chart") == four_ounces
    assert drops("8 fl oz", dilution, system="chart") == eight_ounces


@pytest.mark.parametrize("spoons", range(1, 7))
@pytest.mark.parametrize(("dilution", "per_spoon"), [("1", 1), ("2", 2), ("3", 3), ("5", 5), ("10", 10), ("25", 25)])
def test_survival_school_teaspoons(spoons, dilution, per_spoon):
    # survivalschool.com/essential-oil-dilution-table: drops per teaspoon of 5 mL, 100 drops a teaspoon.
    assert drops(f"{spoons} tsp", dilution, system="chart") == spoons * per_spoon


@pytest.mark.parametrize(("dilution", "published"), [("2", 2), ("5", 5), ("10", 10), ("25", 25), ("50", 50)])
def test_vines_of_wellness_five_millilitres_filled_up(dilution, published):
    # vinesofwellness.blogspot.com, 29 April 2016: oils first, "then filled to capacity with a carrier".
    assert drops("5 ml", dilution) == published


def test_dilute_oil_counts_the_true_ounce():
    # diluteoil.com, table of equivalents: 1 ounce = 29.57353 mL = 591.47060 drops ("20").
    assert drops("1 fl oz", "100") == 591
    assert read_brief({"bottle": "1 fl oz"}).bottle.volume_ml == pytest.approx(29.57353, abs=5e-6)


def test_edens_garden_three_percent_in_four_ounces():
    # edensgarden.com/blogs/news/how-to-read-a-dilution-chart: 72 drops in 4 ounces is 3 %.
    assert dilution_of_drops(72, 120, 20) == 3


@pytest.mark.parametrize(("drops_per_ml", "published"), [("20", 12), ("30", 18), ("16.67", 10), ("24", 14)])
def test_the_same_two_percent_in_thirty_millilitres_is_published_as_ten_to_eighteen_drops(drops_per_ml, published):
    # lavenderworld.co.uk says 10-12 drops, the 20-drop charts 12, the Tisserand Institute's 30 per mL gives 18.
    assert drops("30 ml", "2", drops_per_ml) == published


def test_add_to_and_fill_to_differ_as_published():
    # 30 mL at 20 drops per mL: 12 against 12.24 drops at 2 %, 60 against 66.7 at 10 %.
    made = {
        (fill, pct): calculate(
            read_brief({"oils": "lavender", "bottle": "30 ml", "dilution": pct, "fill": fill, "drops": "exact"}),
            CATALOGUE,
        ).recipe
        for fill in ("fill-to", "add-to")
        for pct in ("2 %", "10 %")
    }
    about = {key: recipe.portions[0].about_drops for key, recipe in made.items()}
    assert about["fill-to", "2 %"] == pytest.approx(12)
    assert about["add-to", "2 %"] == pytest.approx(12.24, abs=0.01)
    assert about["fill-to", "10 %"] == pytest.approx(60)
    assert about["add-to", "10 %"] == pytest.approx(66.7, abs=0.05)
