"""Every table is derived from the facts, by one command, to the byte; and a fact stands once."""

import csv
import importlib
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from blends.tables.catalogue import shipped_data
from blends.tables.columns import COLUMNS

ROOT = Path(__file__).parent.parent
CURATION = ROOT / "curation"
FACTS = CURATION / "facts"

# The highest advised share on skin in % by weight: every oil that has one, and no others.
MAXIMA = {
    "petitgrain": 2.2,
    "rosemary": 1.5,
    "nutmeg": 0.8,
    "oregano": 1.1,
    "eucalyptus": 20.0,
    "thyme_thymol": 1.3,
    "benzoin": 2.0,
    "peppermint": 5.4,
    "clove_bud": 0.5,
    "cinnamon_leaf": 0.6,
    "lemongrass": 0.7,
    "bergamot": 0.4,
    "lemon": 2.0,
    "lime": 0.7,
    "grapefruit": 4.0,
    "geranium": 17.5,
    "ylang_ylang": 0.8,
    "sandalwood": 2.0,
    "tea_tree": 15.0,
    "basil_linalool": 3.3,
    "fennel_sweet": 2.5,
    "wintergreen": 2.4,
    "birch_sweet": 2.5,
    "bay_laurel": 0.5,
    "citronella_java": 18.2,
    "melissa": 0.9,
    "rose_otto": 0.6,
    "jasmine_absolute": 0.7,
    "palmarosa": 6.5,
    "eucalyptus_radiata": 20.0,
    "lavender_spike": 19.0,
    "hyssop": 0.3,
    "sage_dalmatian": 0.4,
    "spearmint": 1.7,
}


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def derived(tmp_path_factory):
    out = tmp_path_factory.mktemp("derived")
    command = [sys.executable, str(CURATION / "derive.py"), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return out


@pytest.mark.parametrize("table", COLUMNS)
def test_a_shipped_table_is_what_the_facts_give_to_the_byte(derived, table):
    assert (derived / f"{table}.csv").read_bytes() == (shipped_data() / f"{table}.csv").read_bytes(), (
        f"{table}.csv is not what curation/facts/ gives: run python curation/derive.py"
    )


def test_no_table_is_written_by_hand(derived):
    assert {path.name for path in derived.iterdir()} == {path.name for path in shipped_data().glob("*.csv")}


def test_a_new_figure_in_the_facts_reaches_its_table(tmp_path, monkeypatch):
    """The comparison above can fail: it holds what the script works out, not a copy."""
    monkeypatch.syspath_prepend(str(CURATION))
    derive = runpy.run_path(str(CURATION / "derive.py"))
    common = sys.modules["common"]
    shipped = common.read

    def changed(name, *folder):
        found = shipped(name, *folder)
        if name == "essential_oils":
            found[0] |= {"density_printed": "0.9", "density_times": "0.9982"}
        return found

    for name in ("common", "oils"):
        monkeypatch.setattr(sys.modules[name], "read", changed)
    derive["derive"](tmp_path)
    assert rows(tmp_path / "essential_oils.csv")[0]["density_g_per_ml"] == "0.898"


def test_an_official_document_and_a_worst_case_raise_a_level_and_never_lower_one(monkeypatch):
    monkeypatch.syspath_prepend(str(CURATION))
    contents = importlib.import_module("constituents")
    read = contents.read
    every = {(row["oil"], row["group"]): row["level_pct"] for row in contents.constituents()}
    without = {"contents": [row for row in read("contents") if row["kind"] not in contents.RAISING]}
    monkeypatch.setattr(contents, "read", lambda name: without.get(name) or read(name))
    before = {(row["oil"], row["group"]): row["level_pct"] for row in contents.constituents()}
    assert all(float(every[pair]) >= float(level) for pair, level in before.items() if level)
    assert (before["nutmeg", "safrole"], every["nutmeg", "safrole"]) == ("1.5", "3.3")
    assert every["nutmeg", "myristicin"] == "12" != before["nutmeg", "myristicin"]


def test_the_oils_of_the_article_are_known_to_every_rulebook(catalogue):
    article = catalogue.profiles[catalogue.profiles["oil"].isin(catalogue.compositions["oil"])]
    assert (article["state"] != "unknown").all()


def test_a_thin_composition_is_none_for_a_book_that_profiles_oils(catalogue):
    states = catalogue.profiles.set_index(["oil", "rulebook"])["state"]
    assert states["frankincense", "ty-2014"] == "unknown"
    assert states["frankincense", "ifra-51-5a"] == "by_constituents"


def test_no_oil_has_another_maximum_than_the_one_it_was_given(catalogue):
    found = {oil.id: oil.dermal_max_pct for oil in catalogue.oil_by_id.values() if oil.dermal_max_pct is not None}
    assert {id_: found.get(id_) for id_ in MAXIMA} == MAXIMA
    books = catalogue.oils["dermal_max_rulebook"].dropna()
    assert (books["rosemary"], books["petitgrain"], books["nutmeg"]) == ("hc-cir", "calculated", "ty-2014")


def test_what_is_calculated_judges_nothing(catalogue):
    calculated = catalogue.rulebooks[catalogue.rulebooks["kind"] == "calculated"]
    assert list(calculated.index) == ["calculated"]
    assert calculated["judges"].isna().all()


def test_a_maximum_stands_in_one_table_only():
    assert not [name for name in COLUMNS["essential_oils"] if name.startswith("dermal_max")]
    assert {"edition", "label"}.isdisjoint([*COLUMNS["limits"], *COLUMNS["constituents"]])


@pytest.mark.parametrize("path", sorted(FACTS.glob("*.csv")), ids=lambda path: path.stem)
def test_every_source_in_the_facts_is_known_and_no_cell_is_a_page_of_text(path):
    known = {row["key"] for row in rows(FACTS / "sources.csv")}
    for row in rows(path):
        for column, cell in row.items():
            assert len(cell) < 500, f"{path.name}: {cell[:60]}"
            if column == "source" or column.endswith("_source"):
                assert set(cell.split()) <= known, f"{path.name}: {cell}"


def test_the_number_of_oils_stands_nowhere_that_a_new_oil_would_make_untrue():
    count = str(len(rows(FACTS / "essential_oils.csv")))
    places = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", shipped_data() / "README.md"]
    places += [*(ROOT / "docs").rglob("*.md"), *(ROOT / "blends").rglob("*.md"), *(ROOT / "tests").glob("*.py")]
    for path in places:
        text = path.read_text(encoding="utf-8")
        assert not re.search(rf"(?<![\d.]){count}(?![\d.]) (essential )?oils|== {count}\b", text), path.name
