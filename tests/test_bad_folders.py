"""Whatever lies in a folder of tables: they are read, or a TableError says in printable words what is wrong."""

import contextlib
import os
import random
import shutil

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from blends import BlendError, calculate, read_brief, read_catalogue
from blends.tables.catalogue import shipped_data
from blends.tables.columns import COLUMNS
from blends.tables.faults import LISTED, TableError
from blends.tables.rulebooks import rulebooks_of

TABLES = {table: (shipped_data() / f"{table}.csv").read_bytes() for table in COLUMNS}
# Cells that have broken readers of tables before.
CELLS = ["", " ", '"', "\0", "\u202e", "\ud800", "nan", "-1", "1e9", "9" * 5000, "٣", "0.5", "yes", "a,b", "\r", "=1+1"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a function that lays out the shipped tables with some contents exchanged; None leaves one out."""
    home = tmp_path_factory.mktemp("tables")
    for table, content in TABLES.items():
        (home / f"{table}.csv").write_bytes(content)
    exchanged = []

    def lay(**contents):
        for table in exchanged:
            (home / f"{table}.csv").write_bytes(TABLES[table])
        exchanged[:] = contents
        for table, content in contents.items():
            (home / f"{table}.csv").unlink() if content is None else (home / f"{table}.csv").write_bytes(content)
        return home

    return lay


def faults(folder):
    """Return the TableError of a folder after seeing that it can be shown."""
    with pytest.raises(TableError) as error:
        read_catalogue(folder)
    check(error.value)
    return error.value


def check(error):
    said = str(error)
    assert said.encode("utf-8")
    assert all(line.isprintable() for line in said.split("\n")), said
    assert len(said) < 60_000
    assert len(error.faults) == min(error.count, LISTED) >= 1


@pytest.mark.parametrize("table", COLUMNS)
def test_a_missing_table_is_named(folder, table):
    assert f"{table}.csv: the file is missing from" in str(faults(folder(**{table: None})))


def without(table, column):
    """Return the content of a table, one of its columns called otherwise."""
    header, newline, rows = TABLES[table].partition(b"\n")
    names = [b"gone" if name == column.encode() else name for name in header.split(b",")]
    return b",".join(names) + newline + rows


@pytest.mark.parametrize("table", COLUMNS)
def test_a_missing_column_is_named(folder, table):
    column = list(COLUMNS[table])[-1]
    said = faults(folder(**{table: without(table, column)})).faults
    assert f"{table}.csv: the column {column} is missing" in said


@pytest.mark.parametrize("place", range(max(map(len, COLUMNS.values()))))
def test_whichever_column_is_missing_is_named_in_every_table(folder, place):
    gone = {table: list(columns)[place] for table, columns in COLUMNS.items() if place < len(columns)}
    said = faults(folder(**{table: without(table, column) for table, column in gone.items()})).faults
    assert [each for each in said if "is missing" in each] == [
        f"{table}.csv: the column {column} is missing" for table, column in gone.items()
    ]


IN_PLACE = {
    "a folder": (lambda path: path.mkdir(), "it is a folder, wanted a table"),
    "a loop": (lambda path: path.symlink_to(path), "the file cannot be read ("),
    "a link to nowhere": (lambda path: path.symlink_to(path.parent / "gone"), "the file is missing from"),
    "a pipe": (lambda path: os.mkfifo(path, 0o600), "it is no file of text, wanted a table"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "it is no file of text, wanted a table"),
    "a large file": (lambda path: path.write_bytes(b"x" * 8_000_001), "the file is larger than 8 MB"),
    "many rows": (lambda path: path.write_bytes(b"id\n" + b"x\n" * 100_001), "it has more than 100000 rows"),
    "an empty file": (lambda path: path.touch(), "the file is empty"),
    "blank lines": (lambda path: path.write_bytes(b"\n\n\n"), "the file is empty"),
    "another alphabet": (lambda path: path.write_text("id,name", "utf-16"), "is not UTF-8"),
    "a long cell": (
        lambda path: path.write_bytes(b"id\n" + b"x" * 200_000),
        "line 2 cannot be read (field larger than",
    ),
}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("what", IN_PLACE)
def test_what_lies_in_place_of_a_table_is_named(tmp_path, what):
    shutil.copytree(shipped_data(), tmp_path, dirs_exist_ok=True)
    (tmp_path / "effects.csv").unlink()
    make, said = IN_PLACE[what]
    make(tmp_path / "effects.csv")
    assert any(each.startswith("effects.csv: ") and said in each for each in faults(tmp_path).faults)


def test_a_file_that_may_not_be_opened_is_named(tmp_path, monkeypatch):
    shutil.copytree(shipped_data(), tmp_path, dirs_exist_ok=True)
    opened = type(tmp_path).open

    def refuse(path, *words, **more):
        if path.name == "effects.csv":
            raise PermissionError(13, "Permission denied")
        return opened(path, *words, **more)

    monkeypatch.setattr(type(tmp_path), "open", refuse)
    assert faults(tmp_path).faults == ["effects.csv: the file cannot be read (Permission denied)"]


@pytest.mark.parametrize(
    "given_", ["/no/such/folder", "a\0b", "x" * 5000, "\ud800", "\u202e", b"data", 5, ["data"], {}, 2.5]
)
def test_what_is_no_folder_is_named(given_):
    assert "wanted a folder of tables" in str(faults(given_))


def test_a_file_a_loop_or_a_closed_folder_is_no_folder(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "is no folder" in str(faults(tmp_path / "file"))
    assert "wanted a folder of tables" in str(faults(tmp_path / "loop"))
    monkeypatch.setattr(
        type(tmp_path), "is_dir", lambda _: (_ for _ in ()).throw(PermissionError(13, "Permission denied"))
    )
    assert "cannot be opened (Permission denied)" in str(faults(tmp_path))


def test_of_many_faults_a_hundred_are_listed_and_the_rest_counted(folder):
    header, _, _ = TABLES["limits"].partition(b"\n")
    rows = b"".join(b"Bad %d,,oil,,x,,,,perhaps\n" % number for number in range(50_000))
    error = faults(folder(limits=header + b"\n" + rows))
    assert error.count == 50_000 * 7  # rulebook, edition, subject, limit_pct, basis, source, verified
    assert str(error).endswith(f"and {error.count - LISTED} more, not listed here")
    assert "limits.csv, row 2, column rulebook: read 'Bad 0', wanted an id" in error.faults[0]


def usable(catalogue):
    """Use the tables as a blend does: what was read must hold."""
    assert len(catalogue.oil_by_id) + len(catalogue.base_oil_by_id) + len(catalogue.composition_by_id)
    assert catalogue.guidance_by_person
    assert rulebooks_of(catalogue)
    for person in ("adult", "pregnant", "child:7"):
        with contextlib.suppress(BlendError):
            calculate(read_brief({"effect": "warming", "person": person, "conditions": "epilepsy"}), catalogue)


def changed(table, how, draw):
    """Return the content of a table after one change; `draw` gives a random number generator."""
    lines = TABLES[table].decode("utf-8").split("\n")
    row, other = draw.randrange(len(lines)), draw.randrange(len(lines))
    cell = draw.choice(CELLS)
    if how == "swap rows":
        lines[row], lines[other] = lines[other], lines[row]
    elif how == "repeat a row":
        lines.insert(other, lines[row])
    elif how == "lose a row":
        del lines[row]
    elif how == "cut":
        return "\n".join(lines).encode()[: draw.randrange(len(TABLES[table]))]
    elif how == "cell":
        cells = lines[row].split(",")
        cells[draw.randrange(len(cells))] = cell
        lines[row] = ",".join(cells)
    elif how == "column":
        place = draw.randrange(len(lines[0].split(",")))
        lines[1:] = [",".join([*line.split(",")[:place], cell, *line.split(",")[place + 1 :]]) for line in lines[1:]]
    else:
        place = draw.randrange(len(lines[row]) + 1)
        lines[row] = lines[row][:place] + cell + lines[row][place:]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


HOWS = ["swap rows", "repeat a row", "lose a row", "cut", "cell", "column", "insert"]


@settings(max_examples=tries(100))
@given(st.sampled_from(list(COLUMNS)), st.sampled_from(HOWS), st.integers(0, 2**32))
def test_any_change_of_a_table_is_read_or_explained(folder, table, how, seed):
    home = folder(**{table: changed(table, how, random.Random(seed))})  # noqa: S311 - no secret
    try:
        catalogue = read_catalogue(home)
    except TableError as error:
        check(error)
    else:
        usable(catalogue)
