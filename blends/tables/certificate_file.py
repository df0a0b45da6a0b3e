"""A laboratory's table, pasted in or from a file -> the constituents of a certificate; what is not known is said."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from blends.errors import BlendError, quote
from blends.tables import fields
from blends.tables.catalogue import Catalogue
from blends.tables.constituent_names import is_amount, is_cas, measured, nearest
from blends.tables.faults import Faults, TableError, by_row, fault
from blends.tables.own import MOST_CONSTITUENTS, Certificate, Measured
from blends.tables.sheet import text_of

LONGEST = 100_000  # characters that are pasted in
HEAD = "Nothing was taken from this certificate. It has"
# The first row of a table, where it only names the columns.
_HEADING = re.compile(r"(constituent|component|compound|name|substance|peak|ingredient|no\b|#|rt\b|cas)", re.IGNORECASE)
SUMS = ("total", "sum", "identified")  # lines that add up the others
_PLACE = re.compile(r"\d+([.,]\d+)?\.?", re.ASCII)  # the number of a peak, or its minutes


@dataclass(frozen=True)
class Listed:
    """What stands in a laboratory's table.

    constituents: all of them; unknown: a sentence for each whose name the tables do not know (it is kept all the same,
    and no limit is checked for it); total_pct: what was found, added up.
    """

    constituents: tuple[Measured, ...]
    unknown: tuple[str, ...]
    total_pct: Decimal


def read_listed(text: str | bytes, catalogue: Catalogue) -> Listed:
    r"""Return the constituents of a table: a line each, the name, perhaps a CAS number, then %; tabs, commas or spaces.

    "32.4", "32,4 %", "< 0.1", "30 - 35" (the upper end), "traces". Raises TableError with every line that is none.

    >>> from blends.tables.catalogue import read_catalogue
    >>> listed = read_listed("Linalool\t32.4\nEucalyptol 78,1 %\nWax < 0.1 %", read_catalogue())
    >>> [(each.group, str(each.pct), each.below) for each in listed.constituents]
    [('linalool', '32.4', False), ('cineole', '78.1', False), ('', '0.1', True)]
    """
    plain = text_of(text, HEAD) if isinstance(text, bytes) else text
    if len(plain) > LONGEST:
        raise TableError(fault(f"{len(plain)} characters, wanted {LONGEST} at most"), HEAD)
    faults, found = Faults(), []
    lines = [(row, line.strip()) for row, line in enumerate(plain.splitlines(), 1) if line.strip(" \t,;|")]
    for row, line in lines:
        cells = _cells(line)
        if cells is None:
            if row == lines[0][0] and _HEADING.match(line.strip(" \t\"'")):
                continue
            said = f"read {quote(line)}, wanted a name and one figure in %, such as Linalool 32.4"
            faults += fault(f"row {row}: {said}", row)
            continue
        try:
            if not cells[0].casefold().startswith(SUMS):
                found.append(_measured(*cells, catalogue))
        except BlendError as error:
            faults += fault(f"row {row}: {error}", row)
    if not found and not faults.count:
        faults += fault("there is no constituent in it")
    if len(found) > MOST_CONSTITUENTS:
        faults += fault(f"{len(found)} constituents, wanted {MOST_CONSTITUENTS} at most")
    if faults.count:
        raise TableError(by_row(faults), HEAD)
    total = sum((each.pct for each in found if not each.below), Decimal(0))
    return Listed(tuple(found), unknown_said(found, catalogue), total)


def unknown_said(found: Iterable[Measured], catalogue: Catalogue) -> tuple[str, ...]:
    """Return a sentence for each constituent whose name the tables do not know."""
    return tuple(_unknown(each, catalogue) for each in found if not each.group)


def read_certificate(texts: Mapping[str, str], catalogue: Catalogue) -> tuple[Certificate, tuple[str, ...]]:
    """Return the certificate of a form, and a sentence for each constituent that the tables do not know.

    Keys: bottle, oil, constituents (a table, pasted in), density_g_per_ml, peroxide_mmol_per_l, lot, best_before,
    analysed_on, lab; a decimal comma is read. Raises BlendError naming the field.
    """
    listed = read_listed(texts["constituents"], catalogue) if texts.get("constituents", "").strip() else None
    row: dict[str, object] = {key: texts.get(key, "").strip() for key in Certificate.__dataclass_fields__}
    for key in ("density_g_per_ml", "peroxide_mmol_per_l"):
        row[key] = str(row[key]).replace(",", ".")
    row["constituents"] = [each.as_row() for each in listed.constituents] if listed else []
    strange = [key for key in texts if key not in row]
    if strange:
        raise BlendError(f"A certificate has no field {quote(strange[0])}.", strange[0])
    return Certificate.read_row(fields.row_of(row, "a certificate", tuple(row))), listed.unknown if listed else ()


def _cells(line: str) -> tuple[str, str, str] | None:
    """Return name, CAS number and amount of a line, None where it has none, or two figures that could be it."""
    between = next((sign for sign in ("\t", ";", "|") if sign in line), "")
    cells = [cell.strip(' "') for cell in line.split(between)] if between else _by_comma(line) or _by_words(line)
    cas = next((cell.strip("()") for cell in cells if is_cas(cell.strip("()"))), "")
    rest = [cell for cell in cells if cell and cell.strip("()") != cas]
    if not rest or not is_amount(rest[-1]):
        return None
    *before, amount = rest
    while before and _PLACE.fullmatch(before[0]):  # the number of a peak, and its minutes, stand before the name
        before.pop(0)
    if before and any(_PLACE.fullmatch(cell) for cell in (*before, before[-1].split()[-1])):
        return None
    name = re.sub(r"^\d+[.)]\s+", "", " ".join(before)) or cas
    return (name, cas, amount) if name else None


def _by_comma(line: str) -> list[str]:
    """Return the cells of a line between commas, none where a comma may stand inside the figure or the name alone."""
    cells = [cell.strip(' "') for cell in line.split(",")]
    if len(cells) < 2 or not is_amount(cells[-1]) or _PLACE.fullmatch((cells[-2].split() or [""])[-1]):
        return _by_words(line) if len(cells) == 1 or not is_amount(cells[-1]) or " " in line else cells
    cas = next((place for place, cell in enumerate(cells) if is_cas(cell)), len(cells) - 1)
    return [",".join(cells[:cas]), *cells[cas:]]


def _by_words(line: str) -> list[str]:
    """Return name, CAS number and amount of a line without signs between them: the amount is its last words."""
    words = re.sub(r"([<≤])", r" \1", line).replace(":", " ").split()
    for count in (4, 3, 2, 1):
        if count < len(words) and is_amount(" ".join(words[-count:])):
            before = [word.strip(",;") for word in words[:-count]]
            cas = [word for word in before if is_cas(word.strip("()"))]
            return [" ".join(word for word in before if word not in cas), *cas, " ".join(words[-count:])]
    return [line]


def _measured(name: str, cas: str, amount: str, catalogue: Catalogue) -> Measured:
    """Return one line; where its name says nothing, by its CAS number. Raises BlendError where the two disagree."""
    by_name = measured(name, amount, catalogue)
    by_cas = measured(cas, amount, catalogue).group if cas else ""
    if by_name.group and by_cas and by_name.group != by_cas:
        raise BlendError(f"read {quote(name)} with the CAS number {cas} of another constituent; write the right one")
    return by_name if by_name.group or not by_cas else Measured(by_name.name, by_cas, by_name.pct, by_name.below)


def _unknown(each: Measured, catalogue: Catalogue) -> str:
    hint = nearest(each.name, catalogue)
    return f"{each.name} ({each.pct:f} %) is no constituent the tables know{hint}: no limit is checked for it."
