"""The other way round: drops and a bottle -> the dilution that they make."""

import streamlit as st

from blends.asking.brief import read_fields
from blends.asking.quantities import read_bottle, read_count
from blends.errors import BlendError
from blends.making.guidance import guidance_for
from blends.making.recipe import dilution_of_drops
from blends.pages.blend_state import age_fault, texts_of_widgets
from blends.pages.keys import Key
from blends.pages.tables_now import tables_now
from blends.showing.html import sentence_html
from blends.showing.words.inputs import above_usual_sentence, dilution_sentence


def other_way() -> None:
    """Ask for drops and a bottle, and say what dilution that is, and whether that is much for the person."""
    brief, _ = read_fields(texts_of_widgets())
    count, size = st.columns(2)
    drops_text = count.text_input("The other way round: drops", "12", key=Key.HAVE_DROPS) or ""
    bottle_text = size.text_input("in a bottle of", "30 ml", key=Key.HAVE_BOTTLE) or ""
    try:
        drops = read_count(drops_text, "a number of drops", 100_000, "12")
        bottle = read_bottle(bottle_text, brief.system)
        found = dilution_sentence(drops, bottle, brief.drops_per_ml, brief.fill)
    except BlendError as error:
        st.html(sentence_html(str(error)))
        return
    st.html(sentence_html(found, "note"))
    pct = dilution_of_drops(drops, float(bottle.volume_ml or 0), float(brief.drops_per_ml), brief.fill)
    rates = guidance_for(brief.person, brief.conditions, tables_now().guidance_by_person)
    if not age_fault() and (above := above_usual_sentence(pct, brief.person, rates)):
        st.html(sentence_html(above))
