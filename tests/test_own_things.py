"""What a person owns goes to a plain row and comes back the same; anything else is refused in a sentence."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blends.errors import BlendError
from blends.keeping.things import Bottle, Certificate, OwnOil
from blends.tables.own import Measured

WORDS = st.text(st.characters(codec="ascii", categories=["L", "Nd", "Zs"]), max_size=30)
DATES = st.none() | st.dates(date(1990, 1, 1), date(2060, 12, 31))
ML = st.decimals(Decimal("0.1"), 1000, places=3)
PRICES = st.just((None, "")) | st.tuples(st.decimals(0, 9999, places=2), st.sampled_from(["EUR", "JPY"]))
PERCENT = st.decimals(0, 100, places=3)


@st.composite
def bottles(draw):
    size = draw(ML)
    price, currency = draw(PRICES)
    left = draw(st.decimals(0, size, places=3))
    return Bottle("b1", "lavender", size, left, price, currency, draw(DATES), draw(DATES), draw(WORDS), draw(WORDS))


MEASURED = st.builds(Measured, WORDS, st.sampled_from(["", "linalool"]), PERCENT, st.booleans())
CERTIFICATES = st.builds(
    Certificate,
    st.just("b1"),
    st.just("lavender"),
    st.lists(MEASURED, max_size=5).map(tuple),
    st.none() | st.decimals("0.7", "1.3", places=3),
    st.none() | st.decimals(0, 50, places=1),
    WORDS,
    DATES,
    DATES,
    WORDS,
)
OILS = st.builds(
    OwnOil,
    st.just("my_rose"),
    st.just("essential"),
    st.just((("name", "Rose"), ("botanical", "Rosa × damascena Mill."))),
    st.lists(MEASURED, max_size=5).map(tuple),
    st.sampled_from(["", "rose"]),
)


@given(bottles() | CERTIFICATES | OILS)
def test_a_thing_comes_back_from_its_row_as_it_was(thing):
    assert type(thing).read_row(json.loads(json.dumps(thing.as_row()))) == thing


BOTTLE = Bottle("b1", "lavender", Decimal(10), Decimal(5), Decimal("6.90"), "EUR").as_row()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"size_ml": 10}, "Cannot read '10' as size_ml. Wanted a text."),
        ({"size_ml": "0"}, "Wanted a number from 0.1 to 100000"),
        ({"size_ml": "NaN"}, "Wanted a number"),
        ({"left_ml": "10.5"}, "10.5 mL cannot be left in a bottle of 10 mL"),
        ({"left_ml": "-1"}, "Cannot read '-1' as left_ml"),
        ({"price": ""}, "beside a price, and none without one"),
        ({"currency": "€"}, "three letters of its currency"),
        ({"opened": "2026-02-30"}, "Wanted a date, such as 2027-03-31."),
        ({"opened": "20260203"}, "Wanted a date"),
        ({"lot": "L\u202e7"}, "cannot be seen"),
        ({"note": "n" * 2001}, "note has 2001 characters"),
        ({"pregnancy": "yes"}, "a bottle has no field 'pregnancy'"),
    ],
)
def test_a_wrong_field_is_refused_by_its_name(change, said):
    with pytest.raises(BlendError, match=said.replace("(", r"\(")) as error:
        Bottle.read_row(BOTTLE | change)
    wrong = {"price": "currency"}  # a currency without its price
    assert [error.value.field] == [wrong.get(field, field) for field in change]


@pytest.mark.parametrize("given", [None, [], "b1", {}, {1: 2}])
def test_what_is_no_row_is_refused(given):
    for kind in (Bottle, Certificate, OwnOil):
        with pytest.raises(BlendError):
            kind.read_row(given)


@pytest.mark.parametrize("id_", ["rose", "my-rose", "MY_ROSE", ""])
def test_the_id_of_an_own_oil_begins_with_my(id_):
    with pytest.raises(BlendError):
        OwnOil.read_row(OwnOil("my_rose", "essential", ()).as_row() | {"id": id_})


def test_a_column_that_no_table_has_is_refused():
    row = OwnOil("my_rose", "essential", ()).as_row()
    with pytest.raises(BlendError, match="essential_oils has no column 'colour'"):
        OwnOil.read_row(row | {"row": {"colour": "red"}})
