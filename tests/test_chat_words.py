"""The picture for a chat is all that many see: what must be minded stands on it, too."""

import pytest

from blends import calculate, read_brief
from blends.showing.card import write_card
from blends.showing.chat import chat_words
from blends.tables.catalogue import shipped_tables
from blends.tables.more_rows import with_more_rows
from blends.tables.own import OwnOil

SUN = "Sensitive to light: keep treated skin out of the sun and sunbeds for 12 hours."


def minded(**texts):
    return chat_words(write_card(calculate(read_brief({"bottle": "100 ml", **texts}), shipped_tables())))["mind"]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"effect": "warming", "dilution": "2 %"}, []),
        (
            {"oils": "bergamot,lavender", "base": "almond", "dilution": "0.7 %"},
            [
                "If your drops are larger (15 fill 1 mL), the same number is over a limit.",
                "Allergen: Sweet almond oil comes from tree nut (almond).",
                SUN,
            ],
        ),
        (
            {"oils": "bergamot,lavender", "base": "peanut", "dilution": "0.5 %", "person": "child:6"},
            ["Allergen: Peanut (groundnut) oil comes from peanut.", SUN],
        ),
    ],
)
def test_allergen_sun_and_larger_drops_stand_on_the_picture(texts, said):
    assert minded(**texts) == said


def test_what_is_over_says_so_first_and_not_how_other_drops_would_pass():
    assert not any("drops" in each for each in minded(effect="anti-inflammatory", dilution="5 %"))


def test_a_childs_card_takes_no_adults_amount():
    steps = " ".join(
        write_card(calculate(read_brief({"effect": "warming", "person": "child:6"}), shipped_tables())).steps
    )
    assert "far less than for a grown-up's back" in steps
    assert "pregnancy" not in steps
    assert "Take 5 to 10 mL for a back" in " ".join(
        write_card(calculate(read_brief({"effect": "warming"}), shipped_tables())).steps
    )


def test_a_name_with_a_full_stop_loses_no_food():
    cells = (("name", "Dr. Schmidt oil"), ("botanical", "Planta"), ("allergen", "tree nut (e.g. almond)"))
    tables = with_more_rows(shipped_tables(), [OwnOil("my_own", "base", cells)])
    card = write_card(calculate(read_brief({"oils": "lavender", "base": "my_own"}), tables))
    assert "Allergen: Dr. Schmidt oil comes from tree nut (e.g. almond)." in chat_words(card)["mind"]
