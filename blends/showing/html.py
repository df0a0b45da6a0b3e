"""Card, Judgement, OilView -> HTML that can be read aloud, printed and copied; the parts are in templates/.

Looks are in pages/style.css.
"""

from functools import cache
from math import log10
from typing import Literal

from blends.showing.card import Card
from blends.showing.handed import Handed
from blends.showing.oil_view import OilView
from blends.showing.safety_card import Judgement
from blends.showing.templates import render
from blends.showing.words.phrases import phrases

FILES = (
    ("PDF, A6", "card.pdf", ""),
    ("PDF, A4", "card.pdf", "&paper=a4"),
    ("PDF, Letter", "card.pdf", "&paper=letter"),
    ("Picture", "card.png", ""),
    ("Text", "card.txt", ""),
    ("CSV", "card.csv", ""),
    ("JSON", "card.json", ""),
    ("Cooklang", "card.cook", ""),
)  # what any replica answers (serving/routes.py)
_FROM, _TO = 0.01, 10.0  # % by volume, the span of the ceilings' picture; ceilings differ a hundredfold


def recipe_html(card: Card, beside_verdict: str = "") -> str:
    """Return the whole recipe of `card` as HTML; every text is escaped. beside_verdict: HTML that stands below it."""
    return render(
        "recipe",
        card=card,
        judged=card.judgement,
        phrases=phrases(card),
        beside_verdict=beside_verdict,
        place=_place,
    )


def verdict_html(judgement: Judgement) -> str:
    """Return the verdict with its sentence, in words and shape, never by colour alone."""
    return render("verdict", judged=judgement)


def oil_html(view: OilView, compositions: dict[str, str]) -> str:
    """Return all facts of one oil as HTML, each with its sources; `compositions` names the ready ones."""
    return render("oil", view=view, compositions=[compositions[id_] for id_ in view.compositions])


def files_of(handed: Handed, page: str = "") -> list[tuple[str, str]]:
    """Return the name and the address of each file of the card. page: the path of the app, such as "/oils/"."""
    return [(name, f"{page}{file}?{handed.query}{more}") for name, file, more in FILES]


def files_html(handed: Handed, page: str) -> str:
    """Return the picture for a chat and the files of the card as links."""
    return render("handed", handed=handed, page=page, files=files_of(handed, page))


def sentence_html(sentence: str, tone: Literal["wrong", "note"] = "wrong") -> str:
    """Return one sentence for the person: tone "wrong" (with a mark, announced at once) or "note"."""
    return render("sentence", sentence=sentence, tone=tone, role="alert" if tone == "wrong" else "status")


def header_html(title: str, words: str) -> str:
    """Return the head of a page: the mark, its title and one sentence."""
    return render("header", title=title, words=words)


def opened_html(source: str, anchor: str) -> str:
    """Return the question for whom a recipe is that was opened from `source`, with a link to where it is answered."""
    return render("opened", source=source, anchor=anchor)


def place_html(anchor: str) -> str:
    """Return a place on the page that a link may lead to."""
    return render("place", anchor=anchor)


def notice_html() -> str:
    """Return what stands at the foot of the page: what this is, and what it is not."""
    return render("notice")


@cache
def check_html(contraindications: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    """Return the contraindications of massage as a short check: each advice with its conditions; made once."""
    return render("check", lists=contraindications)


def _place(pct: float | None) -> float:
    """Return where a dilution lies on the ceilings' picture, in % of its width; None, where nothing binds: the end.

    >>> _place(0), _place(0.1), _place(None)
    (0.0, 33.333333333333336, 100.0)
    """
    return 100 * log10(min(max(_TO if pct is None else pct, _FROM), _TO) / _FROM) / log10(_TO / _FROM)
