"""One row of a table as a thing with a name: EssentialOil, BaseOil, Place of a composition."""

from dataclasses import dataclass


@dataclass(frozen=True)
class EssentialOil:
    """The volatile oil of a named plant part (and chemotype). None and "" mean: no figure found.

    density_g_per_ml at about 20 C; dermal_max_pct in % w/w of the finished product, by
    `dermal_max_rulebook`; min_age_years; each figure's source is in the table's `..._source` column.
    """

    id: str
    name: str
    botanical: str
    part: str
    chemotype: str
    inci: str
    effects: tuple[str, ...]
    density_g_per_ml: float | None
    dermal_max_pct: float | None
    dermal_max_rulebook: str
    min_age_years: float | None
    cautions: str


@dataclass(frozen=True)
class BaseOil:
    """The fatty oil that dilutes, also called carrier oil. `allergen` is "" where the EU list names none."""

    id: str
    name: str
    botanical: str
    inci: str
    density_g_per_ml: float | None
    allergen: str
    solid_note: str
    shelf_life_months: int | None


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
