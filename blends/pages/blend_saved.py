"""A recipe as its file: opened with the own figures it brings, and handed on where a link carries too little."""

from urllib.parse import urlsplit

import streamlit as st

from blends.asking.brief import Brief
from blends.asking.link import read_saved
from blends.errors import BlendError
from blends.flow import Result
from blends.pages.app_address import app_address
from blends.pages.blend_link import open_brief
from blends.pages.blend_state import unknown_of
from blends.pages.keys import Key, state
from blends.pages.tables_now import Own, names_with
from blends.showing.handed import Handed, handed_own
from blends.showing.html import forms_html, sentence_html
from blends.showing.recipe_file import RECIPE, own_of, recipe_file
from blends.showing.words import questions as ask
from blends.showing.words.files import OWN_FILES
from blends.showing.words.own import brought_said
from blends.tables.own import PREFIX

PATHS = {"pdf": "pdf?paper=a4", "json": "json", "txt": "txt", "csv": "csv"}  # of a card, behind its dot


def open_saved() -> None:
    """Open a recipe saved as JSON; anything else is said."""
    saved = st.file_uploader(ask.SAVED.label, type="json", key=Key.SAVED, max_upload_size=1)
    if saved is None or state.get(Key.SAVED_DONE) == saved.file_id:
        return
    state[Key.SAVED_DONE] = saved.file_id
    try:
        brief, own, said = read_file(saved.getvalue().decode("utf-8", "replace"))
    except BlendError as error:
        st.html(sentence_html(str(error)))
        return
    open_brief(brief, said=said, own=own)
    st.rerun()


def read_file(text: str) -> tuple[Brief, Own, str]:
    """Return the brief of a recipe's file, the own figures it brings, and what is to be said of them.

    Raises BlendError for what is no such file, and for one whose own figures are not whole or do not fit.
    """
    brief = read_saved(text)
    own = own_of(text, brief)
    names = names_with(own)
    said = brought_said([names[oil.id] for oil in own[0]], [names[each.oil] for each in own[1]])
    return brief, own, said if any(own) else ""


def rests_on_own(result: Result) -> bool:
    """Return whether a recipe rests on own figures: no address carries them, so its files are asked for by a form."""
    return any(handed_own(result).values())


def lacks_own() -> bool:
    """Return whether an opened recipe names somebody's own oil that is not here: its file is asked for then."""
    return any(id_.startswith(PREFIX) for field in ("oils", "base") for id_ in unknown_of(field))


def ask_for_lacking() -> None:
    """Ask for the file of a recipe whose own oils are not here; nothing else of a recipe is shown then."""
    with st.container(key="lacking"):
        open_saved()


def own_files(handed: Handed, kinds: tuple[str, ...] = tuple(OWN_FILES)) -> None:
    """Show the buttons that fetch the recipe's files by its own file, which any replica answers; kinds: of file."""
    to, sent = urlsplit(app_address()).path + "card.", {RECIPE: recipe_file(handed)}
    st.html(forms_html([(OWN_FILES[kind], to + PATHS[kind], sent) for kind in kinds]))
