"""Card -> the picture for a chat, 1080 x 1350 px. Looks are in chat.typ; nothing decides here."""

import json
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from blends.asking.link import without_own_words
from blends.showing.card import Card, Row
from blends.showing.drawn import drawable, undrawn
from blends.showing.typesetting import typeset
from blends.showing.words.labels import LABELS
from blends.showing.words.phrases import drop_word, phrases
from blends.showing.words.verdict import TO_BE_SURE

PPI = 144  # chat.typ is 540 x 675 pt
MINDED = ("allergen", "light")  # notes that whoever uses the oil must see, whatever else there is no room for
SHOWN_AT = 400  # px: how wide a chat shows it; the code must be read from that
MODULE = 2.1  # px of one square of the code at that width, below which readers fail
SMALLEST_CODE, LARGEST_CODE = 150.0, 210.0  # pt of the picture's 540


def png(card: Card) -> bytes:
    """Return the picture of `card` for a chat; the same card gives the same bytes."""
    code, side = qr_for_chat(card.link, without_own_words(card.link))
    words = chat_words(card) | {"code": side}
    return typeset("chat.typ", {"card": json.dumps(drawable(words)), "qr": code}, format="png", ppi=PPI)


def chat_words(card: Card) -> dict[str, Any]:
    """Return all that stands on the picture but the code."""
    judged = card.judgement
    facts = [(LABELS.bottle, card.bottle), (LABELS.strength, f"{card.achieved_pct} % {LABELS.by_volume}")]
    if card.rows:
        facts.append((LABELS.dropper, phrases(card).dropper))
    return {
        "labels": asdict(LABELS),
        "title": card.title,
        "subtitle": card.subtitle,
        "lines": [asdict(line) for line in judged.in_order],
        "for_whom": judged.for_whom,
        "above_usual": card.above_usual,
        "rows": [_line(row) for row in (*card.rows, *card.bases)],
        "mind": _mind(card),
        "facts": facts,
        "foot": LABELS.lacking if undrawn(card.title) else LABELS.care,
    }


def _mind(card: Card) -> list[str]:
    """Return the first sentence of each warning: of what the base oil is, of sun, of drops that make it too strong."""
    judged = card.judgement
    notes = [note.short or note.words for note in card.notes if note.kind in MINDED]
    drops = judged.notes if judged.verdict != "over" else ()  # there it says how the same drops could be within
    return [*(words.removesuffix(TO_BE_SURE) for words in drops), *notes]


@lru_cache(maxsize=64)
def qr_for_chat(*links: str) -> tuple[str, float]:
    """Return the code of the first of `links` that a chat can show large enough, as SVG, and its side in pt.

    ("", 0) where each is too long, and where there is no link.
    """
    import segno  # noqa: PLC0415 - wanted late

    for link in filter(None, links):
        code = segno.make(link, error="l", micro=False, boost_error=False, mask=3)  # as qr.py has it
        side = max(SMALLEST_CODE, code.symbol_size(border=2)[0] * MODULE * 540 / SHOWN_AT)
        if side <= LARGEST_CODE:
            return str(code.svg_inline(border=2, dark="#2a241d", light="#fffdf8")), side
    return "", 0


def _line(row: Row) -> dict[str, str | bool]:
    if row.drops is None or row.dosed == "measure":
        return {"name": row.name, "amount": row.volume_ml.text, "unit": LABELS.ml, "base": row.drops is None}
    return {"name": row.name, "amount": row.drops.text, "unit": drop_word(row.drops.value), "base": False}
