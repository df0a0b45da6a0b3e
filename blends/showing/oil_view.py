"""One oil's row -> its facts in words, each with unit, source and whether it is verified."""

from dataclasses import dataclass

from blends.figures import write_number
from blends.showing.figure import Figure, written
from blends.showing.words.oil import (
    BY_WEIGHT,
    CARE,
    FACTS,
    MONTHS,
    NOT_ASSESSED,
    NOT_FOUND,
    OF_FINISHED,
    SOLID_AT_20C,
    STATES,
    YEARS,
    cap_note,
    span,
)
from blends.tables.one_oil import Line, OneOil
from blends.tables.sources import Source
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


def essential_oil_view(oil: OneOil) -> OilView:
    """Return what the tables say of an essential oil, in words."""
    row = oil.own
    cap = _figure(row, "phototoxic_max_pct", OF_FINISHED)
    return OilView(
        id=oil.id,
        name=row.text("name"),
        botanical=row.text("botanical"),
        part=", ".join(filter(None, [row.text("part"), row.text("chemotype")])),
        uses=tuple(_use(claim) for claim in oil.claims),
        facts=(
            _fact(row, "dermal_max", _figure(row, "dermal_max_pct", BY_WEIGHT), _limit(oil)),
            _fact(row, "min_age", _figure(row, "min_age_years", YEARS), row.text("min_age_basis")),
            _fact(row, "pregnancy", CARE.get(row.text("pregnancy"), "")),
            _fact(row, "breastfeeding", CARE.get(row.text("breastfeeding"), "")),
            _fact(row, "cautions"),
            _fact(row, "phototoxic", note=cap_note(cap)),
            _density(row),
            _fact(row, "oxidises"),
            _fact(row, "inci"),
            _fact(row, "cas"),
        ),
        rulebooks=tuple(_of_rulebook(each, STATES[each.text("state")], each.text("how_read")) for each in oil.profiles),
        purity=tuple(_of_rulebook(each, each.text("words")) for each in oil.purity),
        contents=tuple(_content(each) for each in oil.constituents),
        compositions=oil.compositions,
        note=row.text("note"),
    )


def base_oil_view(oil: OneOil) -> OilView:
    """Return what the tables say of a base oil, in words."""
    row = oil.own
    state = SOLID_AT_20C.get(row.text("solid_at_20c"), NOT_FOUND)
    return OilView(
        id=oil.id,
        name=row.text("name"),
        botanical=row.text("botanical"),
        part="",
        uses=(),
        facts=(
            _fact(row, "allergen"),
            Fact(FACTS["solid"], state, row.text("solid_note"), (), None),
            _fact(row, "shelf_life", _figure(row, "shelf_life_months", MONTHS)),
            _density(row),
            _fact(row, "inci"),
            _fact(row, "cas"),
        ),
        rulebooks=(),
        purity=(),
        contents=(),
        compositions=(),
        note=row.text("note"),
    )


def _fact(row: Line, stem: str, value: str = "", note: str = "") -> Fact:
    """Return the fact whose columns begin with `stem`, its sources only where a value was found."""
    found = value or row.text(stem)
    if not found:
        return Fact(FACTS[stem], NOT_FOUND, note, (), None)
    verified = row.text(f"{stem}_verified")
    return Fact(FACTS[stem], found, note, row.sources[f"{stem}_source"], Verified(verified) if verified else None)


def _figure(row: Line, column: str, unit: str) -> str:
    value = row.number(column)
    return "" if value is None else f"{write_number(value)} {unit}"


def _use(claim: Line) -> Fact:
    verified = Verified(claim.text("verified"))
    return Fact(claim.text("name"), claim.text("wording"), "", claim.sources["source"], verified)


def _of_rulebook(row: Line, value: str, note: str = "") -> Fact:
    """Return what a rulebook says of the oil, or what the supplier's certificate must show for it."""
    return Fact(row.text("short"), value, note, row.sources["source"], None)


def _content(row: Line) -> Content:
    level = row.number("level_pct")
    return Content(
        row.text("label"),
        None if level is None else written(level),
        _span(row.number("min_pct"), row.number("max_pct")),
        row.text("reliability"),
        row.sources["source"],
    )


def _span(low: float | None, high: float | None) -> str:
    return "" if low is None or high is None else span(write_number(low), write_number(high))


def _density(row: Line) -> Fact:
    found = _span(row.number("density_min_g_per_ml"), row.number("density_max_g_per_ml"))
    note = f"{found} g/mL; {row.text('density_basis')}" if found else ""
    return _fact(row, "density", _figure(row, "density_g_per_ml", "g/mL"), note)


def _limit(oil: OneOil) -> str:
    return f"{oil.limited_by}: {oil.own.text('dermal_max_basis')}" if oil.limited_by else NOT_ASSESSED
