"""A rulebook is rows: a fifth one, written into a copy of the tables, judges and is printed without a line of code."""

import ast
import csv
import io
import shutil
from dataclasses import replace

import pypdf
import pytest
import second_engine as second

from blends import calculate, card_text, pdf, read_brief, read_catalogue, write_card
from blends.showing.html import oil_html, recipe_html
from blends.showing.oil_view import essential_oil_view
from blends.showing.safety_card import judgement
from blends.showing.words.basis import subject_words
from blends.showing.words.headline import verdict_sentence
from blends.tables.catalogue import PACKAGE, shipped_data
from blends.tables.check import coverage
from blends.tables.one_oil import one_essential_oil

NAME = "Lower Bench 2026"
SOURCE = {"key": "bench", "kind": "rulebook", "title": "The rules of the Lower Bench", "year": "2026"}
BOOK = {
    "id": "bench-2026", "kind": "limits", "name": "Rules of the Lower Bench", "short": NAME, "family": NAME,
    "author": "Lower Bench", "edition": "1st edition",
    "date": "2026", "covers": "oils on a test bench", "judges": "home sale", "phototoxic": "yes",
    "as_of": "2026-11-25", "source": "bench",
}  # fmt: skip
# One that is never shown by itself: what it forbids stands among the findings of the fifth.
NOTE = BOOK | {"id": "bench-note", "short": "Bench note", "phototoxic": "no", "shown_as": "bench-2026"}
ROW = {"rulebook": "bench-2026", "needs_oils": "1", "basis": "a bench test", "source": "bench", "verified": "no"}
LIMITS = [
    ROW | {"subject_kind": "oil", "subject": "lavender", "limit_pct": "0.03"},
    ROW | {"subject_kind": "group", "subject": "citral", "limit_pct": "0.7"},
    ROW | {"subject_kind": "natural", "subject": "geraniol", "limit_pct": "0.001"},
    ROW | {"subject_kind": "prohibition", "subject": "camphor", "limit_pct": "0"},
    ROW | {"rulebook": "bench-note", "subject_kind": "oil", "subject": "palmarosa", "limit_pct": "0.002"},
]


def added(folder, table, new):
    """Write rows behind those of a table; a column that a row does not name stays blank."""
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), restval="")
        writer.writeheader()
        writer.writerows([*rows, *new])
    return rows


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("five") / "data"
    shutil.copytree(shipped_data(), folder)
    added(folder, "sources", [SOURCE])
    added(folder, "rulebooks", [BOOK, NOTE])
    added(folder, "limits", LIMITS)
    held = {row["oil"] for row in added(folder, "constituents", []) if row["level_pct"]}
    states = {id_: "by_constituents" if id_ in held else "unknown" for id_ in second.Tables(folder).oils}
    states |= {"lavender": "limit"}
    profiles = [{"oil": oil, "rulebook": "bench-2026", "state": state} for oil, state in states.items()]
    read = {"source": "bench", "how_read": "read at the bench"}
    added(folder, "profiles", [row | read for row in profiles])
    return folder


@pytest.fixture(scope="module")
def five(folder):
    return read_catalogue(folder)


@pytest.fixture(scope="module")
def made(five):
    oils = "lavender,lemongrass,palmarosa,rosemary,myrrh"
    return calculate(read_brief({"oils": oils, "dilution": "0.5 %", "drops": "exact"}), five)


def test_its_limits_are_findings_of_every_kind(made):
    found = {subject_words(each): each.verdict for each in made.review.findings if each.rulebook == "bench-2026"}
    assert found["True lavender"] == found["Geraniol"] == "over"
    assert found["Citral (neral and geranial)"] == "within"
    assert found["Camphor in rosemary"] == found["Myrrh"] == "not assessed"
    assert found["Palmarosa"] == "over"  # of the note that is shown among them
    assert made.review.of("bench-2026") == made.review.at_home == "over"


def test_it_has_a_ceiling_and_names_what_binds(made):
    assert made.review.rulebooks[-1] == "bench-2026"
    ceiling = made.review.ceilings[-1]
    assert ceiling.rulebook == "bench-2026"
    assert ceiling.binding.subject == "Geraniol"
    assert 0 < ceiling.dilution_pct < 0.03


def test_it_judges_the_verdict_at_home(made, catalogue):
    texts = {"oils": "lavender", "dilution": "0.5 %", "drops": "exact"}
    assert calculate(read_brief(texts), catalogue).review.at_home == "within"
    assert calculate(read_brief(texts), made.catalogue).review.at_home == "over"
    assert NAME in verdict_sentence(made)


def test_its_author_is_named_in_a_sentence_as_the_row_says_not_cut_at_a_space(five):
    rows = five.rulebooks.copy()
    rows.loc["bench-2026", "stand_in"] = "usual rate"
    made = calculate(read_brief({"oils": "myrrh", "dilution": "1 %"}), replace(five, rulebooks=rows))
    assert "no T&Y or Lower Bench figure" in verdict_sentence(made)


def test_it_stands_on_the_page_and_on_every_card(made, five):
    card = write_card(made)
    html = recipe_html(card)
    printed = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf(card))).pages)
    assert NAME in [row.name for row in judgement(made).rulebooks]
    for text in (html, card_text(card), " ".join(printed.split())):
        assert NAME in text
    assert "a bench test" in html
    assert SOURCE["title"] in html
    view = oil_html(
        essential_oil_view(one_essential_oil("lavender", five)), {id_: id_ for id_ in five.composition_by_id}
    )
    assert NAME in view
    assert "0.03" in view


def test_the_check_command_counts_it(five):
    assert "bench-2026" in coverage(five)


def test_the_second_engine_reads_it_from_the_same_rows(made, folder):
    oils = dict.fromkeys(("lavender", "lemongrass", "palmarosa", "rosemary", "myrrh"), 1)
    answer = second.answer(second.Question(oils, {"olive": 1}, 0.5), second.Tables(folder))
    assert answer.verdicts == {id_: made.review.of(id_) for id_ in made.review.rulebooks}
    by_volume, by_weight = answer.ceilings["bench-2026"]
    assert made.review.ceilings[-1].dilution_w_w_pct == pytest.approx(by_weight, rel=1e-6)
    assert made.review.ceilings[-1].dilution_pct == pytest.approx(by_volume, rel=1e-4)


def test_no_file_of_the_program_knows_a_rulebook_by_its_id(catalogue):
    ids = set(catalogue.rulebooks.index) - set(catalogue.rulebooks["kind"])  # a kind may be known
    told = [path for path in PACKAGE.rglob("*.py") for id_ in ids if _names(path, id_)]
    # The papers' statement on IFRA category 5A is about that rulebook and no other.
    assert [path.name for path in told] == ["papers.py"]


def _names(path, id_):
    """Return whether the code of a file holds the id as a text of its own; a doctest may name one."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return any(isinstance(node, ast.Constant) and node.value == id_ for node in nodes)
