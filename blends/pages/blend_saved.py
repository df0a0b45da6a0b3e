"""A recipe as its file: opened with the own figures it brings, and handed on where a link carries too little."""

from collections.abc import Callable

import streamlit as st

from blends.asking.brief import Brief
from blends.asking.link import read_saved
from blends.errors import BlendError
from blends.flow import Result
from blends.pages.blend_link import app_address, open_brief
from blends.pages.blend_state import unknown_of
from blends.pages.keys import Key, state
from blends.pages.tables_now import Own, names_with
from blends.serving.figures import card_csv, card_json
from blends.showing import output
from blends.showing.handed import Handed, handed_own
from blends.showing.html import sentence_html
from blends.showing.words import questions as ask
from blends.showing.words.files import OWN_FILES
from blends.showing.words.own import brought_said, not_brought
from blends.tables.own import PREFIX, read_own


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
    brief, own = read_saved(text), read_own(text)
    names = names_with(own)
    own_ids = [part.id for part in (*brief.oils, *brief.bases) if part.id.startswith(PREFIX)]
    if missing := [id_ for id_ in own_ids if id_ not in names]:
        raise BlendError(not_brought(missing))
    said = brought_said([names[oil.id] for oil in own[0]], [names[each.oil] for each in own[1]])
    return brief, own, said if any(own) else ""


def rests_on_own(result: Result) -> bool:
    """Return whether a recipe rests on own figures: no address carries them, so its files are made here."""
    return any(handed_own(result).values())


def lacks_own() -> bool:
    """Return whether an opened recipe names somebody's own oil that is not here: its file is asked for then."""
    return any(id_.startswith(PREFIX) for field in ("oils", "base") for id_ in unknown_of(field))


def ask_for_lacking() -> None:
    """Ask for the file of a recipe whose own oils are not here; nothing else of a recipe is shown then."""
    with st.container(key="lacking"):
        open_saved()


def own_files(handed: Callable[[], Handed], title: str, kinds: tuple[str, ...] = tuple(OWN_FILES)) -> None:
    """Show the buttons that save the recipe's files, each made when it is pressed; kinds: of file."""
    page = app_address()
    made: dict[str, Callable[[], bytes]] = {
        "pdf": lambda: output.pdf(handed().card, "a4"),
        "json": lambda: card_json(handed(), page).encode(),
        "txt": lambda: output.card_text(handed().card).encode(),
        "csv": lambda: card_csv(handed().card).encode(),
    }
    with st.container(horizontal=True, key=f"own_files_{len(kinds)}"):
        for kind in kinds:
            key = f"own_{kind}_{len(kinds)}"
            st.download_button(OWN_FILES[kind], made[kind], f"{title}.{kind}", key=key, on_click="ignore")
