"""The edges of judging, worked by hand: unknown densities, exactly at a limit, forbidden, weight against volume."""

from dataclasses import replace
from fractions import Fraction

import pytest

from blends import calculate, read_brief
from blends.asking.person import Person
from blends.judging.allergens import Level, labels_of
from blends.judging.ceilings import ceilings
from blends.judging.constraints import constraints
from blends.judging.findings import Constraint, Finding, Kind, Verdict, judge
from blends.judging.mixture import Mixture, mixture
from blends.judging.not_assessed import not_assessed, unsure_by_amount
from blends.making.basis import Basis, On
from blends.making.blend import Blend
from blends.making.guidance import guidance_for
from blends.making.settle import settle
from blends.tables.allergens import label_names
from blends.tables.catalogue import shipped_tables
from blends.tables.rulebook import Limit
from blends.tables.rulebooks import rulebooks_of
from blends.tables.verified import Verified, weakest

CATALOGUE = shipped_tables()
OILS, RULES = CATALOGUE.oil_by_id, rulebooks_of(CATALOGUE)
OLIVE = CATALOGUE.base_oil_by_id["olive"]


def result(**texts):
    return calculate(read_brief(texts), CATALOGUE)


def settled(**texts):
    return settle(read_brief(texts), CATALOGUE)


def rule(factors, limit_pct, **more):
    return Constraint("book", Kind.OIL, "", Basis(On.TEXT), factors, limit_pct, "", Verified.NO, **more)


# Densities that nobody found: 1.2 g/mL for the oil itself, 0.86 for all the others.


def test_an_oil_of_unknown_density_is_weighed_at_one_point_two():
    mixed = mixture({OILS["plai"]: 2.0}, ((0.913, 98.0),))
    assert mixed.weight_pct["plai"] == pytest.approx(100 * 2.4 / (2.4 + 89.474))
    assert mixed.volume_pct["plai"] == 2


def test_beside_another_oil_the_unknown_one_is_weighed_at_point_eight_six():
    mixed = mixture({OILS["plai"]: 1.0, OILS["nutmeg"]: 1.0}, ((0.913, 98.0),))
    assert mixed.weight_pct["nutmeg"] == pytest.approx(100 * 0.895 / (0.895 + 0.86 + 89.474))
    assert mixed.weight_pct["plai"] == pytest.approx(100 * 1.2 / (0.895 + 1.2 + 89.474))


def test_a_base_oil_of_unknown_density_is_weighed_at_point_eight_six():
    mixed = mixture({OILS["nutmeg"]: 2.0}, ((None, 98.0),))
    assert mixed.weight_pct["nutmeg"] == pytest.approx(100 * 1.79 / (1.79 + 84.28))


# Exactly at a limit is within.


@pytest.mark.parametrize(("share_pct", "verdict"), [(0.8, "within"), (0.80001, "over"), (0.79999, "within")])
def test_exactly_at_a_limit_is_within_and_a_hair_more_is_over(share_pct, verdict):
    mix = Mixture({"nutmeg": share_pct}, {"nutmeg": 0.0})
    assert judge(rule({"nutmeg": 1.0}, 0.8), mix).verdict == verdict


@pytest.mark.parametrize(("pct", "above"), [(0.00099, False), (0.001, False), (0.00101, True)])
def test_a_label_name_is_printed_above_its_threshold_and_not_at_it(pct, above):
    assert Level("Linalool", 0.001, pct, pct, "linalool", ()).above is above


@pytest.mark.parametrize(("linalool_pct", "named"), [(0.00098, False), (0.00102, True)])
def test_lavender_names_its_linalool_just_above_a_thousandth_of_a_percent(linalool_pct, named):
    # Lavender holds 45 % linalool and weighs 0.886 g/mL, olive oil 0.913.
    lavender_pct = linalool_pct / 45 * 100
    oil_ml, base_ml = lavender_pct / 0.886, (100 - lavender_pct) / 0.913
    made = result(oils="lavender", bottle="1 l", drops="exact", dilution=f"{100 * oil_ml / (oil_ml + base_ml):.7f} %")
    assert ("Linalool" in labels_of(made.recipe, RULES, label_names(CATALOGUE)).names) is named


