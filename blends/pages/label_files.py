"""The files of the Label page: fetched by a form from the routes, which any replica answers.

The routes know the shipped tables alone: the form of a recipe that rests on figures of one's own carries its file.
"""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

import streamlit as st

from blends.flow import Result
from blends.making.handed_on import brief_to_hand_on, write_link
from blends.pages.app_address import app_address
from blends.pages.keys import Key, held, state
from blends.showing.handed import hand_on, handed_own
from blends.showing.html import forms_html, note_html
from blends.showing.label_file import LabelFile
from blends.showing.label_form import IN_FORMS, read_print
from blends.showing.label_form import TEXTS as TYPED
from blends.showing.recipe_file import RECIPE, recipe_file
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
        "today": date.today().isoformat(),
        "leaflet": "yes" if selling and held(Key.LABEL_LEAFLET) else "",
        "qr": "yes" if held(Key.LABEL_CODE) else "",
        "inci": "\n".join(f"{id_}:{name}" for id_, name in named.items() if name.strip()),
        "sheets": "\n".join(held(Key.LABEL_READ) or []),
        "ruled": "\n".join(held(Key.LABEL_RULED) or []),
    }
    return {name: text for name, text in texts.items() if text.strip()}


def files(result: Result, form: dict[str, str]) -> None:
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
    _offer(result, found)
    st.html(note_html(words.PRINT_HOW))


def papers(result: Result, form: dict[str, str]) -> None:
    """Show the buttons that fetch the papers, and what they are not."""
    alone = _alone(form)
    st.subheader(words.PAPERS_HEAD, anchor=False)
    st.html(note_html(PAPERS_WORDS.what_not))
    _offer(result, [(words.PAPERS_PDF, LabelFile.PAPERS_PDF, alone), (words.PAPERS_CSV, LabelFile.PAPERS_CSV, alone)])


def _offer(result: Result, found: list[tuple[str, LabelFile, Mapping[str, str]]]) -> None:
    own = {RECIPE: recipe_file(hand_on(result))} if any(handed_own(result).values()) else {}
    sent = [
        (said, _to(file, result), {IN_FORMS.get(key, key): text for key, text in texts.items()} | own)
        for said, file, texts in found
    ]
    st.html(forms_html(sent, typed=any(texts.get(key) for _, _, texts in found for key in TYPED)))


def _alone(form: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in form.items() if name not in ON_SHEET}


def _to(file: LabelFile, result: Result) -> str:
    recipe = write_link(brief_to_hand_on(result.settled))
    return urlsplit(app_address()).path + file + recipe
