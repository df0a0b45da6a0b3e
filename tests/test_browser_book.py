"""The recipe book through a real browser: saved, closed, opened, all back."""

import os

import pytest
from in_browser import BROWSER, COLOURS, choose_oil, free_port, ran, seen_in_both, serving, violations

from blends.keeping.where import SETTING

pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed (Debian: apt install chromium)"),
    pytest.mark.xdist_group("browser"),
    pytest.mark.slow,
]
NAMES = [f"Blend {number:02}" for number in range(20)]
SIZES = range(5, 25)  # mL: as many bottles as the page shows at once


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The app with a book in a folder of these tests."""
    before = os.environ.get(SETTING)
    os.environ[SETTING] = f"sqlite:///{tmp_path_factory.mktemp('book') / 'book.db'}"
    try:
        with serving(free_port()) as served:
            yield served
    finally:
        os.environ.pop(SETTING)
        if before is not None:
            os.environ[SETTING] = before


def to_book(page):
    from playwright.sync_api import expect  # noqa: PLC0415 - only where a browser is

    page.locator(".st-key-top").get_by_role("link", name="Book", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Book")


def test_twenty_blends_and_a_full_shelf_are_kept_and_all_back_after_the_app_was_closed(browser, tmp_path, monkeypatch):
    from playwright.sync_api import expect  # noqa: PLC0415

    monkeypatch.setenv(SETTING, f"sqlite:///{tmp_path / 'book.db'}")
    with serving(free_port()) as served:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(served)
        page.get_by_role("button", name="Save in my book").click()
        name = page.get_by_label("Name in the book", exact=True)
        for each in NAMES:
            name.fill(each)
            name.press("Enter")
            expect(page.get_by_text(f"Saved as {each}, version 1: First saved.")).to_be_visible()
        page.keyboard.press("Escape")
        to_book(page)
        page.get_by_role("link", name="My oils", exact=True).first.click()
        choose_oil(page, "Nutmeg")
        for size in SIZES:
            page.get_by_label("Size, mL", exact=True).fill(f"{size}")
            page.get_by_role("button", name="Put it on the shelf").click()
            expect(page.get_by_text(f"{size} of {size} mL left · no price known", exact=True)).to_be_visible()
        page.close()
    with serving(free_port()) as served:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(served)
        page.locator(".ep-foot").wait_for(state="attached")
        to_book(page)
        expect(page.locator(".ep-entry")).to_have_count(20)
        assert sorted(page.locator(".ep-entry h2").all_inner_texts()) == NAMES
        page.get_by_label("Search", exact=True).fill("07")
        page.keyboard.press("Enter")
        expect(page.locator(".ep-entry h2")).to_have_text(["Blend 07"])
        page.get_by_role("button", name="Open", exact=True).click()
        expect(page.get_by_text("Opened from your book (Blend 07)")).to_be_visible()
        to_book(page)
        page.get_by_role("link", name="My oils", exact=True).first.click()
        expect(page.locator(".st-key-shelf_page .ep-entry").filter(has_text="mL left")).to_have_count(len(SIZES))
        for size in SIZES:
            expect(page.get_by_text(f"{size} of {size} mL left · no price known", exact=True)).to_be_visible()
        page.close()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_nothing_on_the_book_page_with_everything_open(open_page, width, scheme):
    from playwright.sync_api import expect  # noqa: PLC0415

    page = open_page(width, scheme)
    page.get_by_role("button", name="Save in my book").click()
    name = page.get_by_label("Name in the book", exact=True)
    name.fill("Calm")
    name.press("Enter")
    expect(page.get_by_text("Calm, version 1")).to_be_visible()
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=f"{folder}/{width}_{scheme}_save.png")
    # Axe would measure what the open box covers against the box: so the colours of the box alone, the rest once closed.
    box = page.get_by_test_id("stPopoverBody")
    assert seen_in_both(page, within="[data-testid=stPopoverBody]", only=COLOURS) == []
    assert violations(page, without=COLOURS) == []
    page.keyboard.press("Escape")
    box.wait_for(state="detached")
    expect(page.get_by_text("Limits in detail, with sources", exact=True)).to_be_visible()
    assert seen_in_both(page) == []
    to_book(page)
    for closed in (
        "Versions, name, tags, delete",
        "Compare two",
        "Own oils",
        "The book as a file",
        "Delete the whole book",
    ):
        page.get_by_text(closed, exact=True).first.click()
        ran(page)
    expect(page.get_by_label("To delete every")).to_be_visible()
    if folder := os.environ.get("PICTURES"):
        page.locator("[data-testid=stMain]").evaluate("e => e.scrollTo(0, 0)")
        page.screenshot(path=f"{folder}/{width}_{scheme}.png")
        page.set_viewport_size({"width": width, "height": 2200})
        page.screenshot(path=f"{folder}/{width}_{scheme}_long.png")
    assert seen_in_both(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.locator(".ep-compared-rest summary").click()
    row = page.locator(".ep-compared tr:has(td)").first  # three columns are too many for a phone: the last was cut off
    about, side = (row.locator(cell).first.bounding_box() for cell in ("th", "td"))
    assert (about["y"] + about["height"] <= side["y"]) == (width == 390)
