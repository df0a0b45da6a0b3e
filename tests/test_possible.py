"""All blends of some oils at once: the arrays say what a calculation says, and what is proposed is the best of them."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blends import (
    BlendError,
    calculate,
    card_text,
    read_brief,
    read_link,
    what_can_i_make,
    write_card,
    write_link,
)
from blends.asking.person import CONDITIONS, KINDS, read_person
from blends.judging.constraints import constraints
from blends.judging.findings import Verdict
from blends.making.handed_on import brief_to_hand_on
from blends.making.selection import select
from blends.making.settle import settle
from blends.possible import combinations as built
from blends.possible.proposal import SIZES, settle_with_proposal
from blends.possible.search import Wish, search
from blends.showing.words.proposed import why_proposed
from blends.tables.catalogue import shipped_tables
from blends.tables.compositions import offered_effects, without_composition

CATALOGUE = shipped_tables()
OILS = tuple(CATALOGUE.oil_by_id)
WITHOUT = without_composition(tuple(offered_effects(CATALOGUE)), CATALOGUE)
EIGHT = ("lavender", "bergamot", "mandarin", "geranium", "rosemary", "nutmeg", "lemongrass", "benzoin")
PRICES = {"lavender": 0.5, "bergamot": 0.8, "mandarin": 0.4, "geranium": 1.1, "rosemary": 0.4, "nutmeg": 0.6}

PROPOSED = {
    ("calming", "adult", ""): "chamomile_german chamomile_roman clary_sage",
    ("calming", "pregnant", ""): "bergamot chamomile_german chamomile_roman",
    ("calming", "child:7", ""): "bergamot chamomile_german chamomile_roman clary_sage geranium",
    ("calming", "adult", "epilepsy"): "chamomile_german chamomile_roman clary_sage",
    ("easing-sore-muscles", "adult", ""): "black_pepper camphor_white chamomile_roman",
    ("easing-sore-muscles", "pregnant", ""): "black_pepper chamomile_roman ginger",
    ("easing-sore-muscles", "child:7", ""): "black_pepper chamomile_roman clary_sage",
    ("easing-sore-muscles", "adult", "epilepsy"): "black_pepper chamomile_roman clary_sage",
    ("refreshing", "adult", ""): "eucalyptus pine",
    ("refreshing", "pregnant", ""): "",
    ("refreshing", "child:7", ""): "",
    ("refreshing", "adult", "epilepsy"): "",
    ("uplifting", "adult", ""): "lemon mandarin orange_sweet",
    ("uplifting", "pregnant", ""): "bergamot grapefruit lemon mandarin",
    ("uplifting", "child:7", ""): "grapefruit lemon mandarin",
    ("uplifting", "adult", "epilepsy"): "lemon mandarin orange_sweet",
    ("circulation", "adult", ""): "petitgrain juniper rosemary nutmeg",
    ("circulation", "pregnant", ""): "petitgrain juniper rosemary",
    ("circulation", "child:7", ""): "petitgrain juniper",
    ("circulation", "adult", "epilepsy"): "petitgrain juniper",
    ("warming", "adult", ""): "marjoram pine oregano camphor_white eucalyptus",
    ("warming", "pregnant", ""): "marjoram pine eucalyptus",
    ("warming", "child:7", ""): "marjoram pine",
    ("warming", "adult", "epilepsy"): "oregano",
    ("anti-inflammatory", "adult", ""): "nutmeg lavender thyme_thymol",
    ("anti-inflammatory", "pregnant", ""): "lavender",
    ("anti-inflammatory", "child:7", ""): "lavender",
    ("anti-inflammatory", "adult", "epilepsy"): "lavender",
}


def brief(**texts):
    return read_brief(texts)


def exact(oils, **texts):
    return calculate(brief(oils=",".join(oils), drops="exact", **texts), CATALOGUE)


def lowest(result):
    return min((each.dilution_pct for each in result.review.ceilings if each.dilution_pct is not None), default=100.0)


def ids(offer):
    return tuple(oil.id for oil in offer.oils)


@pytest.mark.parametrize(("effect", "person", "conditions"), PROPOSED)
def test_what_an_effect_means_for_a_person_is_a_visible_act_to_change(effect, person, conditions):
    asked = brief(effect=effect, person=person, conditions=conditions)
    found = (oil.id for oil, _ in select(settle_with_proposal(asked, CATALOGUE)).oils)
    assert " ".join(found) == PROPOSED[effect, person, conditions]


WHOM = [(kind, "") for kind in (*KINDS, "child:0", "child:2", "child:6", "child:15")]
WHOM += [("adult", condition) for condition in (*CONDITIONS, "contact:linalool")]


@pytest.mark.parametrize("effect", WITHOUT)
@pytest.mark.parametrize(("person", "conditions"), WHOM)
def test_a_proposal_is_never_over_at_its_own_dilution_in_any_base_oil_and_holds_nothing_to_leave_out(
    effect, person, conditions
):
    lightest = min(CATALOGUE.base_oil_by_id.values(), key=lambda base: base.density_g_per_ml or 2.0)
    for base in ("sunflower", lightest.id):
        made = calculate(brief(effect=effect, person=person, conditions=conditions, base=base), CATALOGUE)
        assert len(made.blend.oils) in (0, 2, *SIZES)
        assert not made.selection.left_out
        assert not [reason for each in made.settled.oils for reason in each.reasons if reason.leaves_out]
        assert Verdict.OVER not in (made.review.at_home, made.review.for_sale)


@pytest.mark.parametrize("effects", [(each,) for each in WITHOUT] + [WITHOUT[:2], WITHOUT])
@pytest.mark.parametrize(
    ("person", "conditions"), [("adult", ()), ("pregnant", ()), ("child:7", ()), ("adult", ("epilepsy",))]
)
def test_what_can_be_made_of_all_oils_begins_with_what_is_proposed(effects, person, conditions):
    asked = brief(effect=",".join(effects), person=person, conditions=",".join(conditions))
    offers = what_can_i_make(None, effects, person, CATALOGUE, conditions=conditions, sizes=SIZES, most=1)
    if not offers.best:
        offers = what_can_i_make(None, effects, person, CATALOGUE, conditions=conditions, sizes=(2,), most=1)
    assert settle_with_proposal(asked, CATALOGUE).proposed == (ids(offers.best[0]) if offers.best else ())


def test_a_proposal_is_handed_on_by_name_and_opens_the_same():
    made = calculate(brief(effect="calming", person="pregnant"), CATALOGUE)
    link = write_link(brief_to_hand_on(made.settled), "", CATALOGUE)
    assert "e=calming&o=bergamot,chamomile_german,chamomile_roman&" in link
    opened = calculate(read_link(link), CATALOGUE)
    assert [each.drops for each in opened.recipe.portions] == [each.drops for each in made.recipe.portions]
    assert opened.blend == made.blend


def test_ready_oils_and_proposed_ones_stand_in_one_blend_and_what_is_left_out_is_still_said():
    made = calculate(brief(effect="warming,calming", person="child:7"), CATALOGUE)
    assert {each.oil.id for each in made.selection.left_out} >= {"oregano", "eucalyptus"}
    assert {oil.id for oil, _ in made.blend.oils} >= set(made.settled.proposed) != set()
    assert calculate(brief_to_hand_on(made.settled), CATALOGUE).blend == made.blend


def test_an_effect_for_which_nothing_suits_is_base_oil_alone_and_stays_so_when_handed_on():
    made = calculate(brief(effect="refreshing", person="pregnant"), CATALOGUE)
    assert made.recipe.portions == ()
    assert calculate(brief_to_hand_on(made.settled), CATALOGUE).recipe.portions == ()


def test_to_settle_without_a_proposal_is_a_mistake_in_the_program():
    with pytest.raises(ValueError, match="proposal"):
        settle(brief(effect="calming"), CATALOGUE)


@pytest.mark.parametrize("person", ["adult", "child:7", "pregnant"])
@pytest.mark.parametrize("prices", [None, PRICES])
def test_it_agrees_with_brute_force_on_eight_oils(person, prices):
    effects = ("calming", "circulation")
    offers = what_can_i_make(EIGHT, effects, person, CATALOGUE, prices=prices, most=1000)
    against = {each.oil.id for each in offers.not_for}
    useful = sorted(id_ for id_ in EIGHT if id_ not in against and set(CATALOGUE.oil_by_id[id_].effects) & set(effects))
    blends = [each for size in (2, 3, 4, 5) for each in combinations(useful, size)]
    worked = {each: calculate(brief(oils=",".join(each), person=person), CATALOGUE) for each in blends}
    assert sorted(map(ids, offers.best)) == sorted(blends)
    assert offers.possible == len(blends)

    def order(offer):
        made = worked[ids(offer)]
        held = {effect for oil, _ in made.blend.oils for effect in oil.effects}
        cost = sum(PRICES[each.oil.id] * each.volume_ml for each in made.recipe.portions) if prices else 0.0
        assert (offer.at_home, offer.for_sale) == (made.review.at_home, made.review.for_sale)
        assert offer.ceilings == made.review.ceilings
        assert offer.effects == tuple(effect for effect in effects if effect in held)
        assert offer.cost == (pytest.approx(cost) if prices else None)
        return (-len(offer.effects), -lowest(made), round(cost, 9))

    keys = [order(offer) for offer in offers.best]
    assert keys == sorted(keys)


@given(st.lists(st.sampled_from(OILS), min_size=2, max_size=5, unique=True), st.sampled_from(("olive", "jojoba")))
def test_a_ceiling_of_the_arrays_is_the_exact_one_and_never_above_it(oils, base):
    texts = {"person": "adult", "base": base}
    settled = settle(brief(oils=",".join(oils), **texts), CATALOGUE)
    (found,) = search(settled, Wish(sizes=(len(oils),)), most=1)
    ceiling = lowest(exact(oils, **texts))
    known = all(CATALOGUE.oil_by_id[id_].density_g_per_ml for id_ in oils)
    assert found.ceiling_pct <= ceiling * (1 + 1e-4)
    assert found.ceiling_pct == pytest.approx(ceiling, rel=1e-4 if known else 0.1)


def test_a_limit_on_two_oils_together_counts_only_where_two_meet():
    pair = ("bergamot", "lime")
    (limit,) = [each for each in constraints(settle(brief(oils=",".join(pair)), CATALOGUE)) if each.needs_oils > 1]
    holding = set(limit.factors)
    others = ("lavender", "chamomile_roman")
    everything = settle(brief(oils=",".join(sorted(holding | set(others)))), CATALOGUE)
    found = {ids(each): each.ceiling_pct for each in search(everything, Wish(sizes=(2,)), most=100)}
    for id_ in holding:
        both = tuple(sorted((id_, "lavender")))
        assert found[both] == pytest.approx(lowest(exact(both)), rel=1e-4)


def test_must_have_stands_in_every_blend_and_must_not_in_none():
    offers = what_can_i_make(EIGHT, ("calming",), "adult", CATALOGUE, must_have=["Rosemary"], must_not=["bergamot"])
    assert offers.best
    assert all(ids(offer)[0] == "rosemary" and "bergamot" not in ids(offer) for offer in offers.best)
    assert {len(offer.oils) for offer in what_can_i_make(EIGHT, (), "adult", CATALOGUE, must_have=EIGHT[:5]).best} == {
        5
    }


def test_a_must_have_that_is_not_for_the_person_gives_nothing_and_says_why():
    offers = what_can_i_make(EIGHT, (), "pregnant", CATALOGUE, must_have=["rosemary"])
    assert offers.best == ()
    assert "rosemary" in {each.oil.id for each in offers.not_for}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"oils": ["lavendel"]}, "lavendel"),
        ({"effects": ["sleep"]}, "sleep"),
        ({"person": "cat"}, "cat"),
        ({"must_have": ["lavender"], "must_not": ["lavender"]}, "Choose one"),
        ({"must_have": EIGHT[:6]}, "5 at most"),
        ({"sizes": (1, 2)}, "two to five"),
    ],
)
def test_what_is_not_known_is_said(changed, said):
    asked = {"oils": EIGHT, "effects": ("calming",), "person": "adult"} | changed
    with pytest.raises(BlendError, match=said):
        what_can_i_make(catalogue=CATALOGUE, **asked)


def test_a_small_bottle_is_measured_and_a_brief_gives_base_and_dilution():
    like = brief(bottle="5 ml", dilution="0.5 %", base="jojoba")
    offers = what_can_i_make(EIGHT, (), "adult", CATALOGUE, like=like, sizes=(5,))
    assert {offer.brief.bases[0].id for offer in offers.best} == {"jojoba"}
    assert {float(offer.brief.dilution_pct) for offer in offers.best} == {0.5}


def test_progress_reaches_the_number_of_blends():
    seen = []
    offers = what_can_i_make(OILS[:15], (), "adult", CATALOGUE, progress=lambda done, of: seen.append((done, of)))
    assert seen[-1] == (offers.possible, offers.possible)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


@given(st.integers(2, 9), st.integers(0, 5))
def test_every_combination_is_built_once_with_its_own_sum_and_highest(count, size):
    figures = np.arange(1.0, count + 1) ** 2
    oils = built.Columns(figures[None], -figures[None], np.arange(1.0, count + 1))
    first = built.Columns(np.zeros((1, 1)), np.full((1, 1), -np.inf), np.zeros(1))
    seen = {}
    for block in built.blocks(oils, size, {0: first}):
        for added, highest, code in zip(block.added[0], block.highest[0], block.code, strict=True):
            seen[built.decoded(code)] = (added, highest)
    wanted = list(combinations(range(count), size))
    assert sorted(seen) == sorted(wanted)
    assert all(added == sum(figures[list(each)]) for each, (added, _) in seen.items())
    assert all(highest == max(-figures[list(each)], default=-np.inf) for each, (_, highest) in seen.items())


def test_of_forty_oils_no_block_is_larger_than_its_room():
    oils = built.Columns(np.ones((3, 40)), np.ones((2, 40)), np.arange(1.0, 41))
    first = built.Columns(np.zeros((3, 1)), np.zeros((2, 1)), np.zeros(1))
    sizes = [block.count for block in built.blocks(oils, 5, {0: first})]
    assert max(sizes) <= built.WIDTH
    assert sum(sizes) == built.how_many(40, (5,))


def test_a_child_is_read_as_a_person_or_as_text():
    text = what_can_i_make(EIGHT, (), "child:7", CATALOGUE)
    assert text == what_can_i_make(EIGHT, (), read_person("child:7"), CATALOGUE)
    assert replace(text, best=()) != text


def test_why_these_oils_is_one_line_on_every_card_and_none_for_sale():
    made = calculate(brief(effect="calming"), CATALOGUE)
    assert "Proposed: three oils with a source for calming" in write_card(made).effect_note
    assert "\n" not in why_proposed(made)
    assert why_proposed(calculate(brief(effect="calming", purpose="sale"), CATALOGUE)) == ""
    assert why_proposed(calculate(brief(effect="calming", oils="lavender,neroli"), CATALOGUE)) == ""
    named = brief(effect="calming", oils=",".join(made.settled.proposed))
    assert why_proposed(calculate(named, CATALOGUE)) == why_proposed(made)


def test_that_nothing_is_proposed_is_said():
    made = calculate(brief(effect="refreshing", person="child:7"), CATALOGUE)
    assert any("No oils are proposed for refreshing" in each for each in write_card(made).judgement.notes)


def test_a_card_handed_on_tells_nothing_of_the_person_it_was_proposed_for():
    made = calculate(brief(effect="calming", person="pregnant"), CATALOGUE)
    assert "someone pregnant" in why_proposed(made)
    assert "pregnant" not in card_text(write_card(made)).replace("pregnancy", "")
