"""What each rulebook that judges says of each oil: a limit, sets none, by constituents, or unknown."""

from __future__ import annotations

from common import Row, keys, read

COLUMNS = ["oil", "rulebook", "state", "source", "how_read"]
ENOUGH_PCT = 50.0  # of an oil: less is no composition, only what one list restricts


def profiles(held: list[Row]) -> list[Row]:
    """Return one row per oil and rulebook, in the order of oils; `held`: the rows of constituents.csv.

    profiles.csv of the facts says what was read about an oil that no limit shows: that the book sets none, or where
    a figure was sought. All else follows from limits and levels. A rulebook whose limits stand in for nothing
    restricts what it lists, so one level decides; one that profiles oils needs a composition of half the oil.
    """
    said = {(row["oil"], row["rulebook"]): row for row in read("profiles")}
    limits = {(row["subject"], row["rulebook"]): row for row in read("limits") if row["subject_kind"] == "oil"}
    levels: dict[str, list[Row]] = {}
    for row in held:
        if row["level_pct"]:
            levels.setdefault(row["oil"], []).append(row)
    books = [row for row in read("rulebooks") if row["kind"] == "limits" and row["judges"] and not row["shown_as"]]
    return [
        {"oil": oil["id"], "rulebook": book["id"]}
        | state(limits.get((oil["id"], book["id"])), levels.get(oil["id"], []), bool(book["stand_in"]))
        | {name: text for name, text in said.get((oil["id"], book["id"]), {}).items() if text}
        for oil in read("essential_oils")
        for book in books
    ]


def state(limit: Row | None, levels: list[Row], profiles_oils: bool) -> Row:
    """Return the state that follows from the limit on a whole oil and from its deciding levels."""
    if limit:
        return {"state": "limit", "source": limit["source"], "how_read": "its limit on the whole oil was read"}
    together = sum(float(row["level_pct"]) for row in levels)
    source = keys(*(row["source"] for row in levels))
    count = f"{len(levels)} deciding level{'s' * (len(levels) > 1)}"
    if levels and together >= ENOUGH_PCT:
        words = f"no figure for the whole oil was seen; {count} at hand"
        return {"state": "by_constituents", "source": source, "how_read": words}
    if levels and not profiles_oils:
        words = f"no limit on the whole oil; {count} at hand, a thin composition"
        return {"state": "by_constituents", "source": source, "how_read": words}
    words = f"no figure was seen, and {count} are no composition" if levels else "no figure and no composition was seen"
    return {"state": "unknown", "source": "", "how_read": words}
