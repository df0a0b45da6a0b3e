"""A certificate: read whole or refused; its figures stand in for those of the tables, its silence for none."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

import blends
from blends import calculate, hand_on, read_brief, write_card
from blends.asking.link import read_saved
from blends.errors import BlendError
from blends.serving.figures import card_json
from blends.tables.allergens import label_names
from blends.tables.catalogue import shipped_tables
from blends.tables.certificate_file import read_certificate, read_listed
from blends.tables.certificate_sheet import COLUMNS, certificate_template, read_certificate_sheet
from blends.tables.certified import with_certificate, with_own_figures
from blends.tables.constituent_names import constituent_names, read_amount
from blends.tables.faults import FaultParts, TableError, parts_of, shown
from blends.tables.own import MOST_CONSTITUENTS, Certificate, Measured, read_own
from blends.tables.rulebooks import rulebooks_of

FILES = Path(__file__).parent / "data" / "certificates"
SCHEMA = Path(blends.__file__).parent / "serving" / "card.schema.json"
TABLES = shipped_tables()
NUTMEG = Certificate(
    "b1", "nutmeg", (Measured("Safrole", "safrole", Decimal("0.5")),), Decimal("0.9"), Decimal(12), "L7"
)


def contents(oil, certificate):
    return rulebooks_of(with_certificate(TABLES, oil, certificate)).contents[oil]


@pytest.mark.parametrize(
    ("line", "name", "group", "pct", "below"),
    [
        ("Linalool 32.4", "Linalool", "linalool", "32.4", False),
        ("Linalol\t32,4 %", "Linalol", "linalool", "32.4", False),
        ("Linalool,78-70-6,32.4", "Linalool", "linalool", "32.4", False),
        ("1\t12.34\t(R)-Linalool\t126-91-0\t32.4", "(R)-Linalool", "linalool", "32.4", False),
        ("Unnamed peak;78-70-6;32,4", "Unnamed peak", "linalool", "32.4", False),
        ("1,8-Cineole 45,3", "1,8-Cineole", "cineole", "45.3", False),
        ("1,8-cineole,45.3", "1,8-cineole", "cineole", "45.3", False),
        ("1. Eucalyptol: 45.3 %", "Eucalyptol", "cineole", "45.3", False),
        ("Methyl eugenol<0.01%", "Methyl eugenol", "methyl_eugenol", "0.01", True),
        ("Methyleugenol | traces", "Methyleugenol", "methyl_eugenol", "0.1", True),
        ("Safrole n.d.", "Safrole", "safrole", "0.1", True),
        ("d-Limonene 30 - 35 %", "d-Limonene", "limonene", "35", False),
        ("α-Pinene 2", "α-Pinene", "pinene", "2", False),
        ("Nonadecane 12", "Nonadecane", "", "12", False),
    ],
)
def test_a_line_of_a_laboratory_is_read(line, name, group, pct, below):
    assert read_listed(line, TABLES).constituents == (Measured(name, group, Decimal(pct), below),)


def test_what_the_tables_do_not_know_is_kept_and_said_and_sums_are_no_constituents():
    listed = read_listed("Constituent\t%\nLinalool\t30\nMethyl eugneol\t0.5\nWax\t1.5\nTotal\t32\n", TABLES)
    assert [each.name for each in listed.constituents] == ["Linalool", "Methyl eugneol", "Wax"]
    assert listed.total_pct == 32
    assert len(listed.unknown) == 2
    assert "did you mean 'Methyl eugenol'?" in listed.unknown[0]
    assert all("no limit is checked" in said for said in listed.unknown)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("two_figures", "row 1: read"),
        ("comma_between_and_inside", "wanted a name and one figure in %"),
        ("more_than_all", "row 1"),
        ("cas_of_another", "with the CAS number 106-24-1 of another constituent"),
        ("no_figure", "row 2: read 'Limonene plenty'"),
        ("empty", "there is no constituent in it"),
        ("not_utf8", "is not UTF-8"),
        ("portable_document", "this is a PDF"),
    ],
)
def test_a_broken_table_is_named_by_its_fault_and_nothing_is_taken(name, said):
    with pytest.raises(TableError) as error:
        read_listed((FILES / f"{name}.csv").read_bytes(), TABLES)
    assert said in "\n".join(error.value.faults)


def test_what_a_certificate_does_not_list_keeps_the_figure_of_the_table():
    shipped, found = rulebooks_of(TABLES).contents["nutmeg"], contents("nutmeg", NUTMEG)
    assert found == shipped | {"safrole": 0.5}


SOME = st.sampled_from(sorted(rulebooks_of(TABLES).contents["nutmeg"]))


@settings(max_examples=tries(25))
@given(st.dictionaries(SOME, st.tuples(st.decimals("0.01", 50, places=2), st.booleans()), max_size=6))
def test_no_certificate_makes_a_limited_constituent_vanish(found):
    lines = tuple(Measured(group, group, pct, below) for group, (pct, below) in found.items())
    after = contents("nutmeg", Certificate("b1", "nutmeg", lines))
    shipped = rulebooks_of(TABLES).contents["nutmeg"]
    assert set(after) == set(shipped)
    assert all(after[group] == (float(found[group][0]) if group in found else shipped[group]) for group in shipped)


def test_below_detection_counts_as_its_bound_and_the_group_of_isomers_adds_up():
    lines = read_listed("α-Pinene 20\nβ-Pinene 12\nMethyl eugenol < 0.01\n", TABLES).constituents
    found = contents("nutmeg", Certificate("b1", "nutmeg", lines))
    assert (found["pinene"], found["methyl_eugenol"]) == (32.0, 0.01)


def test_a_certificate_can_bring_a_blend_within_a_limit_and_over_one():
    texts = {"oils": "clove_bud", "dilution": "0.5 %", "purpose": "sale"}
    pcts = []
    for pct in (10, 90):
        found = Certificate("b1", "clove_bud", (Measured("Eugenol", "eugenol", Decimal(pct)),))
        review = calculate(read_brief(texts), with_certificate(TABLES, "clove_bud", found)).review
        pcts.append(next(each.actual_pct for each in review.findings if each.subject == "Eugenol"))
    assert pcts[0] < pcts[1]


def test_findings_and_card_say_that_the_certificate_spoke_and_a_density_is_its_own():
    result = calculate(read_brief({"oils": "nutmeg,lavender"}), with_certificate(TABLES, "nutmeg", NUTMEG))
    card = write_card(result)
    safrole = [each for each in card.judgement.findings if each.subject == "Safrole"]
    assert safrole
    assert all(each.basis.endswith("by the certificate of your bottle (lot L7)") for each in safrole)
    assert not any("certificate" in each.basis for each in card.judgement.findings if each.subject == "Linalool")
    words = " ".join(note.words for note in card.notes if note.kind == "own")
    assert "Nutmeg is judged by the certificate of your bottle (lot L7)" in words
    assert "peroxide value is 12 mmol/L" in words
    assert result.catalogue.oil_by_id["nutmeg"].density_g_per_ml == 0.9


def test_a_certificate_of_most_of_an_oil_makes_it_known_and_one_of_a_part_does_not():
    for pct, whole in ((89, False), (90, True)):
        tables = with_certificate(
            TABLES,
            "helichrysum",
            Certificate("b1", "helichrysum", (Measured("Neryl acetate", "neryl_acetate", Decimal(pct)),)),
        )
        # Its only figure of the tables is the annex's, which is no analysis of the whole oil.
        assert ("helichrysum" in label_names(tables).analysed) == whole
        states = tables.profiles[tables.profiles["oil"] == "helichrysum"]["state"]
        assert ("unknown" in set(states)) != whole


def test_a_certificate_travels_in_the_file_and_opens_again():
    made = calculate(read_brief({"oils": "nutmeg"}), with_certificate(TABLES, "nutmeg", NUTMEG))
    text = card_json(hand_on(made), "https://example.org/")
    jsonschema.validate(json.loads(text), json.loads(SCHEMA.read_text(encoding="utf-8")))
    oils, certificates = read_own(text)
    assert (oils, certificates) == ((), (NUTMEG,))
    again = calculate(read_saved(text), with_own_figures(TABLES, oils, certificates))
    assert again.review == made.review


def test_a_certificate_of_another_oil_is_refused():
    with pytest.raises(BlendError, match="not of 'lavender'"):
        with_certificate(TABLES, "lavender", NUTMEG)
    with pytest.raises(BlendError, match="not an oil of the tables"):
        with_certificate(TABLES, "rosé", Certificate("b1", "rosé"))


def test_a_form_becomes_a_certificate_and_a_wrong_field_is_named():
    texts = {"bottle": "b1", "oil": "nutmeg", "constituents": "Safrole 0,5", "density_g_per_ml": "0,9", "lot": "L7"}
    made, unknown = read_certificate(texts | {"best_before": "2027-03-31"}, TABLES)
    assert (made.constituents, made.density_g_per_ml, made.best_before) == (
        NUTMEG.constituents,
        Decimal("0.9"),
        date(2027, 3, 31),
    )
    assert unknown == ()
    for field, text in (("density_g_per_ml", "9"), ("best_before", "soon"), ("peroxide_mmol_per_l", "-1")):
        with pytest.raises(BlendError) as error:
            read_certificate(texts | {field: text}, TABLES)
        assert error.value.field == field


def sheet_faults(content):
    with pytest.raises(TableError) as error:
        read_certificate_sheet(content.encode(), "b1", "lavender", TABLES)
    return error.value.faults


def test_a_template_that_is_filled_in_is_read_and_an_empty_one_is_said():
    assert certificate_template().strip().split(",") == list(COLUMNS)
    assert sheet_faults(certificate_template()) == ["there is no row below the names of the columns"]
    filled = (
        certificate_template() + "Linalool,78-70-6,32.4,0.885,5,L7,2028-03-31,2026-03-01,Some lab\nTotal,,99,,,,,,\n"
    )
    made, unknown = read_certificate_sheet(filled.encode(), "b1", "lavender", TABLES)
    assert made == Certificate(
        *("b1", "lavender", (Measured("Linalool", "linalool", Decimal("32.4")),), Decimal("0.885"), Decimal(5), "L7"),
        *(date(2028, 3, 31), date(2026, 3, 1), "Some lab"),
    )
    assert unknown == ()


def test_a_certificate_without_constituents_and_a_laboratorys_own_table_are_read_too():
    made, _ = read_certificate_sheet(b"density_g_per_ml\n0.885\n", "b1", "lavender", TABLES)
    assert (made.constituents, made.density_g_per_ml) == ((), Decimal("0.885"))
    made, unknown = read_certificate_sheet(b"Peak\tArea %\nLinalool\t32,4\nWax\t1\n", "b1", "lavender", TABLES)
    assert [each.name for each in made.constituents] == ["Linalool", "Wax"]
    assert len(unknown) == 1


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ("Linalool,,,9,,,,,", [("2", "pct", "nothing"), ("2", "density_g_per_ml", "'9'")]),
        ("Linalool,78-70-5,3,,,,,,", [("2", "cas", "'78-70-5'")]),
        ("Linalool,,3,,-1,,soon,,", [("2", "peroxide_mmol_per_l", "'-1'"), ("2", "best_before", "'soon'")]),
        ("=1+1,,3,,,,,,", [("2", "constituent", "'=1+1'")]),
        ("Linalool,,3,,,L7,,,\nLimonene,,3,,,L8,,,", [("3", "lot", "'L8'")]),
        ("Linalool,,3,,,,,", [("2", "", "8 cells")]),
        (f"Linalool,,3,,,,,,{'x' * 300}", [("2", "lab", f"'{'x' * 60}'…")]),
    ],
)
def test_every_fault_of_a_certificate_names_row_and_column_what_was_read_and_what_is_wanted(rows, places):
    parts = [parts_of(sentence) for sentence in sheet_faults(f"{certificate_template()}{rows}\n")]
    assert [(part.row, part.column, part.read) for part in parts] == places
    assert all(part.wanted for part in parts)


@given(st.text(max_size=60))
def test_a_cell_of_whatever_kind_stays_in_its_own_column_of_the_table_of_faults(cell):
    part = parts_of(f"row 2, column pct: read {shown(cell)}, wanted a %")
    assert part == FaultParts("2", "pct", shown(cell), "a %")


@pytest.mark.parametrize("name", list(TABLES.constituent_names.itertuples(index=False)), ids=lambda row: row.name)
def test_every_name_of_the_table_is_found_by_itself(name):
    known = constituent_names(TABLES)
    assert name.group in (known.group(name.name), *known.also(known.group(name.name)))


@given(st.text(max_size=30))
def test_an_amount_is_read_or_refused_in_a_sentence(text):
    try:
        pct, _ = read_amount(text)
    except BlendError as error:
        assert error.field == "pct"
    else:
        assert 0 <= pct <= 100


def test_a_table_of_a_certificate_holds_five_hundred_constituents_and_one_at_least_or_a_figure():
    rows = "".join(f"Linalool,,{n / 10_000},,,,,,\n" for n in range(1, MOST_CONSTITUENTS + 2))
    assert f"{MOST_CONSTITUENTS + 1} constituents, wanted {MOST_CONSTITUENTS} at most" in sheet_faults(
        certificate_template() + rows
    )
    assert sheet_faults(certificate_template() + "Total,,99,,,,,,\n") == ["there is no constituent in it"]
