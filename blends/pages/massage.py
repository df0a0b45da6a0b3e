"""The Massage page: the guide, chapter by chapter, with its drawings."""

import streamlit as st

from blends.pages import header, plain
from blends.pages.tables_now import tables_now
from blends.showing.guide import opened_at, with_titles
from blends.showing.html import check_html
from blends.tables.sources import sources_of

header("massage")


@st.cache_resource(max_entries=8)
def _titles(mark: str) -> dict[str, str]:
    """Return how each source is written in the guide: its title, linked if it can be; by the tables of this mark."""
    titles = {}
    for key in map(str, tables_now().sources.index):
        (source,) = sources_of(key, tables_now())
        title = plain(source.title)
        titles[key] = f"[{title}]({source.address})" if source.address else title
    return titles


st.html(check_html(tables_now().when_not_to_massage))
titles = _titles(tables_now().mark)
chapters = opened_at(st.query_params.get("chapter", ""))
with st.container(key="guide"):
    st.markdown("\n".join(f"1. [{chapter.title}](#{chapter.anchor})" for chapter in chapters))
    for chapter in chapters:
        st.header(chapter.title, anchor=chapter.anchor)
        # The text and drawings are files of our own; nothing a visitor wrote comes here.
        st.markdown(with_titles(chapter.text, titles), unsafe_allow_html=True)
