"""The page *My oils*, wired as Streamlit runs it: bottles, cost, shopping list, certificates."""

from datetime import date
from decimal import Decimal

import pytest
from on_the_page import PAGES, blend_page, fault_rows, oil_pills, open_box, opened, press, said

from blends.errors import BlendError
from blends.keeping.bottle_form import next_id, read_bottle_form, with_left
from blends.keeping.things import Bottle
from blends.keeping.where import SETTING


def shelf_page(page=None):
    return (page or blend_page()).switch_page(str(PAGES / "shelf.py")).run()


def lavender_blend():
    return opened("v=1&o=lavender&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home")


def bottle(id_, oil, size="100", left=None, **more):
    return Bottle(id_, oil, Decimal(size), Decimal(left or size), **more)


def test_a_bottle_is_added_by_its_form_and_kept(book):
    page = shelf_page()
    assert "No bottle is on your shelf yet" in said(page)
    for field, text in {"size_ml": "10 ml", "price": "6,90", "currency": "eur", "best_before": "2099-03-31"}.items():
        page.get_by_key(f"shelf_{field}_").set_value(text)
    page.get_by_key("shelf_oil_").set_value("lavender")
    press(page, "Put it on the shelf")
    (kept,) = book.shelf
    assert (kept.oil, kept.size_ml, kept.price, kept.currency) == ("lavender", 10, Decimal("6.90"), "EUR")
    assert "10 of 10 mL left · 6.90 EUR" in said(page)
    assert "best before 31 March 2099" in said(page)


def test_what_cannot_be_read_is_said_and_stays_as_it_was_typed(book):
    page = shelf_page()
    page.get_by_key("shelf_size_ml_").set_value("much")
    press(page, "Put it on the shelf")
    assert "No oil is chosen." in said(page)
    page.get_by_key("shelf_oil_").set_value("lavender")
    press(page, "Put it on the shelf")
    assert "as the size in mL" in said(page)
    assert page.get_by_key("shelf_size_ml_").value == "much"
    assert list(book.shelf) == []


def test_what_is_left_is_changed_and_a_bottle_removed(book):
    book.shelf.add(bottle("b0001", "lavender", "10"))
    page = open_box(shelf_page(), "shelf_about_b0001")
    page.get_by_key("shelf_left_b0001").set_value("2,5")
    press(page, "Keep")
    assert book.shelf.get("b0001").left_ml == Decimal("2.5")
    press(page, "Remove this bottle")
    assert list(book.shelf) == []


def test_a_bottle_past_its_date_and_one_nearly_empty_are_said(book):
    book.shelf.add(bottle("b0001", "lavender", best_before=date(2001, 1, 1)), bottle("b0002", "nutmeg", "10", "0.5"))
    words = said(shelf_page())
    assert "It is past its date." in words
    assert "Little of this oil is left." in words


def test_the_present_blend_is_costed_and_what_is_missing_listed(book):
    book.shelf.add(bottle("b0001", "lavender", "10", price=Decimal("6.90"), currency="EUR"))
    page = shelf_page(lavender_blend())
    assert "A bottle: 1.38 EUR." in said(page)  # 2 mL of 100 at 0.69 EUR
    assert "No price is known for olive oil: it comes on top." in said(page)
    assert "The shelf is not enough for one bottle: olive oil runs out first." in said(page)
    assert "98 mL" in said(page)
    page.get_by_key("shelf_count").set_value("3").run()
    assert "3 bottles: 4.14 EUR." in said(page)
    page.get_by_key("shelf_count").set_value("some").run()
    assert "a number of bottles" in said(page)


def test_what_a_blend_took_is_taken_out_or_nothing_is(book):
    book.shelf.add(bottle("b0001", "lavender", "10"), bottle("b0002", "olive", "200"))
    page = shelf_page(lavender_blend())
    assert "The shelf is enough for 2 bottles; olive oil runs out first." in said(page)
    press(page, "Take out what I used")
    assert [each.left_ml for each in book.shelf] == [8, 102]
    page.get_by_key("shelf_count").set_value("2").run()
    press(page, "Take out what I used")
    assert "The shelf lacks" in said(page)
    assert [each.left_ml for each in book.shelf] == [8, 102]


def test_a_certificate_is_shown_as_read_before_it_is_kept(book):
    book.shelf.add(bottle("b0001", "lavender", "10"))
    page = open_box(shelf_page(), "shelf_about_b0001")
    page.get_by_key("shelf_table_b0001").set_value("Linalool 32.4\nMoonshine 1.0")
    press(page, "Read it")
    assert "Linalool: 32.4 %" in said(page)
    assert "Moonshine (1.0 %) is no constituent the tables know" in said(page)
    assert list(book.certificates) == []
    press(page, "Keep this certificate")
    (kept,) = book.certificates
    assert [each.name for each in kept.constituents] == ["Linalool", "Moonshine"]
    press(page, "Remove the certificate")
    assert list(book.certificates) == []


def test_a_table_that_is_none_is_said_line_by_line(book):
    book.shelf.add(bottle("b0001", "lavender", "10"))
    page = open_box(shelf_page(), "shelf_about_b0001")
    page.get_by_key("shelf_table_b0001").set_value("Linalool 32.4\nnothing here")
    press(page, "Read it")
    assert fault_rows(page) == [["2", "'nothing here'", "a name and one figure in %, such as Linalool 32.4"]]


