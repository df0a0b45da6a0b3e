"""Card -> what is handed on: PDF, text, CSV, JSON and the QR code. Looks are in card.typ; nothing decides here.

typst and segno are imported where they are used: the page's first paint does not wait for them.
"""

import json
from dataclasses import asdict
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from blends.card import Card
from blends.download import csv_text
from blends.link import SCHEMA

if TYPE_CHECKING:
    import typst

Size = Literal["a6", "a4", "letter"]

LACKING = "□: the card's fonts lack this sign."
CARE = "Arithmetic and care, not medical advice. Your supplier's certificate overrides."
LONGEST_CODE = 1000  # bytes of a link; beyond it the code's squares are too fine for a phone to read

_HERE = Path(__file__).parent
_ONE_AT_A_TIME = Lock()  # the compiler keeps its inputs between calls, and Streamlit runs each session in a thread


def pdf(card: Card, size: Size = "a6") -> bytes:
    """Return `card` as a tagged PDF (PDF/UA-1); the same card gives the same bytes."""
    return _typeset(card, size, format="pdf", pdf_standards=["ua-1"])


def text(card: Card) -> str:
    """Return `card` as plain text for a message, without any mark-up."""
    judged = card.judgement
    oils = [_line(row.drops and f"{row.drops} drops", row.volume_ml, row.mass_g, row.name) for row in card.rows]
    bases = [_line("", row.volume_ml, row.mass_g, row.name) for row in card.bases]
    achieved = f"Achieved {card.achieved_pct} % by volume, asked for {card.asked_pct} %."
    dates = [f"{label} {day}." for label, day in (("Made on", card.made_on), ("Best before", card.best_before)) if day]
    parts = (
        [" ".join(filter(None, (card.title, card.subtitle))), card.note, card.effect_note],
        [*oils, *bases, card.all_bottles],
        [f"Bottle: {card.bottle}, {card.fill}.", achieved, card.dosing],
        [f"{judged.words}: {judged.sentence}", *(f"{book}: {words}." for book, words in plainly(card)), *judged.notes],
        card.notes,
        [f"{name}: {words}" for name, words in card.cautions],
        [f"{place}. {step}" for place, step in enumerate(card.steps, 1)],
        [*dates, CARE, card.link],
    )
    return "\n\n".join("\n".join(filter(None, part)) for part in parts if any(part)) + "\n"


def csv(card: Card) -> str:
    """Return one row per essential oil and base oil, as a spreadsheet reads them."""
    rows = [{"kind": "essential oil", **asdict(row)} for row in card.rows]
    rows += [{"kind": "base oil", **asdict(row)} for row in card.bases]
    return csv_text(pd.DataFrame(rows))


def json_text(card: Card) -> str:
    """Return all words of `card` as JSON; a change of its fields gets a new schema name."""
    return json.dumps({"schema": SCHEMA, "version": 1, "card": asdict(card)}, ensure_ascii=False, indent=1) + "\n"


def unprintable(card: Card) -> str:
    """Return the characters of `card` that the shipped fonts cannot draw, each once; a square stands for them."""
    return undrawn(_texts(asdict(card)))


def undrawn(words: str) -> str:
    """Return the characters of `words` that the shipped fonts cannot draw, each once."""
    return "".join(sign for sign in dict.fromkeys(words) if not _drawn(sign))


@lru_cache(maxsize=64)
def qr_svg(link: str) -> str:
    """Return `link` as a QR code (level M) in SVG, "" where there is none or it is too long to be read."""
    if not link or len(link.encode("utf-8", "replace")) > LONGEST_CODE:
        return ""
    import segno  # noqa: PLC0415

    code = segno.make(link, error="m", micro=False, boost_error=False)
    return str(code.svg_inline(border=4, dark="#2a241d", light="#fff"))


def plainly(card: Card) -> tuple[tuple[str, str], ...]:
    """Return all that is over or not assessed as (rulebook, words), the not assessed grouped by reason."""
    over: list[tuple[str, str]] = []
    missing: dict[tuple[str, str], list[str]] = {}
    for row in card.judgement.findings:
        if row.shape == "✕":
            against = f" {row.actual} against {row.limit}" if row.actual and row.limit else ""
            over.append((row.rulebook, f"Over: {row.subject}{against}, {row.basis}"))
        elif row.shape == "?":
            missing.setdefault((row.rulebook, row.basis), []).append(row.subject)
    return (*over, *((book, f"Not assessed: {', '.join(names)}, {why}") for (book, why), names in missing.items()))


def _line(drops: str, volume_ml: str, mass_g: str, name: str) -> str:
    amounts = (drops, f"{volume_ml} mL", f"{mass_g} g" if mass_g else "weight not known")
    return f"{name}: {', '.join(filter(None, amounts))}"


def _typeset(card: Card, size: str, **wanted: Any) -> bytes:  # noqa: ANN401 - goes to typst as it is
    """Return the compiled card. Its texts reach typst as JSON, never as source."""
    care = f"{CARE} {LACKING}" if unprintable(card) else CARE
    words = {**asdict(card), "plainly": plainly(card), "care": care}
    inputs = {"size": size, "card": json.dumps(drawable(words)), "qr": qr_svg(card.link)}
    return typeset("card.typ", inputs, **wanted)


def typeset(template: str, inputs: dict[str, str], **wanted: Any) -> bytes:  # noqa: ANN401 - goes to typst as it is
    """Return what `template`, a file beside this one, makes of `inputs`."""
    with _ONE_AT_A_TIME:
        made = _compiler(template).compile(sys_inputs=inputs, timestamp=0, **wanted)
    if not isinstance(made, bytes):  # a list, where a picture has several pages; the templates make it one
        raise TypeError("The card came out as several pictures.")
    return made


@cache
def _compiler(template: str) -> "typst.Compiler":
    """Return the one compiler of a template, with the shipped fonts alone: other machines give the same bytes."""
    import typst  # noqa: PLC0415

    return typst.Compiler(_HERE / template, root=_HERE, font_paths=_fonts())


@cache
def _fonts() -> "typst.Fonts":
    import typst  # noqa: PLC0415

    return typst.Fonts(False, False, [_HERE / "fonts"])


@cache
def _characters() -> frozenset[int]:
    """Return the code points in the shipped fonts, from the list made with them: no font reader at run time."""
    spans = [line.split("-") for line in (_HERE / "fonts" / "characters.txt").read_text(encoding="ascii").split()]
    return frozenset(point for span in spans for point in range(int(span[0], 16), int(span[-1], 16) + 1))


def _drawn(sign: str) -> bool:
    return sign == "\n" or ord(sign) in _characters() or sign in "✓✕"  # the shapes are drawn, not set


def _texts(thing: object) -> str:
    """Return all texts in a card's fields, one after the other."""
    if isinstance(thing, dict):
        return "".join(map(_texts, thing.values()))
    return "".join(map(_texts, thing)) if isinstance(thing, list | tuple) else thing if isinstance(thing, str) else ""


def drawable(thing: Any) -> Any:  # noqa: ANN401 - a card's fields
    """Return the same with a square for each character no font has: PDF/UA refuses the missing ones."""
    if isinstance(thing, dict):
        return {key: drawable(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [drawable(value) for value in thing]
    return "".join(sign if _drawn(sign) else "□" for sign in thing) if isinstance(thing, str) else thing
