"""Short marks of somebody's own figures: a link carries them, so that no other oil of the same name stands in unseen.

    ...&own=my_rose.1a2b3c4d&cert=clove_bud.9f8e7d6c

A mark is a few letters of the hash of what stands in an own oil or a certificate; it tells nobody the figures.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from blends.asking.brief import Brief
from blends.asking.parts import Part
from blends.tables.catalogue import Catalogue
from blends.tables.own import PREFIX, Certificate, OwnOil

OWN_OILS, CERTIFICATES = "own", "cert"  # the keys of a link
_LETTERS = 8
_LONGEST_ID = 60
_MOST = 20  # of a link: as many as a blend has oils
_MARKED = re.compile(r"([a-z0-9_-]+)\.([0-9a-f]{8})\b", re.ASCII)
_APART = re.compile(r"_([0-9a-f]{8})$", re.ASCII)


def mark_of(thing: OwnOil | Certificate) -> str:
    """Return the mark of what stands in an own oil or a certificate, whatever id it has and whose bottle it is of.

    >>> rose = OwnOil("my_rose", "essential", (("name", "Rose"),))
    >>> mark_of(rose) == mark_of(replace(rose, id="my_rose_2")) != mark_of(replace(rose, made_from="lavender"))
    True
    """
    row = {key: value for key, value in thing.as_row().items() if key not in ("id", "bottle", "oil")}
    return sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()[:_LETTERS]


def own_marks(ids: Iterable[str], catalogue: Catalogue) -> dict[str, str]:
    """Return what a link says of the own figures behind these oils and base oils, "" where there are none."""
    used = set(ids)
    oils = ((oil.id, mark_of(oil)) for oil in catalogue.own if oil.id in used)
    certificates = ((each.oil, mark_of(each)) for each in catalogue.certificates if each.oil in used)
    return {OWN_OILS: _write(oils), CERTIFICATES: _write(certificates)}


def marks_in(link: Mapping[str, str]) -> dict[str, str]:
    """Return what the keys and values of a link say of own figures, to be handed on as they are; strange ones go."""
    found = {key: _write(_MARKED.findall(link.get(key, ""))[:_MOST]) for key in (OWN_OILS, CERTIFICATES)}
    return {key: text for key, text in found.items() if text}


@dataclass(frozen=True)
class Meant:
    """What a link means here.

    brief: with the own oils that the link means. Names of oils: other, own ones that are here, but are others than it
    means, so that the brief names what nobody has; unsaid, own ones that stand in because the link does not say which
    is meant; uncertified, those that its maker judged by a certificate which is not here.
    """

    brief: Brief
    other: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    uncertified: tuple[str, ...] = ()


def as_meant(brief: Brief, link: Mapping[str, str], catalogue: Catalogue) -> Meant:
    """Return what `brief`, read from a link with these keys and values, means here. An own oil is known by its mark.

    One that is not here gets its mark into its id: no oil of the same name can stand in for it later.

    >>> from blends import read_brief, read_catalogue
    >>> from blends.tables.more_rows import with_more_rows
    >>> cells = (("name", "Rose"), ("botanical", "Rosa × alba L."), ("part", "flower"))
    >>> here = with_more_rows(read_catalogue(), [OwnOil("my_rose", "essential", cells)])
    >>> meant = as_meant(read_brief({"oils": "my_rose"}), {"own": "my_rose.00000000"}, here)
    >>> meant.other, meant.brief.oils[0].id
    (('Rose',), 'my_rose_00000000')
    """
    own = any(part.id.startswith(PREFIX) for part in (*brief.oils, *brief.bases))
    if not own and CERTIFICATES not in link:
        return Meant(brief)  # as nearly every link
    here = {oil.id: mark_of(oil) for oil in catalogue.own}
    by_mark = {mark: id_ for id_, mark in here.items()}
    marks = dict(_MARKED.findall(link.get(OWN_OILS, "")))
    parts = [part for part in (*brief.oils, *brief.bases) if part.id.startswith(PREFIX)]
    ids = {part.id: _id_here(part.id, marks.get(part.id, ""), here, by_mark) for part in parts}

    def meant(part: Part) -> Part:
        return replace(part, id=ids.get(part.id, part.id))

    found = {each.oil: mark_of(each) for each in catalogue.certificates}
    certified = dict(_MARKED.findall(link.get(CERTIFICATES, "")))
    names = {id_: oil.name for id_, oil in (catalogue.oil_by_id | catalogue.base_oil_by_id).items()}
    return Meant(
        replace(brief, oils=tuple(map(meant, brief.oils)), bases=tuple(map(meant, brief.bases))),
        tuple(names[id_] for id_ in ids if id_ in here and ids[id_] not in here),
        tuple(names[id_] for id_ in ids if id_ in here and id_ not in marks and not _APART.search(id_)),
        tuple(names[id_] for id_, mark in certified.items() if found.get(id_) != mark and id_ in names),
    )


def _id_here(id_: str, mark: str, here: Mapping[str, str], by_mark: Mapping[str, str]) -> str:
    """Return the id under which the own oil with this mark is here, or one that nobody has."""
    if not mark or here.get(id_) == mark:
        kept_apart = _APART.search(id_)
        return id_ if id_ in here or not kept_apart else by_mark.get(kept_apart[1], id_)
    return by_mark.get(mark, apart(id_, mark))


def apart(id_: str, mark: str) -> str:
    """Return the id under which an own oil stands beside another of the same id, cut where it is too long."""
    return f"{without_mark(id_)[: _LONGEST_ID - 1 - _LETTERS]}_{mark}"


def without_mark(id_: str) -> str:
    """Return the id that somebody gave an own oil, without the mark that keeps it apart."""
    return _APART.sub("", id_) if id_.startswith(PREFIX) else id_


def _write(marks: Iterable[tuple[str, str]]) -> str:
    return ",".join(f"{id_}.{mark}" for id_, mark in marks)
