"""Names from tables in labels, which Streamlit reads as Markdown."""

import pytest
from on_the_page import open_box, open_page, opened

from blends import read_catalogue
from blends.tables.catalogue import shipped_data

PICTURE = "![x](https://example.org/a.png)"


@pytest.fixture
def pictures_for_names(tmp_path, monkeypatch):
    """Own tables, in which an oil, a base oil and an effect are called like a picture from elsewhere."""
    for path in shipped_data().glob("*.csv"):
        text = path.read_text(encoding="utf-8")
        for name in ("Sweet marjoram", "True lavender", "Olive oil", "Warming"):
            text = text.replace(f",{name},", f",{PICTURE},", 1)
        tmp_path.joinpath(path.name).write_text(text, encoding="utf-8")
    tables = read_catalogue(tmp_path)
    monkeypatch.setattr("blends.pages.tables_now.shipped_tables", lambda: tables)


def markdown_labels(page):
    """Everything that Streamlit reads as Markdown: labels of inputs and buttons, and pills. Not what is in a list."""
    assert not page.exception
    inputs = [*page.text_input, *page.number_input, *page.selectbox, *page.button, *page.get("button_group")]
    labels = [each.label for each in inputs] + [markdown.value for markdown in page.markdown]
    return labels + [option.content for group in page.get("button_group") for option in group.proto.options]


@pytest.mark.usefixtures("pictures_for_names")
def test_a_name_from_a_table_loads_no_picture():
    link = "v=1&e=warming&o=marjoram:3,nutmeg:2,oregano&b=olive:2,jojoba&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"
    blend = opened(link)
    for key in ("change", "limits"):
        open_box(blend, key)
    blend.get_by_key("help_by").set_value("eu-1223-2009").run()
    found = markdown_labels(blend) + markdown_labels(open_page("oils")) + markdown_labels(open_page("massage"))
    shown_names = [label for label in found if "example.org/a.png" in label]
    assert len(shown_names) > 7
    assert [label for label in shown_names if "![" in label or "https:" in label] == []
