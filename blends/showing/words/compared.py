"""Two recipes side by side, and what one costs, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from blends.figures import listed, spoken, write_number
from blends.showing.figure import Figure
from blends.showing.words.labels import LABELS

NOT_THERE = "–"
NO_PRICE = "no price known"
_SMALL = Fraction(1, 10)  # below it two places would hide what a drop costs


@dataclass(frozen=True)
class Compared:
    """What the lines of a comparison are about."""

    title: str = "Title"
    bottle: str = "Bottle"
    dilution: str = "Dilution by volume"
    drops: str = "Drops in all"
    cost: str = "Cost of a bottle"


COMPARED = Compared()


def money(amount: Fraction, currency: str) -> str:
    """Return an amount of money, halves up to two places; what is below a tenth in two significant figures.

    >>> money(Fraction(138, 100), "EUR"), money(Fraction(345, 10000), "EUR"), money(Fraction(0), "EUR")
    ('1.38 EUR', '0.035 EUR', '0.00 EUR')
    """
    if 0 < amount < _SMALL:
        return f"{write_number(amount, 2)} {currency}"
    cents = floor(amount * 100 + Fraction(1, 2))
    return f"{cents // 100}.{cents % 100:02} {currency}"


def money_words(sums: Iterable[tuple[Fraction, str]], unknown: tuple[str, ...]) -> str:
    """Return sums of money, each in its own currency, and what comes on top because its price is not known.

    >>> money_words([(Fraction(3, 2), "EUR")], ("Olive",)), money_words([], ("Olive", "Nutmeg"))
    ('1.50 EUR, and olive: no price known', 'olive and nutmeg: no price known')
    """
    said = listed([money(amount, currency) for amount, currency in sums]) if (sums := list(sums)) else ""
    if not unknown:
        return said
    missing = f"{listed([spoken(name) for name in unknown])}: {NO_PRICE}"
    return f"{said}, and {missing}" if said else missing


def amount_words(drops: Figure | None, volume_ml: Figure, share_pct: Figure | None) -> str:
    """Return how much of an oil goes in."""
    parts = [
        f"{drops} {LABELS.drops.casefold()}" if drops else "",
        f"{volume_ml} {LABELS.ml}",
        f"{share_pct} % of the oils" if share_pct else "",
    ]
    return ", ".join(filter(None, parts))


def finding_words(words: str, actual: Figure | None, limit: Figure | None, unit: str, basis: str) -> str:
    """Return a finding in one line."""
    figures = f" {actual} against {limit} {unit}" if actual is not None and limit is not None else ""
    return f"{words}{figures}, {basis}"
