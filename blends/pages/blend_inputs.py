"""The fourth question of the Blend page: bottle, base oil, strength, dropper."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from blends.asking.dropper import drops_per_ml_by_weight, read_drops_per_ml, read_mass_g
from blends.asking.quantities import read_count
from blends.errors import BlendError
from blends.figures import write_number
from blends.pages import plain
from blends.pages.blend_choices import forget_unknown, go_on_without, take_size
from blends.pages.blend_oils import ask_parts
from blends.pages.blend_state import unknown_of
from blends.pages.keys import NOT_KNOWN, OTHER, OWN, USUAL_BASES, Key, begins, held, state
from blends.pages.tables_now import tables_now
from blends.showing.html import sentence_html
from blends.showing.words.inputs import calibration_sentence

SIZES = ("30 ml", "50 ml", "100 ml")
DROPPERS = {"20": "20", "25": "25", "30": "30", OWN: "Another", NOT_KNOWN: "I don't know"}


def bottle_and_base() -> dict[str, DeltaGenerator]:
    """Ask for the bottle, the strength and the base oil."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="bottle_row"):
        st.text_input(
            "4 · Bottle",
            begins(Key.BOTTLE),
            key=Key.BOTTLE,
            persist_state="session",
            width=96,
            help="For example 100 ml, 1 fl oz, ½ fl oz, 2 tbsp or 90 g.",
        )
        st.text_input(
            "Strength",
            begins(Key.DILUTION),
            key=Key.DILUTION,
            persist_state="session",
            width=84,
            help="Essential oils in % of the whole, by volume. 2 % is usual for adults; 0 % is the base oil alone.",
        )
        st.pills(
            "Usual sizes",
            SIZES,
            format_func=lambda size: size,
            key=Key.SIZE,
            on_change=take_size,
            label_visibility="collapsed",
            width="content",
        )
    slots = {"bottle": st.empty(), "dilution": st.empty()}
    _base()
    slots["base"] = st.empty()
    go_on_without("base", bool(state.get(Key.SEVERAL) and unknown_of("base") and state[Key.BASES]))
    return slots


def _base() -> None:
    """Ask for one base oil, or for several with their parts once that is wanted."""
    tables = tables_now()
    names = {id_: plain(base.name.removesuffix(" oil")) for id_, base in tables.base_oil_by_id.items()}
    if state.get(Key.SEVERAL):
        chosen = st.pills(
            "Base oils, also called carrier oils",
            names,
            selection_mode="multi",
            default=begins(Key.BASES),
            format_func=names.__getitem__,
            key=Key.BASES,
            persist_state="session",
            on_change=forget_unknown,
            args=("base",),
            wrap=True,
        )
        if len(chosen) + len(unknown_of("base")) > 1:
            ask_parts({Key.base_parts(id_): tables.base_oil_by_id[id_].name for id_ in chosen})
        return
    base = st.pills(
        "Base oil, also called carrier oil",
        [*USUAL_BASES, OTHER],
        default=begins(Key.BASE),
        required=True,
        format_func=lambda id_: names.get(id_, "Another"),
        key=Key.BASE,
        persist_state="session",
        wrap=True,
    )
    if base == OTHER:
        others = [id_ for id_ in names if id_ not in USUAL_BASES]
        st.pills(
            "Which base oil",
            others,
            default=begins(Key.BASE_OTHER) or others[0],
            required=True,
            format_func=names.__getitem__,
            key=Key.BASE_OTHER,
            persist_state="session",
            wrap=True,
        )


def which_dropper() -> dict[str, DeltaGenerator]:
    """Ask for the drops per mL; who does not know them is told what that means."""
    st.segmented_control(
        "Drops from 1 mL of your dropper",
        DROPPERS,
        default=begins(Key.DROPPER),
        required=True,
        format_func=DROPPERS.__getitem__,
        key=Key.DROPPER,
        persist_state="session",
        help="Drops differ: droppers give 15 to 45 from 1 mL. 20 is the pharmacopoeia's, 30 the Tisserand Institute's.",
    )
    if held(Key.DROPPER) == OWN:
        begin = begins(Key.OWN_DROPS)
        st.text_input("Count the drops that fill 1 mL", begin, key=Key.OWN_DROPS, persist_state="session")
    slots = {"drops_per_ml": st.empty()}
    if held(Key.DROPPER) == OWN:
        box = st.expander("Or weigh some drops", key=Key.WEIGH, on_change="rerun")
        if box.open:
            with box:
                _weigh()
    return slots


def _weigh() -> None:
    """Ask for the weight of some drops and offer the drops per mL that follow from it."""
    # No water: from the same dropper its drops are larger than any oil's.
    oils = tables_now().oil_by_id.values()
    liquids = {oil.id: (oil.name, oil.density_g_per_ml) for oil in oils if oil.density_g_per_ml}
    count, weight = st.columns(2)
    drops = count.text_input("Drops", "20", key=Key.WEIGH_DROPS)
    grams = weight.text_input("weigh", "0.66 g", key=Key.WEIGH_GRAMS)
    liquid = st.selectbox("Drops of", liquids, format_func=lambda id_: liquids[id_][0], key=Key.WEIGH_LIQUID)
    try:
        found = drops_per_ml_by_weight(
            read_count(drops or "", "a number of drops", 1000, "20"),
            read_mass_g(grams or ""),
            str(liquids[liquid][1]),
        )
        read_drops_per_ml(write_number(found))
    except BlendError as error:
        st.html(sentence_html(str(error)))
        return
    st.html(sentence_html(calibration_sentence(found), "note"))
    st.button(f"Use {write_number(found)}", on_click=lambda: state.update({Key.OWN_DROPS: write_number(found)}))
