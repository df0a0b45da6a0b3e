"""Sizes of labels, sheets of label paper, and where each copy lies, in mm."""

from dataclasses import dataclass
from types import MappingProxyType

from blends.errors import BlendError, quote
from blends.figures import listed
from blends.showing.words.label_sheets import SHEETS as SHEET_NAMES
from blends.showing.words.label_sheets import SIZES as SIZE_NAMES

A4, LETTER = (210.0, 297.0), (215.9, 279.4)
MARGIN, GAP = 8.0, 4.0  # of a sheet cut by hand: what printers leave white, and room for the knife
MOST_COPIES = 1000
FARTHEST = 10.0  # mm that a printer may be off


@dataclass(frozen=True)
class Size:
    """A label: its name in words, width and height in mm; round: a circle; leaflet: laid beside the bottle."""

    name: str
    width: float
    height: float
    round: bool = False
    leaflet: bool = False


# What fits the bottles of the trade and the cells of common label paper; measure your own bottle before printing many.
SIZES = MappingProxyType(
    {
        "10ml": Size(SIZE_NAMES["10ml"], 62, 46),
        "30ml": Size(SIZE_NAMES["30ml"], 90, 38),
        "50ml": Size(SIZE_NAMES["50ml"], 98, 50),
        "100ml": Size(SIZE_NAMES["100ml"], 99, 67),
        "2x4in": Size(SIZE_NAMES["2x4in"], 101.6, 50.8),
        "lid": Size(SIZE_NAMES["lid"], 50, 50, round=True),
        "leaflet": Size(SIZE_NAMES["leaflet"], 74, 105, leaflet=True),
    }
)


@dataclass(frozen=True)
class Sheet:
    """A sheet: paper, columns and rows, the first cell's corner, size and pitch of cells in mm; cut: with marks."""

    name: str
    paper: tuple[float, float]
    columns: int
    rows: int
    x: float
    y: float
    width: float
    height: float
    dx: float
    dy: float
    cut: bool = False


# Measures that fill their sheet with equal margins left and right, above and below, as open programs have them, which
# docs/decisions/labels.md names. Where gLabels has others by up to 1.3 mm, its sheet is not in the middle.
LABEL_PAPERS = MappingProxyType(
    {
        "L7160": Sheet(SHEET_NAMES["L7160"], A4, 3, 7, 7.25, 15.15, 63.5, 38.1, 66, 38.1),
        "L7161": Sheet(SHEET_NAMES["L7161"], A4, 3, 6, 7.25, 8.7, 63.5, 46.6, 66, 46.6),
        "L7163": Sheet(SHEET_NAMES["L7163"], A4, 2, 7, 4.65, 15.15, 99.1, 38.1, 101.6, 38.1),
        "L7164": Sheet(SHEET_NAMES["L7164"], A4, 3, 4, 7.25, 4.5, 63.5, 72, 66, 72),
        "L7165": Sheet(SHEET_NAMES["L7165"], A4, 2, 4, 4.65, 13.1, 99.1, 67.7, 101.6, 67.7),
        "5163": Sheet(SHEET_NAMES["5163"], LETTER, 2, 5, 3.969, 12.7, 101.6, 50.8, 106.363, 50.8),
        "5164": Sheet(SHEET_NAMES["5164"], LETTER, 2, 3, 3.969, 12.7, 101.6, 84.667, 106.363, 84.667),
    }
)
CUT = MappingProxyType({"a4": A4, "letter": LETTER})


@dataclass(frozen=True)
class Place:
    """Where one copy lies: its sheet, counted from 1, and its upper left corner in mm."""

    page: int
    x: float
    y: float


def size_of(size: str) -> Size:
    """Return the size of this key. Raises BlendError with those there are."""
    if size not in SIZES:
        raise BlendError(f"{quote(size)} is no size of a label I know. Write {listed(list(SIZES), 'or')}.", "size")
    return SIZES[size]


