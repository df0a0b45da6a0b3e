"""One block to share the recipe: title and note of one's own, link, code, card, text. Made only when asked for."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from blends.asking.brief import LONGEST_NOTE, LONGEST_TITLE
from blends.asking.link import read_saved
from blends.errors import BlendError
from blends.flow import Result
from blends.flow import share as as_shared
from blends.making.handed_on import write_link
from blends.pages.blend_link import app_address, open_brief
from blends.pages.keys import Key, state
from blends.showing import output
from blends.showing.card import Card, write_card
from blends.showing.html import sentence_html
from blends.showing.words.headline import difference_sentence


def share(result: Result, best_before: str) -> None:
    """Show the share block of `result`; what is handed on never holds health data."""
    shown = as_shared(result)
    if differs := difference_sentence(result, shown):
        st.html(sentence_html(differs, "note"))
    st.text_input("Title", key=Key.TITLE, max_chars=LONGEST_TITLE, persist_state="session", placeholder="For Ann")
    st.text_input("Note", key=Key.NOTE, max_chars=LONGEST_NOTE, persist_state="session")
    link = write_link(shown.brief, app_address())
    card = write_card(shown, link, date.today(), best_before)
    st.code(link, language=None, wrap_lines=True)
    if missing := output.unprintable(card):
        st.html(sentence_html(f"The card's fonts cannot draw {missing}: a square stands for each.", "note"))
    if code := output.qr_svg(link):
        st.image(code, caption="The code opens this recipe", alt="QR code of the link to this recipe", width=160)
    with st.spinner("Setting the card"):
        st.image(output.png(card), caption="The card for a chat", alt=f"{card.title}: {card.short}", width="stretch")
    _downloads(card)
    st.code(output.card_text(card), language=None, wrap_lines=True)
    _open_saved()


def _downloads(card: Card) -> None:
    files: dict[str, tuple[str, str, Callable[[], bytes | str]]] = {
        "PDF A6": ("blend-a6.pdf", "application/pdf", lambda: output.pdf(card)),
        "PDF A4": ("blend-a4.pdf", "application/pdf", lambda: output.pdf(card, "a4")),
        "PDF Letter": ("blend-letter.pdf", "application/pdf", lambda: output.pdf(card, "letter")),
        "Picture": ("blend.png", "image/png", lambda: output.png(card)),
        "CSV": ("blend.csv", "text/csv", lambda: output.csv(card)),
        "JSON": ("blend.json", "application/json", lambda: output.json_text(card)),
    }
    with st.container(horizontal=True):
        for name, (file, kind, make) in files.items():
            st.download_button(name, make, file, kind, on_click="ignore", key=f"save_{file}")


def _open_saved() -> None:
    """Open a recipe saved as JSON; anything else is said."""
    saved = st.file_uploader("Open a recipe saved as JSON", type="json", key=Key.SAVED, max_upload_size=1)
    if saved is None or state.get(Key.SAVED_DONE) == saved.file_id:
        return
    state[Key.SAVED_DONE] = saved.file_id
    try:
        brief = read_saved(saved.getvalue().decode("utf-8", "replace"))
    except BlendError as error:
        st.html(sentence_html(str(error)))
        return
    open_brief(brief)
    st.rerun()
