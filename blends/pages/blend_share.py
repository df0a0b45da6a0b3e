"""One block to share the recipe: title and note of one's own, link, code, card, text. Made only when asked for."""

from datetime import date
from urllib.parse import urlsplit

import streamlit as st

from blends import output
from blends.brief import LONGEST_NOTE, LONGEST_TITLE
from blends.errors import BlendError
from blends.flow import Result
from blends.handed import hand_on
from blends.handed_html import files_html
from blends.html import sentence_html
from blends.link import read_saved
from blends.pages import catalogue
from blends.pages.blend_link import open_brief

state = st.session_state


def share(result: Result, best_before: str) -> None:
    """Show the share block of `result`; what is handed on never holds health data."""
    with st.expander("Share this recipe", key="share"):
        st.text_input("Title", key="title", max_chars=LONGEST_TITLE, persist_state="session", placeholder="For Ann")
        st.text_input("Note", key="note", max_chars=LONGEST_NOTE, persist_state="session")
        if not st.toggle("Link, card and text", key="show_share", persist_state="session"):
            return
        page = _page()
        handed = hand_on(result, catalogue(), page + "card", date.today(), best_before)
        st.code(handed.link, language=None, wrap_lines=True)
        if missing := output.unprintable(handed.card):
            st.html(sentence_html(f"The card's fonts cannot draw {missing}: a square stands for each.", "note"))
        if code := output.qr_svg(handed.link):
            st.image(code, caption="The code opens this recipe", width=160)
        st.html(files_html(handed, urlsplit(page).path))
        st.code(output.text(handed.card), language=None, wrap_lines=True, height=240)
        _open_saved()


def _open_saved() -> None:
    """Open a recipe saved as JSON; anything else is said."""
    saved = st.file_uploader("Open a recipe saved as JSON", type="json", key="saved", max_upload_size=1)
    if saved is None or state.get("saved_done") == saved.file_id:
        return
    state["saved_done"] = saved.file_id
    try:
        brief = read_saved(saved.getvalue().decode("utf-8", "replace"))
    except BlendError as error:
        st.html(sentence_html(str(error)))
        return
    open_brief(brief)
    st.rerun()


def _page() -> str:
    """Return the address of the app, "/" at its end; the Blend page is its front page."""
    return (st.context.url or "").partition("?")[0].rstrip("/") + "/"
