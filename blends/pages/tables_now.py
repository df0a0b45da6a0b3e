"""The tables that a page asks, in one place: no function of the pages hands them on."""

from blends.tables.catalogue import Catalogue, shipped_tables


def tables_now() -> Catalogue:
    """Return the tables for the visitor's present run: the shipped ones, read and checked once for all visitors.

    A page asks anew each time and keeps nothing of what it got for another visitor.
    Raises TableError where the tables cannot be read; the server has read them before the first visitor.
    """
    return shipped_tables()
