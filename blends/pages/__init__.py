"""The pages of the app; with blend_app.py the only files that import streamlit.

They read inputs and show results: no arithmetic, no rule, no table is read here. keys.py names what the session
holds, blend_state.py goes both ways between a brief and the inputs, tables_now.py gives the tables to whoever asks.
May import every other room.
"""

import re
from pathlib import Path

import streamlit as st

from blends.pages.keys import Key, state
from blends.showing.html import header_html

HERE = Path(__file__).parent
SCRIPT = f"<script>{HERE.joinpath('page.js').read_text(encoding='utf-8')}</script>"  # ours, whole; nothing enters it


def plain(text: str) -> str:
    r"""Return `text` for a label or pill, which Streamlit reads as Markdown: shown letter by letter, nothing loaded.

    >>> plain("Eucalyptus (blue gum)")
    'Eucalyptus (blue gum)'
    >>> print(plain("![x](https://example.org/a.png)"))
    \!\[x\](https\://example.org/a.png)
    """
    return re.sub(r"([\\`*_\[\]<>#$~|!:]|&(?=#?\w+;)|^[-+](?= )|(?<=\d)[.)](?= ))", r"\\\1", text)


def icon() -> str:
    """Return the path of the page icon, a file of our own: nothing is fetched from elsewhere."""
    return str(HERE.joinpath("icon.png"))


def header(title: str, words: str) -> None:
    """Show the mark, the title of the page and one sentence."""
    # Whether the visitor comes from another of the pages: its links carry no address, and the recipe stays.
    state[Key.ELSEWHERE] = state.get(Key.PAGE, title) != title
    state[Key.PAGE] = title
    with st.container(horizontal=True, vertical_alignment="center", key="top"):
        st.html(header_html(title, words))
        for name in ("Blend", "Oils", "Massage"):
            st.page_link(HERE.joinpath(f"{name.lower()}.py"), label=name)
    st.html(SCRIPT, unsafe_allow_javascript=True)
