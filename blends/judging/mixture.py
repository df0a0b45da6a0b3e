"""Recipe -> what is in the bottle: each oil's share of the finished product, by weight and by volume."""

from dataclasses import dataclass

from blends.asking.choices import Fill
from blends.making.recipe import Recipe
from blends.tables.oils import EssentialOil

# g/mL where no density was found, on the careful side: more oil by weight. 1.2 is above the heaviest oils of the
# tables, wintergreen and birch (1.184, lots up to 1.187: data/essential_oils.csv); 0.86 is no more than the lightest
# base oil, jojoba (0.862, lots from 0.860: data/base_oils.csv). A test holds both. Citrus oils are lighter (0.848).
OIL_DENSITY_UNKNOWN, BASE_DENSITY_UNKNOWN = 1.2, 0.86


@dataclass(frozen=True)
class Mixture:
    """What is in the bottle: % of each oil of the finished product, by weight and by volume."""

    weight_pct: dict[str, float]
    volume_pct: dict[str, float]


def in_bottle(recipe: Recipe, times: float = 1.0) -> Mixture:
    """Return what is in the bottle, in %, if every drop were `times` as large; fill-to takes less base oil then."""
    oils = {portion.oil: portion.volume_ml * times for portion in recipe.portions}
    extra = sum(oils.values()) - recipe.oils_ml if recipe.fill is Fill.FILL_TO else 0.0
    bases = [(base.base_oil.density_g_per_ml, float(base.volume_ml)) for base in recipe.bases]
    base_ml = sum(ml for _, ml in bases)
    left = max(0.0, base_ml - extra) / base_ml if base_ml else 0.0
    return mixture(oils, tuple((density, ml * left) for density, ml in bases))


def mixture(oils_ml: dict[EssentialOil, float], bases_ml: tuple[tuple[float | None, float], ...]) -> Mixture:
    """Return the percentages of oils in mL and bases as (density, mL).

    Each oil gets the largest share by weight it may have: where densities are unknown, its own counts as heavy and
    everybody else's as light.

    >>> from blends.tables.catalogue import read_catalogue
    >>> lavender = read_catalogue().oil_by_id["lavender"]
    >>> mixed = mixture({lavender: 2.0}, ((0.914, 98.0),))
    >>> round(mixed.weight_pct["lavender"], 3), mixed.volume_pct["lavender"]
    (1.94, 2.0)
    """
    total_ml = sum(ml for _, ml in bases_ml) + sum(oils_ml.values())
    by_volume = {oil.id: 100 * ml / total_ml for oil, ml in oils_ml.items()}
    bases_g = sum(ml * (density or BASE_DENSITY_UNKNOWN) for density, ml in bases_ml)
    light = {oil: ml * (oil.density_g_per_ml or BASE_DENSITY_UNKNOWN) for oil, ml in oils_ml.items()}
    all_g = bases_g + sum(light.values())
    weight = {}
    for oil, ml in oils_ml.items():
        own = ml * (oil.density_g_per_ml or OIL_DENSITY_UNKNOWN)
        weight[oil.id] = 100 * own / (all_g - light[oil] + own)
    return Mixture(weight, by_volume)
