"""Own oils: read from a file or a form, calculated with, said to be one's own, handed on as a file."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from own_rose import NUTMEG, ROSE, TABLES

import blends
from blends import calculate, hand_on, read_brief, read_link, write_card
from blends.asking.link import read_saved
from blends.errors import BlendError
from blends.serving.figures import card_json
from blends.showing.oil_view import essential_oil_view
from blends.tables.allergens import label_names
from blends.tables.constituent_names import is_cas
from blends.tables.faults import TableError
from blends.tables.more_rows import with_more_rows
from blends.tables.one_oil import one_essential_oil
from blends.tables.own import Measured, OwnOil, read_own
from blends.tables.own_file import (
    read_own_constituents,
    read_own_oils,
)

SCHEMA = Path(blends.__file__).parent / "serving" / "card.schema.json"


def test_a_changed_shipped_oil_becomes_ones_own_and_keeps_what_the_rulebooks_say_of_it():
    (nutmeg,) = read_own_oils(b"id,density_g_per_ml\nnutmeg,0.91\n", "essential", TABLES)
    assert (nutmeg.id, nutmeg.made_from) == ("my_nutmeg", "nutmeg")
    tables = with_more_rows(TABLES, [nutmeg])
    own, shipped = tables.oil_by_id["my_nutmeg"], tables.oil_by_id["nutmeg"]
    assert (own.name, own.density_g_per_ml, own.dermal_max_pct) == ("Nutmeg (own)", 0.91, shipped.dermal_max_pct)
    assert tables.oils.loc["my_nutmeg", "density_source"] == "own"
    assert tables.oils.loc["my_nutmeg", "min_age_source"] == shipped_source("nutmeg", "min_age_source")
    both = [calculate(read_brief({"oils": id_, "dilution": "1 %"}), tables).review for id_ in ("nutmeg", "my_nutmeg")]
    assert [[(each.rulebook, each.kind, each.verdict) for each in review.findings] for review in both][0:1] == [
        [(each.rulebook, each.kind, each.verdict) for each in both[1].findings]
    ]


def shipped_source(oil, column):
    return TABLES.oils.loc[oil, column]


COPIES = [OwnOil(f"my_{oil}", "essential", (("note", "mine"),), (), oil) for oil in TABLES.oil_by_id]


@pytest.mark.parametrize("oil", TABLES.oil_by_id)
def test_an_unchanged_copy_of_any_oil_is_judged_as_the_oil(oil):
    tables = with_more_rows(TABLES, COPIES)
    texts = {"person": "pregnant", "conditions": "asthma,epilepsy", "purpose": "sale", "dilution": "1 %"}
    shipped, own = (calculate(read_brief(texts | {"oils": id_}), tables) for id_ in (oil, f"my_{oil}"))
    said = [[(e.rulebook, e.kind, e.verdict, e.actual_pct) for e in each.review.findings] for each in (shipped, own)]
    assert said[0] == said[1]
    names = label_names(tables)
    assert (oil in names.analysed) == (f"my_{oil}" in names.analysed)
    assert all((oil in name.oils) == (f"my_{oil}" in name.oils) for name in names.names)


def test_an_own_oil_without_figures_is_not_assessed_and_its_label_names_are_unknown():
    tables = with_more_rows(TABLES, [ROSE])
    review = calculate(read_brief({"oils": "my_rose", "purpose": "sale"}), tables).review
    assert (review.at_home.value, review.for_sale.value) == ("not assessed", "not assessed")
    assert "my_rose" not in label_names(tables).analysed


@pytest.mark.parametrize(("more", "whole"), [("linalool,50", False), ("linalool,50\nmy_rose,linalyl acetate,40", True)])
def test_a_list_of_constituents_speaks_of_the_whole_oil_from_90_pct(more, whole):
    rose = replace(ROSE, row=(*ROSE.row, ("phototoxic", "no")))
    (oil,) = read_own_constituents(f"oil,constituent,pct\nmy_rose,{more}\n".encode(), [rose], TABLES)
    tables = with_more_rows(TABLES, [oil])
    review = calculate(read_brief({"oils": "my_rose", "purpose": "sale", "dilution": "1 %"}), tables).review
    assert (review.for_sale.value == "within") == whole
    assert ("my_rose" in label_names(tables).analysed) == whole


def test_findings_card_and_oil_say_whose_figures_they_are():
    eugenol = OwnOil("my_clove", "essential", ROSE.row, (Measured("Eugenol", "eugenol", Decimal(95)),))
    result = calculate(read_brief({"oils": "my_clove"}), with_more_rows(TABLES, [eugenol]))
    card = write_card(result)
    over = [each for each in card.judgement.findings if each.subject == "Eugenol" and each.verdict.value == "over"]
    assert over
    assert all(each.basis.endswith("by your own table") for each in over)
    assert all("Your own table" in [source.title for source in each.sources] for each in over)
    assert any("stands in your own table" in note.words for note in card.notes if note.kind == "own")
    view = essential_oil_view(one_essential_oil("my_clove", result.catalogue))
    assert [source.title for content in view.contents for source in content.sources] == ["Your own table"]


def test_a_shipped_recipe_says_nothing_of_own_tables():
    result = calculate(read_brief({"effect": "warming"}), with_more_rows(TABLES, [ROSE]))
    assert write_card(result) == write_card(calculate(read_brief({"effect": "warming"}), TABLES))


def test_the_link_of_an_own_oil_carries_no_figure_and_says_what_is_missing_where_it_is_opened():
    link = hand_on(calculate(read_brief({"oils": "my_rose,lavender"}), with_more_rows(TABLES, [ROSE]))).card.link
    assert "my_rose" in link
    assert "alba" not in link
    with pytest.raises(BlendError) as error:
        calculate(read_link(link), TABLES)
    assert str(error.value) == (
        "'my_rose' is an oil of somebody's own book, unknown here: a link carries no figures. Ask for the file of the "
        "recipe (JSON), and open it on the Blend page."
    )


@pytest.mark.parametrize("base", ["my_olive", "my_sunflower"])
def test_an_own_base_oil_is_never_taken_for_a_shipped_one(base):
    with pytest.raises(BlendError, match="somebody's own book") as error:
        calculate(read_brief({"base": base}), TABLES)
    assert error.value.field == "base"


def test_the_file_of_a_recipe_carries_its_own_oils_and_opens_again_with_them():
    base = OwnOil("my_base", "base", (("name", "Calendula"), ("botanical", "Calendula officinalis L.")))
    tables = with_more_rows(TABLES, [ROSE, NUTMEG, base])
    made = calculate(read_brief({"oils": "my_rose,lavender", "base": "my_base"}), tables)
    text = card_json(hand_on(made), "https://example.org/")
    jsonschema.validate(json.loads(text), json.loads(SCHEMA.read_text(encoding="utf-8")))
    oils, certificates = read_own(text)
    assert (set(oils), certificates) == ({ROSE, base}, ())
    again = calculate(read_saved(text), with_more_rows(TABLES, oils))
    assert again.recipe == made.recipe
    assert again.review == made.review


def test_a_file_without_own_oils_stays_as_it_was():
    text = card_json(hand_on(calculate(read_brief({"effect": "warming"}), TABLES)), "https://example.org/")
    assert not {"own_oils", "certificates"} & set(json.loads(text))
    assert read_own(text) == ((), ())


@pytest.mark.parametrize(
    "part", [{"own_oils": "x"}, {"own_oils": [1]}, {"own_oils": [{}] * 99}, {"certificates": [{}]}]
)
def test_damaged_own_rows_of_a_file_are_refused_in_a_sentence(part):
    with pytest.raises(BlendError):
        read_own(json.dumps(part))


def test_isomers_add_up_and_a_wider_group_counts_them_too():
    listed = [("α-Pinene", 3), ("β-pinene", 4), ("Thymol", 40), ("Carvacrol", 5)]
    content = "oil,constituent,pct\n" + "".join(f"my_rose,{name},{pct}\n" for name, pct in listed)
    tables = with_more_rows(TABLES, read_own_constituents(content.encode(), [ROSE], TABLES))
    rows = tables.constituents[tables.constituents["oil"] == "my_rose"].set_index("group")["level_pct"]
    assert rows.to_dict() == {"pinene": 7, "thymol": 40, "carvacrol": 5, "thymol_carvacrol": 45}


def test_every_cas_number_of_a_constituent_is_one_and_means_one_substance():
    numbers = TABLES.constituent_names.dropna(subset=["cas"])
    assert [cas for cas in numbers["cas"] if not is_cas(cas)] == []
    assert numbers.groupby("cas")["name"].nunique().max() == 1


def test_two_own_oils_of_one_id_and_one_of_a_shipped_oil_are_refused():
    with pytest.raises(TableError, match="read 'my_rose' again"):
        with_more_rows(TABLES, [ROSE, OwnOil("my_rose", "base", ROSE.row[:2])])
    with pytest.raises(TableError, match="wanted an oil of the tables"):
        with_more_rows(TABLES, [OwnOil("my_rose", "essential", ROSE.row, (), "rosé")])
