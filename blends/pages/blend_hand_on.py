"""One block to hand the recipe on: title and note of one's own, link, code, card, text. Made only when asked for."""

from datetime import date
from urllib.parse import urlsplit

import streamlit as st

from blends.asking.brief import LONGEST_NOTE, LONGEST_TITLE
from blends.flow import Result, as_handed_on
from blends.pages.app_address import app_address
from blends.pages.blend_saved import open_saved, own_files, rests_on_own
from blends.pages.keys import Key
from blends.showing import output
from blends.showing.handed import hand_on
from blends.showing.html import files_html, sentence_html
from blends.showing.qr import qr_svg
from blends.showing.words import answer
from blends.showing.words import questions as ask
from blends.showing.words.headline import difference_sentence
from blends.showing.words.labels import LABELS


def hand_on_block(result: Result, best_before: str) -> None:
    """Show the block that hands `result` on; what is handed on never holds health data."""
    if differs := difference_sentence(result, as_handed_on(result)):
        st.html(sentence_html(differs, "note"))
    with st.container(horizontal=True, key="own_words"):
        for asked, key, longest in ((ask.TITLE, Key.TITLE, LONGEST_TITLE), (ask.NOTE, Key.NOTE, LONGEST_NOTE)):
            st.text_input(asked.label, key=key, max_chars=longest, persist_state="session", placeholder=asked.example)
    handed = hand_on(result, app_address() + "card", date.today(), best_before)
    with st.container(key="own_link"):
        st.code(handed.card.link, language=None)
    if missing := output.unprintable(handed.card):
        st.html(sentence_html(answer.not_drawn(missing), "note"))
    code = qr_svg(handed.card.link)
    if rests_on_own(result):
        if code:
            st.image(code, caption=LABELS.code_opens, alt=LABELS.code, width=160)
        own_files(handed)
    else:
        st.html(files_html(handed, urlsplit(app_address()).path, code=bool(code)))
    with st.container(horizontal=True):
        st.popover(answer.AS_TEXT).code(output.card_text(handed.card), language=None, wrap_lines=True)
        with st.popover(answer.OPEN_SAVED):
            open_saved()
