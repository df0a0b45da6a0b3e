"""One maker of the files of the Label page: whether a route answers with them or the page saves them itself."""

from enum import StrEnum

from blends.flow import Result
from blends.showing import printed
from blends.showing.label import Details
from blends.showing.label_form import Print


class LabelFile(StrEnum):
    """A file of label or papers, by the name that its route and its download have."""

    LABEL_PDF = "label.pdf"
    LABEL_PNG = "label.png"
    PAPERS_PDF = "papers.pdf"
    PAPERS_CSV = "papers.csv"


def label_file(file: LabelFile, result: Result, details: Details, how: Print) -> bytes:
    """Return the bytes of a file; the same ones each time. Raises BlendError for what no such label can hold."""
    if file is LabelFile.PAPERS_PDF:
        return printed.papers(result, details)
    if file is LabelFile.PAPERS_CSV:
        return printed.papers_csv(result, details).encode("utf-8", "replace")
    if file is LabelFile.LABEL_PNG:
        return printed.label_png(result, how.size, details, look=how.look, paper=how.paper)
    return printed.label(
        result,
        how.size,
        details,
        look=how.look,
        paper=how.paper,
        sheet=how.sheet,
        copies=how.copies,
        first=how.first,
        offset_mm=how.offset_mm,
    )
