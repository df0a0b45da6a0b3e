"""The headers of every answer: no cookie, no clock, nothing from elsewhere, and a mark by which caches know it."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from blends.serving.page_files import script, style

EVERYWHERE = {"x-content-type-options": "nosniff", "referrer-policy": "no-referrer"}
KEPT = "public, max-age=300"  # seconds: after a new edition of the tables no card is old for longer
NOT_KEPT = "no-store"
FOR_PROGRAMS = ("csv", "json", "cook")  # to be saved, not read in a browser


def answer(request: Request, body: bytes | str, kind: str, more: Mapping[str, str] | None = None) -> Response:
    """Return `body` as an answer that may be kept; 304 where the asker has the same one already."""
    raw = body.encode() if isinstance(body, str) else body
    mark = f'W/"{hashlib.sha256(raw).hexdigest()[:32]}"'  # weak: it may be compressed on its way
    headers = {**EVERYWHERE, "cache-control": KEPT, "etag": mark, **(more or {})}
    if mark in [each.strip() for each in request.headers.get("if-none-match", "").split(",")]:
        return Response(status_code=304, headers=headers)
    return Response(raw, media_type=kind, headers=headers)


@cache
def page_policy() -> str:
    """Return the content security policy of a page: our one style and our one script by their hashes, nothing else.

    A hash and not a nonce: a page that caches may keep would hand the same nonce to everybody.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style())}'",
            f"script-src '{_hash(script())}'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def file_answer(request: Request, made: bytes | str, kind: str, title: str, ending: str) -> Response:
    """Return a file named after its title; one asked for by a form is to be saved, and kept by nobody on its way.

    A reader that asks again for what was shown would send no form.
    """
    if request.method == "POST":
        return answer(request, made, kind, saved_as(title, ending, "attachment") | {"cache-control": NOT_KEPT})
    return answer(request, made, kind, saved_as(title, ending, "attachment" if ending in FOR_PROGRAMS else "inline"))


def saved_as(title: str, ending: str, kept: str = "inline") -> dict[str, str]:
    """Return the header that names a file after its title, in every alphabet (RFC 5987), with a plain name beside it.

    >>> saved_as("Blend for Zoë", "pdf")
    {'content-disposition': "inline; filename=blend-for-zo.pdf; filename*=UTF-8''Blend%20for%20Zo%C3%AB.pdf"}
    """
    plain = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")[:60] or "blend"
    full = re.sub(r'[\\/:*?"<>|]+', " ", title).strip(" .") or "blend"
    full = quote(full.encode("utf-8", "replace") + f".{ending}".encode(), safe="")
    return {"content-disposition": f"{kept}; filename={plain}.{ending}; filename*=UTF-8''{full}"}


def _hash(text: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
