"""Finding an oil, reading its facts, downloading its table, the guide, and the check of the tables."""

import csv
import io
import subprocess
import sys
from xml.etree import ElementTree

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blends.showing.csv_table import csv_text
from blends.showing.guide import FOLDER, chapters, with_titles
from blends.showing.html import oil_html
from blends.showing.oil_view import base_oil_view, essential_oil_view
from blends.tables.catalogue import shipped_tables
from blends.tables.check import coverage
from blends.tables.compositions import with_effect
from blends.tables.one_oil import one_base_oil, one_essential_oil
from blends.tables.search import found, plain

CATALOGUE = shipped_tables()


def test_oils_stand_in_the_order_of_their_names():
    for table in (CATALOGUE.oils, CATALOGUE.base_oils):
        names = [plain(str(table.at[id_, "name"])) for id_ in found(table, "")]
        assert names == sorted(names)
        assert len(names) == len(table)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("lavandula angustifolia", ("lavender",)),
        ("PETITGRAIN", ("petitgrain",)),
        ("camphor white", ("camphor_white",)),
        ("eucalyptus citri", ("eucalyptus_citriodora",)),
        ("no such oil", ()),
    ],
)
def test_an_oil_is_found_by_part_of_any_name(typed, ids):
    assert found(CATALOGUE.oils, typed) == ids


def test_accents_and_case_do_not_matter():
    table = pd.DataFrame(
        {"name": ["Néroli"], "botanical": ["Citrus × aurantium"], "inci": [None], "cas": [None]}, index=["neroli"]
    )
    assert found(table, "NEROLI") == found(table, "nérolí") == ("neroli",)


@given(st.text(max_size=80))
def test_any_text_can_be_searched(typed):
    assert set(found(CATALOGUE.base_oils, typed)) <= set(CATALOGUE.base_oils.index)
    assert plain(plain(typed)) == plain(typed)


@pytest.mark.parametrize("id_", CATALOGUE.oils.index)
def test_every_essential_oil_has_a_view(id_):
    view = essential_oil_view(one_essential_oil(id_, CATALOGUE))
    facts = (*view.uses, *view.facts)
    assert all(fact.value for fact in facts)
    assert [fact for fact in facts if fact.verified in ("yes", "copies") and not fact.sources] == []
    assert oil_html(view, {id_: id_ for id_ in view.compositions}).count("<article") == 1


@pytest.mark.parametrize("id_", CATALOGUE.base_oils.index)
def test_every_base_oil_has_a_view(id_):
    assert {fact.name for fact in base_oil_view(one_base_oil(id_, CATALOGUE)).facts} >= {
        "Food allergen",
        "Density",
        "At 20 °C",
    }


def facts(id_):
    return {fact.name: fact for fact in essential_oil_view(one_essential_oil(id_, CATALOGUE)).facts}


def test_a_limit_is_shown_with_rulebook_edition_and_source():
    limit = facts("nutmeg")["Most on skin"]
    assert limit.value == "0.8 % by weight"
    assert limit.note.startswith("Tisserand and Young, Essential Oil Safety, 2nd edition")
    assert limit.verified == "copies"  # of one book
    assert facts("eucalyptus")["Most on skin"].verified == "yes"  # the book, and a monograph
    assert any("Tisserand" in source.title for source in limit.sources)


def test_a_blank_limit_is_not_assessed_never_no_limit():
    limit = facts("juniper")["Most on skin"]
    assert (limit.value, limit.verified, limit.sources) == ("no figure found", None, ())
    assert "a blank never means no limit" in limit.note


def test_none_found_in_pregnancy_is_no_proof_of_safety_and_not_verified():
    for id_ in CATALOGUE.oils.index[CATALOGUE.oils["pregnancy"] == "none found"]:
        fact = facts(id_)["In pregnancy"]
        assert "no proof of safety" in fact.value
        assert fact.verified == "no"


def test_weak_figures_are_shown_but_never_decide():
    weak = CATALOGUE.constituents[CATALOGUE.constituents["reliability"].isin(["C", "D"])]
    assert not weak.empty
    assert weak["level_pct"].isna().all()
    assert weak["reported_pct"].notna().all()


