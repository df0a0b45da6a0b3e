"""Edges of what is shown that a program found open: each claim fails for a small fault that no other test caught."""

import re
from datetime import date
from typing import get_args

import pytest

from blends import BlendError, calculate, hand_on, read_brief
from blends.asking.person import Person
from blends.asking.quantities import read_bottle
from blends.judging.findings import Verdict
from blends.remedies import Help
from blends.showing.composition import composition
from blends.showing.drawn import texts_in, undrawn
from blends.showing.fault_html import faults_html
from blends.showing.guide import chapters, with_titles
from blends.showing.handed import code_link
from blends.showing.html import sentence_html
from blends.showing.label import Details, write_label
from blends.showing.label_form import read_details, read_print
from blends.showing.oil_view import base_oil_view
from blends.showing.papers import write_papers
from blends.showing.sheets import LABEL_PAPERS, places, sheet_of, size_of
from blends.showing.words.amounts import spaced
from blends.showing.words.basis import person_words
from blends.showing.words.changed import LONGEST, what_changed
from blends.showing.words.compared import amount_words, finding_words
from blends.showing.words.faults import more_said
from blends.showing.words.findings import FINDING_WORDS
from blends.showing.words.first_sight import dropper_not_known
from blends.showing.words.inputs import dilution_sentence, rates_sentence
from blends.showing.words.notes import Kind
from blends.showing.words.opened_file import standing_in
from blends.showing.words.title import title
from blends.showing.words.verdict import dilution_then
from blends.showing.words.whom import whom
from blends.tables.called import called
from blends.tables.catalogue import shipped_tables
from blends.tables.faults import Faults, TableError
from blends.tables.one_oil import one_base_oil

CATALOGUE = shipped_tables()
CALLED = called(CATALOGUE)


def result(**texts):
    return calculate(read_brief(texts), CATALOGUE)


# In words.


def test_an_older_person_and_a_contact_allergy_are_named():
    assert person_words(Person("older")) == "an older or frail person"
    brief = read_brief({"conditions": "contact:benzyl alcohol"})
    assert whom(brief) == "an adult with a contact allergy (benzyl alcohol)"


def test_four_oils_are_counted_in_the_title_and_three_named():
    assert title(result(oils="lavender,pine,ginger")) == "True lavender, Scots pine and ginger"
    assert title(result(oils="lavender,pine,ginger,nutmeg")) == "Blend of 4 oils"


def test_a_bottle_in_drams_is_written_as_people_write_it():
    assert (spaced("4fldr"), spaced("1floz")) == ("4 fl dr", "1 fl oz")


def test_drops_on_top_of_the_base_oil_make_a_lower_dilution():
    said = [dilution_sentence(12, read_bottle("30 ml"), 20, fill) for fill in ("fill-to", "add-to")]
    assert [each[:20] for each in said] == ["12 drops make 2.00 %", "12 drops make 1.96 %"]


def test_the_usual_rate_and_the_highest_are_said_in_this_order():
    rates = result(person="child:7").review.rates
    assert rates_sentence(Person("child", 7), rates) == "Usual for a child of 7: 1 %, at most 2 %."


@pytest.mark.parametrize(("reached", "written"), [(None, "2"), (3.0, "2"), (0.468129, "0.46812")])
def test_a_change_allows_the_usual_rate_at_most_rounded_down(reached, written):
    assert dilution_then(Help((), None, (), reached), 2.0) == written


def test_an_own_oil_that_a_file_does_not_bring_is_named():
    said = "The file names the own oil 'my_rose' without bringing it: the one of the book stands in."
    assert standing_in("my_rose") == said


def test_a_line_of_changes_is_cut_where_it_is_too_long():
    before, after = (read_brief({"oils": ",".join(ids)}) for ids in (["lavender"], list(CATALOGUE.oil_by_id)[:20]))
    said = what_changed(before, after, CALLED)
    assert len(said) <= LONGEST
    assert re.search(r"[^ ,]…$", said)
    effects = [read_brief({"effect": effect}) for effect in ("warming", "circulation")]
    assert what_changed(*effects, CALLED).casefold() == "warming → circulation"


