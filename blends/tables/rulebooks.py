"""Rulebooks, limits and contents of the tables as plain numbers, made once: what each allows, what an oil holds.

A rulebook is rows: rulebooks.csv says whom it judges, limits.csv and sums.csv what it allows. Nothing here knows one
by its name.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from blends.asking.choices import Purpose
from blends.tables.catalogue import Catalogue
from blends.tables.oils import cell_figure, cell_text
from blends.tables.rulebook import RATES, Limit, Rulebook, State, Sum
from blends.tables.verified import Verified, weakest


@dataclass(frozen=True)
class Rulebooks:
    """All rulebooks; of each oil the % of each group that decides, and what is reported but never decides.

    states: of (oil, rulebook), with the sources.
    """

    by_id: dict[str, Rulebook]
    states: dict[tuple[str, str], tuple[State, str]]
    contents: dict[str, dict[str, float]]
    labels: dict[str, str]
    content_source: dict[tuple[str, str], str]
    reported: dict[str, dict[str, float]]
    cap_source: dict[str, str]

    def for_age(self, age_years: int | None) -> tuple[Rulebook, ...]:
        """Return the rulebooks that speak about this age, in the order of the table; None is an adult."""
        return tuple(book for book in self.by_id.values() if book.speaks_about(age_years))

    @property
    def guidance(self) -> str:
        """Return the id of the one rulebook of rates: under it stands what depends on the person."""
        return next(book.id for book in self.by_id.values() if book.kind == RATES)

    def state(self, oil: str, rulebook: str) -> State:
        """Return what is known of an oil in a rulebook; of an oil of one's own, without a row, by what is there."""
        if (oil, rulebook) in self.states:
            return self.states[oil, rulebook][0]
        if oil in self.by_id[rulebook].oils:
            return State.LIMIT
        return State.BY_CONSTITUENTS if self.contents.get(oil) else State.UNKNOWN


@lru_cache(maxsize=8)
def rulebooks_of(catalogue: Catalogue) -> Rulebooks:
    """Return the limits and contents of `catalogue`, made once for each."""
    contents: dict[str, dict[str, float]] = {id_: {} for id_ in catalogue.oil_by_id}
    content_source = {}
    deciding = catalogue.constituents.dropna(subset=["level_pct"])
    for oil, group, level, source in deciding[["oil", "group", "level_pct", "source"]].itertuples(
        index=False, name=None
    ):
        contents[oil][group] = float(level)
        content_source[oil, group] = str(source)
    rows = catalogue.rulebooks.reset_index().to_dict("records")
    return Rulebooks(
        by_id={str(row["id"]): _rulebook(row, catalogue) for row in rows},
        states={
            (str(oil), str(book)): (State(state), cell_text(source))
            for oil, book, state, source in catalogue.profiles[["oil", "rulebook", "state", "source"]].itertuples(
                index=False, name=None
            )
        },
        contents=contents,
        labels={str(id_): str(label) for id_, label in catalogue.groups["label"].items()},
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


def _rulebook(row: dict[Any, Any], catalogue: Catalogue) -> Rulebook:
    id_ = str(row["id"])
    limits: dict[str, dict[str, Limit]] = {"oil": {}, "group": {}, "natural": {}, "prohibition": {}}
    rows = catalogue.limits[catalogue.limits["rulebook"] == id_]
    columns = ["subject_kind", "subject", "limit_pct", "needs_oils", "basis", "source", "verified"]
    for kind, subject, pct, needs_oils, basis, source, verified in rows[columns].itertuples(index=False, name=None):
        limits[kind][subject] = Limit(float(pct), str(basis), str(source), Verified(verified), int(needs_oils))
    return Rulebook(
        id=id_,
        kind=cell_text(row["kind"]),
        name=cell_text(row["name"]),
        short=cell_text(row["short"]),
        family=cell_text(row["family"]),
        author=cell_text(row["author"]),
        edition=cell_text(row["edition"]),
        date=cell_text(row["date"]),
        covers=cell_text(row["covers"]),
        as_of=cell_text(row["as_of"]),
        coming=cell_text(row["coming"]),
        judges=frozenset(map(Purpose, cell_text(row["judges"]).split())),
        from_age_years=cell_figure(row["from_age_years"]),
        below_age_years=cell_figure(row["below_age_years"]),
        phototoxic=row["phototoxic"] == "yes",
        stand_in=bool(cell_text(row["stand_in"])),
        shown_as=cell_text(row["shown_as"]) or id_,
        oils=limits["oil"],
        groups=limits["group"],
        natural=limits["natural"],
        forbidden=limits["prohibition"],
        sums=_sums(id_, catalogue),
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
            weakest(*map(Verified, members["verified"])),
        )
        for _, members in rows.groupby("sum", sort=False)
    )
