"""A file whose own oils are others than the book's of the same id: its blends never use the book's unseen."""

from dataclasses import replace
from decimal import Decimal

import pytest
from standing_clock import Clock
from test_keeping import LAVENDER

from blends import calculate, open_book, read_brief
from blends.keeping.book_file import read_book
from blends.keeping.things import Bottle, Certificate, OwnOil
from blends.tables.own import Measured
from blends.tables.own_marks import apart, mark_of

MINE = OwnOil("my_rose", "essential", (("name", "My rose"), ("botanical", "Rosa × alba L."), ("part", "flower")))
THEIRS = replace(MINE, constituents=(Measured("Methyl eugenol", "methyl_eugenol", Decimal(20)),))
APART = apart("my_rose", mark_of(THEIRS))
ROSES = {"oils": "my_rose:2,lavender", "dilution": "2 %"}
BESIDE = (
    f"The book has another own oil called 'my_rose': the one of the file is kept as '{APART}', and what was added from "
    "the file uses that one."
)
KEPT = "The own oil 'my_rose' is another in the file: the one of the book was kept."

OURS = "'Roses', there already, is made with the book's own 'my_rose': the file has another of that id."


@pytest.fixture
def filled():
    """Return a function that opens a book with one own oil and blends by name."""
    books = []

    def opening(oil, url="", **blends):
        book = open_book(url, clock=Clock())
        books.append(book)
        if oil:
            book.own_oils.add(oil)
        for name, brief in blends.items():
            book.save(read_brief(brief), name)
        return book

    yield opening
    for book in books:
        book.close()


def judged(book, name):
    """Return what the rulebooks say of a blend as it opens from the book."""
    review = calculate(book.open(name).brief, book.tables).review
    return {id_: str(review.of(id_)) for id_ in review.rulebooks}


def oils(book, name):
    return [part.id for part in book.open(name).brief.oils]


def all_of(book):
    return read_book(book.write_bytes())


def test_a_blend_that_is_added_keeps_the_figures_it_was_made_with(url, filled):
    theirs, mine = filled(THEIRS, Roses=ROSES), filled(MINE, url)
    said = mine.read(theirs.write_bytes()).said
    assert said == ("1 blend and 1 own oil added.", BESIDE)
    assert judged(mine, "Roses") == judged(theirs, "Roses")
    assert "over" in judged(mine, "Roses").values()
    assert [(part.id, part.parts) for part in mine.open("Roses").brief.oils] == [(APART, 2), ("lavender", 1)]
    assert {oil.id: mark_of(oil) for oil in mine.own_oils} == {"my_rose": mark_of(MINE), APART: mark_of(THEIRS)}


def test_the_same_file_again_doubles_nothing(filled):
    theirs, mine = filled(THEIRS, Roses=ROSES, Calm=LAVENDER), filled(MINE)
    theirs.delete("Calm")
    mine.read(theirs.write_bytes())
    before = all_of(mine)
    assert mine.read(theirs.write_bytes()).said == ("Nothing was added. 1 blend was there already.",)
    assert mine.read(mine.write_bytes()).said == ("Nothing was added. 1 blend was there already.",)
    assert all_of(mine) == before


def test_ones_own_backup_doubles_nothing_after_a_figure_was_put_right(filled):
    mine = filled(THEIRS, Roses=ROSES)
    backup = mine.write_bytes()
    mine.own_oils.change(MINE)
    before = all_of(mine)
    assert mine.read(backup).said == (
        "Nothing was added. 1 blend was there already.",
        OURS,
    )
    assert all_of(mine) == before


def test_versions_that_are_added_keep_their_oil_too(filled):
    mine, theirs = filled(MINE, Roses=ROSES), filled(THEIRS, Roses=ROSES)
    theirs.save(read_brief(ROSES | {"dilution": "3 %"}), "Roses")
    said = mine.read(theirs.write_bytes()).said
    assert said == ("1 version and 1 own oil added.", BESIDE, OURS)
    assert [each.brief.oils[0].id for each in mine.versions("Roses")] == [APART, "my_rose"]
    before = all_of(mine)
    assert mine.read(theirs.write_bytes()).versions == 0
    assert all_of(mine) == before


