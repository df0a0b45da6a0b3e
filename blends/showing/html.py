"""Card, OilView -> HTML that can be read aloud, printed and copied; the parts are in templates/.

Looks are in pages/style.css.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import log10
from typing import Literal

from blends.showing.card import Card
from blends.showing.handed import Handed
from blends.showing.oil_table import OilRow
from blends.showing.oil_view import OilView
from blends.showing.templates import render
from blends.showing.words.files import AS_FILES, FILES
from blends.showing.words.phrases import phrases

_FROM, _TO = 0.01, 10.0  # % by volume, the span of the ceilings' picture; ceilings differ a hundredfold


def head_html(card: Card, links: Mapping[str, str] | None = None, opened: str = "", first: bool = False) -> str:
    """Return the title, the verdict in two lines, and what must be said with it.

    links: of print and send; opened: what the recipe was opened from, until it is answered for whom it is; first:
    whether it stands before the questions on a phone.
    """
    judged = card.judgement
    return render("head", card=card, judged=judged, links=links, opened=opened, first=first, whom=judged.whom)


def amounts_html(card: Card) -> str:
    """Return the amounts in the unit of the card, and three facts."""
    return render("amounts", card=card)


def make_and_mind_html(card: Card) -> str:
    """Return how to make and use it, beside what to mind."""
    return render("make_and_mind", card=card)


def limits_html(card: Card) -> str:
    """Return how far each rulebook goes, and every finding with its sources; "" for base oil alone."""
    judged = card.judgement
    return render("limits", judged=judged, phrases=phrases(card), place=_place) if judged.rulebooks else ""


def droppers_html(card: Card) -> str:
    """Return what the same drops make from other droppers, "" where none are counted."""
    return render("droppers", card=card, phrases=phrases(card)) if card.droppers else ""


def calculation_html(card: Card) -> str:
    """Return every step of the calculation."""
    return render("calculation", card=card)


def recipe_html(card: Card) -> str:
    """Return all that the page says of `card`, everything opened; every text is escaped."""
    parts = (head_html, amounts_html, make_and_mind_html, limits_html, droppers_html, calculation_html)
    return "".join(part(card) for part in parts)


def answer_html(
    said: Iterable[tuple[str, Literal["wrong", "note"]]], parts: Iterable[str], whose: str, *, recipe: bool
) -> str:
    """Return the answer of the Blend page in one piece: sentences, each with its tone, then parts that are HTML.

    whose: the list of oils that is seen beside it; recipe: whether there is one; what belongs to a recipe is not seen
    beside an answer without.
    """
    return render("answer", parts=[*(sentence_html(*each) for each in said), *parts], whose=whose, recipe=recipe)


def one_list_css(whose: Iterable[str]) -> str:
    """Return the style by which one list of oils is seen: that of the answer beside it."""
    return render("one_list", whose=whose)


def foot_html(words: str, shape: str, verdict: str) -> str:
    """Return the bar at the foot of a phone: the recipe in one line, the verdict, and the way to the recipe."""
    return render("foot", words=words, shape=shape, verdict=verdict)


def foot_of(card: Card) -> str:
    """Return the bar of a recipe."""
    line = next(line for line in card.judgement.lines if line.large)
    return foot_html(card.short, line.shape, line.words)


def oil_html(view: OilView, compositions: dict[str, str]) -> str:
    """Return all facts of one oil as HTML, each with its sources; `compositions` names the ready ones."""
    return render("oil", view=view, compositions=[compositions[id_] for id_ in view.compositions])


def oil_table_html(rows: tuple[OilRow, ...]) -> str:
    """Return every essential oil in one table, each name leading to its own page."""
    books = dict.fromkeys(book for row in rows for book in row.states)
    return render("oil_table", rows=rows, books=list(books))


def files_of(handed: Handed, page: str = "") -> list[tuple[str, str]]:
    """Return the name and the address of each file of the card. page: the path of the app, such as "/oils/"."""
    return [(name, f"{page}{file}?{handed.query}{more}") for name, file, more in FILES]


def files_html(handed: Handed, page: str, *, code: bool = True) -> str:
    """Return the picture for a chat, the code and the files of the card as links, closed: loaded once it is opened.

    code: whether its link is short enough for one.
    """
    return render("handed", handed=handed, page=page, files=files_of(handed, page), summary=AS_FILES, code=code)


def forms_html(files: Sequence[tuple[str, str, Mapping[str, str]]], *, typed: bool = False) -> str:
    """Return a form with its button for each file: what is sent travels in its body, never in an address.

    files: name, address, and what is sent: keys and texts of label_form.py, a recipe's file; typed: whether some of it
    was typed and is kept nowhere else, so that the browser asks before the page is left.
    """
    return render("file_forms", files=files, typed=typed)


def sentence_html(sentence: str, tone: Literal["wrong", "note"] = "wrong") -> str:
    """Return one sentence for the person: tone "wrong" (with a mark, announced at once) or "note"."""
    return render("sentence", sentence=sentence, tone=tone, role="alert" if tone == "wrong" else "status")


def note_html(words: str) -> str:
    """Return a few quiet words."""
    return render("note", words=words)


def place_html(anchor: str) -> str:
    """Return a place on the page that a link may lead to."""
    return render("place", anchor=anchor)


def header_html(title: str, words: str) -> str:
    """Return the head of a page: the mark, its title and one sentence."""
    return render("header", title=title, words=words)


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
