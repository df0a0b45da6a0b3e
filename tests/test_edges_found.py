"""Edges that a program found open: each claim fails for a small fault that no other test caught."""

import re
from dataclasses import replace

import pytest

from blends import BlendError, calculate, read_brief, read_link
from blends.asking.brief import read_fields
from blends.asking.link import cut_words
from blends.asking.person import CONDITIONS, Person
from blends.asking.quantities import read_dilution
from blends.judging.allergens import levels_of
from blends.judging.findings import Kind
from blends.judging.mixture import Mixture, in_bottle
from blends.judging.not_assessed import not_assessed
from blends.making.basis import On
from blends.making.settle import settle
from blends.making.stock import TooSmallError
from blends.making.suitability import Reason, reasons_against
from blends.tables.allergens import label_names
from blends.tables.catalogue import shipped_tables
from blends.tables.cautions import cautions
from blends.tables.more_rows import with_more_rows
from blends.tables.own import OwnOil
from blends.tables.rulebook import Limit
from blends.tables.rulebooks import rulebooks_of
from blends.tables.verified import Verified

CATALOGUE = shipped_tables()
OILS, RULES = CATALOGUE.oil_by_id, rulebooks_of(CATALOGUE)
LINK = "v=1&o=lavender&b=olive&m=30ml,fill-to,us,1&d=2,20,equal&w=adult,home"


def result(catalogue=CATALOGUE, **texts):
    return calculate(read_brief(texts), catalogue)


# Asking: each field refuses in its own words.


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("effect", ",", "Nothing is given where an effect is wanted. Choose one, or write warming."),
        ("effect", "2!", "Cannot read '2!' as an effect. Write ids such as warming,circulation."),
        (
            "oils",
            ",",
            "Nothing is given where a list of oils is wanted. Choose one, or write lavender:2,thyme_thymol:1.",
        ),
        ("base", "!", "Cannot read '!' as a base oil. Write names, or ids such as olive or olive:3,sunflower:1."),
        ("bottles", "many", "Cannot read 'many' as a number of bottles: it does not begin with a number. Write 3."),
        ("fill", "up", "Cannot read 'up' as a way to fill. Write fill-to or add-to."),
        ("drops", "few", "Cannot read 'few' as a way to dose. Write equal or spend or exact."),
        ("system", "old", "Cannot read 'old' as a system of measures. Write us or imperial or chart."),
        ("purpose", "fun", "Cannot read 'fun' as a purpose. Write home or sale."),
        ("title", "a" * 81, f"Cannot keep '{'a' * 20}…' as a title: it has 81 characters. Write 80 at most."),
        ("note", "a" * 301, f"Cannot keep '{'a' * 20}…' as a note: it has 301 characters. Write 300 at most."),
    ],
)
def test_each_field_says_what_it_is_and_how_it_is_written(field, text, said):
    _, errors = read_fields({field: text})
    assert {name: (str(error), error.field) for name, error in errors.items()} == {field: (said, field)}


def test_a_field_that_is_none_is_named():
    _, errors = read_fields({"colour": "red", 7: "seven"})
    assert str(errors["colour"]).startswith("Cannot read 'colour' as a field. Write one of effect, oils, base, ")
    assert [str(error)[:38] for error in errors.values()][1] == "Cannot read a value of the kind 'int' "


@pytest.mark.parametrize("text", ["2", "2 %", "2 percent", "2 per cent", "2 PCT"])
def test_a_dilution_is_written_in_each_of_these_ways(text):
    assert read_dilution(text) == 2


def test_a_link_has_thirty_parts_at_most():
    def with_parts(count):
        return "&".join([LINK, *(f"utm{place}=1" for place in range(count - LINK.count("=")))])

    assert read_link(with_parts(30)).oils[0].id == "lavender"
    with pytest.raises(BlendError, match="its letters are damaged"):
        read_link(with_parts(31))


def test_a_part_of_a_link_that_is_empty_is_said_as_it_is_written():
    with pytest.raises(BlendError, match=re.escape("Cannot read 'm=' as the bottle. It is written m=100ml")):
        read_link(LINK.replace("m=30ml,fill-to,us,1", "m="))


