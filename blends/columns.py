"""What each column of each table must hold. Every cell is checked as text, before it becomes a number."""

import re
from collections.abc import Callable

ID = re.compile(r"[a-z][a-z0-9_]*(?:-[a-z0-9]+)*")
Rule = tuple[Callable[[str], bool], str]  # whether a cell is right, and what is wanted in words


def _matches(pattern: str, wanted: str) -> Rule:
    compiled = re.compile(pattern)
    return lambda cell: compiled.fullmatch(cell) is not None, wanted


def _one_of(*words: str) -> Rule:
    return lambda cell: cell in words, "one of " + ", ".join(words)


def _number(low: float, high: float, example: str) -> Rule:
    def right(cell: str) -> bool:
        return re.fullmatch(r"\d+(\.\d+)?", cell) is not None and low <= float(cell) <= high

    return right, f"a number from {low:g} to {high:g}, such as {example}"


TEXT: Rule = (lambda cell: cell == cell.strip() and cell.isprintable(), "text without spaces around it")
AN_ID = _matches(ID.pattern, "an id of small letters, digits and _, such as thyme_thymol")
IDS = _matches(rf"{ID.pattern}( {ID.pattern})*", "ids with one space between them")
YES_NO = _one_of("yes", "no")
DENSITY = _number(0.7, 1.3, "0.893")
PERCENT = _number(0, 100, "1.1")
DATE = _matches(r"\d{4}-\d\d-\d\d", "a date, such as 2026-07-31")

# On what a caution of conditions.csv rests; the strongest is named, the sources say the rest.
EVIDENCE = ("regulator", "review", "patient organisation", "study", "list", "blog", "kinship", "project")

# table -> column -> (rule, may be blank). The order of columns is the order in the file.
_SOURCED = {"_source": (IDS, True), "_verified": (YES_NO, True)}


def _sourced(fact: str) -> dict[str, tuple[Rule, bool]]:
    return {fact + ending: rule for ending, rule in _SOURCED.items()}


