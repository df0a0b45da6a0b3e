"""Own oils kept since the tables changed -> those that still fit them, and each of the others said by name."""

from dataclasses import dataclass
from functools import lru_cache

from blends.tables.catalogue import Catalogue
from blends.tables.faults import TableError
from blends.tables.more_rows import with_more_rows
from blends.tables.own import OwnOil


@dataclass(frozen=True)
class Fitting:
    """oils: those that fit the tables; unfit: a sentence for each that does not, by the id of that oil."""

    oils: tuple[OwnOil, ...]
    unfit: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=8)
def fitting(oils: tuple[OwnOil, ...], catalogue: Catalogue) -> Fitting:
    """Return which of `oils` fit the tables: one that does not is left out and said, the others stay.

    >>> from blends.tables.catalogue import read_catalogue
    >>> gone = OwnOil("my_rose", "essential", (("name", "My rose"),), (), "rose_that_was")
    >>> found = fitting((gone,), read_catalogue())
    >>> found.oils, found.unfit[0][1].partition(":")[0]
    ((), 'My rose (my_rose) no longer fits the tables and is left out')
    """
    try:
        with_more_rows(catalogue, oils)
    except TableError:
        faults = {oil.id: _faults(oil, catalogue) for oil in oils}
        unfit = tuple((oil.id, _said(oil, faults[oil.id])) for oil in oils if faults[oil.id])
        return Fitting(tuple(oil for oil in oils if not faults[oil.id]), unfit)
    return Fitting(oils)


def _faults(oil: OwnOil, catalogue: Catalogue) -> list[str]:
    try:
        with_more_rows(catalogue, [oil])
    except TableError as error:
        return [sentence.removeprefix("row 1, ") for sentence in error.faults]
    return []


def _said(oil: OwnOil, faults: list[str]) -> str:
    name = dict(oil.row).get("name") or oil.made_from
    return f"{name} ({oil.id}) no longer fits the tables and is left out: {'; '.join(faults)}."
