"""One function per form of label and papers: a request and the app's address -> an answer.

A link asks for them as it asks for a card; a form may send the details instead. What came from a form is kept nowhere:
a maker's name and address stand in it.
"""

from collections.abc import Mapping
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from blends.errors import BlendError
from blends.flow import Result, calculate
from blends.serving.label_asked import LabelAsked, read_label
from blends.serving.policy import NOT_KEPT, answer, saved_as
from blends.showing.handed import code_link
from blends.showing.label_file import LabelFile, label_file
from blends.showing.words.label import NAME
from blends.showing.words.own import label_refused
from blends.tables.catalogue import shipped_tables
from blends.tables.own_marks import as_meant

MOST_SENT = 20_000  # bytes of a form: twenty times what any label holds
FORM = "application/x-www-form-urlencoded"


class FormError(BlendError):
    """A form that is too long or of another kind; status: the number of the answer."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


async def sent(request: Request) -> str:
    """Return the form of `request`, "" where it is a plain link. Raises FormError for what is no form of ours."""
    if request.method != "POST":
        return ""
    if request.headers.get("content-type", "").partition(";")[0].strip().casefold() != FORM:
        raise FormError(f"Send the details of a label as a form ({FORM}), or in the link.", 415)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_SENT:
            raise FormError(f"This form is longer than {MOST_SENT} characters; no label holds so much.", 413)
    return body.decode("utf-8", "replace")


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
    return _answer(request, label_file(file, result, asked.details, asked.how), kind, title, file[-3:])


def _papers(request: Request, address: str, file: LabelFile, kind: str) -> Response:
    asked, result = _of(request, address)
    made = label_file(file, result, asked.details, asked.how)
    return _answer(request, made, kind, f"papers {_title(asked)}", file[-3:])


def _of(request: Request, address: str) -> tuple[LabelAsked, Result]:
    asked = read_label(request.url.query, getattr(request.state, "form", ""))
    if refusal := label_refused(as_meant(asked.brief, asked.marks, shipped_tables())):
        raise BlendError(refusal)
    result = calculate(asked.brief, shipped_tables())
    if asked.how.qr:
        link = code_link(result, address + "card", asked.details.use == "sale")
        asked = replace(asked, details=replace(asked.details, link=link))
    return asked, result


def _title(asked: LabelAsked) -> str:
    return asked.details.name or asked.brief.title or NAME


def _answer(request: Request, made: bytes, kind: str, title: str, ending: str) -> Response:
    if request.method == "POST":  # to be saved: a reader that asks again for what was shown would send no form
        more: Mapping[str, str] = saved_as(title, ending, "attachment") | {"cache-control": NOT_KEPT}
        return answer(request, made, kind, more)
    return answer(request, made, kind, saved_as(title, ending))
