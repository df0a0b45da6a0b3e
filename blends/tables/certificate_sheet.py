"""A CSV file of one bottle's certificate -> Certificate: by our own template, or as a laboratory writes its table."""

from collections.abc import Mapping

from blends.errors import BlendError
from blends.tables.catalogue import Catalogue
from blends.tables.certificate_file import SUMS, read_listed, unknown_said
from blends.tables.constituent_names import constituent_names, is_cas, measured
from blends.tables.faults import Faults, TableError, by_row, fault, shown
from blends.tables.own import MOST_CONSTITUENTS, Certificate, Measured
from blends.tables.own_rows import FORMULA
from blends.tables.sheet import first_row, read_sheet, write_sheet

HEAD = "Nothing was taken from this file. It has"
FACTS = ("density_g_per_ml", "peroxide_mmol_per_l", "lot", "best_before", "analysed_on", "lab")
COLUMNS = ("constituent", "cas", "pct", *FACTS)
_OURS = ("pct", *FACTS)  # what no laboratory calls its columns
_AMOUNT = "% of the oil, such as 32.4 or < 0.1 or traces"


def certificate_template() -> str:
    """Return the first row of a CSV file of one certificate: a row a constituent, its other facts in any of the rows.

    >>> certificate_template().strip()
    'constituent,cas,pct,density_g_per_ml,peroxide_mmol_per_l,lot,best_before,analysed_on,lab'
    """
    return write_sheet(COLUMNS, [])


def read_certificate_sheet(
    content: bytes, bottle: str, oil: str, catalogue: Catalogue
) -> tuple[Certificate, tuple[str, ...]]:
    r"""Return the certificate of a bottle, and a sentence for each constituent that the tables do not know.

    Raises TableError with every fault (row, column, what was read, what is wanted); nothing is taken then.

    >>> from blends.tables.catalogue import read_catalogue
    >>> content = b"constituent,pct,density_g_per_ml\nLinalool,32.4,0.885\nLimonene,< 0.1,\n"
    >>> found, unknown = read_certificate_sheet(content, "b1", "lavender", read_catalogue())
    >>> [str(each.pct) for each in found.constituents], str(found.density_g_per_ml), unknown
    (['32.4', '0.1'], '0.885', ())
    """
    if not any(name in _OURS for name in first_row(content, HEAD)):
        listed = read_listed(content, catalogue)
        return Certificate(bottle, oil, listed.constituents), listed.unknown
    sheet = read_sheet(content, COLUMNS, (), 2 * MOST_CONSTITUENTS, HEAD)
    found, faults = [], sheet.faults
    for row, cells in sheet.rows.items():
        wrong = _formulas(row, cells)
        if not wrong.count:
            each, wrong = _constituent(row, cells, catalogue)
            found += [each] if each else []
        faults += wrong
    facts, wrong = _facts(sheet.rows)
    faults += wrong
    if len(found) > MOST_CONSTITUENTS:
        faults += fault(f"{len(found)} constituents, wanted {MOST_CONSTITUENTS} at most")
    if not found and not facts and not faults.count:
        faults += fault("there is no constituent in it")
    if faults.count:
        raise TableError(by_row(faults), HEAD)
    whole = {**_blank(bottle, oil), **facts, "constituents": [each.as_row() for each in found]}
    return Certificate.read_row(whole), unknown_said(found, catalogue)


def _constituent(row: int, cells: Mapping[str, str], catalogue: Catalogue) -> tuple[Measured | None, Faults]:
    """Return the constituent of a row, None where it has none or adds up the others; and what is wrong with it."""
    name, cas, amount = (cells.get(column, "") for column in ("constituent", "cas", "pct"))
    if not (name or cas or amount) or name.casefold().startswith(SUMS):
        return None, Faults()
    faults = Faults()
    if not (name or cas):
        faults += _wrong(row, "constituent", "", "a name, such as Linalool")
    if cas and not is_cas(cas):
        faults += _wrong(row, "cas", cas, "a CAS number, such as 78-70-6, or nothing")
    if not amount:
        faults += _wrong(row, "pct", "", _AMOUNT)
    if faults.count:
        return None, faults
    try:
        each = measured(name or cas, amount, catalogue)
    except BlendError as error:
        wrong = {"pct": (amount, _AMOUNT)}.get(error.field, (name, "a name, such as Linalool"))
        return None, _wrong(row, error.field or "constituent", *wrong)
    group = constituent_names(catalogue).group(cas) if cas else ""
    if each.group and group and each.group != group:
        return None, _wrong(row, "cas", cas, f"the CAS number of {name}, or nothing")
    return (each if each.group else Measured(each.name, group, each.pct, each.below)), faults


def _facts(rows: Mapping[int, Mapping[str, str]]) -> tuple[dict[str, str], Faults]:
    """Return the facts of the whole bottle, each of which may stand in any row, but only in one way."""
    facts: dict[str, str] = {}
    first: dict[str, int] = {}
    faults = Faults()
    for row, cells in rows.items():
        for column in FACTS:
            cell = cells.get(column, "")
            if not cell or cell == facts.get(column) or cell.startswith(FORMULA):
                continue
            if column in facts:
                faults += _wrong(row, column, cell, f"{shown(facts[column])} as in row {first[column]}, or nothing")
                continue
            facts[column], first[column] = cell, row
            faults += _fact(row, column, cell)
    return facts, faults


def _fact(row: int, column: str, cell: str) -> Faults:
    """Return what is wrong with one fact."""
    try:
        Certificate.read_row({**_blank("b1", "any"), "constituents": [], column: cell})
    except BlendError as error:
        wanted = str(error).partition("Wanted ")[2].removesuffix(".") or str(error)
        return _wrong(row, column, cell, wanted)
    return Faults()


def _formulas(row: int, cells: Mapping[str, str]) -> Faults:
    faults = Faults()
    for column, cell in cells.items():
        if cell.startswith(FORMULA):
            faults += _wrong(row, column, cell, "text that no spreadsheet takes for a formula")
    return faults


def _blank(bottle: str, oil: str) -> dict[str, object]:
    return {**dict.fromkeys(FACTS, ""), "bottle": bottle, "oil": oil}


def _wrong(row: int, column: str, read: str, wanted: str) -> Faults:
    return fault(f"row {row}, column {column}: read {shown(read or None)}, wanted {wanted}", row)
