"""EU label allergens: a missing figure hides nothing; what nobody knows is said."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blends import calculate, read_brief
from blends.judging.allergens import labels_of, levels_of
from blends.showing.words.notes import notes
from blends.tables.allergens import label_names
from blends.tables.catalogue import shipped_tables
from blends.tables.rulebooks import rulebooks_of

CATALOGUE = shipped_tables()
OILS = list(CATALOGUE.oils.index)
DENSE = [id_ for id_, oil in CATALOGUE.oil_by_id.items() if oil.density_g_per_ml]


def result(**texts):
    return calculate(
        read_brief({"purpose": "sale", "drops": "exact", "bottle": "1 l", "dilution": "1 %", **texts}), CATALOGUE
    )


def said(made):
    return " ".join(note.words for note in notes(made))


def labels(**texts):
    return labels_of(result(**texts).recipe, rulebooks_of(CATALOGUE), label_names(CATALOGUE))


def test_one_missing_density_does_not_empty_the_list():
    alone, both = labels(oils="lavender"), labels(oils="ginger,lavender")
    assert len(alone.names) >= 8
    assert set(alone.names) <= set(both.names)
    assert {"Citral", "Limonene"} <= set(both.names)  # of ginger: 2.8 % citral, 5.7 % limonene
    assert "Linalool" in said(result(oils="ginger,lavender"))


def test_an_oil_without_an_analysis_is_said_to_be_not_assessed():
    # Plai has no analysis; of vetiver only what IFRA restricts was listed.
    found = labels(oils="plai,vetiver,lavender")
    assert found.not_assessed == ("Plai", "Vetiver")
    assert "not assessed for plai and vetiver" in said(result(oils="plai,vetiver,lavender"))
    assert labels(oils="lavender").not_assessed == ()


def test_what_is_only_weakly_reported_may_have_to_be_named():
    perhaps = [oil for oil in OILS if labels(oils=oil).perhaps]
    assert perhaps
    made = labels(oils=perhaps[0])
    assert not set(made.perhaps) & set(made.names)
    assert "from one weak source" in said(result(oils=perhaps[0]))


def test_at_home_no_label_is_spoken_of():
    words = said(result(oils="ginger,plai,lavender", purpose="home"))
    assert "EU label" not in words
    assert "allergens" not in words


@given(st.lists(st.sampled_from(OILS), min_size=1, max_size=4, unique=True), st.sampled_from(OILS))
def test_an_oil_more_at_the_same_amounts_never_takes_a_name_away(oils, more):
    # Equal parts: twice the oils at twice the dilution leave each as much as before.
    before = labels(oils=",".join(oils), dilution=f"{len(oils)}/10 %")
    all_oils = list(dict.fromkeys([*oils, more]))
    after = labels(oils=",".join(all_oils), dilution=f"{len(all_oils)}/10 %", base="castor")
    thinned = labels(oils=",".join(oils), dilution=f"{len(oils)}/10 %", base="castor")
    assert set(thinned.names) <= set(after.names) | borderline(all_oils)
    assert set(before.not_assessed) <= set(after.not_assessed)


def borderline(oils):
    """Return the names that stand within a hundredth of their threshold: weights shift a little with one oil more."""
    low = labels(oils=",".join(oils), dilution=f"{99 * len(oils)}/1000 %", base="castor")
    high = labels(oils=",".join(oils), dilution=f"{101 * len(oils)}/1000 %", base="castor")
    return set(high.names) - set(low.names)


def test_an_oil_of_unknown_density_counts_heavy():
    # 1 mL counts as 1.2 g beside 99 mL of olive oil at 0.913 g/mL.
    tables = replace(CATALOGUE, oils=CATALOGUE.oils.copy())
    tables.oils.loc["lavender", "density_g_per_ml"] = None
    brief = read_brief({"oils": "lavender", "drops": "exact", "bottle": "1 l", "dilution": "1 %"})
    made = calculate(brief, tables)
    shares = [
        share
        for level in levels_of(made.recipe, made.settled.books, label_names(tables))
        for _, share, _ in level.parts
    ]
    assert shares
    assert shares == pytest.approx([100 * 1.2 / (1.2 + 99 * 0.913)] * len(shares))
