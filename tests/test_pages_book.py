"""The Book page and *Save in my book*, wired as Streamlit runs them."""

import subprocess
import sys

import pytest
from on_the_page import APP, PAGES, blend_page, fault_rows, open_box, said, shown

from blends import open_book, read_brief
from blends.keeping.book import Book
from blends.keeping.where import SETTING
from blends.tables.own import OwnOil


@pytest.fixture
def local(tmp_path, monkeypatch):
    """A book of one's own in a folder of this test, opened here too."""
    url = f"sqlite:///{tmp_path / 'book.db'}"
    monkeypatch.setenv(SETTING, url)
    book = open_book(url)
    yield book
    book.close()


@pytest.fixture(autouse=True)
def no_setting(monkeypatch):
    monkeypatch.delenv(SETTING, raising=False)


def book_page(page=None):
    return (page or blend_page()).switch_page(str(PAGES / "book.py")).run()


def press(page, label):
    (found,) = [each for each in page.button if each.label == label]
    return found.click().run()


def save_as(page, name):
    open_box(page, "book_save").get_by_key("book_name").set_value(name)
    return press(page, "Save")


@pytest.mark.parametrize("there", [False, True], ids=["no book", "a book of one's own"])
def test_a_visitor_who_opens_the_blend_page_pays_nothing_for_the_book(there, request):
    if there:
        request.getfixturevalue("local")
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


def test_a_book_on_this_machine_never_says_that_it_is_not_saved(local):
    page = save_as(blend_page(), "Calm")
    assert UNSAVED not in said(page)
    assert "data-ep-unsaved" not in shown(book_page(page))


def test_the_oils_one_has_and_what_they_make_are_reached_from_the_oils_page_and_from_each_other():
    for name in ("oils", "book", "shelf", "possible"):
        page = blend_page().switch_page(str(PAGES / f"{name}.py")).run()
        assert {"My oils", "What can I make?"} <= {link.proto.label for link in page.get("page_link")}
    page = open_box(blend_page(), "change")
    assert {"My oils", "What can I make?"} <= {link.proto.label for link in page.get("page_link")}


def test_a_blend_is_saved_under_its_title_and_each_change_is_a_version(local):
    page = open_box(blend_page(), "book_save")
    assert page.get_by_key("book_name").value
    save_as(page, "Calm")
    assert "Saved as Calm, version 1: First saved." in said(page)
    page.get_by_key("dilution").set_value("3 %").run()
    press(page, "Save")
    assert "Saved as Calm, version 2: 2 % → 3 %." in said(page)
    press(page, "Save")
    assert "Nothing changed since it was last saved." in said(page)
    assert [(entry.name, entry.number) for entry in local.blends()] == [("Calm", 2)]


def test_a_name_that_cannot_be_kept_is_said_and_stays(local):
    page = save_as(blend_page(), " ")
    assert "A blend is kept under a name." in said(page)
    assert page.get_by_key("book_name").value == " "
    assert not local.blends()


def test_a_book_that_cannot_be_opened_is_said_on_both_pages(monkeypatch, tmp_path):
    tmp_path.joinpath("file").write_text("", encoding="utf-8")
    monkeypatch.setenv(SETTING, f"sqlite:///{tmp_path / 'file' / 'book.db'}")
    page = save_as(blend_page(), "Calm")
    assert page.get_by_key("book_name").value == "Calm"
    assert 'role="alert"' in shown(page)
    assert 'role="alert"' in shown(book_page(page))


def test_who_saves_what_was_saved_in_another_tab_is_told_and_both_are_kept(local):
    one, two = save_as(blend_page(), "Calm"), blend_page()
    two = press(book_page(two), "Open")
    two = two.switch_page(str(PAGES / "blend.py")).run()
    one.get_by_key("dilution").set_value("3 %").run()
    press(one, "Save")
    two.get_by_key("dilution").set_value("1 %").run()
    press(open_box(two, "book_save"), "Save")
    assert "Both are kept: yours is version 3." in said(two)
    assert len(local.versions("Calm")) == 3


