"""What goes wrong around a book: killed, full, read-only, locked, lost. A sentence; nothing answered is lost."""

import contextlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import select, text

from blends import BlendError, open_book, read_brief
from blends.keeping import engine as engines
from blends.keeping import faults
from blends.keeping.rows import BLENDS

resource = pytest.importorskip("resource", reason="Windows limits no file")
ROOT = Path(__file__).parent.parent
KILLED_AFTER = (60,)  # saves; `KILLS=3,10,20,90,150 pytest tests/test_keeping_proof.py -k kill` is the longer version
SAVES = """
import sys
from blends import open_book, read_brief
book = open_book(sys.argv[1])
for number in range(200):
    brief = read_brief({"oils": "lavender", "bottle": f"{number + 5} ml", "note": "x" * 300})
    saved = book.save(brief, f"Blend {number % 20}")
    print(saved.name, saved.number, flush=True)
"""


@pytest.fixture
def opened_book():
    with contextlib.ExitStack() as books:
        yield lambda url: books.enter_context(contextlib.closing(open_book(url)))


def calm(dilution="2 %", **more):
    return read_brief({"oils": "lavender", "dilution": dilution} | more)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("after", [int(n) for n in os.environ.get("KILLS", "").split(",") if n] or KILLED_AFTER)
def test_every_save_that_was_answered_survives_a_kill_in_the_middle_of_200(url, opened_book, after):
    process = subprocess.Popen([sys.executable, "-c", SAVES, url], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    answered = [process.stdout.readline() for _ in range(after)]
    process.kill()
    answered += process.stdout.read().splitlines()
    process.stdout.close()
    process.wait(20)
    assert after <= len(answered) < 200
    book = opened_book(url)
    there = {entry.name: book.versions(entry.name) for entry in book.blends()}
    for line in answered:
        name, _, number = line.strip().rpartition(" ")
        assert int(number) in {version.number for version in there[name]}
    for name, versions in there.items():  # nothing half saved: versions are whole and numbered without a gap
        assert [version.number for version in versions] == list(range(len(versions), 0, -1)), name
    assert book.save(calm(), "After").new


def test_many_who_open_a_new_book_and_save_one_blend_at_once_lose_nothing(url, opened_book):
    with ThreadPoolExecutor(4) as many:
        books = list(many.map(opened_book, [url] * 4))
        sizes = range(5, 45)
        saved = list(many.map(lambda ml: books[ml % 4].save(calm(bottle=f"{ml} ml"), "Calm").number, sizes))
    assert sorted(saved) == list(range(1, 41))
    bottles = [version.brief.bottle.volume_ml for version in books[0].versions("Calm")]
    assert sorted(bottles) == list(sizes)


@contextlib.contextmanager
def pages_that_can_grow_no_more(book):
    with book.desk.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    yield
    with book.desk.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")


@contextlib.contextmanager
def files_that_can_grow_no_more(book):
    largest = max(each.stat().st_size for each in Path(book.desk.engine.url.database).parent.iterdir())
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("full", [pages_that_can_grow_no_more, files_that_can_grow_no_more])
def test_a_full_disk_is_a_sentence_and_the_next_try_works(tmp_path, opened_book, full):
    book = opened_book(f"sqlite:///{tmp_path / 'book.db'}")
    book.save(calm(), "Calm")
    saved = 0

    def fill():
        nonlocal saved
        for saved in range(2000):
            book.save(calm(note=f"{saved:300}"), "Calm")

    with full(book):
        with pytest.raises(BlendError, match="disk") as refused:
            fill()
        assert "Make room" in str(refused.value) or "is full" in str(refused.value)
        assert len(book.versions("Calm")) == saved + 1
    assert book.save(calm(note="after"), "Calm").number == saved + 2


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="takes the rights of root away for a moment")
def test_a_folder_that_cannot_be_written_to_is_a_sentence_as_root_sees_it():
    folder = Path(tempfile.mkdtemp(prefix="ep-book-"))
    folder.chmod(0o555)
    os.seteuid(65534)
    try:
        with pytest.raises(BlendError, match="cannot be written to"):
            open_book(f"sqlite:///{folder / 'book.db'}")
        with pytest.raises(BlendError, match="cannot be written to"):
            open_book(f"sqlite:///{folder / 'further' / 'book.db'}")
    finally:
        os.seteuid(0)
    folder.chmod(0o755)
    book = open_book(f"sqlite:///{folder / 'book.db'}")
    book.save(calm(), "Calm")
    book.close()
    for each in folder.iterdir():
        each.unlink()
    folder.rmdir()


