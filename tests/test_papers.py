"""The papers for the assessor: every figure with its origin, what they are not, and weights that add up."""

import pytest
from label_samples import FULL, MILD, read, squeezed, words

from blends import papers, papers_csv
from blends.showing import printed


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
