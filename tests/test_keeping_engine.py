"""Engines: older books are brought up to date with all in them; what an engine complains of is a sentence."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, text

from blends import BlendError, open_book, read_brief, write_link
from blends.keeping import engine as engines
from blends.keeping.rows import HEAD, METADATA

FIRST = {
    "blend": {
        "id": 1,
        "owner": "me",
        "name": "Warm",
        "name_key": "warm",
        "number": 1,
        "starred": True,
        "tags": '["gift"]',
        "note": "",
    },
    "version": {
        "id": 1,
        "owner": "me",
        "blend_id": 1,
        "number": 1,
        "saved_on": "2026-11-28T09:00:00+00:00",
        "changed": "First saved",
        "link": "?v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home",
        "title": "For Ann",
        "words": "",
        "oils": "[]",
        "told": "",
    },
}


def empty(url):
    """Return an engine at `url` without tables."""
    return engines._engine(engines._read_url(url))


def test_a_book_of_the_first_version_is_brought_up_to_date_with_all_in_it(url, tmp_path):
    (tmp_path / "data").mkdir()
    first = empty(url)
    with first.execution_options(writes=True).begin() as connection:
        engines.upgrade(connection, "0001")
        for table, row in FIRST.items():
            connection.execute(insert(METADATA.tables[table]).values(**row))
    first.dispose()
    book = open_book(url)
    opened = book.open("Warm")
    assert write_link(opened.brief) == FIRST["version"]["link"] + "&t=For%20Ann"
    assert book.blends("gift")[0].starred
    assert book.save(read_brief({"effect": "circulation"}), "Warm").number == 2
    with book.desk.reading() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == HEAD
    book.close()


def test_the_steps_and_the_tables_make_the_same_book(url, tmp_path):
    (tmp_path / "data").mkdir()
    stepped = empty(url)
    with stepped.execution_options(writes=True).begin() as connection:
        engines.upgrade(connection)
        found = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), METADATA)
    stepped.dispose()
    assert found == []


def test_the_newest_step_is_the_one_the_rows_know():
    config = Config()
    config.set_main_option("script_location", str(engines._MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_a_book_of_a_newer_program_is_left_as_it_is(url):
    book = open_book(url)
    with book.desk.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    book.close()
    with pytest.raises(BlendError, match="newer Equal Parts"):
        open_book(url)


@pytest.mark.parametrize("url", ["book.db", "mysql://me@host/book", "http://host", "sqlite", "://", "postgresql"])
def test_what_is_no_address_of_a_book_is_refused_with_one_that_is(url):
    with pytest.raises(BlendError, match=r"Write sqlite:////home/me/book\.db"):
        open_book(url)


def test_a_book_in_memory_is_each_its_own():
    one, two = open_book(""), open_book("")
    one.save(read_brief({}), "One")
    assert two.blends() == ()
    one.close()
    two.close()
