"""A damaged file of a book: what is damaged is said, the rest is read, what is no book is refused."""

import json

import pytest
from effort import tries
from full_book import BOTTLE, GOLDEN, fill
from hypothesis import given, settings
from hypothesis import strategies as st

from blends import BlendError, open_book
from blends.keeping.book_file import LARGEST, SCHEMA, read_book


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


def test_a_book_has_10000_blends_at_most_and_names_twenty_faults():
    many = [BLEND | {"name": f"B{number}"} for number in range(10_001)]
    read = read_book(in_file(blends=many))
    assert (len(read.blends), read.faults) == (10_000, ("A book has 10000 blends at most: the rest was not read.",))
    assert len(read_book(in_file(blends=[1] * 500)).faults) == 21