def test_a_blend_for_someone_pregnant_says_so_nowhere_in_the_book(local):
    page = blend_page()
    page.get_by_key("person").set_value("pregnant").run()
    open_box(page, "health").get_by_key("conditions").set_value(["epilepsy"]).run()
    save_as(page, "Ours")
    page_says = said(book_page(page)).lower().replace("in pregnancy and in illness", "")  # at the foot of every page
    everything = local.write_bytes().decode().lower() + page_says
    assert "ours" in everything
    assert "pregnan" not in everything
    assert "epilepsy" not in everything


def test_the_list_is_searched_and_sorted_and_twenty_are_shown_at_once(local, monkeypatch):
    asked = []
    monkeypatch.setattr(Book, "news", lambda _, names=None: asked.append(tuple(names)) or ())
    for number in range(23):
        local.save(read_brief({"effect": "warming"}), f"Blend {number:02}")
    local.save(read_brief({"oils": "lavender"}), "Sleep")
    page = book_page()
    assert "20 of 24 blends are shown." in said(page)
    assert len(asked[-1]) == 20  # whatever the tables say anew of the others is not calculated for this page
    assert "24 blends" in said(press(page, "Show more"))
    page.get_by_key("book_search").set_value("lavender sleep").run()
    assert shown(page).count('class="ep-entry"') == 1
    page.get_by_key("book_search").set_value("nothing").run()
    assert "No blend has 'nothing'" in said(page)
    page.get_by_key("book_search").set_value("").run()
    page.get_by_key("book_sort").set_value("name").run()
    assert said(page).index("Blend 00") < said(page).index("Blend 01")


def test_a_blend_is_opened_on_the_blend_page_as_it_was_saved(local):
    local.save(read_brief({"effect": "warming", "dilution": "1 %", "note": "For the shelf"}), "Warm")
    page = press(book_page(), "Open").switch_page(str(PAGES / "blend.py")).run()
    assert "Opened from your book (Warm)" in said(page)
    assert page.get_by_key("dilution").value == "1 %"
    assert open_box(page, "book_save").get_by_key("book_name").value == "Warm"


def test_name_tags_and_note_are_changed_in_one_form(local):
    local.save(read_brief({"effect": "warming"}), "Warm")
    local.save(read_brief({"effect": "warming"}), "Other")
    page = open_box(book_page(), "book_about_Warm")
    page.get_by_key("book_tags_Warm").set_value("back, winter")
    page.get_by_key("book_note_Warm").set_value("Made for the hut")
    page.get_by_key("book_name_Warm").set_value("Other")
    press(page, "Keep these")
    assert "The book has a blend called 'Other' already." in said(page)
    page.get_by_key("book_name_Warm").set_value("Winter")
    press(page, "Keep these")
    (entry,) = local.blends("winter")
    assert (entry.name, entry.tags, entry.note) == ("Winter", ("back", "winter"), "Made for the hut")
    page.get_by_key("book_star_Winter").click().run()
    assert local.blends("winter")[0].starred
    assert "★" in said(page)


def test_an_older_version_is_restored_as_a_version_more(local):
    for dilution in ("1 %", "2 %"):
        local.save(read_brief({"effect": "warming", "dilution": dilution}), "Warm")
    page = open_box(book_page(), "book_about_Warm")
    assert "Version 2" in said(page)
    press(page, "Restore")
    assert "Warm is again as in version 1; that is version 3 now." in said(page)
    assert local.versions("Warm")[0].brief.dilution_pct == 1


def test_a_deleted_blend_is_brought_back(local):
    local.save(read_brief({"effect": "warming"}), "Warm")
    page = press(open_box(book_page(), "book_about_Warm"), "Delete")
    assert "Warm is deleted. Until" in said(page)
    assert not local.blends()
    press(open_box(page, "book_deleted"), "Bring back")
    assert [entry.name for entry in local.blends()] == ["Warm"]


def test_everything_is_deleted_only_where_the_words_are_written(local):
    local.save(read_brief({"effect": "warming"}), "Warm")
    page = open_box(book_page(), "book_all")
    press(page, "Delete everything")
    assert "Nothing was deleted." in said(page)
    page.get_by_key("book_sure").set_value("Delete everything")
    press(page, "Delete everything")
    assert "Everything in this book is deleted." in said(page)
    assert not local.blends()
    assert not local.deleted()


