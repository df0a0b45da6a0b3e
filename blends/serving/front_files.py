"""The page's code as Streamlit installed it -> which files a first visit needs, and the same files packed.

A name there carries a hash of what is in it, so names are looked up and never written down; what is not found is
left to come late or unpacked, as it would without this.
"""

import gzip
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

# Of what the front page is made at first sight, as Streamlit calls its parts (a test compares them with the page).
PARTS = ("html", "page_link", "button_group", "text_input")
_NAMED = re.compile(r"static/((?:js|css)/[\w.-]+\.(?:js|css))")
_IMPORTED = re.compile(r"""\b(?:from|import)\s*["'`]\./([\w.-]+\.js)["'`]""")


def folder() -> Path:
    """Return the folder of the page that Streamlit serves; one that is not there where it is not installed."""
    found = find_spec("streamlit")
    return Path(found.origin if found and found.origin else "none").parent / "static"


@cache
def always() -> tuple[str, ...]:
    """Return the files that the page itself names, such as js/index.Dorm.js; its browser asks for them at once."""
    index = folder() / "index.html"
    return tuple(dict.fromkeys(_NAMED.findall(index.read_text("utf-8")))) if index.is_file() else ()


@cache
def needed() -> tuple[str, ...]:
    """Return the files that the front page's parts need beside those, with all that they import."""
    code = folder() / "static" / "js"
    waiting = [each.name for part in PARTS for each in sorted(code.glob(f"{part.title().replace('_', '')}.*.js"))]
    found: dict[str, None] = {}
    while waiting:
        name = f"js/{(file := waiting.pop())}"
        if name not in found and name not in always() and (code / file).is_file():
            found[name] = None
            waiting += _IMPORTED.findall((code / file).read_text("utf-8"))
    return tuple(found)


@cache
def packed() -> dict[str, bytes]:
    """Return all these files as gzip, made once: half a megabyte for more than two."""
    files = ((name, folder() / "static" / name) for name in (*always(), *needed()))
    return {name: gzip.compress(file.read_bytes(), 6, mtime=0) for name, file in files if file.is_file()}
