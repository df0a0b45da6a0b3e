"""The largest dilution at which nothing is over, per rulebook, and the limit that binds."""

from dataclasses import dataclass
from math import floor, inf, log10

from blends.judging.findings import Constraint, Finding
from blends.judging.mixture import BASE_DENSITY_UNKNOWN, OIL_DENSITY_UNKNOWN, mixture
from blends.making.blend import Blend
from blends.tables.oils import EssentialOil

FIGURES = 5  # significant figures kept when rounding down, so that using the ceiling is within


@dataclass(frozen=True)
class Ceiling:
    """The largest dilution of a blend by one rulebook; None where no limit of it binds below 100 %.

    dilution_pct: % by volume, rounded down; dilution_w_w_pct: % by weight; binding: the limit that binds, most: the
    oil that adds most to it; barred: what bars any dilution at all, a base oil that is not for the person.
    """

    rulebook: str
    dilution_pct: float | None
    dilution_w_w_pct: float | None
    binding: Constraint | None = None
    most: EssentialOil | None = None
    barred: Finding | None = None


@dataclass(frozen=True)
class _Shares:
    """Shares of the oils among themselves, by weight and by volume, and the two densities."""

    weight: dict[str, float]
    volume: dict[str, float]
    oils_g_per_ml: float
    base_g_per_ml: float


def ceilings(blend: Blend, constraints: tuple[Constraint, ...], rulebooks: tuple[str, ...]) -> tuple[Ceiling, ...]:
    """Return the ceiling of `blend` for each of `rulebooks`, on exact amounts."""
    shares = _shares(blend)
    return tuple(
        _ceiling(id_, [each for each in constraints if each.rulebook == id_], shares, blend) for id_ in rulebooks
    )


def _shares(blend: Blend) -> _Shares:
    volume = {oil.id: float(share) for oil, share in blend.oils}
    masses = {oil.id: float(share) * (oil.density_g_per_ml or OIL_DENSITY_UNKNOWN) for oil, share in blend.oils}
    total = sum(masses.values())
    base = sum(float(share) * (base.density_g_per_ml or BASE_DENSITY_UNKNOWN) for base, share in blend.bases)
    return _Shares({oil: mass / total for oil, mass in masses.items()}, volume, total, base)


def _ceiling(id_: str, constraints: list[Constraint], shares: _Shares, blend: Blend) -> Ceiling:
    least, binding = inf, None
    for constraint in constraints:
        highest = _highest(constraint, shares, blend)
        if highest < least:
            least, binding = highest, constraint
    if binding is None or least >= 100:
        return Ceiling(id_, None, None)
    parts, factors = shares.volume if binding.by_volume else shares.weight, binding.factors
    oils = (oil for oil, _ in blend.oils if oil.id in factors)
    most = max(oils, key=lambda oil: factors[oil.id] * parts[oil.id], default=None)
    return Ceiling(id_, _down(least), _by_weight(least, shares), binding, most)


def _highest(constraint: Constraint, shares: _Shares, blend: Blend) -> float:
    """Return the largest dilution in % by volume at which `constraint` is kept."""
    if not constraint.by_volume and any(oil.density_g_per_ml is None for oil, _ in blend.oils):
        return _searched(constraint, blend)
    per_pct: float = constraint.total(shares.volume if constraint.by_volume else shares.weight)
    if per_pct == 0:
        return inf
    most = constraint.limit_pct / per_pct
    return float(most) if constraint.by_volume else _by_volume(most, shares)


def _searched(constraint: Constraint, blend: Blend) -> float:
    """Return the same by halving: with unknown densities the shares by weight have no formula to turn round."""

    def over(pct: float) -> bool:
        oils = {oil: pct * float(share) for oil, share in blend.oils}
        bases = tuple((base.density_g_per_ml, (100 - pct) * float(share)) for base, share in blend.bases)
        return constraint.total(mixture(oils, bases).weight_pct) > constraint.limit_pct

    if not over(100.0):
        return inf
    low, high = 0.0, 100.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if over(middle) else (middle, high)
    return low


def _by_volume(weight_pct: float, shares: _Shares) -> float:
    if weight_pct >= 100:
        return inf
    oils_ml, base_ml = weight_pct / shares.oils_g_per_ml, (100 - weight_pct) / shares.base_g_per_ml
    return 100 * oils_ml / (oils_ml + base_ml)


def _by_weight(volume_pct: float, shares: _Shares) -> float:
    oils_g, base_g = volume_pct * shares.oils_g_per_ml, (100 - volume_pct) * shares.base_g_per_ml
    return 100 * oils_g / (oils_g + base_g)


def _down(value: float) -> float:
    if value <= 0:
        return 0.0
    places = FIGURES - 1 - floor(log10(value))
    return float(floor(value * 10**places) / 10**places)
