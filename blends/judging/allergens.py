"""EU label allergens: which names a finished product must print, as far as the analyses tell."""

from dataclasses import dataclass
from functools import lru_cache

from blends.judging.review import in_bottle
from blends.making.recipe import Recipe
from blends.tables.catalogue import Catalogue
from blends.tables.rulebooks import rules

ANNEX = "ifra51_annex"  # lists only what IFRA restricts: never the whole of an oil


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
class _Label:
    """A name of the label, the group it stands for, the oils that are it as a whole, its threshold in % by weight."""

    name: str
    group: str
    oils: frozenset[str]
    threshold_pct: float


def labels_of(recipe: Recipe, catalogue: Catalogue) -> Labels:
    """Return what the label of `recipe` has to name: contents of all oils added up, in % by weight.

    A missing density never hides anything: each oil then counts with the larger of its possible shares.
    """
    if not recipe.portions:
        return Labels()
    shares = in_bottle(recipe).weight_pct
    known = rules(catalogue)
    names, perhaps = [], []
    for label in _labels(catalogue):
        whole = sum(pct for oil, pct in shares.items() if oil in label.oils)
        held = _held(label.group, shares, known.contents)
        if max(whole, held) > label.threshold_pct:
            names.append(label.name)
        elif held + _held(label.group, shares, known.reported) > label.threshold_pct:
            perhaps.append(label.name)
    analysed = _analysed(catalogue)
    unknown = tuple(portion.oil.name for portion in recipe.portions if portion.oil.id not in analysed)
    return Labels(tuple(names), tuple(perhaps), unknown)


def _held(group: str, shares: dict[str, float], contents: dict[str, dict[str, float]]) -> float:
    return sum(pct * contents.get(oil, {}).get(group, 0.0) / 100 for oil, pct in shares.items())


@lru_cache(maxsize=8)
def _analysed(catalogue: Catalogue) -> frozenset[str]:
    """Return the oils of which an analysis of the whole oil may decide; one that lists restrictions is none."""
    deciding = catalogue.constituents.dropna(subset=["level_pct"])
    return frozenset(deciding.loc[deciding["source"] != ANNEX, "oil"])


@lru_cache(maxsize=8)
def _labels(catalogue: Catalogue) -> tuple[_Label, ...]:
    rows = catalogue.allergens[~catalogue.allergens["status"].str.startswith("prohibited")].fillna(
        {"group": "", "oils": "", "threshold_leave_on_pct": 0.001}
    )
    return tuple(
        _Label(str(name), str(row["group"]), frozenset(str(row["oils"]).split()), float(row["threshold_leave_on_pct"]))
        for name, row in rows.iterrows()
    )
