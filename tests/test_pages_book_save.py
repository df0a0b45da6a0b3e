"""*Save in my book* on the Blend page, wired as Streamlit runs it: what is kept, what is said, what costs nothing."""

import subprocess
import sys

import pytest
from on_the_page import APP, PAGES, blend_page, book_page, open_box, press, said, save_as, shown

from blends import open_book, read_brief
from blends.keeping.where import SETTING


@pytest.mark.parametrize("there", [False, True], ids=["no book", "a book of one's own"])
def test_a_visitor_who_opens_the_blend_page_pays_nothing_for_the_book(there, request):
    if there:
        request.getfixturevalue("book")
    code = (
        "import sys; from streamlit.testing.v1 import AppTest; "
        f"page = AppTest.from_file({str(APP)!r}, default_timeout=60).run(); assert not page.exception; "
        "print([name for name in ('sqlalchemy', 'alembic', 'psycopg') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


UNSAVED = "Not all of this book is in its file yet."


def test_a_book_that_is_a_file_says_what_its_file_does_not_hold():
    page = book_page()
    assert UNSAVED not in said(page)
    page = save_as(page.switch_page(str(PAGES / "blend.py")).run(), "Calm")
    assert UNSAVED in said(page)
    page = book_page(page)
    assert UNSAVED in said(page)
    assert 'data-ep-unsaved="yes"' in shown(page)


def test_a_file_just_opened_holds_all_of_its_book_and_opening_a_blend_loses_nothing():
    book = open_book("")
    book.save(read_brief({"oils": "lavender"}), "Calm")
    data = book.write_bytes()
    book.close()
    page = book_page()
    page.get_by_key("book_file").set_value(("book.json", data, "application/json")).run()
    assert "Calm" in said(page)
    assert UNSAVED not in said(page)
    assert 'data-ep-unsaved="no"' in shown(page)
    page.get_by_key("book_open_Calm").click().run()
    assert UNSAVED not in said(book_page(page))
    page.get_by_key("book_star_Calm").click().run()
    assert UNSAVED in said(page)


def test_a_book_on_this_machine_never_says_that_it_is_not_saved(book):
    page = save_as(blend_page(), "Calm")
    assert UNSAVED not in said(page)
    assert "data-ep-unsaved" not in shown(book_page(page))


def test_a_blend_is_saved_under_its_title_and_each_change_is_a_version(book):
    page = open_box(blend_page(), "book_save")
    assert page.get_by_key("book_name").value
    save_as(page, "Calm")
    assert "Saved as Calm, version 1: First saved." in said(page)
    page.get_by_key("dilution").set_value("3 %").run()
    press(page, "Save")
    assert "Saved as Calm, version 2: 2 % → 3 %." in said(page)
    press(page, "Save")
    assert "Nothing changed since it was last saved." in said(page)
    assert [(entry.name, entry.number) for entry in book.blends()] == [("Calm", 2)]


def test_a_name_that_cannot_be_kept_is_said_and_stays(book):
    page = save_as(blend_page(), " ")
    assert "A blend is kept under a name." in said(page)
    assert page.get_by_key("book_name").value == " "
    assert not book.blends()


def test_a_book_that_cannot_be_opened_is_said_on_both_pages(monkeypatch, tmp_path):
    tmp_path.joinpath("file").write_text("", encoding="utf-8")
    monkeypatch.setenv(SETTING, f"sqlite:///{tmp_path / 'file' / 'book.db'}")
    page = save_as(blend_page(), "Calm")
    assert page.get_by_key("book_name").value == "Calm"
    assert 'role="alert"' in shown(page)
    assert 'role="alert"' in shown(book_page(page))


def test_who_saves_what_was_saved_in_another_tab_is_told_and_both_are_kept(book):
    one, two = save_as(blend_page(), "Calm"), blend_page()
    two = press(book_page(two), "Open")
    two = two.switch_page(str(PAGES / "blend.py")).run()
    one.get_by_key("dilution").set_value("3 %").run()
    press(one, "Save")
    two.get_by_key("dilution").set_value("1 %").run()
    press(open_box(two, "book_save"), "Save")
    assert "Both are kept: yours is version 3." in said(two)
    assert len(book.versions("Calm")) == 3


def test_a_blend_for_someone_pregnant_says_so_nowhere_in_the_book(book):
    page = blend_page()
    page.get_by_key("person").set_value("pregnant").run()
    open_box(page, "health").get_by_key("conditions").set_value(["epilepsy"]).run()
    save_as(page, "Ours")
    page_says = said(book_page(page)).lower().replace("in pregnancy and in illness", "")  # at the foot of every page
    everything = book.write_bytes().decode().lower() + page_says
    assert "ours" in everything
    assert "pregnan" not in everything
    assert "epilepsy" not in everything


def test_without_a_setting_the_book_is_a_file_and_says_so():
    page = book_page(save_as(blend_page(), "Calm"))
    assert "kept nowhere but in this window" in said(page)
    assert "Calm" in said(page)
    assert "Calm" not in said(book_page())  # another visitor


def test_the_file_is_there_before_its_button_says_that_the_book_is_saved():
    """What is made on the press races the run that the press starts: pressed on a busy machine, nothing came."""
    page = book_page(save_as(blend_page(), "Calm"))
    (button,) = [each.proto for each in page.get("download_button") if each.proto.label == "Save the book as a file"]
    assert button.url
    assert not button.deferred_file_id
    assert not button.ignore_rerun
