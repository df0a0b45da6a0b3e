"""What is handed on: equal bytes, every word of the card, and nobody's text as source."""

import csv as csv_reader
import io
import json
import os
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pytest
from printed_card import CATALOGUE, LINK, WARMING, made, squeezed, words

from blends import calculate, read_brief, read_link
from blends.serving.figures import card_csv, card_json
from blends.showing import output
from blends.showing.card import write_card
from blends.showing.chat import png
from blends.showing.handed import hand_on
from blends.showing.qr import qr_svg
from blends.showing.words.labels import LABELS

GOLDEN = Path(__file__).parent / "golden_card.json"


HOSTILE = ('#panic("x")', "$x^2$", "*b*", "<tag>", "\\u{41}", '#import "@preview/x:1.0.0"', "// gone", "= Title")


@pytest.mark.parametrize("size", ["a6", "a4", "letter"])
def test_the_same_card_gives_the_same_bytes(size):
    first = output.pdf(WARMING, size)
    output.pdf(made(effect="circulation"), size)  # nothing stays behind in the compiler
    assert output.pdf(WARMING, size) == first
    picture = png(WARMING)
    png(made(effect="circulation"))
    assert png(WARMING) == picture


def test_a_link_too_long_for_a_code_is_said():
    assert qr_svg("") == ""
    assert qr_svg("https://x.example/?" + "y" * 1000) == ""
    assert squeezed("too long for a code") in words(replace(WARMING, link="https://x.example/?" + "y" * 3000))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_that_looks_like_source_is_printed_as_it_is(hostile):
    card = replace(WARMING, title=hostile, note=hostile, best_before=hostile)
    assert words(card).count(squeezed(hostile)) >= 3


@pytest.mark.parametrize("size", ["a6", "a4", "letter"])
def test_every_word_that_matters_is_on_the_card(size):
    peanut = made(effect="warming", base="peanut", note="For winter evenings.", title="Зимнее масло για όλους")
    printed = words(peanut, size)
    wanted = [peanut.title, peanut.note, peanut.bottle, peanut.fill, peanut.dosing, peanut.massages, LABELS.care]
    wanted += [*peanut.steps, *(note.words for note in peanut.notes), peanut.made_on, peanut.best_before]
    wanted += [f"{peanut.achieved_pct} %"]
    wanted += [part for pair in peanut.cautions for part in pair]
    wanted += [part for row in (*peanut.rows, *peanut.bases) for part in (row.name, row.botanical, str(row.volume_ml))]
    wanted += [part for book in peanut.judgement.rulebooks for part in (book.name, book.words.lower())]
    wanted += [*peanut.when_wrong, peanut.judgement.for_whom, peanut.judgement.sentence]
    looked_up = [book.ceiling[1:] for book in peanut.judgement.rulebooks]
    looked_up += [*(step.convention for step in peanut.calculation), *(each.words for each in peanut.judgement.plainly)]
    wanted += [LABELS.shortened] if size == "a6" else looked_up  # a small card says where it stands instead
    assert [part for part in wanted if squeezed(part) not in printed] == []
    assert "Allergen" in printed


def test_what_is_not_assessed_stands_on_the_card():
    unknown = made(oils="vetiver,helichrysum")
    assert squeezed("Nothing over; 2 of 2 oils have no limit of their own") in words(unknown, "a6")
    assert squeezed("Vetiver, Helichrysum") in words(unknown, "a6")
    assert "Not assessed: Vetiver, Helichrysum" in output.card_text(unknown)


@pytest.mark.parametrize("wanted", [{}, {"purpose": "sale"}, {"oils": "nutmeg", "dilution": "5 %"}])
def test_every_form_says_the_verdict_in_the_two_lines_of_the_page(wanted):
    card = made(**{"effect": "circulation"} | wanted)
    told = [words(card, "a6"), words(card, "a4"), squeezed(output.card_text(card))]
    lines = card.judgement.in_order
    assert lines[0].large
    assert {line.speaks_for for line in lines} == {"For a healthy adult at home", "For sale"}
    for printed in told:
        for line in lines:
            assert squeezed(line.words[1:]) in printed
        assert squeezed(lines[1].speaks_for) in printed


