"""What is said of one oil: the names of its facts, and the words for what a cell means."""

from types import MappingProxyType

NOT_FOUND = "no figure found"
NOT_ASSESSED = "for the whole oil; what each rulebook says stands below, and a blank never means no limit"
STATES = MappingProxyType(
    {
        "limit": "a limit on the whole oil",
        "sets_none": "sets no maximum",
        "by_constituents": "judged by its constituents: no figure for the whole oil was seen",
        "unknown": "nothing found: not assessed",
    }
)
SHORT_STATES = MappingProxyType(
    {"limit": "limit", "sets_none": "sets none", "by_constituents": "by constituents", "unknown": "not known"}
)
CARE = MappingProxyType(
    {
        "avoid": "avoid",
        "limit": "with care: some say no, some say less",
        "none found": "no warning found, which is no proof of safety",
    }
)
SOLID_AT_20C = MappingProxyType({"yes": "solid in a cool room", "no": "liquid"})
OF_FINISHED, BY_WEIGHT, YEARS, MONTHS = "% of the finished oil", "% by weight", "years", "months"
FACTS = MappingProxyType(
    {
        "dermal_max": "Most on skin",
        "min_age": "Youngest age",
        "pregnancy": "In pregnancy",
        "breastfeeding": "Breastfeeding",
        "cautions": "Cautions",
        "phototoxic": "Makes skin sensitive to sun",
        "density": "Density",
        "oxidises": "Spoils in air",
        "inci": "INCI name",
        "cas": "CAS number",
        "allergen": "Food allergen",
        "solid": "At 20 °C",
        "shelf_life": "Keeps, closed and cool",
    }
)


def cap_note(cap: str) -> str:
    """Return up to what share an oil is not expected to make skin sensitive to sun, "" where no cap was found."""
    return f"up to {cap} it is not expected to" if cap else ""


def span(low: str, high: str) -> str:
    """Return the span of what was found: "2 to 5", or the one figure."""
    return high if low == high else f"{low} to {high}"
