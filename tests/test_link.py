"""Links last: old ones mean the same for ever, none carries health data, hostile ones get a sentence."""

import json
import re
from dataclasses import replace
from fractions import Fraction

import pytest
from briefs import briefs, parts
from effort import tries
from hypothesis import example, given, settings
from hypothesis import strategies as st

from blends import BlendError, calculate, read_brief, read_link, write_link
from blends.asking.link import SCHEMA, read_saved
from blends.asking.person import CONDITIONS
from blends.flow import as_handed_on
from blends.making.handed_on import brief_to_hand_on, carried
from blends.making.settle import in_figures
from blends.making.stock import TooSmallError
from blends.possible.proposal import settle_with_proposal
from blends.serving.figures import card_json
from blends.showing.handed import hand_on
from blends.tables.called import called
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()

# Links of version 1 as once written. They are never changed: a change here breaks somebody's bookmark.
GOLDEN = {
    "v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home": ([8] * 5, 98.0),
    "v=1&e=circulation&b=almond&m=30ml,fill-to,us,1&d=2,20,equal&w=adult,home": ([3] * 4, 29.4),
    "v=1&o=lavender:2,thyme_thymol:1&b=olive:3,sunflower:1&m=4floz,fill-to,imperial,2&d=1.5,30,spend&w=adult,sale": (
        [34, 17], 111.95225,
    ),
    "v=1&e=warming&o=marjoram,turpentine,oregano,camphor_white,eucalyptus&b=olive&m=50ml,add-to,us,1&d=2,25,equal"
    "&w=adult,home&t=For%20Ann&x=Warm%20it%20first": ([5] * 5, 50.0),
    "v=1&o=pine&b=jojoba&m=90g,fill-to,us,1&d=0.5,20,exact&w=child:7,home": ([None], None),
}  # fmt: skip


@pytest.mark.parametrize("link", GOLDEN)
def test_a_link_of_version_one_means_the_same_for_ever(link):
    drops, base_ml = GOLDEN[link]
    recipe = calculate(read_link(link), CATALOGUE).recipe
    assert [portion.drops for portion in recipe.portions] == drops
    if base_ml is not None:
        assert sum(base.volume_ml for base in recipe.bases) == pytest.approx(base_ml)


@pytest.mark.parametrize("link", GOLDEN)
def test_a_link_is_written_as_it_was_read(link):
    assert write_link(read_link(link)) == "?" + link


def test_a_link_for_five_oils_fits_a_small_qr_code():
    brief = read_brief({"effect": "warming", "oils": "marjoram,pine,oregano,camphor_white,eucalyptus"})
    query = write_link(brief).removeprefix("?")
    assert len(query) <= 120
    assert not re.search("%2C|%3A", query)


@given(briefs)
def test_link_to_brief_to_link_is_the_identity_on_what_a_link_carries(texts):
    brief = read_brief(texts)
    again = read_link(write_link(brief))
    kept = carried(in_figures(brief, called(CATALOGUE), CATALOGUE.guidance_by_person))
    assert replace(again, bottle=kept.bottle) == kept
    assert (again.bottle.volume_ml, again.bottle.mass_g) == (brief.bottle.volume_ml, brief.bottle.mass_g)
    assert write_link(again) == write_link(brief)


@given(briefs)
def test_no_health_data_ever_enters_a_link(texts):
    texts = texts | {"title": "", "note": ""}
    link = write_link(read_brief(texts))
    for word in ("epilepsy", "asthma", "contact", "allergy", "pregnant", "breast", "older"):
        assert word not in link
    child = texts["person"] if texts["person"].startswith("child") else "adult"
    assert f"w={child}," in link


def test_oils_left_out_for_a_private_reason_are_left_out_by_name():
    result = calculate(read_brief({"effect": "anti-inflammatory", "person": "pregnant"}), CATALOGUE)
    opened = calculate(read_link(write_link(brief_to_hand_on(result.settled))), CATALOGUE)
    assert [portion.oil.id for portion in opened.recipe.portions] == ["lavender"]
    assert opened.brief.person.kind == "adult"


@settings(max_examples=tries(3000))
@given(st.one_of(st.text(max_size=300), st.binary(max_size=300).map(lambda raw: raw.decode("latin-1"))))
@example("v=1&" * 400)
@example("v=1&q=%ff%fe&e=warming")
@example("v=2&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home")
@example("v=1&e=warming&e=circulation")
@example("v=1&e=<script>alert(1)</script>&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home")
@example("v=1&e=warming&b=olive&m=9**9**9ml,fill-to,us,1&d=2,20,equal&w=adult,home")
@example("x" * 100_000)
def test_any_text_is_a_brief_or_a_sentence(text):
    try:
        read_link(text)
    except BlendError as sentence:
        assert len(str(sentence)) < 600
        assert "link" in str(sentence)


def test_what_others_add_to_a_link_is_passed_over():
    link = write_link(read_brief({"effect": "warming"}))
    assert read_link(link + "&utm_source=chat&fbclid=abc") == read_link(link)


