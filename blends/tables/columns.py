"""What each column of each table must hold. Every cell is checked as text, before it becomes a number."""

from blends.tables.cells import (
    AN_ID,
    DATE,
    DENSITY,
    IDS,
    PERCENT,
    TEXT,
    YES_NO,
    Rule,
    matches,
    number,
    one_of,
    printable,
)

# On what a caution of conditions.csv rests; the strongest is named, the sources say the rest.
EVIDENCE = ("regulator", "review", "patient organisation", "study", "list", "blog", "kinship", "project")

# yes: two independent sources agree; copies: one book, read in several copies; no: one source, or they disagree.
VERIFIED = one_of("yes", "copies", "no")

DENSITIES = ("density_g_per_ml", "density_min_g_per_ml", "density_max_g_per_ml")

# table -> column -> (rule, may be blank). The order of columns is the order in the file.
_SOURCED = {"_source": (IDS, True), "_verified": (VERIFIED, True)}


def _sourced(fact: str) -> dict[str, tuple[Rule, bool]]:
    return {fact + ending: rule for ending, rule in _SOURCED.items()}


COLUMNS: dict[str, dict[str, tuple[Rule, bool]]] = {
    "essential_oils": {
        "id": (AN_ID, False),
        **dict.fromkeys(("name", "botanical", "part"), (TEXT, False)),
        "chemotype": (TEXT, True),
        "effects": (IDS, True),
        "inci": (TEXT, True),
        **_sourced("inci"),
        "cas": (matches(r"\d{2,7}-\d\d-\d", "a CAS number such as 8000-28-0"), True),
        **_sourced("cas"),
        **dict.fromkeys(DENSITIES, (DENSITY, True)),
        "density_basis": (TEXT, True),
        **_sourced("density"),
        "phototoxic": (YES_NO, True),
        "phototoxic_max_pct": (PERCENT, True),
        **_sourced("phototoxic"),
        "min_age_years": (number(0, 18, "0.5"), True),
        "min_age_basis": (TEXT, True),
        **_sourced("min_age"),
        "pregnancy": (one_of("none found", "limit", "avoid"), True),
        **_sourced("pregnancy"),
        "breastfeeding": (one_of("none found", "limit", "avoid"), True),
        **_sourced("breastfeeding"),
        "cautions": (TEXT, True),
        **_sourced("cautions"),
        "oxidises": (one_of("yes"), True),
        "oxidises_source": (IDS, True),
        "note": (TEXT, True),
    },
    "base_oils": {
        "id": (AN_ID, False),
        **dict.fromkeys(("name", "botanical", "inci"), (TEXT, False)),
        **_sourced("inci"),
        "cas": (matches(r"\d{2,7}-\d\d-\d", "a CAS number such as 8001-25-0"), True),
        **_sourced("cas"),
        **dict.fromkeys(DENSITIES, (DENSITY, True)),
        "density_at_c": (number(0, 100, "20"), True),
        "density_basis": (TEXT, True),
        **_sourced("density"),
        "allergen": (TEXT, True),
        **_sourced("allergen"),
        "solid_at_20c": (YES_NO, True),
        "solid_note": (TEXT, True),
        "shelf_life_months": (matches(r"\d{1,3}", "whole months, such as 12"), True),
        **_sourced("shelf_life"),
        "note": (TEXT, True),
    },
    "effects": {
        "id": (AN_ID, False),
        **dict.fromkeys(("name", "wording"), (TEXT, False)),
        "source": (IDS, False),
    },
    "claims": {
        **dict.fromkeys(("oil", "effect"), (AN_ID, False)),
        "source": (IDS, False),
        "verified": (VERIFIED, False),
        "claimed_as": (TEXT, True),
    },
    "compositions": {
        "composition": (AN_ID, False),
        "effect": (AN_ID, False),
        "place": (matches(r"[1-9]\d?", "the number of the place, such as 2"), False),
        "oil": (AN_ID, False),
        "default": (YES_NO, False),
        "source": (IDS, False),
    },
    "groups": {"id": (AN_ID, False), "label": (TEXT, False)},
    "constituent_names": {
        "name": (TEXT, False),
        "group": (AN_ID, False),
        "cas": (matches(r"\d{2,7}-\d\d-\d", "a CAS number such as 78-70-6"), True),
        "source": (IDS, False),
    },
    "constituents": {
        "oil": (AN_ID, False),
        "group": (AN_ID, False),
        "level_pct": (PERCENT, True),
        "min_pct": (PERCENT, True),
        "max_pct": (PERCENT, True),
        "reported_pct": (PERCENT, True),
        "source": (IDS, False),
        "reliability": (one_of("A", "B", "C", "D"), False),
        "basis": (TEXT, False),
        "note": (TEXT, True),
    },
    "rulebooks": {
        "id": (AN_ID, False),
        "kind": (one_of("limits", "rates", "calculated"), False),
        **dict.fromkeys(("name", "short", "family", "author"), (TEXT, False)),
        "edition": (TEXT, True),
        "date": (matches(r"\d{4}(-\d\d-\d\d)?", "a year or a date, such as 2023-06-30"), True),
        "covers": (TEXT, False),
        "judges": (one_of("sale", "home sale"), True),
        **dict.fromkeys(("from_age_years", "below_age_years"), (number(0, 18, "3"), True)),
        "phototoxic": (YES_NO, False),
        "stand_in": (one_of("usual rate"), True),
        "shown_as": (AN_ID, True),
        "as_of": (DATE, False),
        "coming": (TEXT, True),
        "coming_source": (IDS, True),
        "source": (IDS, False),
    },
    "limits": {
        "rulebook": (AN_ID, False),
        "subject_kind": (one_of("oil", "group", "prohibition", "natural"), False),
        "subject": (AN_ID, False),
        "limit_pct": (PERCENT, False),
        "needs_oils": (one_of("1", "2"), False),
        "condition": (TEXT, True),
        "basis": (TEXT, False),
        "source": (IDS, False),
        "verified": (VERIFIED, False),
    },
    "profiles": {
        **dict.fromkeys(("oil", "rulebook"), (AN_ID, False)),
        "state": (one_of("limit", "sets_none", "by_constituents", "unknown"), False),
        "source": (IDS, True),
        "how_read": (TEXT, False),
    },
    "purity": {
        **dict.fromkeys(("oil", "rulebook"), (AN_ID, False)),
        "words": (TEXT, False),
        "source": (IDS, False),
    },
    "sums": {
        **dict.fromkeys(("rulebook", "sum", "group"), (AN_ID, False)),
        **dict.fromkeys(("name", "basis"), (TEXT, False)),
        "source": (IDS, False),
        "verified": (VERIFIED, False),
    },
    "allergens": {
        "label": (TEXT, False),
        "group": (AN_ID, True),
        "oils": (IDS, True),
        "threshold_leave_on_pct": (PERCENT, True),
        "new_products_from": (DATE, True),
        "all_products_from": (DATE, True),
        "annex_iii_entry": (TEXT, True),
        "status": (one_of("in force", "added by 2023/1545", "prohibited"), False),
        "source": (IDS, False),
    },
    "dilution_guidance": {
        "person": (AN_ID, False),
        "usual_pct": (PERCENT, False),
        "ceiling_pct": (PERCENT, False),
        "source": (IDS, False),
        "verified": (VERIFIED, False),
        "note": (TEXT, True),
    },
    "conditions": {
        **dict.fromkeys(("subject", "condition"), (AN_ID, False)),
        "advice": (one_of("avoid", "care"), False),
        "evidence": (one_of(*EVIDENCE), False),
        "source": (IDS, False),
        "verified": (VERIFIED, False),
        "note": (TEXT, True),
    },
    "contraindications": {
        "condition": (TEXT, False),
        "advice": (one_of("do not massage", "not there", "ask a doctor first"), False),
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
        "year": (matches(r"(19|20)\d\d", "a year, such as 2014"), True),
        "address": (printable(matches(r"https?://\S+", "an address that begins with http")), True),
        "note": (TEXT, True),
    },
}
# The columns that hold numbers end with their unit, or count something.
COUNTS = ("place", "needs_oils")
UNITS = ("_pct", "_g_per_ml", "_at_c", "_years", "_months")
NUMBERS = tuple(
    dict.fromkeys(name for table in COLUMNS.values() for name in table if name.endswith(UNITS) or name in COUNTS)
)
# What makes a row the only one of its kind.
KEYS = {
    "essential_oils": ["id"],
    "base_oils": ["id"],
    "effects": ["id"],
    "claims": ["oil", "effect"],
    "compositions": ["composition", "place", "oil"],
    "groups": ["id"],
    "constituent_names": ["name", "group"],
    "constituents": ["oil", "group"],
    "rulebooks": ["id"],
    "limits": ["rulebook", "subject_kind", "subject"],
    "profiles": ["oil", "rulebook"],
    "purity": ["oil", "rulebook", "words"],
    "sums": ["rulebook", "sum", "group"],
    "allergens": ["label"],
    "dilution_guidance": ["person"],
    "conditions": ["subject", "condition"],
    "contraindications": ["condition"],
    "retired": ["id"],
    "sources": ["key"],
}
