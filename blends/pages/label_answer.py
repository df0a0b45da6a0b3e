"""The answer of the Label page: why it is not for sale and what clears it, the label as it looks, files and papers."""

from dataclasses import replace

import streamlit as st

from blends.errors import BlendError
from blends.flow import Result, as_handed_on
from blends.pages import HERE
from blends.pages.app_address import app_address
from blends.pages.keys import Key, held
from blends.pages.label_clear import ways_to_clear, ways_to_fit
from blends.pages.label_files import files, form_now, papers
from blends.showing.handed import code_link
from blends.showing.html import note_html, sentence_html
from blends.showing.label import Details, Label, write_label
from blends.showing.label_form import Print, read_details, read_print
from blends.showing.label_html import preview_html, reasons_html, rules_html, spoken_label
from blends.showing.printed import label_png
from blends.showing.sheets import SIZES
from blends.showing.words import label_page as words
from blends.showing.words.headline import difference_sentence

SHOWN = {"10ml": 460, "30ml": 560, "50ml": 560, "100ml": 600, "2x4in": 600, "lid": 360, "leaflet": 420}  # pixels wide


def answer(result: Result) -> None:
    """Show the label of `result` with all that stands against it, its files, and the papers."""
    form = form_now(result)
    try:
        details, how = read_details(form), read_print(form)
        if how.qr:
            page = app_address() + "card"
            details = replace(details, link=code_link(result, page, details.use == "sale"))
        label = write_label(result, details)
    except BlendError as error:
        where = words.FIELDS.get(error.field, "")
        st.html(sentence_html(f"{where}: {error}" if where else str(error)))
        return
    if differs := difference_sentence(result, as_handed_on(result)):
        st.html(sentence_html(differs, "note"))
    _for_what(result, label)
    if _preview(result, label, details, how):
        files(result, form)
    papers(result, form)
    rules = st.expander(words.RULES_BOX, key=Key.LABEL_RULES, on_change="rerun")
    if rules.open:
        rules.html(rules_html(result))


def _for_what(result: Result, label: Label) -> None:
    """Say whether it is for sale: every reason why not, with what clears it."""
    if label.use != "sale":
        st.html(note_html(words.OWN[label.use]))
        if label.claims:
            st.html(sentence_html(next(each.words for each in label.not_for_sale if each.code == "claim"), "note"))
        return
    if label.not_for_sale:
        st.html(reasons_html(label))
        ways_to_clear(result, label)
        st.page_link(HERE.joinpath("blend.py"), label=words.BACK)
    else:
        st.html(sentence_html(words.FOR_SALE + ". " + words.STILL, "note"))


def _preview(result: Result, label: Label, details: Details, how: Print) -> bool:
    """Show the label as it looks; where it does not fit, say so and offer what would."""
    try:
        picture = label_png(result, how.size, details, look=how.look, paper=how.paper)
    except BlendError as error:
        st.html(sentence_html(str(error)))
        ways_to_fit(how.size, label.use, held(Key.LABEL_LEAFLET))
        return False
    size = SIZES[how.size]
    caption = words.REAL_SIZE.format(size=f"{size.width:g} x {size.height:g} mm")
    st.html(preview_html(picture, spoken_label(label), caption, SHOWN[how.size]))
    if details.enclosed and how.size != "leaflet":
        st.html(note_html(words.ENCLOSED))
    return True
