"""Own oils into a book: from a form or a file, checked together with those in it, all or nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from blends.showing.words.own_oils import kept_sentence, too_much
from blends.tables.catalogue import shipped_tables
from blends.tables.certificate_file import read_listed
from blends.tables.more_rows import with_more_rows
from blends.tables.own_file import own_oil, read_own_constituents, read_own_oils
from blends.tables.own_fitting import fitting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from blends.keeping.book import Book
    from blends.tables.own import Kind, OwnOil


def add_by_form(book: Book, texts: Mapping[str, str], kind: Kind) -> str:
    """Return what came of one own oil of a form, and what of its constituents nobody here knows or cannot be.

    texts: column and text, and "constituents", a table pasted in.

    Raises TableError with every fault, BlendError for an id that the book has already; nothing is kept then.
    """
    cells = {column: text for column, text in texts.items() if text.strip() and column != "constituents"}
    oil = own_oil(cells, kind, shipped_tables())
    said = [kept_sentence([oil.id], [])]
    if texts.get("constituents", "").strip():
        listed = read_listed(texts["constituents"], shipped_tables())
        oil = replace(oil, constituents=listed.constituents)
        said += [*listed.unknown, *([too_much(listed.total_pct)] if listed.total_pct > 100 else [])]
    _check(book, [oil])
    book.own_oils.add(oil)
    return " ".join(said)


def add_by_file(book: Book, data: bytes, kind: Kind | None) -> str:
    """Return what came of a CSV file of own oils of one kind, or, without one, of their constituents.

    An oil with the id of one in the book takes its place; its constituents stay. Raises TableError with every fault of
    the file; nothing is kept then.
    """
    there = {oil.id: oil for oil in book.own_oils}
    if kind is None:
        read = read_own_constituents(data, there.values(), shipped_tables())
        oils = [oil for oil in read if oil != there[oil.id]]
    else:
        read = read_own_oils(data, kind, shipped_tables())
        oils = [replace(oil, constituents=there[oil.id].constituents) if oil.id in there else oil for oil in read]
    _check(book, oils)
    book.own_oils.replace(*oils)
    return kept_sentence([oil.id for oil in oils if oil.id not in there], [oil.id for oil in oils if oil.id in there])


def _check(book: Book, new: Iterable[OwnOil]) -> None:
    """Hold new own oils against the tables and the others that fit them. Raises TableError."""
    there = fitting(tuple(book.own_oils), shipped_tables()).oils
    with_more_rows(shipped_tables(), ({oil.id: oil for oil in there} | {oil.id: oil for oil in new}).values())
