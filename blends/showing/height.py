"""Card -> how high it stands on a sheet, reckoned from its texts.

Setting a card once to measure it costs as much as setting it for good. So lines of text are reckoned by their letters,
and what stands around them by the weights of `_WEIGHTS`, which least squares gave over 332 sheets (83 cards of none to
20 oils, A4 and Letter, small print of 6 to 8.4 points): 97 of 100 came within 5 % of the true height. Who reckons wrong
loses a little paper or a second try (`output.py`), never a line.
"""

from collections.abc import Iterable
from math import ceil
from unicodedata import east_asian_width

from blends.showing.card import Card
from blends.showing.words.labels import LABELS
from blends.showing.words.notes import Note
from blends.showing.words.phrases import phrases

TITLES = ((20, 3.9), (26, 3.1), (50, 2.8), (90, 2.2))  # letters below which a title has this size, in ems
DENSE = 9  # lines of the recipe; more stand in two columns
_LINE = 1.22  # ems from line to line
_WEIGHTS = (15.31, 0.7, 2.11, 0.88, 0.97, 0.28, 0.96, 1.34, 0.0, 5.23)


def height_em(card: Card, wide: float, code: float, small: float, lean: bool) -> float:
    """Return the height of `card` in ems, on paper so many ems wide, beside a code of so many, 0 for none.

    small: small print, in ems.
    """
    return sum(weight * part for weight, part in zip(_WEIGHTS, parts(card, wide, code, small, lean), strict=True))


def parts(card: Card, wide: float, code: float, small: float, lean: bool) -> tuple[float, ...]:
    """Return the heights of what stands one below the other, each to be weighed."""
    lines, column = (*card.rows, *card.bases), (wide - 2) / 2
    two = len(lines) > DENSE
    shares = 3.5 * (len({row.share_pct.text for row in card.rows if row.share_pct}) > 1)
    heights = [ceil((1.08 * _long(row.name) + small * _long(row.botanical) + 0.5) / (column - 8 - shares) * 1.05 + 0.1)
               + 1.2 * bool(row.note) for row in lines] if two else []  # fmt: skip
    half = ceil(len(lines) / 2)
    below = across(card, wide, small, lean)
    steps, wrong, books = (
        _steps(card, column),
        _wrong(card, wide if below else column),
        _books(card, column, small, lean),
    )
    cautions = " ".join(f"{name}: {words}" for name, words in card.cautions)
    used = () if lean else card.calculation
    conventions = " ".join(dict.fromkeys((card.dosing, phrases(card).by_weight, *(step.convention for step in used))))
    return (
        1,
        max(_head(card, wide - (code + 1.6 if code else 0), small if lean else 1.0), code),
        0 if two else len(lines),
        max(sum(heights[:half]), sum(heights[half:])),
        _paragraphs((card.all_bottles, card.scale), wide, 0.4)
        + sum(_note(note, wide - 1.6, small) for note in card.notes),
        len(card.notes),
        max(steps, books) + wrong if below else max(steps + wrong, books),
        small * _LINE * _lines(cautions, wide / small, 1.03) + 2.7 if cautions else 0,
        small * _LINE * _lines(conventions, wide / small),
        bool(card.droppers) and not lean,
    )


def _note(note: Note, wide: float, small: float) -> float:
    size = {"allergen": 1.08, "label": small}.get(note.kind, 1.0)
    return _LINE * min(size, 1.0) * _lines(note.words, wide, size)


def across(card: Card, wide: float, small: float, lean: bool) -> bool:
    """Return whether what to do when it goes wrong stands across the sheet.

    Where the rulebooks are no longer than the steps beside them, it would leave a hole in its column.
    """
    column = (wide - 2) / 2
    return _books(card, column, small, lean) < _steps(card, column) + _wrong(card, column) / 2


def _steps(card: Card, wide: float) -> float:
    return sum(_LINE * _lines(step, wide - 1.4) + 0.1 for step in card.steps)


def _wrong(card: Card, wide: float) -> float:
    return _LINE * _lines(" ".join((LABELS.when_wrong, *card.when_wrong)), wide - 1.4) + 1.9


def _books(card: Card, wide: float, small: float, lean: bool) -> float:
    judged = card.judgement
    over = {
        book.id: [each.words for each in judged.plainly if each.rulebook_id == book.id and (each.over or not lean)]
        for book in judged.rulebooks
    }
    books = [" ".join((each.name, each.words, "" if each.judges else LABELS.for_sale, each.ceiling, *over[each.id]))
             for each in judged.rulebooks]  # fmt: skip
    return small * _paragraphs(books, wide / small - 1.7, 0.3)


def _head(card: Card, wide: float, small: float) -> float:
    """Return the height of all that stands beside the code, in ems; small: the size of why the verdict is so."""
    judged = card.judgement
    large = next(line for line in judged.lines if line.large)
    size = next((size for letters, size in TITLES if len(card.title) < letters), 1.7)
    high = 2.7 + 0.98 * size * _lines(card.title, wide, 1.15 * size) + 1.46 * _lines(card.subtitle, wide, 1.2)
    high += _paragraphs((card.effect_note,), wide, 0.8) + 1.08 * _paragraphs((card.note,), wide / 1.08, 0.8)
    high += _paragraphs((card.above_usual,), wide - 1.4, 1.7)
    inside = wide - 1.6
    high += (
        4.9 + 1.7 * _lines(large.words, inside - 1.8, 1.5) + _LINE * _lines(judged.for_whom + large.speaks_for, inside)
    )
    return high + small * _paragraphs((judged.sentence, *judged.notes), inside / small, 0.05)


def _paragraphs(texts: Iterable[str], wide: float, gap: float) -> float:
    return sum(_LINE * _lines(text, wide) + gap for text in texts if text)


def _lines(text: str, wide: float, size: float = 1.0) -> int:
    """Return how many lines `text` takes, 0 for none. A letter is half an em wide, a Chinese or Japanese sign one."""
    return max(1, ceil(_long(text) * size / wide * 1.03 + 0.12)) if text else 0


def _long(text: str) -> float:
    return len(text) / 2 if text.isascii() else sum(1.0 if east_asian_width(sign) in "WF" else 0.5 for sign in text)
