"""One file of the pages names the keys of the session; the others take them from there."""

import ast
import re
from pathlib import Path

import pytest

import blends

PAGES = sorted(path for path in Path(blends.__file__).parent.joinpath("pages").glob("*.py") if path.name != "keys.py")
HOLDING = {"text_input", "pills", "segmented_control", "selectbox", "number_input", "date_input", "toggle"}
HOLDING |= {"checkbox", "radio", "file_uploader", "menu_button", "text_area", "multiselect"}
IN_QUOTES = re.compile(
    r"""\bstate(\[f?["']|\.(get|pop|setdefault)\(f?["']|\.update\(\w+=|\.(?!get|pop|update|setd)\w)"""
)


def named(text):
    """Yield what names a key in quotes: the session's state, and the key of an input."""
    yield from (found[0] for found in IN_QUOTES.finditer(text))
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in HOLDING:
            quoted = (word for word in node.keywords if word.arg == "key" and not isinstance(word.value, ast.Attribute))
            yield from (ast.unparse(word) for word in quoted if isinstance(word.value, ast.Constant | ast.JoinedStr))


@pytest.mark.parametrize(
    "text",
    ["state['a']", "state.b", "state.get(f'c')", "state.update(d=1)", "st.pills(key='e')", "a.text_input(key=f'f')"],
)
def test_a_key_in_quotes_is_found(text):
    assert list(named(text))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_other_page_names_a_key_of_the_session(path):
    assert list(named(path.read_text(encoding="utf-8"))) == []
