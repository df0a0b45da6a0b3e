"""The pages of the app; with blend_app.py the only files that import streamlit."""

from html import escape
from pathlib import Path

import streamlit as st

from blends.catalogue import Catalogue, shipped_tables

HERE = Path(__file__).parent


def catalogue() -> Catalogue:
    """Return the shipped tables, read and checked once for all visitors, before the first one (serving/start.py)."""
    return shipped_tables()


def icon() -> str:
    """Return the path of the page icon, a file of our own: nothing is fetched from elsewhere."""
    return str(HERE.joinpath("icon.png"))


def header(title: str, words: str) -> None:
    """Show the mark, the title of the page and one sentence."""
    text = f"<div><h1>{escape(title)}</h1><p>{escape(words)}</p></div>"
    st.html(f'<header class="ep-header"><span class="ep-mark"></span>{text}</header>')
    with st.container(horizontal=True, key="pages"):  # for phones, where the navigation is folded away
        for name in ("Blend", "Oils", "Massage"):
            st.page_link(HERE.joinpath(f"{name.lower()}.py"), label=name)
