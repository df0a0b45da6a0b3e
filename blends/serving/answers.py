"""One function per form of the card: a request and the app's address -> an answer."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from blends.errors import BlendError
from blends.making.handed_on import write_link
from blends.serving.asked import Asked, handed_for, scaled
from blends.serving.figures import card_csv, card_json
from blends.serving.page import page_html
from blends.serving.page_files import HERE
from blends.serving.policy import EVERYWHERE, KEPT, NOT_KEPT, answer, file_answer, page_policy
from blends.serving.recipes import cooklang
from blends.serving.sent import form_of, sent_recipe
from blends.showing import chat, output
from blends.showing.handed import Handed, hand_on
from blends.showing.html import recipe_html
from blends.showing.qr import qr_svg


def page(request: Request, address: str) -> Response:
    """Answer with the card as plain HTML; where a bottle or a dropper was asked for, send on to the scaled card."""
    asked, handed = _of(request, address)
    policy = {"content-security-policy": page_policy()}
    try:
        brief = scaled(asked)
    except BlendError as error:
        html = page_html(handed, asked, address, str(error))
        return Response(html, 400, {**EVERYWHERE, **policy, "cache-control": NOT_KEPT}, "text/html")
    if brief:
        to = write_link(brief, address + "card", None, made=_made(asked), before=asked.best_before, **asked.marks)
        return RedirectResponse(to, 303, {**EVERYWHERE, "cache-control": KEPT})
    return answer(request, page_html(handed, asked, address), "text/html", policy)


def pdf(request: Request, address: str) -> Response:
    """Answer with the printed card on the paper asked for."""
    asked, handed = _of(request, address)
    made = output.pdf(handed.card, asked.paper)
    return file_answer(request, made, "application/pdf", handed.card.title, "pdf")


def png(request: Request, address: str) -> Response:
    """Answer with the picture for a chat."""
    _, handed = _of(request, address)
    return file_answer(request, chat.png(handed.card), "image/png", handed.card.title, "png")


def code(request: Request, address: str) -> Response:
    """Answer with the QR code of the card's link. Raises BlendError for a link too long for a code."""
    _, handed = _of(request, address)
    made = qr_svg(handed.card.link)
    if not made:
        raise BlendError("The link of this recipe is too long for a code.")
    made = made.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return file_answer(request, made, "image/svg+xml", handed.card.title, "svg")


def text(request: Request, address: str) -> Response:
    """Answer with the card as a message."""
    _, handed = _of(request, address)
    return file_answer(request, _written(output.card_text(handed.card)), "text/plain", handed.card.title, "txt")


def csv(request: Request, address: str) -> Response:
    """Answer with the card as a table."""
    _, handed = _of(request, address)
    return file_answer(request, _written(card_csv(handed.card)), "text/csv", handed.card.title, "csv")


def json(request: Request, address: str) -> Response:
    """Answer with the card's figures."""
    _, handed = _of(request, address)
    made = _written(card_json(handed, address))
    return file_answer(request, made, "application/json", handed.card.title, "json")


def cook(request: Request, address: str) -> Response:
    """Answer with the card as Cooklang."""
    _, handed = _of(request, address)
    made = _written(cooklang(handed))
    return file_answer(request, made, "text/plain", handed.card.title, "cook")


def schema(request: Request, _address: str) -> Response:
    """Answer with the JSON Schema of the card's figures."""
    return answer(request, (HERE / "card.schema.json").read_bytes(), "application/schema+json")


def book_schema(request: Request, _address: str) -> Response:
    """Answer with the JSON Schema of the file of a recipe book."""
    return answer(request, (HERE.parent / "keeping" / "book.schema.json").read_bytes(), "application/schema+json")


def warm() -> None:
    """Make the usual card once, as plain HTML and as the app's own page shows it."""
    asked, handed = handed_for("v=1&e=circulation&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home", "/card")
    page_html(handed, asked, "/")
    recipe_html(handed.card)


def _of(request: Request, address: str) -> tuple[Asked, Handed]:
    if sent := sent_recipe(form_of(request), request.url.query):
        asked = sent.asked
        return asked, hand_on(sent.result, address + "card", asked.made_on, asked.best_before)
    return handed_for(request.url.query, address + "card")


def _made(asked: Asked) -> str:
    return asked.made_on.isoformat() if asked.made_on else ""


def _written(words: str) -> bytes:
    return words.encode("utf-8", "replace")
