"""Briefs of every kind for property tests of links: any oils with parts, bottles, persons, and words of one's own."""

from hypothesis import strategies as st

from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()

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