def test_a_finding_and_an_amount_in_one_line_have_their_figures_where_there_are_any():
    assert finding_words("Nutmeg", None, None, "%", "why") == "Nutmeg, why"
    assert finding_words("Nutmeg", 2, 1, "%", "why") == "Nutmeg 2 against 1 %, why"
    assert "XX" not in amount_words(None, 2, None)
    assert amount_words(None, 2, None).startswith("2 mL")


# Pages.


def test_what_is_wrong_is_announced_at_once_and_a_note_is_not():
    wrong, note = sentence_html("So."), sentence_html("So.", "note")
    assert ('role="alert"' in wrong, 'role="status"' in note) == (True, True)
    assert ("wrong" in wrong, "note" in note, "wrong" in note) == (True, True, False)


def test_the_keys_of_sources_are_replaced_in_the_last_paragraph_alone():
    text = "Sources: one is named here.\n\nSources: one."
    assert with_titles(text, {"one": "The first"}) == "Sources: one is named here.\n\nSources: The first."


def test_headings_of_a_chapter_stand_one_deeper():
    headings = [line for chapter in chapters() for line in chapter.text.splitlines() if line.startswith("#")]
    assert headings
    assert all(line.startswith("###") for line in headings)


def test_a_base_oil_is_shown_with_its_botanical_name_and_when_it_is_solid():
    for id_, base in CATALOGUE.base_oil_by_id.items():
        view = base_oil_view(one_base_oil(id_, CATALOGUE))
        assert (view.botanical, view.purity) == (base.botanical, ())
        assert not base.solid_note or base.solid_note in [fact.note for fact in view.facts]
    assert any(base.solid_note for base in CATALOGUE.base_oil_by_id.values())


def test_each_sign_that_cannot_be_drawn_is_named_once():
    assert undrawn("a\u0e01b\u0e02\u0e01") == "\u0e01\u0e02"  # Thai
    assert texts_in({"a": ["b", ("c", 1)], "d": "e"}) == "bce"


def test_faults_that_are_not_listed_are_counted_only_where_there_are_any():
    listed = tuple((row, f"row {row}, column pct: read 'x', wanted a figure") for row in range(1, 4))
    none_more = faults_html(TableError(Faults(listed, 3)))
    assert re.sub(r"<[^>]*>|\s", "", none_more.rpartition("</table>")[2]) == ""
    assert more_said(2) in faults_html(TableError(Faults(listed, 5)))


# Handed on.


def test_the_dates_of_a_card_stand_on_it_and_in_its_link():
    handed = hand_on(result(effect="warming"), made_on=date(2026, 11, 24), best_before="May 2027")
    assert handed.card.link.endswith("&made=2026-11-24&before=May%202027")
    assert "May 2027" in texts_in(vars(handed.card))


def test_the_code_of_a_label_for_sale_keeps_the_parts_of_the_oils():
    link = code_link(result(oils="lavender:2,pine:1", title="Calm"), "", selling=True)
    assert "o=lavender:2,pine:1" in link
    assert "Calm" not in link
    composed = code_link(result(effect="circulation"), "", selling=True)
    assert "&e=" not in composed
    assert "o=petitgrain,juniper,rosemary,nutmeg&" in composed


# Labels and papers.


def test_a_bottle_of_essential_oils_alone_has_no_base_oil_in_it():
    neat = result(oils="lavender", dilution="100 %", base="almond")
    assert [(each.name, each.pct) for each in composition(neat)] == [("True lavender", pytest.approx(100))]
    assert write_label(neat, Details()).ingredients == ("Lavandula Angustifolia (Lavender) Oil",)
    assert write_papers(neat, Details()).rows()


