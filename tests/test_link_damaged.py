"""Links that came damaged, and whatever else comes: the recipe opens, or a sentence that can be printed is said."""

import json
from dataclasses import replace

import pytest
from briefs import briefs
from effort import tries
from hypothesis import example, given, settings
from hypothesis import strategies as st

from blends import BlendError, calculate, read_brief, read_link, write_link
from blends.asking.link import SCHEMA, cut_words, read_saved
from blends.showing.words.answer import cut_said
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()

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
    assert cut_said(said) == "The title of this link was cut: it had more than 80 characters."
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


@settings(max_examples=tries(1500))
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


@pytest.mark.parametrize(
    ("part", "about"),
    [("&m=100ml,fill-to,us,1", "the bottle"), ("&d=2,20,equal", "the strength"), ("&w=adult,home", "for whom")],
)
def test_a_link_cut_short_says_in_plain_words_what_it_lacks(part, about):
    with pytest.raises(BlendError, match=f"says nothing about {about}.*Copy the link whole"):
        read_link(LINK.replace(part, ""))
    with pytest.raises(BlendError, match=f"Cannot read '{part[1:4]}.*as {about}"):
        read_link(LINK.replace(part, part + ",more"))


def test_a_link_speaks_of_itself_not_of_the_page_that_reads_it():
    """The plain card reads links, too, and shows no usual recipe."""
    for damaged in (LINK[:-20], LINK + "&z=1", LINK + "&m=1", LINK.replace("v=1", "v=2"), "x" * 3000, "?%FF"):
        with pytest.raises(BlendError) as caught:
            read_link(damaged)
        assert "usual recipe" not in str(caught.value)
        assert "Copy the link whole" in str(caught.value)