def test_without_a_setting_the_book_is_a_file_and_says_so():
    page = book_page(save_as(blend_page(), "Calm"))
    assert "kept nowhere but in this window" in said(page)
    assert "Calm" in said(page)
    assert "Calm" not in said(book_page())  # another visitor


def test_a_book_file_is_opened_and_its_faults_are_said_before_anything_is_taken(local):
    local.save(read_brief({"effect": "warming"}), "Warm")
    local.save(read_brief({"effect": "warming"}), "Cold")
    whole = local.write_bytes()
    local.delete_everything()
    page = book_page()
    page = open_box(page, "book_files")
    page.get_by_key("book_file").set_value(("book.json", whole.replace(b'"Cold"', b"?"), "application/json")).run()
    assert "Parts of this file cannot be read. Nothing has been added yet." in said(page)
    assert not local.blends()
    press(page, "Add what can be read")
    assert "1 blend added." in said(page)
    assert [entry.name for entry in local.blends()] == ["Warm"]
    page.get_by_key("book_file").set_value(("book.json", whole, "application/json")).run()
    assert "1 blend added. 1 blend was there already." in said(page)
    page.get_by_key("book_file").set_value(("text.json", b"no book", "application/json")).run()
    assert 'role="alert"' in shown(page)


def test_a_recipe_file_stays_at_a_megabyte_though_a_book_may_have_twenty(page):
    open_box(page, "hand_on").get_by_key("saved").set_value(("a.json", b" " * 1_000_001, "application/json")).run()
    assert "a recipe has 1 MB at most" in said(page)


ROSE = {"name": "My rose", "botanical": "Rosa × alba L.", "part": "flower"}


def add_rose(page, name="My rose"):
    open_box(page, "own_oils")
    for column, text in (ROSE | {"name": name}).items():
        page.get_by_key(f"own_essential_{column}").set_value(text)
    return press(page, "Add this oil")


def test_an_own_oil_of_the_form_stands_in_the_chooser_and_is_judged_by_its_own_table(local):
    page = add_rose(book_page())
    assert "Added: my_rose." in said(page)
    (oil,) = local.own_oils
    page = open_box(page.switch_page(str(PAGES / "blend.py")).run(), "change")
    page.get_by_key("find").set_value("My rose").run()
    page.get_by_key("more").set_value(oil.id).run()
    assert "My rose" in said(page)
    assert "your own table" in said(page)


def test_own_oils_of_a_book_on_this_machine_are_in_the_chooser_of_a_later_session(local):
    add_rose(book_page())
    page = open_box(blend_page(), "change")
    page.get_by_key("find").set_value("My rose").run()
    assert page.get_by_key("more").options == ["My rose"]


def test_one_visitors_own_oils_are_shown_to_nobody_else():
    page = add_rose(book_page())
    page = page.switch_page(str(PAGES / "oils.py")).run()
    assert "My rose" in said(page.get_by_key("kind").set_value("table").run())
    other = blend_page().switch_page(str(PAGES / "oils.py")).run()
    assert "My rose" not in said(other.get_by_key("kind").set_value("table").run())
    page.switch_page(str(PAGES / "massage.py")).run()
    assert not page.exception


def test_what_is_wrong_in_the_form_is_said_and_what_was_written_stays(local):
    page = open_box(book_page(), "own_oils")
    page.get_by_key("own_essential_name").set_value("My rose")
    page.get_by_key("own_essential_density_g_per_ml").set_value("9")
    press(page, "Add this oil")
    assert ["density_g_per_ml", "'9'"] in [row[:2] for row in fault_rows(page)]
    assert ["botanical", "nothing"] in [row[:2] for row in fault_rows(page)]
    assert page.get_by_key("own_essential_name").value == "My rose"
    assert not len(local.own_oils)


