"""The Oils page as Streamlit runs it: an oil is found, read and compared, and begins a blend."""

import re

import pytest
from on_the_page import APP, PAGES, open_page, shown
from streamlit.testing.v1 import AppTest

from blends import read_catalogue


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
