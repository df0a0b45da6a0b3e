"""Card -> what is handed on: PDF, text, CSV, JSON and the QR code. Looks are in card.typ; nothing decides here.

typst and segno are imported where they are used: the page's first paint does not wait for them.
"""

import json
from dataclasses import asdict, replace
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from blends.errors import BlendError
from blends.showing.card import Card, Row
from blends.showing.drawn import drawable, texts_in, undrawn
from blends.showing.room import PAGES, pages_of, rooms
from blends.showing.safety_card import Judgement
from blends.showing.words.labels import LABELS
from blends.showing.words.phrases import in_drops, phrases, weight

if TYPE_CHECKING:
    import typst

Size = Literal["a6", "a4", "letter"]

LONGEST_CODE = 1000  # bytes of a link; beyond it the code's squares are too fine for a phone to read

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_HERE = Path(__file__).parent
_ONE_AT_A_TIME = Lock()  # the compiler keeps its inputs between calls, and Streamlit runs each session in a thread


def pdf(card: Card, size: Size = "a6") -> bytes:
    """Return `card` as a tagged PDF (PDF/UA-1); the same card gives the same bytes.

    size: a6 (two sides), a4 or letter. What the fonts cannot draw is a square: `unprintable(card)` says which signs.
    Raises BlendError for a card that two sides of A6 do not hold in letters of 8 points.

    >>> from blends import calculate, read_brief, read_catalogue, write_card
    >>> pdf(write_card(calculate(read_brief({}), read_catalogue())), "a4")[:5]
    b'%PDF-'
    """
    for room in rooms(card, size):
        made = _typeset(card, size, room, format="pdf", pdf_standards=["ua-1"])
        if pages_of(made) <= PAGES[size]:
            return made
    if size == "a6":
        raise BlendError("Two sides of A6 do not hold this recipe in letters of 8 points. Take A4.", "paper")
    return made


def card_text(card: Card) -> str:
    """Return `card` as plain text for a message, without any mark-up.

    >>> from blends import calculate, read_brief, read_catalogue, write_card
    >>> print(card_text(write_card(calculate(read_brief({"effect": "warming"}), read_catalogue())))[:26])
    Warming blend in olive oil
    """
    judged, said = card.judgement, phrases(card)
    dates = [f"{label} {day}." for label, day in _dates(card) if day]
    parts = (
        [" ".join(filter(None, (card.title, card.subtitle))), card.note, card.effect_note],
        [card.above_usual],
        [*map(_line, (*card.rows, *card.bases)), card.all_bottles],
        [said.bottle, said.dilution, card.dosing],
        [*(f"{line.speaks_for}: {line.words[:1].lower()}{line.words[1:]}." for line in judged.in_order)],
        [f"{judged.for_whom} {judged.sentence}", *judged.notes],
        _rulebooks(judged),
        [note.words for note in card.notes],
        [f"{name}: {words}" for name, words in card.cautions],
        [f"{place}. {step}" for place, step in enumerate(card.steps, 1)],
        card.when_wrong,
        [*dates, LABELS.care, card.link],
    )
    return "\n\n".join("\n".join(filter(None, part)) for part in parts if any(part)) + "\n"


def csv_text(table: pd.DataFrame) -> str:
    r"""Return `table` as CSV, a quote mark before any text that a spreadsheet would take for a formula.

    >>> csv_text(pd.DataFrame({"name": ["=1+1", "lavender"], "pct": [-1.0, 2.0]}))
    "name,pct\n'=1+1,-1.0\nlavender,2.0\n"
    """
    frame = table.reset_index(names=table.index.name) if table.index.name else table.copy()
    for column in frame.columns:
        if frame[column].dtype.kind not in "fiub":
            frame[column] = frame[column].map(_harmless, na_action="ignore")
    return frame.to_csv(index=False, lineterminator="\n")


def unprintable(card: Card) -> str:
    """Return the characters of `card` that the shipped fonts cannot draw, each once; a square stands for them."""
    return undrawn(texts_in(asdict(card)))


