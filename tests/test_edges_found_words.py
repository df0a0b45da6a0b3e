"""Edges of what is said that a program found open: each sentence stands word for word, in each of its forms."""

from fractions import Fraction

import pytest

from blends import read_brief
from blends.asking.quantities import read_bottle
from blends.showing.words.compared import finding_words
from blends.showing.words.inputs import dilution_sentence
from blends.showing.words.opened_file import (
    certificate_left_out,
    no_room,
    note_kept,
    other_kept,
    other_name,
    own_beside,
    tags_left_out,
)
from blends.showing.words.own import brought_said, kept_with, not_brought, not_known
from blends.showing.words.whom import whom


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (kept_with(["My rose"], []), "My rose is kept among your own oils."),
        (kept_with(["My rose", "My pine"], []), "My rose and My pine are kept among your own oils."),
        (
            kept_with([], ["Clove bud"]),
            "The certificate of Clove bud is not kept with the recipe: it belongs to a bottle. Put it beside yours "
            "under My oils.",
        ),
        (kept_with([], []), ""),
        (
            brought_said([], ["Clove bud"]),
            "The file brings its own figures: a certificate of Clove bud. They count until another recipe is opened.",
        ),
        (
            not_brought(["a", "b"]),
            "This file names a and b without bringing it. Ask for the file again, as it was saved.",
        ),
        (
            not_known("Why.", True),
            "Your book could not be asked for its own oils and certificates, so those seen last count here. Why.",
        ),
        (
            not_known("Why.", False),
            "Your book could not be asked for its own oils and certificates, so none of them count here. Why.",
        ),
        (
            no_room("Calm"),
            "'Calm' was not added: with the ids that keep its own oils apart it has more names than a book keeps.",
        ),
        (
            other_name("Calm", "Calm 2"),
            "The book has another blend called 'Calm': the one of the file is kept as 'Calm 2'.",
        ),
        (note_kept("Calm"), "'Calm': the note of the book was kept, not the one of the file."),
        (
            tags_left_out("Calm", ["night"]),
            "'Calm' has as many tags as a blend may have: 'night' of the file was left out.",
        ),
        (
            tags_left_out("Calm", ["night", "cold"]),
            "'Calm' has as many tags as a blend may have: 'night' and 'cold' of the file were left out.",
        ),
        (other_kept("bottle", "b1"), "The bottle 'b1' is another in the file: the one of the book was kept."),
        (
            certificate_left_out("b1"),
            "The certificate of bottle 'b1' was left out: the book has a bottle of that id, and nothing tells that it "
            "is the same one. If it is, read the certificate in there.",
        ),
        (
            own_beside("my_rose", "my_rose_2"),
            "The book has another own oil called 'my_rose': the one of the file is kept as 'my_rose_2', and what was "
            "added from the file uses that one.",
        ),
    ],
)
def test_what_a_file_brings_is_said_word_for_word(said, words):
    assert said == words


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
