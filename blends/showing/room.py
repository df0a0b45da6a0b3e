"""Card -> how large its letters may be on a sheet of one page, and how much a small card says; each in turn."""

import re
from collections.abc import Iterator

from blends.showing.card import Card
from blends.showing.height import across, height_em

PAGES = {"a6": 2, "a4": 1, "letter": 1}
READ_PT = 8.0  # what is acted on is this large wherever a page holds it
SMALL_PRINT = 0.88  # of those letters: what is looked up, such as cautions, limits and conventions on a sheet
LEAST_SMALL_PT = 6.5  # to which small print shrinks before the other letters do; before that, a sheet says less
# A small card: how much it leaves out (card.typ), and its small print [pt]; above so many letters the next is tried.
SMALL_CARDS = ((0, 8.0), (1, 8.0), (2, 8.0), (3, 8.0), (3, 7.0))
SHORTER = (1200, 1900, 2200, 3750)
LETTERS_A_LINE = 75  # which a line of the recipe takes the room of
PAPER_MM = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
MARGINS_MM = (30.0, 20.0)
CODE_MM = 34.0
POINTS = 72 / 25.4  # in a millimetre
LARGEST_PT, SMALLEST_PT = 11.0, 4.6
FILLED = 0.945  # of the page, as reckoned
TRIES = 7  # halvings between largest and smallest: to a twentieth of a point


def rooms(card: Card, size: str) -> Iterator[dict[str, str]]:
    """Yield what card.typ is to try in turn, until the card fits its `PAGES`."""
    if size == "a6":
        for shortened, small in SMALL_CARDS[sum(_letters(card) > most for most in SHORTER) :]:
            yield {"points": str(READ_PT), "small": str(small), "shortened": str(shortened), "across": "no"}
        return
    fits, lean = fitting(card, size), False
    if sizes(fits)[1] < LEAST_SMALL_PT:
        fits, lean = fitting(card, size, lean=True), True
    for each in (fits, 0.95 * fits, 0.87 * fits, SMALLEST_PT):
        points, small = sizes(each)
        wide = _wide(size) / points
        place = "yes" if across(card, wide, small / points, lean) else "no"
        yield {"points": f"{points:.2f}", "small": f"{small:.2f}", "shortened": str(int(lean)), "across": place}


def sizes(fits: float) -> tuple[float, float]:
    """Return the letters to read and the small print [pt] of a sheet that holds letters of `fits` points.

    Both shrink together, until the ones to read are `READ_PT`; then the small print alone, as long as it can be read.

    >>> sizes(10), sizes(7.5), sizes(6)[0] < 8
    ((10, 8.8), (8.0, 6.6), True)
    """
    small = SMALL_PRINT * fits
    return (fits if fits >= READ_PT else READ_PT * min(1.0, small / LEAST_SMALL_PT)), small


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


def fitting(card: Card, paper: str, lean: bool = False) -> float:
    """Return what `sizes` makes letters of with which `card` fills most of one page of `paper`, a4 or letter.

    lean: without other droppers, conventions, and why something is not assessed.
    """
    high = (PAPER_MM[paper][1] - MARGINS_MM[1]) * POINTS
    low, top = SMALLEST_PT, LARGEST_PT
    for _ in range(TRIES):
        middle = (low + top) / 2
        points, small = sizes(middle)
        ems = height_em(card, _wide(paper) / points, bool(card.link) * CODE_MM * POINTS / points, small / points, lean)
        low, top = (middle, top) if points * ems <= FILLED * high else (low, middle)
    return round(low, 2)


def _wide(paper: str) -> float:
    """Return the width of what is printed on `paper` [pt]."""
    return (PAPER_MM[paper][0] - MARGINS_MM[0]) * POINTS
