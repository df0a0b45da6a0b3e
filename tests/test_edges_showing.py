"""The edges of what is said and printed: the sun, two lines of the verdict, units at their bounds, dates."""

from dataclasses import replace
from datetime import date

import pytest

from blends import calculate, read_brief, write_card
from blends.showing.handed import hand_on
from blends.showing.html import _place
from blends.showing.label import Details, write_label
from blends.showing.words.amounts import massages
from blends.showing.words.first_sight import verdict_lines
from blends.showing.words.notes import notes
from blends.showing.words.summary import one_line, summary
from blends.showing.words.units import grams
from blends.showing.words.verdict import ceiling_sentence
from blends.showing.words.whom import above_usual
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()
PHOTOTOXIC = [oil.id for oil in CATALOGUE.oil_by_id.values() if oil.phototoxic_max_pct]


def result(**texts):
    return calculate(read_brief(texts), CATALOGUE)


def kinds(made):
    return [note.kind for note in notes(made)]


def lines(**texts):
    return [(line.speaks_for, line.verdict.value, line.words, line.shape, line.large) for line in
            verdict_lines(result(**texts))]  # fmt: skip


# Sun, air and gum turpentine.


@pytest.mark.parametrize("oil", PHOTOTOXIC)
def test_every_phototoxic_oil_warns_of_the_sun_on_card_and_label(oil):
    made = result(oils=oil, dilution="0.2 %")
    (said,) = [note.words for note in notes(made) if note.kind == "light"]
    assert said == "Sensitive to light: keep treated skin out of the sun and sunbeds for 12 hours."
    assert "Keep treated skin out of the sun and sunbeds for 12 hours." in write_label(made, Details()).cautions


def test_there_are_phototoxic_oils_and_no_other_warns_of_the_sun():
    assert {"bergamot", "lemon", "lime", "grapefruit"} <= set(PHOTOTOXIC)
    others = [oil for oil in CATALOGUE.oil_by_id if oil not in PHOTOTOXIC]
    assert len(others) > 50
    for oil in others[::5]:
        made = result(oils=oil, dilution="1 %")
        assert "light" not in kinds(made)
        assert not any("sun" in words for words in write_label(made, Details()).cautions)


def test_one_phototoxic_oil_among_others_is_enough_for_the_warning():
    assert "light" in kinds(result(oils="lavender,bergamot,pine", dilution="1 %"))


def test_only_what_is_below_85_percent_of_what_was_asked_for_is_said_to_fall_short():
    # 12 drops for 2 % of 30 mL: 10 of them are 83 %; in 29.4 mL 10 of 11.76 are just over 85 %.
    assert "short" in kinds(result(effect="warming", bottle="30 ml"))
    assert "short" not in kinds(result(effect="warming", bottle="29.4 ml"))


@pytest.mark.parametrize(
    ("texts", "advised"),
    [
        ({"effect": "warming", "bottle": "30 ml"}, True),
        ({"effect": "warming", "bottle": "12 ml", "dilution": "5 %"}, False),  # over already
        ({"oils": "lavender,petitgrain,pine", "bottle": "9.5 ml", "dilution": "2.9 %"}, False),  # more than usual
    ],
)
def test_more_oil_is_advised_only_up_to_the_usual(texts, advised):
    (short,) = [note.words for note in notes(result(**texts)) if note.kind == "short"]
    assert ("to come closer" in short) == advised


# The verdict in two lines: each speaks for its own books, the one asked for is large.


def test_the_line_of_the_purpose_asked_for_is_the_large_one():
    assert [line[4] for line in lines(effect="circulation")] == [True, False]
    assert [line[4] for line in lines(effect="circulation", purpose="sale")] == [False, True]


def test_what_is_over_for_sale_alone_is_not_over_at_home():
    home, sale = lines(effect="circulation")
    assert home == ("For a healthy adult at home", "within", "Within the limits for home use", "✓", True)
    assert sale[:2] == ("For sale", "over")
    assert sale[3] == "✕"
    assert sale[2].startswith("Do not sell; over a limit: methyl eugenol")


@pytest.mark.parametrize(
    ("oils", "dilution", "words"),
    [
        ("nutmeg,rosemary", "2.9 %", "nutmeg and carcinogens together"),
        ("nutmeg", "2 %", "nutmeg, methyl eugenol and 2 more"),
        ("nutmeg", "3.5 %", "the strength, nutmeg and 3 more"),
    ],
)
def test_two_of_what_is_over_are_named_and_the_others_counted(oils, dilution, words):
    assert lines(oils=oils, dilution=dilution)[0][2] == f"Over a limit: {words}"


def test_an_oil_that_is_not_for_the_person_is_no_oil_over_a_limit():
    home, sale = lines(oils="eucalyptus", person="child:7", dilution="0.5 %", drops="exact")
    assert home[1:4] == ("over", "Not for this person: eucalyptus (blue gum)", "✕")
    assert sale[1] == "over"  # the guidance judges a sale, too


