"""The address bar and the Blend page: it never shows another blend than its address. No health data goes there."""

from dataclasses import replace
from typing import Literal
from urllib.parse import quote, urlsplit

import streamlit as st

from blends.asking.brief import Brief, read_brief
from blends.asking.link import cut_words, read_pairs
from blends.errors import BlendError
from blends.flow import Result
from blends.making.handed_on import brief_to_hand_on, carried, link_parts, write_link
from blends.making.settle import in_figures, settle
from blends.pages.app_address import app_address
from blends.pages.blend_state import set_person, set_widgets, whom_now
from blends.pages.keys import Key, begins, held, state
from blends.pages.tables_now import NOTHING_OWN, Own, bring_own, tables_now
from blends.possible.proposal import settle_with_proposal
from blends.showing.html import sentence_html
from blends.showing.words.answer import FROM_FILE, FROM_LINK, USUAL_INSTEAD, cut_said
from blends.showing.words.own import link_said
from blends.tables.called import called
from blends.tables.own_marks import as_meant, own_marks


def open_brief(brief: Brief, source: str = FROM_FILE, said: str = "", own: Own | None = NOTHING_OWN) -> None:
    """Keep `brief` to be taken over at the start of the next run, before any input stands.

    source: what it is opened from, in words; said: what the person should know of it, shown until another is opened;
    own: the figures that it brings, None where those another brought still count.
    """
    state.update({Key.TO_OPEN: brief, Key.TO_BRING: own, Key.OPENED_FROM: source, Key.OPENED_SAID: said})
    state.pop(Key.BOOK_OPENED, None)


def open_link() -> None:
    """Take over a recipe that waits, or that of an address which is not the one the page stands at.

    Only a run of the whole page looks at the address: opening, Back and Forward cause one. A click runs the
    fragment alone, and may still bring the address before the last. Who opens a session by address is asked for
    whom it is; Back and Forward leave the person as it is.
    """
    whole, elsewhere = state.pop(Key.WHOLE_RUN, False), state.pop(Key.ELSEWHERE, False)
    if waiting := state.pop(Key.TO_OPEN, None):
        state[Key.ASK_FOR_WHOM] = state.pop(Key.OPENED_FROM, FROM_FILE)
        own = state.pop(Key.TO_BRING, NOTHING_OWN)
        opened = waiting if own is None else bring_own(waiting, own)
        set_person(opened)
        set_widgets(opened)
    pairs = [(key, value) for key in st.query_params for value in st.query_params.get_all(key)]
    if not whole or pairs == state.get(Key.ADDRESS):
        return
    first = Key.ADDRESS not in state
    state[Key.ADDRESS] = pairs
    if elsewhere and not pairs:  # links between the pages carry no address: the recipe stays, and is written
        state[Key.KEPT] = _link_of(_usual())
        return
    state.update({Key.OPENED: "", Key.JUST_OPENED: True})
    brief = _read(pairs)
    if brief and first:
        state[Key.ASK_FOR_WHOM] = FROM_LINK
        set_widgets(brief, first=True)
    elif not first:
        set_widgets(brief or _usual())


def _read(pairs: list[tuple[str, str]]) -> Brief | None:
    """Return the brief of an address; None where it holds none, or a bad one, which is said."""
    if not any(key.removeprefix("amp;") == "v" for key, _ in pairs):
        return None
    try:
        kept, cut = cut_words(pairs)
        state[Key.OPENED] = cut_said(cut)
        meant = as_meant(read_pairs(kept), dict(pairs), tables_now())
    except BlendError as error:
        state[Key.OPENED] = f"{error} {USUAL_INSTEAD}"
        return None
    if said := link_said(meant):
        state[Key.OPENED_SAID] = said
    return meant.brief


def _usual() -> Brief:
    """Return what an address that says nothing means: the usual recipe, for the person on the page."""
    person, conditions = whom_now()
    return settle(replace(read_brief({}), person=person, conditions=conditions), tables_now()).brief


def said_of_opened() -> list[tuple[str, Literal["wrong", "note"]]]:
    """Return what was wrong with the link, and what is new of a blend opened from the book, each with its tone."""
    said: list[tuple[str, Literal["wrong", "note"]]] = []
    if state.get(Key.OPENED):
        said.append((state[Key.OPENED], "wrong"))
    if state.get(Key.OPENED_SAID):
        said.append((state[Key.OPENED_SAID], "note"))
    return said


def say_opened() -> None:
    """Say it here."""
    for sentence, tone in said_of_opened():
        st.html(sentence_html(sentence, tone))


def opened_from() -> str:
    """Return what was opened, until it is answered for whom it is; "" afterwards, and where nothing was."""
    asked = state.get(Key.ASK_FOR_WHOM)
    if not asked or (asked == FROM_LINK and held(Key.PERSON) != begins(Key.PERSON)):  # answered before a restart
        return ""
    return str(asked)


def card_links(result: Result, best_before: str) -> dict[str, str]:
    """Return the addresses of the plain card, to send it and to print it: without session, and without any health."""
    query = write_link(brief_to_hand_on(result.settled))
    before = "&before=" + quote(best_before) if best_before else ""
    unit = "" if held(Key.UNIT) == begins(Key.UNIT) else f"&unit={held(Key.UNIT)}"
    page = urlsplit(app_address()).path
    return {"send": f"{page}card{query}{unit}{before}", "print": f"{page}card.pdf{query}{before}&paper=a4"}


def keep_address(brief: Brief) -> None:
    """Let the address bar hold the present recipe: a bookmark or a reload keeps it.

    Written only where the recipe changed, for each time is one more step for Back; and never right after the
    address was opened, however it was written, or Back would never lead further back.
    """
    parts = _link_of(brief)
    if not state.pop(Key.JUST_OPENED, False) and parts != state.get(Key.KEPT):
        state.update({Key.ADDRESS: list(parts.items()), Key.OPENED: ""})
        st.query_params.from_dict(parts)
    state[Key.KEPT] = parts


def _link_of(brief: Brief) -> dict[str, str]:
    """Return what the link says that opens what `brief` opens here, whether or not a recipe can be made of it."""
    tables = tables_now()
    try:
        settled = settle_with_proposal(brief, tables)
        meant, ids = brief_to_hand_on(settled), [each.oil.id for each in settled.oils if not each.left_out]
    except BlendError:
        meant, ids = in_figures(brief, called(tables), tables.guidance_by_person), [part.id for part in brief.oils]
    return link_parts(carried(meant), **own_marks((*ids, *(part.id for part in meant.bases)), tables))
