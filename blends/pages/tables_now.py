"""The tables that a page asks, in one place: no function of the pages hands them on."""

from collections.abc import Iterable

from blends.pages.keys import OWN_CHOICE, USUAL_BASES, Key, state
from blends.tables.catalogue import Catalogue, shipped_tables
from blends.tables.certified import with_own_figures
from blends.tables.own import Certificate, OwnOil

BOOK = "book"  # the page that inputs are changed from


def tables_now() -> Catalogue:
    """Return the tables for the visitor's present run: the shipped ones, with own figures where the visitor has any.

    The shipped ones are read and checked once for all visitors. A page asks anew each time and keeps nothing of what
    it got for another visitor.
    Raises TableError where the tables cannot be read; the server has read them before the first visitor.
    """
    own = state.get(Key.OWN_TABLES)
    return own if isinstance(own, Catalogue) else shipped_tables()


def own_now() -> bool:
    """Return whether a figure of this visitor's own stands in the tables: what they say is not kept for others."""
    return state.get(Key.OWN_TABLES) is not None


def take_own(oils: Iterable[OwnOil], certificates: Iterable[Certificate] = ()) -> None:
    """Let this visitor's tables hold the own figures of the book and no others; an oil gone leaves the inputs, too.

    certificates: of the bottles at hand, one for each oil; one of an oil that is in no table waits for it.
    Raises TableError for oils that do not fit the tables; the shipped ones stand alone then.
    """
    given, before = (tuple(oils), tuple(certificates)), {oil.id for oil in tables_now().own}
    if state.get(Key.PAGE) != BOOK and before.difference(oil.id for oil in given[0]):
        return  # its inputs are drawn: what is gone leaves them when the book is looked at
    state[Key.OWN_KEPT] = given
    try:
        _make()
    finally:
        if gone := before.difference(oil.id for oil in tables_now().own):
            _forget(gone)


def _make() -> None:
    """Make this visitor's tables, once for the same figures: what is kept by its tables is kept on."""
    (oils, found), shipped = state[Key.OWN_KEPT], shipped_tables()
    of = (shipped, oils, found)
    if state.get(Key.OWN_MADE_OF) == of:
        return
    state.update({Key.OWN_TABLES: None, Key.OWN_MADE_OF: None})
    there = {*shipped.oils.index, *shipped.base_oils.index, *(oil.id for oil in oils)}
    certificates = [each for each in found if each.oil in there]
    if oils or certificates:
        state[Key.OWN_TABLES] = with_own_figures(shipped, oils, certificates)
    state[Key.OWN_MADE_OF] = of


def _forget(gone: set[str]) -> None:
    """Take oils that are no longer there out of the inputs of the Blend and Oils pages."""
    for key in (Key.OILS, Key.ADDED, Key.SUITABLE, Key.BASES):
        if key in state:
            state[key] = [id_ for id_ in state[key] or [] if id_ not in gone]
    if state.get(Key.OILS) == []:
        state.update({Key.COMBINE: False, Key.EFFECT: OWN_CHOICE})
    if state.get(Key.BASE_OTHER) in gone:
        state.pop(Key.BASE_OTHER)
        state[Key.BASE] = USUAL_BASES[0]
    for kind in ("oils", "base_oils"):
        if state.get(Key.open_of(kind)) in gone:
            state.pop(Key.open_of(kind))
