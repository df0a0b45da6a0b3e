"""The app in a real browser: started, opened and waited for by the browser's tests."""

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

ROOT = Path(__file__).parent.parent
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


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


@pytest.fixture(scope="session")
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


@pytest.fixture(scope="module")
def contexts(browser):
    """What remembers the code of the page, for each width and scheme: who is new to it waits for all of it."""
    made = {}

    def context(width, scheme):
        if (width, scheme) not in made:
            made[width, scheme] = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        return made[width, scheme]

    yield context
    for each in made.values():
        each.close()


@pytest.fixture
def open_page(contexts, address):
    """Open the app; whatever the console, the network or another host did wrong fails the test at its end."""
    wrong, opened = [], []

    def open_(width, scheme, query=""):
        page = contexts(width, scheme).new_page()
        opened.append(page)
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("requestfailed", lambda request: wrong.append(request.url) if not saved(request) else None)
        page.on("request", lambda request: wrong.append(request.url) if foreign(request.url) else None)
        page.goto(address + query)
        page.locator(".ep-foot").wait_for(state="attached")
        return page

    yield open_
    for page in opened:  # a tab that became a file closes itself, now and then while one waits for its end for ever
        page.close()
    assert wrong == []


def saved(request):
    """Whether it came as a file: the browser then breaks off the visit of its address."""
    return request.method == "POST" and request.failure == "net::ERR_ABORTED"


def foreign(url):
    return urlsplit(url).scheme.startswith(("http", "ws")) and urlsplit(url).hostname != "127.0.0.1"


def settle(page, words, query):
    """Wait until the recipe says `words` and the address holds `query`; then their drops must be the same."""
    from playwright.sync_api import expect  # noqa: PLC0415

    recipe = page.locator(".st-key-recipe")
    expect(recipe).to_contain_text(words)
    page.wait_for_url(lambda url: query in unquote(url) if query else "?" not in url)
    if "?" in page.url:
        drops = [str(portion.drops) for portion in calculate(read_link(page.url), read_catalogue()).recipe.portions]
        expect(recipe.locator(".ep-oil .ep-big b")).to_have_text(drops)


def hear(page):
    """The list of what the server says to the page, as it comes; asked for before the page is opened."""
    heard = []

    def keep(frame):
        heard.append(frame if isinstance(frame, bytes) else b"")

    page.on("websocket", lambda socket: socket.on("framereceived", keep))
    return heard


def choose_oil(page, name):
    """Choose the oil of a bottle by its name."""
    page.get_by_role("combobox", name="Oil or base oil").fill(name)
    page.get_by_role("option", name=name, exact=True).click()


def pause(page):
    """Wait until what was chosen is a step of its own for Back."""
    page.wait_for_timeout(1000)


def write_in(page, label, text):
    page.get_by_label(label, exact=True).fill(text)
    page.keyboard.press("Enter")


def shown(page):
    return page.locator(".st-key-recipe .ep-big b").all_inner_texts()


COLOURS = ("color-contrast", "link-in-text-block")  # the rules of axe that a change of colours alone can break


def violations(page, within=None, only=(), without=()):
    """Return what axe finds on the page, or `within` a part of it, by all rules, `only` some or `without` some."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - only where a browser is

    page.wait_for_function(STILL)
    options = {"resultTypes": ["violations"], "rules": {rule: {"enabled": False} for rule in without}}
    response = Axe().run(page, context=within, options=options | ({"runOnly": list(only)} if only else {})).response
    return [(found["id"], found["nodes"][0]["html"]) for found in response["violations"]]


# Nothing fades: a part that is being made anew is greyed out, and a box that opens is seen through.
STILL = """() => !document.querySelector('[data-stale="true"]')
    && document.getAnimations().every((each) => each.playState !== 'running')"""


def seen_in_both(page, within=None, only=()):
    """Return what axe finds as the page is, and what is wrong with its colours where the system turns dark or light."""
    found = violations(page, within, only)
    dark = page.evaluate("!matchMedia('(prefers-color-scheme: dark)').matches")
    turn(page, dark)
    found += violations(page, within, COLOURS)
    turn(page, not dark)
    return found


def turn(page, dark):
    """Let the system turn dark or light, and wait until the page has."""
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.wait_for_function(IS_DARK, arg=dark)
    page.wait_for_timeout(300)  # until colours that fade have arrived


IS_DARK = r"""dark => {
    const [red, green, blue] = getComputedStyle(document.querySelector('[data-testid=stApp]'))
        .backgroundColor.match(/\d+/g).map(Number);
    return (red + green + blue < 3 * 128) === dark;
}"""


def ran(page):
    """Wait until a click is answered: nothing has run for a while, however late the click itself came through."""
    page.evaluate("window.idle = performance.now()")
    page.wait_for_function(IDLE)


IDLE = """() => {
    const runs = document.querySelector('[data-testid=stApp]').dataset.testScriptState !== 'notRunning';
    if (runs || document.querySelector('[data-stale="true"]')) window.idle = performance.now();
    return performance.now() - window.idle > 300;
}"""


def scroller(page, what):
    return page.evaluate(f"document.querySelector('[data-testid=stMain]').{what}")
