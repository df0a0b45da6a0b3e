"""Edges of labels, papers, links and offers that a program found open: every part of each answer is claimed."""

import csv
import io
from datetime import date

import pytest

from blends import BlendError, calculate, read_brief, read_link, what_can_i_make
from blends.asking.quantities import read_bottle, read_dilution
from blends.showing import output, printed
from blends.showing.card import write_card
from blends.showing.handed import code_link
from blends.showing.html import forms_html
from blends.showing.label import Details, write_label
from blends.showing.label_file import LabelFile, label_file
from blends.showing.label_form import KEYS, read_details, read_print
from blends.showing.label_html import spoken_label
from blends.showing.offer import offer_html, offer_line
from blends.showing.papers import write_papers
from blends.showing.sheets import LABEL_PAPERS, places, size_of
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()
LONG_LIST = ",".join(list(CATALOGUE.oil_by_id)[:20])


def result(**texts):
    return calculate(read_brief(texts), CATALOGUE)


STORY = result(effect="circulation")


def test_every_text_of_the_label_form_is_read_into_its_own_place():
    texts = {key: f"our {key}" for key in ("product", "note", "responsible", "origin", "batch", "before")}
    lists = {key: f"one {key}; two {key}" for key in ("cautions", "sheets", "allergens", "ruled")}
    more = {"use": "gift", "made": "2026-11-24", "months": "7", "language": "FR", "leaflet": "yes", "inci": "a: B c"}
    assert read_details(texts | lists | more) == Details(
        use="gift",
        name="our product",
        note="our note",
        responsible="our responsible",
        origin="our origin",
        batch="our batch",
        made_on=date(2026, 11, 24),
        best_before="our before",
        open_months=7,
        enclosed=True,
        cautions=("one cautions", "two cautions"),
        sheets=("one sheets", "two sheets"),
        allergens=("one allergens", "two allergens"),
        ruled_out=("one ruled", "two ruled"),
        inci=(("a", "B c"),),
        lang="fr",
    )
    assert set(texts | lists | more) < set(KEYS)


def test_every_text_of_how_a_label_is_printed_is_read_into_its_own_place():
    texts = {"size": "10ml", "look": "band", "paper": "kraft", "sheet": "a4", "copies": "3", "first": "4"}
    how = read_print(texts | {"right": "1.5", "down": "-2", "qr": "yes"})
    assert vars(how) == {**texts, "copies": 3, "first": 4, "offset_mm": (1.5, -2.0), "qr": True}


@pytest.mark.parametrize(
    ("texts", "field", "said"),
    [
        ({"inci": "hyssop"}, "inci", "“hyssop” as an INCI name. Write hyssop:Hyssopus Officinalis Oil."),
        ({"months": "x"}, "months", "“x” as a number of months. Write 1."),
    ],
)
def test_what_cannot_be_read_of_a_label_names_its_field_and_an_example(texts, field, said):
    with pytest.raises(BlendError) as refused:
        read_details(texts)
    assert refused.value.field == field
    assert said.replace("“", "'").replace("”", "'") in str(refused.value).replace("“", "'").replace("”", "'")


def test_each_size_of_a_label_is_named_where_one_is_not_known():
    with pytest.raises(BlendError, match="Write 10ml, 30ml, 50ml, 100ml, 2x4in, lid or leaflet") as refused:
        size_of("5ml")
    assert refused.value.field == "size"


@pytest.mark.parametrize(("sheet", "size"), [("L7165", "10ml"), ("5163", "2x4in")])
def test_labels_lie_in_the_middle_of_their_cells_moved_right_and_down_as_asked(sheet, size):
    paper, label = LABEL_PAPERS[sheet], size_of(size)
    straight, moved = (places(paper, label, 0, 1, off) for off in ((0.0, 0.0), (1.0, 2.0)))
    for cell, (place, other) in enumerate(zip(straight, moved, strict=True)):
        row, column = divmod(cell, paper.columns)
        assert place.x + label.width / 2 == pytest.approx(paper.x + column * paper.dx + paper.width / 2)
        assert place.y + label.height / 2 == pytest.approx(paper.y + row * paper.dy + paper.height / 2)
        assert (other.x - place.x, other.y - place.y) == pytest.approx((1, 2))


def test_a_label_moved_off_the_right_edge_is_refused_though_the_paper_is_longer():
    sheet, size = LABEL_PAPERS["5163"], size_of("2x4in")
    with pytest.raises(BlendError, match="leaves the sheet"):
        places(sheet, size, 0, 1, (9.0, 0.0))
    with pytest.raises(BlendError, match="leaves the sheet"):
        places(sheet, size, 0, 1, (-9.0, 0.0))


