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


# Left and top margin, pitch across and down, size: as makers' and open programs' templates have them, in mm.
PUBLISHED = {
    "L7160": (7.25, 15.15, 66, 38.1, 63.5, 38.1),
    "L7161": (7.25, 8.7, 66, 46.6, 63.5, 46.6),
    "L7163": (4.65, 15.15, 101.6, 38.1, 99.1, 38.1),
    "L7164": (7.25, 4.5, 66, 72, 63.5, 72),
    "L7165": (4.65, 13.1, 101.6, 67.7, 99.1, 67.7),
    "5163": (25.4 * 0.15625, 12.7, 25.4 * 4.1875, 50.8, 101.6, 50.8),
    "5164": (25.4 * 0.15625, 12.7, 25.4 * 4.1875, 254 / 3, 101.6, 254 / 3),
}


HOLD_ONE = [key for key in LABEL_PAPERS if any(key in sheets_for(size) for size in SIZES)]


@pytest.mark.parametrize("key", HOLD_ONE)
def test_every_label_of_a_sheet_lies_in_the_middle_of_its_cell(key):
    assert set(PUBLISHED) == set(LABEL_PAPERS)
    x, y, dx, dy, width, height = PUBLISHED[key]
    size = max((each for each in SIZES if key in sheets_for(each)), key=lambda each: SIZES[each].width)
    wanted, sheet = SIZES[size], sheet_of(key, size)
    assert (x + (sheet.columns - 1) * dx + width, y + (sheet.rows - 1) * dy + height) == pytest.approx(
        (sheet.paper[0] - x, sheet.paper[1] - y), abs=0.3
    )  # the same margin right and left, above and below
    for move in ((0.0, 0.0), (0.6, -0.4)):
        file = label(MILD, size, Details(use="own"), look="band", sheet=key, offset_mm=move)
        left = x + (width - wanted.width) / 2 + move[0]
        top = y + (height - wanted.height) / 2 + move[1]
        cells = [(left + column * dx, top + row * dy) for row in range(sheet.rows) for column in range(sheet.columns)]
        found = bands(read(file).pages[0], wanted.height)
        assert len(found) == len(cells)
        for (here_x, here_y), (cell_x, cell_y) in zip(found, cells, strict=True):
            assert (here_x, here_y) == (pytest.approx(cell_x, abs=0.2), pytest.approx(cell_y, abs=0.2))


def bands(page, height):
    """Upper left corners in mm of the bands at the left of each label, along the rows."""
    found, points = [], []

    def seen(operator, operands, matrix, _text):
        a, b, c, d, e, f = matrix
        if operator == b"re":
            px, py, w, h = map(float, operands)
            points.extend((a * u + c * v + e, b * u + d * v + f) for u, v in ((px, py), (px + w, py + h)))
        elif operator in (b"m", b"l"):
            u, v = map(float, operands)
            points.append((a * u + c * v + e, b * u + d * v + f))
        elif operator in (b"f", b"f*", b"S", b"n", b"W"):
            if points:
                xs, ys = [each[0] for each in points], [each[1] for each in points]
                wide, high = (max(xs) - min(xs)) / 72 * 25.4, (max(ys) - min(ys)) / 72 * 25.4
                if abs(wide - 2.4) < 0.05 and abs(high - height) < 0.05:
                    found.append((min(xs) / 72 * 25.4, (float(page.mediabox.height) - max(ys)) / 72 * 25.4))
            points.clear()

    page.extract_text(visitor_operand_before=seen)
    return sorted(found, key=lambda each: (round(each[1]), each[0]))


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
