"""Certificates of bottles at hand on the pages: they judge the blend, are shown as such, and reach no other visitor."""

import sqlite3
from datetime import date
from decimal import Decimal

import pytest
from on_the_page import PAGES, open_box, opened, said, sent

from blends import calculate, read_catalogue, read_link, with_certificate
from blends.keeping.at_hand import certificates_at_hand, may_hold_figures
from blends.keeping.things import Bottle
from blends.keeping.where import SETTING
from blends.showing import printed
from blends.tables.own import Certificate, Measured, OwnOil

CLOVE = "v=1&o=clove_bud&b=olive&m=100ml,fill-to,us,1&d=0.6,20,exact&w=adult,home"
WITHOUT_DENSITY = "plai"
STRONG = Certificate("b0001", "clove_bud", (Measured("Eugenol", "eugenol", Decimal(99)),), lot="L7", lab="Own Lab")
STRONGER = "eugenol 0.679 %"  # 0.563 % by the tables
BY_CERTIFICATE = "Clove bud is judged by the certificate of your bottle (lot L7)"


def bottle(id_, oil="clove_bud", left="10", before=None):
    return Bottle(id_, oil, Decimal(10), Decimal(left), best_before=before)


def put_in(book, *bottles, certificate=STRONG):
    book.shelf.add(*bottles)
    book.certificates.add(certificate)


def test_a_certificate_of_a_bottle_at_hand_judges_the_blend_from_the_first_sight_on(book):
    before = said(opened(CLOVE))
    assert BY_CERTIFICATE not in before
    assert STRONGER not in before
    put_in(book, bottle("b0001"))
    after = said(opened(CLOVE))  # no page of the book was looked at
    assert BY_CERTIFICATE in after
    assert STRONGER in after
    by = "by the certificate of your bottle (lot L7)"
    assert said(open_box(opened(CLOVE), "limits")).count(by) > after.count(by)


@pytest.mark.parametrize(
    ("bottles", "used"),
    [
        ([("b0001", "10", None)], True),
        ([("b0001", "0", None)], False),
        ([("b0001", "0", None), ("b0002", "10", None)], False),
        ([("b0001", "10", date(2099, 1, 1)), ("b0002", "10", date(2098, 1, 1))], False),
        ([("b0001", "10", date(2098, 1, 1)), ("b0002", "10", date(2099, 1, 1))], True),
        ([], False),
    ],
)
def test_it_counts_while_its_bottle_is_the_one_in_use(bottles, used):
    shelf = [bottle(id_, left=left, before=before) for id_, left, before in bottles]
    assert certificates_at_hand(shelf, [STRONG]) == ((STRONG,) if used else ())
    assert certificates_at_hand([bottle("b0001", "nutmeg")], [STRONG]) == ()


def test_one_visitors_figures_reach_no_other(book, monkeypatch):
    put_in(book, bottle("b0001"))
    mine = opened(CLOVE)
    assert BY_CERTIFICATE in said(mine)
    monkeypatch.delenv(SETTING)  # who comes without the book
    another = opened(CLOVE)
    assert BY_CERTIFICATE not in said(another)
    assert STRONGER not in said(another)
    assert "certificate" not in said(another.switch_page(str(PAGES / "oils.py")).run()).partition("Equal Parts is")[0]
    assert BY_CERTIFICATE in said(mine.run())


def test_the_certificate_is_said_to_count_or_to_wait_and_leaves_with_its_bottle(book):
    put_in(book, bottle("b0001"))
    page = open_box(opened(CLOVE).switch_page(str(PAGES / "shelf.py")).run(), "shelf_about_b0001")
    assert "Blends are judged by it" in said(page)
    book.shelf.change(bottle("b0001", left="0"))
    assert "It waits" in said(page.run())
    blend = page.switch_page(str(PAGES / "blend.py")).run()
    assert STRONGER not in said(blend)


def test_a_certificate_of_an_oil_in_no_table_waits_for_it(book):
    gone = Certificate("b0001", "my_gone", (Measured("Eugenol", "eugenol", Decimal(9)),))
    put_in(book, bottle("b0001", "my_gone"), certificate=gone)
    assert BY_CERTIFICATE not in said(opened(CLOVE))
    book.own_oils.add(OwnOil("my_gone", "essential", (("name", "Gone"), ("botanical", "Rosa"), ("part", "flower"))))
    mine = said(opened(CLOVE.replace("clove_bud", "my_gone")))
    assert "Gone is judged by the certificate of your bottle (lot not stated)" in mine


def test_a_book_without_figures_of_its_own_is_not_opened_for_a_blend(book, tmp_path):
    url, here = f"sqlite:///{tmp_path / 'book.db'}", book.desk.owner
    assert not may_hold_figures(url, here)
    assert not may_hold_figures(f"sqlite:///{tmp_path / 'none.db'}", here)
    put_in(book, bottle("b0001"))
    assert may_hold_figures(url, here)
    assert not may_hold_figures(url, "ann")
    assert may_hold_figures("postgresql://host/book", here)  # only opening it can tell
    (tmp_path / "torn.db").write_text("no book at all")
    assert may_hold_figures(f"sqlite:///{tmp_path / 'torn.db'}", here)
    sqlite3.connect(tmp_path / "older.db").close()  # from before a book had such tables
    assert not may_hold_figures(f"sqlite:///{tmp_path / 'older.db'}", here)


def test_a_density_typed_from_the_certificate_reaches_label_and_papers(book):
    """From the form beside the bottle to what is printed: an oil without a density cannot be weighed for a label."""
    link = CLOVE.replace("clove_bud", WITHOUT_DENSITY).replace("home", "sale")
    book.shelf.add(bottle("b0001", WITHOUT_DENSITY))
    label = opened(link).switch_page(str(PAGES / "label.py")).run()
    assert "no density, so neither its weight nor its place in the list is known" in said(label)
    page = open_box(label.switch_page(str(PAGES / "shelf.py")).run(), "shelf_about_b0001")
    page.get_by_key("shelf_certificate_density_g_per_ml_b0001").set_value("0,885")
    page.get_by_key("shelf_certificate_lot_b0001").set_value("L7")
    for pressed in ("Read it", "Keep this certificate"):
        next(button for button in page.button if button.label == pressed).click().run()
    label = page.switch_page(str(PAGES / "label.py")).run()
    assert "no density, so neither its weight" not in said(label)
    assert "0.885" in next(texts["recipe"] for to, texts in sent(label) if "papers.csv" in to)
    (kept,) = book.certificates
    papers = printed.papers_csv(calculate(read_link(link), with_certificate(read_catalogue(), kept.oil, kept)))
    assert "lot L7" in papers
    assert papers != printed.papers_csv(calculate(read_link(link), read_catalogue()))


def test_from_python_the_tables_of_a_book_hold_the_certificates_at_hand(book):
    put_in(book, bottle("b0001"))
    assert book.tables.certificates == (STRONG,)
    assert calculate(read_link(CLOVE), book.tables).review != calculate(read_link(CLOVE), read_catalogue()).review
    book.certificates.add(Certificate("b0002", "my_gone", lot="L9"))
    book.shelf.add(bottle("b0002", "my_gone"))
    book.shelf.change(bottle("b0001", left="0"))
    assert book.tables.certificates == ()
