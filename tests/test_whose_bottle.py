"""A certificate judges its own bottle alone, whatever book it came from and whatever ids others have."""

from dataclasses import replace
from decimal import Decimal

import pytest
from standing_clock import Clock

from blends import open_book
from blends.keeping.at_hand import certificates_at_hand
from blends.keeping.bottle_form import next_id, read_bottle_form
from blends.keeping.rows import BOTTLES
from blends.keeping.things import Bottle, Certificate
from blends.tables.own import Measured

CLOVE = Bottle("b0001", "clove_bud", Decimal(10), Decimal(10))
WEAK = Certificate("b0001", "clove_bud", (Measured("Eugenol", "eugenol", Decimal(1)),), lot="L7")
LEFT_OUT = (
    "The certificate of bottle 'b0001' was left out: the book has a bottle of that id, and nothing tells that it is "
    "the same one. If it is, read the certificate in there."
)


@pytest.fixture
def opened_book():
    books = []

    def opening(*bottles, certificate=None):
        book = open_book("", clock=Clock())
        books.append(book)
        book.shelf.add(*bottles)
        if certificate:
            book.certificates.add(certificate)
        return book

    yield opening
    for book in books:
        book.close()


def judging(book):
    """Return the certificates that judge what this book makes."""
    return certificates_at_hand(book.shelf, book.certificates)


@pytest.mark.parametrize("lot", ["", "L8"])
def test_a_certificate_of_anothers_bottle_never_judges_one_of_the_same_id(opened_book, lot):
    theirs = opened_book(replace(CLOVE, lot=lot), certificate=replace(WEAK, lot=lot))
    ours = opened_book(replace(CLOVE, left_ml=Decimal(5)))
    said = ours.read(theirs.write_bytes()).said
    assert (judging(ours), list(ours.certificates)) == ((), [])
    assert LEFT_OUT in said
    assert ours.tables.certificates == ()


def test_a_certificate_of_the_lot_that_stands_on_the_bottle_is_taken(opened_book):
    theirs = opened_book(replace(CLOVE, lot="L7"), certificate=WEAK)
    ours = opened_book(replace(CLOVE, lot="l7 ", left_ml=Decimal(5)))
    ours.read(theirs.write_bytes())
    assert judging(ours) == (WEAK,)
    other = opened_book(replace(CLOVE, oil="nutmeg", lot="L7"))
    assert LEFT_OUT in other.read(theirs.write_bytes()).said
    assert list(other.certificates) == []


def test_a_certificate_comes_with_its_bottle_and_twice_says_nothing(opened_book):
    theirs = opened_book(CLOVE, certificate=WEAK)
    ours = opened_book()
    for _ in range(2):
        assert LEFT_OUT not in ours.read(theirs.write_bytes()).said
        assert judging(ours) == (WEAK,)


def test_a_new_bottle_takes_no_id_that_a_certificate_or_an_unread_bottle_has(opened_book):
    book = opened_book(certificate=WEAK)  # of a bottle that its file did not hold
    typed = {"oil": "clove_bud", "size_ml": "10"}
    taken = book.shelf.ids | book.certificates.ids
    found = read_bottle_form(typed, taken)
    assert found.id == "b0002"
    book.shelf.add(found)
    assert judging(book) == ()
    with book.desk.writing() as connection:
        connection.execute(BOTTLES.insert().values(owner=book.desk.owner, id="b0003", row="{"))
    assert next_id(book.shelf.ids) == "b0004"
