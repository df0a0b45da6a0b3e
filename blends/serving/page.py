"""Handed -> the card as plain HTML. Looks are in page.html.j2 and card.css; nothing decides here."""

import re
from functools import cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, Template

from blends.card import Row
from blends.handed import Handed, parts_of
from blends.handed_html import files_of
from blends.output import CARE, undrawn
from blends.quantities import BOTTLES_FL_OZ, BOTTLES_ML
from blends.serving.asked import UNITS, Asked
from blends.serving.policy import HERE
from blends.serving.recipes import how_to


def page_html(handed: Handed, asked: Asked, address: str, wrong: str = "") -> str:
    """Return the page. wrong: what could not be scaled, said beside its form."""
    words = f"{handed.heading}: {handed.description}"
    message = f"{words}\n\n{handed.link}"
    return _template("page.html.j2").render(
        handed=handed,
        card=handed.card,
        judged=handed.card.judgement,
        amounts=[_amounts(row, asked.unit) for row in handed.rows],
        units=[(id_, name, _query(handed, id_)) for id_, name in UNITS.items()] if handed.card.rows else [],
        unit=asked.unit,
        address=address,
        app="./?" + handed.query,
        files=files_of(handed),
        whatsapp="https://wa.me/?text=" + quote(message, safe=""),
        mail=f"mailto:?subject={quote(handed.heading, safe='')}&body={quote(message, safe='')}",
        form={**parts_of(handed), **_dates(asked)},
        sizes=(*BOTTLES_ML, *BOTTLES_FL_OZ),
        squares=undrawn(handed.card.title + handed.card.note + handed.card.best_before),  # the maker's own words
        how_to=how_to(handed, address),
        wrong=wrong,
        care=CARE,
        **_shared(),
    )


def refused_html(sentence: str) -> str:
    """Return the page that says what was wrong with a link."""
    return _template("refused.html.j2").render(sentence=sentence, **_shared())


def _amounts(row: Row, unit: str) -> dict[str, Any]:
    """Return one line of the recipe, its amount in `unit` first and the others after it."""
    about = row.drops.startswith("about")
    said = {
        "drops": (row.drops, "drop" if row.drops == "1" else "drops"),
        "ml": (row.volume_ml, "mL"),
        "g": (row.mass_g, "g"),
    }
    first = unit if said[unit][0] and not (unit == "drops" and about) else "ml"
    others = [" ".join(said[id_]) for id_ in said if id_ != first and said[id_][0]]
    return {"row": row, "amount": said[first][0], "unit": said[first][1], "others": " · ".join(others)}


def _query(handed: Handed, unit: str) -> str:
    return f"card?{handed.query}" + (f"&unit={unit}" if unit != next(iter(UNITS)) else "")


def _dates(asked: Asked) -> dict[str, str]:
    made = asked.made_on.isoformat() if asked.made_on else ""
    return {key: value for key, value in (("made", made), ("before", asked.best_before)) if value}


@cache
def _shared() -> dict[str, str]:
    """Return the style and the script, as they are hashed in the policy."""
    read = {name: (HERE / name).read_text(encoding="utf-8") for name in ("card.css", "send.js", "icon.svg")}
    return {"css": read["card.css"], "script": read["send.js"], "icon": "data:image/svg+xml," + quote(read["icon.svg"])}


@cache
def _template(name: str) -> Template:
    places = Environment(loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    places.filters["tight"] = tight
    return places.get_template(name)


def tight(words: str) -> str:
    """Return `words` with figures that stay on one line with their units."""
    return re.sub(r"(?<=\d) (?=(%|mL|g|drops?)\b|%)", "\u00a0", words)
