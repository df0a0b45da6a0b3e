"""Words that a new user did not understand stand nowhere, and each condition and dropper has its words."""

from functools import cache
from pathlib import Path

import pytest
from many_cards import page, printed

from blends.asking.dropper import DROPPERS
from blends.asking.person import CONDITIONS
from blends.showing.html import recipe_html
from blends.showing.words import headline
from blends.showing.words.calculation import WHOSE_DROPPER
from blends.showing.words.conditions import CONDITION_NAMES

WORDS = Path(headline.__file__).parent
NOT_UNDERSTOOD = (  # tried on people who had never seen the page (24 November 2026)
    "every convention said",
    "not assessed in full",
    "have no t&y figure",
    "no limit of this rulebook",
    "binds below",
    "does not judge at home",
    "by inference",
    "each bar ends at",
    "without a single oil in view",
    "the bottle holds everything",
    "too weak to decide",
    "(ours)",
    "oil sensitises",
    "then sensitise",
    "psychotropic",
    "achieved dilution",
    "fill-to: ",
    "base oil, then the oils",
    "phototoxic cap",
    "mucous membranes",
    "equal drops, rounded down",
    "a drop is no unit",
    "what to heed",
    "an eu label allergen, such as",
    "spend leftovers",
    "charts (30",
    "what would allow more",
    "found with high blood pressure, not verified",
    "as far as the analyses tell",
    "in the ready composition",
    "limits only the absolute",
    "too weakly to decide",
    "the level that decides",
    "and judged for an adult",
    "what could be read last",
    "did you mean clove_bud",
)


@pytest.mark.parametrize("words", NOT_UNDERSTOOD)
def test_no_words_that_a_new_user_did_not_understand_stand_on_page_or_card(words):
    for said in _read_by_new_users():
        assert words not in said


@cache
def _read_by_new_users():
    """All that pages and cards say of a few blends, at home and for sale, and every sentence ready to be said."""
    asked = ({}, {"purpose": "sale"}, {"oils": "clove_bud,wintergreen", "purpose": "sale"}, {"fill": "add-to"})
    asked += ({"conditions": "high_blood_pressure", "oils": "rosemary,rose_otto"}, {"person": "child:7"})
    cards = [page(**texts) for texts in asked]
    sentences = [path.read_text(encoding="utf-8") for path in WORDS.glob("*.py")]
    return [said.casefold() for said in (*map(recipe_html, cards), *map(printed, cards), *sentences)]


def test_each_condition_and_usual_dropper_has_its_words():
    assert tuple(CONDITION_NAMES) == CONDITIONS
    assert list(WHOSE_DROPPER) == [dropper.drops_per_ml for dropper in DROPPERS]
