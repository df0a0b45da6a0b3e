"""The address and Back in a real browser: each settled choice is a step, and what an address says is shown."""

import itertools
from urllib.parse import unquote

import pytest
from in_browser import (
    BROWSER,
    free_port,
    hear,
    pause,
    ran,
    serving,
    settle,
    shown,
    write_in,
)

# One group: under pytest-xdist one server and one Chromium serve all of these tests.
pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed (Debian: apt install chromium)"),
    pytest.mark.xdist_group("browser"),
    pytest.mark.slow,
]

TEN_CHOICES = (
    (lambda page: page.get_by_role("radio", name="Warming").click(), "e=warming"),
    (lambda page: page.locator("[class*=st-key-oils_]").get_by_role("button", name="Sweet marjoram").click(), "o="),
    (lambda page: page.get_by_role("radio", name="Sunflower").click(), "b=sunflower"),
    (lambda page: page.locator(".st-key-size").get_by_text("50 ml").click(), "m=50ml"),
    (lambda page: write_in(page, "4 · Bottle", "200 ml"), "m=200ml"),
    (lambda page: write_in(page, "Strength", "1 %"), "d=1,20"),
    (lambda page: page.get_by_role("radio", name="30", exact=True).click(), "d=1,30"),
    (lambda page: page.get_by_role("radio", name="For clients or a shop").click(), "adult,sale"),
    (lambda page: page.get_by_role("radio", name="Use every drop").click(), "d=1,30,spend"),
    (lambda page: write_in(page, "Title", "For Ann"), "t=For Ann"),
)


@pytest.mark.parametrize("width", [1280, pytest.param(390, marks=pytest.mark.long)])
def test_ten_choices_are_ten_steps_for_back_and_each_address_shows_the_same_drops_elsewhere(open_page, width):
    from playwright.sync_api import expect  # noqa: PLC0415

    page = open_page(width, "light")
    for words in ("More: measuring, several bottles, ounces", "Title, note, link and files"):
        page.get_by_text(words, exact=True).click()
        ran(page)
    seen = [(page.url, shown(page))]
    for choose, query in TEN_CHOICES:
        choose(page)
        page.wait_for_url(lambda url, query=query: query in unquote(url.replace("+", " ")))
        pause(page)
        ran(page)
        seen.append((page.url, shown(page)))
    assert len({url for url, _ in seen}) == 11
    for back, steps in ((page.go_back, seen[-2::-1]), (page.go_forward, seen[1:])):
        for url, drops in steps:
            back()
            page.wait_for_url(url)
            ran(page)
            expect(page.locator(".st-key-recipe .ep-big b")).to_have_text(drops, timeout=20_000)
    for url, drops in seen:
        assert shown(open_page(width, "light", url.partition("/?")[1][1:] + url.partition("/?")[2])) == drops


WRITTEN = """() => {
    const push = history.pushState;
    window.written = [];
    history.pushState = (...said) => { written.push(performance.now()); return push(...said); };
}"""


def test_five_rapid_choices_are_one_step_for_back(open_page):
    page = open_page(1280, "light")
    page.get_by_role("radio", name="Warming").click()
    settle(page, "Warming blend in olive oil", "e=warming&b=olive")
    pause(page)
    steps = page.evaluate("history.length")
    page.evaluate(WRITTEN)
    for name in ("25", "30", "20", "25", "30"):
        page.get_by_role("radio", name=name, exact=True).click()
    settle(page, "Warming blend in olive oil", "d=2,30")
    # One step; on a machine so busy that an answer takes a second, one more for each that came so late.
    at = page.evaluate("written")
    late = sum(after - before >= 900 for before, after in itertools.pairwise(at))
    assert page.evaluate("history.length") == steps + 1 + late
    for _ in range(1 + late):
        page.go_back()
    settle(page, "Warming blend in olive oil", "d=2,20")


def test_back_leaves_the_person_and_the_health_alone(open_page):
    from playwright.sync_api import expect  # noqa: PLC0415

    page = open_page(1280, "light")
    page.get_by_role("radio", name="Sunflower").click()
    settle(page, "in sunflower oil", "b=sunflower")
    pause(page)
    page.get_by_role("radio", name="Pregnant").click()
    settle(page, "someone pregnant", "d=1,")
    page.get_by_text("Illness or allergy", exact=True).click()
    page.get_by_role("button", name="Sesame allergy").click()
    ran(page)
    pause(page)
    page.go_back()
    settle(page, "someone pregnant", "b=sunflower")
    page.go_back()
    settle(page, "someone pregnant", "")
    expect(page.get_by_role("radio", name="Pregnant")).to_be_checked()
    expect(page.locator(".st-key-conditions button[aria-pressed=true]")).to_have_text(["Sesame allergy"])


