"""A blend as the file of a book holds it: to a plain row and back, strictly, or a sentence."""

from dataclasses import dataclass
from datetime import UTC, datetime

from blends.asking.brief import LONGEST_NOTE as LONGEST_WORDS
from blends.asking.brief import LONGEST_TITLE, plain_words
from blends.asking.link import LONGEST as LONGEST_LINK
from blends.asking.link import read_link
from blends.asking.parts import MOST_OILS
from blends.errors import BlendError, quote
from blends.keeping.kept import LONGEST_NAME, LONGEST_NOTE, LONGEST_TAG, MOST_TAGS
from blends.tables import fields

MOST_VERSIONS = 10_000  # a file of 20 MB holds no more
LONGEST_TOLD = 4_000  # characters


@dataclass(frozen=True)
class FiledVersion:
    """One save in the file; told: what the rulebooks said when it was last opened; oils: what they are called."""

    saved_on: str
    changed: str
    link: str
    title: str = ""
    words: str = ""
    oils: tuple[str, ...] = ()
    told: str = ""


@dataclass(frozen=True)
class FiledBlend:
    """A blend in the file, its versions from the first on; deleted_on: "" for one that is not deleted."""

    name: str
    versions: tuple[FiledVersion, ...]
    starred: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    deleted_on: str = ""


def blend_row(blend: FiledBlend) -> dict[str, object]:
    """Return a blend as a plain row for JSON."""
    versions = [
        {
            "saved_on": each.saved_on,
            "changed": each.changed,
            "link": each.link,
            "title": each.title,
            "note": each.words,
            "oils": each.oils,
            "told": each.told,
        }
        for each in blend.versions
    ]
    row = {"name": blend.name, "starred": blend.starred, "tags": blend.tags, "note": blend.note}
    return row | {"deleted_on": blend.deleted_on, "versions": versions}


def read_blend(given: object) -> FiledBlend:
    """Return the blend of a plain row. Raises BlendError for the first thing in it that cannot be read."""
    row = fields.row_of(given, "a blend", ("name", "starred", "tags", "note", "deleted_on", "versions"))
    name = fields.text(row, "name", LONGEST_NAME)
    if not name or plain_words(name) != name:
        raise BlendError(f"Cannot read {quote(name)} as a name. Write one, such as Warm back.", "name")
    versions, starred = row["versions"], row["starred"]
    if not isinstance(versions, list) or not 1 <= len(versions) <= MOST_VERSIONS:
        raise BlendError(f"{quote(name)} needs its versions: a list of 1 to {MOST_VERSIONS}.", "versions")
    if not isinstance(starred, bool):
        raise BlendError(f"Cannot read {quote(str(starred))} as starred. Write true or false.", "starred")
    return FiledBlend(
        name,
        tuple(_read_version(each, f"{quote(name)}, version {number}") for number, each in enumerate(versions, 1)),
        starred,
        _texts(row["tags"], "tags", MOST_TAGS, LONGEST_TAG),
        fields.text(row, "note", LONGEST_NOTE),
        _moment(row, "deleted_on") if row["deleted_on"] else "",
    )


def _read_version(given: object, whose: str) -> FiledVersion:
    row = fields.row_of(given, whose, ("saved_on", "changed", "link", "title", "note", "oils", "told"))
    link, title = fields.text(row, "link", LONGEST_LINK), fields.text(row, "title", LONGEST_TITLE)
    try:
        read_link(link)
    except BlendError as error:
        raise BlendError(f"{whose}: {error}", "link") from None
    words = fields.text(row, "note", LONGEST_WORDS)
    oils = _texts(row["oils"], "oils", MOST_OILS, fields.LONGEST_TEXT)
    told, changed = fields.text(row, "told", LONGEST_TOLD), fields.text(row, "changed")
    return FiledVersion(_moment(row, "saved_on"), changed, link, title, words, oils, told)


def _texts(given: object, kind: str, most: int, longest: int) -> tuple[str, ...]:
    if not isinstance(given, list) or len(given) > most:
        raise BlendError(f"Cannot read {quote(str(given))} as {kind}. Wanted a list of at most {most} texts.", kind)
    return tuple(fields.text({kind: each}, kind, longest) for each in given)


def _moment(row: fields.Row, key: str) -> str:
    text = fields.text(row, key)
    try:
        return datetime.fromisoformat(text).astimezone(UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError):
        raise BlendError(f"Cannot read {quote(text)} as a moment. Write 2026-11-28T09:00:00+00:00.", key) from None
