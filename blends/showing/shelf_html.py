"""A few columns of the page My oils -> an HTML table; every text is escaped."""

from collections.abc import Iterable, Sequence

from blends.showing.templates import render


def rows_html(label: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table that is called `label`; the first cell of a row heads it.

    >>> "<td>&lt;b&gt;</td>" in rows_html("Cost", ("Oil", "mL"), [("Olive", "<b>")])
    True
    """
    return render("rows", label=label, heads=tuple(heads), rows=tuple(rows))
