"""Chosen oils -> equal (or given) shares that add up to one. Proportions only, no amounts."""

from dataclasses import dataclass
from fractions import Fraction

from blends.making.selection import Selection
from blends.tables.oils import BaseOil, EssentialOil


@dataclass(frozen=True)
class Blend:
    """Proportions by volume: the shares of the oils add up to exactly 1, and so do those of the bases."""

    oils: tuple[tuple[EssentialOil, Fraction], ...]
    bases: tuple[tuple[BaseOil, Fraction], ...]

    @property
    def equal(self) -> bool:
        """Whether every oil has the same share."""
        return len({share for _, share in self.oils}) <= 1

    @property
    def oils_density_g_per_ml(self) -> Fraction | None:
        """Density of the oils together, None where one is unknown."""
        return _density(tuple((oil.density_g_per_ml, share) for oil, share in self.oils))

    @property
    def base_density_g_per_ml(self) -> Fraction | None:
        """Density of the base oils together, None where one is unknown."""
        return _density(tuple((base.density_g_per_ml, share) for base, share in self.bases))


def blend(selection: Selection) -> Blend:
    """Return the proportions of `selection`: its parts divided by their sum."""
    oils_sum = sum((parts for _, parts in selection.oils), Fraction(0))
    bases_sum = sum((parts for _, parts in selection.bases), Fraction(0))
    return Blend(
        oils=tuple((oil, parts / oils_sum) for oil, parts in selection.oils),
        bases=tuple((base, parts / bases_sum) for base, parts in selection.bases),
    )


def _density(shares: tuple[tuple[float | None, Fraction], ...]) -> Fraction | None:
    total = Fraction(0)
    for density, share in shares:
        if density is None:
            return None
        total += Fraction(str(density)) * share
    return total