def test_own_words_that_are_cut_are_made_plain_first():
    assert cut_words([("t", " For\n Ann\u200b "), ("b", " olive ")]) == ([("t", "For Ann"), ("b", " olive ")], ())


# Making.


def test_a_bottle_by_weight_names_each_oil_without_a_density_and_no_other():
    oil = OwnOil("my_rose", "essential", (("name", "My rose"), ("botanical", "Rosa"), ("part", "flower")))
    base = OwnOil("my_nut", "base", (("name", "My nut"), ("botanical", "Nux")))
    tables = with_more_rows(CATALOGUE, [oil, base])
    with pytest.raises(BlendError) as refused:
        result(tables, oils="lavender,my_rose", base="olive,my_nut", bottle="90 g", dilution="2 %")
    assert str(refused.value) == (
        "A bottle by weight needs every density, and none was found for My rose, My nut. Write 100 ml."
    )


def test_a_dilution_of_all_leaves_no_base_oil_to_add_to():
    with pytest.raises(BlendError) as refused:
        result(oils="lavender", dilution="100 %", fill="add-to")
    assert str(refused.value) == "100 % leaves no base oil to add to. Write 2 %, or fill to the bottle."


def test_where_no_oil_is_left_none_is_asked_for():
    recipe = result(effect="warming", person="child:1", dilution="2 %").recipe
    assert (recipe.portions, recipe.asked_ml, recipe.smallest_bottle_ml) == ((), 0, 1)


def test_a_base_oil_that_nobody_knows_is_called_a_base_oil():
    with pytest.raises(BlendError, match=re.escape("'xylophone' is not a base oil I know. ")):
        result(base="xylophone")


def test_an_oil_of_a_composition_is_one_part_left_out_or_not():
    wanted = settle(read_brief({"effect": "warming", "person": "child:7"}), CATALOGUE).oils
    assert {each.left_out for each in wanted} == {True, False}
    assert {each.parts for each in wanted} == {1}


def test_drops_too_few_by_a_hair_are_not_rounded_up_to_enough():
    with pytest.raises(TooSmallError, match=re.escape("2 % of it is 3.99 drops")):
        result(effect="circulation", bottle="9.99 ml", dilution="2 %")


def test_a_child_and_an_oil_without_an_age_is_a_reason_that_no_source_gives():
    oil = next(oil for oil in OILS.values() if oil.min_age_years is None)
    (reason,) = reasons_against(oil, Person("child", 7), (), cautions(CATALOGUE))
    assert (reason.basis.on, reason.source, reason.known, reason.leaves_out) == (On.NO_AGE, "", False, True)
    assert isinstance(reason, Reason)


def test_no_illness_has_the_name_of_a_label_allergen():
    assert cautions(CATALOGUE).contacts.keys().isdisjoint(CONDITIONS)


# Judging.


def test_an_oil_that_is_a_label_name_as_a_whole_counts_with_all_of_its_share():
    names = label_names(CATALOGUE)
    whole = next(name for name in names.names if "lavender" in name.oils)
    made = result(oils="lavender", dilution="2 %")
    level = next(each for each in levels_of(made.recipe, RULES, names) if each.name == whole.name)
    share = in_bottle(made.recipe).weight_pct["lavender"]
    assert level.parts == (("lavender", share, 100.0),)
    assert level.pct == pytest.approx(share)


def test_what_is_reported_too_weakly_is_held_against_a_limit_on_natural_content():
    group = next(iter(RULES.reported["chamomile_roman"]))
    made = settle(read_brief({"oils": "chamomile_roman"}), CATALOGUE)
    natural = {group: Limit(0.0, "as found in nature", "source", Verified.NO)}
    books = tuple(replace(book, oils={}, groups={}, natural=natural, forbidden={}, sums=()) for book in made.rulebooks)
    found = not_assessed(replace(made, rulebooks=books), Mixture({"chamomile_roman": 1e-6}, {}))
    assert "ifra-51-5a" in {each.rulebook for each in found if each.kind is Kind.WEAK}


def test_of_an_oil_that_is_not_in_the_bottle_nothing_is_found():
    review = result(oils="plai", dilution="0 %").review
    assert (review.findings, review.ceilings) == ((), ())
