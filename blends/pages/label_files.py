"""The files of the Label page: fetched by a form from the routes, which any replica answers.

A recipe that rests on figures of one's own is unknown to the routes, whose tables are the shipped ones: its files are
made here, by the same maker, when their button is pressed.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from urllib.parse import urlsplit

import streamlit as st

from blends.flow import Result
from blends.making.handed_on import brief_to_hand_on, write_link
from blends.pages.blend_link import app_address
from blends.pages.keys import Key, held, state
from blends.showing.handed import handed_own
from blends.showing.html import note_html
from blends.showing.label import Details
from blends.showing.label_file import LabelFile, label_file
from blends.showing.label_form import read_print
from blends.showing.label_html import files_html
from blends.showing.words import label_page as words
from blends.showing.words.papers import PAPERS_WORDS

TEXTS = {  # of the form -> of the session
    "use": Key.LABEL_USE,
    "size": Key.LABEL_SIZE,
    "look": Key.LABEL_LOOK,
    "paper": Key.LABEL_PAPER,
    "product": Key.LABEL_NAME,
    "batch": Key.LABEL_BATCH,
    "made": Key.LABEL_MADE,
    "before": Key.BEST_BEFORE,
    "months": Key.LABEL_MONTHS,
    "language": Key.LABEL_LANGUAGE,
    "allergens": Key.LABEL_ALLERGENS,
}
FOR_SALE = {"responsible": Key.LABEL_RESPONSIBLE, "origin": Key.LABEL_ORIGIN}
ON_SHEET = {
    "sheet": Key.LABEL_SHEET,
    "copies": Key.LABEL_COPIES,
    "first": Key.LABEL_FIRST,
    "right": Key.LABEL_RIGHT,
    "down": Key.LABEL_DOWN,
}


def form_now(result: Result) -> dict[str, str]:
    """Return what the inputs say of the label, in the keys of label_form.py; "" is left out."""
    selling = held(Key.LABEL_USE) == "sale"
    keys = TEXTS | (FOR_SALE if selling else {"note": Key.LABEL_NOTE})
    keys |= ON_SHEET if held(Key.LABEL_SHEETS) else {}
    texts = {name: str(held(key) or "") for name, key in keys.items()}
    own = str(held(Key.LABEL_CAUTIONS) or "")
    named = {portion.oil.id: str(held(Key.inci(portion.oil.id)) or "") for portion in result.recipe.portions}
    texts |= {
        "cautions": "" if own.strip() == state.get(Key.LABEL_OURS) else own,
        "leaflet": "yes" if selling and held(Key.LABEL_LEAFLET) else "",
        "qr": "yes" if held(Key.LABEL_CODE) else "",
        "inci": "\n".join(f"{id_}:{name}" for id_, name in named.items() if name.strip()),
        "sheets": "\n".join(held(Key.LABEL_READ) or []),
        "ruled": "\n".join(held(Key.LABEL_RULED) or []),
    }
    return {name: text for name, text in texts.items() if text.strip()}


def files(result: Result, form: dict[str, str], details: Details) -> None:
    """Show the buttons that fetch the label: alone, as a picture, on a sheet, and the leaflet that goes with it."""
    alone, how = _alone(form), read_print(form)
    found: list[tuple[str, LabelFile, Mapping[str, str]]] = [
        (words.LABEL_PDF, LabelFile.LABEL_PDF, alone),
        (words.LABEL_PNG, LabelFile.LABEL_PNG, alone),
    ]
    if how.sheet:
        found.append((words.SHEET_PDF, LabelFile.LABEL_PDF, form))
    if form.get("leaflet") and how.size != "leaflet":
        found.append((words.LEAFLET_PDF, LabelFile.LABEL_PDF, alone | {"size": "leaflet", "qr": "no"}))
    _offer(result, details, found)
    st.html(note_html(words.PRINT_HOW))


def papers(result: Result, form: dict[str, str], details: Details) -> None:
    """Show the buttons that fetch the papers, and what they are not."""
    alone = _alone(form)
    st.subheader(words.PAPERS_HEAD, anchor=False)
    st.html(note_html(PAPERS_WORDS.what_not))
    _offer(
        result,
        details,
        [(words.PAPERS_PDF, LabelFile.PAPERS_PDF, alone), (words.PAPERS_CSV, LabelFile.PAPERS_CSV, alone)],
    )


def _offer(result: Result, details: Details, found: list[tuple[str, LabelFile, Mapping[str, str]]]) -> None:
    if not any(handed_own(result).values()):
        st.html(files_html([(said, _to(file, result), texts) for said, file, texts in found]))
        return
    with st.container(horizontal=True):
        for said, file, texts in found:
            made = partial(_make, result, details, file, texts)  # when its button is pressed
            st.download_button(said, made, file, on_click="ignore", key=f"own_{file}_{said}")


def _make(result: Result, details: Details, file: LabelFile, texts: Mapping[str, str]) -> bytes:
    """Return a file as its route would answer with it."""
    how = read_print(texts)
    return label_file(file, result, details if how.qr else replace(details, link=""), how)


def _alone(form: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in form.items() if name not in ON_SHEET}


def _to(file: LabelFile, result: Result) -> str:
    recipe = write_link(brief_to_hand_on(result.settled))
    return urlsplit(app_address()).path.removesuffix("label/") + file + recipe
