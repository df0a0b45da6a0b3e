"""Handed -> JSON and CSV: the figures of the card as numbers, each with its unit in its name."""

import json
from typing import Any

import pandas as pd

from blends.card import Row
from blends.download import csv_text
from blends.figures import exact_text, write_number
from blends.handed import Handed
from blends.link import SCHEMA
from blends.output import CARE
from blends.serving.recipes import counted

VERSION = 2  # of card.schema.json; a change of a field's meaning gets the next one


def card_json(handed: Handed, address: str) -> str:
    """Return the figures and words of the card; card.schema.json says what each is. read_saved opens it again."""
    card, brief, recipe = handed.card, handed.result.brief, handed.result.recipe
    judged = card.judgement
    told: dict[str, Any] = {
        "$schema": f"{address}card.schema.json",
        "schema": SCHEMA,
        "version": VERSION,
        "title": card.title,
        "subtitle": card.subtitle,
        "note": card.note,
        "description": handed.description,
        "card": {"link": handed.link},
        "for": {"person": brief.person.kind, "age_years": brief.person.age, "purpose": brief.purpose},
        "not_checked_for": handed.whom,
        "stronger_than_usual": handed.stronger,
        "oils": [_oil(row, each.oil.id) for row, each in zip(card.rows, recipe.portions, strict=True)],
        "bases": [_oil(row, each.base_oil.id) for row, each in zip(card.bases, recipe.bases, strict=True)],
        "bottle": {
            "words": card.bottle,
            "volume_ml": float(write_number(recipe.bottle_ml, 4)),
            "fill": brief.fill,
            "count": brief.bottles,
        },
        "dropper": {"drops_per_ml": float(brief.drops_per_ml), "dosing": brief.dosing},
        "dilution": {
            "asked_pct_by_volume": float(card.asked_pct),
            "achieved_pct_by_volume": float(card.achieved_pct),
            "achieved_pct_by_weight": _number(card.achieved_w_w_pct),
        },
        "totals": {
            "drops": _number(card.total_drops),
            "oils_ml": float(card.total_ml),
            "finished_g": _number(card.total_g),
        },
        "verdict": {"verdict": judged.verdict, "words": judged.words, "sentence": judged.sentence},
        "rulebooks": [
            {
                "id": book.id,
                "name": book.name,
                "verdict": book.verdict,
                "judges": book.judges,
                "ceiling_pct_by_volume": book.ceiling_pct,
            }
            for book in judged.rulebooks
        ],
        "steps": card.steps,
        "notes": (*judged.notes[1:], *card.notes),
        "cautions": [{"oil": name, "words": words} for name, words in card.cautions],
        "made_on": card.made_on,
        "best_before": card.best_before,
        "care": CARE,
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def card_csv(handed: Handed) -> str:
    """Return one row per oil and base oil, then totals, bottle, dilution and verdict; cells are numbers or words."""
    card, judged = handed.card, handed.card.judgement
    rows = [_row("essential oil", row) for row in card.rows]
    rows += [_row("base oil", row) for row in card.bases]
    bottle_ml = write_number(handed.result.recipe.bottle_ml, 4)
    per_ml = exact_text(handed.result.brief.drops_per_ml)
    rows += [
        {"kind": "essential oils in all", "drops": _figure(card.total_drops), "volume_ml": card.total_ml},
        {"kind": "bottle", "name": card.bottle, "volume_ml": bottle_ml, "mass_g": card.total_g, "note": card.fill},
        {"kind": "dropper", "name": handed.dropper, "drops": per_ml, "volume_ml": "1"},
        {"kind": "dilution asked for", "pct_by_volume": card.asked_pct},
        {
            "kind": "dilution achieved",
            "pct_by_volume": card.achieved_pct,
            "pct_by_weight": card.achieved_w_w_pct,
        },
        {"kind": "verdict", "name": judged.words, "note": judged.sentence},
        {"kind": "for whom", "name": handed.whom, "note": handed.stronger},
        {"kind": "link", "name": handed.link},
    ]
    return csv_text(pd.DataFrame(rows, columns=COLUMNS))


COLUMNS = (
    *("kind", "name", "botanical", "drops", "volume_ml", "mass_g"),
    *("share_pct", "pct_by_volume", "pct_by_weight", "note"),
)


def _row(kind: str, row: Row) -> dict[str, str]:
    about = "drops are about" if row.drops != _figure(row.drops) else ""
    return {
        "kind": kind,
        "name": row.name,
        "botanical": row.botanical,
        "drops": _figure(row.drops),
        "volume_ml": row.volume_ml,
        "mass_g": row.mass_g,
        "share_pct": row.share_pct,
        "note": "; ".join(filter(None, (about, row.note))),
    }


def _oil(row: Row, id_: str) -> dict[str, object]:
    amount, unit = counted(row)
    return {
        "id": id_,
        "name": row.name,
        "botanical": row.botanical,
        "drops": _number(row.drops),
        "volume_ml": float(row.volume_ml),
        "mass_g": _number(row.mass_g),
        "share_pct": _number(row.share_pct),
        "dosed_as": {"amount": amount, "unit": unit},
    }


def _number(text: str) -> float | int | None:
    """Return the number in a card's text, None where there is none: "8" -> 8, "about 0.8" -> 0.8."""
    plain = _figure(text)
    return None if not plain else int(plain) if plain.isdigit() else float(plain)


def _figure(text: str) -> str:
    return text.removeprefix("about ")
