"""The Label page as Streamlit runs it: the recipe of the Blend page, what stands against selling it, what clears it."""

import json
import re
from decimal import Decimal
from urllib.parse import urlencode

import pytest
from on_the_page import PAGES, address, blend_page, open_box, opened, said, sent, shown
from over_http import ASKER

from blends import read_catalogue
from blends.pages.keys import Key
from blends.showing.label_form import KEYS
from blends.tables.certified import with_certificate
from blends.tables.own import Certificate, Measured

SALE = "v=1&o=lavender,petitgrain&b=almond&m=100ml,fill-to,us,1&d=1,20,exact&w=adult,sale"


def label_page(link=SALE):
    return opened(link).switch_page(str(PAGES / "label.py")).run()


def fill(page, **texts):
    for key, text in texts.items():
        page.get_by_key(key).set_value(text).run()
    return page


def test_the_label_is_of_the_recipe_on_the_blend_page_and_keeps_its_address():
    page = label_page(SALE.replace("almond", "olive"))
    assert address(page) == dict(part.split("=") for part in SALE.replace("almond", "olive").split("&"))
    assert {to.partition("?")[2] for to, _ in sent(page)} == {SALE.replace("almond", "olive")}


def test_what_is_made_at_home_begins_as_ones_own_and_in_the_size_of_its_bottle():
    page = label_page(SALE.replace("sale", "home").replace("100ml", "30ml"))
    assert page.get_by_key("label_use").value == "own"
    assert page.get_by_key("label_size").value == "30ml"
    assert "for your own use and not for sale" in said(page)


def test_each_reason_says_how_to_clear_it_and_goes_once_it_is_cleared():
    page = label_page()
    for words in ("Write the name and address", "Write the number of your batch", "Write a best before date"):
        assert words in said(page)
    assert re.findall('href="#(.*?)" data-ep-goto', shown(page)) == ["label-responsible", "label-dates", "label-dates"]
    next(button for button in page.button if button.label.startswith("Number it")).click().run()
    fill(page, label_responsible="Ann Example, Mill Lane 1, Berlin", best_before="May 2027")
    assert "Nothing we look at speaks against selling it. A safety report" in said(page)
    assert "Not for sale yet" not in said(page)


def test_a_name_that_claims_is_flagged_with_its_reason_and_taken_back_by_a_button():
    page = fill(label_page(), label_name="Pain relief oil")
    assert "speaks of an illness or of healing" in said(page)
    page.get_by_key("label_call_it").click().run()
    assert "speaks of an illness" not in said(page)
    own = fill(label_page(), label_use="own", label_name="Pain relief oil")
    assert "speaks of an illness or of healing" in said(own)


def test_the_suppliers_papers_clear_what_only_they_can():
    page = label_page(SALE.replace("petitgrain", "hyssop,plai"))
    assert "no analysis of the whole oil" in said(page)
    page.get_by_key("label_read_plai").click().run()
    fill(page, label_inci_hyssop="Hyssopus Officinalis Oil", label_allergens="Limonene")
    assert "no analysis of the whole oil" not in said(page)
    assert "no INCI name" not in said(page)
    assert sent(page)[0][1]["inci"] == "hyssop:Hyssopus Officinalis Oil"
    assert sent(page)[0][1]["sheets"] == "plai"


@pytest.mark.parametrize("said_of_it", ["lists", "rules out"])
def test_a_doubtful_allergen_is_named_or_ruled_out_by_a_press(said_of_it):
    page = label_page(SALE.replace("lavender,petitgrain", "eucalyptus"))
    assert "Carvone: only weak sources report it" in said(page)
    next(button for button in page.button if button.label == f"The supplier's sheet {said_of_it} Carvone").click().run()
    assert "reported too weakly" not in said(page)
    field = {"lists": "allergens", "rules out": "ruled"}[said_of_it]
    assert sent(page)[0][1][field] == "Carvone"


