"""Whose book: by an explicit setting alone; said in a sentence; nobody else's address or password in it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import blends.keeping.where as wheres
from blends import BlendError, launch, open_book, read_brief
from blends.keeping.where import LOCAL, OWNER, SETTING, owner_by, where_by

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def unset(monkeypatch):
    """Set and unset, so that whatever a test sets by itself is gone after it, too."""
    for name in (SETTING, OWNER, "STREAMLIT_SERVER_ADDRESS"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


def test_the_command_opens_the_book_of_this_machine():
    launch.choose_book(["--server.port", "8600"])
    assert launch.os.environ[SETTING] == LOCAL


@pytest.mark.parametrize("words", [["--server.address", "0.0.0.0"], ["--server.address=192.168.0.7"]])  # noqa: S104
def test_whoever_lets_others_in_opens_nobodys_book(words):
    launch.choose_book(words)
    assert SETTING not in launch.os.environ


def test_so_does_an_address_in_the_environment(monkeypatch):
    monkeypatch.setenv("STREAMLIT_SERVER_ADDRESS", "0.0.0.0")  # noqa: S104
    launch.choose_book([])
    assert SETTING not in launch.os.environ


def test_a_book_that_is_set_stays(monkeypatch):
    monkeypatch.setenv(SETTING, "postgresql://db/book")
    launch.choose_book([])
    assert launch.os.environ[SETTING] == "postgresql://db/book"


def test_without_a_setting_the_page_has_a_file():
    """`streamlit run`, a proxy, a network: nothing but the setting is asked."""
    where = where_by("")
    assert (where.kind, where.url) == ("file", "sqlite://")
    assert "save it as a file" in where.sentence


def test_the_sentence_names_the_place_and_no_user_or_password(tmp_path):
    assert where_by(LOCAL).kind == "local"
    assert str(wheres.local_path()) in where_by(" Local ").sentence
    shared = where_by("postgresql://ann:geheim@db.example.org/book?password=geheim")
    assert (shared.kind, "db.example.org" in shared.sentence) == ("shared", True)
    assert "Whoever may open this page" in shared.sentence
    for secret in ("ann", "geheim"):
        assert not re.search(rf"\b{secret}\b", shared.sentence)
    assert str(tmp_path / "b.db") in where_by(f"sqlite:///{tmp_path / 'b.db'}").sentence
    assert where_by("postgresql://[::1/book").sentence


def test_from_python_it_is_ones_own_unless_another_is_set(monkeypatch, tmp_path):
    own = tmp_path / "own" / "book.db"
    monkeypatch.setattr(wheres, "local_path", lambda: own)
    book = open_book()
    book.save(read_brief({}), "Mine")
    assert (book.place.kind, own.exists()) == ("local", True)
    book.close()
    monkeypatch.setenv(SETTING, f"sqlite:///{tmp_path / 'other.db'}")
    other = open_book()
    assert (other.place.kind, other.blends()) == ("shared", ())
    assert (
        other.where == f"This book is kept in {tmp_path / 'other.db'}. Whoever may open this page reads and changes it."
    )
    other.close()


def test_the_owner_is_one_for_all_until_it_is_set():
    assert owner_by({}) == owner_by({OWNER: " "}) == "me"
    assert owner_by({OWNER: "ann"}) == "ann"


def test_an_owner_too_long_is_refused():
    with pytest.raises(BlendError, match="200 characters"):
        open_book("", owner="x" * 201)


def test_the_folder_of_the_book_is_its_owners_alone(tmp_path):
    open_book(f"sqlite:///{tmp_path / 'deep' / 'down' / 'book.db'}").close()
    if sys.platform != "win32":
        assert (tmp_path / "deep" / "down").stat().st_mode & 0o077 == 0


def test_the_streamlit_command_alone_sets_nothing():
    code = f"import os, blends.pages.shell; print(os.environ.get({SETTING!r}))"
    printed = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "None"
