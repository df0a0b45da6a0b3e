"""A link -> Brief: readable words, every value spelt out. Old links keep their meaning for ever.

    ?v=1&e=warming&o=marjoram,pine:2&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home&t=Title&x=Note

making/handed_on.py writes it.

e effects (`own` while the page has none and no oil is chosen yet), o oils with parts, b base oils with parts,
m bottle, how it is filled, whose ounces and how many bottles, d dilution, drops per mL and dosing, w for whom and the
purpose, t title, x note. No health data: conditions, pregnancy, breastfeeding and age beyond a child's never enter a
link.
"""

import json
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl

from blends.asking.brief import LONGEST_NOTE, LONGEST_TEXT, LONGEST_TITLE, Brief, plain_words, read_brief
from blends.errors import BlendError
from blends.errors import quote as shown

VERSION = "1"
SCHEMA = "equal-parts/3"  # of the JSON file a card is saved as: serving/card.schema.json says what stands in it
OPENED = (SCHEMA, "equal-parts/2", "equal-parts/1")  # what read_saved opens: saved files last as links do
LONGEST = 2000  # characters: what chat apps and proxies pass on
LONGEST_FILE = 1_000_000  # characters
_KEYS = ("v", "e", "o", "b", "m", "d", "w", "t", "x")
_LISTS = {
    "m": ("bottle", "fill", "system", "bottles"),
    "d": ("dilution", "drops_per_ml", "drops"),
    "w": ("person", "purpose"),
}
_SAYS = {  # what a part is about, and how it is written
    "m": ("the bottle", "m=100ml,fill-to,us,1"),
    "d": ("the strength and the drops", "d=2,20,equal"),
    "w": ("for whom it is", "w=adult,home"),
}
_PLAIN = {"e": "effect", "o": "oils", "b": "base", "t": "title", "x": "note"}
_OWN_WORDS = {"t": ("title", LONGEST_TITLE), "x": ("note", LONGEST_NOTE)}
_WHOLE = "Copy the link whole, or ask for it again."

# What mails and chats put behind a link. A link made here never holds these as they are; a stop it may, in own words.
_OPENING, _CLOSING = "<([{\"'“‘«*_~ ", r""">)\]}"'”’»"""
_STOPS = ".,;:!?*_~"


def read_link(text: str) -> Brief:
    """Return the brief that a link, or its query part, means. Raises BlendError with a sentence for anything else.

    What mails and chats do to a link is undone: a stop or bracket behind it, `&amp;`, a line broken, `#`.
    A link says by marks which own oils and certificates its maker meant; the brief names their ids alone. Whoever
    calculates it with own figures asks `blends.tables.own_marks.as_meant` first, as the pages do: else an own oil of
    the same id stands in unseen.

    >>> read_link("<?v=1&o=lavender:2&b=olive&m=30ml,fill-to,us,1&d=2,20,equal&w=adult,home>.").bottle.volume_ml
    Fraction(30, 1)
    """
    if not isinstance(text, str):
        raise BlendError(f"This link cannot be read: it is no text. {_WHOLE}")
    query = _query(text) if len(text) <= 2 * LONGEST else text
    if len(query) > LONGEST:
        raise BlendError(
            f"This link has {len(query)} characters, more than the {LONGEST} of any link made here. {_WHOLE}"
        )
    try:
        pairs = parse_qsl(query, keep_blank_values=True, errors="strict", max_num_fields=30)
    except ValueError:
        raise BlendError(f"This link cannot be read: its letters are damaged. {_WHOLE}") from None
    return read_pairs(pairs)


def _query(text: str) -> str:
    """Return the query part of a link without what mails and chats add around it."""
    plain = "".join(filter(str.isprintable, re.sub(r"\s*[\r\n]\s*", "", text))).strip()
    before, mark, after = plain.partition("?")
    query = (after if mark and "&" not in before else plain.lstrip(_OPENING)).partition("#")[0]
    return re.sub(f"[{_CLOSING}][{_CLOSING}{_STOPS}\\s]*$", "", query)


def read_saved(text: str) -> Brief:
    """Return the brief of a recipe saved as JSON: the one its link means. Raises BlendError for anything else."""
    return read_link(saved_link(text))