def test_without_oils_there_is_nothing_to_judge_unless_the_base_oil_is_barred():
    assert [line[2:4] for line in lines(dilution="0 %")] == [
        ("No essential oil: nothing to judge but the base oil", "–")
    ] * 2
    barred = lines(dilution="0 %", base="peanut", conditions="allergy_peanut")
    assert [line[1] for line in barred] == ["over", "over"]
    assert barred[0][2] == "Not for this person: peanut (groundnut) oil"


def test_what_is_not_known_is_counted_among_all_oils():
    home, _ = lines(oils="vetiver,lavender", dilution="1 %")
    assert home[1:4] == ("not assessed", "Nothing over; 1 of 2 oils has no limit of its own", "?")
    home, _ = lines(oils="vetiver,lavender,helichrysum", dilution="1 %")
    assert home[2] == "Nothing over; 2 of 3 oils have no limit of their own"
    home, _ = lines(oils="lavender", person="pregnant")
    assert home[2] == "Nothing over; no warning found, which is no proof"


def test_a_ceiling_at_the_usual_rate_is_printed_and_one_above_it_is_not():
    made = result(oils="lavender", dilution="1 %")
    found = made.review.ceilings[0]
    assert ceiling_sentence(replace(found, dilution_pct=2.0), made).startswith("at most 2 %")
    assert ceiling_sentence(replace(found, dilution_pct=2.1), made) == "this book would allow the usual 2 %"
    more = result(oils="lavender", dilution="2.5 %")
    assert ceiling_sentence(replace(found, dilution_pct=2.1), more).startswith("at most 2.1 %")


def test_only_more_than_the_usual_is_above_it():
    assert above_usual(result(oils="lavender", dilution="2 %")) == ""
    assert above_usual(result(oils="lavender", dilution="2.01 %")) == (
        "2.01 % is above the usual 2 % for an adult."
    )  # fmt: skip
    assert above_usual(result(dilution="3 %", person="child:1")) == ""  # no oil goes in


# Amounts at the bounds of their words.


@pytest.mark.parametrize(
    ("mass_g", "text"),
    [
        (0.00949, "0.009"),
        (0.01, "0.01"),
        (1.994, "1.99"),
        (2.0, "2.0"),
        (99.94, "99.9"),
        (100.0, "100"),
        (100.4, "100"),
    ],
)
def test_a_weight_has_the_places_of_the_scale_that_shows_it(mass_g, text):
    assert grams(mass_g) == text


@pytest.mark.parametrize(
    ("ml", "words"),
    [
        (19.9, "less than 1 massage"),
        (20, "1 massage"),
        (39.9, "1 massage"),
        (40, "1 to 2 massages"),
        (50, "2 massages"),
    ],
)
def test_a_massage_takes_20_to_25_ml(ml, words):
    assert massages(ml) == words


def test_one_line_says_what_goes_into_the_bottle():
    assert one_line(result(oils="lavender", bottle="10 ml", dilution="0.5 %")) == "1 drop true lavender in 10 mL"
    assert one_line(result(oils="lavender:2,pine:1", bottle="30 ml")) == "12 drops of two oils in 30 mL"
    assert one_line(result(oils="lavender", bottle="10 ml", drops="exact")) == "0.2 mL of true lavender in 10 mL"
    assert one_line(result(oils="lavender,pine", bottle="10 ml", drops="exact")) == "0.2 mL of two oils in 10 mL"
    assert one_line(result(dilution="0 %")) == "100 mL of base oil alone"


def test_the_bar_says_the_amounts_in_the_unit_chosen():
    two = {"oils": "lavender,pine", "bottle": "100 ml", "dilution": "2 %"}
    said = {unit: write_card(result(**two), unit=unit).short for unit in ("drops", "ml", "g")}
    assert said == {
        "drops": "20 drops each of two oils in 100 mL",
        "ml": "1 mL each of two oils in 100 mL",
        "g": "1.76 g of two oils in 100 mL",
    }
    one = result(oils="lavender", bottle="100 ml", dilution="2 %")
    assert write_card(one, unit="g").short == "1.77 g of true lavender in 100 mL"
    unweighed = result(oils="lavender:2,pine:1", bottle="30 ml")
    assert one_line(unweighed, "ml") == "0.6 mL of two oils in 30 mL"


def test_the_places_of_the_ceilings_picture_run_from_a_hundredth_to_ten_percent():
    assert [_place(pct) for pct in (0, 0.001, 0.01, 10, 80, None)] == [0, 0, 0, 100, 100, 100]
    assert _place(1) == pytest.approx(200 / 3)


def test_a_card_without_dates_has_none_and_with_them_both():
    made = result(effect="warming")
    assert (write_card(made).made_on, write_card(made).best_before) == ("", "")
    dated = write_card(made, "", date(2026, 1, 9), "May 2027")
    assert (dated.made_on, dated.best_before) == ("9 January 2026", "May 2027")


def test_what_is_handed_on_is_judged_for_somebody_healthy_and_what_is_seen_is_not():
    own = result(oils="lavender", person="pregnant", title="For Ann")
    assert write_card(own, handed_on=False).judgement.for_whom == "Judged for someone pregnant."
    handed = hand_on(own).card
    assert handed.judgement.for_whom == "For a healthy adult: not checked for illness, allergy or pregnancy."
    assert "pregnant" not in summary(hand_on(own).result)
