"""The command `equal-parts`: start the app with its own theme, fonts and settings, in this one process."""

import os
import runpy
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from blends.keeping.where import LOCAL, SETTING
from blends.showing.words.files import NO_VERSION

PACKAGE = Path(__file__).parent


def app_path() -> Path:
    """Return blend_app.py: inside the package once installed, beside it in a checkout."""
    inside = PACKAGE / "app" / "blend_app.py"
    return inside if inside.exists() else PACKAGE.parent / "blend_app.py"


def version_line() -> str:
    """Return the name and the version, as `equal-parts --version` prints them."""
    try:
        return f"equal-parts {version('equal-parts')}"
    except PackageNotFoundError:  # a checkout that was never installed
        return NO_VERSION


def choose_book(words: list[str]) -> None:
    """Choose the book of this machine for this process, unless another is set or the words let in others.

    Whoever names an address of the server may open the page to more people than the owner of the book; they get a
    file each, until EQUAL_PARTS_BOOK says otherwise.
    """
    opened = any(word.startswith("--server.address") for word in words) or "STREAMLIT_SERVER_ADDRESS" in os.environ
    if not opened:
        os.environ.setdefault(SETTING, LOCAL)


def main() -> int:
    """Run the app until it is stopped; words after `equal-parts` go to streamlit, as in `--server.port 8600`.

    Streamlit runs as `python -m streamlit` would, but here: whoever stops this process leaves nothing on the port.
    """
    words = sys.argv[1:]
    if "--version" in words:
        print(version_line())
        return 0
    choose_book(words)
    sys.argv = ["streamlit", "run", str(app_path()), *words]
    try:
        runpy.run_module("streamlit", run_name="__main__", alter_sys=True)
    except KeyboardInterrupt:
        return 0
    return 0
