"""Result -> OilRow: an oil alone beside the others, with what every rulebook says of it and what binds it."""

from dataclasses import dataclass
from fractions import Fraction

from blends.flow import Result
from blends.showing.figure import Figure, written
from blends.showing.words.oil import SHORT_STATES
from blends.showing.words.verdict import binding_words
from blends.tables.names import effect_name
from blends.tables.one_oil import one_essential_oil


@dataclass(frozen=True)
class OilRow:
    """One oil: its effects in words, what every rulebook says, how much it may make alone and why, its density.

    most_pct: the least ceiling of all rulebooks in % by volume, never rounded up, None where none binds; density: g/mL,
    None if unknown.
    """

    id: str
    name: str
    botanical: str
    effects: str
    states: dict[str, str]
    most_pct: Figure | None
    binds: str
    density: Figure | None


def oil_row(result: Result) -> OilRow:
    """Return the row of the one oil that `result` is made of, judged for sale, by every rulebook."""
    ((oil, _),) = result.blend.oils
    tables = result.catalogue
    profiles = one_essential_oil(oil.id, tables).profiles
    bound = [each for each in result.review.ceilings if each.dilution_pct is not None]
    least = min(bound, key=lambda each: each.dilution_pct or 0.0, default=None)
    return OilRow(
        id=oil.id,
        name=oil.name,
        botanical=oil.botanical,
        effects=", ".join(effect_name(effect, tables) for effect in oil.effects),
        states={each.text("short"): SHORT_STATES[each.text("state")] for each in profiles},
        most_pct=written(Fraction(str(least.dilution_pct)), rounding="down") if least else None,
        binds=binding_words(least, result) if least else "",
        density=written(oil.density_g_per_ml) if oil.density_g_per_ml else None,
    )


def sorted_rows(rows: tuple[OilRow, ...], by: str) -> tuple[OilRow, ...]:
    """Return the rows sorted by name, by the most that an oil may make alone, or by density; what is unknown last."""
    if by == "name":
        return tuple(sorted(rows, key=lambda row: row.name))
    figures = {row.id: row.most_pct if by == "most" else row.density for row in rows}

    def place(row: OilRow) -> tuple[bool, float, str]:
        figure = figures[row.id]
        return figure is None, figure.value if figure else 0.0, row.name

    return tuple(sorted(rows, key=place))
