"""Edges of what is said that a program found open: each sentence stands word for word, in each of its forms."""

from dataclasses import replace
from fractions import Fraction

import pytest

from blends import BlendError, calculate, read_brief
from blends.asking.quantities import read_bottle
from blends.judging.findings import Finding, Kind, Verdict
from blends.making.basis import On, rests
from blends.showing.card import write_card
from blends.showing.chat import chat_words
from blends.showing.words.compared import finding_words
from blends.showing.words.headline import _by_how_much
from blends.showing.words.inputs import calibration_sentence, dilution_sentence
from blends.showing.words.opened_file import (
    certificate_left_out,
    no_room,
    note_kept,
    other_kept,
    other_name,
    own_beside,
    tags_left_out,
)
from blends.showing.words.own import brought_said, kept_with, not_brought, not_known, own_words, with_whose
from blends.showing.words.proposed import why_proposed
from blends.showing.words.units import all_bottles, facts, scale_sentence
from blends.showing.words.whom import whom
from blends.tables.catalogue import shipped_tables
from blends.tables.certified import with_certificate
from blends.tables.compositions import offered_effects
from blends.tables.own import CERTIFICATE, OWN, Certificate


@pytest.mark.parametrize(
    ("said", "of", "words"),
    [
        (
            kept_with,
            (
                ["My rose"],
                [],
            ),
            "My rose is kept among your own oils.",
        ),
        (
            kept_with,
            (
                ["My rose", "My pine"],
                [],
            ),
            "My rose and My pine are kept among your own oils.",
        ),
        (
            kept_with,
            (
                [],
                ["Clove bud"],
            ),
            "The certificate of Clove bud is not kept with the recipe: it belongs to a bottle. Put it beside yours "
            "under My oils.",
        ),
        (
            kept_with,
            (
                [],
                [],
            ),
            "",
        ),
        (
            brought_said,
            (
                [],
                ["Clove bud"],
            ),
            "The file brings its own figures: a certificate of Clove bud. They count until another recipe is opened.",
        ),
        (
            not_brought,
            (["a", "b"],),
            "This file names a and b without bringing it. Ask for the file again, as it was saved.",
        ),
        (
            not_known,
            (
                "Why.",
                True,
            ),
            "Your book could not be asked for its own oils and certificates, so those seen last count here. Why.",
        ),
        (
            not_known,
            (
                "Why.",
                False,
            ),
            "Your book could not be asked for its own oils and certificates, so none of them count here. Why.",
        ),
        (
            no_room,
            ("Calm",),
            "'Calm' was not added: with the ids that keep its own oils apart it has more names than a book keeps.",
        ),
        (
            other_name,
            (
                "Calm",
                "Calm 2",
            ),
            "The book has another blend called 'Calm': the one of the file is kept as 'Calm 2'.",
        ),
        (note_kept, ("Calm",), "'Calm': the note of the book was kept, not the one of the file."),
        (
            tags_left_out,
            (
                "Calm",
                ["night"],
            ),
            "'Calm' has as many tags as a blend may have: 'night' of the file was left out.",
        ),
        (
            tags_left_out,
            (
                "Calm",
                ["night", "cold"],
            ),
            "'Calm' has as many tags as a blend may have: 'night' and 'cold' of the file were left out.",
        ),
        (
            other_kept,
            (
                "bottle",
                "b1",
            ),
            "The bottle 'b1' is another in the file: the one of the book was kept.",
        ),
        (
            certificate_left_out,
            ("b1",),
            "The certificate of bottle 'b1' was left out: the book has a bottle of that id, and nothing tells that it "
            "is the same one. If it is, read the certificate in there.",
        ),
        (
            own_beside,
            (
                "my_rose",
                "my_rose_2",
            ),
            "The book has another own oil called 'my_rose': the one of the file is kept as 'my_rose_2', and what was "
            "added from the file uses that one.",
        ),
    ],
)
def test_what_a_file_brings_is_said_word_for_word(said, of, words):
    assert said(*of) == words


@pytest.mark.parametrize(
    ("drops", "words"),
    [
        (
            1,
            "1 drop makes 0.167 % in 30 mL in all, at 20 drops per mL. "
            "From other droppers, 15 to 45 drops per mL: 0.222 to 0.0741 %.",
        ),
        (
            12,
            "12 drops make 2.00 % in 30 mL in all, at 20 drops per mL. "
            "From other droppers, 15 to 45 drops per mL: 2.67 to 0.889 %.",
        ),
    ],
)
def test_what_drops_make_is_said_word_for_word(drops, words):
    assert dilution_sentence(drops, read_bottle("30 ml"), Fraction(20), "fill-to") == words


@pytest.mark.parametrize(("actual", "limit"), [(2, None), (None, 1), (None, None)])
def test_a_finding_has_figures_only_where_it_has_both(actual, limit):
    assert finding_words("Nutmeg", actual, limit, "%", "why") == "Nutmeg, why"


