"""The Label page in a real browser: no barrier, by keyboard alone, each file by its button."""

import io
from urllib.parse import urlsplit

import pytest
from in_browser import (
    BROWSER,
    seen_in_both,
    settle,
)

# One group: under pytest-xdist one server and one Chromium serve all of these tests.
pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed (Debian: apt install chromium)"),
    pytest.mark.xdist_group("browser"),
    pytest.mark.slow,
]

LABEL = "?v=1&o=lavender,petitgrain&b=almond&m=100ml,fill-to,us,1&d=1,20,equal&w=adult,sale"


def label_page(open_page, width=1280, scheme="light"):
    page = open_page(width, scheme, LABEL)
    page.get_by_role("link", name="Label and papers").click()
    page.get_by_role("heading", name="Not for sale yet").wait_for()
    page.locator(".ep-label img").wait_for()
    return page


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_label_page_with_everything_open_has_no_barrier_and_no_sideways_scroll(open_page, width, scheme):
    page = label_page(open_page, width, scheme)
    for name in ("A sheet of labels", "What the rules of the EU, the UK and the US ask, and what of it is here"):
        page.get_by_text(name).click()
    page.get_by_role("textbox", name="First free label").wait_for()
    page.get_by_text("not legal advice").wait_for()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert page.locator(".ep-label img").bounding_box()["width"] <= width
    assert page.locator(".ep-label img").get_attribute("alt").startswith("Massage oil. 100 mL")
    assert seen_in_both(page) == []


def test_from_the_recipe_to_a_saved_label_by_keyboard_alone(open_page):
    page = open_page(1280, "light", LABEL)
    page.get_by_role("link", name="Label and papers").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Not for sale yet").wait_for()
    page.get_by_role("button", name="Number it").focus()
    page.keyboard.press("Enter")
    page.get_by_text("No batch number stands on it").wait_for(state="detached")
    page.get_by_role("link", name="Fill in: Responsible person").focus()
    page.keyboard.press("Enter")
    for _ in range(3):  # past the help behind the question mark
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "INPUT":
            break
    page.keyboard.type("Ann Example, Mill Lane 1, 10115 Berlin")
    page.get_by_role("button", name="Label as PDF").focus()  # at once: what was typed is not lost
    with page.expect_download() as waited:
        page.keyboard.press("Enter")
    saved = waited.value.path().read_bytes()
    assert saved.startswith(b"%PDF")
    assert "Ann" not in page.url
    import pypdf  # noqa: PLC0415

    words = pypdf.PdfReader(io.BytesIO(saved)).pages[0].extract_text()
    assert "Ann Example, Mill Lane 1" in " ".join(words.split())


def test_every_file_of_the_label_page_is_fetched_by_its_button(open_page):
    page = label_page(open_page)
    page.get_by_text("Ingredients and cautions on a leaflet").click()
    page.get_by_text("A sheet of labels").click()
    page.get_by_role("button", name="Leaflet as PDF").wait_for()
    names = ("Label as PDF", "As picture", "Sheet as PDF", "Leaflet as PDF", "Papers as PDF", "Figures as CSV")
    for name in names:
        with page.expect_download() as waited:
            page.get_by_role("button", name=name).click()
        assert len(waited.value.path().read_bytes()) > 1000, name
    assert urlsplit(page.url).path == "/label"


def test_a_reload_of_the_label_page_keeps_the_recipe(browser, address):
    # Not by open_page: on any page but the first Streamlit itself asks for its health beside the page, and gets a 404.
    page = browser.new_page()
    page.goto(f"{address}label{LABEL}")
    for _ in range(2):
        page.locator(".ep-label img").wait_for()
        assert "Lavandula" in page.locator(".ep-label img").get_attribute("alt")
        page.reload()
    page.get_by_role("link", name="Blend", exact=True).click()
    settle(page, "True lavender", "o=lavender,petitgrain&b=almond")
    page.close()


def test_what_was_typed_is_asked_about_before_the_page_is_left_and_not_when_a_file_is_fetched(open_page):
    page = label_page(open_page)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("textbox", name="Responsible person").fill("Ann Example, Mill Lane 1, 10115 Berlin")
    page.keyboard.press("Enter")
    page.locator("[data-ep-typed=yes]").first.wait_for(state="attached")
    with page.expect_download():
        page.get_by_role("button", name="Label as PDF").click()
    assert asked == []
    page.wait_for_timeout(2500)  # the time in which a form is taken to be fetching its file
    with page.expect_event("dialog"):
        page.evaluate("setTimeout(() => location.reload())")
    assert asked == ["beforeunload"]
    assert page.get_by_role("textbox", name="Responsible person").input_value().startswith("Ann Example")
