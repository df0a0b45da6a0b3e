"""The inputs of the Blend page as Streamlit runs it: they lead to the recipe, wrong entries lose nothing."""

import pytest
from on_the_page import address, oil_pills, open_box, opened, said, shown


def test_the_page_answers_before_any_click(page):
    assert "Circulation blend" in shown(page)
    assert ">98<" in shown(page)


def test_the_story_of_the_warming_oil(page):
    page.get_by_key("effect").set_value("warming").run()
    assert "Warming blend" in shown(page)
    assert shown(page).count("<b>8</b>") == 5
    assert "2.00 %" in shown(page)


def test_an_unreadable_bottle_says_so_and_keeps_the_last_recipe(page):
    page.get_by_key("bottle").set_value("60 ml").run()
    page.get_by_key("bottle").set_value("4 oz").run()
    assert "Write 4 fl oz or 113 g." in shown(page)
    assert "Shown for 60 ml until what is marked can be read." in shown(page)
    assert page.get_by_key("bottle").value == "4 oz"


@pytest.mark.parametrize("text", ["", "9**9**9 ml", "9" * 100_000, "<script>alert(1)</script>", "\x00", "1e400 ml"])
@pytest.mark.parametrize("key", ["bottle", "dilution"])
def test_no_text_ever_breaks_the_page(page, key, text):
    page.get_by_key(key).set_value(text).run()
    assert "ep-wrong" in shown(page)
    assert "<script" not in shown(page)
    assert "Circulation blend" in shown(page)


def test_a_bottle_too_small_offers_both_ways_out(page):
    page.get_by_key("effect").set_value("warming").run()
    page.get_by_key("bottle").set_value("10 ml").run()
    assert "The smallest bottle that works is 12.5 ml" in shown(page)
    larger, measured = (button for button in page.button if "instead" in button.label or "Measure" in button.label)
    larger.click().run()
    assert page.get_by_key("bottle").value == "15 ml"
    page.get_by_key("bottle").set_value("10 ml").run()
    measured = next(button for button in page.button if button.label.startswith("Measure"))
    measured.click().run()
    assert "<b>0.04</b> <small>mL" in shown(page)
    assert "about" not in shown(page)  # by measure nobody counts drops


def test_gum_turpentine_takes_the_place_of_scots_pine(page):
    page.get_by_key("effect").set_value("warming").run()
    open_box(page, "change")
    page.get_by_key("place_pine").set_value("turpentine").run()
    assert "Gum turpentine" in shown(page)
    assert "Scots pine" not in shown(page)
    assert shown(page).count("<b>8</b>") == 5


def test_an_oil_can_be_left_out_taken_in_again_and_added(page):
    oil_pills(page).set_value(["petitgrain", "juniper", "rosemary"]).run()
    assert "Nutmeg" not in shown(page)
    assert "Circulation blend, adapted" in shown(page)
    assert "Nutmeg" in oil_pills(page).options
    oil_pills(page).set_value(["petitgrain", "juniper", "rosemary", "nutmeg"]).run()
    assert "Circulation blend <span>" in shown(page)
    open_box(page, "change")
    page.get_by_key("find").set_value("lav").run()
    page.get_by_key("more").set_value("lavender").run()
    assert "True lavender" in shown(page)


def test_a_search_that_finds_no_oil_says_so(page):
    open_box(page, "change")
    page.get_by_key("find").set_value("zzz").run()
    assert "No oil is called so." in shown(page)
    page.get_by_key("find").set_value("nutmeg").run()
    assert "It is in the list above." in shown(page)


def test_only_oils_one_chooses_begins_with_none_and_shows_no_amounts(page):
    page.get_by_key("effect").set_value("own").run()
    assert "Choose at least one oil, and the amounts stand here." in shown(page)
    assert "ep-amounts" not in shown(page)
    page.get_by_key("find_own").set_value("bergamot").run()
    page.get_by_key("more_own").set_value("bergamot").run()
    assert "Bergamot (expressed)" in shown(page)


def test_effects_can_be_combined(page):
    open_box(page, "change").get_by_key("combine").set_value(True).run()
    page.get_by_key("effects").set_value(["circulation", "anti-inflammatory"]).run()
    assert "Circulation and anti-inflammatory blend" in shown(page)
    assert shown(page).count('class="ep-oil"') == 6


def test_no_effect_and_no_oil_asks_for_one(page):
    open_box(page, "change").get_by_key("combine").set_value(True).run()
    page.get_by_key("effects").set_value([]).run()
    assert "Choose at least one oil" in shown(page)


def test_unequal_parts_are_measured_out(page):
    page.get_by_key("effect").set_value("anti-inflammatory").run()
    open_box(page, "change").get_by_key("unequal").set_value(True).run()
    page.get_by_key("parts_lavender").set_value("2").run()
    assert "<b>20</b>" in shown(page)
    assert shown(page).count("<b>10</b>") == 2


def test_ones_own_dropper_is_counted_or_weighed(page):
    page.get_by_key("dropper").set_value("own").run()
    page.get_by_key("own_drops").set_value("30").run()
    assert "<b>15</b>" in shown(page)
    open_box(page, "weigh")
    page.get_by_key("weigh_liquid").set_value("lavender").run()
    assert "That is 26.8 drops per mL." in shown(page)
    next(button for button in page.button if button.label == "Use 26.8").click().run()
    assert page.get_by_key("own_drops").value == "26.8"
    page.get_by_key("weigh_grams").set_value("heavy").run()
    assert "Write 0.66 g" in shown(page)


