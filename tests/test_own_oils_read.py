"""Files and forms of own oils: read by the rules of the tables, every fault said at once by row and column."""

import csv
import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from own_rose import ROSE, TABLES

from blends.tables.faults import TableError
from blends.tables.own import Measured, OwnOil
from blends.tables.own_file import (
    own_columns,
    own_constituents_template,
    own_oil,
    own_oils_template,
    read_own_constituents,
    read_own_oils,
    write_own_constituents,
    write_own_oils,
)

FILES = Path(__file__).parent / "data" / "own"
HEAD = "id,name,botanical,part,density_g_per_ml,note\n"
ROW = "my_rose,My rose,Rosa × alba L.,flower,0.86,\n"


def faults(content, kind="essential"):
    with pytest.raises(TableError) as error:
        read_own_oils(content, kind, TABLES)
    return error.value.faults


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("not_utf8", ["row 2", "not UTF-8 (in Windows-1252 it would be 'é')", "Save it as CSV in UTF-8"]),
        ("utf16", ["this is text in UTF-16", "Save it as CSV in UTF-8"]),
        ("column_unknown", ["the column 'desnity_g_per_ml' is not one I know; did you mean 'density_g_per_ml'?"]),
        ("column_twice", ["the column name stands there twice"]),
        ("id_twice", ["row 3, column id: read 'my_rose' again, wanted only once"]),
        ("empty", ["the file is empty"]),
        ("no_rows", ["there is no row below the names of the columns"]),
        ("decimal_comma_unquoted", ["row 2: read 7 cells, wanted 6; a number with a comma, in a file of commas?"]),
        ("spreadsheet", ["this is a spreadsheet or another packed file (.xlsx, .ods)"]),
        ("old_spreadsheet", ["this is an old spreadsheet (.xls)"]),
        ("portable_document", ["this is a PDF"]),
        ("web_page", ["this is a page of the web"]),
        ("nul_bytes", ["is NUL: this is no text"]),
        ("lone_quote", ["Is a quotation mark left open?"]),
    ],
)
def test_a_broken_file_is_named_by_its_fault(name, said):
    found = "\n".join(faults((FILES / f"{name}.csv").read_bytes()))
    assert all(words in found for words in said), found


def test_all_faults_of_a_file_are_said_at_once_by_row_and_column():
    found = faults((FILES / "many_faults.csv").read_bytes())
    places = [fault.partition(": read")[0] for fault in found]
    assert places == [
        "row 2, column name",
        "row 2, column density_g_per_ml",
        "row 3, column id",
        "row 3, column density_g_per_ml",
        "row 4, column part",
    ]
    assert all("wanted" in fault for fault in found)


def test_a_formula_is_refused_in_whatever_cell_it_stands():
    found = faults((FILES / "formula_cells.csv").read_bytes())
    assert [fault.split(":")[0] for fault in found] == [
        f"row 2, column {name}" for name in ("name", "botanical", "part")
    ]


def test_a_file_too_large_or_of_too_many_rows_is_refused_in_a_sentence():
    assert "1.2 MB, wanted 1 MB at most" in faults(b"x" * 1_200_000)[0]
    assert "more than 1000 rows" in faults((HEAD + "a,,,,,\n" * 50_000).encode())[0]


@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("bom", ["", "\N{BOM}"])
def test_commas_semicolons_and_tabs_are_read_with_and_without_a_mark(between, bom):
    content = (bom + (HEAD + ROW).replace(",", between)).encode()
    (oil,) = read_own_oils(content, "essential", TABLES)
    assert (oil.id, dict(oil.row)["density_g_per_ml"]) == ("my_rose", "0.86")