def test_a_certificate_comes_from_a_file_and_every_fault_of_one_stands_in_a_table(book):
    book.shelf.add(bottle("b0001", "lavender", "10"))
    page = open_box(shelf_page(), "shelf_about_b0001")
    bad = b"constituent,cas,pct,density_g_per_ml\nLinalool,106-24-1,32.4,9\nLimonene,,140,\n,,3,\n"
    page.get_by_key("shelf_file_b0001").set_value(("lab.csv", bad, "text/csv")).run()
    assert [row[:3] for row in fault_rows(page)] == [
        ["2", "cas", "'106-24-1'"],
        ["2", "density_g_per_ml", "'9'"],
        ["3", "pct", "'140'"],
        ["4", "constituent", "nothing"],
    ]
    assert not [each for each in page.button if each.label == "Keep this certificate"]
    good = b"constituent;pct;density_g_per_ml;lot\nLinalool;32,4;0,885;L7\nLimonene;< 0,1;;\n"
    page.get_by_key("shelf_file_b0001").set_value(("lab.csv", good, "text/csv")).run()
    assert "Linalool: 32.4 %" in said(page)
    assert list(book.certificates) == []
    press(page, "Keep this certificate")
    (kept,) = book.certificates
    assert (kept.bottle, kept.oil, kept.lot, kept.density_g_per_ml) == ("b0001", "lavender", "L7", Decimal("0.885"))
    assert [(each.group, str(each.pct), each.below) for each in kept.constituents] == [
        ("linalool", "32.4", False),
        ("limonene", "0.1", True),
    ]


def test_bottles_stand_in_the_order_in_which_they_came():
    assert next_id(f"b{number:04}" for number in (1, 9, 10)) == "b0011"
    assert next_id(["other"]) == "b0001"


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        ({"size_ml": ""}, "size_ml"),
        ({"size_ml": "10", "left_ml": "11"}, "left_ml"),
        ({"size_ml": "10", "price": "6"}, "currency"),
        ({"size_ml": "10", "opened": "yesterday"}, "opened"),
    ],
)
def test_a_form_that_cannot_be_read_names_its_field(texts, field):
    with pytest.raises(BlendError) as caught:
        read_bottle_form({"oil": "lavender"} | texts, ())
    assert caught.value.field == field


def test_more_cannot_be_left_than_was_bought():
    with pytest.raises(BlendError, match="cannot be left"):
        with_left(bottle("b1", "lavender", "10"), "12")


def only_mine_asked(page):
    return [each.key for each in page.toggle if each.key == "only_mine"]


def test_only_oils_i_have_opens_the_book_itself_and_leaves_out_the_rest(book):
    book.shelf.add(bottle("b0001", "lavender"), bottle("b0002", "petitgrain"))
    page = blend_page()
    page.get_by_key("effect").set_value("calming").run()
    before = oil_pills(page).value
    page.get_by_key("only_mine").set_value(True).run()
    kept = oil_pills(page).value
    assert kept == [id_ for id_ in before if id_ in ("lavender", "petitgrain")] != before
    page.get_by_key("effect").set_value("warming").run()
    assert set(oil_pills(page).value) <= {"lavender", "petitgrain"}


def test_only_oils_i_have_leaves_all_where_the_shelf_is_empty_and_says_so(book):
    page = blend_page()
    before = oil_pills(page).value
    page.get_by_key("only_mine").set_value(True).run()
    assert oil_pills(page).value == before
    assert "No bottle is on your shelf yet, so all oils stay." in said(page)
    book.shelf.add(bottle("b0001", "nutmeg"))
    page.get_by_key("only_mine").set_value(False).run()
    page.get_by_key("only_mine").set_value(True).run()
    assert oil_pills(page).value == ["nutmeg"]
    assert "No bottle" not in said(page)


def test_only_oils_i_have_says_where_none_of_them_serves(book):
    book.shelf.add(bottle("b0001", "lemongrass"))
    page = blend_page()
    page.get_by_key("only_mine").set_value(True).run()
    assert "None of the oils this effect takes here is on your shelf." in said(page)
    page.get_by_key("only_mine").set_value(False).run()
    page.get_by_key("effect").set_value("own").run()
    assert "Choose at least one oil, and the amounts stand here." in said(page)


def test_only_oils_i_have_is_not_asked_where_no_book_is():
    assert only_mine_asked(blend_page()) == []


def test_only_oils_i_have_says_why_a_book_cannot_be_opened(tmp_path, monkeypatch):
    (tmp_path / "book.db").write_text("no book")
    monkeypatch.setenv(SETTING, f"sqlite:///{tmp_path / 'book.db'}")
    page = blend_page()
    before = oil_pills(page).value
    page.get_by_key("only_mine").set_value(True).run()
    assert oil_pills(page).value == before
    assert "The file of the book is damaged, or is none." in said(page)


def test_the_blend_page_says_what_a_bottle_costs_once_the_shelf_was_seen(book):
    book.shelf.add(bottle("b0001", "lavender", "10", price=Decimal("6.90"), currency="EUR"))
    page = lavender_blend()
    shelf_page(page)
    page.switch_page(str(PAGES / "blend.py")).run()
    labels = [link.proto.label for link in page.get("page_link")]
    assert "Cost of a bottle\\: 1.38 EUR, and olive oil\\: no price known" in labels
