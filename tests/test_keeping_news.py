"""What the tables say otherwise of a blend since it was last opened is said, once it is so; what stays is not."""

from dataclasses import replace

import pytest
from standing_clock import Clock

from blends import calculate, open_book, read_brief
from blends.keeping import news
from blends.keeping.things import OwnOil
from blends.keeping.told import otherwise, tell

LEMON = {"oils": "lemon", "dilution": "1 %"}


def changed(catalogue, limit_pct, **rulebook):
    """Return the tables with another limit of IFRA on lemon, and other words about IFRA."""
    limits, rulebooks = catalogue.limits.copy(), catalogue.rulebooks.copy()
    lemon = (limits["rulebook"] == "ifra-51-5a") & (limits["subject"] == "lemon")
    assert lemon.any()
    limits.loc[lemon, "limit_pct"] = limit_pct
    for column, value in rulebook.items():
        rulebooks.loc["ifra-51-5a", column] = value
    return replace(catalogue, limits=limits, rulebooks=rulebooks)


@pytest.fixture
def reopened(url):
    """Open the same book with other tables; all are closed after the test."""
    books = []

    def opening(tables):
        books.append(open_book(url, tables=tables, clock=Clock()))
        return books[-1]

    yield opening
    for book in books:
        book.close()


def test_over_a_limit_since_the_tables_changed_is_said_until_it_is_opened(reopened, catalogue):
    book = reopened(catalogue)
    book.save(read_brief(LEMON), "Fresh")
    book.save(read_brief({"oils": "lavender", "dilution": "1 %"}), "Calm")
    assert (book.news(), book.open("Fresh").said) == ((), "")
    stricter = reopened(changed(catalogue, 0.5, as_of="2027-02-01"))
    said = "IFRA 51, category 5A: over a limit since its tables of 2027-02-01; before, within."
    assert [(each.name, each.said) for each in stricter.news()] == [("Fresh", said)]
    assert [each.name for each in stricter.news()] == ["Fresh"]
    assert stricter.open("Fresh").said == said
    assert (stricter.open("Fresh").said, stricter.news()) == ("", ())


def test_only_the_blends_that_are_asked_about_are_calculated_again(reopened, catalogue, monkeypatch):
    book = reopened(catalogue)
    for name in ("Fresh", "Fresher", "Freshest"):
        book.save(read_brief(LEMON), name)
    stricter, told = reopened(changed(catalogue, 0.5, as_of="2027-02-01")), []
    monkeypatch.setattr(news, "tell", lambda *given: told.append(given) or tell(*given))
    assert [each.name for each in stricter.news(["FRESHER"])] == ["Fresher"]
    assert len(told) == 1
    assert (stricter.news([]), len(told)) == ((), 1)
    assert len(stricter.news()) == 3


def test_a_new_edition_is_named_as_the_reason(catalogue):
    brief = read_brief(LEMON)
    before = tell(brief, changed(catalogue, 0.5)).text()
    now = tell(brief, changed(catalogue, 2, edition="52nd Amendment"))
    assert otherwise(before, now) == "IFRA 51, category 5A: within since 52nd Amendment; before, over a limit."


def test_tables_that_changed_elsewhere_say_nothing(reopened, catalogue):
    reopened(catalogue).save(read_brief(LEMON), "Fresh")
    other = reopened(changed(catalogue, 1.9, as_of="2027-02-01"))
    assert other.desk.tables.mark != catalogue.mark
    assert other.news() == ()
    assert other.open("Fresh").said == ""


def test_a_blend_that_can_no_longer_be_made_says_why_and_stays(reopened, catalogue):
    book = reopened(catalogue)
    book.save(read_brief(LEMON), "Fresh")
    gone = replace(catalogue, oils=catalogue.oils.drop(index="lemon"))
    opened = reopened(gone).open("Fresh")
    assert opened.said.startswith("By today's tables this blend cannot be made as it was saved. ")
    assert [part.id for part in opened.brief.oils] == ["lemon"]
    assert reopened(catalogue).open("Fresh").said.startswith("By today's tables this blend can be made again")


STRANGE = ["", "{", "[]", "[" * 4000, '{"verdicts": 7, "refused": ""}', '{"verdicts": {"guidance": 1}, "refused": ""}']


@pytest.mark.parametrize("before", STRANGE)
def test_what_was_told_and_cannot_be_read_says_nothing(catalogue, before):
    assert otherwise(before, tell(read_brief(LEMON), catalogue)) == ""


def test_the_mark_of_the_tables_is_another_as_soon_as_a_cell_is(catalogue):
    assert replace(catalogue).mark == catalogue.mark
    assert changed(catalogue, 2.0).mark == catalogue.mark
    assert changed(catalogue, 2.1).mark != catalogue.mark


def test_a_blend_with_an_own_oil_is_kept_and_judged_by_the_books_own_tables(reopened, catalogue):
    cells = (("name", "Rose of mine"), ("botanical", "Rosa × alba L."), ("part", "flower"))
    book = reopened(catalogue)
    book.own_oils.add(OwnOil("my_rose", "essential", cells))
    brief = read_brief({"oils": "my_rose,lavender", "dilution": "1 %"})
    assert book.save(brief, "Rose").new
    assert book.blends("rose of mine")[0].oils == ("Rose of mine", "True lavender")
    assert (book.open("Rose").said, book.news()) == ("", ())
    assert calculate(book.open("Rose").brief, book.tables).review.verdict == "not assessed"
    book.own_oils.remove("my_rose")
    assert book.open("Rose").said.startswith("By today's tables this blend cannot be made")


def test_an_own_oil_with_a_fault_keeps_no_blend_from_being_kept(reopened, catalogue):
    book = reopened(catalogue)
    book.own_oils.add(OwnOil("my_rose", "essential", (("name", "Rose of mine"), ("density_g_per_ml", "many"))))
    assert book.save(read_brief(LEMON), "Fresh").new
    assert book.tables is catalogue
