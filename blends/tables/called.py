"""What oils, base oils and effects are called, and which of them a name means; made once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property, lru_cache

from blends.tables.catalogue import Catalogue
from blends.tables.compositions import offered_effects
from blends.tables.oils import BaseOil, EssentialOil
from blends.tables.search import plain

_WITHOUT_AUTHOR = re.compile(r"\S+(?: ×)? \S+")


@dataclass(frozen=True)
class Called:
    """Things of one kind.

    names: of each id, as it is printed; meant: the ids of each id and name, without case and accents; retired: of each
    id that is no longer in the table its name and why it went.
    """

    names: dict[str, str]
    meant: dict[str, tuple[str, ...]]
    retired: Mapping[str, tuple[str, str]]

    def ids(self, text: str) -> tuple[str, ...]:
        """Return the ids that `text` means; several for a botanical name that several oils share.

        >>> from blends.tables.catalogue import read_catalogue
        >>> oils = called(read_catalogue()).oils
        >>> oils.ids("MYRISTICA fragrans"), oils.ids("True lavender"), oils.ids("Citrus x aurantium")
        (('nutmeg',), ('lavender',), ('petitgrain', 'neroli'))
        """
        return self.meant.get(_key(text), ())

    def misspelt(self, text: str) -> str:
        """Return the name that `text` is a misspelling of, "" for none: each of its words is spelt much like one there.

        Another part of a plant is another oil, whose limits may be a hundred times lower: it is no misspelling.

        >>> from blends.tables.catalogue import read_catalogue
        >>> oils = called(read_catalogue()).oils
        >>> oils.misspelt("Cinamon leaf"), oils.misspelt("Cinnamon bark")
        ('Cinnamon leaf', '')
        """
        asked = _words(text)
        for near in get_close_matches(_key(text), self.meant, n=3, cutoff=0.7):
            there = _words(near)
            one_by_one = len(asked) == len(there) and all(get_close_matches(word, there, n=1) for word in asked)
            if one_by_one or get_close_matches("".join(asked), ["".join(there)], cutoff=0.9):
                return self.names[self.meant[near][0]]
        return ""

    def alike(self, text: str) -> tuple[str, ...]:
        """Return the names, three at most, that share a word with `text`, however it is misspelt; the nearest first.

        >>> from blends.tables.catalogue import read_catalogue
        >>> called(read_catalogue()).oils.alike("cinnamon_bark")
        ('Cinnamon leaf',)
        """
        shared = {
            name: SequenceMatcher(None, _key(text), _key(name)).ratio()
            for asked in {word for word in _words(text) if len(word) > 2}
            for word in get_close_matches(asked, self._by_word, n=9, cutoff=0.8)
            for name in self._by_word[word]
        }
        return tuple(sorted(shared, key=lambda name: (-shared[name], name))[:3])

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        """The names that hold a word."""
        found: dict[str, list[str]] = {}
        for name in self.names.values():
            for word in _words(name):
                found.setdefault(word, []).append(name)
        return found


@dataclass(frozen=True)
class AllCalled:
    """Essential oils, base oils, and the effects that make a blend."""

    oils: Called
    bases: Called
    effects: Called


@lru_cache(maxsize=8)
def called(catalogue: Catalogue) -> AllCalled:
    """Return what everything in `catalogue` is called."""
    effects = {id_: catalogue.effect_by_id[effect].name for id_, effect in offered_effects(catalogue).items()}
    return AllCalled(
        _called(catalogue.oil_by_id, catalogue.retired_by_id),
        _called(catalogue.base_oil_by_id, catalogue.retired_by_id),
        Called(effects, {_key(text): (id_,) for id_, name in effects.items() for text in (id_, name)}, {}),
    )


def _called(
    things: Mapping[str, EssentialOil] | Mapping[str, BaseOil], retired: Mapping[str, tuple[str, str]]
) -> Called:
    meant: dict[str, dict[str, None]] = {}
    for id_, thing in things.items():
        for text in (id_, thing.name, *_botanical(thing.botanical)):
            meant.setdefault(_key(text), {})[id_] = None
    names = {id_: thing.name for id_, thing in things.items()}
    return Called(names, {key: tuple(ids) for key, ids in meant.items() if key}, retired)


def _botanical(names: str) -> list[str]:
    """Return each of several botanical names, with its author and without, and without the sign of a hybrid."""
    each = [name.strip() for name in names.split(";")]
    short = [_without_author(name) for name in each]
    return [names, *each, *short, *(name.replace(" ×", "") for name in short)]


def without_authors(names: str) -> str:
    """Return botanical names, several divided by semicolons, each without its author.

    >>> without_authors("Pelargonium graveolens L'Hér.; Pelargonium × asperum Ehrh."), without_authors("Rosa")
    ('Pelargonium graveolens; Pelargonium × asperum', 'Rosa')
    """
    return "; ".join(_without_author(name.strip()) for name in names.split(";"))


def _without_author(name: str) -> str:
    found = _WITHOUT_AUTHOR.match(name)
    return found[0] if found else name


def _key(text: str) -> str:
    return " ".join(plain(text).replace("×", " x ").replace("’", "'").split())


def _words(text: str) -> list[str]:
    """Return the words of a name; "oil" says nothing of which."""
    return [word for word in re.findall(r"[^\W_]+", plain(text)) if word != "oil"]