@pytest.mark.parametrize(("dilution", "perhaps"), [("0.87 %", False), ("0.89 %", True)])
def test_what_one_weak_report_brings_above_the_threshold_is_perhaps_to_be_named(dilution, perhaps):
    # One report says 0.12 % linalool in turpentine: 0.001 % of the product at 0.833 % by weight, 0.879 % by volume.
    made = result(oils="turpentine", bottle="1 l", drops="exact", dilution=dilution)
    found = labels_of(made.recipe, RULES, label_names(CATALOGUE))
    assert ("Linalool" in found.perhaps) is perhaps
    assert "Linalool" not in found.names


# A limit of 0 is forbidden, never absent.


def with_group_limit(made, group, pct):
    """The same settled brief, every rulebook for sale with this limit on a group and no other."""
    limit = Limit(pct, "forbidden", "project", Verified.NO)
    books = tuple(
        replace(book, oils={}, groups={group: limit}, natural={}, forbidden={}, sums=()) for book in made.rulebooks
    )
    return replace(made, rulebooks=books)


def test_a_forbidden_constituent_is_over_however_little_of_it_there_is():
    made = with_group_limit(settled(oils="lavender"), "hexenal", 0.0)
    limits = [each for each in constraints(made) if each.kind is Kind.CONSTITUENT and each.rulebook == "ifra-51-5a"]
    assert [each.limit_pct for each in limits] == [0]
    assert judge(limits[0], Mixture({"lavender": 1e-6}, {})).verdict == "over"
    blend = Blend(((OILS["lavender"], Fraction(1)),), ((OLIVE, Fraction(1)),))
    found = ceilings(blend, tuple(limits), ("ifra-51-5a",))[0]
    assert (found.dilution_pct, found.dilution_w_w_pct) == (0, 0)


def test_a_forbidden_constituent_reported_too_weakly_is_not_assessed_however_little_of_it_there_is():
    group = next(iter(RULES.reported["chamomile_roman"]))
    made = with_group_limit(settled(oils="chamomile_roman"), group, 0.0)
    found = not_assessed(made, Mixture({"chamomile_roman": 1e-6}, {}))
    assert [each.kind for each in found if each.rulebook == "ifra-51-5a" and each.kind is Kind.WEAK] == [Kind.WEAK]


@pytest.mark.parametrize(("pct", "said"), [(1.0, False), (1.0001, True)])
def test_a_whole_oil_that_is_no_more_than_the_limit_of_what_it_may_hold_is_no_question(pct, said):
    group = next(iter(RULES.reported["chamomile_roman"]))
    made = with_group_limit(settled(oils="chamomile_roman"), group, 1.0)
    found = not_assessed(made, Mixture({"chamomile_roman": pct}, {}))
    assert any(each.kind is Kind.WEAK for each in found) is said


@pytest.mark.parametrize("purpose", ["home", "sale"])
def test_how_much_there_is_changes_only_what_is_reported_too_weakly(purpose):
    # review() asks for those findings alone where it judges another dropper: the others were found already.
    for oil in OILS:
        made = settled(oils=oil, purpose=purpose, person="pregnant")
        least, most = (Mixture({oil: pct}, {oil: pct}) for pct in (1e-6, 100.0))
        standing = [[each for each in not_assessed(made, mix) if each.kind is not Kind.WEAK] for mix in (least, most)]
        assert standing[0] == standing[1]
        moved = [each for each in not_assessed(made, most) if each.kind is Kind.WEAK]
        assert list(unsure_by_amount(made, most)) == moved


