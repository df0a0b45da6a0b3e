"""The Oils page: find an oil, read what is known of it and on what that rests, start a blend with it."""

import streamlit as st

from blends.figures import spoken
from blends.pages import HERE, catalogue, header, plain
from blends.pages.blend_state import base_inputs, forget_unknown, set_oils
from blends.pages.keys import Key, state
from blends.showing.html import oil_html, sentence_html
from blends.showing.oil_view import base_oil_view, essential_oil_view
from blends.showing.output import csv_text
from blends.tables.catalogue import Catalogue
from blends.tables.compositions import with_effect
from blends.tables.search import found

KINDS = {"oils": "Essential oils", "base_oils": "Base oils"}
FIRST = {"oils": "lavender", "base_oils": "olive"}
NO_EFFECT = "No effect named by a source"


@st.fragment
def _show() -> None:
    tables = catalogue()
    left, right = st.columns([5, 7], gap="large")
    with left:
        kind = st.segmented_control(
            "Which",
            KINDS,
            default="oils",
            required=True,
            format_func=KINDS.__getitem__,
            key=Key.KIND,
            label_visibility="collapsed",
        )
        typed = st.text_input("Search", key=Key.SEARCH, placeholder="lavender, Lavandula, kernel oil …") or ""
        ids = found(getattr(tables, kind), typed)
        if not ids:
            st.html(sentence_html(f"No oil is called so. Search for a part of a name, such as {FIRST[kind]}.", "note"))
        if kind == "oils":
            _groups(ids, tables)
        elif ids:
            _pills("All base oils", ids, "base_oils", tables)
    with right:
        _view(kind, tables)


def _groups(ids: tuple[str, ...], tables: Catalogue) -> None:
    """Show the oils found, grouped by their traditional effects, all or those of one effect."""
    names = {str(id_): plain(str(name)) for id_, name in tables.effects["name"].items()}
    wanted = st.pills(
        "Traditionally used for",
        names,
        selection_mode="multi",
        format_func=names.__getitem__,
        key=Key.WANTED,
        wrap=True,
    )
    with st.container(key="groups"):
        for effect, name in names.items():
            members = [id_ for id_ in with_effect(effect, tables) if id_ in ids]
            if members and (not wanted or effect in wanted):
                _pills(name, members, effect, tables)
        rest = [id_ for id_ in ids if not tables.oil_by_id[id_].effects]
        if rest and not wanted:
            _pills(NO_EFFECT, rest, "none", tables)


def _pills(label: str, ids: tuple[str, ...] | list[str], group: str, tables: Catalogue) -> None:
    """Show one group; pressing an oil opens it, wherever else it also stands."""
    kind = "base_oils" if group == "base_oils" else "oils"
    oils = {id_: oil.name for id_, oil in tables.oil_by_id.items()}
    names = oils | {id_: base.name for id_, base in tables.base_oil_by_id.items()}
    key = Key.group(group)
    opened = state.get(Key.open_of(kind), FIRST[kind])
    state[key] = opened if opened in ids else None

    def open_() -> None:
        state[Key.open_of(kind)] = state[key] or opened

    st.pills(label, ids, format_func=lambda id_: plain(names[id_]), key=key, on_change=open_, wrap=True)


def _view(kind: str, tables: Catalogue) -> None:
    opened = state.get(Key.open_of(kind), FIRST[kind])
    names = {id_: str(tables.effects.loc[each.effect, "name"]) for id_, each in tables.composition_by_id.items()}
    view = essential_oil_view(opened, tables) if kind == "oils" else base_oil_view(opened, tables)
    if st.button(f"Start a blend {'with' if kind == 'oils' else 'in'} {plain(spoken(view.name))}", key="start"):
        if kind == "oils":
            state.update({Key.COMBINE: True, Key.EFFECTS: []})
            set_oils([opened])
            forget_unknown("effect", "oils")
        else:
            forget_unknown("base")
            state.update({Key.SEVERAL: False} | base_inputs(opened))
        st.switch_page(HERE.joinpath("blend.py"))
    st.html(oil_html(view, names))


def _downloads(tables: Catalogue) -> None:
    """Offer every table as CSV, made when it is asked for."""
    frames = {name.replace("_", " "): frame for name, frame in vars(tables).items() if hasattr(frame, "columns")}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.selectbox("Download a table", frames, format_func=str.capitalize, width=260)
        st.download_button(
            "CSV",
            data=lambda: csv_text(frames[name]),
            file_name=f"{name.replace(' ', '_')}.csv",
            mime="text/csv",
            on_click="ignore",
        )


header("Oils", "What each oil is, what it is traditionally used for, and what every figure rests on.")
_show()
_downloads(catalogue())
