"""What is handed on: equal bytes, tags, every word of the card, and nobody's text as source."""

import csv as csv_reader
import io
import json
import os
import re
import struct
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pypdf
import pytest

from blends import BlendError, calculate, read_brief, read_catalogue, read_link
from blends.serving.figures import card_csv, card_json
from blends.showing import drawn, output
from blends.showing.card import write_card
from blends.showing.chat import png
from blends.showing.handed import hand_on
from blends.showing.qr import qr_svg
from blends.showing.room import LARGEST_PT, pages_of, rooms
from blends.showing.words.labels import LABELS

CATALOGUE = read_catalogue()
LINK = "https://equal-parts.example/?v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"
GOLDEN = Path(__file__).parent / "golden_card.json"
HOSTILE = ('#panic("x")', "$x^2$", "*b*", "<tag>", "\\u{41}", '#import "@preview/x:1.0.0"', "// gone", "= Title")


def made(link="", made_on=date(2026, 11, 24), best_before="March 2027", **texts):
    return write_card(calculate(read_brief(texts), CATALOGUE), link, made_on, best_before)


WARMING = made(LINK, effect="warming", base="olive", bottle="100 ml", dilution="2 %")


def read(card, size="a4"):
    return pypdf.PdfReader(io.BytesIO(output.pdf(card, size)))


def words(card, size="a4"):
    """All words of the PDF without its spaces: lines break where the page ends."""
    return squeezed("".join(page.extract_text() for page in read(card, size).pages))


def squeezed(words):
    return re.sub(r"[\s\u200b]+", "", words)


@pytest.mark.parametrize("size", ["a6", "a4", "letter"])
def test_the_same_card_gives_the_same_bytes(size):
    first = output.pdf(WARMING, size)
    output.pdf(made(effect="circulation"), size)  # nothing stays behind in the compiler
    assert output.pdf(WARMING, size) == first
    picture = png(WARMING)
    png(made(effect="circulation"))
    assert png(WARMING) == picture


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


def test_a_link_too_long_for_a_code_is_said():
    assert qr_svg("") == ""
    assert qr_svg("https://x.example/?" + "y" * 1000) == ""
    assert squeezed("too long for a code") in words(replace(WARMING, link="https://x.example/?" + "y" * 3000))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_that_looks_like_source_is_printed_as_it_is(hostile):
    card = replace(WARMING, title=hostile, note=hostile, best_before=hostile)
    assert words(card).count(squeezed(hostile)) >= 3


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


@pytest.mark.parametrize("size", ["a6", "a4", "letter"])
def test_every_word_that_matters_is_on_the_card(size):
    peanut = made(effect="warming", base="peanut", note="For winter evenings.", title="Зимнее масло για όλους")
    printed = words(peanut, size)
    wanted = [peanut.title, peanut.note, peanut.bottle, peanut.fill, peanut.dosing, peanut.massages, LABELS.care]
    wanted += [*peanut.steps, *(note.words for note in peanut.notes), peanut.made_on, peanut.best_before]
    wanted += [f"{peanut.achieved_pct} %"]
    wanted += [part for pair in peanut.cautions for part in pair]
    wanted += [part for row in (*peanut.rows, *peanut.bases) for part in (row.name, row.botanical, str(row.volume_ml))]
    wanted += [part for book in peanut.judgement.rulebooks for part in (book.name, book.words.lower())]
    wanted += [*peanut.when_wrong, peanut.judgement.for_whom, peanut.judgement.sentence]
    looked_up = [book.ceiling[1:] for book in peanut.judgement.rulebooks]
    looked_up += [*(step.convention for step in peanut.calculation), *(each.words for each in peanut.judgement.plainly)]
    wanted += [LABELS.shortened] if size == "a6" else looked_up  # a small card says where it stands instead
    assert [part for part in wanted if squeezed(part) not in printed] == []
    assert "Allergen" in printed


