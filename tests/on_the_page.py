"""The pages as Streamlit runs them, without a browser: opened, read and pressed by the tests of pages."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

from streamlit.testing.v1 import AppTest

import blends
from blends import calculate, read_catalogue, read_link

APP = Path(__file__).parent.parent / "blend_app.py"
PAGES = Path(blends.__file__).parent / "pages"


def blend_page():
    return AppTest.from_file(str(APP), default_timeout=30).run()


def open_box(page, key):
    """Open an expander: what is in it is made only then."""
    page.session_state[key] = True
    return page.run()


def oil_pills(page):
    """The group of the oils chosen, each to be left out."""
    whose = re.search('class="ep-answer[^>]*data-list="(.*?)"', shown(page))[1]
    return page.get_by_key(f"oils_{whose}_{page.session_state['oils_shown'][whose][0]}")


def shown(page):
    assert not page.exception
    parts = (html.value for html in page.main.get("html"))
    return " ".join(part for part in parts if not part.startswith("<script>"))  # ours, once a visit


def opened(link):
    page = AppTest.from_file(str(APP), default_timeout=30)
    for key, value in parse_qsl(link):
        page.query_params[key] = value
    return page.run()


def said(page):
    """What the page shows, as it is read."""
    return " ".join(unescape(re.sub("<[^>]*>", "", shown(page))).split())


def fault_rows(page):
    """The cells of the table of faults, row by row."""
    table = shown(page).partition('class="ep-oils ep-mend"')[2].partition("</table>")[0]
    return [[unescape(cell) for cell in re.findall("<td[^>]*>(.*?)</td>", row)] for row in table.split("<tr>")[2:]]


def address(page):
    return {key: value if isinstance(value, str) else value[-1] for key, value in page.query_params.items()}


def book_page(page=None):
    """The Book page, of the visitor given or of another."""
    return (page or blend_page()).switch_page(str(PAGES / "book.py")).run()


def press(page, label):
    """Press the one button so called."""
    (found,) = [each for each in page.button if each.label == label]
    return found.click().run()


def save_as(page, name):
    """Keep the blend of the Blend page in the book."""
    open_box(page, "book_save").get_by_key("book_name").set_value(name)
    return press(page, "Save")


def open_page(name):
    return blend_page().switch_page(str(PAGES / f"{name}.py")).run()


def same_blend(page):
    """Whether the drops on the page are those of the address."""
    said = [part.partition("</td>")[0] for part in shown(page).split('class="ep-oil"')[1:]]
    counts = [int(re.search("<b>(.*?)</b>", cell)[1]) for cell in said]
    link = "&".join(f"{key}={value}" for key, value in address(page).items())
    recipe = calculate(read_link(link), read_catalogue()).recipe
    return counts == [portion.drops for portion in recipe.portions]


def sent(page):
    """What the buttons of the page would send: by address, the fields of each form."""
    forms = re.findall(r'<form method="post" action="(.*?)">(.*?)</form>', shown(page), re.DOTALL)
    fields = re.compile(r'name="(.*?)" value="(.*?)"', re.DOTALL)
    return [(unescape(to), {key: unescape(value) for key, value in fields.findall(body)}) for to, body in forms]
