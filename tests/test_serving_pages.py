"""What a browser gets from a real server: the plain card with and without scripts, files of the pages, uploads."""

import urllib.parse
from io import BytesIO

import pytest
from in_browser import BROWSER, ran, violations
from live import STORY, opened
from pypdf import PdfReader
from test_pages_own_files import FILE

from blends.pages.blend_saved import read_file

pytestmark = [
    pytest.mark.xdist_group("live"),  # under pytest-xdist one worker serves all of these tests
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed (Debian: apt install chromium)"),
]


def test_the_server_itself_refuses_a_file_of_more_than_twenty_megabytes(server, browser):
    address, _ = server
    page = browser.new_page()
    page.goto(address)
    page.get_by_text("Title, note, link and files").click()
    ran(page)  # what is being drawn anew takes no click
    page.get_by_role("button", name="Open a saved recipe").click()
    place = page.locator("input[type=file]")
    place.wait_for(state="attached")
    asked = []
    page.on("request", lambda request: asked.append(request) if request.method == "PUT" else None)
    place.set_input_files({"name": "small.json", "mimeType": "application/json", "buffer": b"{}"})
    page.get_by_text("no recipe saved here").first.wait_for()
    headers = {"x-xsrftoken": asked[0].headers.get("x-xsrftoken", "")}
    large = {"file": {"name": "large.json", "mimeType": "application/json", "buffer": b" " * 21_500_000}}
    assert page.request.put(asked[0].url, multipart=large, headers=headers).status == 413
    page.close()


def test_a_recipe_of_own_figures_is_saved_from_its_page(server, browser, tmp_path):
    address, _ = server
    page = browser.new_page()
    page.goto(address)
    page.get_by_text("Title, note, link and files").click()
    ran(page)
    handed = page.locator(".st-key-own_link code").inner_text()
    assert handed.partition("?")[0] == f"{address}card"  # "oils" is where the app is served, and one of its pages
    assert opened(handed)[1].startswith(b"<!doctype html>")
    page.get_by_role("button", name="Open a saved recipe").click()
    place = page.locator("input[type=file]")
    place.wait_for(state="attached")
    place.set_input_files({"name": "rose.json", "mimeType": "application/json", "buffer": FILE.encode()})
    page.get_by_text("The file brings its own figures").first.wait_for()
    ran(page)
    saved = {}
    for name in ("Card as PDF", "Recipe file (JSON)"):
        with page.expect_download() as coming:
            page.get_by_role("button", name=name).first.click()
        coming.value.save_as(tmp_path / coming.value.suggested_filename)
        saved[name] = tmp_path / coming.value.suggested_filename
    assert "My rose" in PdfReader(saved["Card as PDF"]).pages[0].extract_text()
    assert read_file(saved["Recipe file (JSON)"].read_text()) == read_file(FILE)
    assert page.get_by_text("My rose").first.is_visible()  # the page is still there
    page.close()


def test_the_label_that_comes_is_the_label_that_is_shown(server, browser, tmp_path):
    """A page's cleaner takes the name off an input that is called as something every form has, such as `before`."""
    address, _ = server
    page = browser.new_page()
    page.goto(f"{address}label?{STORY.replace('home', 'sale').replace('d=2', 'd=0.01').replace('equal', 'exact')}")
    for asked, text in (
        ("Responsible person", "A. Maker, 1 High Street"),
        ("Batch", "B-1"),
        ("Best before", "May 2049"),
    ):
        page.get_by_role("textbox", name=asked).first.fill(text)
        page.keyboard.press("Enter")
        ran(page)
    names = page.eval_on_selector_all(".ep-files input", "inputs => inputs.map(each => each.name)")
    assert "best_before" in names
    assert "" not in names
    with page.expect_download() as coming:
        page.get_by_role("button", name="Label as PDF").click()
    coming.value.save_as(tmp_path / "label.pdf")
    words = PdfReader(tmp_path / "label.pdf").pages[0].extract_text()
    assert "May 2049" in words
    assert "no date" not in words
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "scripts"), [(390, False), (390, True), (1280, True)])
def test_the_handed_link_is_read_on_a_phone_with_scripts_off(server, browser, width, scripts, scheme):
    address, _ = server
    wrong = []
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, java_script_enabled=scripts
    )
    page = context.new_page()
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    asked = []
    page.on("request", lambda request: asked.append(request.url) if not request.url.startswith("data:") else None)
    page.goto(f"{address}card?{STORY}", wait_until="load")
    assert [each.partition("?")[0] for each in asked[:1]] == [f"{address}card"]
    assert all(each.startswith(f"{address}card.svg?") for each in asked[1:])  # one file, and the code where it is shown
    assert page.get_by_role("row").count() == 6
    assert page.get_by_role("row").first.bounding_box()["y"] < 844 / 2
    assert page.locator("figure").is_visible() == (width > 1000)  # no code in front of its own camera
    assert page.get_by_role("link", name="Send", exact=True).is_visible() or scripts
    if scripts:
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
        assert page.evaluate("document.fonts.check('600 16px Literata')")
        assert wrong == []
        assert violations(page) == []
    page.get_by_label("My bottle").fill("30 ml")
    page.get_by_role("button", name="Scale it").click()
    page.wait_for_url("**m=30ml**")
    assert "2 drops" in " ".join(page.get_by_role("row").first.inner_text().split())
    assert wrong == []
    context.close()


def test_the_card_prints_on_one_page_with_all_its_rulebooks(server, browser):
    address, _ = server
    page = browser.new_page()
    page.goto(f"{address}card?{STORY}")
    printed = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    assert len(printed.pages) == 1
    words = printed.pages[0].extract_text()
    assert "How far each rulebook goes" in words
    assert "EU 1223/2009" in words
    page.close()


def test_a_title_in_other_letters_is_drawn_in_the_same_face(server, browser):
    address, _ = server
    page = browser.new_page()
    fonts = []
    page.on("requestfinished", lambda request: fonts.append(request.url) if ".woff2" in request.url[-6:] else None)
    page.goto(f"{address}card?{STORY}&t=" + urllib.parse.quote("Für Łucja, Ελένη и Жанна"), wait_until="networkidle")
    names = {url.rpartition("/")[2] for url in fonts}
    assert names == {f"literata-{part}.woff2" for part in ("latin", "latin-ext", "greek", "cyrillic")}
    assert page.evaluate("document.fonts.check('600 29px Literata', 'Für Łucja, Ελένη и Жанна')")
    page.close()
