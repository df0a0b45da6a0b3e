"""Verdicts that can be earned: four states of an oil in a rulebook, two verdicts, and the arithmetic of a limit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blends import calculate, read_brief
from blends.judging.findings import Kind
from blends.showing.words.basis import basis_words
from blends.showing.words.headline import verdict_sentence
from blends.tables.catalogue import shipped_tables
from blends.tables.rulebook import State
from blends.tables.rulebooks import rulebooks_of

CATALOGUE = shipped_tables()
OILS = list(CATALOGUE.oils.index)
ARTICLE = {place.oil for each in CATALOGUE.composition_by_id.values() for place in each.places} | {"turpentine"}


def result(**texts):
    return calculate(read_brief(texts), CATALOGUE)


def test_lavender_at_home_is_within_with_the_reason():
    made = result(oils="lavender", dilution="1.5 %")
    assert made.review.at_home == "within"
    assert "T&Y sets no maximum for true lavender" in verdict_sentence(made)


@pytest.mark.parametrize("effect", list(CATALOGUE.composition_by_id))
@pytest.mark.parametrize("dilution", ["1 %", "2 %"])
def test_every_ready_composition_reaches_within_at_home(effect, dilution):
    assert result(effect=effect, dilution=dilution).review.at_home == "within"


@pytest.mark.parametrize("oil", sorted(ARTICLE))
def test_every_oil_of_the_article_has_a_state_with_a_source_in_every_rulebook_or_is_said_to_have_none(oil):
    books = rulebooks_of(CATALOGUE)
    limiting = {
        book.id for book in books.for_age(None) + books.for_age(1) if book.kind == "limits" and book.shown_as == book.id
    }
    assert {"ty-2014", "ifra-51-5a", "ifra-51-5d", "eu-1223-2009"} <= limiting
    for book in limiting:
        state, source = books.states[oil, book]
        assert bool(source) is (state is not State.UNKNOWN)


def test_most_oils_have_a_known_state_at_home():
    books = rulebooks_of(CATALOGUE)
    assert sum(books.state(oil, "ty-2014") is not State.UNKNOWN for oil in OILS) >= 55


def test_an_oil_of_which_nothing_is_known_is_still_not_assessed():
    made = result(oils="helichrysum,lavender", dilution="0.1 %").review
    assert made.at_home == "not assessed"
    assert [each.subject for each in made.findings if each.kind is Kind.NO_FIGURE] == ["Helichrysum"]


def test_an_oil_without_a_maximum_is_held_to_the_usual_rate():
    made = result(oils="lavender", dilution="2.5 %").review
    held = [each for each in made.findings if each.kind is Kind.USUAL]
    assert [(each.verdict, each.limit_pct) for each in held] == [("over", 2)]
    assert "sets no maximum" in basis_words(held[0].basis)


def test_a_weak_report_is_silent_only_where_the_whole_oil_could_be_nothing_else():
    # White camphor is reported, weakly, to hold carvone: T&Y's limit is 1.2 % of the product, IFRA's 0.2 %.
    weak = [each.rulebook for each in result(effect="warming").review.findings if each.kind is Kind.WEAK]
    assert "ty-2014" not in weak
    assert "ifra-51-5a" in weak
    strong = result(oils="camphor_white", dilution="2 %", drops="exact").review
    assert "ty-2014" in [each.rulebook for each in strong.findings if each.kind is Kind.WEAK]


def test_the_arithmetic_of_a_limit_is_the_one_a_student_works_by_hand():
    made = result(effect="circulation")
    found = next(
        each for each in made.review.findings if (each.rulebook, each.subject) == ("ifra-51-5a", "Methyl eugenol")
    )
    # 0.454 g rosemary and 0.4475 g nutmeg in 91.255 g, at 0.1 and 1.2 %.
    terms = {term.oil: term for term in found.terms}
    assert terms["nutmeg"].share_pct == pytest.approx(100 * 0.4475 / 91.255, rel=1e-3)
    assert (terms["nutmeg"].content_pct, terms["rosemary"].content_pct) == pytest.approx((1.2, 0.1))
    assert found.actual_pct == pytest.approx(0.00638, rel=1e-3)


@given(
    st.lists(st.sampled_from(OILS), min_size=1, max_size=6, unique=True),
    st.sampled_from(["0.05 %", "0.5 %", "2 %", "10 %"]),
    st.sampled_from(["adult", "child:2", "pregnant"]),
)
def test_the_parts_of_every_sum_add_up_and_both_verdicts_are_those_of_their_rulebooks(oils, dilution, person):
    made = result(oils=",".join(oils), dilution=dilution, person=person, drops="exact").review
    for each in made.findings:
        if each.actual_pct is not None and each.terms:
            assert sum(term.part_pct for term in each.terms) == pytest.approx(each.actual_pct, abs=1e-12)
            for term in each.terms:
                assert term.part_pct == pytest.approx(term.share_pct * term.content_pct / 100, abs=1e-12)
    order = ["over", "not assessed", "within"]
    home = min((made.of(id_) for id_ in ("guidance", "ty-2014")), key=order.index)
    assert made.at_home == home
    assert made.for_sale == min((made.of(id_) for id_ in made.rulebooks), key=order.index)
