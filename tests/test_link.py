"""Links last: old ones mean the same for ever, none carries health data, hostile ones get a sentence."""

import json
import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from blends import BlendError, calculate, read_brief, read_catalogue, read_link, write_link
from blends.asking.link import SCHEMA, cut_words, read_saved
from blends.asking.person import CONDITIONS
from blends.flow import as_handed_on, brief_to_hand_on, brief_to_keep
from blends.making.handed_on import carried
from blends.making.stock import TooSmallError
from blends.serving.figures import card_json
from blends.showing.handed import hand_on

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
    assert write_link(read_link(link)) == "?" + link


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
    kept = carried(brief)
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
    opened = calculate(read_link(write_link(brief_to_hand_on(result))), CATALOGUE)
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
    for other in (as_handed_on(seen), calculate(read_link(write_link(brief_to_hand_on(seen))), CATALOGUE)):
        assert [(portion.oil.id, portion.drops) for portion in other.recipe.portions] == counts
        assert other.recipe.bases == seen.recipe.bases


@given(whoever)
def test_the_address_is_that_of_the_recipe_whether_or_not_it_can_be_made(texts):
    brief = read_brief(texts)
    kept = brief_to_keep(brief, CATALOGUE)
    try:
        assert write_link(kept) == write_link(brief_to_hand_on(calculate(brief, CATALOGUE)))
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


# Links that mails and chats damage.

LINK = "https://example.org/?v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"
DAMAGES = {
    "a fragment": "{}#recipe",
    "an empty fragment": "{}#",
    "a full stop": "{}.",
    "a comma": "{},",
    "a bracket": "({})",
    "a sharp bracket": "<{}>",
    "only the last sharp bracket": "{}>",
    "a bracket and a full stop": "({}).",
    "quotes": '"{}"',
    "typographic quotes": "“{}”",
    "a quote in French": "« {} »",
    "a question mark": "{}?",
    "an exclamation mark": "{}!",
    "stars": "*{}*",
    "spaces": "  {} ",
    "line breaks": "\r\n{}\r\n",
    "a byte order mark": "\N{ZERO WIDTH NO-BREAK SPACE}{}\N{ZERO WIDTH SPACE}",
    "a direction mark": "{}\N{LEFT-TO-RIGHT MARK}",
    "an open parameter": "{}&",
    "a tracker and a stop": "{}&utm_source=chat.",
}


def broken_at(link, place):
    return link[:place] + "\r\n " + link[place:]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_link_damaged_on_its_way_opens(damage):
    assert read_link(DAMAGES[damage].format(LINK)) == read_link(LINK)
    assert read_link(DAMAGES[damage].format(LINK.partition("?")[2])) == read_link(LINK)


def test_a_link_with_escaped_ampersands_opens():
    assert read_link(LINK.replace("&", "&amp;")) == read_link(LINK)
    assert read_link(LINK.replace("&", "&amp;amp;")) == read_link(LINK)


def test_a_link_broken_over_two_lines_opens():
    for place in range(len(LINK)):
        assert read_link(broken_at(LINK, place)) == read_link(LINK)


@given(briefs, st.sampled_from(list(DAMAGES.values())), st.booleans(), st.booleans())
def test_damage_on_the_way_never_changes_the_recipe(texts, damage, ampersands, page):
    link = write_link(read_brief(texts), "https://example.org/app" if page else "")
    damaged = damage.format(link.replace("&", "&amp;") if ampersands else link)
    before, after = read_link(link), read_link(damaged)
    assert replace(after, title="", note="") == replace(before, title="", note="")


def test_a_full_stop_of_ones_own_words_stays():
    brief = read_brief({"note": "Warm it (in water)."})
    assert read_link(write_link(brief)).note == "Warm it (in water)."


def test_a_link_with_the_longest_words_opens_with_its_page():
    brief = read_brief({"title": "ж" * 80, "note": "ж" * 200})
    link = write_link(brief, "https://example.org/" + "a" * 200)
    assert read_link(link).title == brief.title


def test_words_too_long_are_refused_by_the_link_and_cut_for_the_page():
    pairs = [*(pair.split("=") for pair in LINK.partition("?")[2].split("&")), ("t", "long " * 60), ("x", "short")]
    with pytest.raises(BlendError, match="Write 80 at most"):
        read_link(LINK + "&t=" + "long%20" * 60)
    cut, said = cut_words([(key, value) for key, value in pairs])
    assert said == "The title of this link was cut: it had more than 80 characters."
    assert dict(cut)["t"] == ("long " * 60)[:80].strip()
    assert dict(cut)["x"] == "short"


# Whatever comes, a sentence that can be printed.

anything = st.one_of(
    st.text(st.characters(), max_size=200),
    st.text(st.characters(categories=["Cs", "Cf", "Cc", "Zl", "Zs"]), max_size=40),
    st.none(),
    st.integers(),
    st.binary(max_size=20),
    st.lists(st.text(max_size=5), max_size=3),
)
keys = st.sampled_from(["effect", "oils", "base", "bottle", "dilution", "person", "title", "system"])
odd_keys = st.one_of(st.text(st.characters(), max_size=20), st.none(), st.integers(), st.binary(max_size=9))
fields = st.dictionaries(st.one_of(keys, odd_keys), anything, max_size=4)
values = st.tuples(*[st.text(st.characters(), max_size=30)] * 8).map(
    lambda each: "?v=1&" + "&".join(f"{key}={value}" for key, value in zip("eobmdwtx", each, strict=True))
)
saved = st.builds(
    lambda link, schema: json.dumps({"schema": schema, "card": {"link": link}}),
    st.one_of(anything.filter(lambda each: not isinstance(each, bytes)), values),
    st.sampled_from([SCHEMA, 1, None]),
)


@settings(max_examples=1500)
@given(
    st.one_of(
        st.tuples(st.just(read_link), st.one_of(anything, values)),
        st.tuples(st.just(read_saved), st.one_of(anything, saved)),
        st.tuples(st.just(read_brief), st.one_of(anything, fields)),
    )
)
@example((read_brief, {"bottle": "\ud800 ml"}))
@example((read_brief, {"bottle": 10**5000}))
@example((read_brief, {10**5000: "x"}))
@example((read_brief, {"bottle": "\N{RIGHT-TO-LEFT OVERRIDE}100 lm"}))
@example((read_link, "?v=\udfff"))
@example((read_saved, json.dumps({"schema": SCHEMA, "card": {"link": "?v=\ud800"}})))
def test_whatever_is_read_only_a_sentence_that_prints_comes_back(call):
    read, given_ = call
    try:
        calculate(read(given_), CATALOGUE)
    except BlendError as error:
        str(error).encode("utf-8")
        assert all(char.isprintable() for char in str(error))
        assert len(str(error)) < 900


@pytest.mark.parametrize("field", ["title", "note", "oils", "bottle", "person", "conditions", "effect", "system"])
def test_a_text_without_end_is_refused_by_its_length(field):
    with pytest.raises(BlendError, match="300000 characters") as refusal:
        read_brief({field: "\N{ZERO WIDTH SPACE}" * 300_000})
    assert refusal.value.field == field


@pytest.mark.parametrize("read", [read_link, read_saved])
def test_a_text_without_end_is_no_link_and_no_file(read):
    with pytest.raises(BlendError):
        read("[" * 3_000_000)
