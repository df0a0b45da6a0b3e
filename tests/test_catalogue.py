"""The shipped tables are right and pinned; broken tables, named by their fault, are reported in full."""

import hashlib
import os
import re
import shutil
from difflib import unified_diff
from pathlib import Path

import pytest

from blends import read_catalogue
from blends.tables.catalogue import shipped_data
from blends.tables.columns import COLUMNS
from blends.tables.faults import TableError

BROKEN = Path(__file__).parent / "data"

# What the first published tables meant. Ids never change once published.
OILS = [
    "petitgrain",
    "juniper",
    "rosemary",
    "nutmeg",
    "marjoram",
    "pine",
    "turpentine",
    "oregano",
    "camphor_white",
    "eucalyptus",
    "lavender",
    "thyme_thymol",
    "benzoin",
    "peppermint",
    "ginger",
    "black_pepper",
    "clove_bud",
    "cinnamon_leaf",
    "lemongrass",
    "bergamot",
    "lemon",
    "lime",
    "orange_sweet",
    "mandarin",
    "grapefruit",
    "geranium",
    "ylang_ylang",
    "frankincense",
    "myrrh",
    "cedarwood_atlas",
    "cedarwood_virginian",
    "sandalwood",
    "patchouli",
    "vetiver",
    "clary_sage",
    "chamomile_roman",
    "chamomile_german",
    "helichrysum",
    "tea_tree",
    "cajeput",
    "niaouli",
    "cypress",
    "fir_needle",
    "spruce_black",
    "basil_linalool",
    "coriander_seed",
    "cardamom",
    "fennel_sweet",
    "plai",
    "wintergreen",
    "birch_sweet",
    "turmeric",
    "bay_laurel",
    "citronella_java",
    "melissa",
    "neroli",
    "rose_otto",
    "jasmine_absolute",
    "palmarosa",
    "rosewood",
    "ho_wood",
    "eucalyptus_radiata",
    "eucalyptus_citriodora",
    "lavandin",
    "lavender_spike",
    "hyssop",
    "sage_dalmatian",
    "spearmint",
]
BASE_OILS = [
    "peanut",
    "soybean",
    "almond",
    "coconut",
    "olive",
    "sunflower",
    "jojoba",
    "grapeseed",
    "apricot_kernel",
    "avocado",
    "sesame",
    "hazelnut",
    "rosehip",
    "argan",
    "castor",
    "hemp",
    "evening_primrose",
    "macadamia",
    "rice_bran",
    "safflower",
    "wheat_germ",
    "coconut_fractionated",
]
COMPOSITIONS = {
    "circulation": [["petitgrain"], ["juniper"], ["rosemary"], ["nutmeg"]],
    "warming": [["marjoram"], ["pine", "turpentine"], ["oregano"], ["camphor_white"], ["eucalyptus"]],
    "anti-inflammatory": [["nutmeg"], ["lavender"], ["thyme_thymol"]],
}
# Density in g/mL; the values the sources recommend.
DENSITIES = {
    "petitgrain": 0.893,
    "juniper": 0.866,
    "rosemary": 0.908,
    "nutmeg": 0.895,
    "marjoram": 0.898,
    "turpentine": 0.865,
    "pine": 0.871,
    "oregano": 0.960,
    "camphor_white": 0.880,
    "eucalyptus": 0.916,
    "lavender": 0.886,
    "thyme_thymol": 0.920,
}
# Changing any shipped figure changes the sum of its row, and so is a visible act: which row, says the diff.
PINS = Path(__file__).parent / "pins"


def test_every_published_id_is_still_there(catalogue):
    assert set(OILS) <= set(catalogue.oils.index)
    assert set(BASE_OILS) <= set(catalogue.base_oils.index)


@pytest.mark.parametrize("id_", COMPOSITIONS)
def test_a_published_composition_is_frozen(catalogue, id_):
    assert [list(place.choices) for place in catalogue.composition_by_id[id_].places] == COMPOSITIONS[id_]
    assert catalogue.composition_by_id[id_].effect == id_


@pytest.mark.parametrize("id_", DENSITIES)
def test_the_oils_of_the_article_have_their_recommended_densities(catalogue, id_):
    assert catalogue.oil_by_id[id_].density_g_per_ml == DENSITIES[id_]


def pinned_rows(text):
    """A line for each row: its sum, and how it begins."""
    rows = text.splitlines(keepends=True)
    return [f"{hashlib.sha256(row.encode()).hexdigest()[:12]} {row[:40].strip()}" for row in rows]


@pytest.mark.parametrize("table", COLUMNS)
def test_the_shipped_tables_are_pinned_row_by_row(table):
    # After a change that is meant: PINS=write pytest tests/test_catalogue.py, then read the diff and say why.
    found = pinned_rows((shipped_data() / f"{table}.csv").read_bytes().decode())
    pins = PINS / f"{table}.txt"
    if os.environ.get("PINS") == "write":
        pins.write_text("\n".join(found) + "\n", encoding="utf-8")
    changed = list(
        unified_diff(pins.read_text(encoding="utf-8").splitlines(), found, "pinned", table, n=0, lineterm="")
    )
    assert changed == [], "\n".join([f"{table}.csv is not as pinned:", *changed])


def test_a_changed_row_is_named_by_its_pin():
    before = pinned_rows("id,pct\nnutmeg,0.8\npine,2\n")
    after = pinned_rows("id,pct\nnutmeg,0.9\npine,2\n")
    assert [new for old, new in zip(before, after, strict=True) if old != new] == [after[1]]
    assert after[1].endswith(" nutmeg,0.9")


