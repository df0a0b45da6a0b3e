"""The tables that a page asks, in one place: no function of the pages hands them on."""

from collections.abc import Iterable

from blends.pages.keys import OWN_CHOICE, USUAL_BASES, Key, state
from blends.tables.catalogue import Catalogue, shipped_tables
from blends.tables.more_rows import with_more_rows
from blends.tables.own import OwnOil


def tables_now() -> Catalogue:
    """Return the tables for the visitor's present run: the shipped ones, with own oils where the visitor has any.

    The shipped ones are read and checked once for all visitors. A page asks anew each time and keeps nothing of what
    it got for another visitor.
    Raises TableError where the tables cannot be read; the server has read them before the first visitor.
    """
    own = state.get(Key.OWN_TABLES)
    return own if isinstance(own, Catalogue) else shipped_tables()


def take_own(oils: Iterable[OwnOil]) -> None:
    """Let this visitor's tables hold these own oils and no others; one that is gone leaves the inputs, too.

    Raises TableError for oils that do not fit the tables; the shipped ones stand alone then.
    """
    before = {oil.id for oil in tables_now().own}
    state[Key.OWN_TABLES] = None
    try:
        given = tuple(oils)
        if given:
            state[Key.OWN_TABLES] = with_more_rows(shipped_tables(), given)
    finally:
        if gone := before.difference(oil.id for oil in tables_now().own):
            _forget(gone)


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
