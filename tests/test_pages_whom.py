"""The same answers give the same recipe, whoever was asked about before: an age is written, cleared, mistyped."""

import pytest
from on_the_page import address, opened, shown

from blends.pages.keys import Key

LINK = "v=1&e={effect}&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"


def answered(effect, *answers):
    page = opened(LINK.format(effect=effect))
    for answer in answers:
        key = Key.PERSON if answer in {"adult", "child", "pregnant", "breastfeeding", "older"} else Key.AGE
        page.get_by_key(key).set_value(answer.strip()).run()
    return page


@pytest.mark.parametrize(
    ("effect", "roundabout", "direct"),
    [
        ("warming", ("pregnant", "child", "4"), ("child", "4")),
        ("circulation", ("pregnant", "child", "7"), ("child", "7")),
        ("warming", ("pregnant", "child", "adult"), ("adult",)),
        ("circulation", ("pregnant", "child", "adult"), ("adult",)),
        ("warming", ("child", "12", " ", "3"), ("child", "3")),
        ("warming", ("child", "12", "abc", "3"), ("child", "3")),
        ("warming", ("child", "80", "older"), ("older",)),
        ("warming", ("child", "5", " ", "pregnant"), ("pregnant",)),
    ],
)
def test_the_same_answers_give_the_same_recipe(effect, roundabout, direct):
    pages = [answered(effect, *answers) for answers in (roundabout, direct)]
    assert address(pages[0]) == address(pages[1])
    assert ("o" in address(pages[0])) == (direct == ("pregnant",))  # then a link names the oils alone
    assert "Not for this person" not in shown(pages[0])


def test_ones_own_choice_stays_while_an_age_is_missing():
    page = answered("warming", "child", "4")
    page.session_state[Key.OILS] = ["lavender"]
    page = page.run()
    for key, answer in ((Key.AGE, ""), (Key.AGE, "7")):
        page.get_by_key(key).set_value(answer).run()
    assert address(page)["o"] == "lavender"
