"""The file of a book: everything back, anywhere, for ever; what is damaged is said; nothing in a book is replaced."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from full_book import BOTTLE, CERTIFICATE, GOLDEN, ROSE, all_of, fill
from test_keeping import HEALTH, LAVENDER, WARMING

import blends.keeping
from blends import BlendError, read_brief, write_link
from blends.keeping.book_file import Contents, read_book, write_book
from blends.keeping.things import Bottle

PUBLISHED = json.loads((Path(blends.keeping.__file__).parent / "book.schema.json").read_text(encoding="utf-8"))


def test_a_book_saved_as_a_file_opens_on_the_other_engine_with_everything_back(url, opened_book, tmp_path):
    book = fill(opened_book())
    path = book.write(tmp_path / "book.json")
    other = opened_book(url)
    added = other.read(path)
    assert added.said == ("2 blends, 1 own oil, 1 bottle and 1 certificate of bottle added.",)
    assert all_of(other) == all_of(book)
    assert other.write_bytes() == book.write_bytes()
    assert other.undelete("Gone") == "Gone"


def test_the_file_holds_to_its_published_schema(opened_book):
    jsonschema.Draft202012Validator.check_schema(PUBLISHED)
    for book in (fill(opened_book()), opened_book()):
        jsonschema.validate(json.loads(book.write_bytes()), PUBLISHED)


def keys(node):
    """Yield every key that the schema allows."""
    if isinstance(node, dict):
        yield from node.get("properties", {})
        for value in node.values():
            yield from keys(value)
    if isinstance(node, list):
        for value in node:
            yield from keys(value)


def test_no_key_of_the_file_is_about_anybodys_health(opened_book):
    found = set(keys(PUBLISHED))
    assert {"blends", "versions", "link", "shelf"} <= found
    assert not [key for key in found if HEALTH.search(key)]
    book = opened_book()
    book.save(read_brief(WARMING | {"person": "pregnant", "conditions": "epilepsy,contact:linalool"}), "Warm")
    assert not HEALTH.search(book.write_bytes().decode())


def test_a_book_of_the_first_version_opens_for_ever(opened_book):
    """The file is never written anew: what it holds must open as it did."""
    book = opened_book()
    added = book.read(GOLDEN)
    assert added.said[1:] == ()
    assert (added.blends, [len(list(drawer)) for drawer in (book.own_oils, book.shelf, book.certificates)]) == (
        2,
        [1, 1, 1],
    )
    calm, first = book.versions("Calm")
    assert write_link(calm.brief) == "?v=1&o=lavender&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"
    assert (first.brief.dilution_pct, first.changed, calm.changed) == (1, "First saved", "1 % → 2 %")
    assert book.open("Warm back").brief.note == "Ärger ∞ 茶"
    assert book.blends("gift")[0].note == "Two lines\nof it"
    assert list(book.shelf) == [BOTTLE]


def test_the_same_file_twice_adds_nothing(opened_book):
    book = fill(opened_book())
    before = all_of(book)
    assert book.read(book.write_bytes()).said == ("Nothing was added. 2 blends were there already.",)
    assert all_of(book) == before


def test_a_file_that_goes_on_from_the_book_adds_its_versions(opened_book):
    older, newer = opened_book(), opened_book()
    older.save(read_brief(LAVENDER), "Calm")
    newer.read(older.write_bytes())
    newer.save(read_brief(LAVENDER | {"dilution": "3 %"}), "calm")
    newer.tag("Calm", ["gift"])
    assert older.read(newer.write_bytes()).said == ("1 version added.",)
    assert all_of(older) == all_of(newer)
    assert newer.save(read_brief(WARMING), "Calm").number == 3
    assert newer.read(older.write_bytes()).said == ("Nothing was added. 1 blend was there already.",)


def test_two_blends_of_one_name_are_both_kept_and_it_is_said(opened_book):
    mine, theirs = opened_book(), opened_book()
    mine.save(read_brief(LAVENDER), "Calm")
    mine.shelf.add(BOTTLE)
    theirs.save(read_brief(WARMING), "calm")
    theirs.shelf.add(Bottle("b1", "nutmeg", Decimal(5), Decimal(5)))
    data = theirs.write_bytes()
    said = mine.read(data).said
    assert "The book has another blend called 'calm': the one of the file is kept as 'calm (2)'." in said
    assert "The bottle 'b1' is another in the file: the one of the book was kept." in said
    assert mine.open("Calm").brief.oils
    assert mine.open("calm (2)").brief.effects == ("warming",)
    assert list(mine.shelf) == [BOTTLE]
    assert mine.read(data).blends == 0
    assert len(mine.blends()) == 2


def test_a_blend_saved_more_than_a_thousand_times_comes_back_whole(opened_book):
    (blend,) = read_book(fill(opened_book()).write_bytes()).blends[1:2]
    often = Contents((replace(blend, versions=blend.versions * 1001),))
    read = read_book(write_book(often, "2026-11-28"))
    assert (read.faults, read.blends) == ((), often.blends)
    jsonschema.validate(json.loads(write_book(often, "2026-11-28")), PUBLISHED)


def test_tags_that_find_no_room_are_said_by_name(opened_book):
    ours, theirs = opened_book(), opened_book()
    for book, letter in ((ours, "a"), (theirs, "b")):
        book.save(read_brief(LAVENDER), "Calm")
        book.tag("Calm", [f"{letter}{number}" for number in range(11)])
    said = ours.read(theirs.write_bytes()).said
    assert "'Calm' has as many tags as a blend may have: 'b9' and 'b10' of the file were left out." in said
    assert len(ours.blends()[0].tags) == 20


def test_a_file_that_is_there_is_not_written_over_unasked(opened_book, tmp_path):
    book, path = fill(opened_book()), tmp_path / "book.json"
    path.write_text("mine")
    with pytest.raises(BlendError, match="is there already"):
        book.write(path)
    assert path.read_text() == "mine"
    assert read_book(book.write(path, over=True).read_bytes()).faults == ()
    for place in (tmp_path / "none" / "book.json", path / "book.json", tmp_path / "\0"):
        with pytest.raises(BlendError, match="another place"):
            book.write(place)
        with pytest.raises(BlendError, match="Choose a book"):
            book.read(place)
    assert [each.name for each in tmp_path.iterdir()] == ["book.json"]


def test_things_are_added_changed_and_taken_out_by_their_id(url, opened_book):
    book = opened_book(url)
    for drawer, thing, id_ in (
        (book.shelf, BOTTLE, "b1"),
        (book.own_oils, ROSE, "my_rose"),
        (book.certificates, CERTIFICATE, "b1"),
    ):
        drawer.add(thing)
        assert (list(drawer), len(drawer), drawer.get(id_), drawer.unread) == ([thing], 1, thing, ())
        with pytest.raises(BlendError, match="already"):
            drawer.add(thing)
        drawer.remove(id_)
        for step in (lambda d=drawer, t=thing: d.change(t), lambda d=drawer, i=id_: d.remove(i)):
            with pytest.raises(BlendError, match="has no"):
                step()
    book.shelf.add(BOTTLE, Bottle("a2", "nutmeg", Decimal(5), Decimal(5)))
    book.shelf.change(Bottle("b1", "lavender", Decimal(10), Decimal(1)))
    book.shelf.replace(Bottle("a2", "nutmeg", Decimal(5), Decimal(4)), Bottle("c3", "clove", Decimal(5), Decimal(4)))
    assert [(each.id, each.left_ml) for each in book.shelf] == [("a2", 4), ("b1", 1), ("c3", 4)]
    with pytest.raises(BlendError, match="already"):
        book.shelf.add(Bottle("d4", "clove", Decimal(5), Decimal(4)), BOTTLE)
    with pytest.raises(BlendError, match="cannot be left"):
        book.shelf.add(Bottle("d4", "clove", Decimal(5), Decimal(9)))
    assert len(book.shelf) == 3
    other = opened_book(url, owner="ann")
    assert (len(other.shelf), len(other.own_oils), len(other.certificates)) == (0, 0, 0)
