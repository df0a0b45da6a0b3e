"""Handed -> the picture for a chat, 1080 x 1350 px. Looks are in chat.typ; nothing decides here."""

import json
from functools import lru_cache

from blends.card import Row
from blends.handed import Handed
from blends.output import drawable, typeset
from blends.verdicts import WORDS

PPI = 144  # chat.typ is 540 x 675 pt
SHOWN_AT = 400  # px: how wide a chat shows it; the code must be read from that
MODULE = 2.4  # px of one square of the code at that width, below which readers fail
LARGEST_CODE = 270  # pt, half the picture's width


def chat_png(handed: Handed) -> bytes:
    """Return the picture of `handed` for a chat; the same recipe gives the same bytes."""
    card = handed.card
    code, side = qr_for_chat(handed.link)
    facts = [("Bottle", card.bottle), ("Dilution", f"{handed.dilution} by volume")]
    if card.rows:
        facts.append(("Dropper", handed.dropper))
    words = {
        "title": card.title,
        "subtitle": card.subtitle,
        "verdict": card.judgement.verdict,
        "shape": card.judgement.shape,
        "verdict_words": WORDS[card.judgement.verdict],
        "whom": handed.whom,
        "rows": [_line(row, row in card.bases) for row in handed.rows],
        "facts": facts,
        "foot": "Arithmetic and care, not medical advice.",
        "code": side,
    }
    return typeset("chat.typ", {"card": json.dumps(drawable(words)), "qr": code}, format="png", ppi=PPI)


@lru_cache(maxsize=64)
def qr_for_chat(link: str) -> tuple[str, float]:
    """Return the code of `link` as SVG and its side in pt, large enough at a chat's width; ("", 0) where it is too long."""
    if not link:
        return "", 0
    import segno  # noqa: PLC0415 - wanted late

    code = segno.make(link, error="l", micro=False, boost_error=False)
    squares = code.symbol_size(border=2)[0]
    side = max(150.0, squares * MODULE * 540 / SHOWN_AT)
    if side > LARGEST_CODE:
        return "", 0
    return str(code.svg_inline(border=2, dark="#2a241d", light="#fffdf8")), side


def _line(row: Row, base: bool) -> dict[str, str | bool]:
    measured = base or row.drops.startswith("about")
    unit = "mL" if measured else "drop" if row.drops == "1" else "drops"
    return {"name": row.name, "amount": row.volume_ml if measured else row.drops, "unit": unit, "base": base}
