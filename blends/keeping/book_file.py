"""The one file a book is saved as: written, read anywhere, for ever; what is damaged is said, the rest is offered.

Each blend, oil and bottle stands on a line of its own, so that a damaged line costs that line alone. What may stand in
it: book.schema.json.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from blends.errors import BlendError, quote
from blends.keeping.filed import FiledBlend, blend_row, read_blend
from blends.keeping.things import Bottle, Certificate, OwnOil
from blends.showing.words import kept as words

SCHEMA = "equal-parts-book/1"
LARGEST = 20_000_000  # bytes
MOST_BLENDS, MOST_THINGS = 10_000, 10_000
_FAULTS_SHOWN = 20
_SECTION = re.compile(r'\s*"(blends|own_oils|shelf|certificates)"\s*:\s*\[\s*')
_EXAMPLE = "Choose a book saved here as JSON."

T = TypeVar("T")


@dataclass(frozen=True)
class Contents:
    """All that a file holds; faults: a sentence for each thing in it that cannot be read."""

    blends: tuple[FiledBlend, ...] = ()
    own_oils: tuple[OwnOil, ...] = ()
    shelf: tuple[Bottle, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    faults: tuple[str, ...] = ()


def write_book(contents: Contents, written_on: str) -> bytes:
    """Return the file: JSON in UTF-8, a thing a line."""
    lists = {
        "blends": [blend_row(blend) for blend in contents.blends],
        "own_oils": [oil.as_row() for oil in contents.own_oils],
        "shelf": [bottle.as_row() for bottle in contents.shelf],
        "certificates": [certificate.as_row() for certificate in contents.certificates],
    }
    parts = [f'"schema": {json.dumps(SCHEMA)}', f'"written_on": {json.dumps(written_on)}']
    for section, rows in lists.items():
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        parts.append(f'"{section}": [\n{lines}\n]')
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def read_book(data: bytes) -> Contents:
    """Return what the file holds. Raises BlendError for what is no book at all: too large, no text, another version."""
    if len(data) > LARGEST:
        raise BlendError(f"This file has {len(data) / 1e6:.1f} MB; a book has 20 MB at most. {_EXAMPLE}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BlendError(
            "This file is no book: it is "
            + ("a spreadsheet or an archive" if data[:2] == b"PK" else "not written in UTF-8")
            + f". {_EXAMPLE}"
        ) from None
    try:
        read = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return _salvaged(text)
    if not isinstance(read, dict):
        raise BlendError(f"This file is no book: it has no schema. {_EXAMPLE}")
    _check_schema(read.get("schema"))
    return _contents({section: list(_items(read, section)) for section in _READERS}, ())


def _no_number(text: str) -> None:
    raise ValueError(text)


def _check_schema(schema: object) -> None:
    if schema == SCHEMA:
        return
    found = str(schema) if isinstance(schema, str) else ""
    if found.startswith("equal-parts-book/"):
        raise BlendError(
            f"This book is of version {quote(found[17:])}; here version 1 is read. Install the newer program."
        )
    if found.startswith("equal-parts/"):
        raise BlendError("This file is one recipe, no book. Open it where recipes are opened, then save it.")
    raise BlendError(f"This file is no book: its schema is {quote(found)}. {_EXAMPLE}")


def _items(read: dict[str, Any], section: str) -> Iterator[tuple[str, object]]:
    """Yield each thing of a section with where it stands."""
    rows = read.get(section, [])
    if not isinstance(rows, list):
        rows = [rows]
    yield from ((f"{_READERS[section][0]} {place}", row) for place, row in enumerate(rows, 1))


def _salvaged(text: str) -> Contents:
    """Return what can be read of a file that is no longer JSON as a whole: each line that is whole."""
    if SCHEMA not in text[:200]:
        raise BlendError(f"This file is no book, or damaged from its beginning. {_EXAMPLE}")
    lists: dict[str, list[tuple[str, object]]] = {section: [] for section in _READERS}
    section, faults = "", [words.DAMAGED]
    for number, line in enumerate(text.split("\n"), 1):
        begins = _SECTION.fullmatch(line)
        if begins:
            section = begins[1]
        elif section and line.strip() not in ("", "]", "],", "}"):
            try:
                row = json.loads(line.strip().removesuffix(","), parse_constant=_no_number)
                lists[section].append((words.LINE.format(number=number), row))
            except (ValueError, RecursionError):
                faults.append(words.LINE_LOST.format(number=number, kind=_READERS[section][1]))
    return _contents(lists, tuple(faults))


def _contents(lists: dict[str, list[tuple[str, object]]], faults: tuple[str, ...]) -> Contents:
    found: list[str] = list(faults)
    read = {
        section: tuple(_read_all(lists[section], reader, most, plural, found))
        for section, (_, plural, reader, most) in _READERS.items()
    }
    if len(found) > _FAULTS_SHOWN:
        found = [*found[:_FAULTS_SHOWN], words.MORE_UNREAD.format(count=len(found) - _FAULTS_SHOWN)]
    return replace(Contents(faults=tuple(found)), **read)


def _read_all(
    items: Iterable[tuple[str, object]], reader: Callable[[object], T], most: int, plural: str, faults: list[str]
) -> Iterator[T]:
    """Yield each thing that can be read; why another cannot be goes into `faults`."""
    for place, (where, row) in enumerate(items):
        if place == most:
            faults.append(words.TOO_MANY.format(most=most, kind=plural))
            return
        try:
            yield reader(row)
        except BlendError as error:
            faults.append(words.UNREAD.format(where=where, why=error))


_READERS: dict[str, tuple[str, str, Callable[[object], Any], int]] = {
    "blends": (words.BLEND, words.BLENDS, read_blend, MOST_BLENDS),
    "own_oils": (words.OWN_OIL, words.OWN_OILS, OwnOil.read_row, MOST_THINGS),
    "shelf": (words.BOTTLE, words.BOTTLES, Bottle.read_row, MOST_THINGS),
    "certificates": (words.CERTIFICATE, words.CERTIFICATES, Certificate.read_row, MOST_THINGS),
}
