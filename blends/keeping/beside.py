"""Own oils of a file beside those of the book it is opened into: under which id each stands there.

An own oil is known by its figures. Where the book has another of the same id, the one of the file stands beside it
under an id that tells the two apart, and what is added from the file speaks of that id: nothing of another name stands
in unseen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TypeVar

from blends.asking.link import read_link
from blends.asking.parts import Part
from blends.keeping.filed import FiledBlend
from blends.keeping.things import Bottle, Certificate, OwnOil
from blends.making.handed_on import write_link
from blends.showing.words import opened_file as words
from blends.showing.words.kept import ONE_OWN_OIL
from blends.tables.own_marks import apart, mark_of, without_mark

OfAnOil = TypeVar("OfAnOil", Bottle, Certificate)


def ids_here(theirs: Iterable[OwnOil], ours: Iterable[OwnOil], taken: frozenset[str]) -> dict[str, str]:
    """Return under which id each own oil of a file stands in a book with these own oils.

    taken: every id of the book, also of what cannot be read there.

    >>> rose = OwnOil("my_rose", "essential", (("name", "Rose"),))
    >>> ids_here([rose], [replace(rose, made_from="lavender")], frozenset({"my_rose"}))["my_rose"] == apart(
    ...     "my_rose", mark_of(rose)
    ... )
    True
    """
    given, here = list(theirs), {oil.id: mark_of(oil) for oil in ours}
    by_mark = {mark: id_ for id_, mark in here.items()}
    marks = {oil.id: mark_of(oil) for oil in given} | dict.fromkeys(taken, "") | here

    def id_here(oil: OwnOil) -> str:
        mark = mark_of(oil)
        if oil.id in taken:
            return oil.id if here.get(oil.id) == mark else by_mark.get(mark) or _free(oil.id, mark, marks)
        return by_mark.get(mark, oil.id) if oil.id == apart(oil.id, mark) else oil.id  # one that comes home

    return {oil.id: id_here(oil) for oil in given}


def _free(id_: str, mark: str, marks: Mapping[str, str]) -> str:
    """Return the first id apart that no oil of other figures has: what was brought may have been changed since."""
    names = (f"{without_mark(id_)[:45]}_{number}" if number > 1 else id_ for number in count(1))
    return next(id_ for id_ in (apart(name, mark) for name in names) if marks.get(id_, mark) == mark)


@dataclass
class Beside:
    """The own oils of one file, while it is added to a book.

    theirs: by their id; there: the ids of the book; ids: of `ids_here`.
    """

    theirs: Mapping[str, OwnOil]
    there: frozenset[str]
    ids: Mapping[str, str]
    _used: set[str] = field(default_factory=set)
    _standing_in: set[str] = field(default_factory=set)  # the book's, named by what was added, not brought by the file
    _by_ours: dict[str, list[str]] = field(default_factory=dict)  # blends there already, by the id of the oil

    @classmethod
    def of(cls, theirs: Iterable[OwnOil], ours: Iterable[OwnOil], taken: frozenset[str]) -> "Beside":
        """Return the own oils of a file beside those of a book."""
        by_id = {oil.id: oil for oil in theirs}
        return cls(by_id, taken, ids_here(by_id.values(), ours, taken))

    @property
    def _matter(self) -> bool:
        """Return whether any id may mean two oils: else no link need be read."""
        return any(id_ != here for id_, here in self.ids.items()) or not self.there <= self.ids.keys()

    def blend(self, blend: FiledBlend) -> FiledBlend:
        """Return a blend of the file with the ids that its oils have in the book.

        Raises BlendError where it has more names then than a link holds.
        """
        if all(id_ == here for id_, here in self.ids.items()):
            return blend
        return replace(blend, versions=tuple(replace(each, link=self._link(each.link)) for each in blend.versions))

    def _link(self, link: str) -> str:
        brief = read_link(link)
        if all(self.ids.get(part.id, part.id) == part.id for part in (*brief.oils, *brief.bases)):
            return link

        def part_here(part: Part) -> Part:
            return replace(part, id=self.ids.get(part.id, part.id))

        oils, bases = tuple(map(part_here, brief.oils)), tuple(map(part_here, brief.bases))
        here = write_link(replace(brief, oils=oils, bases=bases))
        read_link(here)
        return here

    def thing(self, thing: OfAnOil) -> OfAnOil:
        """Return a bottle or certificate of the file with the id that its oil has in the book."""
        return replace(thing, oil=self.ids.get(thing.oil, thing.oil))

    def use(self, ids: Iterable[str]) -> None:
        """Take note of own oils, by their ids in the file, of something that was added."""
        for id_ in ids:
            if id_ in self.ids:
                self._used.add(id_)
            elif id_ in self.there:
                self._standing_in.add(id_)

    def use_links(self, links: Iterable[str]) -> None:
        """Take note of the own oils of versions that were added; links as in the file."""
        if self._matter:
            self.use(id_ for link in links for id_ in _ids_of(link))

    def go_by_ours(self, name: str, links: Iterable[str]) -> None:
        """Take note of a blend that is there already, with the book's oils; links as in the file."""
        for id_ in dict.fromkeys(id_ for link in links for id_ in _ids_of(link)):
            if self.ids.get(id_, id_) != id_:
                self._by_ours.setdefault(id_, []).append(name)

    @property
    def brought(self) -> tuple[OwnOil, ...]:
        """Return the own oils that the book is to have of the file, under their ids there."""
        new = {id_: here for id_, here in self.ids.items() if here not in self.there}
        return tuple(replace(self.theirs[i], id=here) for i, here in new.items() if i == here or i in self._used)

    @property
    def said(self) -> list[str]:
        """Return what is to be said of own oils that are others in the file than in the book."""
        said = []
        for id_, here in self.ids.items():
            new, by_ours = here not in (id_, *self.there), self._by_ours.get(id_)
            if new and id_ in self._used:
                said.append(words.own_beside(id_, here))
            if by_ours:
                said.append(words.by_our_own(by_ours, id_))
            elif new and id_ not in self._used:
                said.append(words.other_kept(ONE_OWN_OIL, id_))
        return said + [words.standing_in(id_) for id_ in sorted(self._standing_in)]


def _ids_of(link: str) -> tuple[str, ...]:
    brief = read_link(link)
    return tuple(part.id for part in (*brief.oils, *brief.bases))
