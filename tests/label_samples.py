"""What the tests of labels and papers share: a full set of details, a mild blend, and how a PDF is read."""

import io
import re
from datetime import date

import pypdf

from blends import calculate, read_brief
from blends.showing.label import Details, write_label
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()
FULL = Details(
    name="Massage oil with lavender",
    responsible="Ann Example, Mill Lane 1, 10115 Berlin",
    origin="Germany",
    batch="B-1",
    made_on=date(2026, 11, 24),
    best_before="May 2027",
    open_months=6,
    link="https://x.example/?v=1",
)


def result(**texts):
    return calculate(read_brief({"bottle": "100 ml", "dilution": "1 %", "drops": "exact", **texts}), CATALOGUE)


MILD = result(oils="lavender,petitgrain", base="almond")


def read(made):
    return pypdf.PdfReader(io.BytesIO(made))


def squeezed(words):
    return re.sub(r"[\s\u200b]+", "", words)


def words(made):
    return squeezed("".join(page.extract_text() for page in read(made).pages))


def codes(made, details=FULL):
    return [each.code for each in write_label(made, details).not_for_sale]
