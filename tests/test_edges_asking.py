"""The edges of asking and of figures: every measure in mL, 100 % and not more, 9.996 printed, spans at their ends."""

from fractions import Fraction

import pytest

from blends import BlendError, calculate, read_brief, read_link
from blends.asking.brief import LONGEST_NOTE, LONGEST_TEXT, LONGEST_TITLE, MOST_BOTTLES
from blends.asking.counts import read_count
from blends.asking.dropper import MET_IN_PRACTICE, drops_per_ml_by_weight, read_drops_per_ml, read_mass_g
from blends.asking.link import LONGEST
from blends.asking.parts import MOST_OILS, MOST_PARTS, read_parts, write_parts
from blends.asking.person import read_age, read_conditions, read_person
from blends.asking.quantities import next_bottle, read_bottle, read_dilution, write_bottle
from blends.figures import exact_text, fixed, listed, spoken, write_number
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()

# Each measure in mL or g as its law has it: the inch is 25.4 mm, so a US gallon of 231 cubic inches is 3785.411784 mL,
# a pint an eighth of it; an imperial gallon is 4546.09 mL, a pint an eighth, an ounce a twentieth of the pint.
US_GALLON, IMPERIAL_GALLON = Fraction("3785.411784"), Fraction("4546.09")
MEASURES = {
    ("1 pint", "us"): US_GALLON / 8,
    ("1 pt", "us"): US_GALLON / 8,
    ("1 fl oz", "us"): US_GALLON / 128,
    ("1 fl dr", "us"): US_GALLON / 1024,
    ("1 tbsp", "us"): US_GALLON / 256,
    ("1 tsp", "us"): US_GALLON / 768,
    ("1 pint", "imperial"): IMPERIAL_GALLON / 8,
    ("1 fl oz", "imperial"): IMPERIAL_GALLON / 160,
    ("1 fl dr", "imperial"): IMPERIAL_GALLON / 1280,
    ("1 tbsp", "imperial"): IMPERIAL_GALLON / 256,  # 17.76 mL, three teaspoons
    ("1 tsp", "imperial"): IMPERIAL_GALLON / 768,  # 5.92 mL
    ("1 pint", "chart"): Fraction(480),
    ("1 fl oz", "chart"): Fraction(30),
    ("1 fl dr", "chart"): Fraction(30, 8),
    ("1 tbsp", "chart"): Fraction(15),
    ("1 tsp", "chart"): Fraction(5),
    ("1 cl", "us"): Fraction(10),
    ("1 dl", "us"): Fraction(100),
    ("1 l", "us"): Fraction(1000),
    ("1 cc", "us"): Fraction(1),
    ("1 uk tsp", "us"): IMPERIAL_GALLON / 768,
    ("1 US pint", "imperial"): US_GALLON / 8,
    ("1 chart tbsp", "us"): Fraction(15),
}


@pytest.mark.parametrize(("text", "system"), MEASURES)
def test_every_measure_is_what_its_law_says(text, system):
    assert read_bottle(text, system).volume_ml == MEASURES[text, system]


@pytest.mark.parametrize(
    ("text", "grams"), [("1 g", 1), ("1 kg", 1000), ("1 lb", "453.59237"), ("2 pounds", "907.18474")]
)
def test_every_weight_is_what_its_law_says(text, grams):
    assert read_bottle(text).mass_g == Fraction(grams)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1 ml", True),
        ("0.99 ml", False),
        ("20 l", True),
        ("20.01 l", False),
        ("1 g", True),
        ("20 kg", True),
        ("20.01 kg", False),
    ],
)
def test_a_bottle_holds_from_1_ml_to_20_l(text, read):
    if read:
        assert read_bottle(text).text == text
    else:
        with pytest.raises(BlendError, match="outside what can be made here"):
            read_bottle(text)


@pytest.mark.parametrize(
    ("text", "system", "written"),
    [
        ("1/2 fl oz", "us", "0.5floz"),
        ("1/2 fl oz", "imperial", "0.5floz"),
        ("1 US fl oz", "imperial", "1us floz"),
        ("2 fluid drams", "chart", "2fldr"),
        ("90 g", "us", "90g"),
        ("1/3 l", "us", "1/3l"),
    ],
)
def test_a_bottle_is_written_so_that_it_reads_back(text, system, written):
    bottle = read_bottle(text, system)
    assert write_bottle(bottle, system) == written
    again = read_bottle(written, system)
    assert (again.volume_ml, again.mass_g, again.unit) == (bottle.volume_ml, bottle.mass_g, bottle.unit)


@pytest.mark.parametrize(
    ("least_ml", "size"),
    [(5, "5 ml"), (5.01, "10 ml"), (500, "500 ml"), (500.1, "1 l"), (20_000, "20 l"), (20_001, "")],
)
def test_the_next_bottle_is_the_first_that_holds_so_much(least_ml, size):
    assert next_bottle(least_ml) == size


# Spans, read at their ends.

TWENTY = ",".join(f"a{n}" for n in range(20))


