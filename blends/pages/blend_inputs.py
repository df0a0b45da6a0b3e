"""The inputs of the Blend page below the oils: each asks, and returns texts of a brief and slots for their errors."""

import streamlit as st

from blends.asking.brief import DEFAULTS
from blends.asking.dropper import drops_per_ml_by_weight, read_drops_per_ml, read_mass_g
from blends.asking.person import read_conditions, read_person
from blends.asking.quantities import (
    BOTTLES_DRAMS,
    BOTTLES_FL_OZ,
    BOTTLES_ML,
    read_bottle,
    read_count,
)
from blends.errors import BlendError
from blends.figures import write_number
from blends.making.guidance import guidance_for
from blends.making.recipe import dilution_of_drops
from blends.pages import begins, plain
from blends.pages.blend_oils import NOTHING, Asked, forget_unknown, go_on_without, parts_of, unknown_of
from blends.showing.html import sentence_html
from blends.showing.words.sentences import above_usual_sentence, calibration_sentence, dilution_sentence
from blends.tables.catalogue import Catalogue

state = st.session_state

DOSING_WORDS = {"equal": "Equal drops", "spend": "Spend leftovers", "exact": "By measure"}
FILL_WORDS = {"fill-to": "Bottle holds all", "add-to": "Base oil first"}
PURPOSE_WORDS = {"home": "At home", "sale": "Clients or shop"}
SYSTEM_WORDS = {"us": "US", "imperial": "Imperial", "chart": "Charts (30 mL)"}
OWN, OTHER = "own", "other"
USUAL_BASES = ("peanut", "soybean", "almond", "coconut", "olive", "sunflower")  # those the article names


def _base(tables: Catalogue) -> str:
    """Ask for one base oil, or for several with their parts once that is wanted in the settings."""
    names = {id_: base.name.removesuffix(" oil") for id_, base in tables.base_oil_by_id.items()}
    label = "Base oil, also called carrier oil"
    if state.get("several"):
        chosen = st.pills(
            "Base oils, also called carrier oils",
            names,
            selection_mode="multi",
            default=[DEFAULTS["base"]],
            format_func=lambda id_: plain(names[id_]),
            key="bases",
            persist_state="session",
            on_change=forget_unknown,
            args=("base",),
            wrap=True,
        )
        unknown = unknown_of("base")
        parts = parts_of(chosen, names, "base_parts") if len(chosen) + len(unknown) > 1 else {}
        given = {id_: parts.get(id_, "1") for id_ in chosen} | unknown
        return ",".join(f"{id_}:{text}" for id_, text in given.items()) or NOTHING
    base = st.pills(
        label,
        [*USUAL_BASES, OTHER],
        default=begins("base", DEFAULTS["base"]),
        required=True,
        format_func=lambda id_: plain(names.get(id_, "Another")),
        key="base",
        persist_state="session",
        wrap=True,
    )
    if base != OTHER:
        return str(base)
    others = [id_ for id_ in names if id_ not in USUAL_BASES]
    begin = others.index(begins("base_other", others[0]))
    return str(
        st.selectbox(
            "Which base oil", others, begin, format_func=names.__getitem__, key="base_other", persist_state="session"
        )
    )


def base_and_bottle(tables: Catalogue) -> Asked:
    """Ask for the base oil, the bottle and the dilution."""
    base = _base(tables)
    slots = {"base": st.empty()}
    go_on_without("base", bool(state.get("several") and unknown_of("base") and state.bases))
    with st.container(horizontal=True, vertical_alignment="bottom", key="bottle_row"):
        bottle_text = st.text_input(
            "Bottle",
            begins("bottle", DEFAULTS["bottle"]),
            key="bottle",
            persist_state="session",
            help="For example 100 ml, 1 fl oz, ½ fl oz, 2 tbsp or 90 g.",
        )
        st.menu_button(
            "Sizes",
            [*BOTTLES_ML, *BOTTLES_FL_OZ, *BOTTLES_DRAMS],
            key="size",
            on_click=lambda: state.update(bottle=state["size"]),
        )
        dilution_text = st.text_input(
            "Dilution",
            begins("dilution", "2 %"),
            key="dilution",
            persist_state="session",
            help="By volume. 2 % is usual for adults; 0 % is the base oil alone.",
        )
    slots["bottle"], slots["dilution"] = st.empty(), st.empty()
    return {"base": base, "bottle": bottle_text or "", "dilution": dilution_text or ""}, slots


