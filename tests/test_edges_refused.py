"""What is no brief, no own oil, no certificate and no table, at the edge of each; worked by hand."""

import io
import re
from contextlib import redirect_stdout
from dataclasses import replace

import pytest

from blends import BlendError, read_brief, read_link
from blends.asking.parts import LONGEST_LIST, read_parts
from blends.asking.person import read_age
from blends.serving.asked import read_asked
from blends.tables import check
from blends.tables.catalogue import shipped_tables
from blends.tables.cells import DATE
from blends.tables.certificate_file import LONGEST, read_certificate, read_listed
from blends.tables.faults import TableError
from blends.tables.own import MOST_CONSTITUENTS, Certificate, Measured, OwnOil, read_own
from blends.tables.own_rows import full_row
from blends.tables.rulebook import State
from blends.tables.rulebooks import rulebooks_of
from blends.tables.sheet import read_sheet, write_sheet

TABLES = shipped_tables()
ROSE = OwnOil("my_rose", "essential", (("name", "Rose"),)).as_row()


def test_a_brief_whose_dilution_nobody_named_has_none_to_ask_for():
    with pytest.raises(ValueError, match="not settled"):
        _ = read_brief({"oils": "lavender"}).asked_pct
    assert read_brief({"oils": "lavender", "dilution": "2 %"}).asked_pct == 2


def test_what_is_no_list_of_oils_is_refused_with_an_example():
    for text in (":2", "lavender,:", "::"):
        with pytest.raises(BlendError, match=r"as a list of oils\. Write lavender:2,thyme_thymol:1"):
            read_parts(text, "a list of oils")


def test_a_list_may_be_as_long_as_it_may_and_not_a_letter_longer():
    longest = "lavender".ljust(LONGEST_LIST)
    assert [part.id for part in read_parts(longest, "a list of oils")] == ["lavender"]
    with pytest.raises(BlendError, match=f"it has {LONGEST_LIST + 1} characters"):
        read_parts(longest + " ", "a list of oils")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "hair"}, "Cannot read 'hair' as kind. Write essential or base."),
        ({"row": "Rose"}, "Cannot read 'Rose' as a row of essential_oils. Wanted column and text."),
        ({"constituents": "Linalool"}, "Wanted a list of at most"),
        ({"constituents": [{}] * (MOST_CONSTITUENTS + 1)}, "Wanted a list of at most"),
        ({"constituents": [Measured("A", "", 1).as_row() | {"below": "yes"}]}, "Cannot read 'yes' as below"),
    ],
)
def test_a_row_that_is_no_own_oil_is_refused_by_what_is_wrong_with_it(change, said):
    assert OwnOil.read_row(ROSE).id == "my_rose"
    with pytest.raises(BlendError, match=re.escape(said)):
        OwnOil.read_row(ROSE | change)


@pytest.mark.parametrize("text", ["{", "[" * 100_000, "[]", "7", None])
def test_what_is_no_file_of_a_recipe_carries_no_own_oils(text):
    assert read_own(text) == ((), ())


def test_a_changed_density_is_ones_own_and_no_longer_verified():
    changed = full_row(
        OwnOil("my_olive", "base", (("density_g_per_ml", "0.9"), ("inci_name", "Oil")), (), "olive"), TABLES
    )
    assert (changed["density_g_per_ml"], changed["density_verified"]) == ("0.9", "no")
    assert (changed["inci_name"], changed["inci_source"], changed["density_source"]) == ("Oil", "own", "own")


def test_that_an_oil_oxidises_is_ones_own_word_too():
    mine = OwnOil("my_nutmeg", "essential", (("oxidises", "yes"),), (), "nutmeg")
    assert TABLES.oils.loc["nutmeg", "oxidises"] != "yes"
    assert full_row(mine, TABLES)["oxidises_source"] == "own"


@pytest.mark.parametrize(("cell", "right"), [("2026-02-28", True), ("2026-02-30", False), ("2026-2-3", False)])
def test_a_date_is_a_day_of_the_calendar(cell, right):
    assert DATE[0](cell) is right


def test_a_certificate_is_read_up_to_its_longest_and_its_most_constituents():
    rows = "".join(f"Thing{'abcde'[number // 100]}{'i' * (number % 100)} 0.01\n" for number in range(MOST_CONSTITUENTS))
    assert len(read_listed(rows, TABLES).constituents) == MOST_CONSTITUENTS
    with pytest.raises(TableError, match=f"{MOST_CONSTITUENTS + 1} constituents, wanted {MOST_CONSTITUENTS} at most"):
        read_listed(rows + "One more 0.01", TABLES)
    assert read_listed("Linalool 1".ljust(LONGEST), TABLES).constituents
    with pytest.raises(TableError, match=f"{LONGEST + 1} characters, wanted {LONGEST} at most"):
        read_listed("Linalool 1".ljust(LONGEST + 1), TABLES)


def test_a_certificate_has_no_field_but_its_own():
    assert read_certificate({"bottle": "b1", "oil": "lavender"}, TABLES) == (Certificate("b1", "lavender"), ())
    with pytest.raises(BlendError, match="has no field 'colour'") as refused:
        read_certificate({"bottle": "b1", "oil": "lavender", "colour": "red"}, TABLES)
    assert refused.value.field == "colour"


def test_of_an_oil_without_a_row_of_states_speak_its_limit_its_constituents_or_nothing():
    books = rulebooks_of(TABLES)
    bare = replace(books, states={})
    book = "ifra-51-5a"
    limited = next(iter(books.by_id[book].oils))
    told = next(oil for oil, found in books.contents.items() if found and oil not in books.by_id[book].oils)
    untold = next(oil for oil, found in books.contents.items() if not found and oil not in books.by_id[book].oils)
    assert [bare.state(oil, book) for oil in (limited, told, untold)] == [
        State.LIMIT,
        State.BY_CONSTITUENTS,
        State.UNKNOWN,
    ]


def test_a_cell_that_looks_like_a_formula_comes_back_as_it_was_written():
    columns = ("name", "pct")
    written = write_sheet(columns, [{"name": "=1+1", "pct": "0,5"}])
    assert "'=1+1" in written
    assert read_sheet(written.encode(), columns, columns, 9, "a file").rows == {2: {"name": "=1+1", "pct": "0.5"}}


def test_the_check_of_the_tables_speaks_to_whatever_listens(monkeypatch):
    monkeypatch.setattr("sys.argv", ["check"])
    with redirect_stdout(io.StringIO()) as said:
        assert check.main() == 0
    assert "oils" in said.getvalue()


@pytest.mark.parametrize(
    ("read", "given", "said"),
    [
        (read_brief, 5, "as a brief. Write {'effect': 'warming'}."),
        (read_link, 5, "it is no text"),
        (read_age, " ", "How old is the child?"),
        (
            read_asked,
            "v=1&o=lavender&b=olive&m=30ml,fill-to,us,1&d=2,20,equal&w=adult,home&t=caf%E9",
            "letters are damaged",
        ),
    ],
)
def test_what_is_nothing_to_read_is_a_sentence(read, given, said):
    with pytest.raises(BlendError) as refused:
        read(given)
    assert said in str(refused.value)
