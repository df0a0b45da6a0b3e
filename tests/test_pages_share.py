"""What is handed on from the Blend page: the same recipe, and never any health."""

import re
from html import unescape

from on_the_page import open_box, opened, shown

from blends import read_link


def test_the_share_block_shows_link_card_and_text_only_when_asked(page):
    assert not page.code
    page.get_by_key("effect").set_value("warming").run()
    open_box(page, "hand_on").get_by_key("title").set_value("For Ann").run()
    link, text = (code.value for code in page.code)
    assert "v=1&e=warming" in link
    assert "t=For%20Ann" in link
    assert "8 drops" in text
    assert link in text
    assert "/card?v=1" in link
    for file in ("card.pdf", "card.png", "card.csv", "card.json", "card.cook"):  # answered by any replica
        assert f"{file}?v=1" in shown(page)


def test_beside_share_it_is_said_that_the_card_hides_an_over():
    page = opened("v=1&o=rosemary&b=olive&m=100ml,fill-to,us,1&d=1,20,equal&w=adult,home")
    assert "does not say so" not in shown(page)
    open_box(page, "health").get_by_key("conditions").set_value(["high_blood_pressure"]).run()
    said = "Here it is over a limit for an adult with high blood pressure"
    open_box(page, "hand_on")
    assert said in shown(page)
    assert said not in " ".join(code.value for code in page.code)


def test_what_is_shared_never_says_pregnant(page):
    page.get_by_key("effect").set_value("anti-inflammatory").run()
    page.get_by_key("person").set_value("pregnant").run()
    open_box(page, "health").get_by_key("conditions").set_value(["epilepsy"]).run()
    assert "Judged for someone pregnant" in shown(page)
    open_box(page, "hand_on")
    handed_on = " ".join(code.value for code in page.code)
    assert "For a healthy adult: not checked for illness, allergy or pregnancy." in handed_on
    to_everybody = ("allergy or pregnancy", "in pregnancy not daily")
    assert all(words in handed_on for words in to_everybody)
    assert "pregnan" not in handed_on.replace(to_everybody[0], "").replace(to_everybody[1], "")
    assert "epilepsy" not in handed_on.lower().replace("avoid with epilepsy", "")


def test_print_and_send_lead_to_the_plain_card_without_health():
    page = opened("v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home")
    open_box(page, "health").get_by_key("conditions").set_value(["asthma"]).run()
    links = re.findall('href="([^"]*card[^"]*)"', unescape(shown(page)))
    assert [link.partition("?")[0].rpartition("/")[2] for link in links] == ["card.pdf", "card"]
    for link in links:
        assert "asthma" not in link
        assert read_link(link.partition("&paper")[0]).person.kind == "adult"
