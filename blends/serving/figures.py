"""The card as JSON and CSV: the figures of the card as numbers, each with its unit in its name."""

import json
from typing import Any

import pandas as pd

from blends.asking.link import SCHEMA
from blends.serving.recipes import counted
from blends.showing.card import Card, Row
from blends.showing.csv_table import csv_text
from blends.showing.figure import Figure
from blends.showing.handed import Handed, handed_own
from blends.showing.words import files as words
from blends.showing.words.labels import LABELS
from blends.showing.words.phrases import phrases


def card_json(handed: Handed, address: str) -> str:
    """Return the figures and words of the card; card.schema.json says what each is. read_saved opens it again.

    A field that goes or means something else gets a new schema name.
    """
    card, brief, recipe = handed.card, handed.result.brief, handed.result.recipe
    judged, review = card.judgement, handed.result.review
    told: dict[str, Any] = {
        "$schema": f"{address}card.schema.json",
        "schema": SCHEMA,
        "version": int(SCHEMA.rpartition("/")[2]),
        "title": card.title,
        "subtitle": card.subtitle,
        "note": card.note,
        "summary": card.summary,
        "card": {"link": card.link},
        "for": {"person": brief.person.kind, "age_years": brief.person.age, "purpose": brief.purpose},
        "for_whom": judged.for_whom,
        "above_usual": card.above_usual,
        "oils": [_oil(row, each.oil.id) for row, each in zip(card.rows, recipe.portions, strict=True)],
        "bases": [_oil(row, each.base_oil.id) for row, each in zip(card.bases, recipe.bases, strict=True)],
        "bottle": {
            "words": card.bottle,
            "volume_ml": card.bottle_ml.value,
            "fill": brief.fill,
            "count": brief.bottles,
        },
        "dropper": {"drops_per_ml": card.drops_per_ml.value, "dosing": brief.dosing},
        "dilution": {
            "asked_pct_by_volume": card.asked_pct.value,
            "achieved_pct_by_volume": card.achieved_pct.value,
            "achieved_pct_by_weight": _number(card.achieved_w_w_pct),
        },
        "totals": {
            "drops": card.total_drops.value,
            "oils_ml": card.total_ml.value,
            "finished_g": _number(card.total_g),
        },
        "verdict": {
            "verdict": judged.verdict,
            "at_home": review.at_home,
            "for_sale": review.for_sale,
            "words": judged.words,
            "lines": [
                {"speaks_for": each.speaks_for, "verdict": each.verdict, "words": each.words}
                for each in judged.in_order
            ],
            "sentence": judged.sentence,
        },
        "rulebooks": [
            {
                "id": book.id,
                "name": book.name,
                "verdict": book.verdict,
                "judges": book.judges,
                "ceiling_pct_by_volume": book.ceiling_pct,
                "found": [each.words for each in judged.plainly if each.rulebook_id == book.id],
            }
            for book in judged.rulebooks
        ],
        "steps": card.steps,
        "when_wrong": card.when_wrong,
        "notes": (*judged.notes, *(note.words for note in card.notes)),
        "cautions": [{"oil": name, "words": words} for name, words in card.cautions],
        "made_on": card.made_on,
        "best_before": card.best_before,
        "care": LABELS.care,
    }
    told |= {part: rows for part, rows in handed_own(handed.result).items() if rows}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def card_csv(card: Card) -> str:
    """Return one row per oil and base oil, then totals, bottle, dilution and verdict; cells are numbers or words.

    Numbers are as printed; `dosed` says whether the drops are counted, or only about so many; each row for whom it is.
    """
    judged = card.judgement
    rows: list[dict[str, object]] = [_row(words.OIL, row) for row in card.rows]
    rows += [_row(words.BASE_OIL, row) for row in card.bases]
    verdicts: list[dict[str, object]] = [
        {"kind": words.VERDICT, "name": line.words, "note": line.speaks_for} for line in judged.in_order
    ]
    notes: list[dict[str, object]] = [{"kind": words.NOTE, "name": note.words} for note in card.notes]
    rows += [
        {"kind": words.OILS, "drops": card.total_drops, "volume_ml": card.total_ml, "dosed": card.dosed},
        {"kind": words.BOTTLE, "name": card.bottle, "volume_ml": card.bottle_ml, "mass_g": card.total_g}
        | {"note": card.fill},
        {"kind": words.DROPPER, "name": phrases(card).dropper, "drops": card.drops_per_ml, "volume_ml": "1"},
        {"kind": words.ASKED, "pct_by_volume": card.asked_pct},
        {
            "kind": words.ACHIEVED,
            "pct_by_volume": card.achieved_pct,
            "pct_by_weight": card.achieved_w_w_pct,
        },
        *verdicts,
        {"kind": words.WHY, "name": judged.sentence},
        *notes,
        {"kind": words.FOR_WHOM, "name": judged.for_whom, "note": card.above_usual},
        {"kind": words.LINK, "name": card.link},
    ]
    cells = [{**{key: _cell(row.get(key)) for key in COLUMNS}, "for_whom": judged.for_whom} for row in rows]
    return csv_text(pd.DataFrame(cells))


COLUMNS = (
    *("kind", "name", "botanical", "drops", "volume_ml", "mass_g"),
    *("share_pct", "pct_by_volume", "pct_by_weight", "dosed", "note"),
)


def _row(kind: str, row: Row) -> dict[str, object]:
    return {"kind": kind, **{key: getattr(row, key) for key in COLUMNS if hasattr(row, key)}}


def _cell(value: object) -> str | None:
    return None if value is None else str(value)


def _oil(row: Row, id_: str) -> dict[str, object]:
    amount, unit = counted(row)
    return {
        "id": id_,
        "name": row.name,
        "botanical": row.botanical,
        "drops": _number(row.drops),
        "volume_ml": row.volume_ml.value,
        "mass_g": _number(row.mass_g),
        "share_pct": _number(row.share_pct),
        "dosed_as": {"amount": amount.value, "unit": unit},
    }


def _number(figure: Figure | None) -> float | None:
    return None if figure is None else figure.value
