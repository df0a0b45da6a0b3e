"""The faults of a file or a form as a table: what its columns are called."""

ROW, COLUMN, READ, WANTED = "Row", "Column", "Read", "Wanted"
NOTHING = "–"


def more_said(count: int) -> str:
    """Return how many faults are not listed.

    >>> more_said(1), more_said(20)
    ('One fault more is not listed here.', '20 faults more are not listed here.')
    """
    return "One fault more is not listed here." if count == 1 else f"{count} faults more are not listed here."
