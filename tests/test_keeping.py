"""The recipe book, the same on both engines: saved, listed, restored, deleted and brought back; nobody else's."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from standing_clock import Clock

from blends import BlendError, calculate, open_book, read_brief, write_link
from blends.asking.person import CONDITIONS, KINDS
from blends.keeping import rows

ROOT = Path(__file__).parent.parent
WARMING = {"effect": "warming", "bottle": "100 ml", "title": "For Ann", "note": "Rub in slowly"}
LAVENDER = {"oils": "lavender", "dilution": "2 %"}


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def opened_book(clock):
    """Open a book; all are closed after the test."""
    books = []

    def opening(url, **more):
        books.append(open_book(url, clock=clock, **more))
        return books[-1]

    yield opening
    for book in books:
        book.close()


@pytest.fixture
def book(url, opened_book):
    return opened_book(url)


def names(book, *arguments, **more):
    return [entry.name for entry in book.blends(*arguments, **more)]


def test_what_is_saved_opens_as_it_was_after_the_book_was_closed(book, url, opened_book, catalogue):
    brief = read_brief(WARMING)
    saved = book.save(brief, "Warm back")
    assert (saved.name, saved.number, saved.new, saved.said) == ("Warm back", 1, True, "")
    book.close()
    opened = opened_book(url).open("warm BACK")
    assert opened.name == "Warm back"
    assert write_link(opened.brief) == write_link(brief)
    assert (opened.brief.title, opened.brief.note) == ("For Ann", "Rub in slowly")
    assert calculate(opened.brief, catalogue).recipe == calculate(brief, catalogue).recipe


def test_each_save_is_a_version_with_its_day_and_a_line_of_what_changed(book, clock):
    book.save(read_brief(LAVENDER), "Calm")
    clock.later(days=2)
    book.save(read_brief({"oils": "lavender,rosemary", "dilution": "3 %"}), "Calm")
    latest, first = book.versions("Calm")
    assert (first.number, first.saved_on[:10], first.changed) == (1, "2026-11-01", "First saved")
    assert (latest.number, latest.saved_on[:10]) == (2, "2026-11-03")
    assert latest.changed == "2 % → 3 %, rosemary added"


def test_a_save_that_changes_nothing_makes_no_version(book):
    book.save(read_brief(LAVENDER), "Calm")
    again = book.save(read_brief({"oils": "True lavender", "dilution": "2"}), "Calm")
    assert (again.number, again.new) == (1, False)
    assert len(book.versions("Calm")) == 1


def test_two_who_save_the_same_blend_keep_both_and_the_second_is_told(book):
    book.save(read_brief(LAVENDER), "Calm")
    book.save(read_brief(LAVENDER | {"dilution": "1 %"}), "Calm", opened_at=1)
    second = book.save(read_brief(LAVENDER | {"dilution": "3 %"}), "Calm", opened_at=1)
    assert second.number == 3
    assert "version 2 was saved on 2026-11-01 (2 % → 1 %). Both are kept" in second.said
    assert [version.brief.dilution_pct for version in book.versions("Calm")] == [3, 1, 2]
    untouched = book.save(read_brief(LAVENDER), "Calm", opened_at=1)
    assert (untouched.new, untouched.number) == (False, 3)
    assert "Nothing changed here" in untouched.said


def test_a_new_blend_under_a_name_that_is_taken_replaces_nothing(book):
    book.save(read_brief(LAVENDER), "Calm")
    saved = book.save(read_brief(WARMING), "calm", opened_at=0)
    assert saved.said.startswith("A blend of this name was there")
    assert [version.number for version in book.versions("Calm")] == [2, 1]


def test_a_restored_version_is_one_more_and_nothing_is_lost(book):
    for dilution in ("1 %", "2 %", "3 %"):
        book.save(read_brief(LAVENDER | {"dilution": dilution}), "Calm")
    assert book.restore("Calm", 1).number == 4
    assert [version.brief.dilution_pct for version in book.versions("Calm")] == [1, 3, 2, 1]
    with pytest.raises(BlendError, match=r"has no version 9\. Write 1 to 4"):
        book.restore("Calm", 9)


def test_the_list_is_searched_by_name_oil_tag_and_note_and_sorted(book, clock):
    for name, texts in (("Zest", LAVENDER), ("apple", WARMING), ("Ärger", LAVENDER)):
        book.save(read_brief(texts), name)
        clock.later(hours=1)
    book.tag("Zest", ["gift", " gift ", "Ann  B"])
    book.star("apple")
    book.note("Ärger", "Less of it\nnext time")
    assert names(book) == ["Ärger", "apple", "Zest"]
    assert names(book, sort="oldest") == ["Zest", "apple", "Ärger"]
    assert names(book, sort="name") == ["apple", "Zest", "Ärger"]
    assert names(book, sort="starred")[0] == "apple"
    assert names(book, "LAVENDER") == ["Ärger", "Zest"]
    assert names(book, "ärger") == names(book, "next less") == ["Ärger"]
    assert names(book, "gift ann") == ["Zest"]
    assert names(book, "100%") == names(book, "_") == []
    entry = book.blends("zest")[0]
    assert (entry.tags, entry.starred, entry.oils) == (("gift", "Ann B"), False, ("True lavender",))


def test_a_new_name_keeps_the_versions_and_takes_nobodys_place(book):
    book.save(read_brief(LAVENDER), "Calm")
    book.save(read_brief(WARMING), "Warm")
    with pytest.raises(BlendError, match="'Warm' already"):
        book.rename("Calm", "Warm")
    assert book.rename("Calm", "calm") == "calm"
    assert book.rename("calm", "Evening") == "Evening"
    assert len(book.versions("evening")) == 1


@pytest.mark.parametrize("name", ["", "  \n ", "\u200b", "x" * 81, "x" * 100_000, None])
def test_what_is_no_name_is_refused_with_what_to_write(book, name):
    with pytest.raises(BlendError, match="Write") as refused:
        book.save(read_brief(LAVENDER), name)
    assert refused.value.field == "name"
    assert book.blends() == ()


def test_an_unknown_name_is_said(book):
    for step in (book.open, book.versions, book.delete, book.undelete, book.star):
        with pytest.raises(BlendError, match="'Nowhere'"):
            step("Nowhere")


def test_what_is_deleted_comes_back_for_30_days_with_all_its_versions(book, clock):
    book.save(read_brief(LAVENDER), "Calm")
    book.save(read_brief(WARMING), "Calm")
    book.tag("Calm", ["gift"])
    deleted = book.delete("Calm")
    assert deleted.until[:10] == "2026-12-01"
    assert book.blends() == ()
    clock.later(days=29)
    assert [each.name for each in book.deleted()] == ["Calm"]
    assert book.undelete("calm") == "Calm"
    assert len(book.versions("Calm")) == 2
    assert book.blends()[0].tags == ("gift",)


def test_what_comes_back_takes_nobodys_name(book):
    book.save(read_brief(LAVENDER), "Calm")
    book.delete("Calm")
    book.save(read_brief(WARMING), "Calm")
    assert book.undelete("Calm") == "Calm (2)"
    assert book.open("Calm").brief.effects == ("warming",)


def test_after_30_days_it_is_gone_for_good(book, url, opened_book, clock):
    book.save(read_brief(LAVENDER), "Calm")
    book.delete("Calm")
    clock.later(days=30)
    assert book.deleted() == ()
    with pytest.raises(BlendError, match="within 30 days"):
        book.undelete("Calm")
    with opened_book(url).desk.reading() as connection:
        assert connection.execute(rows.VERSIONS.select()).all() == []


def test_nobody_reads_or_changes_anothers(book, url, opened_book):
    ann, ben = opened_book(url, owner="ann"), opened_book(url, owner="ben")
    ann.save(read_brief(LAVENDER), "Calm")
    assert names(ben) == names(book) == []
    for step in (ben.open, ben.versions, ben.delete, ben.star):
        with pytest.raises(BlendError, match="no blend called 'Calm'"):
            step("Calm")
    ben.save(read_brief(WARMING), "Calm")
    ben.delete("Calm")
    with pytest.raises(BlendError):
        ann.undelete("Calm")
    ben.delete_everything()
    assert names(ann) == ["Calm"]
    assert len(ann.versions("Calm")) == 1


def test_everything_deleted_is_gone_from_the_file_too(tmp_path, opened_book):
    book = opened_book(f"sqlite:///{tmp_path / 'book.db'}")
    for number in range(50):
        book.save(read_brief(LAVENDER | {"note": f"zanzibar {number}"}), f"Zanzibar {number}")
    book.delete("Zanzibar 3")
    assert b"anzibar" in b"".join(each.read_bytes() for each in tmp_path.iterdir())
    book.delete_everything()
    assert (book.blends(), book.deleted()) == ((), ())
    assert b"anzibar" not in b"".join(each.read_bytes() for each in tmp_path.iterdir())


HEALTH = re.compile(
    "|".join([*CONDITIONS, *KINDS[2:], "condition", "health", "pregnan", "breast", "contact", "allerg"])
)


def test_no_column_is_about_anybodys_health():
    for table in rows.METADATA.tables.values():
        assert "owner" in table.columns
        for column in (table.name, *table.columns.keys()):
            assert not HEALTH.search(column), column


@pytest.mark.parametrize("person", ["pregnant", "breastfeeding", "adult"])
def test_nothing_of_anybodys_health_is_in_the_books_file(tmp_path, opened_book, person):
    book = opened_book(f"sqlite:///{tmp_path / 'book.db'}")
    said = {"person": person, "conditions": "epilepsy,asthma,allergy_peanut,contact:linalool"}
    book.save(read_brief(WARMING | said), "Warm")
    book.save(read_brief(LAVENDER | said), "Warm")
    book.open("Warm")
    kept = b"".join(each.read_bytes() for each in tmp_path.iterdir()).decode("utf-8", "replace")
    assert "olive" in kept
    assert not re.search("epilepsy|asthma|peanut|linalool|pregnan|breastf|condition", kept)


def test_nothing_imports_the_engine_before_a_book_is_opened():
    code = (
        "import sys, blends; b = blends.calculate(blends.read_brief({}), blends.read_catalogue()); "
        "blends.write_card(b); import blends.serving, blends.pages.shell; "
        "print([name for name in ('sqlalchemy', 'alembic', 'psycopg') if name in sys.modules]); "
        "blends.open_book('').save(b.brief, 'One'); print('sqlalchemy' in sys.modules, 'alembic' in sys.modules)"
    )
    printed = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert printed.splitlines() == ["[]", "True False"]