def test_what_is_not_assessed_stands_on_the_card():
    unknown = made(oils="vetiver,helichrysum")
    assert squeezed("Nothing over; 2 of 2 oils have no limit of their own") in words(unknown, "a6")
    assert squeezed("Vetiver, Helichrysum") in words(unknown, "a6")
    assert "Not assessed: Vetiver, Helichrysum" in output.card_text(unknown)


@pytest.mark.parametrize("wanted", [{}, {"purpose": "sale"}, {"oils": "nutmeg", "dilution": "5 %"}])
def test_every_form_says_the_verdict_in_the_two_lines_of_the_page(wanted):
    card = made(**{"effect": "circulation"} | wanted)
    told = [words(card, "a6"), words(card, "a4"), squeezed(output.card_text(card))]
    lines = card.judgement.in_order
    assert lines[0].large
    assert {line.speaks_for for line in lines} == {"For a healthy adult at home", "For sale"}
    for printed in told:
        for line in lines:
            assert squeezed(line.words[1:]) in printed
        assert squeezed(lines[1].speaks_for) in printed


def test_a_base_oil_alone_rests_on_no_oils_constituents():
    assert "constituents" not in output.card_text(made(effect="circulation", dilution="0 %"))


def test_what_is_over_stands_on_the_card():
    over = made(effect="anti-inflammatory", dilution="5 %", purpose="sale")
    for printed in (words(over, "a6"), squeezed(output.card_text(over))):
        assert squeezed("o not sell; over a limit") in printed
        assert squeezed("Nutmeg 1.62 % against 0.8 %") in printed


@pytest.mark.parametrize("size", ["a6", "a4", "letter"])
def test_a_dilution_above_the_usual_is_printed_before_the_amounts(size):
    printed = words(made(oils="lavender", person="child:7", dilution="2 %"), size)
    said = squeezed("2 % is above the usual 1 % for a child of 7.")
    assert 0 <= printed.index(said) < printed.index(squeezed("True lavender Lavandula"))


def test_a_rulebook_without_a_limit_for_these_oils_is_printed_as_such():
    assert squeezed("EU 1223/2009: has no limit for these oils") in words(made(oils="juniper", dilution="1 %"), "a6")


@pytest.mark.parametrize("effect", ["warming", "circulation", "anti-inflammatory"])
def test_a_card_for_sale_carries_no_effect_and_no_claim(effect):
    card = made(effect=effect, purpose="sale")
    given = (words(card), squeezed(output.card_text(card)), squeezed(json.dumps(asdict(card))), card_csv(card))
    for name in (effect, "Traditionally"):
        assert not any(name.casefold() in each.casefold() for each in given)


def test_the_base_oil_alone_is_a_card_too():
    for alone in (made(dilution="0 %"), made(effect="warming", person="child:1")):
        assert alone.title == "Olive oil alone"
        assert squeezed(alone.title) in words(alone)
        assert "Olive oil: 100 mL, 91.3 g" in output.card_text(alone)


def test_the_link_of_the_story_opens_the_story():
    assert write_card(calculate(read_link(LINK), CATALOGUE), LINK, date(2026, 11, 24), "March 2027") == WARMING


