"""Hazards that add up: constituents that do the same harm are added as fractions of their limits."""

import shutil
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from blends import calculate, read_brief, read_catalogue
from blends.judging.constraints import constraints
from blends.judging.findings import OF_ALLOWED
from blends.making.settle import settle
from blends.showing.words.basis import basis_words
from blends.tables.catalogue import shipped_data, shipped_tables
from blends.tables.faults import TableError
from blends.tables.rulebooks import rulebooks_of

CATALOGUE = shipped_tables()
SUMS = {each.name: each for each in rulebooks_of(CATALOGUE).by_id["ty-2014"].sums}
SEIZURE, CARCINOGENS = "Seizure-provoking ketones together", "Carcinogens together"
LIVER = "Constituents hard on the liver together"


def review(catalogue=CATALOGUE, **texts):
    return calculate(read_brief({"drops": "exact", "bottle": "1 l", **texts}), catalogue).review


def of(made, subject):
    return next((each for each in made.findings if each.subject == subject), None)


def ceiling(made, rulebook):
    return next(each for each in made.ceilings if each.rulebook == rulebook)


@pytest.mark.parametrize(
    ("oils", "dilution", "subject", "pct"),
    [
        # Hyssop: (82 + 0.4) / 0.25; sage: 33 / 0.25, each times its share by weight.
        ("hyssop:28,sage_dalmatian:38", "0.62 %", SEIZURE, 136),
        # Bay laurel: 4 / 0.02 + 0.16 / 0.12; nutmeg: 1.2 / 0.02 + 3.3 / 0.05: 148.4 of volumes.
        ("bay_laurel:326,nutmeg:694", "0.989 %", CARCINOGENS, 148.4),
        # Over by T&Y's worst case for nutmeg, within by EFSA's 2.3 % safrole; fennel: estragole 5 / 0.12.
        ("nutmeg:79,fennel_sweet:32", "1.11 %", CARCINOGENS, 112),
    ],
)
def test_what_harms_alike_is_added_up_and_is_over(oils, dilution, subject, pct):
    made = review(oils=oils, dilution=dilution)
    found = of(made, subject)
    assert found.actual_pct == pytest.approx(pct, rel=0.012)
    assert (found.limit_pct, found.unit, found.verdict) == (100, OF_ALLOWED, "over")
    assert made.verdict == "over"
    assert "carried here from one oil to a blend" in basis_words(found.basis)
    assert "ty2014_ch14" in found.source.split()


def test_one_oil_that_holds_two_of_them_is_the_books_own_sum():
    # Nutmeg: 1 / (1.2 / 0.02 + 3.3 / 0.05) is the printed 0.8 %.
    found = of(review(oils="nutmeg", dilution="1 %"), CARCINOGENS)
    assert found.actual_pct == pytest.approx(126, rel=0.03)
    assert "carried" not in basis_words(found.basis)
    assert pytest.approx(0.8, abs=0.01) == 100 / (1.2 / 0.02 + 3.3 / 0.05)


@pytest.mark.parametrize("oils", ["sage_dalmatian", "lavender", "rose_otto,tea_tree", "eucalyptus"])
def test_a_sum_is_silent_where_only_one_of_its_constituents_is_there(oils):
    made = review(oils=oils, dilution="0.1 %")
    assert not [each for each in made.findings if each.subject in SUMS and each.limit_pct]


def test_the_ceiling_is_the_sums_and_says_so():
    made = review(oils="bay_laurel:326,nutmeg:694", dilution="0.5 %")
    top = ceiling(made, "ty-2014")
    assert top.dilution_w_w_pct == pytest.approx(0.989 / 1.484, rel=0.02)
    assert top.binding.subject == "Carcinogens together"
    assert set(top.binding.factors) == {"bay_laurel", "nutmeg"}


def test_a_member_reported_too_weakly_to_decide_is_not_assessed_where_it_meets_another_oil():
    made = review(oils="spearmint,peppermint", dilution="0.1 %")
    found = [each for each in made.findings if each.subject == LIVER and each.verdict == "not assessed"]
    assert "menthofuran in spearmint" in basis_words(found[0].basis)
    # Alone, the whole oil has the book's own figure.
    assert of(review(oils="spearmint", dilution="0.1 %"), LIVER) is None


def test_a_forbidden_member_is_judged_by_its_own_limit_and_never_divided_by():
    books = rulebooks_of(CATALOGUE)
    book = books.by_id["ty-2014"]
    groups = book.groups | {"safrole": replace(book.groups["safrole"], pct=0.0)}
    books = replace(books, by_id=books.by_id | {book.id: replace(book, groups=groups)})
    settled = settle(read_brief({"oils": "nutmeg,bay_laurel"}), CATALOGUE)
    found = constraints(replace(settled, books=books, rulebooks=books.for_age(None)))
    found = {rule.subject: rule for rule in found if rule.rulebook == "ty-2014"}
    assert found["Safrole"].limit_pct == 0
    assert found[CARCINOGENS].factors["nutmeg"] == pytest.approx(1.2 / 0.02)


def test_every_group_of_a_sum_has_a_limit_of_its_rulebook():
    for each in SUMS.values():
        assert set(each.groups) <= set(rulebooks_of(CATALOGUE).by_id[each.rulebook].groups)


def test_a_sum_with_a_misspelt_group_is_a_fault_of_the_table(tmp_path):
    shutil.copytree(shipped_data(), tmp_path, dirs_exist_ok=True)
    path = tmp_path / "sums.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",methyl_eugenol,", ",methyl_eugneol,"), encoding="utf-8")
    with pytest.raises(TableError, match=r"sums\.csv.*methyl_eugneol"):
        read_catalogue(tmp_path)


HOLDING = sorted(
    oil
    for oil, held in rulebooks_of(CATALOGUE).contents.items()
    if any(group in held for each in SUMS.values() for group in each.groups)
)


@given(
    st.lists(st.tuples(st.sampled_from(HOLDING), st.integers(1, 9)), min_size=1, max_size=5, unique_by=lambda x: x[0])
)
def test_below_the_ceiling_nothing_of_a_sum_is_over(parts):
    oils = ",".join(f"{oil}:{part}" for oil, part in parts)
    top = ceiling(review(oils=oils), "ty-2014").dilution_pct
    assume(top and top > 1e-4)
    made = review(oils=oils, dilution=f"{top:.7f} %")
    assert not [each for each in made.findings if each.subject in SUMS and each.verdict == "over"]


@given(st.lists(st.sampled_from(HOLDING), min_size=1, max_size=4, unique=True), st.sampled_from(HOLDING))
def test_a_sum_is_never_less_than_one_of_its_members(oils, more):
    made = review(oils=",".join({*oils, more}), dilution="0.5 %")
    for name, each in SUMS.items():
        if (found := of(made, name)) and found.limit_pct:
            labels = {rulebooks_of(CATALOGUE).labels[group] for group in each.groups}
            singles = [one for one in made.findings if one.rulebook == "ty-2014" and one.subject in labels]
            assert all(found.actual_pct >= 100 * one.actual_pct / one.limit_pct - 1e-9 for one in singles)
