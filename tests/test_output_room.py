"""How large letters are on each paper: one page, two small sides, and what does not fit."""

import io
from dataclasses import replace

import pypdf
import pytest
from printed_card import CATALOGUE, LINK, WARMING, made, read, squeezed, words

from blends import BlendError
from blends.showing import output
from blends.showing.room import LARGEST_PT, pages_of, rooms


@pytest.mark.parametrize(("size", "pages", "width_mm"), [("a6", 2, 105), ("a4", 1, 210), ("letter", 1, 216)])
def test_the_story_fits_its_paper_and_is_tagged(size, pages, width_mm):
    reader = read(WARMING, size)
    root = reader.trailer["/Root"]
    assert len(reader.pages) == pages
    assert round(float(reader.pages[0].mediabox.width) / 72 * 25.4) == width_mm
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"].startswith("en")
    assert reader.metadata.title == "Warming blend"
    assert "pdfuaid" in root["/Metadata"].get_data().decode()


@pytest.mark.parametrize("effect", ["warming", "circulation", "anti-inflammatory"])
def test_every_ready_composition_fits_two_small_sides_or_one_sheet(effect):
    card = made(LINK, effect=effect)
    assert [len(read(card, size).pages) for size in ("a6", "a4", "letter")] == [2, 1, 1]


@pytest.mark.parametrize("size", ["a4", "letter"])
@pytest.mark.parametrize("note", ["", "Warm it first. " * 20])
def test_a_sheet_is_one_page_whatever_stands_on_it(size, note):
    texts = {"bottle": "500 ml", "base": "coconut", "dilution": "8 %", "bottles": "3", "note": note.strip()}
    for many in (1, 9, 20):
        oils = ",".join(list(CATALOGUE.oil_by_id)[20 : 20 + many])
        assert len(read(made(LINK, oils=oils, **texts), size).pages) == 1


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_twenty_oils_a_long_title_and_a_word_of_two_hundred_letters_are_set(size):
    many = made(LINK, oils=",".join(list(CATALOGUE.oil_by_id)[:20]), bottle="500 ml")
    for title in ("Long evenings by the fire " * 8, "w" * 200):
        card = replace(many, title=title.strip())
        printed = words(card, size)
        assert squeezed(title) in printed
        assert [row.name for row in card.rows if squeezed(row.name) not in printed] == []
        assert len(card.rows) == 20


@pytest.mark.parametrize("number", [1, 5, 6, 9, 12, 20])
def test_a_small_card_has_two_sides_in_letters_that_can_be_read(number):
    oils = list(CATALOGUE.oil_by_id)[:number]
    card = made(LINK, oils=",".join(oils), bottle="500 ml")
    file = output.pdf(card)
    assert len(pypdf.PdfReader(io.BytesIO(file)).pages) == 2
    printed = words(card, "a6")
    wanted = [part for row in (*card.rows, *card.bases) for part in (row.name, str(row.volume_ml))]
    wanted += [*card.steps, *(words for _, words in card.cautions), card.judgement.sentence, *card.when_wrong]
    assert [each for each in wanted if squeezed(each) not in printed] == []
    found = {letters: size for letters, size in sizes(file) if letters != "?"}  # a part of a drawn sign
    assert min(found.values()) >= (7.99 if number < 12 else 6.99)  # on the fullest, what is looked up
    figures = [found[row.drops.text] for row in card.rows] + [found[f"{row.volume_ml}"] for row in card.bases]
    assert min(figures) >= 8


@pytest.mark.parametrize("purpose", ["home", "sale"])
@pytest.mark.parametrize(("size", "read_pt", "looked_up_pt"), [("a4", 7.6, 6.2), ("letter", 7.3, 5.9)])
def test_a_sheet_of_twenty_oils_can_be_read(size, read_pt, looked_up_pt, purpose):
    oils = list(CATALOGUE.oil_by_id)
    for first, number in ((0, 1), (0, 8), (0, 20), (20, 20), (40, 20)):
        card = made(LINK, oils=",".join(oils[first : first + number]), bottle="500 ml", purpose=purpose)
        found = sizes(output.pdf(card, size))
        assert min(pt for letters, pt in found if letters != "?") >= looked_up_pt
        for row in card.rows:
            assert max(pt for letters, pt in found if letters == row.drops.text) >= 8
        steps = [pt for letters, pt in found if len(letters) > 20 and any(letters in step for step in card.steps)]
        assert min(steps) >= (read_pt if number == 20 else 8)


def sizes(file):
    found = []

    def seen(text, _cm, matrix, _font, size):
        found.extend((each, abs(size * matrix[3])) for each in [text.strip()] if each)

    for page in pypdf.PdfReader(io.BytesIO(file)).pages:
        page.extract_text(visitor_text=seen)
    return found


def test_what_two_small_sides_do_not_hold_is_refused_and_offered_larger_paper():
    oils = ",".join(list(CATALOGUE.oil_by_id)[20:40])
    many = made(LINK, oils=oils, bottle="500 ml", purpose="sale", dilution="8 %")
    with pytest.raises(BlendError, match="Take A4") as refused:
        output.pdf(many)
    assert refused.value.field == "paper"
    assert len(read(many, "a4").pages) == 1


def test_most_sheets_fit_at_the_first_try_and_none_is_half_empty():
    filled = []
    for number in range(0, 21, 2):
        for purpose in ("home", "sale"):
            oils = {"oils": ",".join(list(CATALOGUE.oil_by_id)[number : 2 * number])} if number else {"dilution": "0 %"}
            card = made(LINK, bottle="500 ml", purpose=purpose, **oils)
            first = next(rooms(card, "a4"))
            size = float(first["points"])
            assert pages_of(output._typeset(card, "a4", first, format="pdf")) == 1, (number, purpose)
            larger = first | {key: f"{1.1 * float(first[key]):.2f}" for key in ("points", "small")}
            filled.append(size == LARGEST_PT or pages_of(output._typeset(card, "a4", larger, format="pdf")) > 1)
    assert sum(filled) >= 0.9 * len(filled)


def test_what_no_size_of_letters_brings_on_one_page_is_printed_on_more_and_never_cut():
    long = [
        replace(WARMING.notes[0], words=f"{place}. {'Keep it cool, closed and dark. ' * 12}") for place in range(60)
    ]
    card = replace(WARMING, notes=tuple(long))
    assert len(read(card, "a4").pages) > 1
    printed = words(card)
    assert [each.words for each in long if squeezed(each.words) not in printed] == []


def test_only_a_pdf_as_typst_writes_it_tells_its_pages():
    assert pages_of(b"%PDF-1.7 /Type/Pages/Count 2") == 2
    with pytest.raises(ValueError, match="does not begin as typst"):
        pages_of(b"%PDF-1.7")
