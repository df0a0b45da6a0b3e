"""One row of a table as a thing with a name: EssentialOil, BaseOil, Place of a composition."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from blends.tables.advice import Advice
from blends.tables.verified import Verified


@dataclass(frozen=True)
class EssentialOil:
    """The volatile oil of a named plant part (and chemotype): what a blend is made and judged by.

    None and "" mean: no figure found. What is only shown, such as a CAS number, is read from the table.
    density_g_per_ml at about 20 C; dermal_max_pct in % w/w of the finished product, from limits.csv;
    min_age_years; made_from: of an own oil, the shipped one it was made from, else ""; each figure's
    source is in the table's `..._source` column.
    """

    id: str
    name: str
    botanical: str
    part: str
    inci: str
    effects: tuple[str, ...]
    density_g_per_ml: float | None
    dermal_max_pct: float | None
    phototoxic: bool | None
    phototoxic_max_pct: float | None
    min_age_years: float | None
    pregnancy: Advice
    breastfeeding: Advice
    cautions: str
    oxidises: bool
    made_from: str = ""

    def advice_for(self, kind: str) -> Advice | None:
        """Return what lists advise for someone pregnant or breastfeeding, None for any other kind of person."""
        return {"pregnant": self.pregnancy, "breastfeeding": self.breastfeeding}.get(kind)


@dataclass(frozen=True)
class BaseOil:
    """The fatty oil that dilutes, also called carrier oil.

    allergen: "" where the EU list names none, None where nothing is said of any.
    """

    id: str
    name: str
    botanical: str
    inci: str
    density_g_per_ml: float | None
    allergen: str | None
    solid_note: str
    shelf_life_months: int | None


@dataclass(frozen=True)
class Effect:
    """A traditional aim: its name, and what oils are traditionally used for, in words that claim no more."""

    name: str
    wording: str


@dataclass(frozen=True)
class Place:
    """One place of a ready composition: the oil that stands there and what may stand there instead."""

    oil: str
    choices: tuple[str, ...]


@dataclass(frozen=True)
class Composition:
    """A ready composition: frozen once published; a changed one gets a new id."""

    id: str
    effect: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Rates:
    """The usual and the highest dilution of one kind of person in % by volume."""

    usual_pct: float
    ceiling_pct: float
    source: str
    verified: Verified


def cell_text(value: object) -> str:
    """Return a cell as text, "" for a blank one."""
    return "" if pd.isna(value) else str(value)  # type: ignore[call-overload]  # a cell is one value


def cell_figure(value: object) -> float | None:
    """Return a cell as a number, None for a blank one."""
    return None if pd.isna(value) else float(value)  # type: ignore[call-overload, arg-type]


def with_maxima(oils: pd.DataFrame, limits: pd.DataFrame, rulebooks: pd.DataFrame) -> pd.DataFrame:
    """Return the oils with `dermal_max_...`: the lowest limit on the whole oil among the rulebooks that judge at home.

    Where none of them has one, what was calculated from the limit of a constituent. NaN: no figure was found.
    """
    judges = rulebooks["judges"].fillna("").str.contains("home")
    kind = limits["rulebook"].map(rulebooks["kind"])
    ours = limits[(limits["subject_kind"] == "oil") & (limits["rulebook"].map(judges) | (kind == "calculated"))]
    first = ours.assign(last=kind == "calculated").sort_values(["last", "limit_pct"], kind="stable")
    row = first.drop_duplicates("subject").set_index("subject").reindex(oils.index)
    names = {"limit_pct": "pct"} | {name: name for name in ("rulebook", "basis", "source", "verified")}
    return oils.assign(**{f"dermal_max_{name}": row[column] for column, name in names.items()})


def essential_oil(id_: str, row: "pd.Series[str]") -> EssentialOil:
    """Return the essential oil of one row of the table."""
    return EssentialOil(
        id=id_,
        name=cell_text(row["name"]),
        botanical=cell_text(row["botanical"]),
        part=cell_text(row["part"]),
        inci=cell_text(row["inci"]),
        effects=tuple(cell_text(row["effects"]).split()),
        density_g_per_ml=cell_figure(row["density_g_per_ml"]),
        dermal_max_pct=cell_figure(row["dermal_max_pct"]),
        phototoxic={"yes": True, "no": False}.get(cell_text(row["phototoxic"])),
        phototoxic_max_pct=cell_figure(row["phototoxic_max_pct"]),
        min_age_years=cell_figure(row["min_age_years"]),
        pregnancy=Advice(cell_text(row["pregnancy"])),
        breastfeeding=Advice(cell_text(row["breastfeeding"])),
        cautions=cell_text(row["cautions"]),
        oxidises=cell_text(row["oxidises"]) == "yes",
        made_from=cell_text(row.get("made_from", "")),
    )


# In any case of letters: as shipped, and as people write it of their own oil.
NO_ALLERGEN = ("none", "none of the eu 14", "none known", "no", "no allergen", "nil", "-")


def base_oil(id_: str, row: "pd.Series[str]") -> BaseOil:
    """Return the base oil of one row of the table."""
    months, allergen = cell_figure(row["shelf_life_months"]), cell_text(row["allergen"])
    return BaseOil(
        id=id_,
        name=cell_text(row["name"]),
        botanical=cell_text(row["botanical"]),
        inci=cell_text(row["inci"]),
        density_g_per_ml=cell_figure(row["density_g_per_ml"]),
        allergen="" if allergen.casefold().strip(" .") in NO_ALLERGEN else allergen or None,
        solid_note=cell_text(row["solid_note"]) if cell_text(row["solid_at_20c"]) == "yes" else "",
        shelf_life_months=None if months is None else int(months),
    )


def rates(row: Mapping[Hashable, Any]) -> Rates:
    """Return the rates of one row of the table."""
    return Rates(float(row["usual_pct"]), float(row["ceiling_pct"]), str(row["source"]), Verified(row["verified"]))