def test_words_too_long_for_a_link_are_left_out_rather_than_the_recipe():
    brief = read_brief({"effect": "warming", "title": "ж" * 80, "note": "ж" * 300})
    link = write_link(brief)
    assert len(link) <= 2000
    assert read_link(link).title == brief.title
    assert read_link(link).note == ""


def test_a_recipe_saved_as_json_is_opened_again():
    brief = read_brief({"effect": "warming", "bottle": "30 ml", "drops": "spend"})
    handed = hand_on(calculate(brief, CATALOGUE), "https://example.org/card")
    assert read_saved(card_json(handed, "https://example.org/")) == read_link(write_link(brief))


def test_a_recipe_saved_by_the_first_schema_opens_for_ever():
    link = write_link(read_brief({"effect": "warming", "bottle": "30 ml"}), "https://example.org/")
    card = {"rows": [{"name": "Oregano", "drops": "2", "volume_ml": "0.1"}], "link": link}
    assert read_saved(json.dumps({"schema": "equal-parts/1", "version": 1, "card": card})) == read_link(link)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": "equal-parts/1"}', '{"schema": "x", "card": {"link": "?v=1"}}', "[" * 5000]
)
def test_what_is_no_saved_recipe_gets_a_sentence(text):
    with pytest.raises(BlendError):
        read_saved(text)


# What is handed on must not be stronger than what was seen.


@pytest.mark.parametrize(
    ("texts", "pct"),
    [
        ({"person": "child:7"}, "1"),
        ({"person": "child:3"}, "0.5"),
        ({"person": "child:1"}, "0"),
        ({"person": "pregnant"}, "1"),
        ({"person": "older"}, "1"),
        ({"conditions": "sensitive_skin"}, "1"),
        ({}, "2"),
    ],
)
def test_a_link_carries_the_usual_dilution_of_the_person_in_figures(texts, pct):
    brief = read_brief({"effect": "circulation"} | texts)
    assert f"&d={pct},20,equal" in write_link(brief)
    assert read_link(write_link(brief)).dilution_pct == Fraction(pct)


persons = st.sampled_from(["adult", "older", "pregnant", "breastfeeding", *(f"child:{age}" for age in range(18))])
conditions = st.lists(st.sampled_from([*CONDITIONS, "contact:linalool"]), max_size=3).map(",".join)
whoever = st.fixed_dictionaries(
    {
        "person": persons,
        "conditions": conditions,
        "effect": st.sampled_from(["warming", "circulation", "anti-inflammatory"]),
        "base": st.sampled_from(["olive", "peanut", "coconut:1,jojoba:2"]),
        "bottle": st.integers(10, 200).map(lambda ml: f"{ml} ml"),
        "drops": st.sampled_from(["spend", "spend", "equal", "exact"]),
    },
    optional={"dilution": st.sampled_from(["0.5 %", "1 %", "1.5 %", "3 %"]), "oils": parts},
)


@given(whoever)
def test_a_link_opens_at_the_dilution_that_was_calculated(texts):
    brief = read_brief({key: text for key, text in texts.items() if key != "dilution"} | {"drops": "exact"})
    made = calculate(brief, CATALOGUE).brief
    assert read_link(write_link(brief)).dilution_pct == made.dilution_pct
    assert read_link(write_link(made)).dilution_pct == made.dilution_pct


@given(whoever)
def test_who_it_is_for_changes_no_drop_of_what_is_handed_on(texts):
    try:
        seen = calculate(read_brief(texts), CATALOGUE)
    except TooSmallError:
        return
    counts = [(portion.oil.id, portion.drops) for portion in seen.recipe.portions]
    for other in (as_handed_on(seen), calculate(read_link(write_link(brief_to_hand_on(seen.settled))), CATALOGUE)):
        assert [(portion.oil.id, portion.drops) for portion in other.recipe.portions] == counts
        assert other.recipe.bases == seen.recipe.bases


@given(whoever)
def test_the_address_is_that_of_the_recipe_whether_or_not_it_can_be_made(texts):
    brief = read_brief(texts)
    kept = brief_to_hand_on(settle_with_proposal(brief, CATALOGUE))
    try:
        assert write_link(kept) == write_link(brief_to_hand_on(calculate(brief, CATALOGUE).settled))
    except TooSmallError:
        with pytest.raises(TooSmallError):
            calculate(read_link(write_link(kept)), CATALOGUE)


@pytest.mark.parametrize("who", ["pregnant", "breastfeeding", "older", "child:18", "child", "", "Pregnant", "child:-1"])
def test_a_link_or_file_names_an_adult_or_a_child_and_nobody_else(who):
    link = f"?v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w={who},home"
    for read, text in ((read_link, link), (read_saved, json.dumps({"schema": SCHEMA, "card": {"link": link}}))):
        with pytest.raises(BlendError, match="adult") as refusal:
            read(text)
        assert refusal.value.field == "person"


def test_every_age_of_a_child_is_carried():
    for age in range(18):
        brief = read_brief({"person": f"child:{age}"})
        assert read_link(write_link(brief)).person == brief.person
