"""What a certificate must show before an oil is used: conditions on named oils, and on oils rich in a constituent."""

from __future__ import annotations

from common import Row, read

COLUMNS = ["oil", "rulebook", "words", "source"]


def purity(held: list[Row]) -> list[Row]:
    """Return one row per oil, rulebook and condition, in the order of oils; `held`: the rows of constituents.csv."""
    level = {(row["oil"], row["group"]): float(row["level_pct"] or 0) for row in held}
    return [
        {"oil": oil["id"], "rulebook": rulebook, "words": wanted["words"], "source": wanted["source"]}
        for oil in read("essential_oils")
        for wanted in read("purity")
        if wanted["oil"] == oil["id"]
        or (wanted["group"] and level.get((oil["id"], wanted["group"]), 0) >= float(wanted["from_pct"]))
        for rulebook in wanted["rulebook"].split()
    ]
