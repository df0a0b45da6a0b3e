"""The recipe for other tools: schema.org HowTo and Cooklang."""

import json
import re
from typing import Any

from blends.showing.card import Row
from blends.showing.figure import Figure
from blends.showing.handed import Handed
from blends.showing.words import files as words
from blends.showing.words.labels import LABELS
from blends.showing.words.phrases import drop_word, phrases


def how_to(handed: Handed, address: str) -> dict[str, Any]:
    """Return the recipe as a schema.org HowTo with its supplies, for JSON-LD."""
    card = handed.card
    dropper = words.DROPPER_TOOL.format(dropper=phrases(card).dropper)
    tools = [words.BOTTLE_TOOL.format(bottle=card.bottle), *([dropper] if card.rows else [])]
    return {
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": handed.heading,
        "description": card.summary,
        "url": card.link,
        "image": f"{address}card.png?{handed.query}",
        "yield": card.bottle,
        "supply": [
            {
                "@type": "HowToSupply",
                "name": row.name,
                "requiredQuantity": {"@type": "QuantitativeValue", "value": amount.value, "unitText": unit},
            }
            for row in handed.rows
            for amount, unit in [counted(row)]
        ],
        "tool": [{"@type": "HowToTool", "name": tool} for tool in tools],
        "step": [{"@type": "HowToStep", "position": place, "text": step} for place, step in enumerate(card.steps, 1)],
    }


def cooklang(handed: Handed) -> str:
    """Return the recipe as Cooklang: what goes in is named first, then the steps as on the card."""
    card = handed.card
    facts = {
        "title": handed.heading,
        "description": card.summary,
        "source": card.link,
        "yield": card.bottle,
        "dilution": f"{card.achieved_pct} % {LABELS.by_volume}",
        "dropper": phrases(card).dropper if card.rows else "",
        "for": card.judgement.for_whom,
        "verdict": ". ".join(f"{line.speaks_for}: {line.words}" for line in card.judgement.in_order),
        "why": card.judgement.sentence,
        "mind": [note.words for note in card.notes],
        "note": card.note,
    }
    head = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items() if value]  # YAML reads it
    supplies = [f"@{_plain(row.name)}{{{amount}%{unit}}}" for row in handed.rows for amount, unit in [counted(row)]]
    first = words.HAVE_READY.format(bottle="#bottle{}", supplies=", ".join(supplies))
    return "\n".join(["---", *head, "---", "", first, "", *(f"{_plain(step)}\n" for step in card.steps)])


def counted(row: Row) -> tuple[Figure, str]:
    """Return the amount of an oil as it is dosed: drops where they are counted, else mL."""
    if row.drops and row.dosed == "drops":
        return row.drops, drop_word(row.drops.value)
    return row.volume_ml, LABELS.ml


def _plain(words: str) -> str:
    """Return `words` without the signs that Cooklang reads."""
    return re.sub(r"[@#~{}%\\]|--|\[-|^[=>]+", "", words)
