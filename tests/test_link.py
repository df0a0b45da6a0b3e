"""Links last: old ones mean the same for ever, none carries health data, hostile ones get a sentence."""

import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from blends import BlendError, calculate, read_brief, read_catalogue, read_link, write_link
from blends.card import write_card
from blends.flow import brief_to_share
from blends.link import read_saved
from blends.output import json_text

CATALOGUE = read_catalogue()

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
    assert write_link(read_link(link)) == "?" + link.replace("olive:3,sunflower:1", "olive:3,sunflower:1")


def test_a_link_for_five_oils_fits_a_small_qr_code():
    brief = read_brief({"effect": "warming", "oils": "marjoram,pine,oregano,camphor_white,eucalyptus"})
    query = write_link(brief).removeprefix("?")
    assert len(query) <= 120
    assert not re.search("%2C|%3A", query)


parts = st.lists(st.sampled_from(list(CATALOGUE.oils.index)), min_size=1, max_size=6, unique=True).flatmap(
    lambda ids: st.lists(
        st.fractions(min_value="1/9", max_value=9, max_denominator=9), min_size=len(ids), max_size=len(ids)
    ).map(lambda figures: ",".join(f"{id_}:{figure}" for id_, figure in zip(ids, figures, strict=True)))
)
words = st.text(alphabet=st.characters(exclude_categories=["C", "Z"]), max_size=40)
briefs = st.fixed_dictionaries(
    {
        "bottle": st.one_of(
            st.decimals(1, 500, places=2).map(lambda n: f"{n} ml"),
            st.fractions(min_value=1, max_value=16, max_denominator=8).map(lambda n: f"{n} fl oz"),
            st.integers(1, 500).map(lambda n: f"{n} g"),
            st.fractions(min_value="1/16", max_value=3, max_denominator=16).map(lambda n: f"{n} lb"),
        ),
        "dilution": st.decimals(0, 30, places=2).map(lambda n: f"{n} %"),
        "drops_per_ml": st.decimals(10, 45, places=1).map(str),
        "bottles": st.integers(1, 20).map(str),
        "fill": st.sampled_from(["fill-to", "add-to"]),
        "drops": st.sampled_from(["equal", "spend", "exact"]),
        "system": st.sampled_from(["us", "imperial", "chart"]),
        "purpose": st.sampled_from(["home", "sale"]),
        "person": st.sampled_from(["adult", "older", "pregnant", "breastfeeding", "child:0", "child:7", "child:17"]),
        "conditions": st.sampled_from(["", "epilepsy", "asthma,contact:linalool", "allergy_peanut"]),
        "title": words,
        "note": words,
    },
    optional={"oils": parts, "effect": st.sampled_from(["warming", "circulation,anti-inflammatory"])},
)


@given(briefs)
def test_link_to_brief_to_link_is_the_identity_on_what_a_link_carries(texts):
    brief = read_brief(texts)
    again = read_link(write_link(brief))
    carried = brief.shared()
    assert replace(again, bottle=carried.bottle) == carried
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
    opened = calculate(read_link(write_link(brief_to_share(result))), CATALOGUE)
    assert [portion.oil.id for portion in opened.recipe.portions] == ["lavender"]
    assert opened.brief.person.kind == "adult"


@settings(max_examples=3000)
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
    card = write_card(calculate(brief, CATALOGUE), write_link(brief, "https://example.org/"))
    assert read_saved(json_text(card)) == read_link(write_link(brief))


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": "equal-parts/1"}', '{"schema": "x", "card": {"link": "?v=1"}}', "[" * 5000]
)
def test_what_is_no_saved_recipe_gets_a_sentence(text):
    with pytest.raises(BlendError):
        read_saved(text)
