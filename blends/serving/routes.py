"""Which path gives which form of the card, the label and the papers, and whether this process is alive and ready."""

import os
import re
from collections.abc import Callable
from typing import TypeAlias

from anyio import CapacityLimiter, WouldBlock, to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from blends.asking.brief import read_brief
from blends.errors import BlendError
from blends.flow import calculate
from blends.serving import answers, labels
from blends.serving.policy import EVERYWHERE, NOT_KEPT
from blends.serving.refusals import refuse
from blends.serving.sent import FormError, read_form
from blends.showing.output import TooFullError
from blends.showing.words.files import MANY, NO_SUCH_FORM, ON_A4
from blends.tables.catalogue import shipped_tables

Answer: TypeAlias = Callable[[Request, str], Response]

ADDRESS = "EQUAL_PARTS_ADDRESS"  # where a proxy hides it: the app's public address, such as https://example.org/oils/
WAITING = 40  # cards that may wait to be set, about two seconds of work; more are told to ask again
QUICK: dict[str, Answer] = {
    "/card": answers.page,
    "/card.txt": answers.text,
    "/card.csv": answers.csv,
    "/card.json": answers.json,
    "/card.cook": answers.cook,
    "/card.schema.json": answers.schema,
    "/book.schema.json": answers.book_schema,
}
SENT: dict[str, Answer] = {path: QUICK[path] for path in ("/card.txt", "/card.csv", "/card.json", "/card.cook")}
DRAWN: dict[str, Answer] = {"/card.pdf": answers.pdf, "/card.png": answers.png, "/card.svg": answers.code}
LABELS: dict[str, Answer] = {
    "/label.pdf": labels.pdf,
    "/label.png": labels.png,
    "/papers.pdf": labels.papers_pdf,
    "/papers.csv": labels.papers_csv,
}
FORMS = ("GET", "POST")  # a form carries what no link may or can: a maker's name, figures of one's own


def routes(base: str = "") -> list[BaseRoute]:
    """Return the routes. base: the path under which the app is served, such as "oils"."""
    prefix = "/" + base.strip("/") if base.strip("/") else ""
    one = CapacityLimiter(1)  # what takes long is made one at a time; the others wait without a thread
    crowd = CapacityLimiter(1 + WAITING)

    def quick(path: str, make: Answer) -> Route:
        async def endpoint(request: Request) -> Response:
            return _answered(request, prefix, make)

        return Route(prefix + path, endpoint)

    def in_turn(path: str, make: Answer, methods: tuple[str, ...] = ("GET",)) -> Route:
        async def endpoint(request: Request) -> Response:
            if refused := await _refused_form(request):
                return refused
            try:
                crowd.acquire_nowait()
            except WouldBlock:
                return refuse(request, MANY, 503, retry_after="3")
            try:
                return await to_thread.run_sync(_answered, request, prefix, make, limiter=one)
            finally:
                crowd.release()

        return Route(prefix + path, endpoint, methods=methods)

    return [
        *(quick(path, make) for path, make in QUICK.items()),
        *(in_turn(path, make, FORMS) for path, make in DRAWN.items()),
        *(in_turn(path, make, ("POST",)) for path, make in SENT.items()),  # own figures make tables anew: in a thread
        *(in_turn(path, make, FORMS) for path, make in LABELS.items()),
        Route(prefix + "/card.{form}", _unknown),
        Route(prefix + "/label.{form}", _unknown),
        Route(prefix + "/papers.{form}", _unknown),
        Route(prefix + "/healthz", _alive),
        Route(prefix + "/readyz", _ready),
    ]


def _answered(request: Request, prefix: str, make: Answer) -> Response:
    try:
        return make(request, _address(request, prefix))
    except TooFullError as error:
        if request.method == "POST":  # no link would bring the file along
            return refuse(request, str(error))
        kept = [part for part in request.url.query.split("&") if not part.startswith("paper=")]
        return refuse(request, str(error), instead=(ON_A4, "card.pdf?" + "&".join([*kept, "paper=a4"])))
    except BlendError as error:
        return refuse(request, str(error))


def _address(request: Request, prefix: str) -> str:
    """Return the address of the app, "/" at its end: what was set, or what the asker called it."""
    if known := os.environ.get(ADDRESS):
        return known.rstrip("/") + "/"
    host = request.headers.get("host", "")
    if not re.fullmatch(r"[A-Za-z0-9.\-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?", host):
        raise BlendError("This request names no host that can be written into a link.")
    return f"{request.url.scheme}://{host}{request.scope.get('root_path', '')}{prefix}/"


async def _refused_form(request: Request) -> Response | None:
    """Read the form that was sent, where one was; return the refusal of one that is none of ours."""
    try:
        request.state.form = await read_form(request)
    except FormError as error:
        return refuse(request, str(error), error.status)
    return None


async def _unknown(request: Request) -> Response:
    known = (*QUICK, *DRAWN, *LABELS)
    thing = re.findall(r"/(card|label|papers)\.", request.url.path)[-1]
    forms = ", ".join(sorted(path.partition(".")[2] for path in known if path.startswith(f"/{thing}.")))
    return refuse(request, NO_SUCH_FORM.format(thing=thing, forms=forms), 404)


async def _alive(_request: Request) -> Response:
    return JSONResponse({"alive": True}, headers={**EVERYWHERE, "cache-control": NOT_KEPT})


async def _ready(_request: Request) -> Response:
    """Answer 200 once the tables are read and one recipe comes out as it must."""
    try:
        brief = read_brief({"effect": "warming", "bottle": "100 ml", "dilution": "2 %"})
        drops = calculate(brief, shipped_tables()).recipe.total_drops
    except BlendError:
        drops = None
    ready = drops == 40
    headers = {**EVERYWHERE, "cache-control": NOT_KEPT}
    return JSONResponse({"ready": ready}, 200 if ready else 503, headers=headers)