@pytest.mark.parametrize(
    ("reader", "reads", "refuses"),
    [
        (read_dilution, ["0 %", "100 %", "99.99"], ["100.01 %", "101"]),
        (read_drops_per_ml, ["5", "100"], ["4.99", "100.1"]),
        (lambda text: read_count(text, "a number of bottles", MOST_BOTTLES), ["1", "1000"], ["0", "1001"]),
        (read_age, ["0", "17"], ["18", "-1", "7.5", "٧"]),
        (read_person, ["child:0", "child:17", "child : 7"], ["child:18", "child:100", "children:7"]),
        (read_mass_g, ["0.1 g", "1 gram"], ["0 g", "1 mg"]),
        (lambda text: read_parts(text, "oils"), ["a:1000", "a" * 60, TWENTY], ["a:1001", "a:0", "a,a", TWENTY + ",b"]),
        (read_conditions, ["", "epilepsy," * 100], ["epilepsy," * 120]),
    ],
)  # fmt: skip
def test_a_span_reaches_its_ends_and_not_a_hair_further(reader, reads, refuses):
    for text in reads:
        reader(text)
    for text in refuses:
        with pytest.raises(BlendError):
            reader(text)


def test_the_most_that_one_bottle_takes_is_20_oils_of_1000_parts():
    assert (MOST_OILS, MOST_PARTS, MOST_BOTTLES) == (20, 1000, 1000)


@pytest.mark.parametrize(("field", "longest"), [("title", LONGEST_TITLE), ("note", LONGEST_NOTE)])
def test_ones_own_words_may_be_as_long_as_is_said(field, longest):
    assert {"title": 80, "note": 300}[field] == longest
    assert getattr(read_brief({field: "a" * longest}), field) == "a" * longest
    with pytest.raises(BlendError, match=f"Write {longest} at most"):
        read_brief({field: "a" * (longest + 1)})
    with pytest.raises(BlendError, match=f"it has {LONGEST_TEXT + 1} characters. Write {longest} at most"):
        read_brief({field: " " * (LONGEST_TEXT + 1)})


def test_a_link_of_2000_characters_is_read_and_one_more_is_not():
    link = "v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home&utm="
    longest = link + "a" * (LONGEST - len(link))
    assert LONGEST == 2000
    assert read_link("https://example.org/?" + longest).effects == ("warming",)
    with pytest.raises(BlendError, match="has 2001 characters"):
        read_link("?" + longest + "a")


# Drops weighed, and droppers.


def test_twenty_drops_of_a_heavier_oil_are_fewer_in_weight_not_in_number():
    # 20 drops of 0.66 g: at 0.9 g/mL they fill 0.7333 mL, at 1.045 g/mL 0.6316 mL.
    assert drops_per_ml_by_weight(20, Fraction("0.66"), "0.9") == Fraction("27.3")
    assert drops_per_ml_by_weight(20, Fraction("0.66"), "1.045") == Fraction("31.7")
    assert drops_per_ml_by_weight(40, Fraction("0.66"), "0.9") == Fraction("54.5")


def test_droppers_met_in_practice_give_15_to_45():
    assert MET_IN_PRACTICE == (15, 20, 25, 30, 35, 40, 45)


# Figures.


@pytest.mark.parametrize(
    ("value", "rounding", "text"),
    [
        ("9.996", "nearest", "10.0"),
        ("9.994", "nearest", "9.99"),
        ("0.9996", "nearest", "1.00"),
        ("99.96", "nearest", "100"),
        ("999.6", "nearest", "1000"),
        ("0.005", "nearest", "0.00500"),
        ("1.005", "nearest", "1.01"),
        ("9.999", "down", "9.99"),
        ("1234.5", "nearest", "1235"),
        ("1", "nearest", "1.00"),
        ("10", "nearest", "10.0"),
    ],
)
def test_three_figures_stay_three_where_rounding_makes_one_more(value, rounding, text):
    assert fixed(Fraction(value), rounding=rounding) == text


@pytest.mark.parametrize(
    ("value", "text"), [("9.996", "10"), ("100", "100"), ("20.0", "20"), ("0.1", "0.1"), ("0", "0"), ("1.50", "1.5")]
)
def test_a_number_is_written_without_zeros_behind_it_and_keeps_those_before(value, text):
    assert write_number(Fraction(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0.5", "0.5"),
        ("0.005", "0.005"),
        ("1.005", "1.0050"),
        ("10.125", "10.1250"),
        ("1/7", "1/7"),
        ("1/128", "0.0078125"),
    ],
)
def test_an_exact_number_reads_back_as_itself(value, text):
    assert exact_text(Fraction(value)) == text
    assert read_dilution(text) == Fraction(value)


def test_names_inside_a_sentence_keep_the_capitals_that_are_names():
    assert [spoken(name) for name in ("Scots pine", "Roman chamomile", "T&Y 2014", "Myrrh")] == [
        "Scots pine", "Roman chamomile", "T&Y 2014", "myrrh",
    ]  # fmt: skip
    assert [listed(words, "or") for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a or b",
        "a, b or c",
    ]


def test_parts_are_written_where_one_differs_and_left_out_where_none_does():
    assert write_parts(read_parts("a:2,b:2", "a list of oils")) == "a,b"
    assert write_parts(read_parts("a:2,b:1/3", "a list of oils")) == "a:2,b:1/3"


def test_the_dilution_asked_for_is_the_one_that_is_made():
    made = calculate(read_brief({"oils": "lavender", "dilution": "100 %", "drops": "exact"}), CATALOGUE).recipe
    assert (made.achieved_dilution_pct, made.oils_ml) == (100, 100)
