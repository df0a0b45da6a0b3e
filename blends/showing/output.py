"""Card -> the printed card and the message. Looks are in card.typ; nothing decides here."""

import json
from dataclasses import asdict, replace
from typing import Any, Literal

from blends.errors import BlendError
from blends.showing.card import Card, Row
from blends.showing.drawn import drawable, texts_in, undrawn
from blends.showing.qr import qr_svg
from blends.showing.room import PAGES, pages_of, rooms
from blends.showing.safety_card import Judgement
from blends.showing.typesetting import typeset
from blends.showing.words.labels import LABELS
from blends.showing.words.phrases import in_drops, phrases, weight

Size = Literal["a6", "a4", "letter"]


class TooFullError(BlendError):
    """A card that A6 does not hold in letters that can be read; A4 holds every card."""


def pdf(card: Card, size: Size = "a6") -> bytes:
    """Return `card` as a tagged PDF (PDF/UA-1); the same card gives the same bytes.

    size: a6 (two sides), a4 or letter. What the fonts cannot draw is a square: `unprintable(card)` says which signs.
    Raises TooFullError for a card that two sides of A6 do not hold in letters of 8 points, small print of 7.

    >>> from blends import calculate, read_brief, read_catalogue, write_card
    >>> pdf(write_card(calculate(read_brief({}), read_catalogue())), "a4")[:5]
    b'%PDF-'
    """
    for room in rooms(card, size):
        made = _typeset(card, size, room, format="pdf", pdf_standards=["ua-1"])
        if pages_of(made) <= PAGES[size]:
            return made
    if size == "a6":
        raise TooFullError("Two sides of A6 do not hold this recipe in letters that can be read. Take A4.", "paper")
    return made


def card_text(card: Card) -> str:
    """Return `card` as plain text for a message, without any mark-up.

    >>> from blends import calculate, read_brief, read_catalogue, write_card
    >>> print(card_text(write_card(calculate(read_brief({"effect": "warming"}), read_catalogue())))[:26])
    Warming blend in olive oil
    """
    judged, said = card.judgement, phrases(card)
    dates = [f"{label} {day}." for label, day in _dates(card) if day]
    parts = (
        [" ".join(filter(None, (card.title, card.subtitle))), card.note, card.effect_note],
        [card.above_usual],
        [*map(_line, (*card.rows, *card.bases)), card.all_bottles],
        [said.bottle, said.dilution, card.dosing],
        [*(f"{line.speaks_for}: {line.words[:1].lower()}{line.words[1:]}." for line in judged.in_order)],
        [f"{judged.for_whom} {judged.sentence}", *judged.notes],
        _rulebooks(judged),
        [note.words for note in card.notes],
        [f"{name}: {words}" for name, words in card.cautions],
        [f"{place}. {step}" for place, step in enumerate(card.steps, 1)],
        card.when_wrong,
        [*dates, LABELS.care, card.link],
    )
    return "\n\n".join("\n".join(filter(None, part)) for part in parts if any(part)) + "\n"


def unprintable(card: Card) -> str:
    """Return the characters of `card` that the shipped fonts cannot draw, each once; a square stands for them."""
    return undrawn(texts_in(asdict(card)))


def _rulebooks(judged: Judgement) -> list[str]:
    """Return a line for each rulebook: its verdict, then all that is over or not assessed."""
    said: dict[str, list[str]] = {}
    for row in judged.rulebooks:
        said[row.name] = [row.words if row.judges else f"{row.words} ({LABELS.for_sale})"]
    for each in judged.plainly:
        said.setdefault(each.rulebook, []).append(each.words)
    return [f"{name}: {'. '.join(words)}." for name, words in said.items()]


def _line(row: Row) -> str:
    drops = (in_drops(row.drops, row.dosed),) if row.drops else ()
    return f"{row.name}: {', '.join((*drops, f'{row.volume_ml} {LABELS.ml}', weight(row.mass_g)))}"


def _dates(card: Card) -> tuple[tuple[str, str], ...]:
    return (LABELS.made_on, card.made_on), (LABELS.best_before, card.best_before)


def _typeset(card: Card, size: str, room: dict[str, str], **wanted: Any) -> bytes:  # noqa: ANN401 - goes to typst as it is
    """Return the compiled card. Its texts reach typst as JSON, never as source."""
    unread = replace(card.judgement, findings=())  # many, and none is printed
    printed = asdict(replace(card, judgement=unread))
    labels = asdict(LABELS)
    if undrawn(texts_in(printed)):
        labels["care"] += f" {LABELS.lacking}"
    words = {**printed, "labels": labels, "phrases": asdict(phrases(card))}
    inputs = {"size": size, **room, "card": json.dumps(drawable(words)), "qr": qr_svg(card.link)}
    return typeset("card.typ", inputs, **wanted)
