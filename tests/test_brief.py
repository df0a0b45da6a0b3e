import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blends import BlendError, calculate, read_brief
from blends.asking.brief import DEFAULTS, read_fields
from blends.asking.parts import Part, write_parts
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()


def test_nothing_written_takes_the_documented_defaults():
    brief = read_brief({})
    assert brief.effects == ("circulation",)
    assert brief.bases == (Part("olive", Fraction(1)),)
    assert (brief.bottle.volume_ml, brief.dilution_pct, brief.drops_per_ml) == (100, None, 20)
    assert (brief.bottles, brief.fill, brief.dosing, brief.system) == (1, "fill-to", "equal", "us")


def test_given_oils_decide_alone():
    brief = read_brief({"oils": "lavender:2,thyme_thymol:1"})
    assert brief.effects == ()
    assert brief.oils == (Part("lavender", Fraction(2)), Part("thyme_thymol", Fraction(1)))


def test_an_effect_beside_given_oils_only_says_what_they_are_for():
    texts = {"effect": "warming", "oils": "lavender"}
    assert [portion.oil.id for portion in calculate(read_brief(texts), CATALOGUE).recipe.portions] == ["lavender"]
    assert read_brief(texts).effects == ("warming",)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("lavender", {"lavender": 1}),
        ("lavender 2, thyme_thymol 1", {"lavender": 2, "thyme_thymol": 1}),
        ("Lavender:1/2 ,thyme_thymol : 1.5", {"lavender": Fraction(1, 2), "thyme_thymol": Fraction(3, 2)}),
    ],
)
def test_parts_are_read_as_people_write_them(text, parts):
    assert {part.id: part.parts for part in read_brief({"oils": text}).oils} == parts


@pytest.mark.parametrize(
    ("texts", "field", "says"),
    [
        ({"oils": "lavender:0"}, "oils", "a number above 0"),
        ({"oils": "lavender:x"}, "oils", "does not begin with a number"),
        ({"oils": "lavender,lavender:2"}, "oils", "stands twice"),
        ({"oils": "lav!ender"}, "oils", "ids such as"),
        ({"oils": ",".join(f"oil_{n}" for n in range(21))}, "oils", "more than the 20"),
        ({"oils": "x" * 100_000}, "oils", "100000 characters"),
        ({"effect": ""}, "effect", "Nothing is given"),
        ({"base": ","}, "base", "Nothing is given"),
        ({"bottle": "4 oz"}, "bottle", "4 fl oz or 113 g"),
        ({"dilution": "two"}, "dilution", "Write 2 %"),
        ({"drops_per_ml": "1000"}, "drops_per_ml", "15 to 45"),
        ({"bottles": "0"}, "bottles", "1 to 1000"),
        ({"fill": "half"}, "fill", "fill-to or add-to"),
        ({"drops": "some"}, "drops", "equal or spend or exact"),
        ({"system": "french"}, "system", "us or imperial or chart"),
        ({"botle": "30 ml"}, "botle", "as a field"),
        ({"bottles": 3}, "bottles", "is no text"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_field(texts, field, says):
    with pytest.raises(BlendError, match=says) as refusal:
        read_brief(texts)
    assert refusal.value.field == field


def test_all_unreadable_fields_are_reported_together_and_the_rest_is_kept():
    brief, errors = read_fields({"bottle": "4 oz", "dilution": "two", "base": "almond"})
    assert set(errors) == {"bottle", "dilution"}
    assert brief.bases[0].id == "almond"


def test_parts_written_read_back():
    parts = (Part("lavender", Fraction(2)), Part("thyme_thymol", Fraction(1, 3)))
    assert read_brief({"oils": write_parts(parts)}).oils == parts
    assert write_parts(parts[:1]) == "lavender"


likely = {
    "bottle": st.sampled_from(["90 g", "100 ml", "1 ml", "20 l", "1/3 lb", "½ fl oz"]),
    "dilution": st.sampled_from(["0 %", "50 %", "100 %", "0.0001 %", "2"]),
    "person": st.sampled_from(["child:1", "child:7", "pregnant", "adult"]),
    "conditions": st.sampled_from(["", "epilepsy,contact:linalool", "allergy_tree_nut,sensitive_skin"]),
    "fill": st.sampled_from(["fill-to", "add-to"]),
    "drops": st.sampled_from(["equal", "spend", "exact"]),
    "oils": st.sampled_from(["", "ginger", "lavender:1000,rosemary:1", "lavender:18,thyme_thymol:1,nutmeg:1"]),
    "effect": st.sampled_from(["warming", "circulation,anti-inflammatory"]),
    "base": st.sampled_from(["olive", "coconut:1,peanut:1/3"]),
}


@given(st.fixed_dictionaries({}, optional=likely))
def test_any_likely_brief_gives_a_recipe_or_a_sentence(texts):
    try:
        calculate(read_brief(texts), CATALOGUE)
    except BlendError as sentence:
        assert re.search("Write [^.]|stock", str(sentence))


@given(st.dictionaries(st.sampled_from([*DEFAULTS, "other"]), st.text(max_size=50), max_size=4))
def test_any_text_gives_a_recipe_or_a_sentence(texts):
    try:
        calculate(read_brief(texts), CATALOGUE)
    except BlendError as sentence:
        assert str(sentence).endswith((".", "?"))
        assert len(str(sentence)) < 400
