"""One block to share the recipe: title and note of one's own, the link with a copy button."""

import streamlit as st

from blends.brief import LONGEST_NOTE, LONGEST_TITLE
from blends.flow import Result, brief_to_share
from blends.link import write_link


def share(result: Result) -> None:
    """Show the share block of `result`."""
    with st.expander("Share this recipe", key="share"):
        st.text_input("Title", key="title", max_chars=LONGEST_TITLE, persist_state="session", placeholder="For Ann")
        st.text_input("Note", key="note", max_chars=LONGEST_NOTE, persist_state="session")
        st.code(write_link(brief_to_share(result), _page()), language=None, wrap_lines=True)


def _page() -> str:
    return (st.context.url or "").partition("?")[0]
