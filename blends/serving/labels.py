"""One function per form of label and papers: a request and the app's address -> an answer.

A link asks for them as it asks for a card; a form may send the details instead. What came from a form is kept nowhere:
a maker's name and address stand in it.
"""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from blends.errors import BlendError
from blends.flow import Result, calculate
from blends.serving.label_asked import LabelAsked, read_label
from blends.serving.policy import file_answer
from blends.serving.sent import form_of, sent_recipe
from blends.showing.handed import code_link
from blends.showing.label_file import LabelFile, label_file
from blends.showing.words.label import NAME
from blends.showing.words.own import label_refused
from blends.tables.catalogue import shipped_tables
from blends.tables.own_marks import as_meant


def pdf(request: Request, address: str) -> Response:
    """Answer with the label, or a sheet of them, as PDF."""
    return _label(request, address, LabelFile.LABEL_PDF, "application/pdf")


def png(request: Request, address: str) -> Response:
    """Answer with the label as a picture."""
    return _label(request, address, LabelFile.LABEL_PNG, "image/png")


def papers_pdf(request: Request, address: str) -> Response:
    """Answer with the papers for an assessor as PDF."""
    return _papers(request, address, LabelFile.PAPERS_PDF, "application/pdf")


def papers_csv(request: Request, address: str) -> Response:
    """Answer with the figures of the papers as a table."""
    return _papers(request, address, LabelFile.PAPERS_CSV, "text/csv")


def _label(request: Request, address: str, file: LabelFile, kind: str) -> Response:
    asked, result = _of(request, address)
    title = f"label {asked.how.size} {_title(asked)}"
    return file_answer(request, label_file(file, result, asked.details, asked.how), kind, title, file[-3:])


def _papers(request: Request, address: str, file: LabelFile, kind: str) -> Response:
    asked, result = _of(request, address)
    made = label_file(file, result, asked.details, asked.how)
    return file_answer(request, made, kind, f"papers {_title(asked)}", file[-3:])


def _of(request: Request, address: str) -> tuple[LabelAsked, Result]:
    form = form_of(request)
    asked = read_label(request.url.query, form)
    if sent := sent_recipe(form):
        result = sent.result
    elif refusal := label_refused(as_meant(asked.brief, asked.marks, shipped_tables())):
        raise BlendError(refusal)
    else:
        result = calculate(asked.brief, shipped_tables())
    if asked.how.qr:
        link = code_link(result, address + "card", asked.details.use == "sale")
        asked = replace(asked, details=replace(asked.details, link=link))
    return asked, result


def _title(asked: LabelAsked) -> str:
    return asked.details.name or asked.brief.title or NAME
