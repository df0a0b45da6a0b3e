"""The page What can I make?: oils, effects and a person are asked for, and the best ten blends shown."""

import streamlit as st

from blends.errors import BlendError
from blends.flow import calculate
from blends.offers import Offer, Offers
from blends.pages import HERE, header, plain
from blends.pages.blend_answer import Beside
from blends.pages.blend_link import open_brief
from blends.pages.blend_person import for_whom
from blends.pages.blend_state import age_fault, chosen_effects, offered_effects
from blends.pages.keys import Key, state
from blends.pages.own_now import say_own
from blends.pages.possible_search import Asked, asked_now, offers_now
from blends.pages.shelf_now import cost_words, shelf_now, shelf_seen
from blends.pages.tables_now import tables_now
from blends.showing.html import note_html, notice_html, sentence_html
from blends.showing.offer import offer_html, offer_line
from blends.showing.words import possible as words
from blends.showing.words.pages import NAMES


@st.fragment
def _show() -> None:
    beside = Beside({})
    asked, found = st.container(key="inputs"), st.container(key="possible_page")
    with asked:
        say_own()
        effects = _effects()
        source = _source()
        for_whom(beside)
        must, must_not = _narrowed()
    with found:
        _found(source, effects, must, must_not)


def _found(source: str, effects: tuple[str, ...], must: tuple[str, ...], must_not: tuple[str, ...]) -> None:
    """Show the best blends, or why there are none."""
    if fault := age_fault():
        st.html(sentence_html(fault, "note"))
        return
    try:
        oils = _oils(source)
        if oils is not None and not oils:
            st.html(sentence_html(words.NO_SHELF if source == "shelf" else words.NO_LIST, "note"))
            return
        asked = asked_now(oils, effects, must, must_not)
        _offers(offers_now(asked), asked)
    except BlendError as error:
        st.html(sentence_html(str(error)))


def _effects() -> tuple[str, ...]:
    """Ask for effects, at first those of the Blend page, and return their ids."""
    names = {id_: plain(name) for id_, name in offered_effects().items()}
    chosen = st.pills(
        words.EFFECTS.label,
        names,
        selection_mode="multi",
        default=list(chosen_effects()),
        format_func=names.__getitem__,
        key=Key.POSSIBLE_EFFECTS,
        persist_state="session",
        wrap=True,
    )
    if not chosen:
        st.html(note_html(words.NO_EFFECT))
    return tuple(chosen)


def _source() -> str:
    """Ask which oils are there, and return how that is answered."""
    source = st.segmented_control(
        words.SOURCE,
        words.SOURCES,
        default="all",
        required=True,
        format_func=words.SOURCES.__getitem__,
        key=Key.POSSIBLE_SOURCE,
        persist_state="session",
    )
    if source == "list":
        _several(words.OILS.label, words.OILS.example, Key.POSSIBLE_OILS)
    if source == "shelf":
        st.page_link(HERE.joinpath("shelf.py"), label=NAMES["shelf"])
    return str(source)


def _oils(source: str) -> tuple[str, ...] | None:
    """Return the ids of the oils that are there, None for all."""
    if source == "shelf":
        there = {bottle.oil for bottle in shelf_now() if bottle.left_ml}
        return tuple(id_ for id_ in tables_now().oil_by_id if id_ in there)
    return tuple(state.get(Key.POSSIBLE_OILS) or ()) if source == "list" else None


def _narrowed() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ask for oils that must be in, and that must not be."""
    box = st.expander(words.NARROW, key=Key.POSSIBLE_NARROW, on_change="rerun")
    if box.open:
        with box:
            _several(words.MUST.label, words.MUST.example, Key.POSSIBLE_MUST)
            _several(words.MUST_NOT.label, words.MUST_NOT.example, Key.POSSIBLE_NOT)
    return tuple(state.get(Key.POSSIBLE_MUST) or ()), tuple(state.get(Key.POSSIBLE_NOT) or ())


def _several(label: str, example: str | None, key: str) -> None:
    """Ask for several oils."""
    names = {id_: plain(oil.name) for id_, oil in tables_now().oil_by_id.items()}
    st.multiselect(
        label, names, format_func=names.__getitem__, key=key, placeholder=example or "", persist_state="session"
    )


def _offers(found: Offers, asked: Asked) -> None:
    """Show the offers, each with the way to its recipe."""
    if found.not_for:
        st.html(sentence_html(words.not_offered(each.oil.name for each in found.not_for), "note"))
    if not found.best:
        st.html(sentence_html(words.NOTHING, "note"))
        return
    st.html(note_html(words.how_many_said(len(found.best), found.possible)))
    for place, offer in enumerate(found.best):
        made = calculate(offer.brief, tables_now())
        with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"offer_{place}"):
            st.html(offer_html(offer_line(offer, made, cost_words(made, shelf_seen()))))
            if st.button(words.OPEN, key=f"open_offer_{place}"):
                _open(offer)
    st.html(note_html(words.HOW))


def _open(offer: Offer) -> None:
    """Open an offer on the Blend page; for whom it is stays as it was answered here."""
    open_brief(offer.brief, "", own=None)
    st.switch_page(HERE.joinpath("blend.py"))


header("possible")
with st.container(key="sheet"):
    _show()
st.html(notice_html())
