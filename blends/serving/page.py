"""Handed -> the card as plain HTML: showing/templates/plain_card.html.j2. Nothing decides here."""

from typing import Any
from urllib.parse import quote

from blends.asking.quantities import BOTTLES_FL_OZ, BOTTLES_ML
from blends.serving.asked import Asked
from blends.serving.page_files import icon, script, style
from blends.serving.recipes import how_to
from blends.showing.card import Row
from blends.showing.drawn import undrawn
from blends.showing.handed import Handed
from blends.showing.html import files_of
from blends.showing.templates import render
from blends.showing.words.amounts import spaced
from blends.showing.words.labels import LABELS
from blends.showing.words.phrases import in_drops, phrases
from blends.showing.words.units import UNITS


def page_html(handed: Handed, asked: Asked, address: str, wrong: str = "") -> str:
    """Return the page. wrong: what could not be scaled, said beside its form."""
    card = handed.card
    message = f"{handed.heading}: {card.summary}\n\n{card.link}"
    return render(
        "plain_card",
        handed=handed,
        card=card,
        judged=card.judgement,
        phrases=phrases(card),
        amounts=[_amounts(row, asked.unit) for row in handed.rows],
        units=[(id_, name, _query(handed, id_)) for id_, name in UNITS.items()] if card.rows else [],
        unit=asked.unit,
        address=address,
        app="./?" + handed.query,
        files=files_of(handed),
        whatsapp="https://wa.me/?text=" + quote(message, safe=""),
        mail=f"mailto:?subject={quote(handed.heading, safe='')}&body={quote(message, safe='')}",
        form={**handed.parts, **_dates(asked), **asked.marks},
        bottle=asked.bottle or spaced(handed.result.brief.bottle.text),  # what was typed stays, right or wrong
        dropper=asked.dropper or card.drops_per_ml,
        sizes=(*BOTTLES_ML, *BOTTLES_FL_OZ),
        squares=undrawn(card.title + card.note + card.best_before),  # the maker's own words
        how_to=how_to(handed, address),
        wrong=wrong,
        **_shared(),
    )


def refused_html(sentence: str, instead: tuple[str, str] = ("", "")) -> str:
    """Return the page that says what was wrong with a link. instead: what to take for it, in words, and its address."""
    return render("plain_refused", sentence=sentence, instead=instead, **_shared())


def _amounts(row: Row, unit: str) -> dict[str, Any]:
    """Return one line of the recipe, its amount in `unit` first and the others after it."""
    said = {"ml": f"{row.volume_ml} {LABELS.ml}"}
    if row.drops:
        said = {"drops": in_drops(row.drops, row.dosed), **said}
    if row.mass_g:
        said["g"] = f"{row.mass_g} {LABELS.g}"
    first = unit if unit in said and not (unit == "drops" and row.dosed == "measure") else "ml"
    amount, _, its = said[first].partition(" ")
    return {"row": row, "amount": amount, "unit": its, "others": " · ".join(said[id_] for id_ in said if id_ != first)}


def _query(handed: Handed, unit: str) -> str:
    return f"card?{handed.query}" + (f"&unit={unit}" if unit != next(iter(UNITS)) else "")


def _dates(asked: Asked) -> dict[str, str]:
    made = asked.made_on.isoformat() if asked.made_on else ""
    return {key: value for key, value in (("made", made), ("before", asked.best_before)) if value}


def _shared() -> dict[str, Any]:
    return {"css": style(), "script": script(), "icon": icon()}
