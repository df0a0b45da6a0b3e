"""The answer of the Blend page at first sight, and what stands behind a click."""

import re

import pytest
from on_the_page import address, open_box, opened, said, same_blend, shown


def test_a_childs_age_is_asked_and_no_amounts_are_shown_before_it(page):
    page.get_by_key("person").set_value("child").run()
    assert page.get_by_key("age").value in (None, "")
    assert "How old is the child?" in said(page)
    assert "ep-amounts" not in shown(page)
    assert "No recipe yet" in said(page)
    page.get_by_key("age").set_value("nine").run()
    assert "'nine' is no age of a child here" in said(page)
    assert "ep-amounts" not in shown(page)
    page.get_by_key("age").set_value("9").run()
    assert "For a child of 9 at home" in said(page)
    assert page.get_by_key("dilution").value == "1 %"
    assert address(page)["w"] == "child:9,home"


def test_the_verdict_stands_in_two_lines_and_the_purpose_decides_which_is_large(page):
    home = "Within the limits for home use"
    assert f"{home}</h3>" in shown(page)
    assert "For sale: do not sell; over a limit: methyl eugenol" in said(page)
    page.get_by_key("purpose").set_value("sale").run()
    assert re.search("<h3 [^>]*>Do not sell; over a limit: methyl eugenol", shown(page))
    assert f"For a healthy adult at home: {home[0].lower() + home[1:]}" in said(page)


def test_the_number_of_oils_without_a_limit_of_their_own_stands_in_the_headline():
    page = opened("v=1&o=vetiver,lavender&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home")
    assert "Nothing over; 1 of 2 oils has no limit of its own</h3>" in shown(page)


def test_a_sale_is_chosen_and_never_said_to_be_assumed(page):
    page.get_by_key("purpose").set_value("sale").run()
    assert "For sale" in said(page)
    assert "assumed" not in said(page)


def test_that_the_adult_is_healthy_is_said_to_be_assumed(page):
    assert "For a healthy adult at home: assumed. Someone else?" in said(page)
    page.get_by_key("person").set_value("older").run()
    assert "assumed" not in said(page)


def test_what_is_not_for_this_person_is_left_out_by_its_button_above_the_amounts():
    page = opened("v=1&o=rosemary,lavender&b=olive&m=100ml,fill-to,us,1&d=1,20,equal&w=adult,home")
    open_box(page, "health").get_by_key("conditions").set_value(["high_blood_pressure"]).run()
    assert "Not for this person: rosemary</h3>" in shown(page)
    (button,) = (each for each in page.button if "Leave out rosemary" in each.label)
    assert button.label.startswith("**Leave out rosemary**: to be avoided with high blood pressure")
    button.click().run()
    assert "Rosemary" not in said(page)
    assert same_blend(page)


def test_what_is_over_offers_the_most_that_is_allowed_above_the_amounts(page):
    page.get_by_key("dilution").set_value("5 %").run()
    assert "Over a limit" in said(page)
    (button,) = (each for each in page.button if "the usual strength" in each.label)
    button.click().run()
    assert 'ep-line ep-is-over"' not in shown(page).partition("ep-small")[0]


def test_a_dropper_nobody_knows_is_reckoned_with_20_and_said(page):
    page.get_by_key("dropper").set_value("unknown").run()
    assert "Reckoned with 20 drops from 1 mL." in said(page)
    assert "the same drops then make 2.67 % to 0.889 %" in said(page)
    page.get_by_key("bottle").set_value("50 ml").run()
    assert address(page)["d"] == "2,20,equal"
    assert same_blend(page)


def test_the_chosen_unit_is_large_and_grams_say_which_scale(page):
    assert "<b>10</b> <small>drops" in shown(page)
    page.get_by_key("unit").set_value("g").run()
    assert "<b>0.45</b> <small>g" in shown(page)
    assert "<b>89.5</b> <small>g" in shown(page)
    assert "The oils need a fine scale (0.01 g)" in said(page)
    assert "Weigh each oil into a clean, dry bottle." in said(page)
    open_box(page, "settings").get_by_key("bottles").set_value("4").run()
    assert "For 4 bottles in all: 1.79 g of petitgrain" in said(page)
    page.get_by_key("unit").set_value("ml").run()
    assert "<b>0.5</b> <small>mL" in shown(page)


def test_the_foot_of_a_phone_says_the_recipe_and_the_verdict(page):
    assert "10 drops each of four oils in 100 mL✓ Within the limits for home useSee recipe" in said(page)
    page.get_by_key("effect").set_value("warming").run()
    page.get_by_key("bottle").set_value("10 ml").run()
    assert "Too small for whole drops" in said(page)


def test_what_stands_behind_a_click_is_made_only_when_it_is_opened(page):
    assert len(shown(page)) < 6_000
    for key, words in (
        ("limits", "findings, with sources"),
        ("worked", "so 10 each"),
        ("hand_on", "?v=1&e=circulation"),
    ):
        assert words not in shown(page) + " ".join(code.value for code in page.code)
        open_box(page, key)
        assert words in shown(page) + " ".join(code.value for code in page.code)


def test_a_limit_can_be_worked_by_hand(page):
    open_box(page, "limits")
    worked = re.search(r"Safrole.*?nutmeg ([\d.]+) % × ([\d.]+) % = ([\d.]+) % \(by weight\)", said(page))
    share, content, sum_ = map(float, worked.groups())
    assert share * content / 100 == pytest.approx(sum_, rel=0.01)
