"""Which constituents each oil holds, and the one level per oil and group that decides.

The rule, in this order: the figure of the IFRA annex where this oil has one; else the highest single
analysis of reliability A; else of reliability B. Isomers of one group are summed inside one analysis and
never across analyses. Reliability C and D, and the analyses named in excluded.csv, are shown but never decide.
A review that pools origins and chemotypes is no single analysis: it never decides a group that has a limit.
An official document (regulation, EFSA opinion, pharmacopoeia, ISO range) raises a level, and never lowers one; so
does the worst case that a rulebook reckons with in a sum of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from common import Row, number, read
from spelling import english, plain_id, plain_label

COLUMNS = [
    "oil",
    "group",
    "level_pct",
    "min_pct",
    "max_pct",
    "reported_pct",
    "source",
    "reliability",
    "basis",
    "note",
]
GROUP_COLUMNS = ["id", "label"]
MAIN_PCT = 5.0  # a constituent that reaches this level is shown although no rule asks for it
RAISING = ("official", "worst case")  # kinds that raise a level, and never lower one
NEVER = 9  # the rank of an analysis that decides nothing


@dataclass
class Analysis:
    """What one source says about one oil: constituent -> (low, high) in % of the oil."""

    oil: str
    source: str
    variant: str
    kind: str
    reliability: str
    excluded: str = ""
    excluded_groups: str = ""
    pooled: bool = False
    levels: dict[str, tuple[float, float]] = field(default_factory=dict)

    def rank(self, group: str, limited: bool) -> int:
        """Return 0 for the annex, 1 for A, 2 for B, 3 for second-hand ranges, 4 for what only raises, or NEVER.

        What only raises decides where nothing else does, or where it is higher.
        An analysis that is excluded for some groups only may still decide the others.
        """
        excluded = self.excluded and (not self.excluded_groups or group in self.excluded_groups.split())
        if excluded or self.reliability in "CD" or (limited and self.pooled):
            return NEVER
        if self.kind == "annex":
            return 0
        if self.kind in RAISING:
            return 4
        return {"A": 1, "B": 2}[self.reliability] if self.kind != "second-hand" else 3

    def why_not(self) -> str:
        """Return why this analysis never decides."""
        pooled = "a review that pools origins and chemotypes" if self.pooled else ""
        return self.excluded or pooled or "reliability too low to decide"

    def add(self, constituent: str, low: float, high: float) -> None:
        """Take in what stands in one row: a constituent that has several spans from the lowest to the highest."""
        before = self.levels.get(constituent, (low, high))
        self.levels[constituent] = (min(before[0], low), max(before[1], high))

    def total(self, group: str, members: set[str]) -> tuple[float, float] | None:
        """Return the summed (low, high) of a group, or None; a printed total beats a smaller sum of isomers."""
        parts = [self.levels[name] for name in members - {group} if name in self.levels]
        sums = [(sum(low for low, _ in parts), sum(high for _, high in parts))] if parts else []
        if group in members and group in self.levels:
            sums.append(self.levels[group])
        return max(sums, key=lambda pair: pair[1]) if sums else None


def constituents() -> list[Row]:
    """Return one row per oil and group that matters."""
    analyses = read_analyses()
    groups: dict[str, set[str]] = {}
    for row in read("groups"):
        groups.setdefault(row["constituent"], set()).add(row["group"])
    labels = {row["group"]: row["label"] for row in read("labels")}
    limited = {row["subject"] for row in read("limits")}
    wanted = limited | {row["group"] for row in read("allergens")}
    rows: list[Row] = []
    for oil in read("essential_oils"):
        mine = [analysis for analysis in analyses if analysis.oil == oil["id"]]
        found = {name for analysis in mine for name in analysis.levels}
        members: dict[str, set[str]] = {}
        for name in sorted(found):
            for group in groups.get(name, {plain_id(name)}):
                members.setdefault(group, set()).add(name)
        made = [group_row(oil["id"], group, names, mine, labels, group in limited) for group, names in members.items()]
        kept = [row for row in made if row["group"] in wanted or highest(row) >= MAIN_PCT]
        rows += sorted(kept, key=lambda row: (-highest(row), row["group"]))
    return rows


def all_groups(held: list[Row]) -> list[Row]:
    """Return every group with its label, in the order of ids: those our oils hold, and those of labels.csv.

    A limit on a group that no oil holds needs a row in labels.csv.
    """
    labels = {row["group"]: row["label"] for row in [*held, *read("labels")]}
    return [{"id": group, "label": labels[group]} for group in sorted(labels)]


def highest(row: Row) -> float:
    """Return the largest percentage of a row, for sorting and for choosing the main constituents."""
    return max(float(row[column] or 0) for column in ("level_pct", "max_pct", "reported_pct"))


def read_analyses() -> list[Analysis]:
    """Return the analyses of contents.csv: the rows of one source, variant, kind and reliability are one analysis."""
    found: dict[tuple[str, ...], Analysis] = {}
    for row in read("contents"):
        key = tuple(row[name] for name in ("oil", "source", "variant", "kind", "reliability"))
        analysis = found.setdefault(key, Analysis(*key))
        low, typical, high = row["min_pct"], row["typical_pct"], row["max_pct"]
        analysis.add(row["constituent"], float(low or typical or high), float(typical or high or low))
        if typical and high:
            analysis.add(row["constituent"], float(low or typical), float(high))
        analysis.pooled |= row["pooled"] == "yes"
    for analysis in found.values():
        analysis.excluded, analysis.excluded_groups = exclusion(analysis)
    return list(found.values())


def exclusion(analysis: Analysis) -> tuple[str, str]:
    """Return why this analysis must not decide, and for which groups ('' for all); '' twice when it may."""
    for row in read("excluded"):
        right = row["oil"] == analysis.oil and row["source"] in ("", analysis.source)
        if right and row["variant_part"] in analysis.variant:
            return row["why"], row["groups"]
    return "", ""


def group_row(
    oil: str, group: str, members: set[str], mine: list[Analysis], labels: dict[str, str], limited: bool
) -> Row:
    """Return the row of one group: the deciding level, the span of what may decide, or what is only reported."""
    totals = [(analysis, total) for analysis in mine if (total := analysis.total(group, members))]
    label = labels.get(group) or plain_label(sorted(members)[0])
    best = min(analysis.rank(group, limited) for analysis, _ in totals)
    may = [(a, t) for a, t in totals if a.rank(group, limited) == best or (best < NEVER and a.kind in RAISING)]
    chosen, level = max(may, key=lambda pair: pair[1][1])
    pool = [total for analysis, total in totals if (analysis.rank(group, limited) < NEVER) == (best < NEVER)]
    row = {
        "oil": oil,
        "group": group,
        "label": label,
        "min_pct": number(round(min(low for low, _ in pool), 4)),
        "max_pct": number(round(min(100, max(high for _, high in pool)), 4)),
        "source": chosen.source,
        "reliability": chosen.reliability,
    }
    summed = [plain_label(name) for name in sorted(members) if name in chosen.levels and name != group]
    added = len(summed) > 1 and level != chosen.levels.get(group)
    note = f"Sum of {' and '.join(summed)}." if added else ""
    if best == NEVER:
        basis = f"shown only: {chosen.why_not()}"
        return row | {"level_pct": "", "reported_pct": number(round(level[1], 4)), "basis": basis, "note": note}
    figure = number(round(level[1], 4))
    return row | {"level_pct": figure, "reported_pct": "", "basis": wording(chosen, level), "note": note}


def wording(chosen: Analysis, level: tuple[float, float]) -> str:
    """Return in words where the deciding level comes from."""
    if chosen.kind == "annex":
        return f"IFRA 51 annex, typical level, {chosen.variant}"
    if chosen.kind == "second-hand":
        return "upper end of a range quoted second-hand" if level[0] != level[1] else "figure quoted second-hand"
    if chosen.kind == "official":
        what = "upper end of a range in an official document" if level[0] != level[1] else "at most, official document"
        return f"{what}, {chosen.variant}"
    if chosen.kind == "worst case":
        return f"worst case of a rulebook's own sum, {chosen.variant}"
    first = (
        "upper end of a specification"
        if chosen.kind.startswith("spec")
        else ("upper end of a range" if level[0] != level[1] else "highest single analysis")
    )
    return first + (f", {english(chosen.variant)}" if chosen.variant else "")
