"""Card, Judgement, OilView -> HTML that can be read aloud, printed and copied; the parts are in templates/.

Looks are in pages/style.css.
"""

from functools import cache
from math import log10
from typing import Literal

from blends.showing.card import Card
from blends.showing.guide import contraindications
from blends.showing.oil_view import OilView
from blends.showing.safety_card import Judgement
from blends.showing.templates import render
from blends.showing.words.phrases import phrases
from blends.tables.catalogue import Catalogue

_FROM, _TO = 0.01, 10.0  # % by volume, the span of the ceilings' picture; ceilings differ a hundredfold


def recipe_html(card: Card, beside_verdict: str = "") -> str:
    """Return the whole recipe of `card` as HTML; every text is escaped. beside_verdict: HTML that stands below it."""
    return render(
        "recipe",
        card=card,
        judged=card.judgement,
        phrases=phrases(card),
        beside_verdict=beside_verdict,
        place=place_on_picture,
    )


def verdict_html(judgement: Judgement) -> str:
    """Return the verdict with its sentence, in words and shape, never by colour alone."""
    return render("verdict", judged=judgement)


def oil_html(view: OilView, compositions: dict[str, str]) -> str:
    """Return all facts of one oil as HTML, each with its sources; `compositions` names the ready ones."""
    return render("oil", view=view, compositions=[compositions[id_] for id_ in view.compositions])


def sentence_html(sentence: str, tone: Literal["wrong", "note"] = "wrong") -> str:
    """Return one sentence for the person: tone "wrong" (with a mark, announced at once) or "note"."""
    return render("sentence", sentence=sentence, tone=tone, role="alert" if tone == "wrong" else "status")


def header_html(title: str, words: str) -> str:
    """Return the head of a page: the mark, its title and one sentence."""
    return render("header", title=title, words=words)


def place_html(anchor: str) -> str:
    """Return a place on the page that a link may lead to."""
    return render("place", anchor=anchor)


def notice_html() -> str:
    """Return what stands below every recipe: what this is not."""
    return render("notice")


@cache
def check_html(catalogue: Catalogue) -> str:
    """Return the contraindications of massage as a short check, made once."""
    return render("check", lists=contraindications(catalogue))


def place_on_picture(pct: float | None) -> float:
    """Return where a dilution lies on the ceilings' picture, in % of its width; None, where nothing binds: the end.

    >>> place_on_picture(0), place_on_picture(0.1), place_on_picture(None)
    (0.0, 33.333333333333336, 100.0)
    """
    return 100 * log10(min(max(_TO if pct is None else pct, _FROM), _TO) / _FROM) / log10(_TO / _FROM)
