"""Labels on paper: sizes measured, letters that can be read, equal bytes, and where copies lie on a sheet."""

from dataclasses import replace

import pytest
from label_samples import CATALOGUE, FULL, MILD, read, result, squeezed, words

from blends import BlendError, label, label_png
from blends.showing import printed
from blends.showing.label import Details, write_label
from blends.showing.sheets import CUT, LABEL_PAPERS, SIZES, places, sheet_of, sheets_for, size_of
from blends.showing.words import label_page, label_sheets


@pytest.mark.parametrize("look", printed.LOOKS)
@pytest.mark.parametrize("size", list(SIZES))
def test_a_label_measures_its_size_is_tagged_and_gives_the_same_bytes(size, look):
    details = replace(FULL, link="", cautions=("For the skin only.",))
    first = label(MILD, size, details, look=look)
    page = read(first).pages[0]
    assert len(read(first).pages) == 1
    wanted = size_of(size)
    assert float(page.mediabox.width) / 72 * 25.4 == pytest.approx(wanted.width, abs=0.2)
    assert float(page.mediabox.height) / 72 * 25.4 == pytest.approx(wanted.height, abs=0.2)
    root = read(first).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "pdfuaid" in root["/Metadata"].get_data().decode()
    label(MILD, size, Details(use="own"), look=look, paper="kraft")
    assert label(MILD, size, details, look=look) == first


def test_every_word_of_the_law_is_on_the_label_and_none_is_smaller_than_six_points():
    made, file = write_label(MILD, FULL), label(MILD, "100ml", FULL)
    wanted = [made.name, made.ml, made.fl_oz, *made.ingredients, *made.allergens, *made.base_allergens, *made.cautions]
    wanted += [made.batch, made.made_on, made.best_before, made.responsible, made.origin, "6M"]
    assert [each for each in wanted if squeezed(each) not in words(file)] == []
    assert min(sizes(file)) >= 5.99


def sizes(file):
    found = []

    def seen(text, _cm, matrix, _font, size):
        if text.strip():
            found.append(abs(size * matrix[3]) if matrix[3] else size)

    for page in read(file).pages:
        page.extract_text(visitor_text=seen)
    return found


@pytest.mark.parametrize("use", ["own", "gift"])
def test_what_is_not_for_sale_says_so(use):
    made = label(MILD, "30ml", Details(use=use, note="For long evenings"))
    assert squeezed("not for sale") in words(made)
    assert squeezed("For long evenings") in words(made)


def test_what_is_too_long_is_refused_with_a_sentence_not_shrunk():
    many = result(oils=",".join(list(CATALOGUE.oil_by_id)[:20]), bottle="500 ml")
    for size in ("10ml", "30ml"):
        with pytest.raises(BlendError, match="6 points"):
            label(many, size, replace(FULL, link=""))
    with pytest.raises(BlendError, match="500 characters"):
        label(MILD, "100ml", replace(FULL, responsible="w" * 500))
    assert squeezed("w" * 200) in words(label(MILD, "100ml", replace(FULL, link="", name="w" * 200)))


@pytest.mark.parametrize("hostile", ['#panic("x")', "$x^2$", "*b*", "<tag>", "= Title"])
def test_text_that_looks_like_source_is_printed_as_it_is(hostile):
    assert squeezed(hostile) in words(label(MILD, "100ml", replace(FULL, name=hostile)))


@pytest.mark.parametrize("size", list(SIZES))
def test_copies_lie_on_the_sheet_and_never_on_each_other(size):
    wanted = size_of(size)
    for key in sheets_for(size):
        sheet = sheet_of(key, size)
        found = places(sheet, wanted, 0, 1, (0, 0))
        assert len(found) == sheet.columns * sheet.rows
        for one in found:
            for other in found:
                apart = abs(one.x - other.x) >= wanted.width - 0.06 or abs(one.y - other.y) >= wanted.height - 0.06
                assert one == other or apart


def test_sheets_start_at_the_first_free_label_and_go_on():
    sheet, size = sheet_of("L7165", "100ml"), SIZES["100ml"]
    plain = places(sheet, size, 8, 1, (0, 0))
    moved = places(sheet, size, 8, 2, (1, -1))
    assert (moved[0].x, moved[0].y) == pytest.approx((plain[1].x + 1, plain[1].y - 1))
    assert [place.page for place in moved] == [1] * 7 + [2]
    file = label(MILD, "100ml", FULL, sheet="L7165", copies=8, first=2)
    assert len(read(file).pages) == 2
    assert [float(side) for side in read(file).pages[0].mediabox[2:]] == pytest.approx([595.28, 841.89], abs=0.6)
    assert words(file).count("B-1") == 8


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"size": "1l"}, "size"),
        ({"sheet": "L7160"}, "sheet"),
        ({"sheet": "L9999"}, "sheet"),
        ({"sheet": "L7165", "first": 9}, "first"),
        ({"sheet": "L7165", "copies": -1}, "copies"),
        ({"sheet": "L7165", "offset_mm": (90, 0)}, "offset_mm"),
        ({"look": "neon"}, "look"),
        ({"paper": "glass"}, "paper"),
    ],
)
def test_what_no_printer_can_do_is_refused_with_a_sentence(change, field):
    with pytest.raises(BlendError) as refused:
        label(MILD, **{"size": "100ml", "details": FULL, **change})
    assert refused.value.field == field


def test_every_size_and_sheet_and_look_has_its_words():
    assert set(label_sheets.SIZES) == set(SIZES)
    assert set(label_sheets.SHEETS) == {*LABEL_PAPERS, *CUT} >= {sheet for size in SIZES for sheet in sheets_for(size)}
    assert set(label_page.LOOKS) == set(printed.LOOKS)
    assert set(label_page.PAPERS) == set(printed.PAPERS)


def test_a_round_lid_is_a_picture_too():
    assert label_png(MILD, "lid", replace(FULL, link="")).startswith(b"\x89PNG")


@pytest.mark.parametrize("use", ["sale", "own", "gift"])
@pytest.mark.parametrize("size", [size for size in SIZES if size != "lid"])
def test_five_oils_with_every_detail_fit_every_size_for_sale_with_a_leaflet(size, use):
    made = result(effect="warming", base="almond", dilution="2 %")
    details = replace(FULL, use=use, enclosed=use == "sale", link="", note="For long evenings")
    assert min(sizes(label(made, size, details))) >= 5.99