def test_every_setting_reaches_the_recipe(page):
    page.get_by_key("base").set_value("peanut").run()
    assert "Allergen" in shown(page)
    open_box(page, "settings")
    open_box(page, "worked")
    page.get_by_key("several").set_value(True).run()
    page.get_by_key("bases").set_value(["olive", "sunflower"]).run()
    page.get_by_key("base_parts_olive").set_value("3").run()
    assert "in olive oil and sunflower oil" in shown(page)
    page.get_by_key("bottle").set_value("4 fl oz").run()
    assert "1 US fl oz is 29.5735 mL" in shown(page)
    page.get_by_key("system").set_value("imperial").run()
    assert "1 imperial fl oz is 28.4131 mL" in shown(page)
    page.get_by_key("fill").set_value("add-to").run()
    assert "mL, then the oils" in shown(page)
    page.get_by_key("bottles").set_value("3").run()
    assert "For 3 bottles in all" in shown(page)
    page.get_by_key("drops").set_value("spend").run()
    assert "eftover drops spent" in shown(page)


def test_bottles_that_cannot_be_counted_are_said(page):
    open_box(page, "settings")
    page.get_by_key("bottles").set_value("some").run()
    assert "a number of bottles" in said(page)
    assert "Circulation blend" in shown(page)


def test_the_other_way_round_is_on_the_page(page):
    open_box(page, "settings")
    assert "12 drops make 2.00 % in 30 mL" in shown(page)
    page.get_by_key("have_bottle").set_value("4 oz").run()
    assert "Write 4 fl oz or 113 g" in shown(page)


def test_more_oils_with_the_effect_can_be_taken_in(page):
    page.get_by_key("effect").set_value("warming").run()
    open_box(page, "change")
    assert "Ginger" in page.get_by_key("more").options
    page.get_by_key("more").set_value("ginger").run()
    assert "Ginger" in shown(page)
    assert shown(page).count('class="ep-oil"') == 6


def test_any_base_oil_of_the_table_can_be_chosen(page):
    page.get_by_key("base").set_value("other").run()
    page.get_by_key("base_other").set_value("jojoba").run()
    assert "in jojoba oil (liquid wax)" in shown(page)


def test_no_base_oil_pressed_shows_no_amounts(page):
    open_box(page, "settings").get_by_key("several").set_value(True).run()
    page.get_by_key("bases").set_value([]).run()
    assert "Choose a base oil" in said(page)
    assert "ep-amounts" not in shown(page)


def test_parts_are_written_with_a_comma_too_and_wrong_ones_are_said(page):
    open_box(page, "change").get_by_key("unequal").set_value(True).run()
    page.get_by_key("parts_juniper").set_value("2,5").run()
    assert "juniper:2.5" in address(page)["o"]
    page.get_by_key("parts_juniper").set_value("2,rosemary").run()
    assert "as the parts of juniper" in said(page)
    assert "Shown with 2.5." in said(page)
    assert "juniper:2.5" in address(page)["o"]


def test_the_other_way_round_says_what_is_too_much_for_the_person(page):
    open_box(page, "settings")
    assert "That is more than" not in shown(page)
    page.get_by_key("have_bottle").set_value("10 ml").run()
    assert "That is more than 3 %, the highest for an adult." in shown(page)
    page.get_by_key("have_bottle").set_value("25 ml").run()
    assert "That is more than 2 %, the usual for an adult." in shown(page)
    page.get_by_key("have_bottle").set_value("30 ml").run()
    open_box(page, "health").get_by_key("conditions").set_value(["sensitive_skin"]).run()
    assert "That is more than 1 %, the highest for an adult with sensitive skin." in shown(page)
    page.get_by_key("person").set_value("child").run()
    page.get_by_key("age").set_value("1").run()
    assert "For a child of 1: base oil alone." in shown(page)


@pytest.mark.parametrize("effect", ["calming", "easing-sore-muscles", "refreshing", "uplifting"])
def test_an_effect_without_a_composition_is_one_click_from_a_measured_bottle(page, effect):
    page.get_by_key("effect").set_value(effect).run()
    assert "Proposed: " in shown(page)
    oils = oil_pills(page).value
    assert len(oils) >= 2
    assert address(page)["o"] == ",".join(oils)
    assert "adapted" not in shown(page)


def test_what_is_proposed_follows_the_person_until_ones_own_oils_are_chosen(page):
    page.get_by_key("effect").set_value("calming").run()
    adult = oil_pills(page).value
    page.get_by_key("person").set_value("pregnant").run()
    pregnant = oil_pills(page).value
    assert set(pregnant) != set(adult)
    assert "that suit someone pregnant" in shown(page)
    oil_pills(page).set_value(pregnant[:2]).run()
    assert "Proposed: " not in shown(page)
    page.get_by_key("person").set_value("adult").run()
    assert oil_pills(page).value == pregnant[:2]


def test_where_nothing_suits_that_is_said_and_the_base_oil_stands_alone(page):
    page.get_by_key("person").set_value("pregnant").run()
    page.get_by_key("effect").set_value("refreshing").run()
    assert "No oils are proposed for refreshing" in shown(page)
    assert oil_pills(page).value == []


def test_an_address_with_proposed_oils_opens_on_them_whatever_would_be_proposed_today():
    page = opened("v=1&e=calming&o=lavender,petitgrain&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home")
    assert oil_pills(page).value == ["lavender", "petitgrain"]
    assert "Calming blend" in shown(page)
    assert "Proposed: " not in shown(page)
