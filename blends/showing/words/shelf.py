"""What the page *My oils* asks and says: bottles, what the present blend costs, what to buy, certificates."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from blends.figures import listed, spoken, write_number
from blends.showing.words.compared import NO_PRICE, money
from blends.showing.words.questions import Ask

# The bottles.

ADD_HEAD, ADD = "Add a bottle", "Put it on the shelf"
OIL = Ask("Oil or base oil", example="Choose one")
NO_OIL = "No oil is chosen. Choose the oil that is in the bottle."
FIELDS = {
    "size_ml": Ask("Size, mL", example="10"),
    "price": Ask("Price", example="6.90"),
    "currency": Ask("Currency", example="EUR"),
    "left_ml": Ask("Left, mL", example="all of it"),
    "opened": Ask("Opened on", example="2026-11-28"),
    "best_before": Ask("Best before", example="2028-03-31"),
    "lot": Ask("Lot", example="L2417"),
}
EMPTY = "No bottle is on your shelf yet. Add one above: the oil and its size are enough."
CHANGE, KEEP, REMOVE, MORE = "Change, certificate, remove", "Keep", "Remove this bottle", "Show more"
TOLD = {
    "past_date": "It is past its date.",
    "open_too_long": "It has been open longer than this oil keeps.",
    "low": "Little of this oil is left.",
    "empty": "Nothing of this oil is left.",
}

# The present blend.

BLEND = "Your present blend"
COUNT = Ask("How many bottles", example="1")
COUNT_KIND = "a number of bottles"
PER_OIL, COST_HEADS = "What each oil costs", ("Oil", "mL", "A drop", "Cost")
BUY, BUY_HEADS = "Shopping list", ("Oil", "Needed, mL", "Left, mL", "To buy")
NOTHING_TO_BUY = "Nothing to buy: what is on the shelf is enough."
TAKE_OUT = "Take out what I used"
TAKE_OUT_SAID = "Press it after you made the blend: what went into it is taken off the shelf, opened bottles first."
NO_FIGURE = "–"

# On the Blend page.

ONLY_MINE = "Only oils I have"
NONE_ON_SHELF = "No bottle is on your shelf yet, so all oils stay."

# Certificates.

CERTIFICATE = "Certificate of this bottle"
TABLE = Ask("The laboratory’s table: a line for each constituent, with its %", example="Linalool 32.4")
CERTIFICATE_FIELDS = {
    "density_g_per_ml": Ask("Density, g/mL", example="0.885"),
    "peroxide_mmol_per_l": Ask("Peroxide value, mmol/L", example="5"),
    "lot": Ask("Lot", example="L2417"),
    "best_before": Ask("Best before", example="2028-03-31"),
    "analysed_on": Ask("Analysed on", example="2026-03-01"),
    "lab": Ask("Laboratory", example="its name"),
}
CERTIFICATE_FILE = "Or the certificate as a CSV file"
FILE_SAID = "A line for each constituent, as in the template or as your laboratory wrote it."
TEMPLATE, TEMPLATE_NAME = "Template", "certificate.csv"
READ, TAKE, DROP = "Read it", "Keep this certificate", "Remove the certificate"
USED = "Blends are judged by it: this is the bottle of its oil that is used first."
NOT_USED = (
    "It waits: another bottle of this oil is used first, or nothing is left in this one. Blends are judged by that "
    "bottle’s certificate, or by the tables’ figures."
)


def bottle_line(left_ml: Decimal, size_ml: Decimal, price: Decimal | None, currency: str) -> str:
    """Return what is in a bottle, and what it cost.

    >>> bottle_line(Decimal("9.5"), Decimal(10), Decimal("6.90"), "EUR")
    '9.5 of 10 mL left · 6.90 EUR'
    """
    cost = NO_PRICE if price is None else money(Fraction(price), currency)
    return f"{write_number(Fraction(left_ml), 5)} of {write_number(Fraction(size_ml), 5)} mL left · {cost}"


def dates_line(opened: date | None, best_before: date | None, lot: str) -> str:
    """Return the days and the lot of a bottle, as far as they are known.

    >>> dates_line(date(2026, 3, 1), None, "L7"), dates_line(None, None, "")
    ('Opened 1 March 2026 · lot L7', 'Not opened')
    """
    parts = [f"Opened {opened:%-d %B %Y}" if opened else "Not opened"]
    parts += [f"best before {best_before:%-d %B %Y}"] if best_before else []
    return " · ".join([*parts, *([f"lot {lot}"] if lot else [])])


def shown_of(shown: int, found: int) -> str:
    """Return how many of the bottles are shown.

    >>> shown_of(1, 1), shown_of(20, 31)
    ('1 bottle.', '20 of 31 bottles.')
    """
    if shown == found:
        return "1 bottle." if found == 1 else f"{found} bottles."
    return f"{shown} of {found} bottles."


def added(name: str) -> str:
    """Return that a bottle stands on the shelf."""
    return f"A bottle of {spoken(name)} is on your shelf."


def left_now(name: str, left_ml: Decimal) -> str:
    """Return what is left of a bottle now."""
    return f"{name}: {write_number(Fraction(left_ml), 5)} mL left."


def removed(name: str) -> str:
    """Return that a bottle is gone."""
    return f"The bottle of {spoken(name)} is no longer on your shelf."


def taken_out(bottles: int) -> str:
    """Return that the oils of so many bottles of a blend were taken off the shelf."""
    return f"What went into {_bottles(bottles)} of your blend is taken off the shelf."


def enough_said(bottles: int, first_out: Iterable[str]) -> str:
    """Return for how many bottles the shelf is enough.

    >>> enough_said(0, ["Olive oil"])
    'The shelf is not enough for one bottle: olive oil runs out first.'
    >>> enough_said(3, ["Nutmeg"])
    'The shelf is enough for 3 bottles; nutmeg runs out first.'
    >>> enough_said(0, ["Nutmeg", "Juniper berry"])
    'The shelf is not enough for one bottle: nutmeg and juniper berry run out first.'
    """
    names = [spoken(name) for name in first_out]
    first = f"{listed(names)} {'runs' if len(names) == 1 else 'run'} out first"
    if not bottles:
        return f"The shelf is not enough for one bottle: {first}."
    return f"The shelf is enough for {_bottles(bottles)}; {first}."


def costs_said(bottle: str, several: str, bottles: int, massage: tuple[str, str]) -> tuple[str, ...]:
    """Return what a blend costs: a bottle, several, a massage with the least and the most oil it takes.

    >>> costs_said("2.00 EUR", "4.00 EUR", 2, ("0.40 EUR", "0.50 EUR"))
    ('A bottle: 2.00 EUR.', '2 bottles: 4.00 EUR.', 'A full-body massage, 20 to 25 mL: 0.40 EUR to 0.50 EUR.')
    """
    least, most = massage
    more = [f"{_bottles(bottles)}: {several}."] if bottles > 1 else []
    return (f"A bottle: {bottle}.", *more, f"A full-body massage, 20 to 25 mL: {least} to {most}.")


def cost_of_bottle(cost: str) -> str:
    """Return what a bottle costs, in a line.

    >>> cost_of_bottle("2.00 EUR")
    'Cost of a bottle: 2.00 EUR'
    """
    return f"Cost of a bottle: {cost}"


def no_price(names: Iterable[str]) -> str:
    """Return which prices are not known, so that a sum is not taken for the whole."""
    return f"No price is known for {listed([spoken(name) for name in names])}: it comes on top."


def to_buy_said(missing_ml: Fraction, bottles: int | None, size_ml: Decimal | None) -> str:
    """Return what to buy of an oil.

    >>> to_buy_said(Fraction(12), 2, Decimal(10)), to_buy_said(Fraction(12), None, None)
    ('12 mL: 2 bottles of 10 mL', '12 mL')
    """
    said = f"{write_number(missing_ml, rounding='up')} mL"
    if bottles is None or size_ml is None:
        return said
    return f"{said}: {_bottles(bottles)} of {write_number(Fraction(size_ml), 5)} mL"


def certificate_said(lot: str, lab: str, constituents: int) -> str:
    """Return what certificate a bottle has.

    >>> certificate_said("L7", "", 1)
    'Certificate: lot L7, 1 constituent.'
    """
    parts = [f"lot {lot}" if lot else "lot not stated", lab]
    parts.append("1 constituent" if constituents == 1 else f"{constituents} constituents")
    return f"Certificate: {', '.join(filter(None, parts))}."


def constituent_said(name: str, pct: Decimal, below: bool) -> str:
    """Return one constituent as it was read.

    >>> constituent_said("Linalool", Decimal("32.4"), False)
    'Linalool: 32.4 %'
    """
    return f"{name}: {'below ' if below else ''}{pct:f} %"


def read_said(count: int) -> str:
    """Return what stands above what was read of a certificate."""
    return f"Read: {'1 constituent' if count == 1 else f'{count} constituents'}. Nothing is kept yet."


def certificate_kept(name: str) -> str:
    """Return that a certificate is kept."""
    return f"The certificate of {spoken(name)} is kept with its bottle."


def certificate_gone(name: str) -> str:
    """Return that a certificate is no longer kept."""
    return f"The certificate of {spoken(name)} is removed."


def _bottles(count: int) -> str:
    return "1 bottle" if count == 1 else f"{count} bottles"
