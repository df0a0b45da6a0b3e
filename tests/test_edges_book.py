"""The recipe book at its edges: what it refuses, what it keeps of two, and what it says when it cannot."""

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from full_book import CERTIFICATE, ROSE, fill
from sqlalchemy import update

from blends import BlendError, read_brief
from blends.asking.parts import Part
from blends.keeping import engine, versions
from blends.keeping.blends import LONGEST_NOTE, LONGEST_TAG, MOST_TAGS
from blends.keeping.book_file import read_book
from blends.keeping.own_oils import add_by_form
from blends.keeping.prices import prices_of
from blends.keeping.rows import OWN_OILS
from blends.keeping.things import Bottle

CALM = read_brief({"oils": "lavender", "dilution": "2 %"})


@pytest.fixture
def book(opened_book):
    return opened_book()


def test_a_book_sorts_by_what_it_knows(book):
    with pytest.raises(BlendError, match="Write newest, oldest, name, starred") as refused:
        book.blends(sort="colour")
    assert refused.value.field == "sort"


def test_tags_and_a_note_are_kept_up_to_their_longest(book):
    book.save(CALM, "Calm")
    tags = [str(number).ljust(LONGEST_TAG, "x") for number in range(MOST_TAGS)]
    assert list(book.tag("Calm", tags)) == tags
    for more in ([*tags, "one more"], [tags[0] + "x"]):
        with pytest.raises(BlendError, match="too many or too long"):
            book.tag("Calm", more)
    assert book.note("Calm", "x" * LONGEST_NOTE) == "x" * LONGEST_NOTE
    with pytest.raises(BlendError, match=f"has {LONGEST_NOTE + 1} characters"):
        book.note("Calm", "x" * (LONGEST_NOTE + 1))
    [entry] = book.blends()
    assert (list(entry.tags), entry.note) == (tags, "x" * LONGEST_NOTE)


def test_a_blend_deleted_three_times_comes_back_under_three_names(book):
    for _ in range(3):
        book.save(CALM, "Calm")
        book.delete("Calm")
    assert [book.undelete("Calm") for _ in range(3)] == ["Calm", "Calm (2)", "Calm (3)"]


def test_of_two_notes_the_book_keeps_its_own_and_says_so(book, opened_book):
    other = fill(opened_book())
    fill(book)
    book.note("Calm", "Mine")
    added = book.read(other.write_bytes())
    assert {entry.name: entry.note for entry in book.blends()}["Calm"] == "Mine"
    assert "'Calm': the note of the book was kept, not the one of the file." in str(added)


def test_a_thing_that_is_not_there_or_cannot_be_read_is_named(book):
    book.own_oils.add(ROSE, replace(ROSE, id="my_other"))
    assert book.own_oils.get("my_rose") == ROSE
    with pytest.raises(BlendError, match="my_gone"):
        book.own_oils.get("my_gone")
    with book.desk.writing() as connection:
        connection.execute(update(OWN_OILS).where(OWN_OILS.c.id == "my_other").values(row="{}"))
    assert [oil.id for oil in book.own_oils] == ["my_rose"]
    [said] = book.own_oils.unread
    assert "'my_other' cannot be read" in said


def test_a_file_with_what_is_no_number_is_read_as_a_damaged_one(book):
    whole = fill(book).write_bytes().decode()
    assert read_book(whole.encode()).faults == ()
    spoilt = re.sub(r'"schema": "equal-parts-book/1",', '"schema": "equal-parts-book/1", "x": NaN,', whole)
    assert spoilt != whole
    read = read_book(spoilt.encode())
    assert "damaged" in read.faults[0]
    assert [blend.name for blend in read.blends] == [blend.name for blend in read_book(whole.encode()).blends]


def test_one_thing_where_a_list_should_be_is_a_list_of_one(book):
    read = json.loads(fill(book).write_bytes())
    assert len(read["own_oils"]) == 1
    read["own_oils"] = read["own_oils"][0]
    assert [oil.id for oil in read_book(json.dumps(read).encode()).own_oils] == ["my_rose"]


def test_without_its_package_postgresql_is_asked_for_by_name(monkeypatch):
    def missing(*_, **__):
        raise ModuleNotFoundError("psycopg")

    monkeypatch.setattr(engine, "create_engine", missing)
    with pytest.raises(BlendError, match=re.escape("pip install 'equal-parts[postgres]'")):
        engine.open_engine("postgresql://ann@db/book")


def test_an_own_oil_of_a_form_takes_the_constituents_pasted_in(book):
    texts = {"id": "my_rose", "name": "Rose", "botanical": "Rosa", "part": "flower", "constituents": "Linalool 32,4 %"}
    add_by_form(book, texts, "essential")
    [oil] = book.own_oils
    assert [(each.group, each.pct) for each in oil.constituents] == [("linalool", Decimal("32.4"))]


def test_a_price_in_another_currency_is_no_price():
    ten, best = Decimal(10), date(2027, 1, 1)
    shelf = (
        Bottle("b1", "lavender", ten, ten, Decimal("6.90"), "EUR", None, best),
        Bottle("b2", "pine", ten, ten, Decimal(5), "EUR", None, best),
        Bottle("b3", "rosemary", ten, ten, Decimal(4), "GBP", None, best),
    )
    assert prices_of(shelf) == {"lavender": 0.69, "pine": 0.5}


def test_who_is_forestalled_again_and_again_is_told_and_nothing_is_saved(book, monkeypatch):
    def forestalled(*_):
        raise versions._MeanwhileError

    monkeypatch.setattr(versions, "_save", forestalled)
    with pytest.raises(BlendError, match="Nothing was saved"):
        book.save(CALM, "Calm")
    monkeypatch.undo()
    assert book.blends() == ()


def test_what_cannot_be_made_is_kept_as_it_was_written_without_a_word_of_health(book):
    book.save(read_brief({"oils": "lavender", "bottle": "1 ml", "drops": "equal", "dilution": "1 %"}), "Small")
    book.save(read_brief({"oils": "dragon", "conditions": "epilepsy", "person": "pregnant"}), "Strange")
    [strange] = book.versions("Strange")
    assert [part.id for part in strange.brief.oils] == ["dragon"]
    assert (strange.brief.conditions, strange.brief.person.kind) == ((), "adult")
    assert [part.id for part in book.versions("Small")[0].brief.oils] == ["lavender"]


def test_a_blend_of_more_names_than_a_link_holds_is_not_kept(book):
    long = replace(CALM, oils=tuple(Part(f"{number} {'x' * 115}", Part("a", 1).parts) for number in range(20)))
    with pytest.raises(BlendError, match="more names than a book can keep"):
        book.save(long, "Long")
    assert book.blends() == ()
    assert CERTIFICATE.bottle == "b1"
