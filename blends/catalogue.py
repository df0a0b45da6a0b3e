"""data/*.csv -> checked tables; the only file that reads CSV."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pandas as pd

from blends.columns import COLUMNS, NUMBERS
from blends.errors import BlendError
from blends.oils import BaseOil, Composition, EssentialOil, Place, base_oil, essential_oil
from blends.schema import faults_in

PACKAGE = Path(__file__).parent


class TableError(BlendError):
    """The tables cannot be used; `faults` holds a sentence for each thing to mend."""

    def __init__(self, faults: list[str]) -> None:
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__(f"The tables have {count}:\n" + "\n".join(f"- {fault}" for fault in faults))
        self.faults = faults


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The checked tables, as pandas frames; `oils` and `base_oils` are indexed by id.

    Columns, units and meanings: data/README.md. A blank is missing (NaN) and means: no figure found.
    """

    oils: pd.DataFrame
    base_oils: pd.DataFrame
    effects: pd.DataFrame
    claims: pd.DataFrame
    compositions: pd.DataFrame
    constituents: pd.DataFrame
    limits: pd.DataFrame
    rulebooks: pd.DataFrame
    allergens: pd.DataFrame
    dilution_guidance: pd.DataFrame
    conditions: pd.DataFrame
    contraindications: pd.DataFrame
    retired: pd.DataFrame
    sources: pd.DataFrame

    @cached_property
    def oil_by_id(self) -> dict[str, EssentialOil]:
        """Return each essential oil as a thing with a name, made once."""
        return {str(id_): essential_oil(str(id_), row) for id_, row in self.oils.iterrows()}

    @cached_property
    def base_oil_by_id(self) -> dict[str, BaseOil]:
        """Return each base oil as a thing with a name, made once."""
        return {str(id_): base_oil(str(id_), row) for id_, row in self.base_oils.iterrows()}

    @cached_property
    def guidance_by_person(self) -> dict[str, tuple[float, float, str, bool]]:
        """Return the usual and the highest dilution in % by volume, the sources, and whether verified; made once."""
        rows = self.dilution_guidance.itertuples()
        return {
            str(row.Index): (float(row.usual_pct), float(row.ceiling_pct), str(row.source), str(row.verified) == "yes")  # type: ignore[arg-type]
            for row in rows
        }

    @cached_property
    def composition_by_id(self) -> dict[str, Composition]:
        """Return each ready composition, its places in order."""
        made = {}
        for (id_, effect), rows in self.compositions.groupby(["composition", "effect"], sort=False):
            places = []
            for _, place in rows.groupby("place"):
                default = place.loc[place["default"] == "yes", "oil"].iloc[0]
                places.append(Place(default, tuple(place["oil"])))
            made[str(id_)] = Composition(str(id_), str(effect), tuple(places))
        return made


def read_catalogue(folder: str | Path | None = None) -> Catalogue:
    """Return the tables of `folder`, or the ones shipped with this package.

    Raises TableError with every fault of every file: file, row, column, what was read, what is wanted.

    >>> read_catalogue().oils.loc["nutmeg", "dermal_max_pct"]
    np.float64(0.8)
    """
    home = Path(folder) if folder is not None else shipped_data()
    faults: list[str] = []
    frames = {table: _read_table(home / f"{table}.csv", faults) for table in COLUMNS}
    if not faults:
        faults = _faults_between(frames)
    if faults:
        raise TableError(faults)
    for frame in frames.values():
        for column in frame.columns.intersection(list(NUMBERS)):
            frame[column] = pd.to_numeric(frame[column])
    return Catalogue(
        oils=frames["essential_oils"].set_index("id"),
        base_oils=frames["base_oils"].set_index("id"),
        effects=frames["effects"].set_index("id"),
        claims=frames["claims"],
        compositions=frames["compositions"],
        constituents=frames["constituents"],
        limits=frames["limits"],
        rulebooks=frames["rulebooks"].set_index("id"),
        allergens=frames["allergens"].set_index("label"),
        dilution_guidance=frames["dilution_guidance"].set_index("person"),
        conditions=frames["conditions"],
        contraindications=frames["contraindications"],
        retired=frames["retired"].set_index("id"),
        sources=frames["sources"].set_index("key"),
    )


