"""What is wrong with a file or a form, all of it at once -> an HTML table; every text is escaped."""

from blends.showing.templates import render
from blends.showing.words import faults as words
from blends.showing.words.own_oils import FIELDS
from blends.tables.faults import TableError, parts_of


def faults_html(error: TableError) -> str:
    """Return a table of the faults: row, column, what was read, what is wanted; a column without any is left out.

    >>> from blends.tables.faults import fault
    >>> ">&#39;&lt;b&gt;&#39;</td>" in faults_html(TableError(fault("row 2, column pct: read '<b>', wanted a %", 2)))
    True
    """
    parts = [parts_of(sentence) for sentence in error.faults]
    form = all(part.row == "1" and part.column for part in parts)  # one row, and nobody counted it
    columns = {
        words.ROW: ["" if form else part.row for part in parts],
        words.COLUMN: [FIELDS[part.column].label if form and part.column in FIELDS else part.column for part in parts],
        words.READ: [part.read for part in parts],
        words.WANTED: [part.wanted for part in parts],
    }
    told = {head: cells for head, cells in columns.items() if any(cells)}
    more = error.count - len(error.faults)
    return render(
        "faults",
        head=str(error).partition("\n")[0],
        heads=tuple(told),
        rows=[[cell or words.NOTHING for cell in row] for row in zip(*told.values(), strict=True)],
        more=words.more_said(more) if more > 0 else "",
    )
