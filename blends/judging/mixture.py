"""Recipe -> what is in the bottle: each oil's share of the finished product, by weight and by volume."""

from dataclasses import dataclass

from blends.asking.choices import Fill
from blends.making.recipe import Recipe
from blends.tables.oils import EssentialOil

# g/mL where no density was found, both on the careful side (more oil by weight): the heaviest oils of the tables,
# wintergreen and birch, have 1.18; the lightest base oil, jojoba, 0.863.
OIL_DENSITY_UNKNOWN, BASE_DENSITY_UNKNOWN = 1.2, 0.86


@dataclass(frozen=True)
class Mixture:
    """What is in the bottle: % of each oil of the finished product, by weight and by volume."""

    weight_pct: dict[str, float]
    volume_pct: dict[str, float]


def in_bottle(recipe: Recipe, times: float = 1.0) -> Mixture:
    """Return what is in the bottle if every drop were `times` as large; fill-to takes less base oil then."""
    oils = {portion.oil: portion.volume_ml * times for portion in recipe.portions}
    extra = sum(oils.values()) - recipe.oils_ml if recipe.fill is Fill.FILL_TO else 0.0
    base_ml = sum(base.volume_ml for base in recipe.bases)
    left = max(0.0, base_ml - extra) / base_ml if base_ml else 0.0
    return mixture(oils, tuple((base.base_oil.density_g_per_ml, base.volume_ml * left) for base in recipe.bases))


def mixture(oils_ml: dict[EssentialOil, float], bases_ml: tuple[tuple[float | None, float], ...]) -> Mixture:
    """Return the percentages of oils in mL and bases as (density, mL).

    Where densities are unknown each oil gets the larger of two shares by weight: all unknown oils heavy (its
    own share then is large), or all light (the others' shares then are).
    """
    total_ml = sum(ml for _, ml in bases_ml) + sum(oils_ml.values())
    by_volume = {oil.id: 100 * ml / total_ml for oil, ml in oils_ml.items()}
    heavy = _by_weight(oils_ml, bases_ml, OIL_DENSITY_UNKNOWN)
    if all(oil.density_g_per_ml for oil in oils_ml):
        return Mixture(heavy, by_volume)
    light = _by_weight(oils_ml, bases_ml, BASE_DENSITY_UNKNOWN)
    return Mixture({oil: max(pct, light[oil]) for oil, pct in heavy.items()}, by_volume)


def _by_weight(
    oils_ml: dict[EssentialOil, float], bases_ml: tuple[tuple[float | None, float], ...], unknown: float
) -> dict[str, float]:
    masses = {oil.id: ml * (oil.density_g_per_ml or unknown) for oil, ml in oils_ml.items()}
    total_g = sum(ml * (density or BASE_DENSITY_UNKNOWN) for density, ml in bases_ml) + sum(masses.values())
    return {oil: 100 * mass / total_g for oil, mass in masses.items()}
