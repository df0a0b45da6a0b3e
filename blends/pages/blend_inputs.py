"""The inputs of the Blend page below the oils: each asks, and returns texts of a brief and slots for their errors."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from blends.asking.dropper import drops_per_ml_by_weight, read_drops_per_ml, read_mass_g
from blends.asking.quantities import BOTTLES_DRAMS, BOTTLES_FL_OZ, BOTTLES_ML, read_count
from blends.errors import BlendError
from blends.figures import write_number
from blends.pages import plain
from blends.pages.blend_oils import ask_parts, go_on_without
from blends.pages.blend_state import OTHER, OWN, USUAL_BASES, forget_unknown, unknown_of
from blends.pages.keys import Key, begins, state
from blends.showing.html import sentence_html
from blends.showing.words.inputs import calibration_sentence
from blends.tables.catalogue import Catalogue

DOSING_WORDS = {"equal": "Equal drops", "spend": "Spend leftovers", "exact": "By measure"}
FILL_WORDS = {"fill-to": "Bottle holds all", "add-to": "Base oil first"}
PURPOSE_WORDS = {"home": "At home", "sale": "Clients or shop"}
SYSTEM_WORDS = {"us": "US", "imperial": "Imperial", "chart": "Charts (30 mL)"}


def _base(tables: Catalogue) -> None:
    """Ask for one base oil, or for several with their parts once that is wanted in the settings."""
    names = {id_: base.name.removesuffix(" oil") for id_, base in tables.base_oil_by_id.items()}
    label = "Base oil, also called carrier oil"
    if state.get(Key.SEVERAL):
        chosen = st.pills(
            "Base oils, also called carrier oils",
            names,
            selection_mode="multi",
            default=begins(Key.BASES),
            format_func=lambda id_: plain(names[id_]),
            key=Key.BASES,
            persist_state="session",
            on_change=forget_unknown,
            args=("base",),
            wrap=True,
        )
        if len(chosen) + len(unknown_of("base")) > 1:
            ask_parts({Key.base_parts(id_): names[id_] for id_ in chosen})
        return
    base = st.pills(
        label,
        [*USUAL_BASES, OTHER],
        default=begins(Key.BASE),
        required=True,
        format_func=lambda id_: plain(names.get(id_, "Another")),
        key=Key.BASE,
        persist_state="session",
        wrap=True,
    )
    if base == OTHER:
        others = [id_ for id_ in names if id_ not in USUAL_BASES]
        begin = others.index(begins(Key.BASE_OTHER) or others[0])
        asked, name = "Which base oil", names.__getitem__
        st.selectbox(asked, others, begin, format_func=name, key=Key.BASE_OTHER, persist_state="session")


def base_and_bottle(tables: Catalogue) -> dict[str, DeltaGenerator]:
    """Ask for the base oil, the bottle and the dilution."""
    _base(tables)
    slots = {"base": st.empty()}
    go_on_without("base", bool(state.get(Key.SEVERAL) and unknown_of("base") and state[Key.BASES]))
    with st.container(horizontal=True, vertical_alignment="bottom", key="bottle_row"):
        st.text_input(
            "Bottle",
            begins(Key.BOTTLE),
            key=Key.BOTTLE,
            persist_state="session",
            help="For example 100 ml, 1 fl oz, ½ fl oz, 2 tbsp or 90 g.",
        )
        st.menu_button(
            "Sizes",
            [*BOTTLES_ML, *BOTTLES_FL_OZ, *BOTTLES_DRAMS],
            key=Key.SIZE,
            on_click=lambda: state.update({Key.BOTTLE: state[Key.SIZE]}),
        )
        st.text_input(
            "Dilution",
            begins(Key.DILUTION),
            key=Key.DILUTION,
            persist_state="session",
            help="By volume. 2 % is usual for adults; 0 % is the base oil alone.",
        )
    slots["bottle"], slots["dilution"] = st.empty(), st.empty()
    return slots


def dropper_and_dosing(tables: Catalogue) -> dict[str, DeltaGenerator]:
    """Ask for the drops per mL and the way to dose."""
    words = {"20": "20", "25": "25", "30": "30", OWN: "My own"}
    dropper = st.segmented_control(
        "Drops per mL of the dropper",
        words,
        default=begins(Key.DROPPER),
        required=True,
        format_func=words.__getitem__,
        key=Key.DROPPER,
        persist_state="session",
        help="A drop is no unit: droppers give 15 to 45 from 1 mL. 20 is the pharmacopoeia's, "
        "30 the Tisserand Institute's.",
    )
    slot = st.empty()
    if dropper == OWN:
        begin = begins(Key.OWN_DROPS)
        st.text_input("Count the drops that fill 1 mL", begin, key=Key.OWN_DROPS, persist_state="session")
        slot = st.empty()
        with st.expander("Or weigh some drops"):
            _weigh(tables)
    st.segmented_control(
        "Measure the oils out by",
        DOSING_WORDS,
        default=begins(Key.DROPS),
        required=True,
        format_func=DOSING_WORDS.__getitem__,
        key=Key.DROPS,
        persist_state="session",
        help="Equal drops: whole drops, the same of each oil, never more than asked. "
        "Spend leftovers: parts differ by one drop at most. "
        "By measure: mL and g for a scale or pipette, nothing rounded.",
    )
    return {"drops_per_ml": slot}


def _weigh(tables: Catalogue) -> None:
    """Ask for the weight of some drops and offer the drops per mL that follow from it."""
    # No water: from the same dropper its drops are larger than any oil's.
    liquids = {id_: (oil.name, oil.density_g_per_ml) for id_, oil in tables.oil_by_id.items() if oil.density_g_per_ml}
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


def fine_settings() -> None:
    """Ask for what most people leave as it is: fill, bottles, ounces, several base oils."""
    with st.expander("More settings", key="more_settings"):
        _segments(
            "Fill",
            FILL_WORDS,
            Key.FILL,
            "Bottle holds all: fill-to. Base oil first: add-to, the oils come on top.",
        )
        _segments(
            "Ounces, drams and spoons",
            SYSTEM_WORDS,
            Key.SYSTEM,
            "1 fl oz: US 29.57 mL, imperial 28.41 mL, charts 30 mL.",
        )
        st.number_input("Bottles", 1, 1000, begins(Key.BOTTLES), key=Key.BOTTLES, persist_state="session")
        st.date_input("Best before, on the base oil's label", None, key=Key.BEST_BEFORE, persist_state="session")
        st.toggle("Several base oils", key=Key.SEVERAL, persist_state="session")
        st.segmented_control(
            "Purpose",
            PURPOSE_WORDS,
            default=begins(Key.PURPOSE),
            required=True,
            format_func=PURPOSE_WORDS.__getitem__,
            key=Key.PURPOSE,
            persist_state="session",
            help="At home guidance and T&Y judge, the other two are shown. For clients or the shop all four judge.",
        )


def _segments(label: str, words: dict[str, str], key: str, help_: str) -> None:
    st.segmented_control(
        label,
        words,
        default=begins(key),
        required=True,
        format_func=words.__getitem__,
        key=key,
        help=help_,
        persist_state="session",
    )