def test_the_papers_are_one_table_with_every_figure_in_its_column():
    papers = write_papers(result(effect="circulation", purpose="sale"), Details())
    rows = list(csv.DictReader(io.StringIO(printed.papers_csv(STORY, Details()).lstrip("\ufeff"))))
    made = [row for row in rows if row["table"] == "composition"]
    named = [row for row in rows if row["table"] == "allergens"]
    held = [row for row in rows if row["table"] == "limits"]
    assert [(row["subject"], row["cas"], row["pct_w_w"]) for row in made] == [
        (each.name, each.cas, str(each.pct)) for each in papers.composition
    ]
    assert [(row["subject"], row["pct_w_w"], row["limit"]) for row in named] == [
        (each.name, str(each.pct), str(each.threshold)) for each in papers.allergens
    ]
    assert [(row["pct_w_w"], row["limit"], row["verdict"]) for row in held] == [
        (each.actual, each.limit, each.verdict) for each in papers.checked
    ]
    assert all(row["pct_w_w"] for row in (*made, *named))


def test_papers_say_how_much_is_in_a_bottle_and_judge_by_the_books_of_a_sale():
    papers = write_papers(STORY, Details())
    label = write_label(STORY, Details())
    assert f"{label.ml} mL" in papers.quantity
    assert label.fl_oz in papers.quantity
    assert any("IFRA" in name for name in papers.rulebooks)


def test_a_code_that_is_not_for_sale_leads_to_the_page_it_was_given():
    link = code_link(STORY, "https://example.org/card", selling=False)
    assert link.startswith("https://example.org/card?v=1&e=circulation")


def test_a_label_is_read_out_with_its_name_how_much_and_what_is_in_it():
    label = write_label(STORY, Details(use="own", name="Calm"))
    said = spoken_label(label)
    assert all(text in said for text in (label.name, f"{label.ml} mL", label.stamp))
    assert label.ingredients[0] in said


def test_each_file_of_a_label_has_a_form_that_sends_its_details():
    html = forms_html([("Label", "label.pdf?v=1", {"product": "Calm & warm"})])
    assert 'action="label.pdf?v=1"' in html
    assert 'value="Calm &amp; warm"' in html


def test_an_offer_is_said_with_its_oils_and_its_verdict_in_two_lines():
    best = what_can_i_make(["lavender", "clary_sage", "mandarin"], ["calming"], "adult", CATALOGUE).best[0]
    line = offer_line(best, calculate(best.brief, CATALOGUE), "1.20")
    names = line.name.split(" + ")
    assert len(names) == len(best.oils)
    assert names[0] == best.oils[0].name
    html = offer_html(line)
    assert all(each.words in html or each.words.casefold() in html.casefold() for each in line.verdict)
    assert all(text in html for text in (*names[:1], "1.20"))


@pytest.mark.parametrize("how", [{}, {"look": "plain"}, {"paper": "kraft"}])
def test_the_picture_of_a_label_is_made_as_the_form_asks(how):
    form = read_print({"size": "30ml", **how})
    picture = label_file(LabelFile.LABEL_PNG, STORY, Details(use="own", enclosed=True), form)
    assert picture == printed.label_png(STORY, "30ml", Details(use="own", enclosed=True), **how)
    assert (picture != printed.label_png(STORY, "30ml", Details(use="own", enclosed=True))) is bool(how)


def test_labels_and_papers_are_tagged_for_who_has_them_read_out():
    for made in (printed.label(STORY, "100ml", Details(use="own")), printed.papers(STORY, Details())):
        assert b"/StructTreeRoot" in made or b"/MarkInfo" in made


def test_what_a6_does_not_hold_is_refused_with_the_paper_that_does():
    card = write_card(result(oils=LONG_LIST, purpose="sale", note="n" * 300))
    with pytest.raises(BlendError, match="Take A4") as refused:
        output.pdf(card, "a6")
    assert refused.value.field == "paper"


def test_what_cannot_be_drawn_of_a_card_is_named():
    assert output.unprintable(write_card(result(effect="warming", title="Calm \U00012000"))) == "\U00012000"
    assert output.unprintable(write_card(STORY)) == ""


def test_a_card_says_the_drops_of_a_dropper_to_four_figures():
    assert str(write_card(result(effect="warming", drops_per_ml="23.4567")).drops_per_ml) == "23.46"


def test_a_link_of_broken_letters_is_refused():
    with pytest.raises(BlendError):
        read_link("v=1&e=circulation&t=%ff%fe")


def test_a_strength_is_read_with_each_of_its_signs_and_a_unit_of_two_letters_has_no_plural():
    assert len({read_dilution(f"2{sign}") for sign in ("", "%", " percent", " per cent", " pct")}) == 1
    with pytest.raises(BlendError):
        read_bottle("3 ls")
