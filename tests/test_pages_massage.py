"""The Massage page as Streamlit runs it, and the ways to it."""

from on_the_page import APP, PAGES, open_page
from streamlit.testing.v1 import AppTest

from blends.showing.guide import chapters


def test_the_guide_shows_every_chapter_and_drawing():
    page = open_page("massage")
    assert not page.exception
    text = " ".join(markdown.value for markdown in page.markdown)
    assert [header.value for header in page.header] == [chapter.title for chapter in chapters()]
    assert text.count("<svg") == 8
    assert "](06_when_not.md)" not in text
    assert "Article on back massage" in text


def test_the_chapter_for_an_accident_is_linked_below_every_recipe(page):
    links = [link.proto for link in page.get("page_link")]
    assert any(
        (link.label, link.query_string) == ("When it goes wrong", "chapter=when-it-goes-wrong") for link in links
    )


def test_the_guide_opens_with_the_chapter_asked_for():
    page = AppTest.from_file(str(APP), default_timeout=30).run()
    page.query_params["chapter"] = "when-it-goes-wrong"
    titles = [header.value for header in page.switch_page(str(PAGES / "massage.py")).run().header]
    assert titles[0] == "When it goes wrong"
    assert sorted(titles) == sorted(chapter.title for chapter in chapters())
