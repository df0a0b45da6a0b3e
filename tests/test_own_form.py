"""The form for an own oil: what it takes, what it says of what nobody here knows, and of what it lacks."""

import pytest
from careful import TABLES

from blends.keeping.own_oils import add_by_form
from blends.showing.fault_html import faults_html
from blends.tables.faults import TableError
from blends.tables.more_rows import with_more_rows


def test_the_form_says_what_it_does_not_know_and_what_cannot_be(opened_book):
    book = opened_book("sqlite://")
    texts = {"name": "True Lavender", "botanical": "Lavandula", "part": "herb"}
    said = add_by_form(book, texts | {"constituents": "Linalool 90\nMethyl eugnol 30"}, "essential")
    assert "Methyl eugnol (30 %) is no constituent the tables know; did you mean 'Methyl eugenol'?" in said
    assert "Its constituents come to 120 %, more than there is of it" in said
    (oil,) = book.own_oils
    assert with_more_rows(TABLES, [oil]).oil_by_id[oil.id].name == "True Lavender (own)"  # not to be taken for ours


def test_a_form_takes_a_decimal_comma_and_says_what_it_lacks_in_its_own_words(opened_book):
    book = opened_book("sqlite://")
    with pytest.raises(TableError, match="not added yet") as raised:
        add_by_form(book, {"name": "My rose"}, "essential")
    assert "Part of the plant" in faults_html(raised.value)
    texts = {"name": "My rose", "botanical": "Rosa", "part": "flower", "density_g_per_ml": "0,9"}
    assert "Added: my_rose." in add_by_form(book, texts, "essential")
    (oil,) = book.own_oils
    assert with_more_rows(TABLES, [oil]).oil_by_id["my_rose"].density_g_per_ml == 0.9
