"""EU label allergens: which names a finished product must print, as far as the analyses tell."""

from dataclasses import dataclass

from blends.judging.mixture import in_bottle
from blends.making.recipe import Recipe
from blends.tables.allergens import LabelNames
from blends.tables.rulebooks import Rulebooks


@dataclass(frozen=True)
class Labels:
    """What the label of a finished product has to name, and what nobody knows of it.

    names: above the threshold; perhaps: reported too weakly to decide, and above it if true; not_assessed:
    names of oils without an analysis of the whole oil that may decide (reliability A or B).
    """

    names: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    not_assessed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Level:
    """How much of one label name is in the finished product, in % by weight: as whole oils, and from which oils.

    parts: (id of the oil, its share of the product, % of the name in it); perhaps_pct: what more weak reports say.
    """

    name: str
    threshold_pct: float
    pct: float
    perhaps_pct: float
    group: str
    parts: tuple[tuple[str, float, float], ...]

    @property
    def above(self) -> bool:
        """Return whether the label has to print it."""
        return self.pct > self.threshold_pct


def levels_of(recipe: Recipe, books: Rulebooks, label_names: LabelNames) -> tuple[Level, ...]:
    """Return each label name that `recipe` holds or is reported to hold, in the order of the table.

    A missing density never hides anything: each oil then counts with the larger of its possible shares.
    """
    if not recipe.portions:
        return ()
    shares = in_bottle(recipe).weight_pct
    found = []
    for label in label_names.names:
        whole = [(oil, pct, 100.0) for oil, pct in shares.items() if oil in label.oils]
        held = _parts(label.group, shares, books.contents)
        # A name of whole oils counts them as a whole; where it is a constituent's as well, the larger decides.
        parts = max(whole, held, key=_sum)
        level = Level(
            label.name,
            label.threshold_pct,
            _sum(parts),
            _sum(held) + _sum(_parts(label.group, shares, books.reported)),
            label.group,
            tuple(parts),
        )
        if level.pct or level.perhaps_pct:
            found.append(level)
    return tuple(found)


def labels_of(recipe: Recipe, books: Rulebooks, label_names: LabelNames) -> Labels:
    """Return what the label of `recipe` has to name: contents of all oils added up, in % by weight."""
    levels = levels_of(recipe, books, label_names)
    names = tuple(level.name for level in levels if level.above)
    perhaps = tuple(level.name for level in levels if not level.above and level.perhaps_pct > level.threshold_pct)
    unknown = tuple(portion.oil.name for portion in recipe.portions if portion.oil.id not in label_names.analysed)
    return Labels(names, perhaps, unknown)


def _parts(
    group: str, shares: dict[str, float], contents: dict[str, dict[str, float]]
) -> list[tuple[str, float, float]]:
    held = ((oil, pct, contents.get(oil, {}).get(group, 0.0)) for oil, pct in shares.items())
    return [part for part in held if part[2]]


def _sum(parts: list[tuple[str, float, float]]) -> float:
    return sum(share * content / 100 for _, share, content in parts)