def test_a_contact_allergy_of_several_words_is_read_as_they_are_written():
    brief = read_brief({"conditions": "contact:benzyl_alcohol"})
    assert whom(brief).endswith("with a contact allergy (benzyl alcohol)")


CATALOGUE = shipped_tables()


@pytest.mark.parametrize(
    ("found", "whose"),
    [
        (Certificate("b1", "nutmeg", lot="L7"), "by the certificate of your bottle (lot L7)"),
        (Certificate("b1", "nutmeg"), "by the certificate of your bottle (lot not stated)"),
    ],
)
def test_whose_figures_a_finding_rests_on_is_said_after_its_basis(found, whose):
    result = calculate(read_brief({"oils": "nutmeg,lavender"}), with_certificate(CATALOGUE, "nutmeg", found))
    assert with_whose("why", CERTIFICATE + "nutmeg", result) == f"why, {whose}"
    assert with_whose("", f"{CERTIFICATE}nutmeg {OWN}", result) == f"by your own table and {whose}"
    assert with_whose("why", CERTIFICATE + "pine", result) == "why"
    assert f"Nutmeg is judged {whose}; what it does not list keeps the figure of the tables" in own_words(result)[0]


@pytest.mark.parametrize(
    ("actual", "limit", "words"),
    [
        (1.001, 1.0, "nutmeg, just over its limit"),
        (2.5, 1.0, "nutmeg, 2.5 times its limit"),
        (2, 0, "nutmeg, forbidden"),
    ],
)
def test_by_how_much_a_limit_is_passed_is_said_in_each_of_its_forms(actual, limit, words):
    found = Finding("", Kind.OIL, "Nutmeg", rests(On.FROM_AGE, years=10), actual, limit, Verdict.OVER)
    assert _by_how_much([found]) == words
    assert _by_how_much([found] * 3) == f"{words}, and 2 more"


def test_a_third_oil_that_does_not_suit_is_said_where_two_are_proposed_alone():
    ends = {}
    for person in ("adult", "pregnant", "child:2"):
        for effect in offered_effects(CATALOGUE):
            result = calculate(read_brief({"effect": effect, "person": person}), CATALOGUE)
            if (words := why_proposed(result)) and len(result.settled.proposed) in (2, 3):
                ends.setdefault(len(result.settled.proposed), set()).add(words.partition(" may be ")[2])
    assert ends == {2: {"stronger. No third oil suits."}, 3: {"stronger."}}


def test_a_figure_asked_for_or_weighed_has_four_digits():
    asked = calculate(read_brief({"oils": "lavender", "dilution": "1.23456"}), CATALOGUE)
    assert facts(asked)[0] == ("1.20 %", "asked for 1.235 %")
    assert facts(calculate(read_brief({"oils": "lavender", "dilution": "2"}), CATALOGUE))[0] == ("2.00 %", "as asked")
    assert calibration_sentence(Fraction(100, 7)) == "That is 14.29 drops per mL."


@pytest.mark.parametrize(
    ("unit", "amounts"),
    [
        ("drops", "60 drops of nutmeg, 60 drops of true lavender and 294 mL of olive oil"),
        ("ml", "3 mL of nutmeg, 3 mL of true lavender and 294 mL of olive oil"),
        ("g", "2.7 g of nutmeg, 2.7 g of true lavender and 268 g of olive oil"),
    ],
)
def test_the_amounts_of_all_bottles_are_said_word_for_word(unit, amounts):
    recipe = calculate(read_brief({"oils": "nutmeg,lavender", "bottles": "3"}), CATALOGUE).recipe
    assert all_bottles(recipe, unit) == f"For 3 bottles in all: {amounts}."


def test_more_drops_than_the_bottle_holds_are_refused_with_their_volume():
    with pytest.raises(BlendError, match=r"^601 drops are 30\.1 mL, more than the bottle holds\. Write fewer drops\.$"):
        dilution_sentence(601, read_bottle("30 ml"), Fraction(20), "fill-to")


def test_the_scale_that_small_amounts_need_is_named():
    recipe = calculate(read_brief({"oils": "nutmeg,lavender"}), CATALOGUE).recipe
    words = "The oils need a fine scale (0.01 g); for the base oil a kitchen scale (0.1 g) will do."
    assert scale_sentence(recipe) == words


def test_a_kitchen_scale_is_named_for_large_amounts_and_none_where_no_weight_is_known():
    recipe = calculate(read_brief({"oils": "nutmeg", "bottle": "2 l"}), CATALOGUE).recipe
    assert scale_sentence(recipe) == "A kitchen scale (0.1 g) shows these weights."
    unknown = tuple(replace(each, oil=replace(each.oil, density_g_per_ml=None)) for each in recipe.portions)
    assert scale_sentence(replace(recipe, portions=unknown)) == ""


def test_the_picture_of_a_base_oil_alone_speaks_of_no_dropper():
    said = [
        dict(chat_words(write_card(calculate(read_brief({"dilution": dilution}), CATALOGUE)))["facts"])
        for dilution in ("0 %", "2 %")
    ]
    assert ["Dropper" in facts for facts in said] == [False, True]