def test_cautions_are_ours_until_edited_and_ours_again_when_emptied():
    page = label_page()
    assert "For the skin only." in page.get_by_key("label_cautions").value
    assert "cautions" not in sent(page)[0][1]
    fill(page, label_cautions="Nur für die Haut.", label_language="de")
    assert sent(page)[0][1]["cautions"] == "Nur für die Haut."
    fill(page, label_cautions="")
    assert "For the skin only." in page.get_by_key("label_cautions").value


def test_what_does_not_fit_is_said_with_two_ways_out():
    long = {
        "label_responsible": "Ann Example, Mill Lane 1, 10115 Berlin",
        "label_batch": "1",
        "best_before": "May 2027",
    }
    page = fill(label_page("v=1&e=warming&b=almond&m=10ml,fill-to,us,1&d=2,20,exact&w=adult,sale"), **long)
    assert "6 points" in said(page)
    page.get_by_key("label_on_leaflet").click().run()
    assert "6 points" not in said(page)
    assert "article 19(2)" in said(page)
    assert {fields.get("size") for _, fields in sent(page)} == {"10ml", "leaflet"}
    fill(page, label_leaflet=False)
    page.get_by_key("label_larger").click().run()
    assert page.get_by_key("label_size").value == "100ml"
    assert "6 points" not in said(page)


def test_a_sheet_is_asked_for_when_opened_and_only_its_button_sends_it():
    page = open_box(label_page(), "label_sheets_open")
    fill(page, label_copies="3", label_first="2", label_right="1,5")
    with_sheet = [fields for _, fields in sent(page) if "sheet" in fields]
    assert [(each["sheet"], each["copies"], each["first"], each["right"]) for each in with_sheet] == [
        ("L7165", "3", "2", "1,5")
    ]


@pytest.mark.parametrize("key", ["label_made", "label_months", "label_language"])
def test_what_cannot_be_read_is_said_and_nothing_is_lost(key):
    page = fill(label_page(), label_batch="B-1", **{key: "??"})
    assert "ep-wrong" in shown(page)
    assert page.get_by_key("label_batch").value == "B-1"
    assert page.get_by_key(key).value == "??"


def test_health_never_enters_a_form():
    page = blend_page()
    page.get_by_key("person").set_value("pregnant").run()
    page = page.switch_page(str(PAGES / "label.py")).run()
    assert "pregnan" not in " ".join(str(each) for each in sent(page)).replace("in pregnancy, illness", "")
    assert "healthy adult" in said(page)


def test_a_form_sends_only_keys_that_are_read():
    page = fill(label_page(), label_responsible="Ann", label_origin="Peru", label_batch="1", label_name="Oil")
    for _, fields in sent(page):
        assert set(fields) <= set(KEYS)


def test_where_there_is_no_recipe_that_is_said_with_the_way_back():
    page = blend_page()
    page.get_by_key("effect").set_value("own").run()
    page = page.switch_page(str(PAGES / "label.py")).run()
    assert "Choose at least one oil" in said(page)
    assert not sent(page)


def test_what_other_rules_ask_stands_on_the_page():
    page = open_box(label_page(), "label_rules_open")
    for words in ("2023/1545", "SI 2025/413", "MoCRA", "not legal advice"):
        assert words in said(page)
    assert "no cosmetic product safety report" in said(page)


def test_what_rests_on_a_certificate_of_ones_own_carries_it_in_the_form():
    found = Certificate("b1", "lavender", (Measured("Linalool", "linalool", Decimal(50)),), lot="L7")
    page = opened(SALE)
    page.session_state[Key.OWN_TABLES] = with_certificate(read_catalogue(), "lavender", found)
    page = page.switch_page(str(PAGES / "label.py")).run()
    assert not page.exception
    assert not page.get("download_button")
    forms = sent(page)
    assert [to.partition("?")[0] for to, _ in forms] == ["/label.pdf", "/label.png", "/papers.pdf", "/papers.csv"]
    assert json.loads(forms[0][1]["recipe"])["certificates"] == [found.as_row()]
    to, texts = forms[-1]
    assert "certificate" in ASKER.post(to, urlencode(texts).encode()).body.decode()
    assert not any("recipe" in texts for _, texts in sent(label_page()))
