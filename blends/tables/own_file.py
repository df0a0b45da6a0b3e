"""A file of own oils or constituents, saved from a spreadsheet -> OwnOils: all of its rows, or all of its faults."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from blends.errors import BlendError
from blends.tables.catalogue import Catalogue
from blends.tables.columns import COLUMNS
from blends.tables.constituent_names import measured
from blends.tables.faults import Faults, TableError, by_row, fault, near, shown
from blends.tables.more_rows import with_more_rows
from blends.tables.own import PREFIX, TABLES, Kind, Measured, OwnOil
from blends.tables.own_rows import MUST, frame_of, own_faults
from blends.tables.search import plain
from blends.tables.sheet import Sheet, read_cell, read_sheet, write_sheet

MOST_ROWS = 1000  # own oils, or constituents of them, in one file
HEAD = "Nothing was taken from this file. It has"
FORM_HEAD = "This oil is not added yet. It has"
# What a template holds. Every other column of the shipped table is read too, but for sources: the source is oneself.
TEMPLATE: dict[Kind, tuple[str, ...]] = {
    "essential": (
        *("id", "made_from", "name", "botanical", "part", "chemotype", "effects", "inci", "cas", "density_g_per_ml"),
        *("phototoxic", "phototoxic_max_pct", "min_age_years", "pregnancy", "breastfeeding", "cautions", "oxidises"),
        "note",
    ),
    "base": (
        *("id", "made_from", "name", "botanical", "inci", "cas", "density_g_per_ml", "allergen", "solid_at_20c"),
        *("solid_note", "shelf_life_months", "note"),
    ),
}
CONSTITUENTS = ("oil", "constituent", "pct")


def own_oils_template(kind: Kind) -> str:
    """Return the first row of a CSV file of own oils, to be filled in below; `own_columns` says what each column takes.

    >>> own_oils_template("base")[:31]
    'id,made_from,name,botanical,inc'
    """
    return write_sheet(TEMPLATE[kind], [])


def own_constituents_template() -> str:
    """Return the first row of a CSV file of the constituents of own oils.

    >>> own_constituents_template().strip()
    'oil,constituent,pct'
    """
    return write_sheet(CONSTITUENTS, [])


def own_columns(kind: Kind) -> tuple[tuple[str, str, bool], ...]:
    """Return each column of the template, what it takes in words, and whether a new oil must have it.

    >>> own_columns("essential")[2]
    ('name', 'text without spaces around it or hidden characters', True)
    """
    wanted = {name: words for name, ((_, words), _) in COLUMNS[TABLES[kind]].items()}
    wanted |= {
        "id": f"an id such as {PREFIX}rose; blank: made from the name",
        "made_from": "the id of the shipped oil that was changed; blank for a new one",
    }
    return tuple((column, wanted[column], column in MUST[kind]) for column in TEMPLATE[kind])


def write_own_oils(oils: Iterable[OwnOil], kind: Kind) -> str:
    """Return the own oils of one kind as CSV that `read_own_oils` reads back, harmless to a spreadsheet."""
    own = [{"id": oil.id, "made_from": oil.made_from, **dict(oil.row)} for oil in oils if oil.kind == kind]
    more = [
        column for column in COLUMNS[TABLES[kind]] if column not in TEMPLATE[kind] and any(column in r for r in own)
    ]
    return write_sheet((*TEMPLATE[kind], *more), own)


def write_own_constituents(oils: Iterable[OwnOil]) -> str:
    """Return the constituents of own oils as CSV that `read_own_constituents` reads back."""
    rows = [
        {"oil": oil.id, "constituent": each.name, "pct": f"{'< ' if each.below else ''}{each.pct:f}"}
        for oil in oils
        for each in oil.constituents
    ]
    return write_sheet(CONSTITUENTS, rows)


def read_own_oils(content: bytes, kind: Kind, catalogue: Catalogue) -> tuple[OwnOil, ...]:
    """Return the own oils of a CSV file: UTF-8, cells between commas, semicolons or tabs.

    An oil that bears the id of a shipped one is that oil changed: `lavender` becomes `my_lavender`, made from it.
    Raises TableError with every fault (row, column, what was read, what is wanted), and nothing is taken then.
    """
    sheet = read_sheet(content, _columns(kind), (), MOST_ROWS, HEAD)
    return _oils(sheet, kind, catalogue)


def own_oil(cells: Mapping[str, str], kind: Kind, catalogue: Catalogue) -> OwnOil:
    """Return the own oil of a form: column and text. Raises TableError like `read_own_oils`, its row being 1."""
    strange = [name for name in cells if name not in _columns(kind)]
    if strange:
        raise TableError(
            fault(f"the column {shown(strange[0])} is not one I know{near(strange[0], _columns(kind))}"), HEAD
        )
    row = {name: read_cell(name, text.strip()) for name, text in cells.items()}
    return _oils(Sheet({1: row}, Faults()), kind, catalogue, FORM_HEAD)[0]


def read_own_constituents(content: bytes, oils: Iterable[OwnOil], catalogue: Catalogue) -> tuple[OwnOil, ...]:
    """Return `oils` with the constituents of a CSV file: oil (its id or name), constituent, pct ("32.4", "< 0.1").

    The oils that the file names have these constituents and no others; the rest stay. Raises TableError as above.
    """
    sheet, have = read_sheet(content, CONSTITUENTS, CONSTITUENTS, MOST_ROWS, HEAD), tuple(oils)
    ids = {text: oil.id for oil in have for text in (oil.id, plain(dict(oil.row).get("name", "")))}
    faults = sheet.faults
    found: dict[str, list[Measured]] = {}
    for row, cells in sheet.rows.items():
        id_ = ids.get(cells["oil"]) or ids.get(plain(cells["oil"]))
        if id_ is None:
            said = f"read {shown(cells['oil'])}, wanted the id of an own oil{near(cells['oil'], list(ids))}"
            faults += fault(f"row {row}, column oil: {said}", row)
            continue
        try:
            found.setdefault(id_, []).append(measured(cells["constituent"], cells["pct"], catalogue))
        except BlendError as error:
            faults += fault(f"row {row}, column {error.field}: {error}", row)
    if faults.count:
        raise TableError(by_row(faults), HEAD)
    return tuple(replace(oil, constituents=tuple(found.get(oil.id, oil.constituents))) for oil in have)


def _columns(kind: Kind) -> tuple[str, ...]:
    return ("id", "made_from", *(column for column in COLUMNS[TABLES[kind]] if column != "id"))


def _oils(sheet: Sheet, kind: Kind, catalogue: Catalogue, head: str = HEAD) -> tuple[OwnOil, ...]:
    rows = {row: _oil(cells, kind, catalogue) for row, cells in sheet.rows.items()}
    frame = frame_of(kind, rows.values(), catalogue, rows)
    faults = by_row(sheet.faults, own_faults(kind, frame, catalogue) if rows else Faults())
    if faults.count:
        raise TableError(faults, head)
    with_more_rows(catalogue, rows.values())  # what fits no other row is said before anything is kept
    return tuple(rows.values())


def _oil(cells: Mapping[str, str], kind: Kind, catalogue: Catalogue) -> OwnOil:
    given = cells.get("id", "") or _id_of(cells.get("name", ""))
    shipped = catalogue.oil_by_id if kind == "essential" else catalogue.base_oil_by_id
    stem = given.removeprefix(PREFIX)
    made_from = cells.get("made_from", "")
    if not made_from and stem in shipped:
        same = cells.get("botanical", "") in ("", shipped[stem].botanical)
        made_from = stem if same else ""
    row = tuple((column, cells[column]) for column in COLUMNS[TABLES[kind]] if column != "id" and cells.get(column))
    return OwnOil(PREFIX + stem, kind, row, (), made_from)


def _id_of(name: str) -> str:
    """Return an id made from a name.

    >>> _id_of("Rose, Anna's (2026)")
    'rose_anna_s_2026'
    """
    return "_".join("".join(sign if sign.isascii() and sign.isalnum() else " " for sign in plain(name)).split())[:50]
