"""The story in a real browser, at both widths, light and dark: what AppTest cannot see."""

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).parent.parent
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed (Debian: apt install chromium)")


@pytest.fixture(scope="module")
def address():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "blend_app.py"), "--server.headless=true"]
    server = subprocess.Popen(
        [*command, f"--server.port={port}", "--server.address=127.0.0.1"],
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

    def open_(width, scheme):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("requestfailed", lambda request: wrong.append(request.url))
        page.on("request", lambda request: wrong.append(request.url) if foreign(request.url) else None)
        page.goto(address)
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