def size_for(bottle_ml: float) -> str:
    """Return the size of label that is meant for a bottle of so many mL.

    >>> size_for(30), size_for(250)
    ('30ml', '100ml')
    """
    return next((f"{each}ml" for each in (10, 30, 50) if bottle_ml <= each), "100ml")


def sheets_for(size: str) -> tuple[str, ...]:
    """Return the sheets whose cells hold this size: label papers first, then sheets to cut by hand.

    Raises BlendError for a size that no label has.

    >>> sheets_for("2x4in")
    ('5163', '5164', 'a4', 'letter')
    """
    label = size_of(size)
    fits = (key for key, sheet in LABEL_PAPERS.items() if _holds(sheet, label))
    return (*fits, *CUT)


def sheet_of(sheet: str, size: str) -> Sheet:
    """Return the sheet of this key for labels of this size. Raises BlendError with those that hold it."""
    if sheet not in sheets_for(size):
        known = listed(list(sheets_for(size)), "or")
        if sheet in LABEL_PAPERS:
            name = LABEL_PAPERS[sheet].name
            raise BlendError(f"A label of {size_of(size).name} does not fit {sheet} ({name}). Write {known}.", "sheet")
        raise BlendError(f"{quote(sheet)} is no sheet I know. Write {known}.", "sheet")
    return LABEL_PAPERS[sheet] if sheet in LABEL_PAPERS else _to_cut(sheet, size_of(size))


def places(sheet: Sheet, size: Size, copies: int, first: int, offset_mm: tuple[float, float]) -> tuple[Place, ...]:
    """Return where each copy lies; copies: 0 fills one sheet; first: the first free cell, counted from 1 along rows.

    A label smaller than its cell stands in its middle; offset_mm: by how much the printer is to print farther right
    and farther down. Raises BlendError for what is not on the sheet.
    """
    cells = sheet.columns * sheet.rows
    if not 1 <= first <= cells:
        raise BlendError(f"This sheet has {cells} labels; {first} is none of them. Write 1.", "first")
    if not 0 <= copies <= MOST_COPIES:
        raise BlendError(f"{copies} copies cannot be made. Write 1 to {MOST_COPIES}, or 0 to fill the sheet.", "copies")
    if not all(abs(each) <= FARTHEST for each in offset_mm):
        raise BlendError(f"A printer is off by {FARTHEST:g} mm at most. Write 1.5 or -1.5.", "offset_mm")
    found = []
    for cell in range(first - 1, first - 1 + (copies or cells - first + 1)):
        page, place = divmod(cell, cells)
        row, column = divmod(place, sheet.columns)
        x = sheet.x + column * sheet.dx + (sheet.width - size.width) / 2 + offset_mm[0]
        y = sheet.y + row * sheet.dy + (sheet.height - size.height) / 2 + offset_mm[1]
        if x < 0 or y < 0 or x + size.width > sheet.paper[0] or y + size.height > sheet.paper[1]:
            raise BlendError("Moved so far, a label leaves the sheet. Write a smaller offset.", "offset_mm")
        found.append(Place(page + 1, x, y))
    return tuple(found)


def _holds(sheet: Sheet, size: Size) -> bool:
    return size.width <= sheet.width + 0.05 and size.height <= sheet.height + 0.05  # templates round to 0.01 mm


def _to_cut(paper: str, size: Size) -> Sheet:
    """Return a sheet of plain paper with as many labels as fit, in its middle."""
    width, height = CUT[paper]
    dx, dy = size.width + GAP, size.height + GAP
    columns, rows = int((width - 2 * MARGIN + GAP) // dx), int((height - 2 * MARGIN + GAP) // dy)
    x, y = (width - columns * dx + GAP) / 2, (height - rows * dy + GAP) / 2
    return Sheet(SHEET_NAMES[paper], (width, height), columns, rows, x, y, size.width, size.height, dx, dy, cut=True)