def test_a_book_that_cannot_be_written_to_can_still_be_read(tmp_path, opened_book, monkeypatch):
    path, elsewhere = tmp_path / "book.db", tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    opened_book(f"sqlite:///{path}").save(calm(), "Calm")
    book = opened_book(f"sqlite:///file:{path}?mode=ro&uri=true")
    with pytest.raises(BlendError, match=r"cannot be written to.*try again"):
        book.save(calm("3 %"), "Calm")
    assert book.open("Calm").brief.dilution_pct == 2
    assert list(elsewhere.iterdir()) == []  # "file:" is no folder to be made where the app was started


def test_a_place_that_is_no_folder_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(BlendError, match="cannot be written to"):
        open_book(f"sqlite:///{tmp_path / 'file' / 'book.db'}")


def test_a_locked_file_is_a_sentence_and_the_next_try_works(tmp_path, opened_book, monkeypatch):
    monkeypatch.setattr(engines, "WAIT_MS", 50)
    path = tmp_path / "book.db"
    book = opened_book(f"sqlite:///{path}")
    book.save(calm(), "Calm")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(BlendError, match=r"holding the book.*try again"):
        book.save(calm("3 %"), "Calm")
    assert book.open("Calm").version.number == 1
    other.rollback()
    other.close()
    assert book.save(calm("3 %"), "Calm").number == 2


def test_a_row_held_in_postgresql_is_a_sentence_and_the_next_try_works(postgres, opened_book, monkeypatch):
    monkeypatch.setattr(engines, "WAIT_MS", 50)
    url = postgres.fresh()
    book, other = opened_book(url), opened_book(url)
    book.save(calm(), "Calm")
    with other.desk.writing() as connection:
        connection.execute(select(BLENDS).with_for_update())
        with pytest.raises(BlendError, match=r"holding the book.*try again"):
            book.save(calm("3 %"), "Calm")
    assert book.save(calm("3 %"), "Calm").number == 2


def test_a_server_that_went_away_is_a_sentence_and_the_next_try_works(postgres, opened_book):
    url = postgres.fresh()
    book = opened_book(url)
    book.save(calm(), "Calm")
    postgres.stop()
    try:
        for step in (lambda: book.save(calm("3 %"), "Calm"), book.blends, lambda: open_book(url)):
            with pytest.raises(BlendError, match=r"does not answer.*Try again"):
                step()
    finally:
        postgres.start()
    assert book.save(calm("3 %"), "Calm").number == 2


def test_a_connection_that_is_cut_in_the_middle_keeps_all_or_nothing(postgres, opened_book):
    book, other = opened_book(postgres.fresh()), opened_book(postgres.url())
    book.save(calm(), "Calm")

    def half():
        with book.desk.writing() as connection:
            connection.execute(BLENDS.update().values(note="half"))
            with other.desk.engine.connect() as cut:
                own = connection.connection.dbapi_connection.info.backend_pid
                cut.execute(text("SELECT pg_terminate_backend(:own)"), {"own": own})
            connection.execute(BLENDS.update().values(name="more"))

    with pytest.raises(BlendError, match="does not answer"):
        half()
    assert [(entry.name, entry.note) for entry in book.blends()] == [("Calm", "")]


def test_an_unknown_user_or_book_says_where_to_look_and_no_password(postgres):
    for url in (postgres.url("nowhere"), postgres.url().replace("tester", "stranger:geheim")):
        with pytest.raises(BlendError, match="Look at EQUAL_PARTS_BOOK") as refused:
            open_book(url)
        assert "geheim" not in str(refused.value)
        assert refused.value.__cause__ is None


@pytest.mark.parametrize("damaged", [b"no book at all " * 400, b"SQLite format 3\0" + b"\xff" * 8000])
def test_a_file_that_is_no_book_is_left_as_it_is(tmp_path, damaged):
    path = tmp_path / "book.db"
    path.write_bytes(damaged)
    with pytest.raises(BlendError, match="damaged, or is none"):
        open_book(f"sqlite:///{path}")
    assert path.read_bytes() == damaged


@pytest.mark.parametrize(
    ("complaint", "sentence"),
    [
        ('could not extend file "base/5/16384": No space left on device', "The disk is full"),
        ("database or disk is full", "The disk is full"),
        ("attempt to write a readonly database", "cannot be written to"),
        ("cannot execute INSERT in a read-only transaction", "cannot be written to"),
        ("database is locked", "Another program is holding"),
        ("canceling statement due to lock timeout", "Another program is holding"),
        ("database disk image is malformed", "damaged, or is none"),
        ("the database system is starting up", "does not answer"),
        ("server closed the connection unexpectedly", "does not answer"),
        ('FATAL:  password authentication failed for user "ann"', "does not know this user"),
        ("something nobody has seen", "could not be used"),
    ],
)
def test_each_complaint_is_said_plainly(complaint, sentence):
    said = faults.said(sqlite3.OperationalError(complaint))
    assert sentence in said
    assert "ry again" in said or "Move it away" in said
