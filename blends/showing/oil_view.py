"""One oil's row -> its facts in words, each with unit, source and whether it is verified."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from blends.figures import write_number
from blends.showing.figure import Figure, written
from blends.showing.words.oil import CARE, FACTS, NOT_ASSESSED, NOT_FOUND, SOLID_AT_20C, STATES, cap_note, span
from blends.tables.catalogue import Catalogue
from blends.tables.names import effect_name, effect_wording, short_name
from blends.tables.sources import Source, sources_of
from blends.tables.verified import Verified


@dataclass(frozen=True)
class Fact:
    """One fact: what it is, what was found, and on what it rests. `verified` is None where nothing was found."""

    name: str
    value: str
    note: str
    sources: tuple[Source, ...]
    verified: Verified | None


@dataclass(frozen=True)
class Content:
    """One constituent of an oil: its level in % of the oil, None where none may decide, and the span reported."""

    label: str
    level_pct: Figure | None
    span_pct: str
    reliability: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class OilView:
    """Everything the tables say of one oil. Compositions and contents are empty for a base oil."""

    id: str
    name: str
    botanical: str
    part: str
    uses: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    rulebooks: tuple[Fact, ...]
    purity: tuple[Fact, ...]
    contents: tuple[Content, ...]
    compositions: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class _Row:
    """The cells of one row, and what is needed to put them in words."""

    id: str
    cells: dict[Any, Any]
    catalogue: Catalogue

    def text(self, column: str) -> str:
        return _text(self.cells[column])

    def figure(self, column: str, unit: str) -> str:
        value = self.cells[column]
        return "" if pd.isna(value) else f"{write_number(float(value))} {unit}"

    def fact(self, stem: str, value: str = "", note: str = "") -> Fact:
        """Return the fact whose columns begin with `stem`, its sources only where a value was found."""
        name = FACTS[stem]
        value = value or self.text(stem) if stem in self.cells else value
        if not value:
            return Fact(name, NOT_FOUND, note, (), None)
        verified = self.cells.get(f"{stem}_verified")
        return Fact(
            name,
            value,
            note,
            sources_of(self.cells[f"{stem}_source"], self.catalogue),
            None if verified is None or pd.isna(verified) else Verified(verified),
        )


def essential_oil_view(id_: str, catalogue: Catalogue) -> OilView:
    """Return what the tables say of the essential oil `id_`."""
    row = _Row(id_, dict(catalogue.oils.loc[id_]), catalogue)
    cap = row.figure("phototoxic_max_pct", "% of the finished oil")
    return OilView(
        id=id_,
        name=row.text("name"),
        botanical=row.text("botanical"),
        part=", ".join(filter(None, [row.text("part"), row.text("chemotype")])),
        uses=_uses(row),
        facts=(
            row.fact("dermal_max", row.figure("dermal_max_pct", "% by weight"), _limit(row)),
            row.fact("min_age", row.figure("min_age_years", "years"), row.text("min_age_basis")),
            row.fact("pregnancy", CARE.get(row.text("pregnancy"), "")),
            row.fact("breastfeeding", CARE.get(row.text("breastfeeding"), "")),
            row.fact("cautions"),
            row.fact("phototoxic", note=cap_note(cap)),
            _density(row),
            row.fact("oxidises"),
            row.fact("inci"),
            row.fact("cas"),
        ),
        rulebooks=_states(row),
        purity=_purity(row),
        contents=_contents(row),
        compositions=tuple(
            each.id
            for each in catalogue.composition_by_id.values()
            if any(id_ in place.choices for place in each.places)
        ),
        note=row.text("note"),
    )


def base_oil_view(id_: str, catalogue: Catalogue) -> OilView:
    """Return what the tables say of the base oil `id_`."""
    row = _Row(id_, dict(catalogue.base_oils.loc[id_]), catalogue)
    state = SOLID_AT_20C.get(row.text("solid_at_20c"), NOT_FOUND)
    return OilView(
        id=id_,
        name=row.text("name"),
        botanical=row.text("botanical"),
        part="",
        uses=(),
        facts=(
            row.fact("allergen"),
            Fact(FACTS["solid"], state, row.text("solid_note"), (), None),
            row.fact("shelf_life", row.figure("shelf_life_months", "months")),
            _density(row),
            row.fact("inci"),
            row.fact("cas"),
        ),
        rulebooks=(),
        purity=(),
        contents=(),
        compositions=(),
        note=row.text("note"),
    )


def _uses(row: _Row) -> tuple[Fact, ...]:
    catalogue = row.catalogue
    claims = catalogue.claims[catalogue.claims["oil"] == row.id]
    return tuple(
        Fact(
            effect_name(claim["effect"], catalogue),
            effect_wording(claim["effect"], catalogue),
            "",
            sources_of(claim["source"], catalogue),
            Verified(claim["verified"]),
        )
        for _, claim in claims.iterrows()
    )


def _states(row: _Row) -> tuple[Fact, ...]:
    """Return what each rulebook says of the oil: a limit, none, its constituents alone, or nothing that was found."""
    profiles = row.catalogue.profiles
    return tuple(
        Fact(
            short_name(each["rulebook"], row.catalogue),
            STATES[each["state"]],
            _text(each["how_read"]),
            sources_of(each["source"], row.catalogue),
            None,
        )
        for _, each in profiles[profiles["oil"] == row.id].iterrows()
    )


def _purity(row: _Row) -> tuple[Fact, ...]:
    """Return what the supplier's certificate must show for a rulebook."""
    rows = row.catalogue.purity[row.catalogue.purity["oil"] == row.id]
    return tuple(
        Fact(
            short_name(each["rulebook"], row.catalogue),
            str(each["words"]),
            "",
            sources_of(each["source"], row.catalogue),
            None,
        )
        for _, each in rows.iterrows()
    )


def _contents(row: _Row) -> tuple[Content, ...]:
    rows = row.catalogue.constituents[row.catalogue.constituents["oil"] == row.id]
    return tuple(
        Content(
            str(each["label"]),
            None if pd.isna(each["level_pct"]) else written(each["level_pct"]),
            _span(each["min_pct"], each["max_pct"]),
            str(each["reliability"]),
            sources_of(each["source"], row.catalogue),
        )
        for _, each in rows.iterrows()
    )


def _span(low: float, high: float) -> str:
    if pd.isna(low) or pd.isna(high):
        return ""
    return span(write_number(low), write_number(high))


def _density(row: _Row) -> Fact:
    found = _span(row.cells["density_min_g_per_ml"], row.cells["density_max_g_per_ml"])
    note = f"{found} g/mL; {row.text('density_basis')}" if found else ""
    return row.fact("density", row.figure("density_g_per_ml", "g/mL"), note)


def _limit(row: _Row) -> str:
    if not row.text("dermal_max_rulebook"):
        return NOT_ASSESSED
    book = row.catalogue.rulebooks.loc[row.text("dermal_max_rulebook")].to_dict()
    edition = f", {book['edition']}" if _text(book["edition"]) else ""
    return f"{book['name']}{edition}: {row.text('dermal_max_basis')}"


def _text(value: Any) -> str:  # noqa: ANN401 - whatever one cell holds
    return "" if value is None or pd.isna(value) else str(value)