@lru_cache(maxsize=64)
def qr_svg(link: str) -> str:
    """Return `link` as a QR code (level M) in SVG, "" where there is none or it is too long to be read."""
    if not link or len(link.encode("utf-8", "replace")) > LONGEST_CODE:
        return ""
    import segno  # noqa: PLC0415

    # One of the eight masks, not the best of all: trying them takes five times as long as the code itself.
    code = segno.make(link, error="m", micro=False, boost_error=False, mask=3)
    return str(code.svg_inline(border=4, dark="#2a241d", light="#fff"))


def _rulebooks(judged: Judgement) -> list[str]:
    """Return a line for each rulebook: its verdict, then all that is over or not assessed."""
    said: dict[str, list[str]] = {}
    for row in judged.rulebooks:
        said[row.name] = [row.words if row.judges else f"{row.words} ({LABELS.for_sale})"]
    for each in judged.plainly:
        said.setdefault(each.rulebook, []).append(each.words)
    return [f"{name}: {'. '.join(words)}." for name, words in said.items()]


def _line(row: Row) -> str:
    drops = (in_drops(row.drops, row.dosed),) if row.drops else ()
    return f"{row.name}: {', '.join((*drops, f'{row.volume_ml} {LABELS.ml}', weight(row.mass_g)))}"


def _dates(card: Card) -> tuple[tuple[str, str], ...]:
    return (LABELS.made_on, card.made_on), (LABELS.best_before, card.best_before)


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_STARTS_A_FORMULA) else cell


def _typeset(card: Card, size: str, room: dict[str, str], **wanted: Any) -> bytes:  # noqa: ANN401 - goes to typst as it is
    """Return the compiled card. Its texts reach typst as JSON, never as source."""
    unread = replace(card.judgement, findings=())  # many, and none is printed
    printed = asdict(replace(card, judgement=unread))
    labels = asdict(LABELS)
    if undrawn(texts_in(printed)):
        labels["care"] += f" {LABELS.lacking}"
    words = {**printed, "labels": labels, "phrases": asdict(phrases(card))}
    inputs = {"size": size, **room, "card": json.dumps(drawable(words)), "qr": qr_svg(card.link)}
    return typeset("card.typ", inputs, **wanted)


def typeset(template: str, inputs: dict[str, str], **wanted: Any) -> bytes:  # noqa: ANN401 - goes to typst as it is
    """Return what `template`, a file beside this one, makes of `inputs`. Raises TypeError for more than one picture."""
    with _ONE_AT_A_TIME:
        made = _compiler(template).compile(sys_inputs=inputs, timestamp=0, **wanted)
    if not isinstance(made, bytes):  # a list, where a picture has several pages; the templates make it one
        raise TypeError("The card came out as several pictures.")
    return made


def typeset_things(template: str, things: dict[str, Any], link: str = "", **wanted: Any) -> bytes:  # noqa: ANN401
    """Return `things` set by a template of this folder, which finds them in sys.inputs.things, a QR code in .qr.

    wanted: format, ppi, pdf_standards as typst has them. Raises RuntimeError with what the template panics with.
    """
    return typeset(template, {"things": json.dumps(drawable(things)), "qr": qr_svg(link)}, **wanted)


def rows_csv(rows: list[dict[str, Any]]) -> str:
    """Return `rows` as CSV, harmless to a spreadsheet."""
    return csv_text(pd.DataFrame(rows))


@cache
def _compiler(template: str) -> "typst.Compiler":
    """Return the one compiler of a template, with the shipped fonts alone: other machines give the same bytes."""
    import typst  # noqa: PLC0415

    return typst.Compiler(_HERE / template, root=_HERE, font_paths=_fonts())


@cache
def _fonts() -> "typst.Fonts":
    import typst  # noqa: PLC0415

    return typst.Fonts(False, False, [_HERE / "fonts"])