def test_a_figure_never_stands_without_its_source(catalogue):
    for frame in (catalogue.oils, catalogue.base_oils):
        for column in frame.columns:
            fact = column.removesuffix("_source")
            if fact == column or f"{fact}_verified" not in frame:
                continue
            value = next(
                name
                for name in (fact, f"{fact}_pct", f"{fact}_g_per_ml", f"{fact}_years", f"{fact}_months")
                if name in frame
            )
            bare = frame.index[frame[value].notna() & (frame[column].isna() | frame[f"{fact}_verified"].isna())]
            assert bare.empty, f"{value} of {list(bare)} has no source"


def test_a_density_lies_within_its_range(catalogue):
    for frame in (catalogue.oils, catalogue.base_oils):
        known = frame[frame["density_g_per_ml"].notna()]
        assert known["density_g_per_ml"].between(known["density_min_g_per_ml"], known["density_max_g_per_ml"]).all()


def test_a_figure_without_a_named_source_is_never_verified(catalogue):
    for frame in (catalogue.oils, catalogue.base_oils):
        for column in frame.columns[frame.columns.str.endswith("_source")]:
            if column.replace("_source", "_verified") not in frame:
                continue
            unsourced = frame[column].fillna("").str.split().map(lambda keys: "unsourced" in keys)
            assert not (unsourced & (frame[column.replace("_source", "_verified")] == "yes")).any()


def test_what_only_the_article_claims_is_not_verified(catalogue):
    alone = catalogue.claims[catalogue.claims["source"] == "article"]
    assert ("petitgrain", "circulation") in set(zip(alone["oil"], alone["effect"], strict=True))
    assert (alone["verified"] == "no").all()


def test_no_table_promises_to_treat_cure_or_heal():
    for table in set(COLUMNS) - {"sources"}:  # whose addresses are other people's words
        text = (shipped_data() / f"{table}.csv").read_text(encoding="utf-8")
        assert not re.search(r"\b(treats?|cures?|heals?|remed(y|ies))\b", text, re.IGNORECASE), table


FAULTS = {
    "base_oils.decimal_comma": ["row 6, column density_g_per_ml: read '0,913', wanted a number from 0.7 to 1.3"],
    "base_oils.density_of_water_tenfold": ["row 6, column density_g_per_ml: read '9.13'"],
    "base_oils.same_id_twice": ["row 6, column id: read 'peanut' again"],
    "base_oils.id_with_capital": ["row 6, column id: read 'Olive', wanted an id"],
    "base_oils.name_blank": ["row 6, column name: read nothing, wanted text"],
    "base_oils.column_missing": ["the column density_g_per_ml is missing"],
    "base_oils.column_misspelt": [
        "the column allergen is missing",
        "'alergen' is not one I know; did you mean 'allergen'?",
    ],
    "base_oils.unknown_source": ["column shelf_life_source: read 'no_such_page', wanted one named in sources.csv"],
    "base_oils.many_faults": ["column solid_at_20c: read 'perhaps'", "column id: read 'Almond!'", "read 'heavy'"],
    "effects.empty": ["the file is empty"],
    "effects.no_rows": ["no row below"],
    "effects.row_too_long": ["row 2: read 6 cells, wanted 4"],
    "effects.space_around": ["row 3, column name: read ' Warming', wanted text without spaces"],
    "effects.not_utf8": ["is not UTF-8"],
    "compositions.unknown_oil": ["column oil: read 'marjorham', wanted one named in essential_oils.csv"],
    "compositions.two_defaults": ["place 2 of warming has 2 defaults, wanted 1"],
    "claims.claim_without_oil_listing_it": ["lavender is said to have warming"],
    "claims.claim_missing": ["lavender has the effect anti-inflammatory"],
    "effects.lone_quote": ["line 8 cannot be read", "Is a quotation mark left open?"],
    "effects.nul_bytes": ["byte 1 is NUL: this is no text"],
    "effects.column_twice": ["the column name stands there twice, wanted only once"],
    "base_oils.density_outside_its_range": [
        "row 2, column density_g_per_ml: read 0.93, wanted at most the 0.918 of density_max_g_per_ml"
    ],
    "base_oils.figure_without_source": [
        "row 2, column density_source: read nothing, wanted the key of a source",
        "row 2, column shelf_life_verified: read nothing, wanted yes or no",
    ],
    "base_oils.direction_mark": [r"column name: read 'Pea\u202enut', wanted text without spaces around it or hidden"],
    "base_oils.digits_of_another_script": ["row 2, column shelf_life_months: read '١٢', wanted whole months"],
    "base_oils.row_after_a_blank_line": ["row 4, column id: read 'Soybean', wanted an id"],
    "sources.year_in_words": ["column year: read 'long ago', wanted a year"],
}


def test_every_broken_table_has_its_expected_faults():
    assert {path.stem for path in BROKEN.glob("*.csv")} == set(FAULTS)


@pytest.mark.parametrize("name", FAULTS)
def test_a_broken_table_is_reported_by_file_row_and_column(tmp_path, name):
    shutil.copytree(shipped_data(), tmp_path, dirs_exist_ok=True)
    table = name.split(".")[0]
    shutil.copy(BROKEN / f"{name}.csv", tmp_path / f"{table}.csv")
    with pytest.raises(TableError) as error:
        read_catalogue(tmp_path)
    for fault in FAULTS[name]:
        assert any(said.startswith(f"{table}.csv") and fault in said for said in error.value.faults), error.value


def test_a_missing_table_is_named(tmp_path):
    shutil.copytree(shipped_data(), tmp_path, dirs_exist_ok=True)
    (tmp_path / "effects.csv").unlink()
    with pytest.raises(TableError, match=r"effects\.csv: the file is missing"):
        read_catalogue(tmp_path)
