"""Result -> label as PDF or PNG, papers as PDF or CSV: what is stuck on the bottle, and what the assessor is handed.

For a page: `write_label(result, details)` (label.py) has the texts and the reasons why it is not for sale, each with
how to clear it; then `label_png` for the preview and `label` for the file. Every refusal is a BlendError with a
sentence, and its `field`.
"""

from dataclasses import asdict

from blends.errors import BlendError, quote
from blends.figures import listed
from blends.flow import Result
from blends.showing.csv_table import rows_csv
from blends.showing.label import Details, write_label
from blends.showing.papers import write_papers
from blends.showing.sheets import Place, Sheet, places, sheet_of, size_of
from blends.showing.typesetting import typeset_things

LOOKS, PAPERS = ("band", "apothecary", "plain"), ("light", "kraft")
LABEL_PPI = 300
CODE_MM = 18  # its squares are then a third of a millimetre, which a phone reads
WIDE_ENOUGH_MM = 95
TOO_SMALL = "label-too-small"  # label.typ stops with it


def label(  # noqa: PLR0913 - what a printer asks
    result: Result,
    size: str = "100ml",
    details: Details = Details(),  # noqa: B008 - frozen
    *,
    look: str = "band",
    paper: str = "light",
    sheet: str = "",
    copies: int = 0,
    first: int = 1,
    offset_mm: tuple[float, float] = (0.0, 0.0),
) -> bytes:
    """Return the label of `result` as a tagged PDF of exactly its size, or a sheet of them; equal bytes each time.

    sheet: "" for one label, else one of `sheets_for(size)` (sheets.py); copies: 0 fills one sheet; first: the
    first free cell; offset_mm: by how much the printer is to print farther right and down. Raises BlendError.
    """
    if not sheet:
        size_of(size)
        return _label(result, size, details, look, paper, format="pdf", pdf_standards=["ua-1"])
    grid = sheet_of(sheet, size)
    where = places(grid, size_of(size), copies, first, offset_mm)
    return _label(result, size, details, look, paper, grid, where, format="pdf", pdf_standards=["ua-1"])


def label_png(
    result: Result,
    size: str = "100ml",
    details: Details = Details(),  # noqa: B008 - frozen
    *,
    look: str = "band",
    paper: str = "light",
) -> bytes:
    """Return the label of `result` as a picture of 300 dots per inch, on the colour of its paper.

    Raises BlendError for an unknown size, look or paper, and where the words do not fit.
    """
    return _label(result, size, details, look, paper, preview=True, format="png", ppi=LABEL_PPI)


def papers(result: Result, details: Details = Details()) -> bytes:  # noqa: B008 - frozen
    """Return what a safety assessor or a shop is handed, as a tagged PDF (A4). It is no safety report, and says so."""
    return typeset_things("papers.typ", asdict(write_papers(result, details)), format="pdf", pdf_standards=["ua-1"])


def papers_csv(result: Result, details: Details = Details()) -> str:  # noqa: B008 - frozen
    """Return the same figures as one CSV; `table` says which of the papers' tables a row is of."""
    return rows_csv(write_papers(result, details).rows())


def _label(  # noqa: PLR0913, PLR0917
    result: Result,
    size: str,
    details: Details,
    look: str,
    paper: str,
    sheet: Sheet | None = None,
    where: tuple[Place, ...] = (),
    preview: bool = False,
    **wanted: object,
) -> bytes:
    for key, known, field in ((look, LOOKS, "look"), (paper, PAPERS, "paper")):
        if key not in known:
            raise BlendError(f"{quote(key)} is no {field} of a label I know. Write {listed(list(known), 'or')}.", field)
    made = write_label(result, details)
    if made.link and (size_of(size).width < WIDE_ENOUGH_MM or size_of(size).round):
        raise BlendError(
            f"A label of {size_of(size).name} has no room for a code that a phone can read. "
            "Take 50ml or larger, or leave the code out.",
            "qr",
        )
    things = {
        "label": asdict(made),
        "size": asdict(size_of(size)),
        "look": look,
        "paper": paper,
        "sheet": None if sheet is None else asdict(sheet),
        "places": [asdict(place) for place in where],
        "preview": preview,
        "code": CODE_MM,
    }
    try:
        return typeset_things("label.typ", things, made.link, **wanted)
    except RuntimeError as stopped:  # typst's own error is one
        if TOO_SMALL not in str(stopped):
            raise
        raise BlendError(
            f"The words do not fit a label of {size_of(size).name} in letters of 6 points. "
            "Take a larger size, such as 100ml, fewer oils, shorter cautions, or put ingredients on a leaflet.",
            "size",
        ) from None