def dropper_and_dosing(tables: Catalogue) -> Asked:
    """Ask for the drops per mL and the way to dose."""
    words = {"20": "20", "25": "25", "30": "30", OWN: "My own"}
    dropper = st.segmented_control(
        "Drops per mL of the dropper",
        words,
        default=begins("dropper", "20"),
        required=True,
        format_func=words.__getitem__,
        key="dropper",
        persist_state="session",
        help="A drop is no unit: droppers give 15 to 45 from 1 mL. 20 is the pharmacopoeia's, "
        "30 the Tisserand Institute's.",
    )
    text = str(dropper)
    slot = st.empty()
    if dropper == OWN:
        begin = begins("own_drops", "20")
        text = st.text_input("Count the drops that fill 1 mL", begin, key="own_drops", persist_state="session") or ""
        slot = st.empty()
        with st.expander("Or weigh some drops"):
            _weigh(tables)
    drops = st.segmented_control(
        "Measure the oils out by",
        DOSING_WORDS,
        default=begins("drops", "equal"),
        required=True,
        format_func=DOSING_WORDS.__getitem__,
        key="drops",
        persist_state="session",
        help="Equal drops: whole drops, the same of each oil, never more than asked. "
        "Spend leftovers: parts differ by one drop at most. "
        "By measure: mL and g for a scale or pipette, nothing rounded.",
    )
    return {"drops_per_ml": text, "drops": str(drops)}, {"drops_per_ml": slot}


def _weigh(tables: Catalogue) -> None:
    """Ask for the weight of some drops and offer the drops per mL that follow from it."""
    # No water: from the same dropper its drops are larger than any oil's.
    liquids = {id_: (oil.name, oil.density_g_per_ml) for id_, oil in tables.oil_by_id.items() if oil.density_g_per_ml}
    count, weight = st.columns(2)
    drops = count.text_input("Drops", "20", key="weigh_drops")
    grams = weight.text_input("weigh", "0.66 g", key="weigh_grams")
    liquid = st.selectbox("Drops of", liquids, format_func=lambda id_: liquids[id_][0], key="weigh_liquid")
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
    st.button(f"Use {write_number(found)}", on_click=lambda: state.update(own_drops=write_number(found)))


def fine_settings(tables: Catalogue) -> Asked:
    """Ask for what most people leave as it is: fill, bottles, ounces, several base oils."""
    with st.expander("More settings", key="more_settings"):
        fill = _segments(
            "Fill",
            FILL_WORDS,
            "fill",
            "Bottle holds all: fill-to. Base oil first: add-to, the oils come on top.",
        )
        system = _segments(
            "Ounces, drams and spoons",
            SYSTEM_WORDS,
            "system",
            "1 fl oz: US 29.57 mL, imperial 28.41 mL, charts 30 mL.",
        )
        bottles = st.number_input("Bottles", 1, 1000, begins("bottles", 1), key="bottles", persist_state="session")
        st.date_input("Best before, on the base oil's label", None, key="best_before", persist_state="session")
        st.toggle("Several base oils", key="several", persist_state="session")
        purpose = st.segmented_control(
            "Purpose",
            PURPOSE_WORDS,
            default=begins("purpose", "home"),
            required=True,
            format_func=PURPOSE_WORDS.__getitem__,
            key="purpose",
            persist_state="session",
            help="At home guidance and T&Y judge, the other two are shown. For clients or the shop all four judge.",
        )
    return {"fill": fill, "system": system, "bottles": str(bottles), "purpose": str(purpose)}, {}


def _segments(label: str, words: dict[str, str], key: str, help_: str) -> str:
    return str(
        st.segmented_control(
            label,
            words,
            default=begins(key, DEFAULTS[key]),
            required=True,
            format_func=words.__getitem__,
            key=key,
            help=help_,
            persist_state="session",
        )
    )


def other_way(texts: dict[str, str], tables: Catalogue) -> None:
    """Ask for drops and a bottle, and say what dilution that is, and whether that is much for the person."""
    with st.expander("The other way round: what dilution is that?"):
        count, size = st.columns(2)
        drops_text = count.text_input("Drops", "12", key="have_drops") or ""
        bottle_text = size.text_input("in a bottle of", "30 ml", key="have_bottle") or ""
        try:
            drops = read_count(drops_text, "a number of drops", 100_000, "12")
            bottle, per_ml = read_bottle(bottle_text, texts["system"]), read_drops_per_ml(texts["drops_per_ml"])
            found = dilution_sentence(drops, bottle, per_ml, texts["fill"])
        except BlendError as error:
            st.html(sentence_html(str(error)))
            return
        st.html(sentence_html(found, "note"))
        person, conditions = read_person(texts["person"]), read_conditions(texts["conditions"])
        pct = dilution_of_drops(drops, float(bottle.volume_ml or 0), float(per_ml), texts["fill"])
        if above := above_usual_sentence(pct, person, guidance_for(person, conditions, tables)):
            st.html(sentence_html(above))
