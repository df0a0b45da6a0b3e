"""What all tests share: the shipped tables, one budget for property tests, and no silent skips in CI."""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import postgres as postgres_
import pytest
from effort import ALL, CI, tries
from hypothesis import settings
from in_browser import address, browser, contexts, open_page  # noqa: F401 - what the browser's tests are given
from live import server  # noqa: F401 - the app as it is started
from standing_clock import Clock
from uncounted import LIST, function

from blends import Catalogue, open_book
from blends.keeping.where import SETTING
from blends.tables.catalogue import shipped_tables

ELSEWHERE = ("test_browser", "test_serving_live", "test_serving_pages")  # the app runs in another process
UNCOUNTED = frozenset(LIST.read_text(encoding="utf-8").split()) if os.environ.get("COUNT") != "all" else frozenset()

os.environ.pop(SETTING, None)  # the book of whoever runs the tests is opened by none of them
settings.register_profile("steady", deadline=None, max_examples=tries(300), derandomize=True)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return shipped_tables()


@pytest.fixture(scope="session")
def postgres() -> Iterator[postgres_.Cluster]:
    """A server of this session's own; skipped with the reason where there is none, which fails in CI."""
    try:
        cluster = postgres_.Cluster()
    except postgres_.MissingError as reason:
        pytest.skip(str(reason))
    yield cluster
    cluster.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty book, on each engine."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'data' / 'book.db'}"
    return str(request.getfixturevalue("postgres").fresh())


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A book of one's own in a folder of this test, which the pages open; open here too, as in another tab."""
    url = f"sqlite:///{tmp_path / 'book.db'}"
    monkeypatch.setenv(SETTING, url)
    with closing(open_book(url)) as kept:
        yield kept


@pytest.fixture
def opened_book() -> Iterator[Callable[..., Any]]:
    """Open books as they are asked for, by a clock that stands, and close them all at the end."""
    with ExitStack() as books:
        yield lambda url="", **more: books.enter_context(closing(open_book(url, clock=Clock(), **more)))


@pytest.fixture
def page() -> Any:
    """Return the Blend page as it opens."""
    from on_the_page import blend_page  # noqa: PLC0415 - streamlit only where a page is tried

    return blend_page()


def pytest_configure(config: pytest.Config) -> None:
    """Leave out what is slow where the whole suite is run; whoever names a file or a mark gets all of it."""
    if whole(config) and not ALL and not config.option.markexpr:
        config.option.markexpr = "not long" if CI else "not slow and not long"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Count no lines where that only costs: in laws, tried hundreds of times, and the like.

    By the tracers themselves, with what the test is given: under pytest-xdist the mark of pytest-cov stops one of two.
    """
    counting, in_threads = sys.gettrace(), threading.gettrace()
    elsewhere = item.path.name.startswith(ELSEWHERE)
    if not counting or not (item.get_closest_marker("hypothesis") or elsewhere or function(item.nodeid) in UNCOUNTED):
        return (yield)
    sys.settrace(None)
    threading.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(counting)
        threading.settrace(in_threads)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skipped test is a failure: there every browser must be there."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if CI and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Return 0 where a file or test was named: a few tests are done sooner in this process than others start."""
    return None if whole(config) else 0


def whole(config: pytest.Config) -> bool:
    """Whether no file and no test was named."""
    return config.args_source is pytest.Config.ArgsSource.TESTPATHS and not config.option.keyword