COLUMNS: dict[str, dict[str, tuple[Rule, bool]]] = {
    "essential_oils": {
        "id": (AN_ID, False),
        "name": (TEXT, False),
        "botanical": (TEXT, False),
        "part": (TEXT, False),
        "chemotype": (TEXT, True),
        "effects": (IDS, True),
        "inci": (TEXT, False),
        **_sourced("inci"),
        "cas": (_matches(r"\d{2,7}-\d\d-\d", "a CAS number such as 8000-28-0"), True),
        **_sourced("cas"),
        "density_g_per_ml": (DENSITY, True),
        "density_min_g_per_ml": (DENSITY, True),
        "density_max_g_per_ml": (DENSITY, True),
        "density_basis": (TEXT, True),
        **_sourced("density"),
        "dermal_max_pct": (PERCENT, True),
        "dermal_max_rulebook": (AN_ID, True),
        "dermal_max_basis": (TEXT, True),
        **_sourced("dermal_max"),
        "phototoxic": (YES_NO, True),
        "phototoxic_max_pct": (PERCENT, True),
        **_sourced("phototoxic"),
        "min_age_years": (_number(0, 18, "0.5"), True),
        "min_age_basis": (TEXT, True),
        **_sourced("min_age"),
        "pregnancy": (_one_of("none found", "limit", "avoid"), True),
        **_sourced("pregnancy"),
        "breastfeeding": (_one_of("none found", "limit", "avoid"), True),
        **_sourced("breastfeeding"),
        "cautions": (TEXT, True),
        **_sourced("cautions"),
        "oxidises": (_one_of("yes"), True),
        "oxidises_source": (IDS, True),
        "note": (TEXT, True),
    },
    "base_oils": {
        "id": (AN_ID, False),
        "name": (TEXT, False),
        "botanical": (TEXT, False),
        "inci": (TEXT, False),
        **_sourced("inci"),
        "cas": (_matches(r"\d{2,7}-\d\d-\d", "a CAS number such as 8001-25-0"), True),
        **_sourced("cas"),
        "density_g_per_ml": (DENSITY, True),
        "density_min_g_per_ml": (DENSITY, True),
        "density_max_g_per_ml": (DENSITY, True),
        "density_at_c": (_number(0, 100, "20"), True),
        "density_basis": (TEXT, True),
        **_sourced("density"),
        "allergen": (TEXT, True),
        **_sourced("allergen"),
        "solid_at_20c": (YES_NO, True),
        "solid_note": (TEXT, True),
        "shelf_life_months": (_matches(r"\d{1,3}", "whole months, such as 12"), True),
        **_sourced("shelf_life"),
        "note": (TEXT, True),
    },
    "effects": {
        "id": (AN_ID, False),
        "name": (TEXT, False),
        "wording": (TEXT, False),
        "source": (IDS, False),
    },
    "claims": {
        "oil": (AN_ID, False),
        "effect": (AN_ID, False),
        "source": (IDS, False),
        "verified": (YES_NO, False),
        "claimed_as": (TEXT, True),
    },
    "compositions": {
        "composition": (AN_ID, False),
        "effect": (AN_ID, False),
        "place": (_matches(r"[1-9]\d?", "the number of the place, such as 2"), False),
        "oil": (AN_ID, False),
        "default": (YES_NO, False),
        "source": (IDS, False),
    },
    "constituents": {
        "oil": (AN_ID, False),
        "group": (AN_ID, False),
        "label": (TEXT, False),
        "level_pct": (PERCENT, True),
        "min_pct": (PERCENT, True),
        "max_pct": (PERCENT, True),
        "reported_pct": (PERCENT, True),
        "source": (IDS, False),
        "reliability": (_one_of("A", "B", "C", "D"), False),
        "basis": (TEXT, False),
        "note": (TEXT, True),
    },
    "rulebooks": {
        "id": (AN_ID, False),
        "name": (TEXT, False),
        "edition": (TEXT, True),
        "date": (_matches(r"\d{4}(-\d\d-\d\d)?", "a year or a date, such as 2023-06-30"), True),
        "covers": (TEXT, False),
        "source": (IDS, False),
    },
    "limits": {
        "rulebook": (AN_ID, False),
        "edition": (TEXT, False),
        "subject_kind": (_one_of("oil", "group", "prohibition", "natural"), False),
        "subject": (AN_ID, False),
        "limit_pct": (PERCENT, False),
        "condition": (TEXT, True),
        "basis": (TEXT, False),
        "source": (IDS, False),
        "verified": (YES_NO, False),
    },
    "sums": {
        **dict.fromkeys(("rulebook", "sum", "group"), (AN_ID, False)),
        **dict.fromkeys(("name", "basis"), (TEXT, False)),
        "source": (IDS, False),
        "verified": (YES_NO, False),
    },
    "allergens": {
        "label": (TEXT, False),
        "group": (AN_ID, True),
        "oils": (IDS, True),
        "threshold_leave_on_pct": (PERCENT, True),
        "new_products_from": (DATE, True),
        "all_products_from": (DATE, True),
        "annex_iii_entry": (TEXT, True),
        "status": (TEXT, False),
        "source": (IDS, False),
    },
    "dilution_guidance": {
        "person": (AN_ID, False),
        "usual_pct": (PERCENT, False),
        "ceiling_pct": (PERCENT, False),
        "source": (IDS, False),
        "verified": (YES_NO, False),
        "note": (TEXT, True),
    },
    "conditions": {
        "subject": (AN_ID, False),
        "condition": (AN_ID, False),
        "advice": (_one_of("avoid", "care"), False),
        "evidence": (_one_of(*EVIDENCE), False),
        "source": (IDS, False),
        "verified": (YES_NO, False),
        "note": (TEXT, True),
    },
    "contraindications": {
        "condition": (TEXT, False),
        "advice": (_one_of("do not massage", "not there", "ask a doctor first"), False),
        "stricter_of": (IDS, True),
        "source": (IDS, False),
    },
    "retired": {
        "id": (AN_ID, False),
        "name": (TEXT, False),
        "retired_on": (DATE, False),
        "why": (TEXT, False),
    },
    "sources": {
        "key": (AN_ID, False),
        "kind": (TEXT, False),
        "title": (TEXT, False),
        "year": (_matches(r"(19|20)\d\d", "a year, such as 2014"), True),
        "address": (_matches(r"https?://\S+", "an address that begins with http"), True),
        "note": (TEXT, True),
    },
}
# The columns that hold numbers end with their unit.
UNITS = ("_pct", "_g_per_ml", "_at_c", "_years", "_months")
NUMBERS = tuple(
    dict.fromkeys(name for table in COLUMNS.values() for name in table if name.endswith(UNITS) or name == "place")
)
# What makes a row the only one of its kind.
KEYS = {
    "essential_oils": ["id"],
    "base_oils": ["id"],
    "effects": ["id"],
    "claims": ["oil", "effect"],
    "compositions": ["composition", "place", "oil"],
    "constituents": ["oil", "group"],
    "rulebooks": ["id"],
    "limits": ["rulebook", "subject_kind", "subject"],
    "sums": ["rulebook", "sum", "group"],
    "allergens": ["label"],
    "dilution_guidance": ["person"],
    "conditions": ["subject", "condition"],
    "contraindications": ["condition"],
    "retired": ["id"],
    "sources": ["key"],
}
