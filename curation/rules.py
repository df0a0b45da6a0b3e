"""Rulebooks, their limits, the EU label allergens and the dilution guidance."""

from __future__ import annotations

from pathlib import Path

from common import Row, Sources, decision, number, read

RULEBOOK_COLUMNS = ["id", "name", "edition", "date", "covers", "source"]
LIMIT_COLUMNS = [
    "rulebook",
    "edition",
    "subject_kind",
    "subject",
    "limit_pct",
    "condition",
    "basis",
    "source",
    "verified",
]
ALLERGEN_COLUMNS = [
    "label",
    "group",
    "oils",
    "threshold_leave_on_pct",
    "new_products_from",
    "all_products_from",
    "annex_iii_entry",
    "status",
    "source",
]
CONDITION_COLUMNS = ["subject", "condition", "advice", "evidence", "source", "verified", "note"]
SUM_COLUMNS = ["rulebook", "sum", "group", "name", "basis", "source", "verified"]
GUIDANCE_COLUMNS = ["person", "usual_pct", "ceiling_pct", "source", "verified", "note"]

IFRA_CONTEXT = {"ifra-51-5a": "Cat 5A", "ifra-51-5d": "Cat 5D"}


def rulebooks(sources: Sources) -> list[Row]:
    """Return the rulebooks as written down by hand."""
    rows = decision("rulebooks")
    sources.note_used(rows)
    return rows


def limits(facts: Path, oils: list[Row], sources: Sources) -> list[Row]:
    """Return every limit that touches our oils and groups, in the order of the rulebooks.

    limits.csv of this folder names the raw row of each figure (by constituent and context), so that the
    figures themselves always come from the facts; `override` replaces a figure, with the reason in `why`.
    """
    editions = {row["id"]: row["edition"] for row in decision("rulebooks")}
    raw = read(facts / "limits.csv")
    rows = [whole_oil(oil) for oil in oils if oil["dermal_max_rulebook"] in ("ty-2014", "hc-cir")]
    for wanted in decision("limits"):
        for rulebook in wanted["rulebooks"].split():
            context = IFRA_CONTEXT.get(rulebook, "") if not wanted["context"] else wanted["context"]
            figure = wanted["override"] or raw_figure(raw, wanted["raw_constituent"], context)
            if rulebook == "ifra-51-5d" and wanted["override_5d"]:
                figure = wanted["override_5d"]
            rows.append(
                {
                    "rulebook": rulebook,
                    "subject_kind": wanted["subject_kind"],
                    "subject": wanted["subject"],
                    "limit_pct": number(figure),
                    "condition": wanted["condition"],
                    "basis": wanted["basis"],
                    "source": wanted["source"],
                    "verified": wanted["verified"],
                }
            )
    order = list(editions)
    for row in rows:
        row["edition"] = editions[row["rulebook"]]
    rows.sort(key=lambda row: order.index(row["rulebook"]))
    sources.note_used(rows)
    return rows


def whole_oil(oil: Row) -> Row:
    """Return the limit of one whole oil, the same figure as its dermal maximum."""
    return {
        "rulebook": oil["dermal_max_rulebook"],
        "subject_kind": "oil",
        "subject": oil["id"],
        "limit_pct": oil["dermal_max_pct"],
        "condition": "",
        "basis": oil["dermal_max_basis"],
        "source": oil["dermal_max_source"],
        "verified": oil["dermal_max_verified"],
    }


def raw_figure(raw: list[Row], constituent: str, context: str) -> str:
    """Return the figure of the raw row with this constituent, whose context starts with these words."""
    found = [row for row in raw if row["constituent"] == constituent and row["category_or_context"].startswith(context)]
    if len(found) != 1:
        raise SystemExit(f"limits.csv: {constituent!r} in {context!r} matches {len(found)} raw rows, want one.")
    return found[0]["limit_percent_in_product"]


def allergens(facts: Path, sources: Sources) -> list[Row]:
    """Return the EU label names with the group or the whole oils that each one stands for."""
    mine = {row["label"]: row for row in decision("allergens")}
    rows = []
    for raw in read(facts / "eu_allergens.csv"):
        own = mine.get(raw["label_name"], {"group": "", "oils": ""})
        gone = raw["status"].startswith("now prohibited")
        rows.append(
            {
                "label": raw["label_name"],
                "group": own["group"],
                "oils": own["oils"],
                "threshold_leave_on_pct": number(raw["threshold_leave_on_percent"]),
                "new_products_from": raw["new_products_from"],
                "all_products_from": raw["all_products_from"],
                "annex_iii_entry": "" if gone else raw["annex_iii_entry"],
                "status": "prohibited"
                if gone
                else "in force"
                if not raw["new_products_from"]
                else "added by 2023/1545",
                "source": sources.keys(raw["source_url"], sources.keys(raw["second_source_url"])),
            }
        )
    unknown = set(mine) - {row["label"] for row in rows}
    if unknown:
        raise SystemExit(f"allergens.csv names labels that the facts do not hold: {sorted(unknown)}")
    sources.note_used(rows)
    return rows


def sums(sources: Sources) -> list[Row]:
    """Return which limited constituents do the same harm and are added up, as decided by hand."""
    rows = decision("sums")
    sources.note_used(rows)
    return rows


def conditions(sources: Sources) -> list[Row]:
    """Return which oils and base oils a person with a condition should not have, and on what that rests."""
    rows = decision("conditions")
    sources.note_used(rows)
    return rows


def guidance(sources: Sources) -> list[Row]:
    """Return the usual dilution and the ceiling for each person, as decided by hand."""
    rows = decision("dilution_guidance")
    sources.note_used(rows)
    return rows
