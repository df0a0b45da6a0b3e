"""The tables that a page asks, in one place: no function of the pages hands them on."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from blends.asking.brief import Brief
from blends.asking.parts import Part
from blends.errors import BlendError
from blends.pages.keys import OWN_CHOICE, USUAL_BASES, Key, state
from blends.tables.catalogue import Catalogue, shipped_tables
from blends.tables.certified import with_own_figures
from blends.tables.own import Certificate, OwnOil
from blends.tables.own_marks import apart, mark_of

Own = tuple[tuple[OwnOil, ...], tuple[Certificate, ...]]
NOTHING_OWN: Own = ((), ())
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


def names_with(own: Own) -> dict[str, str]:
    """Return what oils and base oils are called, those of a file among them. Raises BlendError for what cannot fit."""
    tables = with_own_figures(shipped_tables(), *own)
    return {id_: oil.name for id_, oil in (tables.oil_by_id | tables.base_oil_by_id).items()}


def take_own(oils: Iterable[OwnOil], certificates: Iterable[Certificate] = (), drawn: bool = True) -> None:
    """Let this visitor's tables hold the own figures of the book and no others; an oil gone leaves the inputs, too.

    certificates: of the bottles at hand, one for each oil; one of an oil that is in no table waits for it; drawn:
    whether inputs of the page may be drawn already.
    What the file of a recipe brought stays beside them, but for an oil whose id the book has given to another.
    Raises TableError for oils that do not fit the tables; the shipped ones stand alone then.
    """
    given, (brought, found) = (tuple(oils), tuple(certificates)), state.get(Key.OWN_BROUGHT, NOTHING_OWN)
    before, kept = {oil.id for oil in tables_now().own}, {oil.id: mark_of(oil) for oil in given[0]}
    stays = tuple(oil for oil in brought if kept.get(oil.id, mark_of(oil)) == mark_of(oil))
    gone = before.difference(kept, (oil.id for oil in stays)) | {oil.id for oil in brought if oil not in stays}
    if drawn and state.get(Key.PAGE) != BOOK and gone:
        return  # its inputs are drawn: what is gone leaves them when the book is looked at
    state.update({Key.OWN_KEPT: given, Key.OWN_BROUGHT: (stays, found)})
    try:
        _make()
    finally:
        if gone := gone | before.difference(oil.id for oil in tables_now().own):
            _forget(gone)


def bring_own(brief: Brief, own: Own) -> Brief:
    """Return `brief` with the own figures that its file brought in the tables, in place of what another file brought.

    An own oil that is another than one of the same id in the book stands beside it under an id of its own. The
    certificates of the file come before those of the bottles at hand.
    Raises BlendError for figures that do not fit; nothing of the file is in the tables then.
    """
    kept = {oil.id: mark_of(oil) for oil in state.get(Key.OWN_KEPT, NOTHING_OWN)[0]}
    ids = {oil.id: oil.id for oil in own[0]}
    ids |= {oil.id: apart(oil.id, mark_of(oil)) for oil in own[0] if kept.get(oil.id, mark_of(oil)) != mark_of(oil)}
    oils = tuple(replace(oil, id=ids[oil.id]) for oil in own[0])
    state[Key.OWN_BROUGHT] = (oils, tuple(replace(each, oil=ids.get(each.oil, each.oil)) for each in own[1]))
    try:
        _make()
    except BlendError:
        state[Key.OWN_BROUGHT] = NOTHING_OWN
        _make()
        raise
    return replace(brief, oils=_with_ids(brief.oils, ids), bases=_with_ids(brief.bases, ids))


def _with_ids(parts: tuple[Part, ...], ids: Mapping[str, str]) -> tuple[Part, ...]:
    return tuple(replace(part, id=ids.get(part.id, part.id)) for part in parts)


def _make() -> None:
    """Make this visitor's tables, once for the same figures: what is kept by its tables is kept on."""
    shipped, of_bottles = shipped_tables(), state.get(Key.OWN_KEPT, NOTHING_OWN)
    brought = state.get(Key.OWN_BROUGHT, NOTHING_OWN)
    of = (shipped, of_bottles, brought)
    if state.get(Key.OWN_MADE_OF) == of:
        return
    state.update({Key.OWN_TABLES: None, Key.OWN_MADE_OF: None})
    oils = tuple({oil.id: oil for oil in (*brought[0], *of_bottles[0])}.values())
    there = {*shipped.oils.index, *shipped.base_oils.index, *(oil.id for oil in oils)}
    found = {each.oil: each for each in (*of_bottles[1], *brought[1]) if each.oil in there}
    if oils or found:
        state[Key.OWN_TABLES] = with_own_figures(shipped, oils, found.values())
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
