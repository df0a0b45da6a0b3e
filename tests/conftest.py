"""What all tests share: the shipped tables, one budget for property tests, and no silent skips in CI."""

import os
from typing import Any

import pytest
from hypothesis import settings

from blends import Catalogue, read_catalogue

settings.register_profile("steady", deadline=None, max_examples=300, derandomize=True)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return read_catalogue()


@pytest.fixture
def page() -> Any:
    """Return the Blend page as it opens."""
    from on_the_page import blend_page  # noqa: PLC0415 - streamlit only where a page is tried

    return blend_page()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skipped test is a failure: there every browser must be there."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