def test_the_words_of_the_story_stay():
    # After an intended change: GOLDEN=write pytest tests/test_output.py, then read the difference.
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.write_text(json.dumps({"card": asdict(WARMING)}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert json.loads(json.dumps({"card": asdict(WARMING)})) == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_the_table_has_a_row_for_each_oil_and_no_formula():
    card = replace(WARMING, bases=(replace(WARMING.bases[0], name="=1+1"),))
    rows = list(csv_reader.DictReader(io.StringIO(card_csv(card))))
    assert [row["kind"] for row in rows] == [
        *["essential oil"] * 5,
        *("base oil", "essential oils in all", "bottle", "dropper"),
        *("dilution asked for", "dilution achieved", "verdict", "verdict", "why"),
        *["note"] * len(card.notes),
        *("for whom", "link"),
    ]
    assert [row["name"] for row in rows if row["kind"] == "note"] == [note.words for note in card.notes]
    assert card.notes
    assert rows[0]["drops"] == "8"
    assert {row["for_whom"] for row in rows} == {card.judgement.for_whom}
    assert rows[5]["name"] == "'=1+1"


def test_japanese_traditional_chinese_and_emoji_are_drawn_by_fonts_of_our_own():
    card = replace(WARMING, title="冬の森 茶 🌿")
    assert output.unprintable(card) == ""
    assert squeezed("冬の森 茶 🌿") in words(card)


def test_the_files_hold_numbers_and_say_where_drops_are_only_about():
    result = calculate(read_brief({"effect": "warming", "bottle": "10 ml", "drops": "exact"}), CATALOGUE)
    handed = hand_on(result, "https://oils.example/card")
    rows = list(csv_reader.DictReader(io.StringIO(card_csv(handed.card))))
    assert [float(row["drops"]) for row in rows[:5]] == [0.8] * 5
    assert [row["dosed"] for row in rows[:7]] == ["measure"] * 7
    told = json.loads(card_json(handed, "https://oils.example/"))
    assert told["schema"] == "equal-parts/3"
    assert told["oils"][0]["drops"] == pytest.approx(0.8)
    assert told["oils"][0]["dosed_as"] == {"amount": pytest.approx(0.04), "unit": "mL"}
    assert told["bases"][0]["drops"] is None
    assert told["dilution"]["achieved_pct_by_volume"] == 2


def test_what_no_font_has_is_named_and_a_square_stands_for_it():
    card = replace(WARMING, title="Tea ᚠ 们 们", note="\ud800")
    assert output.unprintable(card) == "ᚠ们\ud800"
    assert output.unprintable(WARMING) == ""
    assert squeezed("Tea □ □ □") in words(card)
    assert squeezed(LABELS.lacking) in words(card)  # said where it is seen
    assert squeezed(LABELS.lacking) not in words(WARMING)


def test_the_list_of_characters_is_that_of_the_fonts():
    fonts = Path(output.__file__).parent / "fonts"
    files = [font for font in fonts.iterdir() if font.suffix in (".ttf", ".otf")]
    there = {point for font in files for point in mapped(font.read_bytes()) if point >= 32}
    if os.environ.get("CHARACTERS") == "write":  # after a change of fonts
        (fonts / "characters.txt").write_text(spans(sorted(there)), encoding="ascii")
        drawn._characters.cache_clear()
    assert drawn._characters() == there


def spans(points):
    """Runs of code points, one a line: 0041-005A."""
    lines, first = [], points[0]
    for here, after in zip(points, [*points[1:], -1], strict=True):
        if after != here + 1:
            lines.append(f"{first:04X}" + (f"-{here:04X}" if here > first else ""))
            first = after
    return "\n".join(lines) + "\n"


def mapped(font):
    """The code points of an OpenType font: of its map of format 12 where it has one, else of format 4."""
    tables = {
        font[at : at + 4]: struct.unpack(">II", font[at + 8 : at + 16])
        for at in range(12, 12 + 16 * int.from_bytes(font[4:6], "big"), 16)
    }
    start = tables[b"cmap"][0]
    count = int.from_bytes(font[start + 2 : start + 4], "big")
    maps = {}
    for each in range(count):
        at = start + struct.unpack(">I", font[start + 8 + 8 * each : start + 12 + 8 * each])[0]
        maps[int.from_bytes(font[at : at + 2], "big")] = at
    if 12 in maps:
        at = maps[12]
        groups = struct.unpack(">I", font[at + 12 : at + 16])[0]
        runs = [struct.unpack(">II", font[at + 16 + 12 * n : at + 24 + 12 * n]) for n in range(groups)]
    else:
        at = maps[4]
        twice = int.from_bytes(font[at + 6 : at + 8], "big")
        ends = struct.unpack(f">{twice // 2}H", font[at + 14 : at + 14 + twice])
        runs = zip(struct.unpack(f">{twice // 2}H", font[at + 16 + twice : at + 16 + 2 * twice]), ends, strict=True)
    return {point for low, high in runs for point in range(low, high + 1) if point != 0xFFFF}


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
