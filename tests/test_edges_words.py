"""Sentences of answers that seldom come up, word for word; and the arithmetic behind them, by hand."""

from dataclasses import replace
from fractions import Fraction
from math import inf

import numpy as np
import pytest

from blends import BlendError, calculate, offers, read_brief, what_can_i_make
from blends.asking.quantities import read_bottle
from blends.judging.ceilings import Ceiling, _highest, _shares
from blends.judging.constraints import constraints
from blends.making.settle import settle
from blends.possible.combinations import Columns
from blends.possible.limit_rows import _used
from blends.possible.marks import Layout, _beyond
from blends.remedies import Help, _with
from blends.showing import chat, printed, typesetting
from blends.showing.label import Details, write_label
from blends.showing.papers import write_papers
from blends.showing.sheets import places, sheet_of, size_of
from blends.showing.words.answer import not_drawn
from blends.showing.words.book import said_otherwise
from blends.showing.words.changed import what_changed
from blends.showing.words.headline import verdict_words
from blends.showing.words.inputs import dilution_sentence
from blends.showing.words.proposed import why_proposed
from blends.showing.words.verdict import binding_words, help_sentence
from blends.tables.called import called
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()
CALLED = called(CATALOGUE)
CALM = {"oils": "lavender,rosemary", "dilution": "2 %"}


def made(**texts):
    return calculate(read_brief(texts), CATALOGUE)


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ({"bottles": "3"}, "1 → 3 bottles"),
        ({"drops_per_ml": "25"}, "20 → 25 drops per mL"),
        ({"person": "child:7"}, "for an adult → for a child of 7"),
        ({"fill": "add-to"}, "bottle holds all → base oil first"),
        ({"drops": "exact"}, "equal drops → by measure"),
        ({"system": "imperial"}, "ounce of US → imperial"),
        ({"purpose": "sale"}, "at home → for clients or a shop"),
        ({"oils": "lavender:2,rosemary"}, "parts of true lavender"),
        ({"oils": "rosemary,lavender"}, "another order"),
        ({"oils": "rosemary"}, "true lavender taken out"),
        ({"dilution": ""}, "2 % → the usual dilution"),
        ({}, ""),
    ],
)
def test_each_change_of_a_brief_is_one_line(after, said):
    before = read_brief(CALM)
    texts = {key: text for key, text in (CALM | after).items() if text}
    assert what_changed(before, read_brief(texts), CALLED) == said


def test_drops_in_a_bottle_by_weight_have_no_dilution_yet():
    with pytest.raises(BlendError, match="Write the bottle in ml, such as 30 ml"):
        dilution_sentence(12, read_bottle("90 g"), Fraction(20), "fill-to")
    assert dilution_sentence(12, read_bottle("30 ml"), Fraction(20), "fill-to").startswith(
        "12 drops make 2.00 % in 30 mL"
    )


def test_small_sentences_are_said_as_they_stand():
    assert not_drawn("茶") == "The card's fonts cannot draw 茶: a square stands for each."
    assert said_otherwise("Calm", "IFRA 51: over.") == "Calm, since you last opened it: IFRA 51: over."


def test_a_change_that_frees_says_the_usual_and_one_that_does_not_its_ceiling():
    nutmeg, pine = (CATALOGUE.oil_by_id[id_] for id_ in ("nutmeg", "pine"))
    out, swap = Help((nutmeg,), None, ()), Help((nutmeg,), pine, ())
    assert help_sentence(out, 2.0) == "Leave out nutmeg: then the usual 2 % is allowed"
    assert help_sentence(replace(out, dilution_pct=2.5), 2.0) == "Leave out nutmeg: then the usual 2 % is allowed"
    assert help_sentence(replace(swap, dilution_pct=1.239), 2.0) == "Swap nutmeg for Scots pine: then 1.23 % is allowed"


def test_a_ceiling_that_nothing_binds_is_explained_by_nothing():
    assert binding_words(Ceiling("ifra-51-5a", None, None), made(**CALM)) == ""


def test_a_change_after_which_nothing_can_be_made_allows_nothing():
    assert _with(made(**CALM), (), "ty-2014") == pytest.approx(100.0)  # the base oil alone
    with_stranger = (replace(read_brief(CALM).oils[0], id="dragon"),)
    assert _with(made(**CALM), with_stranger, "ty-2014") == 0.0


def test_by_measure_other_droppers_change_nothing_and_by_drops_they_do():
    by_measure, by_drops = made(**CALM, drops="exact").recipe, made(**CALM, bottle="100 ml").recipe
    assert by_measure.total_drops is None
    assert by_measure.dilution_with(45) == by_measure.achieved_dilution_pct == pytest.approx(2)
    assert by_drops.dilution_with(40) == pytest.approx(1)  # 40 drops of half the size in 100 mL


def test_where_no_oil_goes_in_no_limit_speaks():
    assert constraints(settle(read_brief({"effect": "warming", "person": "child:1"}), CATALOGUE)) == ()
    assert constraints(settle(read_brief(CALM), CATALOGUE))


def test_of_a_limit_of_nothing_every_oil_that_has_any_uses_up_all():
    assert _used(np.array([0.0, 0.5]), 0.0).tolist() == [0.0, np.inf]
    assert _used(np.array([0.0, 0.5]), 2.0).tolist() == [0.0, 0.25]


