"""Make the two pictures of the README from the app as it is: `python tests/pictures.py`, with Chromium installed."""

import io

from in_browser import BROWSER, ROOT, free_port, serving
from PIL import Image
from playwright.sync_api import sync_playwright

from blends import calculate, png, read_brief, read_catalogue, write_card, write_link

BRIEF = read_brief({"effect": "warming", "base": "olive", "bottle": "100 ml", "dilution": "2 %"})
HOME = "http://localhost:8501/"  # where the README's command starts the app
DOCS = ROOT / "docs"


def main() -> None:
    """Photograph the page at a warming blend, and keep the picture for a chat of the same recipe."""
    card = png(write_card(calculate(BRIEF, read_catalogue()), write_link(BRIEF, HOME)))
    Image.open(io.BytesIO(card)).convert("RGB").resize((540, 675)).save(DOCS / "card.png", optimize=True)
    with serving(free_port()) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 860}, color_scheme="light")
        page.goto(address)
        page.get_by_role("radio", name="Warming").click()
        page.get_by_role("heading", name="Warming blend in olive oil").wait_for()
        page.get_by_role("heading", name="Equal Parts").first.click()  # no field is being written in
        page.screenshot(path=DOCS / "screenshot.png")
        browser.close()


if __name__ == "__main__":
    main()