def test_back_and_forward_show_the_blend_of_the_address(open_page):
    page = open_page(1280, "light")
    page.get_by_role("radio", name="Warming").click()
    settle(page, "Warming blend in olive oil", "e=warming&b=olive&m=100ml")
    pause(page)
    page.get_by_role("radio", name="Sunflower").click()
    settle(page, "Warming blend in sunflower oil", "e=warming&b=sunflower&m=100ml")
    pause(page)
    page.get_by_text("More: measuring, several bottles, ounces").click()
    page.get_by_role("radio", name="Use every drop").click()
    settle(page, "Warming blend in sunflower oil", "b=sunflower&m=100ml,fill-to,us,1&d=2,20,spend")
    page.go_back()
    settle(page, "Warming blend in sunflower oil", "b=sunflower&m=100ml,fill-to,us,1&d=2,20,equal")
    page.go_back()
    settle(page, "Warming blend in olive oil", "e=warming&b=olive&m=100ml")
    page.go_forward()
    settle(page, "Warming blend in sunflower oil", "b=sunflower&m=100ml,fill-to,us,1&d=2,20,equal")
    page.go_back()
    settle(page, "Warming blend in olive oil", "e=warming&b=olive&m=100ml")
    page.go_back()
    settle(page, "Circulation blend in olive oil", "")
    page.go_back()
    assert page.url == "about:blank"


def test_a_choice_after_back_is_kept(open_page):
    page = open_page(1280, "light")
    page.get_by_role("radio", name="Warming").click()
    settle(page, "Warming blend in olive oil", "e=warming&b=olive")
    pause(page)
    page.get_by_role("radio", name="Sunflower").click()
    settle(page, "Warming blend in sunflower oil", "b=sunflower")
    page.go_back()
    settle(page, "Warming blend in olive oil", "b=olive")
    page.get_by_role("radio", name="Almond").click()
    settle(page, "Warming blend in sweet almond oil", "b=almond")
    page.go_back()
    settle(page, "Warming blend in olive oil", "b=olive")


def test_quick_clicks_are_all_kept(open_page):
    page = open_page(1280, "light")
    for name in ("Warming", "Sunflower", "For clients or a shop", "30"):
        page.get_by_role("radio", name=name, exact=True).click()
    settle(
        page, "Blend of 5 oils in sunflower oil", "e=warming&b=sunflower&m=100ml,fill-to,us,1&d=2,30,equal&w=adult,sale"
    )


def test_the_recipe_stays_while_another_page_is_read(open_page):
    page = open_page(1280, "light")
    page.get_by_role("radio", name="Warming").click()
    settle(page, "Warming blend in olive oil", "e=warming")
    page.get_by_role("link", name="Massage", exact=True).first.click()
    page.get_by_role("heading", name="Massage", exact=True).wait_for()
    page.get_by_role("link", name="Blend", exact=True).first.click()
    settle(page, "Warming blend in olive oil", "e=warming")


def test_a_restart_of_the_server_keeps_for_whom_and_the_recipe(browser):
    from playwright.sync_api import expect  # noqa: PLC0415

    port = free_port()
    page = browser.new_context().new_page()
    with serving(port) as served:
        page.goto(served)
        page.get_by_role("radio", name="Warming").click()
        settle(page, "Warming blend in olive oil", "e=warming")
        page.get_by_role("radio", name="Pregnant").click()
        settle(page, "someone pregnant", "d=1,")
        page.get_by_text("Illness or allergy", exact=True).click()
        ran(page)  # what is being drawn anew takes no click
        page.get_by_role("button", name="Sesame allergy").click()
        heeded = page.locator(".st-key-conditions button[aria-pressed=true]")
        expect(heeded).to_have_text(["Sesame allergy"])
        before = page.url
    page.locator("[data-test-connection-state='CONNECTED']").wait_for(state="detached")
    heard = hear(page)
    with serving(port):
        for _ in range(400):  # until the new server has run the page to its end
            if any(b"See recipe" in frame for frame in heard):
                break
            page.wait_for_timeout(50)
        settle(page, "someone pregnant", unquote(before))
        page.get_by_role("radio", name="Sunflower").click()
        settle(page, "in sunflower oil", "b=sunflower")
        expect(page.locator(".st-key-recipe")).to_contain_text("someone pregnant")
        expect(page.get_by_role("radio", name="Pregnant")).to_be_checked()
        expect(page.get_by_role("link", name="Is it for someone else?")).to_have_count(0)
        expect(heeded).to_have_text(["Sesame allergy"])
    page.context.close()