def test_what_is_in_a_bottle_adds_up_to_all_of_it_however_little_base_oil_there_is():
    made = composition(result(oils="lavender", dilution="99.9 %", drops="exact"))
    assert made[1].pct < 0.2
    assert sum(each.pct for each in made) == pytest.approx(100)


@pytest.mark.parametrize(("use", "stamped"), [("own", "own"), ("gift", "gift")])
def test_a_label_that_is_not_sold_bears_its_use(use, stamped):
    details = Details(use=use)
    assert write_label(result(effect="warming"), details).stamp == getattr(details.words, stamped)


def test_a_label_too_long_names_its_field():
    with pytest.raises(BlendError) as refused:
        write_label(result(effect="warming"), Details(batch="b" * 3000))
    assert refused.value.field == "batch"


def test_what_is_enclosed_and_what_cannot_be_read_of_a_label():
    assert (read_details({"leaflet": "yes"}).enclosed, read_details({}).enclosed) == (True, False)
    with pytest.raises(BlendError) as refused:
        read_print({"copies": "9999"})
    assert refused.value.field == "copies"
    with pytest.raises(BlendError, match=r"Write \w+( \w+)*(, \w+)* or \w+\.$"):
        read_print({"look": "shiny"})


def test_a_smaller_label_stands_in_the_middle_of_its_cell():
    sheet, size = LABEL_PAPERS["L7164"], size_of("10ml")
    (place,) = places(sheet, size, 1, 1, (0.0, 0.0))
    assert place.x == pytest.approx(sheet.x + (sheet.width - size.width) / 2)
    assert place.y == pytest.approx(sheet.y + (sheet.height - size.height) / 2)


def test_a_size_and_a_sheet_that_there_are_not_are_refused_by_their_field():
    with pytest.raises(BlendError, match="no size of a label") as refused:
        size_of("2 m")
    assert refused.value.field == "size"
    with pytest.raises(BlendError, match="'round' is no sheet I know"):
        sheet_of("round", "30ml")
    with pytest.raises(BlendError, match="does not fit L7160"):
        sheet_of("L7160", "2x4in")


def test_the_papers_are_rows_of_named_columns():
    papers = write_papers(result(effect="warming"), Details())
    rows = papers.rows()
    assert {row["table"] for row in rows} >= {"allergens", "limits"}
    assert all(row["pct_w_w"] for row in rows if row["table"] == "allergens")
    assert any(row["pct_w_w"] for row in rows if row["table"] == "limits")


# What a card notes, and what is said of a dropper that nobody knows.


def test_where_the_dropper_is_not_known_all_that_it_may_make_is_said():
    made = result(oils="lavender", dilution="2 %", bottle="30 ml", drops_per_ml="27.25")
    assert dropper_not_known(made) == (
        "Reckoned with 27.25 drops from 1 mL. Droppers give 15 to 45: the same drops then make 3.56 % to 1.19 %. "
        "To know yours, count the drops that fill 1 mL."
    )


def test_a_note_has_a_kind_that_printers_know():
    kinds = {note.kind for note in hand_on(result(oils="lavender,plai", base="coconut", purpose="sale")).card.notes}
    assert {"solid", "label"} <= kinds <= set(get_args(Kind))


def test_papers_say_each_figure_that_was_found():
    made = result(oils="nutmeg", dilution="2 %", purpose="sale")
    limits = [row for row in write_papers(made, Details()).rows() if row["table"] == "limits"]
    over = [row for row in limits if row["verdict"] == FINDING_WORDS[Verdict.OVER]]
    assert over
    assert all(float(row["pct_w_w"]) > float(row["limit"]) for row in over)


def test_a_label_names_each_oil_of_which_no_density_was_found():
    reasons = write_label(result(oils="lavender,plai", dilution="1 %"), Details()).not_for_sale
    assert [reason.about for reason in reasons if reason.code == "density"] == [("Plai",)]
