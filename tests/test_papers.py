"""The papers for the assessor: every figure with its origin, what they are not, and weights that add up."""

from decimal import Decimal

import pytest
from label_samples import CATALOGUE, FULL, MILD, read, squeezed, words

from blends import calculate, papers, papers_csv
from blends.showing import printed
from blends.tables.certified import with_certificate
from blends.tables.own import Certificate, Measured


def test_papers_hold_every_figure_its_origin_and_what_they_are_not():
    made, table = papers(MILD, FULL), papers_csv(MILD, FULL)
    printed_words = words(made)
    for each in ("8000-28-0", "Linalool", "IFRA 51", "no cosmetic product safety report", "certificate"):
        assert squeezed(each) in printed_words
        assert each in table or each.startswith("no ")
    assert papers(MILD, FULL) == made
    assert "pdfuaid" in read(made).trailer["/Root"]["/Metadata"].get_data().decode()
    assert "Nobody's name" in papers_csv(MILD)  # a gap, with how to close it


def test_the_weights_of_the_papers_add_up_to_the_whole():
    rows = [line for line in papers_csv(MILD).splitlines() if line.startswith("composition")]
    assert len(rows) == 3
    made = printed.write_papers(MILD, FULL)
    assert sum(each.pct.value for each in made.composition) == pytest.approx(100)
    for each in made.checked:
        assert each.verdict
        assert each.arithmetic or each.actual == ""


def test_a_certificate_of_the_bottle_changes_weights_and_contents_and_is_named_with_its_lot():
    found = Certificate(
        "b1", "lavender", (Measured("Linalool", "linalool", Decimal(50)),), density_g_per_ml=Decimal("0.95"), lot="L7"
    )
    certified = calculate(MILD.brief, with_certificate(CATALOGUE, "lavender", found))
    plain, mine = printed.write_papers(MILD, FULL), printed.write_papers(certified, FULL)
    pct = {
        which: {each.name: each.pct.value for each in papers.composition} for which, papers in enumerate((plain, mine))
    }
    # 0.5 mL of each oil in 100 mL, 99 mL of almond: 0.475 g of 0.475 + 0.4465 + 99 x 0.914 g
    assert pct[1]["True lavender"] == pytest.approx(100 * 0.475 / (0.475 + 0.4465 + 99 * 0.914), rel=1e-3)
    assert pct[0]["True lavender"] == pytest.approx(100 * 0.443 / (0.443 + 0.4465 + 99 * 0.914), rel=1e-3)
    assert sum(pct[1].values()) == pytest.approx(100)
    (row,) = [each for each in mine.composition if each.name == "True lavender"]
    assert any("lot L7" in source for source in row.sources)
    (linalool,) = [each for each in mine.allergens if each.name == "Linalool"]
    assert any("x 50 %" in line for line in linalool.arithmetic)
    assert any("lot L7" in source for source in linalool.sources)
    assert squeezed("lot L7") in words(papers(certified, FULL))
    assert "lot L7" in papers_csv(certified, FULL)
    assert "lot L7" not in papers_csv(MILD, FULL)


def test_a_row_of_the_file_names_its_sources_by_their_titles():
    (row,) = [line for line in papers_csv(MILD, FULL).splitlines() if line.startswith("composition,,True lavender")]
    (made,) = [each for each in printed.write_papers(MILD, FULL).composition if each.name == "True lavender"]
    assert "; ".join(made.sources) in row
    assert len(made.sources) > 1
