"""Two engines agree: verdicts, sums and ceilings of 300 blends, worked out again from the CSV files by plain code."""

import random
from collections import Counter

import pytest
import second_engine as second
from effort import proof

from blends import calculate, read_brief, read_catalogue
from blends.tables.catalogue import shipped_data

SEEDS = range(proof(300))
CATALOGUE, TABLES = read_catalogue(), second.Tables(shipped_data())
OILS, BASES = list(TABLES.oils), list(TABLES.bases)
PEOPLE = [("adult", None), ("older", None), ("pregnant", None), ("breastfeeding", None)]
PEOPLE += [("child", age) for age in (0, 1, 2, 3, 5, 6, 9, 10, 12, 14, 15, 17)]
CONDITIONS = sorted({condition for _, condition in TABLES.warned})
CONTACTS = [f"contact:{label}" for label in ("linalool", "limonene", "citral", "eugenol", "coumarin")]
DILUTIONS = (0.01, 0.05, 0.1, 0.5, 1, 1.5, 2, 2.5, 3, 5, 10, 30)


def drawn(seed):
    """Return a random question: half of them for an adult who names nothing, so that *within* is met too."""
    rnd = random.Random(seed)  # noqa: S311 - the same blends each time
    ordinary = rnd.random() < 0.5
    kind, age = ("adult", None) if ordinary else rnd.choice(PEOPLE)
    heeded = [] if ordinary else rnd.sample([*CONDITIONS, *CONTACTS], rnd.choice((0, 0, 1, 2)))
    return second.Question(
        oils={oil: rnd.randint(1, 9) for oil in rnd.sample(OILS, rnd.randint(1, 6))},
        bases={base: rnd.randint(1, 4) for base in rnd.sample(BASES, rnd.randint(1, 2))},
        dilution_pct=rnd.choice(DILUTIONS),
        kind=kind,
        age=age,
        conditions=tuple(heeded),
    )


def asked(question, purpose="home"):
    """Return the review by the engine under test."""
    texts = {
        "oils": ",".join(f"{oil}:{parts}" for oil, parts in question.oils.items()),
        "base": ",".join(f"{base}:{parts}" for base, parts in question.bases.items()),
        "bottle": "100 ml",
        "dilution": f"{question.dilution_pct} %",
        "drops": "exact",
        "person": question.kind if question.age is None else f"child:{question.age}",
        "conditions": ",".join(question.conditions),
        "purpose": purpose,
    }
    return calculate(read_brief(texts), CATALOGUE).review


def compare(question):
    """Assert that both engines say the same of a question."""
    review, answer = asked(question), second.answer(question, TABLES)
    assert set(review.rulebooks) == set(answer.verdicts)
    assert {id_: str(review.of(id_)) for id_ in review.rulebooks} == answer.verdicts
    assert (review.at_home, review.for_sale) == (answer.home, answer.sale)
    for id_ in review.rulebooks:
        found = sorted(
            (each.limit_pct, each.actual_pct)
            for each in review.findings
            if each.rulebook == id_ and each.limit_pct is not None and each.terms
        )
        assert [pair for each in found for pair in each] == pytest.approx(
            [pair for each in answer.sums[id_] for pair in each], rel=1e-6
        )
    for each in review.ceilings:
        expected = answer.ceilings[each.rulebook]
        if expected is None:
            assert each.dilution_pct is None
            continue
        by_volume, by_weight = expected
        assert each.dilution_w_w_pct == pytest.approx(by_weight, rel=1e-6)
        assert by_volume * (1 - 1e-4) <= each.dilution_pct <= by_volume * (1 + 1e-6)  # rounded down to five figures


@pytest.mark.parametrize("seed", SEEDS)
def test_the_second_engine_finds_no_disagreement(seed):
    compare(drawn(seed))


def test_the_purpose_asked_for_changes_no_verdict_only_which_one_is_meant():
    for seed in SEEDS[::10]:
        home, sale = asked(drawn(seed)), asked(drawn(seed), "sale")
        assert (home.at_home, home.for_sale) == (sale.at_home, sale.for_sale) == (home.verdict, sale.verdict)


@pytest.mark.parametrize("oil", OILS)
def test_the_engines_agree_on_every_oil_alone(oil):
    for pct in (0.1, 2):
        compare(second.Question({oil: 1}, {"olive": 1}, pct))


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_engines_agree_on_every_base_oil_with_every_condition(condition):
    for base in BASES:
        compare(second.Question({"lavender": 1}, {base: 1}, 1, conditions=(condition,)))


def test_the_engines_agree_where_several_densities_are_unknown():
    unknown = {oil: 1 for oil, row in TABLES.oils.items() if not row["density_g_per_ml"]}
    assert len(unknown) > 1
    compare(second.Question(unknown | {"clove_bud": 2}, {"olive": 1}, 30))


def test_the_blends_compared_meet_every_answer_and_every_state():
    answers, states = Counter(), Counter()
    for seed in SEEDS:
        question = drawn(seed)
        answer = second.answer(question, TABLES)
        answers.update([answer.home, answer.sale])
        states.update(TABLES.states[oil, "ty-2014"] for oil in question.oils)
    assert min(answers[verdict] for verdict in ("over", "not assessed", "within")) > len(SEEDS) / 30
    assert min(states[state] for state in ("limit", "sets_none", "by_constituents", "unknown")) > len(SEEDS) / 30
