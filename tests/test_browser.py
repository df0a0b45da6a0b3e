"""The story in a real browser, at both widths, light and dark: what AppTest cannot see."""

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from blends import calculate, read_catalogue, read_link
from blends.tables.catalogue import shipped_data

ROOT = Path(__file__).parent.parent
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed (Debian: apt install chromium)")


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def serving(port, script=ROOT / "blend_app.py"):
    """Serve the app until the block ends."""
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless=true"]
    server = subprocess.Popen(
        [*command, f"--server.port={port}", "--server.address=127.0.0.1"],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(120):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1)
                break
            except OSError:
                time.sleep(0.25)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture(scope="module")
def address():
    with serving(free_port()) as served:
        yield served


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where a browser is

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def open_page(browser, address):
    """Open the app; whatever the console, the network or another host did wrong fails the test at its end."""
    wrong, contexts = [], []

    def open_(width, scheme, query=""):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("requestfailed", lambda request: wrong.append(request.url))
        page.on("request", lambda request: wrong.append(request.url) if foreign(request.url) else None)
        page.goto(address + query)
        page.locator(".ep-recipe").wait_for()
        return page

    yield open_
    for context in contexts:
        context.close()
    assert wrong == []


def foreign(url):
    return urlsplit(url).scheme.startswith(("http", "ws")) and urlsplit(url).hostname != "127.0.0.1"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_warming_olive_100_ml_is_eight_drops_of_five_oils(open_page, width, scheme):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - only where a browser is
    from playwright.sync_api import expect  # noqa: PLC0415

    page = open_page(width, scheme)
    page.get_by_role("radio", name="Warming").click()
    page.get_by_label("Bottle", exact=True).fill("100 ml")
    page.keyboard.press("Enter")
    recipe = page.get_by_role("article", name="Recipe")
    expect(recipe.get_by_role("heading", level=2)).to_have_text(re.compile("Warming blend in olive oil"))
    expect(recipe.locator(".ep-oil .ep-big")).to_have_text(["8"] * 5)
    expect(recipe.locator(".ep-base .ep-big")).to_have_text(["98"])
    expect(recipe).to_contain_text("2.00 %")
    page.get_by_text("Show the calculation").click()
    expect(recipe).to_contain_text("40 ÷ 5 oils = 8, so 8 each")
    # No sideways scroll, our own fonts, and nothing that a screen reader or weak eyes would miss.
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert page.evaluate("document.fonts.check('16px Commissioner') && document.fonts.check('600 16px Literata')")
    assert page.evaluate("[...document.fonts].filter(font => font.status === 'error').length") == 0
    violations = Axe().run(page).response["violations"]
    assert [(found["id"], found["nodes"][0]["html"]) for found in violations] == []


def test_a_wrong_entry_is_said_beside_its_box_and_the_recipe_stays(open_page):
    from playwright.sync_api import expect  # noqa: PLC0415

    page = open_page(1280, "light")
    page.get_by_label("Bottle", exact=True).fill("4 oz")
    page.keyboard.press("Enter")
    sentence = page.get_by_role("alert").filter(has_text="Write 4 fl oz or 113 g")
    expect(sentence).to_be_visible()
    box, said = page.get_by_label("Bottle", exact=True).bounding_box(), sentence.bounding_box()
    assert 0 < said["y"] - box["y"] < 120
    expect(page.get_by_role("article", name="Recipe")).to_contain_text("Circulation blend")


def test_the_recipe_is_reached_and_changed_by_keyboard_alone(open_page):
    from playwright.sync_api import expect  # noqa: PLC0415

    page = open_page(1280, "light")
    page.get_by_role("radio", name="Circulation").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.get_by_role("article", name="Recipe")).to_contain_text("Warming blend")


# The address.


def settle(page, words, query):
    """Wait until the recipe says `words` and the address holds `query`; then their drops must be the same."""
    from playwright.sync_api import expect  # noqa: PLC0415

    recipe = page.get_by_role("article", name="Recipe")
    expect(recipe).to_contain_text(words)
    page.wait_for_url(lambda url: query in unquote(url) if query else "?" not in url)
    if "?" in page.url:
        drops = [str(portion.drops) for portion in calculate(read_link(page.url), read_catalogue()).recipe.portions]
        expect(recipe.locator(".ep-oil .ep-big")).to_have_text(drops)


