"""Oils of one's own on the pages: added by form or file, chosen, shown to nobody else, removed."""

from on_the_page import PAGES, blend_page, book_page, fault_rows, open_box, press, said, save_as

from blends.tables.own import OwnOil

ROSE = {"name": "My rose", "botanical": "Rosa × alba L.", "part": "flower"}


def add_rose(page, name="My rose"):
    open_box(page, "own_oils")
    for column, text in (ROSE | {"name": name}).items():
        page.get_by_key(f"own_essential_{column}").set_value(text)
    return press(page, "Add this oil")


def test_an_own_oil_of_the_form_stands_in_the_chooser_and_is_judged_by_its_own_table(book):
    page = add_rose(book_page())
    assert "Added: my_rose." in said(page)
    (oil,) = book.own_oils
    page = open_box(page.switch_page(str(PAGES / "blend.py")).run(), "change")
    page.get_by_key("find").set_value("My rose").run()
    page.get_by_key("more").set_value(oil.id).run()
    assert "My rose" in said(page)
    assert "your own table" in said(page)


def test_own_oils_of_a_book_on_this_machine_are_in_the_chooser_of_a_later_session(book):
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


def test_what_is_wrong_in_the_form_is_said_and_what_was_written_stays(book):
    page = open_box(book_page(), "own_oils")
    page.get_by_key("own_essential_name").set_value("My rose")
    page.get_by_key("own_essential_density_g_per_ml").set_value("9")
    press(page, "Add this oil")
    assert ["Density in g/mL, if known", "'9'"] in [row[:2] for row in fault_rows(page)]
    assert ["Botanical name", "nothing"] in [row[:2] for row in fault_rows(page)]
    assert page.get_by_key("own_essential_name").value == "My rose"
    assert not len(book.own_oils)


def test_every_fault_of_a_file_of_own_oils_is_said_and_nothing_of_it_is_kept(book):
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
    assert not len(book.own_oils)
    good = b"name,botanical,part\nA,Aus aus,leaf\nB,Bus bus,leaf\n"
    page.get_by_key("own_file_essential").set_value(("own.csv", good, "text/csv")).run()
    assert "Added: my_a and my_b." in said(page)
    page.get_by_key("own_kind").set_value("constituents").run()
    listed = b"oil,constituent,pct\nmy_a,linalool,32.4\n"
    page.get_by_key("own_file_").set_value(("own.csv", listed, "text/csv")).run()
    assert "Changed: my_a." in said(page)


def test_an_own_oil_that_is_removed_leaves_the_blend_too(book):
    page = add_rose(book_page())
    (oil,) = book.own_oils
    page = open_box(page.switch_page(str(PAGES / "blend.py")).run(), "change")
    page.get_by_key("find").set_value("My rose").run()
    page.get_by_key("more").set_value(oil.id).run()
    page = open_box(book_page(page), "own_oils")
    press(page, "Remove")
    page = page.switch_page(str(PAGES / "blend.py")).run()
    assert "My rose" not in said(page)
    assert not len(book.own_oils)


def test_an_own_oil_that_no_longer_fits_the_tables_is_said_by_name_and_the_others_stay(book):
    gone = OwnOil("my_old", "essential", (("name", "Old rose"),), (), "rose_that_was")
    rose = OwnOil("my_rose", "essential", (("name", "My rose"), ("botanical", "Rosa"), ("part", "flower")))
    book.own_oils.add(gone, rose)
    assert [oil.id for oil in book.tables.own] == ["my_rose"]
    page = book_page()
    (sentence,) = book.unfit
    assert sentence.startswith("Old rose (my_old) no longer fits the tables and is left out: column made_from: read")
    assert sentence in said(page)
    save_as(page.switch_page(str(PAGES / "blend.py")).run(), "Calm")
    page = add_rose(book_page(page), "Another")
    assert {oil.id for oil in book.own_oils} == {"my_old", "my_rose", "my_another"}
    page = open_box(page.switch_page(str(PAGES / "blend.py")).run(), "change")
    page.get_by_key("find").set_value("My rose").run()
    assert page.get_by_key("more").options == ["My rose"]


def test_two_base_oils_of_ones_own_may_carry_a_blend(book):
    page = open_box(book_page(), "own_oils")
    page.get_by_key("own_kind").set_value("base").run()
    page.get_by_key("own_base_name").set_value("My hazelnut")
    page.get_by_key("own_base_botanical").set_value("Corylus avellana L.")
    press(page, "Add this oil")
    assert [oil.kind for oil in book.own_oils] == ["base"]


def test_a_blend_is_saved_though_its_own_oil_was_removed_in_another_tab(book):
    page = add_rose(book_page())
    (oil,) = book.own_oils
    page = open_box(page.switch_page(str(PAGES / "blend.py")).run(), "change")
    page.get_by_key("find").set_value("My rose").run()
    page.get_by_key("more").set_value(oil.id).run()
    book.own_oils.remove(oil.id)
    save_as(page, "Rosy")
    assert "Saved as Rosy, version 1" in said(page)
    assert "My rose" not in said(book_page(page).switch_page(str(PAGES / "blend.py")).run())
