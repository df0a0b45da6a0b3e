"""Card -> how large its letters may be on a sheet of one page, and how much a small card says; each in turn.

Setting a card once to measure it costs as much as setting it for good, so its height is reckoned here: lines of text
by their letters, and what stands around them by the weights of `_WEIGHTS`, which least squares gave over 630 sheets
(101 cards from none to 20 oils, A4 and Letter, 5.5 to 9.5 points): 95 of 100 came within 5 % of the true height. Who
reckons wrong loses a little paper or a second try (`output.py`), never a line.
"""

import re
from collections.abc import Iterable, Iterator
from math import ceil
from unicodedata import east_asian_width

from blends.showing.card import Card
from blends.showing.words.labels import LABELS

PAGES = {"a6": 2, "a4": 1, "letter": 1}
SMALL_PT = 8.0  # of a small card: all its letters but the small print
SHORTER = (1740, 2060, 2400)  # letters of a small card; above each it says less (card.typ), from the first try on
LETTERS_A_LINE = 75  # which a line of the recipe takes the room of
PAPER_MM = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
MARGINS_MM = (36.0, 31.0)
CODE_MM = 34.0
POINTS = 72 / 25.4  # in a millimetre
LARGEST_PT, SMALLEST_PT = 11.0, 4.6
FILLED = 0.95  # of the page, as reckoned
TRIES = 7  # halvings between largest and smallest: to a twentieth of a point
TITLES = ((20, 3.9), (26, 3.1), (50, 2.8), (90, 2.2))  # letters below which a title has this size, in ems
DENSE = 9  # lines of the recipe; more stand in two columns
_LINE = 1.22  # ems from line to line
_WEIGHTS = (17.32, 0.69, 3.05, 1.39, 0.82, 1.2, 0.88, 0.77, 0.97, 5.0)


def rooms(card: Card, size: str) -> Iterator[dict[str, str]]:
    """Yield what card.typ is to try in turn, until the card fits its `PAGES`."""
    if size == "a6":
        for shortened in range(sum(_letters(card) > most for most in SHORTER), len(SHORTER) + 1):
            yield {"points": str(SMALL_PT), "shortened": str(shortened)}
        return
    points = letters_pt(card, size)
    for each in (points, 0.95 * points, 0.87 * points, SMALLEST_PT):
        yield {"points": f"{each:.2f}", "shortened": "0"}


def pages_of(pdf: bytes) -> int:
    """Return how many pages a PDF has that typst made, which writes their list first. Raises ValueError for others."""
    found = re.search(rb"/Type/Pages/Count (\d+)", pdf)
    if not found:
        raise ValueError("This PDF does not begin as typst writes one.")
    return int(found[1])


def _letters(card: Card) -> int:
    """Return how many letters a small card must hold, whatever it leaves out."""
    judged = card.judgement
    said = [card.title, card.note, card.effect_note, card.above_usual, judged.sentence, *judged.notes, *card.steps]
    said += [*card.when_wrong, *(note.words for note in card.notes), *(": ".join(each) for each in card.cautions)]
    return sum(map(len, said)) + LETTERS_A_LINE * (len(card.rows) + len(card.bases))


def letters_pt(card: Card, paper: str) -> float:
    """Return the size of the letters in points with which `card` fills most of one page of `paper`, a4 or letter."""
    wide, high = ((side - margin) * POINTS for side, margin in zip(PAPER_MM[paper], MARGINS_MM, strict=True))
    low, top = SMALLEST_PT, LARGEST_PT
    for _ in range(TRIES):
        middle = (low + top) / 2
        fits = middle * _ems(card, wide / middle, bool(card.link) * CODE_MM * POINTS / middle) <= FILLED * high
        low, top = (middle, top) if fits else (low, middle)
    return round(low, 2)


def _ems(card: Card, wide: float, code: float) -> float:
    """Return the height of `card` in ems, on paper so many ems wide, beside a code of so many, 0 for none."""
    judged = card.judgement
    lines, column = (*card.rows, *card.bases), (wide - 2) / 2
    two = len(lines) > DENSE
    heights = [ceil((1.08 * _long(row.name) + 0.92 * _long(row.botanical) + 0.5) / (column - 11.5) * 1.05 + 0.1)
               + 1.2 * bool(row.note) for row in lines] if two else []  # fmt: skip
    half = ceil(len(lines) / 2)
    steps = sum(_LINE * _lines(step, column - 1.4) + 0.1 for step in card.steps)
    steps += _LINE * _lines(" ".join((LABELS.when_wrong, *card.when_wrong)), column - 1.4) + 1.9
    over = {
        book.id: [each.words for each in judged.plainly if each.rulebook_id == book.id] for book in judged.rulebooks
    }
    books = [" ".join((each.name, each.words, "" if each.judges else LABELS.for_sale, each.ceiling, *over[each.id]))
             for each in judged.rulebooks]  # fmt: skip
    cautions = " ".join(f"{name}: {words}" for name, words in card.cautions)
    conventions = " ".join(dict.fromkeys((card.dosing, *(step.convention for step in card.calculation))))
    parts = (
        1,
        max(_head(card, wide - (code + 1.6 if code else 0)), code),
        0 if two else len(lines),
        max(sum(heights[:half]), sum(heights[half:])),
        _paragraphs((card.all_bottles, card.scale), wide, 0.4)
        + sum(_LINE * _lines(note.words, wide - 1.6, 1.08 if note.kind == "allergen" else 1) for note in card.notes),
        len(card.notes),
        max(steps, _paragraphs(books, column - 1.7, 0.3)),
        _LINE * _lines(cautions, wide, 1.03) + 2.7 if cautions else 0,
        _LINE * _lines(conventions, wide),
        bool(card.droppers),
    )
    return sum(weight * part for weight, part in zip(_WEIGHTS, parts, strict=True))


def _head(card: Card, wide: float) -> float:
    """Return the height of all that stands beside the code, in ems."""
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
    return high + _paragraphs((judged.sentence, *judged.notes), inside, 0.05)


def _paragraphs(texts: Iterable[str], wide: float, gap: float) -> float:
    return sum(_LINE * _lines(text, wide) + gap for text in texts if text)


def _lines(text: str, wide: float, size: float = 1.0) -> int:
    """Return how many lines `text` takes, 0 for none. A letter is half an em wide, a Chinese or Japanese sign one."""
    return max(1, ceil(_long(text) * size / wide * 1.03 + 0.12)) if text else 0


def _long(text: str) -> float:
    return len(text) / 2 if text.isascii() else sum(1.0 if east_asian_width(sign) in "WF" else 0.5 for sign in text)
