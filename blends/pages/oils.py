"""The Oils page: find an oil, compare them all, read on what each figure rests, start a blend with it."""

import streamlit as st

from blends.asking.brief import read_brief
from blends.figures import spoken
from blends.flow import calculate
from blends.pages import HERE, header, plain
from blends.pages.blend_choices import forget_unknown
from blends.pages.blend_state import base_inputs, set_oils
from blends.pages.keys import OWN_CHOICE, Key, state
from blends.pages.own_now import say_own
from blends.pages.tables_now import tables_now
from blends.showing.csv_table import csv_text
from blends.showing.html import oil_html, oil_table_html, sentence_html
from blends.showing.oil_table import OilRow, oil_row, sorted_rows
from blends.showing.oil_view import base_oil_view, essential_oil_view
from blends.showing.words import pages as words
from blends.tables.compositions import with_effect
from blends.tables.one_oil import one_base_oil, one_essential_oil
from blends.tables.search import found

FIRST = {"oils": "lavender", "base_oils": "olive"}
PARAMETER = "oil"  # of the address of one oil


@st.cache_resource(show_spinner=words.COMPARING, max_entries=8)
def _compared(mark: str) -> tuple[OilRow, ...]:
    """Return every oil in a row; kept for all visitors whose tables have this mark, so nobody sees another's own."""
    tables = tables_now()
    alone = {"dilution": "1 %", "drops": "exact", "purpose": "sale"}
    return tuple(oil_row(calculate(read_brief(alone | {"oils": id_}), tables)) for id_ in tables.oil_by_id)


@st.fragment
def _show() -> None:
    say_own()
    tables = tables_now()
    _open_address()
    kind = st.segmented_control(
        words.KIND,
        words.KINDS,
        default="oils",
        required=True,
        format_func=words.KINDS.__getitem__,
        key=Key.KIND,
        label_visibility="collapsed",
    )
    if kind == "table":
        _table()
        return
    left, right = st.columns([39, 61], gap="medium")
    with left, st.container(key="groups"):
        typed = st.text_input(words.SEARCH, key=Key.SEARCH, placeholder=words.SEARCH_EXAMPLE) or ""
        ids = found(getattr(tables, kind), typed)
        if not ids:
            st.html(sentence_html(words.none_called_so(FIRST[kind]), "note"))
        if len(ids) == 1 and typed.strip():
            _open(kind, ids[0])
        if kind == "oils":
            blend = [id_ for id_ in state.get(Key.OILS) or [] if id_ in ids]
            _pills(blend, "blend")
            ids = tuple(id_ for id_ in _of_effects(ids) if id_ not in blend)
        _pills(ids, kind)
    with right:
        _view(kind)


def _open_address() -> None:
    """Open the oil that the address names, once for each address."""
    tables = tables_now()
    asked = st.query_params.get(PARAMETER, "")
    if asked == state.get(Key.OIL_ADDRESS, ""):
        return
    state[Key.OIL_ADDRESS] = asked
    for kind, known in (("oils", tables.oil_by_id), ("base_oils", tables.base_oil_by_id)):
        if asked in known:
            state.update({Key.KIND: kind, Key.open_of(kind): asked})


def _open(kind: str, id_: str) -> None:
    """Open an oil; its address is the page's, so that it can be kept and handed on."""
    state.update({Key.open_of(kind): id_, Key.OIL_ADDRESS: id_})
    if st.query_params.get(PARAMETER) != id_:
        st.query_params[PARAMETER] = id_


def _opened(kind: str) -> str:
    """Return the oil that is open: at first the blend's first one."""
    blend = state.get(Key.OILS) or []
    first = blend[0] if kind == "oils" and blend else FIRST[kind]
    return str(state.get(Key.open_of(kind), first))


def _of_effects(ids: tuple[str, ...]) -> tuple[str, ...]:
    """Ask for effects, and return those of `ids` that have one of them, each once; all where none is asked for."""
    tables = tables_now()
    names = {id_: plain(effect.name) for id_, effect in tables.effect_by_id.items()}
    wanted = st.pills(
        words.USED_FOR, names, selection_mode="multi", format_func=names.__getitem__, key=Key.WANTED, wrap=True
    )
    having = {id_ for effect in wanted for id_ in with_effect(effect, tables)}
    return tuple(id_ for id_ in ids if id_ in having or not wanted)


def _pills(ids: list[str] | tuple[str, ...], group: str) -> None:
    """Show one group; pressing an oil opens it."""
    tables = tables_now()
    if not ids:
        return
    kind = "base_oils" if group == "base_oils" else "oils"
    oils = {id_: oil.name for id_, oil in tables.oil_by_id.items()}
    names = oils | {id_: base.name for id_, base in tables.base_oil_by_id.items()}
    key, opened = Key.group(group), _opened(kind)
    state[key] = opened if opened in ids else None
    st.pills(
        words.GROUPS[group],
        ids,
        format_func=lambda id_: plain(names[id_]),
        key=key,
        on_change=lambda: _open(kind, state[key] or opened),
        wrap=True,
    )


def _table() -> None:
    """Show every essential oil in one table, sorted as asked."""
    by = st.pills(
        words.SORT,
        words.SORTS,
        default="name",
        required=True,
        format_func=words.SORTS.__getitem__,
        key=Key.SORT,
        wrap=True,
    )
    st.html(oil_table_html(sorted_rows(_compared(tables_now().mark), str(by))))


def _view(kind: str) -> None:
    tables = tables_now()
    opened = _opened(kind)
    names = {id_: tables.effect_by_id[each.effect].name for id_, each in tables.composition_by_id.items()}
    if kind == "oils":
        view = essential_oil_view(one_essential_oil(opened, tables))
    else:
        view = base_oil_view(one_base_oil(opened, tables))
    if st.button(words.start_blend(plain(spoken(view.name)), kind), key="start"):
        if kind == "oils":
            state.update({Key.COMBINE: False, Key.EFFECT: OWN_CHOICE})
            set_oils([opened])
            forget_unknown("effect", "oils")
        else:
            forget_unknown("base")
            state.update({Key.SEVERAL: False} | base_inputs(opened))
        st.switch_page(HERE.joinpath("blend.py"))
    st.html(oil_html(view, names))


def _downloads() -> None:
    """Offer every table as CSV, made when it is asked for."""
    box = st.expander(words.TABLES, key=Key.TABLES, on_change="rerun")
    if not box.open:
        return
    frames = {name.replace("_", " "): frame for name, frame in vars(tables_now()).items() if hasattr(frame, "columns")}
    with box, st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.selectbox(words.TABLE, frames, format_func=str.capitalize, width=260)
        st.download_button(
            "CSV",
            data=lambda: csv_text(frames[name]),
            file_name=f"{name.replace(' ', '_')}.csv",
            mime="text/csv",
            on_click="ignore",
        )


header("oils")
_show()
_downloads()