def test_a_base_oil_alone_rests_on_no_oils_constituents():
    assert "constituents" not in output.card_text(made(effect="circulation", dilution="0 %"))


def test_what_is_over_stands_on_the_card():
    over = made(effect="anti-inflammatory", dilution="5 %", purpose="sale")
    for printed in (words(over, "a6"), squeezed(output.card_text(over))):
        assert squeezed("o not sell; over a limit") in printed
        assert squeezed("Nutmeg 1.62 % against 0.8 %") in printed


@pytest.mark.parametrize("size", ["a6", "a4", "letter"])
def test_a_dilution_above_the_usual_is_printed_before_the_amounts(size):
    printed = words(made(oils="lavender", person="child:7", dilution="2 %"), size)
    said = squeezed("2 % is above the usual 1 % for a child of 7.")
    assert 0 <= printed.index(said) < printed.index(squeezed("True lavender Lavandula"))


def test_a_rulebook_without_a_limit_for_these_oils_is_printed_as_such():
    assert squeezed("EU 1223/2009: has no limit for these oils") in words(made(oils="juniper", dilution="1 %"), "a6")


@pytest.mark.parametrize("effect", ["warming", "circulation", "anti-inflammatory"])
def test_a_card_for_sale_carries_no_effect_and_no_claim(effect):
    card = made(effect=effect, purpose="sale")
    given = (words(card), squeezed(output.card_text(card)), squeezed(json.dumps(asdict(card))), card_csv(card))
    for name in (effect, "Traditionally"):
        assert not any(name.casefold() in each.casefold() for each in given)


def test_the_base_oil_alone_is_a_card_too():
    for alone in (made(dilution="0 %"), made(effect="warming", person="child:1")):
        assert alone.title == "Olive oil alone"
        assert squeezed(alone.title) in words(alone)
        assert "Olive oil: 100 mL, 91.3 g" in output.card_text(alone)


def test_the_link_of_the_story_opens_the_story():
    assert write_card(calculate(read_link(LINK), CATALOGUE), LINK, date(2026, 11, 24), "March 2027") == WARMING


def test_the_words_of_the_story_stay():
    # After an intended change: GOLDEN=write pytest tests/test_output.py, then read the difference.
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.write_text(json.dumps({"card": asdict(WARMING)}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert json.loads(json.dumps({"card": asdict(WARMING)})) == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_the_table_has_a_row_for_each_oil_and_no_formula():
    card = replace(WARMING, bases=(replace(WARMING.bases[0], name="=1+1"),))
    rows = list(csv_reader.DictReader(io.StringIO(card_csv(card))))
    assert [row["kind"] for row in rows] == [
        *["essential oil"] * 5,
        *("base oil", "essential oils in all", "bottle", "dropper"),
        *("dilution asked for", "dilution achieved", "verdict", "verdict", "why"),
        *["note"] * len(card.notes),
        *("for whom", "link"),
    ]
    assert [row["name"] for row in rows if row["kind"] == "note"] == [note.words for note in card.notes]
    assert card.notes
    assert rows[0]["drops"] == "8"
    assert {row["for_whom"] for row in rows} == {card.judgement.for_whom}
    assert rows[5]["name"] == "'=1+1"


def test_the_files_hold_numbers_and_say_where_drops_are_only_about():
    result = calculate(read_brief({"effect": "warming", "bottle": "10 ml", "drops": "exact"}), CATALOGUE)
    handed = hand_on(result, "https://oils.example/card")
    rows = list(csv_reader.DictReader(io.StringIO(card_csv(handed.card))))
    assert [float(row["drops"]) for row in rows[:5]] == [0.8] * 5
    assert [row["dosed"] for row in rows[:7]] == ["measure"] * 7
    told = json.loads(card_json(handed, "https://oils.example/"))
    assert told["schema"] == "equal-parts/3"
    assert told["oils"][0]["drops"] == pytest.approx(0.8)
    assert told["oils"][0]["dosed_as"] == {"amount": pytest.approx(0.04), "unit": "mL"}
    assert told["bases"][0]["drops"] is None
    assert told["dilution"]["achieved_pct_by_volume"] == 2
