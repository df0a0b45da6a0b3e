"""What a person's illness, skin or allergy bars, on what that rests, and that silence is never a pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blends import calculate, read_brief
from blends.showing.words.basis import RESTS_ON, basis_words
from blends.tables.catalogue import shipped_tables
from blends.tables.rulebooks import rulebooks_of

CATALOGUE = shipped_tables()
LISTED = list(CATALOGUE.conditions.itertuples(index=False))
OF_OILS = [row for row in LISTED if row.subject in CATALOGUE.oil_by_id]


def result(**texts):
    return calculate(read_brief({"drops": "exact", "bottle": "1 l", **texts}), CATALOGUE)


def evidence(subject, condition):
    found = [row for row in LISTED if (row.subject, row.condition) == (subject, condition)]
    return found[0].evidence if found else ""


@pytest.mark.parametrize("oil", ["eucalyptus", "turpentine", "pine", "niaouli"])
def test_what_a_regulator_names_with_epilepsy_is_over_and_named(oil):
    made = result(oils=oil, conditions="epilepsy", dilution="0.5 %").review
    name = CATALOGUE.oil_by_id[oil].name
    against = [each for each in made.findings if each.subject == name and "with epilepsy" in basis_words(each.basis)]
    assert [each.verdict for each in against] == ["over"]
    assert "a regulator" in basis_words(against[0].basis)
    assert "ema_terpenic" in against[0].source.split()


def test_warming_with_epilepsy_leaves_out_eucalyptus_with_the_reason():
    made = result(effect="warming", conditions="epilepsy")
    left = {each.oil.id: each.reasons for each in made.selection.left_out}
    assert {"eucalyptus", "pine", "camphor_white", "marjoram"} <= set(left)
    assert basis_words(left["eucalyptus"][0].basis) == "to be avoided with epilepsy (a regulator or the law names it)"
    assert not {"eucalyptus", "turpentine"} & {portion.oil.id for portion in made.recipe.portions}


@pytest.mark.parametrize(
    ("oil", "dilution"),
    [("oregano", "1 %"), ("clove_bud", "0.4 %"), ("lemongrass", "0.7 %"), ("lime", "0.6 %"), ("ylang_ylang", "0.7 %")],
)
def test_with_sensitive_skin_an_oil_known_to_irritate_or_sensitise_is_over(oil, dilution):
    made = result(oils=oil, conditions="sensitive_skin", dilution=dilution).review
    assert made.verdict == "over"
    assert any("with sensitive skin" in basis_words(each.basis) and each.verdict == "over" for each in made.findings)


@pytest.mark.parametrize(
    "oil", ["bay_laurel", "sandalwood", "jasmine_absolute", "neroli", "rose_otto", "turpentine", "tea_tree", "lavender"]
)
def test_what_reviews_of_contact_allergy_name_asks_for_care_on_sensitive_skin(oil):
    assert evidence(oil, "sensitive_skin") in ("review", "study")


def test_with_sensitive_skin_silence_is_not_assessed():
    made = result(oils="nutmeg", conditions="sensitive_skin", dilution="0.5 %").review
    assert made.verdict == "not assessed"
    assert any(
        "none of our lists names it with sensitive skin, which is no proof" in basis_words(each.basis)
        for each in made.findings
    )


@pytest.mark.parametrize(("base", "condition"), [("peanut", "allergy_soya"), ("soybean", "allergy_peanut")])
def test_peanut_and_soya_allergy_bar_each_others_oil(base, condition):
    made = result(oils="geranium", base=base, conditions=condition, dilution="1 %").review
    assert made.verdict == "over"
    name = CATALOGUE.base_oil_by_id[base].name
    assert any(each.subject == name and each.verdict == "over" and each.source for each in made.findings)


def test_cinnamon_leaf_starts_where_clove_does_as_they_hold_the_same_eugenol():
    leaf, clove = (CATALOGUE.oil_by_id[id_] for id_ in ("cinnamon_leaf", "clove_bud"))
    assert leaf.min_age_years == clove.min_age_years == 10
    assert "kinship" in CATALOGUE.oils.loc["cinnamon_leaf", "min_age_basis"]
    assert result(oils="cinnamon_leaf", person="child:5", dilution="0.1 %").review.verdict == "over"


def test_the_stricter_age_of_pine_is_kept():
    assert result(oils="pine", person="child:2", dilution="0.5 %").review.verdict == "over"
    assert result(oils="pine", person="child:3", dilution="0.5 %").review.verdict != "over"


@pytest.mark.parametrize("condition", ["asthma", "epilepsy"])
def test_an_oil_half_as_rich_in_cineole_as_blue_gum_is_handled_like_it(condition):
    contents = rulebooks_of(CATALOGUE).contents
    rich = {oil for oil, held in contents.items() if held.get("cineole", 0) >= contents["eucalyptus"]["cineole"] / 2}
    assert {"rosemary", "cardamom", "bay_laurel", "sage_dalmatian"} <= rich
    for oil in rich | {"cajeput", "niaouli", "eucalyptus_radiata"}:
        assert evidence(oil, condition) not in ("", "blog"), oil


def test_kinship_is_said_in_words():
    made = result(oils="cajeput", conditions="asthma", dilution="0.5 %").review
    assert any("by kinship with one that is named" in basis_words(each.basis) for each in made.findings)


def test_what_only_web_pages_say_leaves_out_and_is_not_assessed_never_over():
    named = result(oils="nutmeg", conditions="epilepsy", dilution="0.5 %").review
    said = [each for each in named.findings if "with epilepsy" in basis_words(each.basis)]
    assert [(each.verdict, bool(each.source)) for each in said] == [("not assessed", True)]
    assert "only web pages name it" in basis_words(said[0].basis)
    assert named.verdict == "not assessed"
    left = result(effect="anti-inflammatory", conditions="epilepsy").selection.left_out
    assert "nutmeg" in {each.oil.id for each in left}


@given(st.sampled_from(OF_OILS))
def test_a_listed_caution_is_never_a_pass_and_says_on_what_it_rests(row):
    made = result(oils=row.subject, conditions=row.condition, dilution="0.01 %").review
    name = CATALOGUE.oil_by_id[row.subject].name
    said = [
        each for each in made.findings if each.subject == name and RESTS_ON[row.evidence] in basis_words(each.basis)
    ]
    assert said
    assert {each.verdict for each in said} == {"not assessed" if row.evidence == "blog" else "over"}
    assert made.verdict != "within"


def test_a_caution_that_rests_on_one_source_is_not_verified():
    for row in LISTED:
        assert row.verified == "no" or len(row.source.split()) > 1, row


def test_fir_needle_is_silver_fir_in_name_number_and_constituents():
    row = CATALOGUE.oils.loc["fir_needle"]
    assert (row["botanical"], row["cas"]) == ("Abies alba Mill.", "8021-27-0")
    assert rulebooks_of(CATALOGUE).contents["fir_needle"] == {"longifolene": 0.3}


def test_what_the_tables_say_of_each_other_is_complete():
    oils = CATALOGUE.oils
    capped = oils[oils["phototoxic"] == "yes"]
    assert (capped["phototoxic_max_pct"].notna() | capped["note"].notna()).all()
    rates = CATALOGUE.dilution_guidance
    assert (rates["usual_pct"] <= rates["ceiling_pct"]).all()
    groups = set(CATALOGUE.constituents["group"])
    whole = CATALOGUE.limits["subject_kind"] == "oil"
    assert set(CATALOGUE.limits.loc[whole, "subject"]) <= set(oils.index)
    assert set(CATALOGUE.limits.loc[~whole, "subject"]) <= groups
    assert set(CATALOGUE.allergens["group"].dropna()) <= groups


def test_a_rulebook_that_knows_nothing_of_the_oils_does_not_speak():
    made = result(oils="myrrh", dilution="0.5 %").review
    assert not made.speaks("eu-1223-2009")
    assert made.speaks("guidance")
    assert result(oils="nutmeg", dilution="0.01 %").review.speaks("eu-1223-2009")
