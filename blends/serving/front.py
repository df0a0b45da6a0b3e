"""What a browser that has never been here waits for: its page names the next files at once, and they are sent packed.

Streamlit's page asks for the code of an input only once the script has named that input, and the answers then stand
behind that script. Its files are sent as they are: packing them anew for each visitor would cost more than it saves.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from blends.serving.front_files import needed, packed
from blends.serving.in_one_go import InOneGo

FONTS = ("commissioner-latin", "literata-latin")
KEPT = "public,immutable,max-age=31536000"  # as Streamlit says of these files: a changed one has another name


class Front:
    """The app with a better first answer. Everything but the page and its code goes through untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a file of the page's code, or name the next files beside the page."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
        elif body := _packed(scope):
            told = {"content-encoding": "gzip", "vary": "accept-encoding", "cache-control": KEPT}
            kind = "text/css" if scope["path"].endswith(".css") else "text/javascript"
            await Response(body, headers={**told, "x-content-type-options": "nosniff"}, media_type=kind)(
                scope, receive, send
            )
        else:
            await self.app(scope, receive, _naming(send))


def front() -> list[Middleware]:
    """Return what stands before the app."""
    return [Middleware(Front), Middleware(InOneGo)]


def _packed(scope: Scope) -> bytes | None:
    """Return the file that is asked for, packed; None for any other, and for who cannot unpack it or wants a part."""
    _, static, name = scope["path"].rpartition("/static/")
    asked = Headers(scope=scope)
    plain = "gzip" not in asked.get("accept-encoding", "") or "range" in asked or "if-none-match" in asked
    return packed().get(name) if static and not plain else None


def _naming(send: Send) -> Send:
    async def named(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            told = MutableHeaders(scope=message)
            html = told.get("content-type", "").startswith("text/html")
            if html and "content-security-policy" not in told:  # not the plain card: it has no code but its own
                told["link"] = _links()
        await send(message)

    return named


def _links() -> str:
    """Return the files by addresses beside the page's, as the page itself writes them: right behind any proxy."""
    code = (f"<./static/{name}>; rel=modulepreload" for name in needed())
    fonts = (f"<./app/static/{name}.woff2>; rel=preload; as=font; type=font/woff2; crossorigin" for name in FONTS)
    return ", ".join((*code, *fonts))
