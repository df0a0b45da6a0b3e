"""The shipped tables with own oils beside them: a catalogue that calculates with both, and never mixes them up."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

import pandas as pd

from blends.tables.catalogue import Catalogue, with_numbers
from blends.tables.faults import Faults, TableError, by_row, fault
from blends.tables.oils import with_maxima
from blends.tables.own import OWN, OWN_PART, TABLES, Kind, OwnOil
from blends.tables.own_contents import constituents_with, is_whole
from blends.tables.own_rows import frame_of, own_faults

TITLES = {OWN: "Your own table", OWN_PART: "Your own table, which lists only a part of the oil"}
HEAD = "Your own oils have"


def with_more_rows(catalogue: Catalogue, oils: Iterable[OwnOil]) -> Catalogue:
    """Return `catalogue` with own oils beside the shipped ones; `calculate` takes it as it takes the shipped tables.

    An own oil without constituents is not assessed. One made from a shipped oil keeps what rulebooks and lists say of
    that oil, and its constituents where its own list has none. Raises TableError with every fault of every row.

    >>> from blends import calculate, read_brief, read_catalogue
    >>> cells = (("name", "My rose"), ("botanical", "Rosa × alba L."), ("part", "flower"))
    >>> rose = OwnOil("my_rose", "essential", cells)
    >>> tables = with_more_rows(read_catalogue(), [rose])
    >>> calculate(read_brief({"oils": "my_rose"}), tables).review.verdict.value
    'not assessed'
    """
    given = tuple(oils)
    return _with(catalogue, given) if given else catalogue


@lru_cache(maxsize=8)
def _with(catalogue: Catalogue, oils: tuple[OwnOil, ...]) -> Catalogue:
    frames = _checked(catalogue, oils)
    essential = tuple(oil for oil in oils if oil.kind == "essential")
    rows = {str(id_): row for id_, row in frames["essential"].iterrows()}
    limits = _as(catalogue.limits, "subject", essential, catalogue.limits["subject_kind"].isin(["oil", "prohibition"]))
    table = pd.concat([catalogue.oils, frames["essential"]])
    grown = replace(
        catalogue,
        oils=with_maxima(table.assign(made_from=_made_from(catalogue.oils, essential)), limits, catalogue.rulebooks),
        base_oils=pd.concat([catalogue.base_oils, frames["base"]]),
        limits=limits,
        purity=_as(catalogue.purity, "oil", essential),
        conditions=_as(catalogue.conditions, "subject", oils),
        claims=_claims(catalogue, essential, rows),
        constituents=constituents_with(catalogue, essential),
        allergens=_allergens(catalogue, essential),
        sources=_sources(catalogue),
        own=(*catalogue.own, *oils),
    )
    return replace(grown, profiles=_profiles(grown, essential))


def _checked(catalogue: Catalogue, oils: tuple[OwnOil, ...]) -> dict[Kind, pd.DataFrame]:
    """Return the rows of the own oils as numbers and texts. Raises TableError with all that is wrong with them."""
    faults, frames = _ids(catalogue, oils), {}
    for kind in TABLES:
        own = [(row, oil) for row, oil in enumerate(oils, 1) if oil.kind == kind]
        frame = frame_of(kind, (oil for _, oil in own), catalogue, (row for row, _ in own))
        if len(frame):
            faults += own_faults(kind, frame, catalogue)
        frames[kind] = frame
    faults = by_row(faults)
    if faults.count:
        raise TableError(faults, HEAD)
    return {kind: with_numbers(frame).set_index("id") for kind, frame in frames.items()}


def _ids(catalogue: Catalogue, oils: tuple[OwnOil, ...]) -> Faults:
    """Return each id that an oil of another kind has, and each shipped oil that is not there to be changed."""
    faults = Faults()
    for row, oil in enumerate(oils, 1):
        others = (other.id for other in oils if other.kind != oil.kind)
        if oil.id in (*catalogue.oils.index, *catalogue.base_oils.index, *others):
            faults += fault(f"row {row}, column id: read '{oil.id}' again, wanted only once", row)
        home = catalogue.oils if oil.kind == "essential" else catalogue.base_oils
        if oil.made_from and oil.made_from not in home.index:
            faults += fault(f"row {row}, column made_from: read '{oil.made_from}', wanted an oil of the tables", row)
    return faults


def _as(
    table: pd.DataFrame, column: str, oils: Iterable[OwnOil], only: "pd.Series[bool] | None" = None
) -> pd.DataFrame:
    """Return `table` with the rows of each shipped oil once more for the own oil that was made from it."""
    rows = table if only is None else table[only]
    copies = [rows[rows[column] == oil.made_from].assign(**{column: oil.id}) for oil in oils if oil.made_from]
    return pd.concat([table, *copies], ignore_index=True)


def _made_from(shipped: pd.DataFrame, oils: Iterable[OwnOil]) -> list[str]:
    before = shipped["made_from"].tolist() if "made_from" in shipped else [""] * len(shipped)
    return [*before, *(oil.made_from for oil in oils)]


def _claims(catalogue: Catalogue, oils: Iterable[OwnOil], rows: dict[str, pd.Series]) -> pd.DataFrame:
    """Return the claims with those of own oils: as in the tables where they are the shipped oil's, else one's own."""
    kept = _as(catalogue.claims, "oil", oils)
    there = set(zip(kept["oil"], kept["effect"], strict=True))
    wanted = [(oil.id, effect) for oil in oils for effect in _words(rows[oil.id]["effects"])]
    listed = set(wanted) | set(zip(catalogue.claims["oil"], catalogue.claims["effect"], strict=True))
    new = [
        {"oil": oil, "effect": effect, "source": OWN, "verified": "no"}
        for oil, effect in wanted
        if (oil, effect) not in there
    ]
    kept = kept[[pair in listed for pair in zip(kept["oil"], kept["effect"], strict=True)]]
    added = pd.DataFrame(new, columns=list(kept.columns)).astype(kept.dtypes)
    return pd.concat([kept, added], ignore_index=True)


def _profiles(grown: Catalogue, oils: Iterable[OwnOil]) -> pd.DataFrame:
    """Return what each rulebook says of the own oils: as of the shipped one, or by their own list if it is whole."""
    table = _as(grown.profiles, "oil", oils)
    books, new = grown.rulebooks, []
    judging = books[(books["kind"] == "limits") & books["judges"].notna() & books["shown_as"].isna()].index
    for oil in oils:
        if not oil.made_from:
            whole = is_whole(oil.constituents, grown)
            state = "by_constituents" if whole else "unknown"
            said = "by your own table" if whole else "your own table lists too little of the oil to judge the whole"
            row = {"oil": oil.id, "state": state, "source": OWN if whole else None, "how_read": said}
            new += [{**row, "rulebook": book} for book in judging]
    return pd.concat([table, pd.DataFrame(new, columns=list(table.columns)).astype(table.dtypes)], ignore_index=True)


def _allergens(catalogue: Catalogue, oils: Iterable[OwnOil]) -> pd.DataFrame:
    """Return the label names; one that stands for a whole oil stands for what was made from it."""
    more: dict[str, list[str]] = {}
    for oil in oils:
        more.setdefault(oil.made_from, []).append(oil.id)

    def grown(cell: object) -> object:
        ids = _words(cell)
        return " ".join([*ids, *(own for id_ in ids for own in more.get(id_, []))]) or None

    return catalogue.allergens.assign(oils=catalogue.allergens["oils"].map(grown).astype("str"))


def _sources(catalogue: Catalogue) -> pd.DataFrame:
    new = {key: title for key, title in TITLES.items() if key not in catalogue.sources.index}
    return with_sources(catalogue.sources, new, "own")


def with_sources(table: pd.DataFrame, titles: dict[str, str], kind: str) -> pd.DataFrame:
    """Return the sources with these keys and titles."""
    rows = pd.DataFrame(
        [{"kind": kind, "title": title} for title in titles.values()],
        index=pd.Index(list(titles), name=table.index.name),
        columns=list(table.columns),
    )
    return pd.concat([table, rows.astype(table.dtypes)]) if titles else table


def _words(cell: object) -> list[str]:
    return cell.split() if isinstance(cell, str) else []