def test_a_dropper_of_larger_drops_is_unsure_where_the_recipe_is_not_yet(monkeypatch):
    plain = result(oils="lavender", dilution="1 %", bottle="100 ml").review
    assert set(plain.droppers.values()) == {Verdict.WITHIN}
    basis = Basis(On.WEAK)
    weak = Finding(plain.judging[0], Kind.WEAK, "linalool", basis, None, None, Verdict.NOT_ASSESSED)

    def unsure(_settled, mix):
        return [weak] if mix.volume_pct["lavender"] > 1 else []

    monkeypatch.setattr("blends.judging.review.unsure_by_amount", unsure)
    droppers = result(oils="lavender", dilution="1 %", bottle="100 ml").review.droppers
    assert droppers == {15: Verdict.NOT_ASSESSED, 45: Verdict.WITHIN}


def test_what_must_not_be_added_as_such_and_has_no_figure_is_not_assessed():
    # Bergamot holds bergapten, which Annex II forbids except natural content, with no figure for leave-on oils.
    made = settled(oils="bergamot", purpose="sale")
    found = [each for each in not_assessed(made, Mixture({"bergamot": 0.01}, {})) if each.basis.on is On.FORBIDDEN]
    assert [(each.rulebook, each.holder) for each in found] == [("eu-1223-2009", "Bergamot (expressed)")]
    assert found[0].verdict is Verdict.NOT_ASSESSED


# Which rulebook has which rule.


def test_the_regulation_of_the_eu_has_no_rule_for_phototoxic_oils_and_the_others_have():
    made = constraints(settled(oils="bergamot,lemon", purpose="sale"))
    assert {each.rulebook for each in made if each.kind is Kind.PHOTOTOXIC} == {"ty-2014", "ifra-51-5a"}
    small = constraints(settled(oils="bergamot,lemon", purpose="sale", person="child:2"))
    assert {each.rulebook for each in small if each.kind is Kind.PHOTOTOXIC} == {"ty-2014", "ifra-51-5d"}


def test_a_phototoxic_cap_counts_by_its_own_figure():
    made = next(each for each in constraints(settled(oils="bergamot,lemon")) if each.kind is Kind.PHOTOTOXIC)
    assert made.factors == {"bergamot": pytest.approx(250), "lemon": pytest.approx(50)}  # caps of 0.4 % and 2 %
    assert (made.limit_pct, made.unit) == (100, "% of what is allowed")


# Confirmed by two sources only where each figure is.


@pytest.mark.parametrize(
    ("values", "all_together"),
    [
        (("yes", "no"), "no"),
        (("no", "yes"), "no"),
        (("yes", "copies"), "copies"),
        (("copies", "no"), "no"),
        (("yes", "yes"), "yes"),
        ((), "no"),
    ],
)
def test_several_figures_are_as_well_confirmed_as_the_weakest(values, all_together):
    assert weakest(*map(Verified, values)) == all_together


def test_a_rate_of_two_rows_is_confirmed_only_where_both_are():
    rates = dict(CATALOGUE.guidance_by_person)
    rates["adult"] = replace(rates["adult"], usual_pct=0.5, verified=Verified.YES, source="one")
    rates["sensitive"] = replace(rates["sensitive"], ceiling_pct=0.7, verified=Verified.NO, source="two one")
    both = guidance_for(Person("adult"), ("sensitive_skin",), rates)
    assert (both.usual_row, both.ceiling_row) == ("adult", "sensitive")
    assert (both.verified, both.source) == (Verified.NO, "one two")
    assert guidance_for(Person("adult"), (), rates).verified is Verified.YES


def test_a_sum_is_confirmed_only_where_each_of_its_members_is():
    rows = CATALOGUE.sums.copy()
    assert rows["name"].iloc[0] == rows["name"].iloc[1]
    rows["verified"] = ["yes", "no", *["yes"] * (len(rows) - 2)]
    made = rulebooks_of(replace(CATALOGUE, sums=rows))
    first = (rows["rulebook"].iloc[0], rows["name"].iloc[0])
    said = {(book.id, each.name): each.verified for book in made.by_id.values() for each in book.sums}
    assert said.pop(first) is Verified.NO
    assert set(said.values()) <= {Verified.YES}


def test_a_finding_starts_unconfirmed():
    assert Finding("book", Kind.OIL, "", Basis(On.TEXT), None, None, Verdict.WITHIN).verified is Verified.NO
