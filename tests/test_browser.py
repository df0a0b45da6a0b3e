"""The story in a real browser, at both widths, light and dark: what AppTest cannot see."""

import re

import pytest
from in_browser import (
    BROWSER,
    ROOT,
    foreign,
    free_port,
    hear,
    ran,
    seen_in_both,
    serving,
)

from blends.serving.in_one_go import LAST_WORD
from blends.tables.catalogue import shipped_data

# One group: under pytest-xdist one server and one Chromium serve all of these tests.
pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed (Debian: apt install chromium)"),
    pytest.mark.xdist_group("browser"),
]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_warming_olive_100_ml_is_eight_drops_of_five_oils(open_page, width, scheme):
    from playwright.sync_api import expect  # noqa: PLC0415

    page = open_page(width, scheme)
    page.get_by_role("radio", name="Warming").click()
    page.get_by_label("4 · Bottle", exact=True).fill("100 ml")
    page.keyboard.press("Enter")
    recipe = page.locator(".st-key-recipe")
    expect(recipe.get_by_role("heading", level=2)).to_have_text(re.compile("Warming blend in olive oil"))
    expect(recipe.locator(".ep-oil .ep-big b")).to_have_text(["8"] * 5)
    expect(recipe.locator(".ep-base .ep-big b")).to_have_text(["98"])
    expect(recipe).to_contain_text("2.00 %")
    page.get_by_text("How it was worked out, and other droppers").click()
    expect(recipe).to_contain_text("40 ÷ 5 oils = 8, so 8 each")
    # No sideways scroll, our own fonts, and nothing that a screen reader or weak eyes would miss.
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert page.evaluate("document.fonts.check('16px Commissioner') && document.fonts.check('600 16px Literata')")
    assert page.evaluate("[...document.fonts].filter(font => font.status === 'error').length") == 0
    assert seen_in_both(page) == []


def test_a_wrong_entry_is_said_beside_its_box_and_the_recipe_stays(open_page):
    from playwright.sync_api import expect  # noqa: PLC0415

    page = open_page(1280, "light")
    page.get_by_label("4 · Bottle", exact=True).fill("4 oz")
    page.keyboard.press("Enter")
    sentence = page.get_by_role("alert").filter(has_text="Write 4 fl oz or 113 g")
    expect(sentence).to_be_visible()
    ran(page)
    box, said = page.get_by_label("4 · Bottle", exact=True).bounding_box(), sentence.bounding_box()
    assert 0 < said["y"] - box["y"] < 120
    expect(page.locator(".st-key-recipe")).to_contain_text("Circulation blend")


def test_the_recipe_is_reached_and_changed_by_keyboard_alone(open_page):
    from playwright.sync_api import expect  # noqa: PLC0415

    page = open_page(1280, "light")
    page.get_by_role("radio", name="Circulation").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.locator(".st-key-recipe")).to_contain_text("Warming blend")


def test_a_link_asks_for_whom_and_leads_there(open_page):
    from playwright.sync_api import expect  # noqa: PLC0415

    page = open_page(390, "light", "?v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=child:9,home")
    asked = page.get_by_role("link", name="Is it for someone else?")
    asked.click()
    expect(page.get_by_role("radio", name="Child")).to_be_in_viewport()
    expect(page.get_by_role("radio", name="Child")).to_be_checked()
    page.get_by_role("radio", name="Pregnant").click()
    expect(asked).to_have_count(0)
    expect(page.locator(".st-key-recipe")).to_contain_text("someone pregnant")


def test_a_name_from_a_table_loads_no_picture(browser, tmp_path):
    for path in shipped_data().glob("*.csv"):
        text = path.read_text(encoding="utf-8")
        for name in ("Sweet marjoram", "True lavender", "Olive oil", "Warming"):
            text = text.replace(f",{name},", ",![x](https://example.org/a.png),", 1)
        tmp_path.joinpath(path.name).write_text(text, encoding="utf-8")
    script = tmp_path / "app.py"
    script.write_text(
        "import runpy, blends.pages.tables_now, blends.tables.catalogue\n"
        f"tables = blends.tables.catalogue.read_catalogue({str(tmp_path)!r})\n"
        "blends.pages.tables_now.shipped_tables = lambda: tables\n"
        f"runpy.run_path({str(ROOT / 'blend_app.py')!r}, run_name='__main__')\n",
        encoding="utf-8",
    )
    asked = []
    page = browser.new_context().new_page()
    page.on("request", lambda request: asked.append(request.url))
    with serving(free_port(), script) as served:
        page.goto(served)
        page.get_by_role("radio", name="![x](https://example.org/a.png)").first.click()
        page.locator(".st-key-recipe").get_by_text("![x](https://example.org/a.png)").first.wait_for()
        page.get_by_role("link", name="Oils", exact=True).first.click()
        page.get_by_role("button", name="![x](https://example.org/a.png)").first.wait_for()
    page.context.close()
    assert [url for url in asked if foreign(url)] == []


def test_from_an_effect_to_a_saved_card_by_keyboard_alone(open_page):
    from playwright.sync_api import expect  # noqa: PLC0415

    page = open_page(1280, "light")
    page.get_by_role("radio", name="Circulation").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.locator(".st-key-recipe")).to_contain_text("Warming blend")
    for _ in range(80):
        if page.evaluate("document.activeElement.innerText") == "Send":
            break
        page.keyboard.press("Tab")
    with page.context.expect_page() as opened:
        page.keyboard.press("Enter")
    card = opened.value
    card.wait_for_load_state()
    assert "/card?v=1&e=warming" in card.url
    for _ in range(40):
        focused = card.evaluate("document.activeElement.innerText")
        if focused == "PDF, A6":
            break
        if focused.startswith("As a file"):
            card.keyboard.press("Enter")
        card.keyboard.press("Tab")
    with page.context.expect_event("response", lambda answer: "/card.pdf?" in answer.url) as saved:
        card.keyboard.press("Enter")
    assert saved.value.ok
    assert saved.value.headers["content-type"] == "application/pdf"
    assert "warming" in saved.value.headers["content-disposition"]


def test_a_run_ends_with_the_word_that_its_answer_waits_for(browser, address):
    """Else each answer would wait as long as the longest: blends/serving/in_one_go.py."""
    page = browser.new_context().new_page()
    heard = hear(page)
    page.goto(address)
    page.locator(".st-key-recipe").get_by_text("Circulation blend").first.wait_for()
    ran(page)
    heard.clear()
    page.get_by_role("radio", name="Warming").click()
    page.locator(".st-key-recipe").get_by_text("Warming blend").first.wait_for()
    ran(page)
    assert heard[-1] == LAST_WORD
    assert heard.count(LAST_WORD) == 1
    page.context.close()
