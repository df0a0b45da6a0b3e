"""Back and Forward: the address decides the blend, the page keeps the person."""

from urllib.parse import urlencode

from on_the_page import PAGES, address, oil_pills, open_box, opened, said, same_blend, shown


def go(page, where):
    page.query_params.clear()
    page.query_params.update(where)
    return page.run()


def test_back_and_forward_show_the_blend_of_the_address_and_write_nothing(page):
    start = address(page)
    page.get_by_key("effect").set_value("warming").run()
    first = address(page)
    page.get_by_key("bottle").set_value("50 ml").run()
    second = address(page)
    page.get_by_key("base").set_value("peanut").run()
    third = address(page)
    assert len({str(each) for each in (start, first, second, third)}) == 4
    for where, words in (
        (second, "50 mL"),
        (first, "100 mL"),
        (start, "Circulation blend"),
        (third, "peanut (groundnut) oil"),
    ):
        go(page, where)
        assert words in said(page)
        assert address(page) == where
    assert same_blend(page)
    page.get_by_key("bottle").set_value("60 ml").run()
    assert "60ml" in address(page)["m"]


def test_back_leaves_the_person_and_the_health_as_they_are(page):
    page.get_by_key("effect").set_value("anti-inflammatory").run()
    before = address(page)
    page.get_by_key("person").set_value("pregnant").run()
    open_box(page, "health").get_by_key("conditions").set_value(["asthma"]).run()
    go(page, before)
    assert page.get_by_key("person").value == "pregnant"
    assert page.get_by_key("conditions").value == ["asthma"]
    assert address(page) == before
    assert same_blend(page)  # also the oils that are not for the person: named, and judged
    page.get_by_key("bottle").set_value("60 ml").run()
    assert same_blend(page)


def test_back_from_a_child_leaves_the_child_and_its_address_until_something_changes(page):
    page.get_by_key("effect").set_value("warming").run()
    before = address(page)
    page.get_by_key("person").set_value("child").run()
    page.get_by_key("age").set_value("7").run()
    go(page, before)
    assert page.get_by_key("person").value == "child"
    assert address(page) == before
    page.get_by_key("bottle").set_value("60 ml").run()
    assert address(page)["w"] == "child:7,home"


def test_an_address_not_readable_shows_the_usual_recipe_and_says_so(page):
    page.get_by_key("effect").set_value("warming").run()
    go(page, {"v": "9"})
    assert "This link is of version" in shown(page)
    assert "Circulation blend" in shown(page)
    page.get_by_key("bottle").set_value("50 ml").run()
    assert "This link is of version" not in shown(page)


def test_coming_back_from_another_page_keeps_the_recipe_and_writes_it(page):
    page.get_by_key("effect").set_value("warming").run()
    open_box(page, "settings").get_by_key("fill").set_value("add-to").run()
    kept = address(page)
    page.query_params.clear()
    page.switch_page(str(PAGES / "oils.py")).run()
    page.query_params.clear()
    page.switch_page(str(PAGES / "blend.py")).run()
    assert "Warming blend" in shown(page)
    assert address(page) == kept


def test_a_bottle_too_small_keeps_its_address(page):
    page.get_by_key("effect").set_value("warming").run()
    page.get_by_key("bottle").set_value("10 ml").run()
    assert address(page)["m"].startswith("10ml")


def test_the_address_names_no_oil_while_none_is_chosen_and_opens_so(page):
    page.get_by_key("effect").set_value("warming").run()
    warming = address(page)
    page.get_by_key("effect").set_value("own").run()
    none = address(page)
    assert (none["e"], "o" in none) == ("own", False)
    again = opened(urlencode(none))
    for each in (page, again):
        assert "Choose at least one oil, and the amounts stand here." in said(each)
        assert each.get_by_key("effect").value == "own"
        assert not oil_pills(each).value
        assert address(each) == none
    go(page, warming)
    assert "Warming blend" in said(page)
    go(page, none)
    assert "No recipe yet" in said(page)


def test_all_oils_left_out_one_by_one_is_an_address_too(page):
    page.get_by_key("effect").set_value("warming").run()
    oil_pills(page).set_value([]).run()
    assert "Choose at least one oil, and the amounts stand here." in said(page)
    assert "No recipe yet" in said(opened(urlencode(address(page))))
