"""The pages of the app; with blend_app.py the only files that import streamlit."""

import re
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from blends.tables.catalogue import Catalogue, read_catalogue

HERE = Path(__file__).parent


@st.cache_resource(show_spinner="Reading the oil tables")
def catalogue() -> Catalogue:
    """Return the shipped tables, read and checked once for all visitors."""
    return read_catalogue()


def plain(text: str) -> str:
    r"""Return `text` for a label or pill, which Streamlit reads as Markdown: shown letter by letter, nothing loaded.

    >>> plain("Eucalyptus (blue gum)")
    'Eucalyptus (blue gum)'
    >>> print(plain("![x](https://example.org/a.png)"))
    \!\[x\](https\://example.org/a.png)
    """
    return re.sub(r"([\\`*_\[\]<>#$~|!:]|&(?=#?\w+;)|^[-+](?= )|(?<=\d)[.)](?= ))", r"\\\1", text)


def begins(key: str, otherwise: Any) -> Any:  # noqa: ANN401 - what the input holds
    """Return where the input `key` begins: as the address says that opened the session, else `otherwise`.

    Given as an input's default and not set: what the browser still knows after a restart of the server comes first.
    """
    return st.session_state.get("begin", {}).get(key, otherwise)


def icon() -> str:
    """Return the path of the page icon, a file of our own: nothing is fetched from elsewhere."""
    return str(HERE.joinpath("icon.png"))


def header(title: str, words: str) -> None:
    """Show the mark, the title of the page and one sentence."""
    # Whether the visitor comes from another of the pages: its links carry no address, and the recipe stays.
    st.session_state["elsewhere"] = st.session_state.get("page", title) != title
    st.session_state["page"] = title
    text = f"<div><h1>{escape(title)}</h1><p>{escape(words)}</p></div>"
    st.html(f'<header class="ep-header"><span class="ep-mark"></span>{text}</header>')
    with st.container(horizontal=True, key="pages"):  # for phones, where the navigation is folded away
        for name in ("Blend", "Oils", "Massage"):
            st.page_link(HERE.joinpath(f"{name.lower()}.py"), label=name)