@cache
def shipped_tables() -> Catalogue:
    """Return the shipped tables, read and checked once per process: for every page and every route."""
    return read_catalogue()


def shipped_data() -> Path:
    """Return the folder of the shipped tables: inside the package once installed, beside it in a checkout."""
    inside = PACKAGE / "data"
    return inside if inside.is_dir() else PACKAGE.parent / "data"


def _read_table(path: Path, faults: list[str]) -> pd.DataFrame:
    """Return the table at `path` with every cell as text; what is wrong goes into `faults`."""
    try:
        ragged = _ragged_rows(path)
        if ragged:
            faults += [f"{path.name}, {row}" for row in ragged]
            return pd.DataFrame()
        frame = pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8-sig")
    except FileNotFoundError:
        faults.append(f"{path.name}: the file is missing from {path.parent}")
    except UnicodeDecodeError as error:
        faults.append(f"{path.name}: byte {error.start + 1} is not UTF-8; save the table as UTF-8")
    except pd.errors.EmptyDataError:
        faults.append(f"{path.name}: the file is empty; its first row names the columns")
    except (pd.errors.ParserError, csv.Error) as error:
        faults.append(f"{path.name}: {error}")
    else:
        if frame.empty and path.stem != "retired":
            faults.append(f"{path.name}: there is no row below the names of the columns")
        faults += faults_in(path.stem, frame)
        return frame
    return pd.DataFrame()


def _ragged_rows(path: Path) -> list[str]:
    """Return the rows with more or fewer cells than the table has columns; pandas would shift or pad them."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    return [
        f"row {number}: read {len(row)} cells, wanted {len(rows[0])}"
        for number, row in enumerate(rows[1:], 2)
        if row and len(row) != len(rows[0])
    ]


def _faults_between(frames: dict[str, pd.DataFrame]) -> list[str]:
    """Return what the tables say about each other that does not fit."""
    oils, sources = set(frames["essential_oils"]["id"]), set(frames["sources"]["key"])
    effects = set(frames["effects"]["id"])
    faults: list[str] = []

    def unknown(table: str, column: str, known: Iterable[str], where: str) -> None:
        for row, cell in frames[table][column].dropna().items():
            faults.extend(
                f"{table}.csv, row {int(str(row)) + 2}, column {column}: read {word!r}, wanted one named in {where}"
                for word in cell.split()
                if word not in known
            )

    for table, frame in frames.items():
        for column in frame.columns:
            if column == "source" or column.endswith("_source"):
                unknown(table, column, sources, "sources.csv")
    unknown("essential_oils", "effects", effects, "effects.csv")
    unknown("essential_oils", "dermal_max_rulebook", set(frames["rulebooks"]["id"]), "rulebooks.csv")
    unknown("limits", "rulebook", set(frames["rulebooks"]["id"]), "rulebooks.csv")
    unknown("constituents", "oil", oils, "essential_oils.csv")
    unknown("allergens", "oils", oils, "essential_oils.csv")
    unknown("conditions", "subject", oils | set(frames["base_oils"]["id"]), "essential_oils.csv and base_oils.csv")
    for table in ("claims", "compositions"):
        unknown(table, "oil", oils, "essential_oils.csv")
        unknown(table, "effect", effects, "effects.csv")
    claimed = set(zip(frames["claims"]["oil"], frames["claims"]["effect"], strict=True))
    oil_effects = frames["essential_oils"].set_index("id")["effects"].dropna()
    listed = {(str(oil), effect) for oil, cell in oil_effects.items() for effect in cell.split()}
    faults += [
        f"claims.csv: {oil} has the effect {effect} in essential_oils.csv but no claim with a source"
        for oil, effect in sorted(listed - claimed)
    ]
    faults += [
        f"claims.csv: {oil} is said to have {effect}, which essential_oils.csv does not list"
        for oil, effect in sorted(claimed - listed)
    ]
    for (id_, place), rows in frames["compositions"].groupby(["composition", "place"]):
        if (count := int((rows["default"] == "yes").sum())) != 1:
            faults.append(f"compositions.csv: place {place!s} of {id_!s} has {count} defaults, wanted 1")
    return faults