@pytest.mark.parametrize("cell", ["0.86", '"0,86"', " 0.86 "])
def test_a_decimal_comma_is_read_where_it_can_mean_nothing_else(cell):
    (oil,) = read_own_oils((HEAD + ROW.replace("0.86", cell)).encode(), "essential", TABLES)
    assert dict(oil.row)["density_g_per_ml"] == "0.86"
    (oil,) = read_own_oils((HEAD + ROW).replace(",", ";").replace("0.86", "0,86").encode(), "essential", TABLES)
    assert dict(oil.row)["density_g_per_ml"] == "0.86"


def test_an_id_becomes_ones_own_and_is_made_from_the_name_where_it_is_blank():
    content = HEAD + "rose,Rose A,Rosa,flower,,\n,Anna's rose (2),Rosa,flower,,\n"
    assert [oil.id for oil in read_own_oils(content.encode(), "essential", TABLES)] == ["my_rose", "my_anna_s_rose_2"]


def test_a_form_is_read_by_the_same_rules():
    assert own_oil(dict(ROSE.row), "essential", TABLES) == ROSE
    with pytest.raises(TableError) as error:
        own_oil({"name": "=1+1", "botanical": "Rosa", "part": "", "density_g_per_ml": "9"}, "essential", TABLES)
    assert len(error.value.faults) == 3
    with pytest.raises(TableError, match="did you mean 'botanical'"):
        own_oil({"name": "Rose", "botancal": "Rosa"}, "essential", TABLES)


NAMES = st.text(st.characters(codec="utf-8", categories=["L", "Nd", "P"]), min_size=1, max_size=20)


@settings(max_examples=tries(10))
@given(NAMES, NAMES, st.decimals("0.7", "1.3", places=3))
def test_what_is_written_as_csv_is_read_back_as_it_was(name, note, density):
    cells = {"name": name, "botanical": "Rosa", "part": "flower", "density_g_per_ml": f"{density:f}", "note": note}
    try:
        oil = own_oil(cells, "essential", TABLES)
    except TableError:  # a formula, or a sign that cannot be seen
        return
    text = write_own_oils([oil], "essential")
    assert read_own_oils(text.encode(), "essential", TABLES) == (oil,)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cells in csv.reader(io.StringIO(text)) for cell in cells)


def test_an_oil_is_written_in_the_columns_of_the_template_and_those_it_has_besides():
    head, row = write_own_oils([ROSE, replace(ROSE, kind="base")], "essential").splitlines()
    assert head.split(",")[: len(own_columns("essential"))] == own_oils_template("essential").strip().split(",")
    assert row.split(",")[0] == ROSE.id
    assert read_own_oils(f"{head}\n{row}\n".encode(), "essential", TABLES) == (ROSE,)


def test_templates_name_the_columns_that_are_read():
    for kind in ("essential", "base"):
        assert own_oils_template(kind).strip().split(",") == [column for column, _, _ in own_columns(kind)]
        assert faults(own_oils_template(kind).encode(), kind) == ["there is no row below the names of the columns"]
    assert read_own_constituents(own_constituents_template().encode() + b"my_rose,linalol,2\n", [ROSE], TABLES)


def test_constituents_are_written_and_read_back():
    listed = (Measured("Linalol", "linalool", Decimal("1.5")), Measured("Wax", "", Decimal("0.1"), below=True))
    oil = OwnOil(ROSE.id, "essential", ROSE.row, listed)
    assert read_own_constituents(write_own_constituents([oil]).encode(), [ROSE], TABLES) == (oil,)


def test_faults_of_constituents_are_said_by_row_and_column():
    content = b"oil,constituent,pct\nmy_rsoe,linalool,2\nmy_rose,,2\nmy_rose,linalool,many\nmy_rose,linalool,101\n"
    with pytest.raises(TableError) as error:
        read_own_constituents(content, [ROSE], TABLES)
    said = error.value.faults
    assert [fault.split(":")[0] for fault in said] == [
        "row 2, column oil",
        "row 3, column constituent",
        "row 4, column pct",
        "row 5, column pct",
    ]
    assert "did you mean 'my_rose'?" in said[0]
