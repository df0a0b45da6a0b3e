"""Where each key of a table must stand; a key that stands nowhere lifts a limit in silence."""

from dataclasses import dataclass

import pandas as pd

from blends.asking.person import CONDITIONS
from blends.tables.columns import KEYS
from blends.tables.faults import Faults, by_row, cell_faults, faults_of

Homes = tuple[str, ...]  # tables, or one of WORDS
OIL, BASE, GROUP, EFFECT, SOURCE = ("essential_oils",), ("base_oils",), ("groups",), ("effects",), ("sources",)


@dataclass(frozen=True)
class ByKind:
    """Keys whose home depends on what another column of the same row says."""

    column: str
    homes: dict[str, Homes]


# A column with one of these names holds such keys, in whatever table it stands ...
EVERYWHERE: dict[str, Homes] = {
    "oil": OIL,
    "oils": OIL,
    "group": GROUP,
    "effect": EFFECT,
    "effects": EFFECT,
    "rulebook": ("rulebooks",),
    "source": SOURCE,
}
# ... and these are the columns of one table: table -> column -> where the key stands.
ONLY: dict[str, dict[str, Homes | ByKind]] = {
    "rulebooks": {"shown_as": ("rulebooks",)},
    "limits": {
        "subject": ByKind("subject_kind", {"oil": OIL, "group": GROUP, "natural": GROUP, "prohibition": OIL + GROUP})
    },
    "conditions": {"subject": OIL + BASE, "condition": ("conditions",)},
    "contraindications": {"stricter_of": SOURCE},
}
# Keys that the program knows by heart; it cannot do without a row for each of these.
WORDS: dict[str, Homes] = {"conditions": CONDITIONS}
KINDS = ("rates", "limits")  # of rulebooks: one that gives the rates, and at least one that limits
CHILDREN = ("child_under_2", "child_2_5", "child_6_14", "child_15_17")
PERSONS = ("adult", "older", "pregnant", "breastfeeding", "sensitive", *CHILDREN)
COMPLETE = {
    ("rulebooks", "kind"): KINDS,
    ("dilution_guidance", "person"): PERSONS,
    ("conditions", "condition"): CONDITIONS,
}


def homes_of(table: str, column: str) -> Homes | ByKind | None:
    """Return where the keys in a column stand; None where it holds none.

    >>> homes_of("constituents", "oil"), homes_of("base_oils", "cas_source")
    (('essential_oils',), ('sources',))
    """
    if column.endswith("_source"):
        return SOURCE
    return ONLY.get(table, {}).get(column) or EVERYWHERE.get(column)


def key_faults(frames: dict[str, pd.DataFrame]) -> Faults:
    """Return each key that stands nowhere, and each row that is missing, among these tables whose cells are right."""
    faults = Faults()
    for table, frame in frames.items():
        parts = []
        for column in frame.columns:
            match homes_of(table, column):
                case ByKind(kind, homes):
                    cells = ((frame.loc[frame[kind] == word, column], home) for word, home in homes.items())
                    parts += [_strangers(table, column, those, home, frames) for those, home in cells]
                case tuple() as home:
                    parts.append(_strangers(table, column, frame[column], home, frames))
        faults += by_row(*parts)
    for (table, column), wanted in COMPLETE.items():
        there = set(frames[table][column]) if table in frames else set(wanted)
        faults += faults_of(
            [f"{table}.csv, column {column}: no row says {word}, wanted one" for word in wanted if word not in there]
        )
    return faults


def _strangers(table: str, column: str, cells: pd.Series, homes: Homes, frames: dict[str, pd.DataFrame]) -> Faults:
    """Return the keys of `cells` that stand in none of `homes`; nothing where a home has faults of its own."""
    if any(home not in frames for home in homes if home not in WORDS):
        return Faults()
    known = {key for home in homes for key in WORDS.get(home) or frames[home][KEYS[home][0]].tolist()}
    keys = [(row, key) for row, cell in cells.dropna().items() for key in cell.split() if key not in known]
    wanted = " or ".join(
        f"one of {', '.join(WORDS[home])}" if home in WORDS else f"one named in {home}.csv" for home in homes
    )
    strangers = pd.Series([key for _, key in keys], index=[row for row, _ in keys], dtype="str")
    return cell_faults(table, column, strangers, wanted, sorted(known))