def test_a_deciding_level_lies_in_its_span():
    deciding = CATALOGUE.constituents.dropna(subset=["level_pct"])
    assert (deciding["level_pct"] <= deciding["max_pct"] + 1e-9).all()
    assert (deciding["level_pct"] >= deciding["min_pct"] - 1e-9).all()


@pytest.mark.parametrize(
    ("rulebook", "group", "oil", "ceiling"),
    [
        # limit / level, % w/w: the worked ceilings of the sources.
        ("ifra-51-5a", "methyl_eugenol", "nutmeg", 0.125),
        ("ifra-51-5a", "methyl_eugenol", "thyme_thymol", 5),
        ("ifra-51-5a", "eugenol", "clove_bud", 0.78),
        ("ifra-51-5a", "citral", "lemongrass", 0.21),
        ("ifra-51-5a", "carvone", "spearmint", 0.30),
        ("ifra-51-5a", "geraniol", "palmarosa", 1.46),
        ("eu-1223-2009", "methyl_eugenol", "nutmeg", 0.0167),
        ("eu-1223-2009", "methyl_eugenol", "clove_bud", 0.154),
        ("ty-2014", "thymol_carvacrol", "oregano", 1.13),
    ],
)
def test_limits_and_levels_give_the_published_ceilings(rulebook, group, oil, ceiling):
    limits, contents = CATALOGUE.limits, CATALOGUE.constituents
    limit = limits[(limits["rulebook"] == rulebook) & (limits["subject"] == group)]["limit_pct"].max()
    level = contents[(contents["oil"] == oil) & (contents["group"] == group)]["level_pct"].item()
    assert 100 * limit / level == pytest.approx(ceiling, rel=0.025)  # printed to two figures


def test_oils_outside_a_composition_are_listed_under_their_effect():
    assert {"ginger", "black_pepper"} <= set(with_effect("warming", CATALOGUE))


def test_no_downloaded_cell_starts_a_formula():
    hostile = pd.DataFrame({"name": ["=1+1", "+1", "-1", "@x", "\tx", "fine", None], "pct": [-1.5] * 7})
    rows = list(csv.DictReader(io.StringIO(csv_text(hostile))))
    assert [row["name"][:1] for row in rows] == ["'"] * 5 + ["f", ""]
    assert rows[0]["pct"] == "-1.5"


def test_every_table_downloads_whole():
    text = csv_text(CATALOGUE.oils)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["id"] for row in rows] == list(CATALOGUE.oils.index)
    assert rows[0]["density_g_per_ml"] == "0.893"


def test_the_check_command_prints_coverage_and_fails_on_a_fault(tmp_path):
    run = [sys.executable, "-m", "blends.check"]
    printed = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert printed.strip() == coverage(CATALOGUE)
    assert f"{len(CATALOGUE.oils)} essential oils" in printed
    assert "ifra-51-5a" in printed
    broken = subprocess.run([*run, str(tmp_path)], capture_output=True, text=True, check=False)
    assert broken.returncode == 1
    assert "essential_oils.csv: the file is missing" in broken.stdout


def test_every_drawing_is_used_once_is_ours_and_asks_nothing_of_others():
    text = "".join(chapter.text for chapter in chapters())
    for path in FOLDER.glob("*.svg"):
        drawing = ElementTree.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - a file of our own
        assert drawing.find("{http://www.w3.org/2000/svg}title").text
        assert "http" not in path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "<script" not in path.read_text(encoding="utf-8")
    assert text.count("<figure") == len(list(FOLDER.glob("*.svg"))) == 8


def test_every_source_named_in_the_guide_is_in_the_table():
    for chapter in chapters():
        keys = with_titles(chapter.text, dict.fromkeys(CATALOGUE.sources.index, "TITLE"))
        assert "TITLE" in keys, chapter.title
        assert "_" not in keys.rpartition("Sources: ")[2], chapter.title


def test_the_guide_promises_nothing_and_says_the_limits():
    text = " ".join(chapter.text for chapter in chapters()).lower()
    assert not any(f" {word}" in text for word in ("treats", "cures", "heals", "relieves"))
    for must in ("ten minutes", "backs of your hands", "base oil alone", "ask a doctor first", "1 to 3", "3 to 16"):
        assert must in text
