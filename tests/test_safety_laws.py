"""Laws of the limits, for any blend."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from judged import CATALOGUE, OILS, ceiling, result, review

from blends import read_brief
from blends.judging.constraints import constraints
from blends.judging.findings import judge
from blends.judging.mixture import mixture
from blends.making.settle import settle

RANK = {"within": 0, "not assessed": 1, "over": 2}
chosen = st.lists(st.sampled_from(OILS), min_size=1, max_size=6, unique=True)
people = st.sampled_from(["adult", "older", "pregnant", "child:8", "child:16"])


@given(chosen, people, st.sampled_from(["ty-2014", "ifra-51-5a", "eu-1223-2009", "guidance"]))
def test_on_exact_amounts_the_ceiling_is_within_and_a_thousandth_more_is_over(oils, person, rulebook):
    texts = {"oils": ",".join(oils), "drops": "exact", "bottle": "1 l", "person": person}
    top = ceiling(review(**texts), rulebook)
    assume(top.dilution_pct and top.dilution_pct > 1e-4)

    def over(pct):
        found = review(**texts, dilution=f"{pct:.7f} %").findings
        return any(each.verdict == "over" for each in found if each.rulebook == rulebook)

    assert not over(top.dilution_pct)
    assert over(min(100, top.dilution_pct * 1.001))


@given(chosen, people, st.integers(1, 400), st.integers(1, 400))
def test_a_higher_dilution_never_improves_a_verdict(oils, person, one, other):
    low, high = sorted((one, other))
    made = [
        review(oils=",".join(oils), drops="exact", bottle="1 l", person=person, dilution=f"{pct}/100 %", purpose="sale")
        for pct in (low, high)
    ]
    assert RANK[made[0].verdict] <= RANK[made[1].verdict]


@given(chosen, people, st.randoms(use_true_random=False), st.sampled_from(["equal", "spend", "exact"]))
def test_the_order_of_the_oils_never_matters(oils, person, random, dosing):
    shuffled = list(oils)
    random.shuffle(shuffled)
    made = [result(oils=",".join(each), drops=dosing, bottle="97 ml", person=person) for each in (oils, shuffled)]
    counted = [{portion.oil.id: portion.drops for portion in each.recipe.portions} for each in made]
    assert counted[0] == counted[1]
    one, other = (each.review for each in made)
    assert one.verdict == other.verdict
    for a, b in zip(one.ceilings, other.ceilings, strict=True):
        assert a.dilution_pct == (None if b.dilution_pct is None else pytest.approx(b.dilution_pct, rel=1e-4))


@given(chosen, st.sampled_from(OILS), people)
def test_not_assessed_never_becomes_within_by_adding_oils(oils, more, person):
    assume(more not in oils)
    texts = {"drops": "exact", "bottle": "1 l", "person": person, "purpose": "sale", "dilution": "0.01 %"}
    before = review(oils=",".join(oils), **texts)
    after = review(oils=",".join([*oils, more]), **texts)
    assert not (before.verdict == "not assessed" and after.verdict == "within")


@given(chosen, st.integers(1, 99))
def test_replacing_an_oil_by_base_oil_never_worsens_a_finding(oils, kept_pct):
    brief = read_brief({"oils": ",".join(oils)})
    things = {CATALOGUE.oil_by_id[id_]: 1.0 for id_ in oils}
    first = next(iter(things))
    density = first.density_g_per_ml or 1.2
    less = things | {first: kept_pct / 100}
    limits = constraints(settle(brief, CATALOGUE))
    before = mixture(things, ((0.913, 50.0),))
    after = mixture(less, ((0.913, 50.0 + density * (1 - kept_pct / 100) / 0.913),))
    for limit in limits:
        if not limit.by_volume:
            assert RANK[judge(limit, after).verdict] <= RANK[judge(limit, before).verdict]
