"""A rulebook as a thing: whom it judges, its limits and sums, and what is known of an oil in it."""

from dataclasses import dataclass
from enum import StrEnum

from blends.asking.choices import Purpose
from blends.tables.verified import Verified

RATES = "rates"  # the kind of rulebook that holds dilutions by person; the others hold limits


@dataclass(frozen=True)
class Limit:
    """A limit in % by weight of the finished product, with what it rests on. 0 means forbidden, never absent."""

    pct: float
    basis: str
    source: str
    verified: Verified
    needs_oils: int = 1  # speaks only where so many oils meet


@dataclass(frozen=True)
class Sum:
    """Groups that do the same harm: their shares, each over its own limit, add up to 1 at most."""

    rulebook: str
    name: str
    groups: tuple[str, ...]
    basis: str
    source: str
    verified: Verified


@dataclass(frozen=True)
class Rulebook:
    """A named, dated set of limits, on whole oils and on constituent groups.

    kind: "rates" of a person, "limits", or "calculated" by us; name: in full; short: as printed; family: the same
    without its category, as it stands inside a sentence; author: who set its limits, without an edition; edition, date,
    coming: "" for none; covers: what it speaks about; as_of: the day its tables were looked at; judges: the purposes
    it judges for; from_age_years, below_age_years: whom it speaks about; phototoxic: whether shares of phototoxic oils
    are added up; stand_in: whether an oil without a figure is held to the person's usual rate; shown_as: the rulebook
    under which its findings are shown; natural: groups judged by their natural content; forbidden: oils or groups that
    must not be added as such; sums: hazards that add up.
    """

    id: str
    kind: str
    name: str
    short: str
    family: str
    author: str
    edition: str
    date: str
    covers: str
    as_of: str
    coming: str
    judges: frozenset[Purpose]
    from_age_years: float | None
    below_age_years: float | None
    phototoxic: bool
    stand_in: bool
    shown_as: str
    oils: dict[str, Limit]
    groups: dict[str, Limit]
    natural: dict[str, Limit]
    forbidden: dict[str, Limit]
    sums: tuple[Sum, ...] = ()

    def speaks_about(self, age_years: int | None) -> bool:
        """Return whether it is meant for this age; None is an adult."""
        old_enough = self.from_age_years is None or age_years is None or age_years >= self.from_age_years
        young_enough = self.below_age_years is None or (age_years is not None and age_years < self.below_age_years)
        return bool(self.judges) and old_enough and young_enough


class State(StrEnum):
    """What is known of an oil in a rulebook: a limit on the whole oil, none set, its constituents alone, or nothing."""

    LIMIT = "limit"
    SETS_NONE = "sets_none"
    BY_CONSTITUENTS = "by_constituents"
    UNKNOWN = "unknown"
