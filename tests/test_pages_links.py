"""A link or a saved file opened on the Blend page: the same recipe, and what is unknown is said."""

import pytest
from on_the_page import APP, address, open_box, opened, said, same_blend, shown
from streamlit.testing.v1 import AppTest
from test_link import GOLDEN

from blends import read_link


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


UNKNOWN = "v=1&e=warming&b={b}&m=30ml,fill-to,us,1&d=2,20,equal&w=adult,home"


def test_an_unknown_base_oil_is_named_and_its_place_left_empty():
    page = opened(UNKNOWN.format(b="moonshine"))
    assert (
        said(page).count("'moonshine' is not a base oil I know") == 3
    )  # beside the input, where the recipe stood, in the bar of a phone
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


def test_parts_open_exactly_as_the_link_says():
    page = opened("v=1&o=lavender:3,rosemary:0.001&b=olive:1/3,jojoba:2&m=100ml,fill-to,us,1&d=2,20,exact&w=adult,home")
    open_box(page, "change")
    assert page.get_by_key("parts_lavender").value == "3"
    assert page.get_by_key("parts_rosemary").value == "0.001"
    assert page.get_by_key("base_parts_olive").value == "1/3"
    assert "0.000666" in said(page)


def test_a_title_too_long_is_cut_and_said_and_the_recipe_opens():
    page = opened("v=1&e=warming&b=jojoba&m=30ml,fill-to,us,1&d=2,20,equal&w=adult,home&t=" + "x" * 93)
    assert "The title of this link was cut" in said(page)
    assert "in jojoba oil" in said(page)
    assert open_box(page, "hand_on").get_by_key("title").value == "x" * 80


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
