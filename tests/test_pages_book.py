"""The Book page and *Save in my book*, wired as Streamlit runs them."""

from on_the_page import PAGES, blend_page, book_page, open_box, press, said, shown

from blends import read_brief
from blends.keeping.book import Book


def test_the_oils_one_has_and_what_they_make_are_reached_from_the_oils_page_and_from_each_other():
    for name in ("oils", "book", "shelf", "possible"):
        page = blend_page().switch_page(str(PAGES / f"{name}.py")).run()
        assert {"My oils", "What can I make?"} <= {link.proto.label for link in page.get("page_link")}
    page = open_box(blend_page(), "change")
    assert {"My oils", "What can I make?"} <= {link.proto.label for link in page.get("page_link")}


def test_the_list_is_searched_and_sorted_and_twenty_are_shown_at_once(book, monkeypatch):
    asked = []
    monkeypatch.setattr(Book, "news", lambda _, names=None: asked.append(tuple(names)) or ())
    for number in range(23):
        book.save(read_brief({"effect": "warming"}), f"Blend {number:02}")
    book.save(read_brief({"oils": "lavender"}), "Sleep")
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


def test_a_blend_is_opened_on_the_blend_page_as_it_was_saved(book):
    book.save(read_brief({"effect": "warming", "dilution": "1 %", "note": "For the shelf"}), "Warm")
    page = press(book_page(), "Open").switch_page(str(PAGES / "blend.py")).run()
    assert "Opened from your book (Warm)" in said(page)
    assert page.get_by_key("dilution").value == "1 %"
    assert open_box(page, "book_save").get_by_key("book_name").value == "Warm"


def test_name_tags_and_note_are_changed_in_one_form(book):
    book.save(read_brief({"effect": "warming"}), "Warm")
    book.save(read_brief({"effect": "warming"}), "Other")
    page = open_box(book_page(), "book_about_Warm")
    page.get_by_key("book_tags_Warm").set_value("back, winter")
    page.get_by_key("book_note_Warm").set_value("Made for the hut")
    page.get_by_key("book_name_Warm").set_value("Other")
    press(page, "Keep these")
    assert "The book has a blend called 'Other' already." in said(page)
    page.get_by_key("book_name_Warm").set_value("Winter")
    press(page, "Keep these")
    (entry,) = book.blends("winter")
    assert (entry.name, entry.tags, entry.note) == ("Winter", ("back", "winter"), "Made for the hut")
    page.get_by_key("book_star_Winter").click().run()
    assert book.blends("winter")[0].starred
    assert "★" in said(page)


def test_what_was_written_about_a_blend_that_another_window_deleted_is_not_lost(book):
    book.save(read_brief({"effect": "warming"}), "Warm")
    page = open_box(book_page(), "book_about_Warm")
    page.get_by_key("book_name_Warm").set_value("Winter")
    page.get_by_key("book_note_Warm").set_value("Made for the hut")
    book.delete("Warm")
    press(page, "Keep these")
    assert "'Warm' is no longer in the book" in said(page)
    assert "You wrote: Winter; Made for the hut" in said(page)


def test_an_older_version_is_restored_as_a_version_more(book):
    for dilution in ("1 %", "2 %"):
        book.save(read_brief({"effect": "warming", "dilution": dilution}), "Warm")
    page = open_box(book_page(), "book_about_Warm")
    assert "Version 2" in said(page)
    press(page, "Restore")
    assert "Warm is again as in version 1; that is version 3 now." in said(page)
    assert book.versions("Warm")[0].brief.dilution_pct == 1


def test_a_deleted_blend_is_brought_back(book):
    book.save(read_brief({"effect": "warming"}), "Warm")
    page = press(open_box(book_page(), "book_about_Warm"), "Delete")
    assert "Warm is deleted. Until" in said(page)
    assert not book.blends()
    press(open_box(page, "book_deleted"), "Bring back")
    assert [entry.name for entry in book.blends()] == ["Warm"]


def test_everything_is_deleted_only_where_the_words_are_written(book):
    book.save(read_brief({"effect": "warming"}), "Warm")
    page = open_box(book_page(), "book_all")
    press(page, "Delete everything")
    assert "Nothing was deleted." in said(page)
    page.get_by_key("book_sure").set_value("Delete everything")
    press(page, "Delete everything")
    assert "Everything in this book is deleted." in said(page)
    assert not book.blends()
    assert not book.deleted()


def test_a_book_file_is_opened_and_its_faults_are_said_before_anything_is_taken(book):
    book.save(read_brief({"effect": "warming"}), "Warm")
    book.save(read_brief({"effect": "warming"}), "Cold")
    whole = book.write_bytes()
    book.delete_everything()
    page = book_page()
    page = open_box(page, "book_files")
    page.get_by_key("book_file").set_value(("book.json", whole.replace(b'"Cold"', b"?"), "application/json")).run()
    assert "Parts of this file cannot be read. Nothing has been added yet." in said(page)
    assert not book.blends()
    press(page, "Add what can be read")
    assert "1 blend added." in said(page)
    assert [entry.name for entry in book.blends()] == ["Warm"]
    page.get_by_key("book_file").set_value(("book.json", whole, "application/json")).run()
    assert "1 blend added. 1 blend was there already." in said(page)
    page.get_by_key("book_file").set_value(("text.json", b"no book", "application/json")).run()
    assert 'role="alert"' in shown(page)


def test_a_recipe_file_stays_at_a_megabyte_though_a_book_may_have_twenty(page):
    open_box(page, "hand_on").get_by_key("saved").set_value(("a.json", b" " * 1_000_001, "application/json")).run()
    assert "a recipe has 1 MB at most" in said(page)


def test_two_versions_are_compared_side_by_side(book):
    for dilution in ("1 %", "2 %"):
        book.save(read_brief({"oils": "lavender", "dilution": dilution}), "Warm")
    page = open_box(book_page(), "book_compare")
    page.get_by_key("book_side_version_First_Warm").set_value(1).run()
    assert "Warm, version 1 Warm, version 2" in said(page).replace("1Warm", "1 Warm")
    assert "Dilution by volume1.00 %2.00 %" in said(page).replace("volume ", "volume").replace("% 2", "%2")
    assert "What is the same or within on both sides (" in said(page)
