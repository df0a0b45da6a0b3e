"""The edges of labels, codes and dates: never more than is in it, months, cells of a sheet, bytes of a code."""

from dataclasses import replace

import pytest

from blends import BlendError, calculate, read_brief
from blends.serving.asked import read_asked
from blends.showing.label import Details, write_label
from blends.showing.qr import LONGEST_CODE, qr_svg
from blends.showing.sheets import SIZES, places, sheet_of
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()
QUERY = "v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"


def result(**texts):
    return calculate(read_brief(texts), CATALOGUE)


def test_a_code_of_1000_bytes_is_drawn_and_one_more_is_not():
    assert LONGEST_CODE == 1000
    assert qr_svg("a" * 1000).startswith("<svg")
    assert qr_svg("a" * 1001) == ""
    assert qr_svg("é" * 501) == ""  # bytes, not letters


def test_a_label_never_says_more_than_is_in_it():
    made = write_label(result(oils="lavender", bottle="29.58 ml", dilution="1 %", drops="exact"), Details())
    assert (made.ml, made.fl_oz) == ("29.5", "1")  # 29.58 mL are 1.0002 fl oz
    assert (
        write_label(result(oils="lavender", bottle="29.5 ml", dilution="1 %", drops="exact"), Details()).fl_oz
        == "0.997"
    )


@pytest.mark.parametrize(("months", "wrong"), [(0, False), (99, False), (100, True), (-1, True)])
def test_a_period_after_opening_is_0_to_99_months(months, wrong):
    made = result(oils="lavender", dilution="1 %")
    if wrong:
        with pytest.raises(BlendError, match="no period"):
            write_label(made, Details(open_months=months))
    else:
        assert write_label(made, Details(open_months=months)).open_months == months


@pytest.mark.parametrize(("months", "code"), [(30, "keeps"), (31, None), (None, "keeps")])
def test_only_what_keeps_longer_than_30_months_may_do_without_a_best_before_date(months, code):
    tables = replace(CATALOGUE, base_oils=CATALOGUE.base_oils.copy())
    tables.base_oils.loc["olive", "shelf_life_months"] = months
    made = calculate(read_brief({"oils": "lavender", "dilution": "1 %"}), tables)
    codes = [each.code for each in write_label(made, Details(open_months=6)).not_for_sale]
    assert "date" not in codes
    assert ("keeps" in codes) is (code is not None)


def test_a_text_of_a_label_has_400_letters_at_most():
    made = result(oils="lavender", dilution="1 %")
    assert write_label(made, Details(responsible="a" * 400)).responsible == "a" * 400
    with pytest.raises(BlendError, match="no label holds more than 400"):
        write_label(made, Details(responsible="a" * 401))


@pytest.mark.parametrize(
    ("copies", "first", "offset", "field"),
    [(0, 1, (0, 0), ""), (1000, 8, (1, 0), ""), (1001, 1, (0, 0), "copies"), (1, 9, (0, 0), "first"),
     (1, 0, (0, 0), "first"), (-1, 1, (0, 0), "copies"), (1, 1, (10.1, 0), "offset_mm")],
)  # fmt: skip
def test_a_sheet_has_the_cells_it_has(copies, first, offset, field):
    sheet, size = sheet_of("L7165", "100ml"), SIZES["100ml"]
    if field:
        with pytest.raises(BlendError) as refusal:
            places(sheet, size, copies, first, offset)
        assert refusal.value.field == field
    else:
        found = places(sheet, size, copies, first, offset)
        assert len(found) == (copies or 8)
        assert found[0].page == 1
        assert found[-1].page == (first - 1 + (copies or 8) - 1) // 8 + 1


def test_a_date_in_a_link_has_40_letters_at_most():
    assert read_asked(f"{QUERY}&before={'a' * 40}").best_before == "a" * 40
    with pytest.raises(BlendError, match="Write 40 characters at most"):
        read_asked(f"{QUERY}&before={'a' * 41}")
