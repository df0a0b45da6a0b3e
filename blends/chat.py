"""Handed -> the picture for a chat, 1080 x 1350 px. Looks are in chat.typ; nothing decides here."""

import json
from functools import lru_cache
from typing import Any

from blends.card import Row
from blends.handed import Handed
from blends.output import LACKING, drawable, typeset, undrawn
from blends.verdicts import WORDS

PPI = 144  # chat.typ is 540 x 675 pt
SHOWN_AT = 400  # px: how wide a chat shows it; the code must be read from that
MODULE = 2.1  # px of one square of the code at that width, below which readers fail
SMALLEST_CODE, LARGEST_CODE = 150.0, 210.0  # pt of the picture's 540


def chat_png(handed: Handed) -> bytes:
    """Return the picture of `handed` for a chat; the same recipe gives the same bytes."""
    code, side = qr_for_chat(handed.link, handed.short_link)
    words = chat_words(handed) | {"code": side}
    return typeset("chat.typ", {"card": json.dumps(drawable(words)), "qr": code}, format="png", ppi=PPI)


def chat_words(handed: Handed) -> dict[str, Any]:
    """Return all that stands on the picture but the code."""
    card = handed.card
    facts = [("Bottle", card.bottle), ("Dilution", f"{handed.dilution} by volume")]
    if card.rows:
        facts.append(("Dropper", handed.dropper))
    return {
        "title": card.title,
        "subtitle": card.subtitle,
        "verdict": card.judgement.verdict,
        "shape": card.judgement.shape,
        "verdict_words": WORDS[card.judgement.verdict],
        "whom": handed.whom,
        "stronger": handed.stronger,
        "rows": [_line(row, False) for row in card.rows] + [_line(row, True) for row in card.bases],
        "facts": facts,
        "foot": LACKING if undrawn(card.title) else "Arithmetic and care, not medical advice.",
    }


@lru_cache(maxsize=64)
def qr_for_chat(*links: str) -> tuple[str, float]:
    """Return the code of the first of `links` that a chat can show large enough, as SVG, and its side in pt.

    ("", 0) where each is too long, and where there is no link.
    """
    import segno  # noqa: PLC0415 - wanted late

    for link in filter(None, links):
        code = segno.make(link, error="l", micro=False, boost_error=False)
        side = max(SMALLEST_CODE, code.symbol_size(border=2)[0] * MODULE * 540 / SHOWN_AT)
        if side <= LARGEST_CODE:
            return str(code.svg_inline(border=2, dark="#2a241d", light="#fffdf8")), side
    return "", 0


def _line(row: Row, base: bool) -> dict[str, str | bool]:
    measured = base or row.drops.startswith("about")
    unit = "mL" if measured else "drop" if row.drops == "1" else "drops"
    return {"name": row.name, "amount": row.volume_ml if measured else row.drops, "unit": unit, "base": base}
