"""The pages of the app; with blend_app.py the only files that import streamlit.

They read inputs and show results: no arithmetic, no rule, no table is read here.

    shell.py                what stands around every page: set-up and navigation
    blend.py                the Blend page; blend_….py are its parts: blend_what_for, _oils, _person and _inputs ask the
                            four questions, blend_answer.py and _recipe answer, _behind and _help open below it
    oils.py, massage.py     the Oils page; the Massage page
    book.py, shelf.py       the Book page and *My oils*, with parts of the same names
    possible.py             the page *What can I make?*
    label.py                the Label page, with parts of the same name
    keys.py                 what the session holds: every key, once
    blend_state.py          both ways between a brief and the inputs
    app_address.py          where the app is: what links, codes and forms begin with
    blend_link.py           both ways between a brief and the address
    tables_now.py           the tables, to whoever asks; book_now.py, own_now.py and shelf_now.py: the book,
                            its own figures, the shelf

May import every other room.
"""

import re
from pathlib import Path

import streamlit as st

from blends.pages.keys import Key, state
from blends.pages.own_now import know_own
from blends.showing.html import header_html
from blends.showing.words import pages as words

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


def header(page: str) -> None:
    """Show the mark, the title of a page, which is named by its file, and one sentence; own figures are known then."""
    # Whether the visitor comes from another of the pages: its links carry no address, and the recipe stays.
    state[Key.ELSEWHERE] = state.get(Key.PAGE, page) != page
    state[Key.PAGE] = page
    know_own(anew=Key.AGAIN not in state)
    with st.container(horizontal=True, vertical_alignment="center", key="top"):
        st.html(header_html(words.TITLES[page], words.HEADS[page]))
        for each in words.MENU:
            st.page_link(HERE.joinpath(f"{each}.py"), label=words.NAMES[each])
    st.html(SCRIPT, unsafe_allow_javascript=True)
    beside = words.BESIDE.get(page, ())
    if beside:
        with st.container(horizontal=True, key="beside"):
            for each in beside:
                st.page_link(HERE.joinpath(f"{each}.py"), label=words.NAMES[each])