def test_back_and_forward_show_the_blend_of_the_address(open_page):
    page = open_page(1280, "light")
    page.get_by_role("radio", name="Warming").click()
    settle(page, "Warming blend in olive oil", "e=warming&b=olive&m=100ml")
    page.get_by_role("radio", name="Sunflower").click()
    settle(page, "Warming blend in sunflower oil", "e=warming&b=sunflower&m=100ml")
    page.get_by_role("radio", name="Spend leftovers").click()
    settle(page, "leftover drops spent", "b=sunflower&m=100ml,fill-to,us,1&d=2,20,spend")
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
    for name in ("Warming", "Sunflower", "Spend leftovers", "30"):
        page.get_by_role("radio", name=name, exact=True).click()
    settle(page, "Warming blend in sunflower oil", "e=warming&b=sunflower&m=100ml,fill-to,us,1&d=2,30,spend")


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
        page.get_by_text("Health and allergies").click()
        page.get_by_role("button", name="Sesame allergy").click()
        heeded = page.locator(".st-key-conditions button[aria-pressed=true]")
        expect(heeded).to_have_text(["Sesame allergy"])
        before = page.url
    page.locator("[data-test-connection-state='CONNECTED']").wait_for(state="detached")
    heard = []
    page.on("websocket", lambda socket: socket.on("framereceived", heard.append))
    with serving(port):
        for _ in range(400):  # until the new server has run the page to its end
            if any(b"The other way round" in frame for frame in heard):
                break
            page.wait_for_timeout(50)
        settle(page, "someone pregnant", unquote(before))
        page.get_by_role("radio", name="Sunflower").click()
        settle(page, "in sunflower oil", "b=sunflower")
        expect(page.get_by_role("article", name="Recipe")).to_contain_text("someone pregnant")
        expect(page.get_by_role("radio", name="Pregnant")).to_be_checked()
        expect(page.get_by_role("link", name="For someone else?")).to_have_count(0)
        expect(heeded).to_have_text(["Sesame allergy"])
    page.context.close()


def test_a_link_asks_for_whom_and_leads_there(open_page):
    from playwright.sync_api import expect  # noqa: PLC0415

    page = open_page(390, "light", "?v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=child:9,home")
    asked = page.get_by_role("link", name="For someone else?")
    asked.click()
    expect(page.get_by_role("radio", name="Child")).to_be_in_viewport()
    expect(page.get_by_role("radio", name="Child")).to_be_checked()
    page.get_by_role("radio", name="Pregnant").click()
    expect(asked).to_have_count(0)
    expect(page.get_by_role("article", name="Recipe")).to_contain_text("someone pregnant")


def test_a_name_from_a_table_loads_no_picture(browser, tmp_path):
    for path in shipped_data().glob("*.csv"):
        text = path.read_text(encoding="utf-8")
        for name in ("Sweet marjoram", "True lavender", "Olive oil", "Warming"):
            text = text.replace(f",{name},", ",![x](https://example.org/a.png),", 1)
        tmp_path.joinpath(path.name).write_text(text, encoding="utf-8")
    script = tmp_path / "app.py"
    script.write_text(
        "import runpy, blends.pages, blends.tables.catalogue\n"
        f"tables = blends.tables.catalogue.read_catalogue({str(tmp_path)!r})\n"
        "blends.pages.shipped_tables = lambda: tables\n"
        f"runpy.run_path({str(ROOT / 'blend_app.py')!r}, run_name='__main__')\n",
        encoding="utf-8",
    )
    asked = []
    page = browser.new_context().new_page()
    page.on("request", lambda request: asked.append(request.url))
    with serving(free_port(), script) as served:
        page.goto(served)
        page.get_by_role("radio", name="![x](https://example.org/a.png)").first.click()
        page.get_by_role("article", name="Recipe").get_by_text("![x](https://example.org/a.png)").first.wait_for()
        page.get_by_role("link", name="Oils", exact=True).first.click()
        page.get_by_role("button", name="![x](https://example.org/a.png)").first.wait_for()
    page.context.close()
    assert [url for url in asked if foreign(url)] == []
