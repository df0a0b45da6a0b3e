"""Until when something is good: read as bottles print it; a label past its date, or without one, is not for sale."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from over_http import ASKER

from blends import calculate, read_link
from blends.asking.day import last_day
from blends.keeping.bottle_form import read_bottle_form
from blends.showing.label import Details, write_label
from blends.tables.catalogue import shipped_tables

SALE = "v=1&o=lavender,marjoram&b=olive&m=100ml,fill-to,us,1&d=0.1,20,exact&w=adult,sale"
RESULT = calculate(read_link(SALE), shipped_tables())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("May 2027", date(2027, 5, 31)),
        ("end of February 2028", date(2028, 2, 29)),
        ("05/2027", date(2027, 5, 31)),
        ("2027-05", date(2027, 5, 31)),
        ("Sept 2027", date(2027, 9, 30)),
        ("31 March 2027", date(2027, 3, 31)),
        ("2027-03-31", date(2027, 3, 31)),
        ("June 1, 2027", date(2027, 6, 1)),
        ("1st June 2027", date(2027, 6, 1)),
        ("31/03/2027", date(2027, 3, 31)),
        ("31.03.2027", date(2027, 3, 31)),
        ("2027/03/31", date(2027, 3, 31)),
        ("end of 05/2027", date(2027, 5, 31)),
        ("05/06/2027", date(2027, 5, 6)),  # the earlier of two readings
        ("05.06.2027", date(2027, 6, 5)),
        *((text, None) for text in ("yesterday", "13/2027", "2027", "31 February 2027", "Maybe 2027", "", "0/2027")),
    ],
)
def test_a_date_is_read_as_bottles_print_it(text, day):
    assert last_day(text) == day


@given(st.text(max_size=30))
def test_whatever_is_written_is_a_date_or_none(text):
    assert last_day(text) is None or last_day(text).year >= 1


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_way_to_write_a_month_leaves_its_last_day(day):
    days = {last_day(f"{day:%B %Y}"), last_day(f"{day:%m/%Y}"), last_day(f"{day:%Y-%m}"), last_day(f"{day:%b %Y}")}
    assert len(days) == 1
    assert last_day(f"{day.day} {day:%B %Y}") == last_day(day.isoformat()) == day


@pytest.mark.parametrize(
    ("until", "made_on", "codes"),
    [
        ("May 2049", None, []),
        ("May 2020", None, ["past"]),
        ("2026-11-27", None, ["past"]),
        ("2026-11-28", None, []),
        ("May 2030", date(2031, 1, 1), ["past"]),
        ("yesterday", None, ["no_day"]),
        ("13/2027", None, ["no_day"]),
    ],
)
def test_a_label_past_its_date_is_not_for_sale(until, made_on, codes):
    details = Details(responsible="A", batch="B", best_before=until, made_on=made_on, today=date(2026, 11, 28))
    label = write_label(RESULT, details)
    dated = [each.code for each in label.not_for_sale if each.code in {"past", "no_day", "date", "keeps"}]
    assert dated == codes


def test_a_date_in_another_language_is_the_makers_to_check():
    label = write_label(RESULT, Details(best_before="Mai 2027", lang="de"))
    assert "no_day" not in [each.code for each in label.not_for_sale]


def test_the_routes_are_told_what_day_it_is():
    asked = f"/papers.csv?{SALE}&responsible=A&batch=B&before=May+2026"
    assert "is past" in ASKER.get(asked + "&today=2026-06-01").text
    assert "is past" not in ASKER.get(asked + "&today=2026-05-31").text
    assert "is past" not in ASKER.get(asked).text  # no clock is read there


def test_a_day_that_is_none_names_its_own_input():
    answer = ASKER.get(f"/papers.csv?{SALE}&today=yesterday")
    assert (answer.status, "as the day it is" in answer.text) == (400, True)


def test_a_bottle_takes_the_date_that_stands_on_it():
    typed = {"oil": "lavender", "size_ml": "10", "best_before": "05/2027"}
    assert read_bottle_form(typed, ()).best_before == date(2027, 5, 31)