def test_every_fault_of_a_file_of_own_oils_is_said_and_nothing_of_it_is_kept(local):
    page = open_box(book_page(), "own_oils")
    rows = b"name,botanical,part,density_g_per_ml\nA,Aus aus,leaf,9\n,Bus bus,leaf,0.9\nC,Cus cus,leaf,x\n"
    page.get_by_key("own_file_essential").set_value(("own.csv", rows, "text/csv")).run()
    rows_said = [row[:3] for row in fault_rows(page)]
    assert rows_said == [
        ["2", "density_g_per_ml", "'9'"],
        ["3", "name", "nothing"],
        ["4", "density_g_per_ml", "'x'"],
    ]
    assert all(row[3] for row in fault_rows(page))
    assert not len(local.own_oils)
    good = b"name,botanical,part\nA,Aus aus,leaf\nB,Bus bus,leaf\n"
    page.get_by_key("own_file_essential").set_value(("own.csv", good, "text/csv")).run()
    assert "Added: my_a and my_b." in said(page)
    page.get_by_key("own_kind").set_value("constituents").run()
    listed = b"oil,constituent,pct\nmy_a,linalool,32.4\n"
    page.get_by_key("own_file_").set_value(("own.csv", listed, "text/csv")).run()
    assert "Changed: my_a." in said(page)


def test_an_own_oil_that_is_removed_leaves_the_blend_too(local):
    page = add_rose(book_page())
    (oil,) = local.own_oils
    page = open_box(page.switch_page(str(PAGES / "blend.py")).run(), "change")
    page.get_by_key("find").set_value("My rose").run()
    page.get_by_key("more").set_value(oil.id).run()
    page = open_box(book_page(page), "own_oils")
    press(page, "Remove")
    page = page.switch_page(str(PAGES / "blend.py")).run()
    assert "My rose" not in said(page)
    assert not len(local.own_oils)


def test_an_own_oil_that_no_longer_fits_the_tables_is_said_by_name_and_the_others_stay(local):
    gone = OwnOil("my_old", "essential", (("name", "Old rose"),), (), "rose_that_was")
    rose = OwnOil("my_rose", "essential", (("name", "My rose"), ("botanical", "Rosa"), ("part", "flower")))
    local.own_oils.add(gone, rose)
    assert [oil.id for oil in local.tables.own] == ["my_rose"]
    page = book_page()
    (sentence,) = local.unfit
    assert sentence.startswith("Old rose (my_old) no longer fits the tables and is left out: column made_from: read")
    assert sentence in said(page)
    save_as(page.switch_page(str(PAGES / "blend.py")).run(), "Calm")
    page = add_rose(book_page(page), "Another")
    assert {oil.id for oil in local.own_oils} == {"my_old", "my_rose", "my_another"}
    page = open_box(page.switch_page(str(PAGES / "blend.py")).run(), "change")
    page.get_by_key("find").set_value("My rose").run()
    assert page.get_by_key("more").options == ["My rose"]


def test_two_base_oils_of_ones_own_may_carry_a_blend(local):
    page = open_box(book_page(), "own_oils")
    page.get_by_key("own_kind").set_value("base").run()
    page.get_by_key("own_base_name").set_value("My hazelnut")
    page.get_by_key("own_base_botanical").set_value("Corylus avellana L.")
    press(page, "Add this oil")
    assert [oil.kind for oil in local.own_oils] == ["base"]


def test_two_versions_are_compared_side_by_side(local):
    for dilution in ("1 %", "2 %"):
        local.save(read_brief({"oils": "lavender", "dilution": dilution}), "Warm")
    page = open_box(book_page(), "book_compare")
    page.get_by_key("book_side_version_First_Warm").set_value(1).run()
    assert "Warm, version 1 Warm, version 2" in said(page).replace("1Warm", "1 Warm")
    assert "Dilution by volume1.00 %2.00 %" in said(page).replace("volume ", "volume").replace("% 2", "%2")
    assert "What is the same or within on both sides (" in said(page)


def test_a_blend_is_saved_though_its_own_oil_was_removed_in_another_tab(local):
    page = add_rose(book_page())
    (oil,) = local.own_oils
    page = open_box(page.switch_page(str(PAGES / "blend.py")).run(), "change")
    page.get_by_key("find").set_value("My rose").run()
    page.get_by_key("more").set_value(oil.id).run()
    local.own_oils.remove(oil.id)
    save_as(page, "Rosy")
    assert "Saved as Rosy, version 1" in said(page)
    assert "My rose" not in said(book_page(page).switch_page(str(PAGES / "blend.py")).run())