def test_a_deleted_blend_comes_back_with_its_own_oil(filled):
    theirs, mine = filled(THEIRS, Roses=ROSES), filled(MINE)
    theirs.delete("Roses")
    for _ in range(2):
        mine.read(theirs.write_bytes())
    assert len(mine.deleted()) == 1
    mine.undelete("Roses")
    assert oils(mine, "Roses") == [APART, "lavender"]


def test_an_oil_that_nothing_added_uses_is_left_where_it_is(filled):
    mine = filled(MINE)
    assert mine.read(filled(THEIRS, Calm=LAVENDER).write_bytes()).said == ("1 blend added.", KEPT)
    assert list(mine.own_oils) == [MINE]


def test_an_oil_that_comes_home_is_known_by_its_figures(filled):
    theirs, mine = filled(THEIRS), filled(MINE)
    theirs.read(filled(MINE, Roses=ROSES).write_bytes())
    mine.read(theirs.write_bytes())
    assert oils(theirs, "Roses") == [apart("my_rose", mark_of(MINE)), "lavender"]
    assert oils(mine, "Roses") == ["my_rose", "lavender"]
    assert list(mine.own_oils) == [MINE]


def test_an_id_apart_that_was_given_other_figures_since_is_not_taken_for_it(filled):
    theirs, mine = filled(THEIRS, Roses=ROSES), filled(MINE)
    mine.own_oils.add(replace(MINE, id=APART, made_from="lavender"))
    mine.read(theirs.write_bytes())
    assert judged(mine, "Roses") == judged(theirs, "Roses")
    assert len(mine.own_oils) == 3


def test_a_base_oil_of_ones_own_is_kept_apart_too(filled):
    base = OwnOil("my_oil", "base", (("name", "Mine"), ("botanical", "Calendula officinalis L.")))
    other = replace(base, row=(*base.row[:1], ("botanical", "Helianthus annuus L.")))
    mine = filled(base)
    mine.read(filled(other, Plain={"oils": "lavender", "base": "my_oil", "dilution": "2 %"}).write_bytes())
    assert [part.id for part in mine.open("Plain").brief.bases] == [apart("my_oil", mark_of(other))]


def test_a_bottle_and_its_certificate_stay_with_their_oil(filled):
    theirs, mine = filled(THEIRS), filled(MINE)
    theirs.shelf.add(Bottle("b7", "my_rose", Decimal(5), Decimal(5)))
    theirs.certificates.add(Certificate("b7", "my_rose", lab="Own"))
    assert BESIDE in mine.read(theirs.write_bytes()).said
    assert [each.oil for each in (*mine.shelf, *mine.certificates)] == [APART, APART]
    before = all_of(mine)
    assert mine.read(theirs.write_bytes()).said == ("Nothing was added.",)
    assert all_of(mine) == before


def test_an_oil_that_the_file_names_without_bringing_it_is_said_to_be_the_books(filled):
    theirs, mine = filled(THEIRS, Roses=ROSES), filled(MINE)
    theirs.own_oils.remove("my_rose")
    assert mine.read(theirs.write_bytes()).said == (
        "1 blend added.",
        "The file names the own oil 'my_rose' without bringing it: the one of the book stands in.",
    )


def test_a_blend_whose_names_no_longer_fit_is_left_out_and_said(filled):
    ids = [f"my_{letter * 45}" for letter in "abcdefghijklmnopqrst"]
    theirs, mine = filled(None), filled(None)
    theirs.own_oils.add(*(replace(THEIRS, id=id_) for id_ in ids))
    mine.own_oils.add(*(replace(MINE, id=id_) for id_ in ids))
    theirs.save(read_brief({"oils": ",".join(ids), "dilution": "2 %"}), "All")
    said = mine.read(theirs.write_bytes()).said
    assert said[0] == "Nothing was added."
    assert "'All' was not added: with the ids that keep its own oils apart it has more names than a book keeps." in said
    assert len(mine.own_oils) == len(ids)
