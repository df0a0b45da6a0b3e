"""Catalogue -> OilRow: every essential oil beside the others, with what binds it alone; made once."""

from dataclasses import dataclass
from fractions import Fraction

from blends.asking.brief import read_brief
from blends.errors import BlendError
from blends.flow import calculate
from blends.showing.figure import Figure, written
from blends.showing.words.oil import STATES
from blends.showing.words.verdict import binding_words
from blends.tables.catalogue import Catalogue
from blends.tables.names import short_name

SORTS = {"name": "Name", "most": "Most alone", "density": "Density"}


@dataclass(frozen=True)
class OilRow:
    """One oil: its effects in words, what every rulebook says, how much it may make alone and why, its density.

    most_pct: the least ceiling of all rulebooks in % by volume, None where none binds; density: g/mL, None if unknown.
    """

    id: str
    name: str
    botanical: str
    effects: str
    states: tuple[tuple[str, str], ...]
    most_pct: Figure | None
    binds: str
    density: Figure | None


def oil_rows(catalogue: Catalogue) -> tuple[OilRow, ...]:
    """Return a row for each essential oil, in the order of the table."""
    return tuple(_row(id_, catalogue) for id_ in catalogue.oil_by_id)


def sorted_rows(rows: tuple[OilRow, ...], by: str) -> tuple[OilRow, ...]:
    """Return the rows sorted by name, by the most that an oil may make alone, or by density; what is unknown last."""
    if by == "name":
        return tuple(sorted(rows, key=lambda row: row.name))
    figures = {row.id: row.most_pct if by == "most" else row.density for row in rows}

    def place(row: OilRow) -> tuple[bool, float, str]:
        figure = figures[row.id]
        return figure is None, figure.value if figure else 0.0, row.name

    return tuple(sorted(rows, key=place))


def _row(id_: str, catalogue: Catalogue) -> OilRow:
    oil = catalogue.oil_by_id[id_]
    profiles = catalogue.profiles[catalogue.profiles["oil"] == id_]
    most, binds = _alone(id_, catalogue)
    return OilRow(
        id=id_,
        name=oil.name,
        botanical=oil.botanical,
        effects=", ".join(str(catalogue.effects.loc[effect, "name"]) for effect in oil.effects),
        states=tuple(
            (short_name(str(each["rulebook"]), catalogue), STATES[str(each["state"])])
            for _, each in profiles.iterrows()
        ),
        most_pct=most,
        binds=binds,
        density=None if oil.density_g_per_ml is None else written(oil.density_g_per_ml),
    )


def _alone(id_: str, catalogue: Catalogue) -> tuple[Figure | None, str]:
    """Return the most that an oil may make alone by the strictest rulebook, and what binds it."""
    brief = read_brief({"oils": id_, "dilution": "1 %", "drops": "exact", "purpose": "sale"})
    try:
        result = calculate(brief, catalogue)
    except BlendError:
        return None, ""
    bound = [each for each in result.review.ceilings if each.dilution_pct is not None]
    least = min(bound, key=lambda each: each.dilution_pct or 0.0, default=None)
    if least is None:
        return None, ""
    return written(Fraction(str(least.dilution_pct))), binding_words(least, result)
