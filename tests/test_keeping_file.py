"""The file of a book: everything back, anywhere, for ever; what is damaged is said; nothing in a book is replaced."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from test_keeping import HEALTH, LAVENDER, WARMING, Clock

import blends.keeping
from blends import BlendError, open_book, read_brief, write_link
from blends.keeping.book_file import LARGEST, SCHEMA, Contents, read_book, write_book
from blends.keeping.things import Bottle, Certificate, OwnOil

GOLDEN = Path(__file__).parent / "golden_book.json"
PUBLISHED = json.loads((Path(blends.keeping.__file__).parent / "book.schema.json").read_text(encoding="utf-8"))
ROSE = OwnOil("my_rose", "essential", (("name", "Rose of mine"), ("botanical", "Rosa")))
BOTTLE = Bottle("b1", "lavender", Decimal(10), Decimal("7.5"), Decimal("8.90"), "EUR", None, date(2027, 1, 1), "L7")
CERTIFICATE = Certificate("b1", "lavender", density_g_per_ml=Decimal("0.89"), lab="Own")


@pytest.fixture
def opened_book():
    books = []

    def opening(url="", **more):
        books.append(open_book(url, clock=Clock(), **more))
        return books[-1]

    yield opening
    for book in books:
        book.close()


def fill(book):
    """Put some of everything into a book."""
    for dilution in ("1 %", "2 %"):
        book.save(read_brief(LAVENDER | {"dilution": dilution}), "Calm")
    book.save(read_brief(WARMING | {"note": "Ärger ∞ 茶"}), "Warm back")
    book.save(read_brief({"oils": "nutmeg", "person": "child:7"}), "Gone")
    book.delete("Gone")
    book.star("Calm")
    book.tag("Calm", ["gift", "Ann"])
    book.note("Calm", "Two lines\nof it")
    book.own_oils.add(ROSE)
    book.shelf.add(BOTTLE)
    book.certificates.add(CERTIFICATE)
    return book


def all_of(book):
    """Return all that a book shows."""
    versions = {entry.name: book.versions(entry.name) for entry in book.blends(sort="name")}
    things = [list(drawer) for drawer in (book.own_oils, book.shelf, book.certificates)]
    return book.blends(sort="name"), versions, book.deleted(), things


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


def test_a_damaged_line_costs_that_line_and_is_said(opened_book):
    lines = fill(opened_book()).write_bytes().split(b"\n")
    place = next(number for number, line in enumerate(lines) if b"Warm back" in line)
    lines[place] = lines[place][:40] + b"\x01\xc2\xa7" + lines[place][60:]
    book = opened_book()
    said = book.read(b"\n".join(lines)).said
    assert said[1:] == (
        "The file is damaged. What could be read is here.",
        f"Line {place + 1} is damaged: one of the blends is lost.",
    )
    assert [entry.name for entry in book.blends()] == ["Calm"]
    assert list(book.shelf) == [BOTTLE]


def test_what_was_cut_off_is_said_and_the_rest_is_offered_before_it_is_taken(opened_book):
    data = fill(opened_book()).write_bytes()
    read = read_book(data[: data.index(b"Warm back") + 200])
    assert [blend.name for blend in read.blends] == ["Calm"]
    assert read.faults[0].startswith("The file is damaged")
    assert len(read.faults) == 2


@settings(max_examples=tries(150))
@given(st.data())
def test_whatever_is_damaged_is_a_book_or_a_sentence(data):
    whole = GOLDEN.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:place] + data.draw(st.binary(max_size=8)) + whole[place + data.draw(st.integers(0, 40)) :]
    try:
        read = read_book(damaged)
    except BlendError as error:
        assert str(error).endswith("."), error
        return
    book = open_book("")
    book.add(read)
    assert len(book.blends()) == len([blend for blend in read.blends if not blend.deleted_on])
    book.close()


def in_file(**rows):
    return json.dumps({"schema": SCHEMA, "written_on": "2026-11-28T09:00:00+00:00"} | rows).encode()


VERSION = json.loads(GOLDEN.read_text(encoding="utf-8"))["blends"][0]["versions"][0]
BLEND = {"name": "A", "starred": False, "tags": [], "note": "", "deleted_on": "", "versions": [VERSION]}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b" " * (LARGEST + 1), "20 MB at most"),
        (b"", "damaged from its beginning"),
        (b"PK\x03\x04\xff\xfe", "a spreadsheet or an archive"),
        ('{"schema": "ä"}'.encode("utf-16"), "not written in UTF-8"),
        (b"[]", "no schema"),
        (b"{}", "no book"),
        (b"[" * 100_000, "damaged from its beginning"),
        (b'{"schema": "equal-parts-book/2"}', "version '2'; here version 1"),
        (b'{"schema": "equal-parts/3", "card": {}}', "one recipe, no book"),
        (b'{"schema": 7}', "no book"),
    ],
)
def test_what_is_no_book_is_refused_with_why(data, sentence):
    with pytest.raises(BlendError) as refused:
        read_book(data)
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": ""}, "as a name"),
        ({"name": "x" * 81}, "81 characters"),
        ({"name": "a\u202eb"}, "cannot be seen"),
        ({"name": None}, "Wanted a text"),
        ({"conditions": "epilepsy"}, "no field 'conditions'"),
        ({"versions": []}, "needs its versions"),
        ({"starred": 1}, "true or false"),
        ({"tags": "gift"}, "Wanted a list"),
        ({"versions": [VERSION | {"link": VERSION["link"].replace("adult", "pregnant")}]}, "'A', version 1"),
        ({"versions": [VERSION, VERSION | {"saved_on": "yesterday"}]}, "as a moment"),
        ({"versions": [VERSION | {"link": "x" * 3000}]}, "3000 characters"),
    ],
)
def test_a_blend_that_cannot_be_read_is_said_and_the_others_are_there(change, sentence):
    read = read_book(in_file(blends=[BLEND | change, BLEND]))
    assert [blend.name for blend in read.blends] == ["A"]
    assert len(read.faults) == 1
    assert read.faults[0].startswith("Blend 1 cannot be read. ")
    assert sentence in read.faults[0]


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


def test_a_book_has_10000_blends_at_most_and_names_twenty_faults():
    many = [BLEND | {"name": f"B{number}"} for number in range(10_001)]
    read = read_book(in_file(blends=many))
    assert (len(read.blends), read.faults) == (10_000, ("A book has 10000 blends at most: the rest was not read.",))
    assert len(read_book(in_file(blends=[1] * 500)).faults) == 21


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
