"""Own figures that another tab changed: the page reckons with them at the next click, and says so."""

from dataclasses import replace

import pytest
from on_the_page import PAGES, open_box, opened, said
from test_pages_certificates import BY_CERTIFICATE, CLOVE, STRONG, STRONGER, bottle, put_in
from test_pages_own_files import ROSE, open_file

from blends.keeping import opening
from blends.keeping.at_hand import file_mark
from blends.keeping.where import SETTING
from blends.pages import book_now
from blends.pages.keys import Key
from blends.showing.words.own import CHANGED_ELSEWHERE

NOT_KNOWN = "Your book could not be asked for its own oils and certificates, so "


def test_a_certificate_of_another_tab_judges_from_the_next_click_on_and_that_is_said(book):
    page = opened(CLOVE)
    assert CHANGED_ELSEWHERE not in said(page)
    put_in(book, bottle("b0001"))
    after = said(page.run())
    assert STRONGER in after
    assert BY_CERTIFICATE in after
    assert CHANGED_ELSEWHERE in after
    assert CHANGED_ELSEWHERE not in said(page.run())  # opened anew it is no news
    book.certificates.change(replace(STRONG, lot="L8"))
    assert "certificate of your bottle (lot L8)" in said(page.run())
    book.certificates.remove("b0001")
    gone = said(page.run())
    assert CHANGED_ELSEWHERE in gone
    assert STRONGER not in gone


@pytest.mark.parametrize("name", ["label", "oils", "possible"])
def test_every_page_that_judges_says_it(book, name):
    page = opened(CLOVE).switch_page(str(PAGES / f"{name}.py")).run()
    put_in(book, bottle("b0001"))
    assert CHANGED_ELSEWHERE in said(page.run())


def test_an_own_oil_that_another_tab_took_out_leaves_the_recipe_and_that_is_said(book):
    book.own_oils.add(ROSE)
    page = opened(CLOVE.replace("clove_bud", "my_rose"))
    assert "My rose" in said(page)
    book.own_oils.remove("my_rose")
    after = said(page.run())
    assert CHANGED_ELSEWHERE in after
    assert "My rose stands in your own table" not in after


def test_what_one_changes_oneself_is_no_news(book):
    page = opened(CLOVE).switch_page(str(PAGES / "shelf.py")).run()
    put_in(book, bottle("b0001"))
    page = page.run().switch_page(str(PAGES / "blend.py")).run()  # as after a step of this page
    assert BY_CERTIFICATE in said(page)
    assert CHANGED_ELSEWHERE not in said(page)


def test_own_oils_saved_with_a_recipe_are_no_news(book):
    page = open_box(open_file(open_box(opened(CLOVE), "hand_on")), "book_save")
    page.get_by_key("book_name").set_value("Roses")
    page = next(each for each in page.button if each.label == "Save").click().run()
    assert [oil.id for oil in book.own_oils] == ["my_rose"]
    assert CHANGED_ELSEWHERE not in said(page)
    assert CHANGED_ELSEWHERE not in said(page.run())


def test_a_book_that_does_not_answer_is_said_on_the_blend_page_until_it_does(book, tmp_path, monkeypatch):
    put_in(book, bottle("b0001"))
    broken = tmp_path / "broken.db"
    broken.write_text("no book at all")
    monkeypatch.setenv(SETTING, f"sqlite:///{broken}")
    page = opened(CLOVE)
    assert f"{NOT_KNOWN}none of them count here. The file of the book is damaged" in said(page)
    assert BY_CERTIFICATE not in said(page)
    monkeypatch.setenv(SETTING, f"sqlite:///{tmp_path / 'book.db'}")
    after = said(page.run())
    assert NOT_KNOWN not in after
    assert BY_CERTIFICATE in after


def test_figures_seen_before_count_on_where_the_book_no_longer_answers(book, tmp_path, monkeypatch):
    put_in(book, bottle("b0001"))
    page = opened(CLOVE)
    monkeypatch.setenv(SETTING, "postgresql://nobody@127.0.0.1:1/book?connect_timeout=1")
    after = said(page.run())
    assert f"{NOT_KNOWN}those seen last count here. The book's server does not answer." in after
    assert BY_CERTIFICATE in after


def test_a_book_in_a_file_is_asked_only_where_something_was_written_to_it(book, tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'book.db'}"
    assert file_mark(url) == file_mark(url)
    before = file_mark(url)
    put_in(book, bottle("b0001"))
    assert file_mark(url) != before
    assert file_mark("postgresql://host/book") is None
    page, asked = opened(CLOVE), []
    monkeypatch.setattr(opening, "open_book", asked.append)
    monkeypatch.setattr(book_now, "certificates_at_hand", lambda *given: asked.append(given) or ())
    page.run()
    assert asked == []
    assert page.session_state[Key.OWN_KEPT][1] == (STRONG,)
