"""Result -> what is in the bottle by INCI name, heaviest first: for the label's list and the assessor's table."""

from dataclasses import dataclass

from blends.flow import Result
from blends.judging.mixture import BASE_DENSITY_UNKNOWN, in_bottle
from blends.showing.words.files import BASE_OIL, OIL
from blends.showing.words.label import INCI_MISSING
from blends.tables.oils import BaseOil, EssentialOil


@dataclass(frozen=True)
class Ingredient:
    """One oil in the bottle. inci, cas: "" where none was found; pct: % by weight of the finished product.

    exact: whether every density is known; where one is not, pct of an essential oil is the most it can be.
    """

    id: str
    name: str
    kind: str
    inci: str
    cas: str
    pct: float
    exact: bool
    density_known: bool
    inci_source: str
    cas_source: str
    density_source: str


def composition(result: Result, own_inci: tuple[tuple[str, str], ...] = ()) -> tuple[Ingredient, ...]:
    """Return every oil of the recipe, the heaviest first, ties by name; own_inci: (id, INCI name) where ours is blank.

    Nothing that is in the bottle is left out: what has no INCI name or no density stands there all the same.
    """
    recipe, tables, given = result.recipe, result.catalogue, dict(own_inci)
    weights = in_bottle(recipe).weight_pct if recipe.portions else {}
    bases_g = {
        base.base_oil: base.volume_ml * (base.base_oil.density_g_per_ml or BASE_DENSITY_UNKNOWN)
        for base in recipe.bases
        if base.exact_ml  # at 100 % none of it goes in
    }
    things: list[EssentialOil | BaseOil] = [portion.oil for portion in recipe.portions]
    things += bases_g
    exact = all(thing.density_g_per_ml for thing in things)
    left = max(0.0, 100 - sum(weights.values()))  # what the essential oils leave, shared by the base oils
    found = []
    for thing in things:
        oil = isinstance(thing, EssentialOil)
        row = (tables.oils if oil else tables.base_oils).loc[thing.id].fillna("")
        pct = weights[thing.id] if isinstance(thing, EssentialOil) else left * bases_g[thing] / sum(bases_g.values())
        found.append(
            Ingredient(
                thing.id,
                thing.name,
                OIL if oil else BASE_OIL,
                thing.inci or given.get(thing.id, "").strip(),
                str(row["cas"]),
                pct,
                exact,
                thing.density_g_per_ml is not None,
                str(row["inci_source"]),
                str(row["cas_source"]),
                str(row["density_source"]),
            )
        )
    return tuple(sorted(found, key=lambda each: (-each.pct, each.inci, each.name)))


def inci_list(made: tuple[Ingredient, ...], unnamed: str = INCI_MISSING) -> tuple[str, ...]:
    """Return the INCI names, the heaviest first, each once with the weights of its oils added up.

    An oil without one stands there by its own name: a list is never shortened in silence.
    """
    pct: dict[str, float] = {}
    for each in made:
        inci = each.inci or unnamed.format(name=each.name)
        pct[inci] = pct.get(inci, 0.0) + each.pct
    return tuple(sorted(pct, key=lambda inci: (-pct[inci], inci)))
