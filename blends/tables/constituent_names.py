"""What constituents are called: a name or a CAS number as laboratories write it -> the group of the tables it means."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from blends.errors import BlendError, quote
from blends.tables.catalogue import Catalogue
from blends.tables.faults import near
from blends.tables.own import Measured

# "Not found" without a bound: laboratories count a signal from about 0.05 %, so twice that is on the careful side.
TRACES_PCT = Decimal("0.1")
LONGEST = 200  # characters of a name
_TRACES = re.compile(r"tr|trace|traces|t|nd|n\.d\.|n\. d\.|not detected|nil|bdl|b\.d\.l\.|<\s*lod|<\s*loq|-|–|—")
_AMOUNT = re.compile(
    r"(?P<below><|≤|less than|under|up to|max\.?)?\s*(?P<figure>\d{1,3}(?:[.,]\d{1,6})?)\s*%?", re.ASCII
)
_RANGE = re.compile(r"(\d{1,3}(?:[.,]\d{1,6})?)\s*%?\s*(?:-|–|to)\s*(\d{1,3}(?:[.,]\d{1,6})?)\s*%?", re.ASCII)
_CAS = re.compile(r"\d{2,7}-\d\d-\d", re.ASCII)
_ISOMER = re.compile(r"^(?:(?:cis|trans|[ez]|\([ez](?:,[ez])*\))[- ,]+)+", re.IGNORECASE)
_AFTER = re.compile(r"[ ,]*\(?(?:cis|trans|\b[ez]|alpha ?\+ ?beta)\b\)?-?$", re.IGNORECASE)
_SIGNS = re.compile(r"\((?:[+±−–-]|\+/-|[rsdl]|rs|dl)\)-?|^(?:d|l|dl)-", re.IGNORECASE)
_GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta"}


@dataclass(frozen=True)
class Names:
    """What constituents are called.

    groups: of each name and CAS number, the groups it belongs to, the narrowest first; labels: of each group; ids: of
    each name and CAS number, one id for the same substance; wholes, parts: of each group, the ids of what means all of
    it and of what is only a part, as neral is of citral.
    """

    groups: dict[str, tuple[str, ...]]
    labels: dict[str, str]
    ids: dict[str, str]
    wholes: dict[str, frozenset[str]]
    parts: dict[str, frozenset[str]]

    def group(self, name: str) -> str:
        """Return the group that a name or CAS number means, "" for none that the tables know.

        >>> from blends.tables.catalogue import read_catalogue
        >>> known = constituent_names(read_catalogue())
        >>> known.group("(-)-α-Pinene"), known.group("Eucalyptol"), known.group("78-70-6"), known.group("Nonadecane")
        ('pinene', 'cineole', 'linalool', '')
        >>> known.group("trans-Thujone"), known.group("(+)-trans-Pinocamphone")
        ('thujone', 'pinocamphone')
        """
        plain = _AFTER.sub("", _ISOMER.sub("", _SIGNS.sub("", name)))
        found = (self.groups.get(key) for key in (*_keys(name), _key(plain), _key(f"{plain}e")))  # Safrol is safrole
        return next((groups[0] for groups in found if groups), "")

    def id_of(self, name: str) -> str:
        """Return one id for every name of the same substance; for what is not known its own letters.

        >>> from blends.tables.catalogue import read_catalogue
        >>> known = constituent_names(read_catalogue())
        >>> known.id_of("4-Terpineol") == known.id_of("terpinen-4-ol"), known.id_of("(+)-alpha-Pinene")
        (False, '80-56-8')
        """
        return next((self.ids[key] for key in _keys(name) if key in self.ids), _keys(name)[1])

    def covers(self, group: str, names: Iterable[str]) -> bool:
        """Return whether these names are all there is of `group`: its total, or every part of it.

        >>> from blends.tables.catalogue import read_catalogue
        >>> known = constituent_names(read_catalogue())
        >>> [known.covers("citral", names) for names in (["Neral"], ["Neral", "141-27-5"], ["Citral"])]
        [False, True, True]
        """
        ids = {self.ids[key] for name in names for key in _keys(name) if key in self.ids}
        parts = self.parts.get(group, frozenset())
        return len(parts) < 2 or bool(ids & self.wholes.get(group, frozenset())) or parts <= ids

    def also(self, group: str) -> tuple[str, ...]:
        """Return the wider groups that count what is in `group` too: thymol counts in thymol and carvacrol together."""
        return tuple(dict.fromkeys(other for found in self.groups.values() if found[0] == group for other in found[1:]))


@lru_cache(maxsize=8)
def constituent_names(catalogue: Catalogue) -> Names:
    """Return what the constituents of `catalogue` are called."""
    labels = {str(id_): str(label) for id_, label in catalogue.groups["label"].items()}
    groups: dict[str, dict[str, None]] = {}
    ids: dict[str, str] = {}
    wholes: dict[str, set[str]] = {}
    parts: dict[str, set[str]] = {}
    table = catalogue.constituent_names.fillna("")
    for name, group, cas in table[["name", "group", "cas"]].itertuples(index=False, name=None):
        label = labels.get(group, "")
        several = " and " in label
        whole = {_key(label), _key(label.partition(" (")[0])} & {*_keys(name)}
        for text in filter(None, (name, cas)):
            groups.setdefault(_key(text), {})[group] = None
            ids[_key(text)] = cas or _key(name)
        if whole:
            wholes.setdefault(group, set()).add(cas or _key(name))
        elif cas or several:  # a name alone may be another word for what has a number
            parts.setdefault(group, set()).add(cas or _key(name))
    for group, label in labels.items():
        for text in (group, label):
            groups.setdefault(_key(text), {})[group] = None
        wholes.setdefault(group, set()).add(ids.setdefault(_key(label), _key(label)))
    return Names(
        {key: tuple(found) for key, found in groups.items()},
        labels,
        ids,
        {group: frozenset(found) for group, found in wholes.items()},
        {group: frozenset(found) for group, found in parts.items()},
    )


def measured(name: str, amount: str, catalogue: Catalogue) -> Measured:
    """Return one constituent as it was written: its name (or CAS number) and how much, "32.4", "< 0.1 %", "traces".

    A range counts with its upper end. What was not found counts with its bound, 0.1 % where none is written.
    Raises BlendError for an amount that is none, with the field "pct", and for no name, with "constituent".

    >>> from blends.tables.catalogue import read_catalogue
    >>> measured("Linalol", "< 0,05 %", read_catalogue())
    Measured(name='Linalol', group='linalool', pct=Decimal('0.05'), below=True)
    """
    plain_name = " ".join(name.split())
    if not plain_name or len(plain_name) > LONGEST or not plain_name.isprintable():
        raise BlendError(f"Cannot read {quote(name)} as a constituent. Wanted a name, such as linalool.", "constituent")
    pct, below = read_amount(amount)
    return Measured(plain_name, constituent_names(catalogue).group(plain_name), pct, below)


def nearest(name: str, catalogue: Catalogue) -> str:
    """Return a hint where a known constituent is written much like `name`, "" otherwise."""
    return near(name, sorted(constituent_names(catalogue).labels.values()))


def read_amount(text: str) -> tuple[Decimal, bool]:
    """Return the % that a laboratory wrote, and whether it is only the bound under which nothing was found.

    Raises BlendError for anything else.

    >>> read_amount("1,2 - 3,4 %"), read_amount("tr")
    ((Decimal('3.4'), False), (Decimal('0.1'), True))
    """
    plain = " ".join(text.casefold().split())
    if _TRACES.fullmatch(plain):
        return TRACES_PCT, True
    both, one = _RANGE.fullmatch(plain), _AMOUNT.fullmatch(plain)
    figure = both[2] if both else one["figure"] if one else ""
    pct = Decimal(figure.replace(",", ".")) if figure else Decimal(-1)
    if not 0 <= pct <= 100:
        raise BlendError(f"read {quote(text)}, wanted % of the oil, such as 32.4 or < 0.1 or traces", "pct")
    return pct, bool(one and one["below"] in ("<", "≤", "less than", "under"))


def is_amount(text: str) -> bool:
    """Return whether `read_amount` reads it."""
    try:
        read_amount(text)
    except BlendError:
        return False
    return True


def is_cas(text: str) -> bool:
    """Return whether a text is a CAS number, its last digit right.

    >>> is_cas("78-70-6"), is_cas("78-70-5")
    (True, False)
    """
    digits = text.replace("-", "")
    if not _CAS.fullmatch(text):
        return False
    return sum(place * int(digit) for place, digit in enumerate(reversed(digits[:-1]), 1)) % 10 == int(digits[-1])


def _keys(name: str) -> tuple[str, str]:
    """Return how a name is looked up: as it stands, and without optical signs."""
    return _key(name), _key(_SIGNS.sub("", name))


def _key(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    spelt = "".join(_GREEK.get(sign, sign) for sign in plain)
    return "".join(sign for sign in spelt.replace("alfa", "alpha") if sign.isalnum())
