"""Texts of a form or a link -> Details and Print: what the maker says of a label, and how it is to be printed.

The page, the routes and a program say it in the same words; `KEYS` are all of them. "" is the usual of each.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from blends.asking.day import read_day
from blends.errors import BlendError, quote
from blends.figures import listed
from blends.showing.label import USES, Details, Use
from blends.showing.printed import LOOKS, PAPERS
from blends.showing.sheets import SIZES

MOST_COPIES = 200  # about a second of the typesetter's time, which others wait for
PRINT = ("size", "look", "paper", "sheet", "copies", "first", "right", "down", "qr")
TEXTS = ("product", "note", "responsible", "origin", "batch", "before")
LISTS = ("cautions", "inci", "sheets", "allergens", "ruled")
KEYS = (*PRINT, *TEXTS, *LISTS, "use", "made", "today", "months", "language", "leaflet")
# A page's cleaner takes the name off an input called as what every form has: `form.before()`. Read like the key.
IN_FORMS = {"before": "best_before"}
YES = ("no", "yes")


@dataclass(frozen=True)
class Print:
    """How a label is printed, as `blends.label` takes it. qr: whether the link of the card stands on it as a code."""

    size: str
    look: str
    paper: str
    sheet: str
    copies: int
    first: int
    offset_mm: tuple[float, float]
    qr: bool


def read_print(texts: Mapping[str, str]) -> Print:
    """Return how a label is to be printed. Raises BlendError, its field the key of the text that cannot be read.

    >>> read_print({"size": "30ml", "right": "1,5"}).offset_mm
    (1.5, 0.0)
    """
    copies = _whole(texts, "copies", 0)
    if copies > MOST_COPIES:
        raise BlendError(f"{copies} copies are too many at once. Write {MOST_COPIES} at most.", "copies")
    return Print(
        _one_of(texts, "size", tuple(SIZES), "100ml"),
        _one_of(texts, "look", LOOKS),
        _one_of(texts, "paper", PAPERS),
        texts.get("sheet", ""),
        copies,
        _whole(texts, "first", 1),
        (_mm(texts, "right"), _mm(texts, "down")),
        _one_of(texts, "qr", YES) == "yes",
    )


def read_details(texts: Mapping[str, str]) -> Details:
    """Return the details of a label. Raises BlendError, its field the key of the text that cannot be read.

    Lists stand on lines of their own or between semicolons, for names of substances hold commas.

    >>> read_details({"product": "Massage oil", "allergens": "Linalool; Citral"}).allergens
    ('Linalool', 'Citral')
    """
    plain = {key: " ".join(texts.get(key, "").split()) for key in TEXTS}
    lists = {key: _lines(texts.get(key, "")) for key in LISTS}
    named = [line.partition(":") for line in lists["inci"]]
    if wrong := [oil for oil, mark, name in named if not (oil.strip() and mark and name.strip())]:
        raise BlendError(
            f"Cannot read {quote(wrong[0])} as an INCI name. Write hyssop:Hyssopus Officinalis Oil.", "inci"
        )
    return Details(
        use=cast("Use", _one_of(texts, "use", USES)),
        name=plain["product"],
        note=plain["note"],
        responsible=plain["responsible"],
        origin=plain["origin"],
        batch=plain["batch"],
        made_on=read_day(texts.get("made", "").strip()),
        today=read_day(texts.get("today", "").strip(), "today"),  # no clock here: the same texts make the same label
        best_before=plain["before"],
        open_months=_whole(texts, "months", 0),
        cautions=lists["cautions"] or None,
        enclosed=_one_of(texts, "leaflet", YES) == "yes",
        inci=tuple((oil.strip(), name.strip()) for oil, _, name in named),
        sheets=lists["sheets"],
        allergens=lists["allergens"],
        ruled_out=lists["ruled"],
        lang=texts.get("language", "").strip().casefold() or "en",
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (" ".join(each.split()) for each in re.split(r"[;\r\n]+", text))))


def _one_of(texts: Mapping[str, str], key: str, known: tuple[str, ...], usual: str = "") -> str:
    text = texts.get(key, "").strip().casefold() or usual or known[0]
    if text not in known:
        raise BlendError(f"Cannot read {quote(text)} as the {key} of a label. Write {listed(list(known), 'or')}.", key)
    return text


def _whole(texts: Mapping[str, str], key: str, usual: int) -> int:
    text = texts.get(key, "").strip()
    if not re.fullmatch(r"[0-9]{0,5}", text):
        raise BlendError(f"Cannot read {quote(text)} as a number of {key}. Write {usual or 1}.", key)
    return int(text or usual)


def _mm(texts: Mapping[str, str], key: str) -> float:
    text = texts.get(key, "").strip().replace(",", ".").replace("\u2212", "-")
    if not re.fullmatch(r"|[+-]?[0-9]{1,3}(\.[0-9]{0,3})?", text):
        raise BlendError(f"Cannot read {quote(text)} as millimetres {key}. Write 1.5 or -1.5.", key)
    return float(text or 0)
