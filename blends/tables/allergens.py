"""EU label allergens of the tables as plain things, made once."""

from dataclasses import dataclass
from functools import lru_cache

from blends.tables.catalogue import Catalogue
from blends.tables.own import PART

ANNEX = "ifra51_annex"  # lists only what IFRA restricts: never the whole of an oil


@dataclass(frozen=True)
class LabelName:
    """A name of the label, the group it stands for, the oils that are it as a whole, its threshold in % by weight."""

    name: str
    group: str
    oils: frozenset[str]
    threshold_pct: float


@dataclass(frozen=True)
class LabelNames:
    """All names that a label may have to print, and the oils of which an analysis of the whole oil may decide."""

    names: tuple[LabelName, ...]
    analysed: frozenset[str]


@lru_cache(maxsize=8)
def label_names(catalogue: Catalogue) -> LabelNames:
    """Return the label names of `catalogue` that are in force; prohibited ones are no names to print."""
    rows = catalogue.allergens[catalogue.allergens["status"] != "prohibited"].fillna(
        {"group": "", "oils": "", "threshold_leave_on_pct": 0.001}
    )
    deciding = catalogue.constituents.dropna(subset=["level_pct"])
    return LabelNames(
        tuple(
            LabelName(
                str(name), str(row["group"]), frozenset(str(row["oils"]).split()), float(row["threshold_leave_on_pct"])
            )
            for name, row in rows.iterrows()
        ),
        frozenset(deciding.loc[(deciding["source"] != ANNEX) & ~deciding["source"].str.endswith(PART), "oil"]),
    )
