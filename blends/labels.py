"""EU label allergens: which names a finished product must print, as far as the analyses tell."""

from functools import lru_cache

from blends.catalogue import Catalogue
from blends.limits import rules
from blends.recipe import Recipe

Label = tuple[str, str, frozenset[str], float]  # name, group, whole oils, threshold in % by weight


def labels_above(recipe: Recipe, catalogue: Catalogue) -> list[str]:
    """Return the label names whose share in `recipe` is above the leave-on threshold, groups added over all oils."""
    total_g = recipe.finished_g
    if not total_g:
        return []
    shares = {portion.oil.id: 100 * (portion.mass_g or 0) / total_g for portion in recipe.portions}
    contents = rules(catalogue).contents
    found = []
    for name, group, oils, threshold in _labels(catalogue):
        whole = sum(pct for oil, pct in shares.items() if oil in oils)
        held = sum(pct * contents[oil].get(group, 0.0) / 100 for oil, pct in shares.items())
        if max(whole, held) > threshold:
            found.append(name)
    return found


@lru_cache(maxsize=8)
def _labels(catalogue: Catalogue) -> tuple[Label, ...]:
    rows = catalogue.allergens[~catalogue.allergens["status"].str.startswith("prohibited")].fillna(
        {"group": "", "oils": "", "threshold_leave_on_pct": 0.001}
    )
    return tuple(
        (str(name), str(row["group"]), frozenset(str(row["oils"]).split()), float(row["threshold_leave_on_pct"]))
        for name, row in rows.iterrows()
    )
