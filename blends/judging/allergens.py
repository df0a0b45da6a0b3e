"""EU label allergens: which names a finished product must print, as far as the analyses tell."""

from dataclasses import dataclass

from blends.judging.mixture import in_bottle
from blends.making.recipe import Recipe
from blends.tables.allergens import LabelNames
from blends.tables.rulebooks import Rules


@dataclass(frozen=True)
class Labels:
    """What the label of a finished product has to name, and what nobody knows of it.

    names: above the threshold; perhaps: reported too weakly to decide, and above it if true; not_assessed:
    names of oils without an analysis of the whole oil that may decide (reliability A or B).
    """

    names: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    not_assessed: tuple[str, ...] = ()


def labels_of(recipe: Recipe, rules: Rules, known: LabelNames) -> Labels:
    """Return what the label of `recipe` has to name: contents of all oils added up, in % by weight.

    A missing density never hides anything: each oil then counts with the larger of its possible shares.
    """
    if not recipe.portions:
        return Labels()
    shares = in_bottle(recipe).weight_pct
    names, perhaps = [], []
    for label in known.names:
        whole = sum(pct for oil, pct in shares.items() if oil in label.oils)
        held = _held(label.group, shares, rules.contents)
        if max(whole, held) > label.threshold_pct:
            names.append(label.name)
        elif held + _held(label.group, shares, rules.reported) > label.threshold_pct:
            perhaps.append(label.name)
    unknown = tuple(portion.oil.name for portion in recipe.portions if portion.oil.id not in known.analysed)
    return Labels(tuple(names), tuple(perhaps), unknown)


def _held(group: str, shares: dict[str, float], contents: dict[str, dict[str, float]]) -> float:
    return sum(pct * contents.get(oil, {}).get(group, 0.0) / 100 for oil, pct in shares.items())
