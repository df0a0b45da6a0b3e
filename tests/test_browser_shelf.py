"""*My oils* and *What can I make?* in a real browser: no barrier, nothing cut off, and from a bottle to its blend."""

from pathlib import Path

import pytest
from in_browser import BROWSER, choose_oil, hear, ran, scroller, seen_in_both

from blends import calculate, hand_on, read_brief, read_catalogue
from blends.serving.figures import card_json
from blends.showing.words.possible import LOOKING
from blends.tables.more_rows import with_more_rows
from blends.tables.own import OwnOil

pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed (Debian: apt install chromium)"),
    pytest.mark.xdist_group("browser"),
    pytest.mark.slow,
]


def go(page, name, key):
    page.get_by_role("link", name=name, exact=True).first.click()
    page.locator(f".st-key-{key}_page").wait_for()
    ran(page)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_a_bottle_is_put_on_the_shelf_and_both_pages_have_no_barrier(open_page, width, scheme):
    page = open_page(width, scheme)
    go(page, "Book", "book")
    go(page, "My oils", "shelf")
    choose_oil(page, "Nutmeg")
    page.get_by_label("Size, mL").fill("10")
    page.get_by_role("button", name="Put it on the shelf").click()
    page.get_by_text("10 of 10 mL left").wait_for()
    ran(page)
    page.get_by_text("Change, certificate, remove", exact=True).click()
    ran(page)
    assert seen_in_both(page) == []
    assert scroller(page, "scrollWidth") <= width
    go(page, "What can I make?", "possible")
    page.get_by_text("With or without certain oils", exact=True).click()
    ran(page)
    assert seen_in_both(page) == []
    assert scroller(page, "scrollWidth") <= width


def test_the_browser_asks_before_a_book_that_is_not_in_its_file_is_left(browser, address):
    from playwright.sync_api import expect  # noqa: PLC0415 - only where a browser is

    page, asked = browser.new_page(), []
    page.goto(address)
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("button", name="Save in my book").click()
    page.get_by_label("Name in the book", exact=True).fill("Calm")
    page.keyboard.press("Enter")
    said = page.get_by_text("Not all of this book is in its file yet.")
    expect(said).to_be_visible()
    page.keyboard.press("Escape")
    with page.expect_event("dialog"):
        page.evaluate("setTimeout(() => location.reload())")
    assert asked == ["beforeunload"]
    go(page, "Book", "book")
    expect(said).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the book as a file").click()
    assert '"Calm"' in Path(download.value.path()).read_text(encoding="utf-8")
    expect(said).to_have_count(0)
    page.reload()
    page.locator(".st-key-book_page").wait_for()
    assert asked == ["beforeunload"]
    page.close()


def test_a_search_among_more_than_forty_oils_shows_how_far_it_is(browser, address):
    from playwright.sync_api import expect  # noqa: PLC0415

    page = browser.new_page()
    heard = hear(page)
    page.goto(address)
    go(page, "Book", "book")
    go(page, "What can I make?", "possible")
    for effect in ("Warming", "Anti-inflammatory", "Calming", "Easing sore muscles", "Refreshing", "Uplifting"):
        page.locator(".st-key-inputs").get_by_text(effect, exact=True).click()
    expect(page.get_by_text("The best 10 of 1,")).to_be_visible()
    assert any(f"{LOOKING}: ".encode() in frame for frame in heard)
    page.close()


def test_the_file_of_a_recipe_with_an_own_oil_is_asked_for_where_it_is_seen_and_brings_it(browser, address, tmp_path):
    from playwright.sync_api import expect  # noqa: PLC0415 - only where a browser is

    cells = (("name", "My rose"), ("botanical", "Rosa × alba L."), ("part", "flower"))
    tables = with_more_rows(read_catalogue(), [OwnOil("my_rose", "essential", cells)])
    handed = hand_on(calculate(read_brief({"oils": "my_rose,lavender"}), tables), address)
    saved = tmp_path / "recipe.json"
    saved.write_text(card_json(handed, address), encoding="utf-8")
    page = browser.new_page()
    page.goto(handed.card.link)
    expect(page.get_by_test_id("stFileUploader")).to_be_visible()
    page.locator("input[type=file]").set_input_files(saved)
    expect(page.get_by_text("The file brings its own figures: My rose.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Recipe file (JSON)").click()
    assert '"my_rose"' in Path(download.value.path()).read_text(encoding="utf-8")
