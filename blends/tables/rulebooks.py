"""Limits and contents of the tables as plain numbers, made once: what a rulebook allows, what an oil holds."""

from dataclasses import dataclass
from functools import lru_cache

from blends.tables.catalogue import Catalogue


@dataclass(frozen=True)
class Limit:
    """A limit in % by weight of the finished product, with what it rests on. 0 means forbidden, never absent."""

    pct: float
    basis: str
    source: str
    verified: bool
    combined: bool = False  # speaks only where two oils or more meet


@dataclass(frozen=True)
class Sum:
    """Groups that do the same harm: their shares, each over its own limit, add up to 1 at most."""

    rulebook: str
    name: str
    groups: tuple[str, ...]
    basis: str
    source: str
    verified: bool


@dataclass(frozen=True)
class Rulebook:
    """A named, dated set of limits, on whole oils and on constituent groups.

    natural: groups judged by their natural content; forbidden: oils or groups that must not be added as such;
    sums: hazards that add up.
    """

    id: str
    name: str
    oils: dict[str, Limit]
    groups: dict[str, Limit]
    natural: dict[str, Limit]
    forbidden: dict[str, Limit]
    sums: tuple[Sum, ...] = ()


@dataclass(frozen=True)
class Rules:
    """All rulebooks by id; of each oil the % of each group that decides, and what is reported but never decides."""

    rulebooks: dict[str, Rulebook]
    contents: dict[str, dict[str, float]]
    labels: dict[str, str]
    content_source: dict[tuple[str, str], str]
    reported: dict[str, dict[str, float]]
    cap_source: dict[str, str]


NAMES = {
    "guidance": "Guidance",
    "ty-2014": "T&Y 2014",
    "ifra-51-5a": "IFRA 51, category 5A",
    "ifra-51-5d": "IFRA 51, category 5D",
    "eu-1223-2009": "EU 1223/2009",
}


def short_name(id_: str, catalogue: Catalogue) -> str:
    """Return what the rulebook `id_` is called in a table: "T&Y 2014"."""
    return NAMES[id_]


@lru_cache(maxsize=8)
def rules(catalogue: Catalogue) -> Rules:
    """Return the limits and contents of `catalogue`, made once for each."""
    contents: dict[str, dict[str, float]] = {id_: {} for id_ in catalogue.oil_by_id}
    content_source = {}
    deciding = catalogue.constituents.dropna(subset=["level_pct"])
    for oil, group, level, source in deciding[["oil", "group", "level_pct", "source"]].itertuples(
        index=False, name=None
    ):
        contents[oil][group] = float(level)
        content_source[oil, group] = str(source)
    return Rules(
        rulebooks={
            str(id_): _rulebook(str(id_), str(name), catalogue) for id_, name in catalogue.rulebooks["name"].items()
        },
        contents=contents,
        labels=dict(zip(catalogue.constituents["group"], catalogue.constituents["label"], strict=True)),
        content_source=content_source,
        reported=_reported(catalogue),
        cap_source={str(id_): str(keys) for id_, keys in catalogue.oils["phototoxic_source"].dropna().items()},
    )


def _reported(catalogue: Catalogue) -> dict[str, dict[str, float]]:
    """Return what weak or pooled analyses report of each oil: too weak to decide, too much to be silent about."""
    weak = catalogue.constituents[catalogue.constituents["level_pct"].isna()].dropna(subset=["reported_pct"])
    found: dict[str, dict[str, float]] = {}
    for oil, group, pct in weak[["oil", "group", "reported_pct"]].itertuples(index=False, name=None):
        found.setdefault(oil, {})[group] = float(pct)
    return found


def _rulebook(id_: str, name: str, catalogue: Catalogue) -> Rulebook:
    limits: dict[str, dict[str, Limit]] = {"oil": {}, "group": {}, "natural": {}, "prohibition": {}}
    rows = catalogue.limits[catalogue.limits["rulebook"] == id_]
    columns = ["subject_kind", "subject", "limit_pct", "needs_oils", "basis", "source", "verified"]
    for kind, subject, pct, needs_oils, basis, source, verified in rows[columns].itertuples(index=False, name=None):
        limits[kind][subject] = Limit(float(pct), str(basis), str(source), verified == "yes", needs_oils > 1)
    return Rulebook(
        id_,
        NAMES.get(id_, name),
        limits["oil"],
        limits["group"],
        limits["natural"],
        limits["prohibition"],
        _sums(id_, catalogue),
    )


def _sums(rulebook: str, catalogue: Catalogue) -> tuple[Sum, ...]:
    """Return the sums of `rulebook`; name, basis and source stand beside each member and are taken from the first."""
    rows = catalogue.sums[catalogue.sums["rulebook"] == rulebook]
    return tuple(
        Sum(
            rulebook,
            str(members["name"].iloc[0]),
            tuple(members["group"]),
            str(members["basis"].iloc[0]),
            " ".join(dict.fromkeys(" ".join(members["source"]).split())),
            bool((members["verified"] == "yes").all()),
        )
        for _, members in rows.groupby("sum", sort=False)
    )
