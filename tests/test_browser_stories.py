"""Three people use the app from beginning to end, on a phone and on a laptop."""

import re
from urllib.parse import unquote

import pytest
from in_browser import BROWSER, ran, scroller, settle, shown

from blends import calculate, read_catalogue, read_link
from blends.showing.words.units import grams

pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed (Debian: apt install chromium)"),
    pytest.mark.xdist_group("browser"),
    pytest.mark.slow,
    pytest.mark.parametrize("width", [1280, 390]),
]


def recipe_of(page):
    return calculate(read_link(page.url), read_catalogue()).recipe


def test_someone_at_home_makes_a_warming_oil_and_shares_it_with_a_sister_who_is_pregnant(open_page, width):
    from playwright.sync_api import expect  # noqa: PLC0415 - only where a browser is

    page = open_page(width, "light")
    page.get_by_role("radio", name="Warming").click()
    settle(page, "Warming blend in olive oil", "e=warming")
    oregano = page.locator("[class*=st-key-oils_]").get_by_role("button", name="Oregano")
    assert mark_of(oregano) == "×"  # to be left out
    oregano.click()
    expect(oregano).to_have_attribute("aria-pressed", "false")
    assert mark_of(oregano) == "+"
    page.wait_for_url(lambda url: "o=marjoram" in unquote(url))
    page.get_by_text("Illness or allergy", exact=True).click()
    page.get_by_role("button", name="Asthma").click()
    # What is not for her stands above the amounts, each oil with why and its button.
    leave = page.locator(".st-key-remedies").get_by_role("button", name="Leave out")
    expect(leave).to_have_count(2)
    ran(page)  # two places are measured one after the other: nothing may move between
    assert leave.first.bounding_box()["y"] < page.locator(".ep-amounts").bounding_box()["y"]
    for left, oil in ((1, "white camphor"), (0, "eucalyptus")):
        page.get_by_role("button", name=f"Leave out {oil}").click()
        expect(leave).to_have_count(left)
    expect(page.locator(".ep-verdict h3").first).not_to_contain_text("Not for this person")
    expect(page.locator(".ep-amounts th")).to_have_text(
        [re.compile("marjoram"), re.compile("pine"), re.compile("Olive")]
    )
    ran(page)
    drops = shown(page)
    send = page.get_by_role("link", name="Send").get_attribute("href")
    assert "asthma" not in send.lower()
    assert "asthma" not in page.url.lower()
    # The sister opens the card, then the recipe: the same drops, until she says for whom.
    card = page.context.new_page()
    card.goto(page.url.partition("/?")[0] + send)
    expect(card.locator("h1")).to_contain_text("Warming")
    for count in drops[:-1]:
        expect(card.locator("body")).to_contain_text(re.compile(rf"\b{count}\b"))
    hers = open_page(width, "light", page.url.partition("/?")[1][1:] + page.url.partition("/?")[2])
    assert shown(hers) == drops
    hers.get_by_role("link", name="Is it for someone else?").click()
    expect(hers.get_by_role("radio", name="Pregnant")).to_be_in_viewport()
    hers.get_by_role("radio", name="Pregnant").click()
    expect(hers.locator(".st-key-recipe")).to_contain_text("someone pregnant")
    expect(hers.get_by_label("Strength", exact=True)).to_have_value("1 %")
    assert "pregnant" not in unquote(hers.url)


def test_a_therapist_weighs_four_bottles_for_clients(open_page, width):
    from playwright.sync_api import expect  # noqa: PLC0415

    page = open_page(width, "light")
    page.get_by_role("radio", name="Anti-inflammatory").click()
    settle(page, "Anti-inflammatory blend", "e=anti-inflammatory")
    page.get_by_role("radio", name="For clients or a shop").click()
    page.get_by_text("More: measuring, several bottles, ounces", exact=True).click()
    page.get_by_label("Bottles", exact=True).fill("4")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "us,4" in unquote(url))
    page.get_by_role("radio", name="Grams").click()
    recipe = page.locator(".st-key-recipe")
    made = recipe_of(page)
    expect(recipe.locator(".ep-oil .ep-big b")).to_have_text([grams(each.mass_g) for each in made.portions])
    said = recipe.locator(".ep-all")
    expect(said).to_contain_text("For 4 bottles in all")
    for each in made.portions:
        expect(said).to_contain_text(f"{grams(4 * each.mass_g)} g of")
    expect(recipe).to_contain_text("fine scale (0.01 g)")
    expect(recipe.locator(".ep-verdict h3").first).to_contain_text("Do not sell; over a limit")
    assert "unit=g" in page.get_by_role("link", name="Send").get_attribute("href")
    assert scroller(page, "scrollWidth") <= width


def test_a_student_works_each_sum_of_the_limits_by_hand(open_page, width):
    page = open_page(width, "light")
    page.get_by_text("Limits in detail, with sources", exact=True).click()
    page.locator(".ep-ceilings").first.wait_for()
    ran(page)  # what is drawn once more closes what was opened in it
    page.get_by_text(re.compile(r"All \d+ findings")).click()
    sums = page.locator(".ep-findings small", has_text=" = ")
    sums.first.wait_for()  # what a closed box holds has no text yet
    lines = sums.all_inner_texts()
    assert len(lines) > 10
    for line in lines:
        terms, _, total = line.partition(" = ")
        added = 0.0
        for term in terms.split(" + "):
            share, *content = (float(figure) for figure in re.findall(r"([\d.]+) %", term))
            added += share * content[0] / 100 if content else share
        # Each figure is written in three, so the sum agrees to about one part in a hundred.
        assert added == pytest.approx(float(re.match(r"[\d.]+", total)[0]), rel=0.012), line


def mark_of(button):
    """The sign that the style draws behind the words of a button, not read aloud."""
    return button.evaluate("each => getComputedStyle(each, '::after').content").split('"')[1]