def saved_link(text: str) -> str:
    """Return the link of a recipe saved as JSON. Raises BlendError for what is no such file."""
    if isinstance(text, str) and len(text) > LONGEST_FILE:
        raise BlendError(f"This file has {len(text) / 1e6:.1f} MB; a recipe has 1 MB at most. Choose one saved here.")
    try:
        saved = json.loads(text) if isinstance(text, str) else {}
        link = saved["card"]["link"] if saved["schema"] in OPENED else None
    except (ValueError, TypeError, KeyError, RecursionError):
        link = None
    if not isinstance(link, str) or not link:
        raise BlendError(f"This file is no recipe saved here. Choose a JSON file with the schema {SCHEMA} and a link.")
    return link


def read_pairs(pairs: list[tuple[str, str]]) -> Brief:
    """Return the brief of a link's keys and values; keys longer than a letter are other people's and passed over.

    Raises BlendError for a part that is strange, twice there or damaged, and for another version.
    """
    ours = [(key, value) for key, value in _mended(pairs) if len(key) == 1]
    values = dict(ours)
    strange = [key for key, _ in ours if key not in _KEYS]
    if len(values) < len(ours) or strange:
        what = f"the part {shown(strange[0])}" if strange else "a part twice"
        raise BlendError(f"This link cannot be read: it has {what}. {_WHOLE}")
    if values.get("v") != VERSION:
        version = shown(values["v"]) if "v" in values else "none"
        raise BlendError(f"This link is of version {version}; here version {VERSION} is read. {_WHOLE}")
    try:
        brief = read_brief(_texts(values))
        if brief.person != brief.person.handed_on:
            said = shown(brief.person.kind)
            raise BlendError(f"Cannot read {said} as the person of a link. Write adult or child:7.", "person")
    except BlendError as error:
        raise BlendError(f"This link cannot be read. {error} {_WHOLE}", error.field) from None
    return brief


def cut_words(pairs: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], tuple[tuple[str, int], ...]]:
    """Return a link's keys and values with title and note cut to what fits, and what was cut: its name, what fits.

    >>> cut_words([("t", 90 * "a"), ("x", "Warm")])[1]
    (('title', 80),)
    """
    kept, cut = [], []
    for key, value in pairs:
        name, longest = _OWN_WORDS.get(key, ("", LONGEST))
        plain = plain_words(value[:LONGEST_TEXT]) if name else value
        if name and len(plain) > longest:
            cut.append((name, longest))
        kept.append((key, plain[:longest].rstrip() if name else value))
    return kept, tuple(cut)


def without_own_words(link: str) -> str:
    """Return `link` without the title and the note, where the whole is too long: never without the recipe.

    >>> without_own_words("https://example.org/?v=1&b=olive&t=For%20Ann&x=Warm")
    'https://example.org/?v=1&b=olive'
    """
    page, mark, query = link.partition("?")
    return page + mark + "&".join(part for part in query.split("&") if part.partition("=")[0] not in _OWN_WORDS)


def unmailed(key: str) -> str:
    """Return a key without the `amp;` that mails write into links.

    >>> unmailed("amp;amp;conditions")
    'conditions'
    """
    return re.sub(r"^(?:amp;)+", "", key)


def _mended(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return keys without the `amp;` that mails write into links, and the last value without what stands behind it."""
    plain = [(unmailed(key), value) for key, value in pairs]
    if plain and plain[-1][0] not in _OWN_WORDS:
        key, value = plain[-1]
        plain[-1] = (key, re.sub(f"[{_CLOSING}{_STOPS}\\s]+$", "", value))
    return plain


def _texts(values: Mapping[str, str]) -> dict[str, str]:
    texts = {field: values[key] for key, field in _PLAIN.items() if key in values}
    for key, fields in _LISTS.items():
        about, written = _SAYS[key]
        if key not in values:
            raise BlendError(f"It says nothing about {about}; such a part is written {written}.")
        items = values[key].split(",")
        if len(items) != len(fields):
            raise BlendError(f"Cannot read {shown(f'{key}={values[key]}')} as {about}. It is written {written}.")
        texts |= dict(zip(fields, items, strict=True))
    return texts