def test_a_limit_by_volume_on_several_oils_binds_like_any_other():
    # Two blends of two oils of equal parts; of the limit they use up 3 + 2 and 0.5 + 0.5, so its z is 5 - 2 and 1 - 2.
    layout = Layout(0, 1, 0, np.zeros((0, 1)), 0.92, 100.0, 0.0, costs=False, silence=False)
    block = Columns(np.array([[5.0, 1.0], [2.0, 2.0]]), np.zeros((2, 2)), np.arange(2))
    assert _beyond(block, 2, layout)[1].tolist() == [3.0, 0.0]


def test_a_limit_on_what_an_oil_holds_none_of_allows_it_neat():
    result = made(oils="nutmeg", base="olive")
    limit = next(each for each in constraints(result.settled) if each.factors and not each.by_volume)
    shares = _shares(result.blend)
    assert _highest(limit, shares, result.blend) < 100
    nothing = replace(limit, factors=dict.fromkeys(limit.factors, 0.0))
    assert _highest(nothing, shares, result.blend) == inf


def test_as_many_oils_as_are_looked_at_together_are_searched_and_one_more_is_refused(monkeypatch):
    calming, asked = ("lavender", "clary_sage", "mandarin"), (("calming",), "adult", CATALOGUE)
    monkeypatch.setattr(offers, "MOST_OILS", 3)
    assert what_can_i_make(calming, *asked).possible == 4
    monkeypatch.setattr(offers, "MOST_OILS", 2)
    with pytest.raises(BlendError, match="3 oils serve: more than the 2 looked at together") as refused:
        what_can_i_make(calming, *asked)
    assert refused.value.field == "oils"


def test_a_code_too_large_for_a_chat_gives_way_to_the_next_or_to_none():
    short, long = "https://oils.example/card?v=1", "https://oils.example/card?" + "x" * 1500
    assert chat.qr_for_chat(long, short) == chat.qr_for_chat(short)
    assert chat.qr_for_chat(short)[0].startswith("<svg")
    assert chat.qr_for_chat(long, "") == ("", 0)


def test_a_label_is_for_a_use_that_is_known():
    with pytest.raises(BlendError, match="is no use of a label") as refused:
        write_label(made(**CALM), Details(use="rent"))
    assert refused.value.field == "use"


def test_a_small_label_has_no_room_for_a_code_and_a_wide_one_has():
    result, link = made(**CALM), Details(use="own", link="https://oils.example/?v=1")
    with pytest.raises(BlendError, match="no room for a code") as refused:
        printed.label(result, "10ml", link)
    assert refused.value.field == "qr"
    assert printed.label(result, "100ml", link).startswith(b"%PDF")


def test_as_many_sheets_are_counted_as_the_copies_need():
    sheet, size = sheet_of("a4", "50ml"), size_of("50ml")
    cells = sheet.columns * sheet.rows
    for copies, sheets in ((1, 1), (cells, 1), (cells + 1, 2)):
        assert places(sheet, size, copies, 1, (0.0, 0.0))[-1].page == sheets


def test_a_label_moved_off_its_sheet_is_refused_and_at_its_edge_it_is_not():
    sheet, size = sheet_of("5163", "2x4in"), size_of("2x4in")
    [edge] = places(sheet, size, 1, 1, (0.0, 0.0))
    assert 0 < edge.x < 5
    assert places(sheet, size, 1, 1, (-edge.x, 0.0))[0].x == 0
    with pytest.raises(BlendError, match="Moved so far, a label leaves the sheet") as refused:
        places(sheet, size, 1, 1, (-edge.x - 0.01, 0.0))
    assert refused.value.field == "offset_mm"


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"oils": "lavender", "person": "child:2"}, "category 5A was not judged for this age"),
        ({"effect": "circulation", "dilution": "0 %"}, "no limit of category 5A known here speaks about these oils"),
        ({"oils": "nutmeg", "dilution": "0.1 %"}, "every limit of category 5A known here is kept"),
        ({"oils": "nutmeg", "dilution": "10 %"}, "at least one limit of category 5A is passed"),
    ],
)
def test_what_is_said_of_ifra_is_what_it_said_of_the_blend(texts, said):
    assert said in write_papers(made(purpose="sale", **texts), Details()).ifra


def test_what_the_typesetter_complains_of_is_only_said_where_it_is_the_size(monkeypatch):
    def complains(*_, **__):
        raise RuntimeError("no such font")

    monkeypatch.setattr(printed, "typeset_things", complains)
    with pytest.raises(RuntimeError, match="no such font"):
        printed.label(made(**CALM))


def test_a_card_of_several_pictures_is_none(monkeypatch):
    class Several:
        def compile(self, **_):
            return [b"one", b"two"]

    monkeypatch.setattr(typesetting, "_compiler", lambda _: Several())
    with pytest.raises(TypeError, match="several pictures"):
        typesetting.typeset("card.typ", {})


def test_why_oils_of_an_effect_without_its_own_blend_are_proposed():
    texts = {"effect": "warming,calming", "dilution": "1 %"}
    assert why_proposed(made(**texts)).startswith("Proposed for calming: ")


def test_within_for_home_and_sale_is_said_without_more():
    assert verdict_words(made(oils="lavender", dilution="0.01 %", bottle="1 l", drops="exact")) == (
        "Within the limits for home use"
    )


def test_a_sheet_begins_at_its_first_label_unless_another_is_named():
    result = made(**CALM)
    first = printed.label(result, "100ml", sheet="L7165", copies=1)
    assert printed.label(result, "100ml", sheet="L7165", copies=1, first=1) == first
    assert printed.label(result, "100ml", sheet="L7165", copies=1, first=2) != first
