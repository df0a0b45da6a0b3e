"""Brief <-> link: readable words, every value spelt out, with a version. Old links keep their meaning for ever.

    ?v=1&e=warming&o=marjoram,pine:2&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home&t=Title&x=Note

e effects, o oils with parts, b base oils with parts, m bottle, how it is filled, whose ounces and how many
bottles, d dilution, drops per mL and dosing, w for whom and the purpose, t title, x note. No health data:
conditions, pregnancy, breastfeeding and age beyond a child's never enter a link.
"""

import json
from collections.abc import Mapping
from urllib.parse import parse_qsl, quote

from blends.brief import Brief, read_brief
from blends.errors import BlendError
from blends.errors import quote as shown
from blends.figures import exact_text
from blends.parts import write_parts

VERSION = "1"
SCHEMA = "equal-parts/1"  # of the JSON file a card is saved as
LONGEST = 2000  # characters: what chat apps and proxies pass on
_KEYS = ("v", "e", "o", "b", "m", "d", "w", "t", "x")
_LISTS = {
    "m": ("bottle", "fill", "system", "bottles"),
    "d": ("dilution", "drops_per_ml", "drops"),
    "w": ("person", "purpose"),
}
_PLAIN = {"e": "effect", "o": "oils", "b": "base", "t": "title", "x": "note"}
_WITHOUT = "The page shows its usual recipe instead."


def write_link(brief: Brief, page: str = "", **more: str) -> str:
    """Return the link that opens the same recipe: `page` and the query, commas and colons as they are.

    more: keys of two letters or more, such as made=2026-11-24, which older readers pass over; "" is left out.

    >>> write_link(read_brief({"effect": "warming", "bottle": "100 ml"}), "https://example.org/")
    'https://example.org/?v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home'
    """
    parts = link_parts(brief) | {key: value for key, value in more.items() if value}
    return page + "?" + "&".join(f"{key}={quote(value, safe=',:/')}" for key, value in parts.items())


def link_parts(brief: Brief) -> dict[str, str]:
    """Return the keys and values of the link, in their order."""
    carried = brief.shared()
    person = "adult" if carried.person.age is None else f"child:{carried.person.age}"
    bottle = f"{carried.bottle.text},{carried.fill},{carried.system},{carried.bottles}"
    amounts = f"{exact_text(carried.dilution_pct)},{exact_text(carried.drops_per_ml)},{carried.dosing}"
    values = {
        "v": VERSION,
        "e": ",".join(carried.effects),
        "o": write_parts(carried.oils),
        "b": write_parts(carried.bases),
        "m": bottle,
        "d": amounts,
        "w": f"{person},{carried.purpose}",
        "t": carried.title,
        "x": carried.note,
    }
    for own_words in ("x", "t"):  # the longest words are left out where the link would be too long to pass on
        if sum(len(quote(value, safe=",:/")) + 3 for value in values.values()) > LONGEST:
            values[own_words] = ""
    return {key: value for key, value in values.items() if value}


def read_link(text: str) -> Brief:
    """Return the brief that a link, or its query part, means. Raises BlendError with a sentence for anything else.

    >>> read_link("?v=1&o=lavender:2&b=olive&m=30ml,fill-to,us,1&d=2,20,equal&w=adult,home").bottle.volume_ml
    Fraction(30, 1)
    """
    if len(text) > LONGEST:
        raise BlendError(
            f"This link has {len(text)} characters, more than the {LONGEST} of any link made here. {_WITHOUT}"
        )
    try:
        pairs = parse_qsl(text.rpartition("?")[2], keep_blank_values=True, errors="strict", max_num_fields=30)
    except ValueError:
        raise BlendError(f"This link cannot be read: its letters are damaged. {_WITHOUT}") from None
    return read_parts(pairs)


def read_saved(text: str) -> Brief:
    """Return the brief of a recipe saved as JSON: the one its link means. Raises BlendError for anything else."""
    try:
        saved = json.loads(text)
        link = saved["card"]["link"] if saved["schema"] == SCHEMA else None
    except (ValueError, TypeError, KeyError, RecursionError):
        link = None
    if not isinstance(link, str) or not link:
        raise BlendError(f"This file is no recipe saved here. Choose a JSON file with the schema {SCHEMA} and a link.")
    return read_link(link)


def read_parts(pairs: list[tuple[str, str]]) -> Brief:
    """Return the brief of a link's keys and values; keys longer than a letter are other people's and passed over."""
    ours = [(key, value) for key, value in pairs if len(key) == 1]
    values = dict(ours)
    strange = [key for key, _ in ours if key not in _KEYS]
    if len(values) < len(ours) or strange:
        what = f"the part {shown(strange[0])}" if strange else "a part twice"
        raise BlendError(f"This link cannot be read: it has {what}. {_WITHOUT}")
    if values.get("v") != VERSION:
        version = shown(values.get("v", ""))
        raise BlendError(f"This link is of version {version}; here version {VERSION} is read. {_WITHOUT}")
    try:
        return read_brief(_texts(values))
    except BlendError as error:
        raise BlendError(f"This link cannot be read. {error} {_WITHOUT}", error.field) from None


def _texts(values: Mapping[str, str]) -> dict[str, str]:
    texts = {field: values[key] for key, field in _PLAIN.items() if key in values}
    for key, fields in _LISTS.items():
        items = values.get(key, "").split(",")
        if len(items) != len(fields):
            raise BlendError(f"The part {key} has {len(items)} values, wanted {', '.join(fields)}.")
        texts |= dict(zip(fields, items, strict=True))
    return texts
