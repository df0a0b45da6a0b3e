"""The words of a label: headings that can be translated, cautions, and why it is not for sale with how to clear it."""

from dataclasses import dataclass
from types import MappingProxyType

from blends.figures import listed, spoken

NAME = "Massage oil"
INCI_MISSING = "[INCI name missing: {name}]"


@dataclass(frozen=True)
class LabelWords:
    """Headings and standing words of a label; give another LabelWords for another language."""

    ingredients: str = "Ingredients"
    allergens_note: str = "* in the essential oils"
    contains: str = "Allergen: made from"
    batch: str = "Batch"
    made_on: str = "Made on"
    best_before: str = "Best before end of"
    opened: str = "Use within {months} months of opening"
    months: str = "{months}M"
    responsible: str = "Responsible person"
    origin: str = "Made in"
    not_for_sale: str = "NOT FOR SALE"
    own: str = "For my own use, not for sale"
    gift: str = "A gift, not for sale"
    inside: str = "In it"
    code: str = "QR code of the link on this label"
    function: str = "Massage oil, to be spread on the skin by hand"
    spread: str = "To be spread on the skin by hand"
    enclosed: str = "Ingredients and cautions: see the leaflet"
    on_bottle: str = "Ingredients, cautions and date: see the label on the bottle"


LABEL_WORDS = LabelWords()

OUTSIDE = "For the skin only. Keep out of eyes and mouth, and out of the reach of children."
PATCH = "Try a little on the inside of the arm first; stop if the skin reddens or itches."
NOT_WITHOUT_ADVICE = "Ask someone qualified first in pregnancy, illness and for children."
SUN = "Keep treated skin out of the sun and sunbeds for 12 hours."
STORE = "Keep cool, closed and dark."


@dataclass(frozen=True)
class Reason:
    """Why a label is not for sale: a code, a few words for the label, the whole sentence, and how to clear it.

    about: the things it is about, one by one, for a page that offers what clears it.
    """

    code: str
    short: str
    words: str
    clear: str
    about: tuple[str, ...] = ()


_REASONS = MappingProxyType(
    {
        "over": (
            "over a limit",
            "{what}: over a limit of a rulebook for sale.",
            "Lower the dilution, or swap or leave out the oil that is over; the card says which dilution is within.",
        ),
        "not assessed": (
            "not assessed",
            "{what}: a rulebook for sale has no figure to judge it by.",
            "Enter the supplier's analysis in the recipe book, or take an oil that has one; then calculate again.",
        ),
        "responsible": (
            "no responsible person",
            "Nobody's name and address stands on it.",
            "Write the name and address of the responsible person in the country of sale.",
        ),
        "composition": (
            "allergens unknown",
            "{what}: no analysis of the whole oil, so nobody can say which allergens are in it.",
            "Get the supplier's allergen sheet, name what it lists, and mark the oil as read.",
        ),
        "perhaps": (
            "allergens uncertain",
            "{what}: only weak sources report it; if they are right, it is above 0.001 %.",
            "Read the supplier's allergen sheet: name it, or mark it as ruled out.",
        ),
        "density": (
            "weight unknown",
            "{what}: no density, so neither its weight nor its place in the list is known.",
            "Enter the density of the supplier's certificate in the recipe book.",
        ),
        "inci": (
            "INCI name missing",
            "{what}: no INCI name was found.",
            "Write the INCI name from the supplier's papers.",
        ),
        "claim": (
            "name claims something",
            "The name holds {what}.",
            "Choose a name that says what it is, such as Massage oil with lavender.",
        ),
        "batch": ("no batch number", "No batch number stands on it.", "Write the number of your batch."),
        "date": (
            "no date",
            "Neither a best before date nor a period after opening stands on it.",
            "Write a best before date.",
        ),
        "no_day": (
            "no date",
            "{what} is no date that can be read.",
            "Write a month, such as May 2027, or a day, such as 31 March 2027.",
        ),
        "past": ("past its date", "Its best before, {what}, is past.", "Make it anew, or correct the date."),
        "keeps": (
            "date needed",
            "{what}: a period after opening alone is for what keeps more than 30 months, and that is not shown here.",
            "Write a best before date.",
        ),
        "no_oils": (
            "no essential oil",
            "No rulebook judged it: no essential oil goes in.",
            "Choose an essential oil, or let an assessor look at the base oil alone.",
        ),
    }
)


def reason(code: str, *what: str) -> Reason:
    """Return the reason of this code, about these things.

    >>> reason("density", "Plai").words
    'Plai: no density, so neither its weight nor its place in the list is known.'
    """
    short, words, clear = _REASONS[code]
    return Reason(code, short, words.format(what=listed(list(what))), clear, what)


def cautions_of(phototoxic: bool, spoils: bool) -> tuple[str, ...]:
    """Return the cautions of a label before anyone edits them."""
    return (OUTSIDE, PATCH, NOT_WITHOUT_ADVICE, *([SUN] if phototoxic else []), *([STORE] if spoils else []))


def inside_words(oils: list[str], bases: list[str]) -> str:
    """Return what is in it as people say it, for a label of one's own.

    >>> inside_words(["True lavender", "Petitgrain"], ["Olive oil"])
    'True lavender and petitgrain in olive oil'
    """
    base = listed([spoken(name) for name in bases])
    if not oils:
        return base[:1].upper() + base[1:]
    return f"{listed([oils[0], *(spoken(name) for name in oils[1:])])} in {base}"
