"""One oil: its own row, and every row of the other tables that speaks of it, each with its sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from blends.tables.catalogue import Catalogue
from blends.tables.names import effect_name, effect_wording, short_name
from blends.tables.sources import Source, sources_of


@dataclass(frozen=True)
class Line:
    """One row of a table. `sources`: of each column of keys, what they name."""

    cells: Mapping[str, Any]
    sources: Mapping[str, tuple[Source, ...]]

    def text(self, column: str) -> str:
        """Return a cell as text, "" for a blank one, and for a column that the table lacks."""
        value = self.cells.get(column)
        return "" if pd.isna(value) else str(value)

    def number(self, column: str) -> float | None:
        """Return a cell as a number, None for a blank one."""
        value = self.cells[column]
        return None if pd.isna(value) else float(value)


@dataclass(frozen=True)
class OneOil:
    """What the tables say of one oil; all but `own` is empty for a base oil.

    own: its row; claims: with `name` and `wording` of the effect; profiles, purity: with `short` of the rulebook;
    compositions: ids of the ready ones it may stand in; limited_by: name and edition of the rulebook its limit is from.
    """

    id: str
    own: Line
    claims: tuple[Line, ...] = ()
    profiles: tuple[Line, ...] = ()
    purity: tuple[Line, ...] = ()
    constituents: tuple[Line, ...] = ()
    compositions: tuple[str, ...] = ()
    limited_by: str = ""


def one_essential_oil(id_: str, catalogue: Catalogue) -> OneOil:
    """Return what the tables say of the essential oil `id_`.

    >>> from blends.tables.catalogue import read_catalogue
    >>> nutmeg = one_essential_oil("nutmeg", read_catalogue())
    >>> nutmeg.own.number("dermal_max_pct"), nutmeg.limited_by
    (0.8, 'Tisserand and Young, Essential Oil Safety, 2nd edition, as reported by others')
    """

    def lines(table: pd.DataFrame) -> list[Line]:
        return [_line(row, catalogue) for row in table[table["oil"] == id_].to_dict("records")]

    def with_short(line: Line) -> Line:
        return _and(line, short=short_name(line.cells["rulebook"], catalogue))

    def with_effect(line: Line) -> Line:
        effect = line.cells["effect"]
        return _and(line, name=effect_name(effect, catalogue), wording=effect_wording(effect, catalogue))

    own = _line(dict(catalogue.oils.loc[id_]), catalogue)
    places = ((each.id, place.choices) for each in catalogue.composition_by_id.values() for place in each.places)
    return OneOil(
        id_,
        own,
        claims=tuple(map(with_effect, lines(catalogue.claims))),
        profiles=tuple(map(with_short, lines(catalogue.profiles))),
        purity=tuple(map(with_short, lines(catalogue.purity))),
        constituents=tuple(lines(catalogue.constituents)),
        compositions=tuple(dict.fromkeys(composition for composition, choices in places if id_ in choices)),
        limited_by=_edition(own.text("dermal_max_rulebook"), catalogue),
    )


def one_base_oil(id_: str, catalogue: Catalogue) -> OneOil:
    """Return what the tables say of the base oil `id_`."""
    return OneOil(id_, _line(dict(catalogue.base_oils.loc[id_]), catalogue))


def _line(cells: Mapping[Any, Any], catalogue: Catalogue) -> Line:
    keys = {str(column): cell for column, cell in cells.items() if str(column).endswith("source")}
    return Line(
        {str(column): cell for column, cell in cells.items()},
        {column: sources_of(cell, catalogue) for column, cell in keys.items()},
    )


def _and(line: Line, **more: str) -> Line:
    return Line({**line.cells, **more}, line.sources)


def _edition(rulebook: str, catalogue: Catalogue) -> str:
    """Return a rulebook's name with its edition, "" for none."""
    if not rulebook:
        return ""
    book = _line(catalogue.rulebooks.loc[rulebook].to_dict(), catalogue)
    return ", ".join(filter(None, [book.text("name"), book.text("edition")]))
