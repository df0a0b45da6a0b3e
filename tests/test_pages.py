"""The Blend page as Streamlit runs it: inputs lead to the recipe, wrong entries lose nothing."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest
from test_link import GOLDEN

import blends
from blends import calculate, read_catalogue, read_link
from blends.showing.guide import chapters
from blends.tables.catalogue import shipped_data

APP = Path(__file__).parent.parent / "blend_app.py"
PAGES = Path(blends.__file__).parent / "pages"


@pytest.fixture
def page():
    return AppTest.from_file(str(APP), default_timeout=30).run()


def open_box(page, key):
    """Open an expander: what is in it is made only then."""
    page.session_state[key] = True
    return page.run()


def shown(page):
    assert not page.exception
    parts = (html.value for html in page.main.get("html"))
    return " ".join(part for part in parts if not part.startswith("<script>"))  # ours, once a visit


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
    page.get_by_key("oils").set_value(["petitgrain", "juniper", "rosemary"]).run()
    assert "Nutmeg" not in shown(page)
    assert "Circulation blend, adapted" in shown(page)
    assert "Nutmeg" in page.get_by_key("oils").options
    page.get_by_key("oils").set_value(["petitgrain", "juniper", "rosemary", "nutmeg"]).run()
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
    page.get_by_key("find").set_value("bergamot").run()
    page.get_by_key("more").set_value("bergamot").run()
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
    assert "Add-to" in shown(page)
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


def open_page(name):
    page = AppTest.from_file(str(APP), default_timeout=30).run()
    return page.switch_page(str(PAGES / f"{name}.py")).run()


def test_more_oils_with_the_effect_can_be_taken_in(page):
    page.get_by_key("effect").set_value("warming").run()
    open_box(page, "change")
    assert "ginger" in page.get_by_key("more").options or "Ginger" in page.get_by_key("more").options
    page.get_by_key("more").set_value("ginger").run()
    assert "Ginger" in shown(page)
    assert shown(page).count('class="ep-oil"') == 6


def test_any_base_oil_of_the_table_can_be_chosen(page):
    page.get_by_key("base").set_value("other").run()
    page.get_by_key("base_other").set_value("jojoba").run()
    assert "in jojoba oil (liquid wax)" in shown(page)


def test_an_oil_shows_its_facts_with_source_and_verified_or_not():
    page = open_page("oils")
    page.get_by_key("search").set_value("true lavender").run()
    assert "True lavender" in shown(page)
    assert "a blank never means no limit" in shown(page)
    assert "✓ verified" in shown(page)
    assert "○ not verified" in shown(page)
    assert "Linalool" in shown(page)


@pytest.mark.parametrize(
    ("typed", "id_"), [("NUTMEG", "nutmeg"), ("myristica fragrans", "nutmeg"), ("Kernel Oil", "nutmeg")]
)
def test_an_oil_is_found_by_any_of_its_names(typed, id_):
    page = open_page("oils")
    page.get_by_key("search").set_value(typed).run()
    assert page.get_by_key("group_blend").options == ["Nutmeg"]
    assert "Myristica fragrans" in shown(page)  # the only hit is open
    assert "0.8 % by weight" in shown(page)


def test_a_search_forgives_a_misspelling():
    page = open_page("oils")
    page.get_by_key("search").set_value("lavander").run()
    assert "True lavender" in page.get_by_key("group_oils").options


def test_an_oil_has_an_address_of_its_own():
    page = AppTest.from_file(str(APP), default_timeout=30).run()
    page.query_params["oil"] = "nutmeg"
    page.switch_page(str(PAGES / "oils.py")).run()
    assert "Myristica fragrans" in shown(page)
    page.get_by_key("group_oils").set_value("bergamot").run()
    assert page.query_params["oil"] in ("bergamot", ["bergamot"])


def test_from_a_blend_the_page_opens_on_its_oils(page):
    page.get_by_key("effect").set_value("warming").run()
    page.switch_page(str(PAGES / "oils.py")).run()
    assert page.get_by_key("group_blend").options[0] == "Sweet marjoram"
    assert "Origanum majorana" in shown(page)


def test_all_oils_stand_in_one_table_that_sorts():
    page = open_page("oils")
    page.get_by_key("kind").set_value("table").run()
    rows = re.findall(r'oils\?oil=(\w+)"', shown(page))
    assert sorted(rows) == sorted(read_catalogue().oil_by_id)
    page.get_by_key("sort").set_value("most").run()
    again = re.findall(r'oils\?oil=(\w+)".*?class="ep-num">(.*?)<', shown(page))
    known = [float(pct) for _, pct in again if pct != "–"]
    assert known == sorted(known)
    assert len(known) > 10


def test_the_search_that_finds_nothing_says_so():
    page = open_page("oils")
    page.get_by_key("search").set_value("<b>zzz</b>").run()
    assert "No oil is called so" in shown(page)


def test_oils_are_filtered_by_effect():
    page = open_page("oils")
    page.get_by_key("wanted").set_value(["uplifting"]).run()
    names = page.get_by_key("group_oils").options
    uplifting = [id_ for id_, oil in read_catalogue().oil_by_id.items() if "uplifting" in oil.effects]
    assert len(names) == len(set(names)) == len(uplifting)


def test_base_oils_have_a_view_of_their_own():
    page = open_page("oils")
    page.get_by_key("kind").set_value("base_oils").run()
    page.get_by_key("group_base_oils").set_value("peanut").run()
    assert "Food allergen" in shown(page)
    assert "peanut" in shown(page)


def test_a_blend_is_started_with_the_oil_that_is_open():
    page = open_page("oils")
    page.get_by_key("group_oils").set_value("bergamot").run()
    page.get_by_key("start").click().run()
    page.switch_page(str(PAGES / "blend.py")).run()
    assert "Bergamot (expressed)" in shown(page)
    assert shown(page).count('class="ep-oil"') == 1


def test_the_guide_shows_every_chapter_and_drawing():
    page = open_page("massage")
    assert not page.exception
    text = " ".join(markdown.value for markdown in page.markdown)
    assert [header.value for header in page.header] == [chapter.title for chapter in chapters()]
    assert text.count("<svg") == 8
    assert "](06_when_not.md)" not in text
    assert "Article on back massage" in text


def opened(link):
    page = AppTest.from_file(str(APP), default_timeout=30)
    for key, value in parse_qsl(link):
        page.query_params[key] = value
    return page.run()


def test_a_link_opens_the_very_same_recipe_and_asks_for_whom():
    page = opened("v=1&o=lavender:2,thyme_thymol:1&b=jojoba&m=35ml,add-to,us,2&d=2,27.5,spend&w=child:9,sale&t=For Ann")
    assert "Opened from a link, and checked for a child of 9. Is it for someone else?" in said(page)
    assert "ep-first" in shown(page)
    assert "For Ann" in shown(page)
    assert "jojoba" in shown(page)
    assert page.get_by_key("bottle").value == "35ml"
    assert page.get_by_key("own_drops").value == "27.5"
    assert page.get_by_key("purpose").value == "sale"
    assert open_box(page, "change").get_by_key("parts_lavender").value == "2"
    assert open_box(page, "settings").get_by_key("fill").value == "add-to"


def test_the_address_holds_the_present_recipe_without_health_data():
    page = AppTest.from_file(str(APP), default_timeout=30).run()
    page.get_by_key("effect").set_value("anti-inflammatory").run()
    page.get_by_key("person").set_value("pregnant").run()
    open_box(page, "health").get_by_key("conditions").set_value(["epilepsy"]).run()
    address = str(dict(page.query_params))
    assert "lavender" in address
    assert "pregnant" not in address
    assert "epilepsy" not in address


@pytest.mark.parametrize(
    "link",
    [
        "v=9&e=warming",
        "v=1",
        "v=1&z=1",
        "v=1&e=warming&b=olive&m=1,2&d=2&w=x",
        "v=1&e=warming&b=olive&m=9**9ml,fill-to,us,1&d=2,20,equal&w=adult,home",
    ],
)
def test_a_bad_link_gets_a_sentence_and_a_working_page(link):
    page = opened(link)
    assert "This link" in shown(page)
    assert "Circulation blend" in shown(page)


def test_an_oil_no_longer_known_keeps_its_place_until_it_is_dropped():
    page = opened("v=1&o=lavender,my_own_oil&b=olive&m=30ml,fill-to,us,1&d=2,20,equal&w=adult,home")
    assert "my_own_oil" in shown(page)
    assert "ep-amounts" not in shown(page)
    next(button for button in page.button if button.label == "Go on without it").click().run()
    assert "True lavender" in shown(page)
    assert "ep-amounts" in shown(page)


def test_the_share_block_shows_link_card_and_text_only_when_asked(page):
    assert not page.code
    page.get_by_key("effect").set_value("warming").run()
    open_box(page, "share").get_by_key("title").set_value("For Ann").run()
    link, text = (code.value for code in page.code)
    assert "v=1&e=warming" in link
    assert "t=For%20Ann" in link
    assert "8 drops" in text
    assert link in text
    assert "/card?v=1" in link
    for file in ("card.pdf", "card.png", "card.csv", "card.json", "card.cook"):  # answered by any replica
        assert f"{file}?v=1" in shown(page)


def test_beside_share_it_is_said_that_the_card_hides_an_over():
    page = opened("v=1&o=rosemary&b=olive&m=100ml,fill-to,us,1&d=1,20,equal&w=adult,home")
    assert "does not say so" not in shown(page)
    open_box(page, "health").get_by_key("conditions").set_value(["high_blood_pressure"]).run()
    said = "Here it is over a limit for an adult with high blood pressure"
    open_box(page, "share")
    assert said in shown(page)
    assert said not in " ".join(code.value for code in page.code)


def test_the_chapter_for_an_accident_is_linked_below_every_recipe(page):
    links = [link.proto for link in page.get("page_link")]
    assert any(
        (link.label, link.query_string) == ("When it goes wrong", "chapter=when-it-goes-wrong") for link in links
    )


def test_the_guide_opens_with_the_chapter_asked_for():
    page = AppTest.from_file(str(APP), default_timeout=30).run()
    page.query_params["chapter"] = "when-it-goes-wrong"
    titles = [header.value for header in page.switch_page(str(PAGES / "massage.py")).run().header]
    assert titles[0] == "When it goes wrong"
    assert sorted(titles) == sorted(chapter.title for chapter in chapters())


def test_what_is_shared_never_says_pregnant(page):
    page.get_by_key("effect").set_value("anti-inflammatory").run()
    page.get_by_key("person").set_value("pregnant").run()
    open_box(page, "health").get_by_key("conditions").set_value(["epilepsy"]).run()
    assert "Judged for someone pregnant" in shown(page)
    open_box(page, "share")
    handed_on = " ".join(code.value for code in page.code)
    assert "For a healthy adult: not checked for illness, allergy or pregnancy." in handed_on
    assert "pregnan" not in handed_on.replace("allergy or pregnancy", "")
    assert "epilepsy" not in handed_on.lower().replace("avoid with epilepsy", "")


def said(page):
    """What the page shows, as it is read."""
    return " ".join(unescape(re.sub("<[^>]*>", "", shown(page))).split())


UNKNOWN = "v=1&e=warming&b={b}&m=30ml,fill-to,us,1&d=2,20,equal&w=adult,home"


def test_an_unknown_base_oil_is_named_and_its_place_left_empty():
    page = opened(UNKNOWN.format(b="moonshine"))
    assert "'moonshine' is not a base oil I know" in said(page)
    assert "ep-amounts" not in shown(page)
    assert page.get_by_key("bases").value == []
    assert page.get_by_key("bottle").value == "30ml"
    page.get_by_key("bases").set_value(["jojoba"]).run()
    assert "Warming blend in jojoba" in said(page)
    assert "moonshine" not in said(page) + str(page.query_params)
    open_box(page, "settings").get_by_key("several").set_value(False).run()
    assert "Warming blend in olive oil" in said(page)


def test_an_unknown_base_oil_beside_a_known_one_can_be_left_out():
    page = opened(UNKNOWN.format(b="olive:3,moonshine:1"))
    assert "ep-amounts" not in shown(page)
    page.get_by_key("without_base").click().run()
    assert "Warming blend in olive oil" in said(page)


def test_an_unknown_effect_is_named_and_no_amounts_are_shown_until_one_is_chosen():
    page = opened("v=1&e=levitation&b=jojoba&m=30ml,fill-to,us,1&d=1,20,equal&w=adult,home")
    assert "'levitation' is not an effect" in said(page)
    assert "Nothing is given" not in said(page)
    assert "ep-amounts" not in shown(page)
    page.get_by_key("effects").set_value(["warming"]).run()
    assert "Warming blend in jojoba" in said(page)


def test_everything_unknown_is_named_at_once():
    page = opened("v=1&e=levitation&o=lavender,dragon&b=moonshine&m=30ml,fill-to,us,1&d=2,20,equal&w=adult,home")
    for id_ in ("levitation", "dragon", "moonshine"):
        assert f"'{id_}'" in said(page)
    assert "ep-amounts" not in shown(page)


def test_no_base_oil_pressed_shows_no_amounts(page):
    open_box(page, "settings").get_by_key("several").set_value(True).run()
    page.get_by_key("bases").set_value([]).run()
    assert "Choose a base oil" in said(page)
    assert "ep-amounts" not in shown(page)


def test_parts_open_exactly_as_the_link_says():
    page = opened("v=1&o=lavender:3,rosemary:0.001&b=olive:1/3,jojoba:2&m=100ml,fill-to,us,1&d=2,20,exact&w=adult,home")
    open_box(page, "change")
    assert page.get_by_key("parts_lavender").value == "3"
    assert page.get_by_key("parts_rosemary").value == "0.001"
    assert page.get_by_key("base_parts_olive").value == "1/3"
    assert "0.000666" in said(page)


def test_parts_are_written_with_a_comma_too_and_wrong_ones_are_said(page):
    open_box(page, "change").get_by_key("unequal").set_value(True).run()
    page.get_by_key("parts_juniper").set_value("2,5").run()
    assert "juniper:2.5" in address(page)["o"]
    page.get_by_key("parts_juniper").set_value("2,rosemary").run()
    assert "as the parts of juniper" in said(page)
    assert "Shown with 2.5." in said(page)
    assert "juniper:2.5" in address(page)["o"]


def test_a_title_too_long_is_cut_and_said_and_the_recipe_opens():
    page = opened("v=1&e=warming&b=jojoba&m=30ml,fill-to,us,1&d=2,20,equal&w=adult,home&t=" + "x" * 93)
    assert "The title of this link was cut" in said(page)
    assert "in jojoba oil" in said(page)
    assert open_box(page, "share").get_by_key("title").value == "x" * 80


@pytest.mark.parametrize("end", [".", ",", ">", ")", '"', ".)", "»"])
def test_an_address_damaged_at_its_end_opens(end):
    page = opened("v=1&e=warming&b=jojoba&m=30ml,fill-to,us,1&d=2,20,equal&w=adult,home" + end)
    assert "Warming blend in jojoba" in said(page)
    assert "This link" not in said(page)


def test_an_address_with_escaped_ampersands_opens():
    page = opened("v=1&amp;e=warming&amp;b=jojoba&amp;m=30ml,fill-to,us,1&amp;d=2,20,equal&amp;w=adult,home")
    assert "Warming blend in jojoba" in said(page)


def test_what_was_opened_asks_for_whom_until_it_is_answered():
    page = opened("v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home")
    assert "Is it for someone else?" in said(page)
    page.get_by_key("bottle").set_value("50 ml").run()
    assert "Is it for someone else?" in said(page)
    page.get_by_key("person").set_value("older").run()
    assert "Is it for someone else?" not in said(page)


def test_a_saved_recipe_asks_for_whom_and_leaves_the_person_where_it_says_adult(page):
    page.get_by_key("person").set_value("pregnant").run()
    page.session_state["to_open"] = read_link("?v=1&e=warming&b=jojoba&m=30ml,fill-to,us,1&d=2,20,equal&w=adult,home")
    page.run()
    assert "Opened from a saved file, and checked for someone pregnant. Is it for someone else?" in said(page)
    assert page.get_by_key("person").value == "pregnant"
    assert "Warming blend in jojoba" in said(page)
    assert same_blend(page)
    page.session_state["to_open"] = read_link("?v=1&e=warming&b=jojoba&m=90ml,fill-to,us,1&d=1,20,equal&w=child:9,home")
    page.run()
    assert (page.get_by_key("person").value, page.get_by_key("age").value) == ("child", "9")
    assert same_blend(page)


@pytest.mark.parametrize("link", [link for link in GOLDEN if "exact" not in link])
def test_the_page_shows_the_drops_of_its_link(link):
    page = opened(link)
    assert link == "&".join(f"{key}={value}" for key, value in address(page).items()).replace(" ", "%20")
    assert same_blend(page)


def test_nobody_is_asked_where_nothing_was_opened(page):
    assert "Is it for someone else?" not in said(page)
    assert "ep-first" not in shown(page)


# Back and Forward: the address decides the blend, the page keeps the person.


def address(page):
    return {key: value if isinstance(value, str) else value[-1] for key, value in page.query_params.items()}


def go(page, where):
    page.query_params.clear()
    page.query_params.update(where)
    return page.run()


def same_blend(page):
    """Whether the drops on the page are those of the address."""
    said = [part.partition("</td>")[0] for part in shown(page).split('class="ep-oil"')[1:]]
    counts = [int(re.search("<b>(.*?)</b>", cell)[1]) for cell in said]
    link = "&".join(f"{key}={value}" for key, value in address(page).items())
    recipe = calculate(read_link(link), read_catalogue()).recipe
    return counts == [portion.drops for portion in recipe.portions]


def test_back_and_forward_show_the_blend_of_the_address_and_write_nothing(page):
    start = address(page)
    page.get_by_key("effect").set_value("warming").run()
    first = address(page)
    page.get_by_key("bottle").set_value("50 ml").run()
    second = address(page)
    page.get_by_key("base").set_value("peanut").run()
    third = address(page)
    assert len({str(each) for each in (start, first, second, third)}) == 4
    for where, words in (
        (second, "50 mL"),
        (first, "100 mL"),
        (start, "Circulation blend"),
        (third, "peanut (groundnut) oil"),
    ):
        go(page, where)
        assert words in said(page)
        assert address(page) == where
    assert same_blend(page)
    page.get_by_key("bottle").set_value("60 ml").run()
    assert "60ml" in address(page)["m"]


def test_back_leaves_the_person_and_the_health_as_they_are(page):
    page.get_by_key("effect").set_value("anti-inflammatory").run()
    before = address(page)
    page.get_by_key("person").set_value("pregnant").run()
    open_box(page, "health").get_by_key("conditions").set_value(["asthma"]).run()
    go(page, before)
    assert page.get_by_key("person").value == "pregnant"
    assert page.get_by_key("conditions").value == ["asthma"]
    assert address(page) == before
    assert same_blend(page)  # also the oils that are not for the person: named, and judged
    page.get_by_key("bottle").set_value("60 ml").run()
    assert same_blend(page)


def test_back_from_a_child_leaves_the_child_and_its_address_until_something_changes(page):
    page.get_by_key("effect").set_value("warming").run()
    before = address(page)
    page.get_by_key("person").set_value("child").run()
    page.get_by_key("age").set_value("7").run()
    go(page, before)
    assert page.get_by_key("person").value == "child"
    assert address(page) == before
    page.get_by_key("bottle").set_value("60 ml").run()
    assert address(page)["w"] == "child:7,home"


def test_an_address_not_readable_shows_the_usual_recipe_and_says_so(page):
    page.get_by_key("effect").set_value("warming").run()
    go(page, {"v": "9"})
    assert "This link is of version" in shown(page)
    assert "Circulation blend" in shown(page)
    page.get_by_key("bottle").set_value("50 ml").run()
    assert "This link is of version" not in shown(page)


def test_coming_back_from_another_page_keeps_the_recipe_and_writes_it(page):
    page.get_by_key("effect").set_value("warming").run()
    open_box(page, "settings").get_by_key("fill").set_value("add-to").run()
    kept = address(page)
    page.query_params.clear()
    page.switch_page(str(PAGES / "oils.py")).run()
    page.query_params.clear()
    page.switch_page(str(PAGES / "blend.py")).run()
    assert "Warming blend" in shown(page)
    assert address(page) == kept


def test_a_bottle_too_small_keeps_its_address(page):
    page.get_by_key("effect").set_value("warming").run()
    page.get_by_key("bottle").set_value("10 ml").run()
    assert address(page)["m"].startswith("10ml")


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


PICTURE = "![x](https://example.org/a.png)"


@pytest.fixture
def pictures_for_names(tmp_path, monkeypatch):
    """Own tables, in which an oil, a base oil and an effect are called like a picture from elsewhere."""
    for path in shipped_data().glob("*.csv"):
        text = path.read_text(encoding="utf-8")
        for name in ("Sweet marjoram", "True lavender", "Olive oil", "Warming"):
            text = text.replace(f",{name},", f",{PICTURE},", 1)
        tmp_path.joinpath(path.name).write_text(text, encoding="utf-8")
    tables = read_catalogue(tmp_path)
    monkeypatch.setattr("blends.pages.shipped_tables", lambda: tables)


def markdown_labels(page):
    """Everything that Streamlit reads as Markdown: labels of inputs and buttons, and pills. Not what is in a list."""
    assert not page.exception
    inputs = [*page.text_input, *page.number_input, *page.selectbox, *page.button, *page.get("button_group")]
    labels = [each.label for each in inputs] + [markdown.value for markdown in page.markdown]
    return labels + [option.content for group in page.get("button_group") for option in group.proto.options]


@pytest.mark.usefixtures("pictures_for_names")
def test_a_name_from_a_table_loads_no_picture():
    link = "v=1&e=warming&o=marjoram:3,nutmeg:2,oregano&b=olive:2,jojoba&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"
    blend = opened(link)
    for key in ("change", "limits"):
        open_box(blend, key)
    blend.get_by_key("help_by").set_value("eu-1223-2009").run()
    found = markdown_labels(blend) + markdown_labels(open_page("oils")) + markdown_labels(open_page("massage"))
    shown_names = [label for label in found if "example.org/a.png" in label]
    assert len(shown_names) > 7
    assert [label for label in shown_names if "![" in label or "https:" in label] == []


# The answer at first sight.


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
    assert "For sale: over a limit: methyl eugenol" in said(page)
    page.get_by_key("purpose").set_value("sale").run()
    assert re.search("<h3 [^>]*>Over a limit: methyl eugenol", shown(page))
    assert f"For a healthy adult at home: {home[0].lower() + home[1:]}" in said(page)


def test_the_number_of_oils_without_a_limit_of_their_own_stands_in_the_headline():
    page = opened("v=1&o=vetiver,lavender&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home")
    assert "Nothing over; 1 of 2 oils has no limit of its own</h3>" in shown(page)


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
    assert "4 × 10 drops in 100 mL✓ Within the limits for home useSee recipe" in said(page)
    page.get_by_key("effect").set_value("warming").run()
    page.get_by_key("bottle").set_value("10 ml").run()
    assert "Too small for whole drops" in said(page)


def test_what_stands_behind_a_click_is_made_only_when_it_is_opened(page):
    assert len(shown(page)) < 6_000
    for key, words in (("limits", "findings, with sources"), ("worked", "so 10 each"), ("share", "?v=1&e=circulation")):
        assert words not in shown(page) + " ".join(code.value for code in page.code)
        open_box(page, key)
        assert words in shown(page) + " ".join(code.value for code in page.code)


def test_a_limit_can_be_worked_by_hand(page):
    open_box(page, "limits")
    worked = re.search(r"Safrole.*?nutmeg ([\d.]+) % × ([\d.]+) % = ([\d.]+) % \(by weight\)", said(page))
    share, content, sum_ = map(float, worked.groups())
    assert share * content / 100 == pytest.approx(sum_, rel=0.01)


def test_print_and_send_lead_to_the_plain_card_without_health():
    page = opened("v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home")
    open_box(page, "health").get_by_key("conditions").set_value(["asthma"]).run()
    links = re.findall('href="([^"]*card[^"]*)"', unescape(shown(page)))
    assert [link.partition("?")[0].rpartition("/")[2] for link in links] == ["card.pdf", "card"]
    for link in links:
        assert "asthma" not in link
        assert read_link(link.partition("&paper")[0]).person.kind == "adult"
