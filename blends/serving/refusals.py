"""What cannot be answered -> a sentence with its number, as HTML for people and JSON for programs."""

import json

from starlette.requests import Request
from starlette.responses import Response

from blends.serving.page import refused_html
from blends.serving.policy import EVERYWHERE, NOT_KEPT, page_policy


def refuse(
    request: Request, sentence: str, status: int = 400, retry_after: str = "", instead: tuple[str, str] = ("", "")
) -> Response:
    """Return `sentence` in the form the asker reads; nothing of it is kept by caches.

    retry_after: seconds, or ""; instead: what to take instead, in words, and its address beside the one asked for.
    """
    headers = {**EVERYWHERE, "cache-control": NOT_KEPT, "vary": "accept"}
    if retry_after:
        headers["retry-after"] = retry_after
    if "text/html" in request.headers.get("accept", ""):
        html = refused_html(sentence, instead)
        headers["content-security-policy"] = page_policy()
        return Response(html.encode("utf-8", "replace"), status, headers, "text/html")
    body = json.dumps({"error": sentence} | ({"instead": instead[1]} if instead[1] else {}))
    return Response(body, status, headers, "application/json")
