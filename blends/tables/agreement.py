"""What the tables say twice must agree, and what stands in one row must fit together."""

from itertools import islice

import pandas as pd

from blends.tables.columns import NUMBERS
from blends.tables.faults import LISTED, Faults, by_row, cell_faults, faults_of

# Figures of one row, from the lowest to the highest; a blank is passed over.
ORDERS: dict[str, list[tuple[str, ...]]] = {
    "essential_oils": [("density_min_g_per_ml", "density_g_per_ml", "density_max_g_per_ml")],
    "base_oils": [("density_min_g_per_ml", "density_g_per_ml", "density_max_g_per_ml")],
    "constituents": [("min_pct", "level_pct", "max_pct")],
    "dilution_guidance": [("usual_pct", "ceiling_pct")],
}
NO_CAP = "no cap"  # words of a note that says why a phototoxic oil has none


def row_faults(table: str, frame: pd.DataFrame) -> Faults:
    """Return what the cells of one row say that does not fit: order of figures, sources, phototoxic caps."""
    parts = [_order(table, frame, low, high) for low, high in _pairs(table)]
    parts += [
        _companions(table, frame, column) for column in frame.columns if column.endswith(("_source", "_verified"))
    ]
    if table == "essential_oils":
        says_why = frame["note"].fillna("").str.contains(NO_CAP, case=False, regex=False)
        bare = frame[(frame["phototoxic"] == "yes") & frame["phototoxic_max_pct"].isna() & ~says_why]
        wanted = f"a cap for an oil that is phototoxic, or a note that says '{NO_CAP}' and why"
        parts.append(cell_faults(table, "phototoxic_max_pct", bare["phototoxic_max_pct"], wanted))
    return by_row(*parts)


def faults_between(frames: dict[str, pd.DataFrame]) -> Faults:
    """Return where tables contradict each other; every table is there, and each of its keys stands somewhere."""
    return (
        _claims(frames["essential_oils"], frames["claims"])
        + _compositions(frames["compositions"])
        + _profiles(frames)
        + _sums(frames["sums"], frames["limits"])
        + _retired(frames)
    )


def _pairs(table: str) -> list[tuple[str, str]]:
    return [(low, high) for order in ORDERS.get(table, []) for i, low in enumerate(order) for high in order[i + 1 :]]


def _order(table: str, frame: pd.DataFrame, low: str, high: str) -> Faults:
    wrong = frame[pd.to_numeric(frame[low]) > pd.to_numeric(frame[high])]
    cells = zip(map(int, wrong.index), wrong[low].tolist(), wrong[high].tolist(), strict=True)
    listed = [
        (row, f"{table}.csv, row {row}, column {low}: read {below}, wanted at most the {above} of {high}")
        for row, below, above in islice(cells, LISTED)
    ]
    return Faults(tuple(listed), len(wrong))


def _companions(table: str, frame: pd.DataFrame, column: str) -> Faults:
    """Return the figures without a source, or without a word on whether it is verified."""
    fact = column.rpartition("_")[0]
    values = [name for name in frame.columns if name == fact or (name.startswith(f"{fact}_") and name in NUMBERS)]
    given = pd.Series(False, index=frame.index)
    for value in values:
        given |= frame[value].notna()
    bare = frame.loc[given & frame[column].isna(), column]
    what = "the key of a source" if column.endswith("_source") else "yes or no"
    return cell_faults(table, column, bare, f"{what}, because {' or '.join(values)} is given")


def _claims(oils: pd.DataFrame, claims: pd.DataFrame) -> Faults:
    claimed = set(zip(claims["oil"], claims["effect"], strict=True))
    effects = oils.set_index("id")["effects"].dropna()
    listed = {(str(oil), effect) for oil, cell in effects.items() for effect in str(cell).split()}
    return faults_of(
        [
            f"claims.csv: {oil} has the effect {effect} in essential_oils.csv but no claim with a source"
            for oil, effect in sorted(listed - claimed)
        ]
        + [
            f"claims.csv: {oil} is said to have {effect}, which essential_oils.csv does not list"
            for oil, effect in sorted(claimed - listed)
        ]
    )


def _compositions(rows: pd.DataFrame) -> Faults:
    defaults = (rows["default"] == "yes").groupby([rows["composition"], rows["place"]]).sum()
    effects = rows.groupby("composition")["effect"].nunique()
    return faults_of(
        [
            f"compositions.csv: place {place} of {id_} has {count} defaults, wanted 1"
            for (id_, place), count in zip(defaults.index, defaults, strict=True)
            if count != 1
        ]
        + [f"compositions.csv: {id_} has {count} effects, wanted 1" for id_, count in effects.items() if count != 1]
    )


def _profiles(frames: dict[str, pd.DataFrame]) -> Faults:
    """Return each oil of which a rulebook that judges says nothing, or something that limits and levels belie."""
    rows, limits, levels = frames["profiles"], frames["limits"], frames["constituents"]
    books = frames["rulebooks"]
    judging = books.loc[(books["kind"] == "limits") & books["judges"].notna() & books["shown_as"].isna(), "id"]
    pairs = list(zip(rows["oil"], rows["rulebook"], strict=True))
    wanted = [(oil, book) for oil in frames["essential_oils"]["id"] for book in judging]
    there, known = dict.fromkeys(pairs).keys(), set(wanted)
    faults = faults_of(
        [f"profiles.csv: no row says what {book} says of {oil}" for oil, book in wanted if (oil, book) not in there]
        + [f"profiles.csv: {book} judges nothing, and speaks of {oil}" for oil, book in sorted(there - known)]
    )
    whole = limits[limits["subject_kind"] == "oil"]
    stated = set(zip(whole["subject"], whole["rulebook"], strict=True))
    held = set(levels.loc[levels["level_pct"].notna(), "oil"])
    says = rows["state"] == "limit"
    right = pd.Series([pair in stated for pair in pairs], index=rows.index, dtype=bool)
    bare = (rows["state"] == "by_constituents") & ~rows["oil"].isin(held)
    return (
        faults
        + cell_faults("profiles", "state", rows.loc[says & ~right, "state"], "a limit on this oil in limits.csv")
        + cell_faults("profiles", "state", rows.loc[right & ~says, "state"], "limit, because limits.csv has one")
        + cell_faults("profiles", "state", rows.loc[bare, "state"], "a level that decides in constituents.csv")
        + cell_faults(
            "profiles",
            "source",
            rows.loc[(rows["state"] != "unknown") & rows["source"].isna(), "source"],
            "the key of a source, unless the state is unknown",
        )
    )


def _sums(sums: pd.DataFrame, limits: pd.DataFrame) -> Faults:
    """Return each group of a sum on which its rulebook sets no limit: it would add nothing, in silence."""
    grouped = limits[limits["subject_kind"] == "group"]
    limited = set(zip(grouped["rulebook"], grouped["subject"], strict=True))
    faults = Faults()
    for book, rows in sums.groupby("rulebook"):
        wrong = rows["group"][[(book, group) not in limited for group in rows["group"]]]
        faults += cell_faults("sums", "group", wrong, f"a group on which {book} sets a limit")
    return faults


def _retired(frames: dict[str, pd.DataFrame]) -> Faults:
    living = pd.concat([frames["essential_oils"]["id"], frames["base_oils"]["id"]])
    back = frames["retired"]["id"]
    return cell_faults("retired", "id", back[back.isin(living)], "an id that no oil has any more")
