"""Marks of own figures in a link: an own oil is known by its figures, and nothing of the same name stands in unseen."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from asker import Asker
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette

from blends import calculate, hand_on, read_brief, read_link
from blends.serving import routes
from blends.showing.handed import code_link
from blends.showing.words.own import link_said
from blends.tables.catalogue import shipped_tables
from blends.tables.certified import with_own_figures
from blends.tables.own import Certificate, Measured, OwnOil
from blends.tables.own_marks import apart, as_meant, mark_of, marks_in, without_mark

TABLES = shipped_tables()
ROSE = OwnOil("my_rose", "essential", (("name", "My rose"), ("botanical", "Rosa × alba L."), ("part", "flower")))
OTHER = replace(ROSE, constituents=(Measured("Geraniol", "geraniol", Decimal(20)),))
CLOVE = Certificate("b0001", "clove_bud", (Measured("Eugenol", "eugenol", Decimal(99)),), lot="L7")
MINE = with_own_figures(TABLES, [ROSE], [CLOVE])
get = Asker(Starlette(routes=routes())).get
MARKS = {"own": f"my_rose.{mark_of(ROSE)}", "cert": f"clove_bud.{mark_of(CLOVE)}"}


def parts_of(link):
    return dict(part.split("=", 1) for part in link.partition("?")[2].split("&"))


def made(tables=MINE, oils="my_rose,clove_bud"):
    return calculate(read_brief({"oils": oils}), tables)


def test_a_link_carries_the_marks_of_the_own_figures_it_rests_on_and_of_no_others():
    assert {key: parts_of(hand_on(made()).card.link)[key] for key in MARKS} == MARKS
    assert {key: parts_of(code_link(made(), "/card", selling=True))[key] for key in MARKS} == MARKS
    plain = parts_of(hand_on(made(oils="lavender")).card.link)
    assert not MARKS.keys() & plain.keys()


def test_readers_that_know_no_marks_pass_over_them():
    link = hand_on(made()).card.link
    assert read_link(link) == read_link(link.partition("&own=")[0])


def test_a_mark_changes_with_any_figure_and_with_nothing_else():
    assert len({mark_of(each) for each in (ROSE, OTHER, CLOVE, replace(CLOVE, lot="L8"))}) == 4
    assert mark_of(replace(ROSE, id="my_other")) == mark_of(ROSE)
    assert mark_of(replace(CLOVE, bottle="b0002")) == mark_of(CLOVE)


@pytest.mark.parametrize(
    ("own", "oil", "other", "unsaid"),
    [
        ([ROSE], "my_rose", (), ()),
        ([OTHER], f"my_rose_{mark_of(ROSE)}", ("My rose",), ()),
        ([], f"my_rose_{mark_of(ROSE)}", (), ()),
        ([OTHER, replace(ROSE, id="my_rose_2")], "my_rose_2", (), ()),
    ],
)
def test_an_own_oil_is_known_by_its_mark_not_by_its_name(own, oil, other, unsaid):
    meant = as_meant(read_brief({"oils": "my_rose:2,lavender"}), MARKS, with_own_figures(TABLES, own, ()))
    assert [(part.id, part.parts) for part in meant.brief.oils] == [(oil, 2), ("lavender", 1)]
    assert (meant.other, meant.unsaid) == (other, unsaid)


def test_an_own_oil_that_is_kept_apart_is_found_once_it_is_here():
    waiting = read_brief({"oils": apart("my_rose", mark_of(ROSE))})
    assert as_meant(waiting, {}, with_own_figures(TABLES, [OTHER], ())).brief == waiting
    assert as_meant(waiting, {}, MINE).brief.oils[0].id == "my_rose"
    assert apart(apart("my_rose", "0" * 8), "1" * 8) == "my_rose_11111111"
    assert len(apart(f"my_{'r' * 57}", "1" * 8)) == 60
    assert without_mark("rose_00000000") == "rose_00000000"


def test_a_link_that_does_not_say_which_is_meant_is_said_to_use_ones_own():
    meant = as_meant(read_brief({"oils": "my_rose", "base": "olive"}), {}, MINE)
    assert (meant.other, meant.unsaid) == ((), ("My rose",))
    said = "The link does not say which My rose is meant: the one of your own table stands in."
    assert link_said(meant) == said


def test_an_own_base_oil_has_a_mark_too():
    base = OwnOil("my_base", "base", (("name", "Calendula"), ("botanical", "Calendula officinalis L.")))
    link = hand_on(calculate(read_brief({"base": "my_base"}), with_own_figures(TABLES, [base], ()))).card.link
    assert parts_of(link)["own"] == f"my_base.{mark_of(base)}"
    meant = as_meant(read_link(link), parts_of(link), TABLES)
    assert meant.brief.bases[0].id == f"my_base_{mark_of(base)}"


def test_a_certificate_that_is_not_here_is_said():
    brief = read_brief({"oils": "clove_bud"})
    assert as_meant(brief, MARKS, MINE).uncertified == ()
    assert as_meant(brief, MARKS, TABLES).uncertified == ("Clove bud",)
    other = with_own_figures(TABLES, (), [replace(CLOVE, lot="L8")])
    assert "judged Clove bud by the certificate" in link_said(as_meant(brief, MARKS, other))
    assert link_said(as_meant(brief, {"cert": "no_such_oil.00000000"}, TABLES)) == ""


@given(st.text(max_size=200))
def test_strange_marks_are_passed_over(text):
    link = {"own": text, "cert": text}
    kept = marks_in(link)
    assert marks_in(kept) == kept
    assert as_meant(read_brief({"oils": "lavender"}), link, TABLES).brief == read_brief({"oils": "lavender"})


def test_the_plain_card_of_an_own_oil_names_what_is_missing_and_how_to_hand_it_on():
    link = hand_on(made(oils="my_rose,lavender")).card.link
    for file in ("card", "card.pdf", "card.json", "label.pdf", "papers.pdf"):
        answer = get(f"/{file}{link}")
        assert answer.status == 400
        assert json.loads(answer.text)["error"] == (
            "'my_rose' is an oil of somebody's own book, unknown here: a link carries no figures. Ask for the file of "
            "the recipe (JSON), and open it on the Blend page."
        )


def test_the_plain_card_says_that_its_maker_had_a_certificate_and_hands_the_mark_on():
    link = hand_on(made(oils="clove_bud")).card.link
    said = "Whoever made this recipe judged Clove bud by the certificate of their own bottle, which no link carries"
    for file in ("card", "card.txt"):
        assert said in get(f"/{file}{link}").text
    told = json.loads(get(f"/card.json{link}").text)
    assert parts_of(told["card"]["link"])["cert"] == MARKS["cert"]
    scaled = get(f"/card{link}&bottle=50ml")
    assert parts_of(scaled.headers["location"])["cert"] == MARKS["cert"]
    assert json.dumps(told).count("certificates") == 0


@pytest.mark.parametrize("form", ["card", "card.txt", "card.csv", "card.json", "card.cook"])
def test_every_form_of_a_card_says_that_its_maker_judged_by_a_certificate_it_does_not_have(form):
    link = "v=1&o=clove_bud&b=olive&m=100ml,fill-to,us,1&d=0.2,20,equal&w=adult,home&cert=clove_bud.9f8e7d6c"
    answer = get(f"/{form}?{link}")
    assert answer.status == 200
    assert "by the certificate of their own" in answer.body.decode()
