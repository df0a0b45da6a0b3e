"""A form that was sent with a request: what it says, and the recipe's file in it. Nothing of it is kept.

A link carries no figures of one's own; a recipe that rests on them is sent as its file, so any replica can answer.
"""

from dataclasses import dataclass

from starlette.requests import Request

from blends.asking.link import saved_link
from blends.errors import BlendError
from blends.flow import Result, calculate
from blends.serving.asked import Asked, form_pairs, read_asked
from blends.showing.recipe_file import RECIPE, own_of
from blends.tables.catalogue import shipped_tables
from blends.tables.certified import with_own_figures

FORM = "application/x-www-form-urlencoded"
MOST_SENT = 1_000_000  # bytes of a form: ten times what a recipe of twenty own oils with all their constituents takes


class FormError(BlendError):
    """A form that is too long or of another kind; status: the number of the answer."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True)
class Sent:
    """A recipe that came as its file, and what it comes to by the figures it brings."""

    asked: Asked
    result: Result


async def read_form(request: Request) -> str:
    """Return the form of `request`, "" where it is a plain link. Raises FormError for what is no form of ours."""
    if request.method != "POST":
        return ""
    if request.headers.get("content-type", "").partition(";")[0].strip().casefold() != FORM:
        raise FormError(f"Send what no link carries as a form ({FORM}).", 415)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_SENT:
            raise FormError(
                f"This form is longer than {MOST_SENT} characters; no recipe and no label needs so much.", 413
            )
    return body.decode("utf-8", "replace")


def form_of(request: Request) -> str:
    """Return the form that was read of `request`, "" for a plain link."""
    return getattr(request.state, "form", "")


def sent_recipe(form: str, query: str = "") -> Sent | None:
    """Return the recipe whose file stands in `form`, None where none does. query: of the request, for its paper.

    Raises BlendError for a file that is not whole, and for one whose link would name somebody's health.
    """
    text = dict(form_pairs(form)).get(RECIPE)
    if text is None:
        return None
    more = [part for part in query.split("&") if len(part.partition("=")[0]) > 1]
    asked = read_asked("&".join([saved_link(text).rpartition("?")[2], *more]))
    own = own_of(text, asked.brief)
    return Sent(asked, calculate(asked.brief, with_own_figures(shipped_tables(), *own)))
