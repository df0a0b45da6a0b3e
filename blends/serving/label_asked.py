"""A query and a form, where one was sent, -> what a label is asked to be: the recipe, and the maker's details.

The recipe's keys have one letter, as in every link; those of the label two or more. A form sends the same keys in its
body: there a name and an address stay out of the address bar, histories and the logs of proxies.
"""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl

from blends.asking.brief import Brief
from blends.asking.link import read_link
from blends.errors import BlendError, quote
from blends.serving.asked import day_of, one_of, refuse_health
from blends.showing.label import USES, Details, Use
from blends.showing.printed import LOOKS, PAPERS
from blends.showing.sheets import SIZES

LONGEST = 8000  # characters of a query: what servers and proxies take
MOST_PARTS = 60
MOST_COPIES = 200  # about a second of the typesetter's time, which others wait for
TEXTS = ("product", "note", "responsible", "origin", "batch", "before")
LISTS = ("cautions", "inci", "sheets", "allergens", "ruled")
CHOICES = (
    "size",
    "look",
    "paper",
    "sheet",
    "copies",
    "first",
    "right",
    "down",
    "use",
    "made",
    "months",
    "language",
    "qr",
)
KEYS = (*CHOICES, *TEXTS, *LISTS)


@dataclass(frozen=True)
class LabelAsked:
    """What is asked for: the brief, and what `blends.label` takes. qr: whether the card's own link stands on it."""

    brief: Brief
    details: Details
    size: str
    look: str
    paper: str
    sheet: str
    copies: int
    first: int
    offset_mm: tuple[float, float]
    qr: bool


def read_label(query: str, form: str = "") -> LabelAsked:
    """Return what `query` and `form` ask for. Raises BlendError with a sentence where it cannot be read.

    >>> recipe = "v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"
    >>> asked = read_label(recipe + "&size=30ml", "batch=B-1")
    >>> asked.size, asked.details.batch
    ('30ml', 'B-1')
    """
    if len(query) > LONGEST:
        raise BlendError(f"This link has {len(query)} characters, more than {LONGEST}. Send the details as a form.")
    asked, sent = _pairs(query), _pairs(form)
    refuse_health([*asked, *sent])
    recipe = "&".join(part for part in query.split("&") if len(_key(part.partition("=")[0])) == 1)
    found: dict[str, str] = {}
    for name, value in [*asked, *sent]:
        key = _key(name)
        if key in KEYS and found.setdefault(key, value.strip()) != value.strip():
            raise BlendError(f"This label is asked for with two values of {key}. Write one.")
    copies = _whole(found, "copies", 0)
    if copies > MOST_COPIES:
        raise BlendError(f"{copies} copies are too many at once. Write {MOST_COPIES} at most, and print it again.")
    return LabelAsked(
        read_link("?" + recipe),
        _details(found),
        one_of(found.get("size", "") or "100ml", SIZES, "a size"),
        one_of(found.get("look", ""), LOOKS, "a look"),
        one_of(found.get("paper", ""), PAPERS, "a paper of labels"),
        found.get("sheet", ""),
        copies,
        _whole(found, "first", 1),
        (_mm(found, "right"), _mm(found, "down")),
        one_of(found.get("qr", ""), {"no": "", "yes": ""}, "the wish for a code") == "yes",
    )


def _details(found: dict[str, str]) -> Details:
    use: Use = next(use for use in USES if use == one_of(found.get("use", ""), dict.fromkeys(USES, ""), "a use"))
    texts = {key: " ".join(found.get(key, "").split()) for key in TEXTS}
    lists = {key: _lines(found.get(key, "")) for key in LISTS}
    named = [line.partition(":") for line in lists["inci"]]
    if wrong := [oil for oil, mark, name in named if not (oil.strip() and mark and name.strip())]:
        raise BlendError(f"Cannot read {quote(wrong[0])} as an INCI name. Write hyssop:Hyssopus Officinalis Oil.")
    return Details(
        use=use,
        name=texts["product"],
        note=texts["note"],
        responsible=texts["responsible"],
        origin=texts["origin"],
        batch=texts["batch"],
        made_on=_day(found),
        best_before=texts["before"],
        open_months=_whole(found, "months", 0),
        cautions=lists["cautions"] or None,
        inci=tuple((oil.strip(), name.strip()) for oil, _, name in named),
        sheets=lists["sheets"],
        allergens=lists["allergens"],
        ruled_out=lists["ruled"],
        lang=found.get("language", "").casefold() or "en",
    )


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_PARTS)
    except ValueError:
        raise BlendError("This label cannot be read: its letters are damaged, or it has too many parts.") from None


def _key(key: str) -> str:
    return re.sub(r"^(?:amp;)+", "", key)  # mails write it into links


def _lines(text: str) -> tuple[str, ...]:
    """Return the parts between semicolons or ends of lines: names of substances hold commas."""
    return tuple(filter(None, (" ".join(each.split()) for each in re.split(r"[;\r\n]+", text))))


def _day(found: dict[str, str]) -> date | None:
    return day_of(found.get("made", ""))


def _whole(found: dict[str, str], key: str, usual: int) -> int:
    text = found.get(key, "")
    if not re.fullmatch(r"[0-9]{0,5}", text):
        raise BlendError(f"Cannot read {quote(text)} as a number for {key}. Write {usual or 1}.", key)
    return int(text or usual)


def _mm(found: dict[str, str], key: str) -> float:
    text = found.get(key, "").replace(",", ".").replace("\u2212", "-")
    if not re.fullmatch(r"|[+-]?[0-9]{1,3}(\.[0-9]{0,3})?", text):
        raise BlendError(f"Cannot read {quote(found[key])} as millimetres for {key}. Write 1.5 or -1.5.", key)
    return float(text or 0)
