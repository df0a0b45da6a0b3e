"""data/*.csv -> checked tables."""

from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path

import pandas as pd

from blends.tables.agreement import faults_between, row_faults
from blends.tables.columns import COLUMNS, NUMBERS
from blends.tables.faults import LONGEST_PATH, Faults, TableError, fault, shown
from blends.tables.keys import key_faults
from blends.tables.oils import (
    BaseOil,
    Composition,
    Effect,
    EssentialOil,
    Place,
    Rates,
    base_oil,
    essential_oil,
    rates,
    with_maxima,
)
from blends.tables.own import Certificate, OwnOil
from blends.tables.schema import faults_in
from blends.tables.table_file import read_table

PACKAGE = Path(__file__).parent.parent


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The checked tables, one pandas frame for each file of data/; a table with an id is indexed by it.

    Columns, units and meanings: data/README.md. A blank is missing (NaN) and means: no figure found.
    What stands in another file is joined when read: an oil's `dermal_max_...`, a constituent's `label`.
    own, certificates: what of one's own was put in by tables/more_rows.py and tables/certified.py, to be handed on.
    """

    oils: pd.DataFrame
    base_oils: pd.DataFrame
    effects: pd.DataFrame
    claims: pd.DataFrame
    compositions: pd.DataFrame
    constituents: pd.DataFrame
    groups: pd.DataFrame
    constituent_names: pd.DataFrame
    limits: pd.DataFrame
    profiles: pd.DataFrame
    purity: pd.DataFrame
    sums: pd.DataFrame
    rulebooks: pd.DataFrame
    allergens: pd.DataFrame
    dilution_guidance: pd.DataFrame
    conditions: pd.DataFrame
    contraindications: pd.DataFrame
    retired: pd.DataFrame
    sources: pd.DataFrame
    own: tuple[OwnOil, ...] = ()
    certificates: tuple[Certificate, ...] = ()

    @cached_property
    def oil_by_id(self) -> dict[str, EssentialOil]:
        """Return each essential oil as a thing with a name, made once."""
        return {str(id_): essential_oil(str(id_), row) for id_, row in self.oils.iterrows()}

    @cached_property
    def base_oil_by_id(self) -> dict[str, BaseOil]:
        """Return each base oil as a thing with a name, made once."""
        return {str(id_): base_oil(str(id_), row) for id_, row in self.base_oils.iterrows()}

    @cached_property
    def effect_by_id(self) -> dict[str, Effect]:
        """Return each effect with its name and its wording, made once."""
        return {str(id_): Effect(str(row["name"]), str(row["wording"])) for id_, row in self.effects.iterrows()}

    @cached_property
    def oils_by_effect(self) -> dict[str, tuple[str, ...]]:
        """Return the ids of the oils traditionally used for each effect, in the order of the table; made once."""
        order = {str(id_): place for place, id_ in enumerate(self.oils.index)}
        found: dict[str, list[str]] = {str(effect): [] for effect in self.effect_by_id}
        for oil, effect in zip(self.claims["oil"], self.claims["effect"], strict=True):
            found[str(effect)].append(str(oil))
        return {effect: tuple(sorted(set(oils), key=order.__getitem__)) for effect, oils in found.items()}

    @cached_property
    def when_not_to_massage(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return what speaks against a massage: each advice with its conditions, in the table's order; made once."""
        groups = self.contraindications.groupby("advice", sort=False)
        return tuple((str(advice), tuple(map(str, rows["condition"]))) for advice, rows in groups)

    @cached_property
    def retired_by_id(self) -> dict[str, tuple[str, str]]:
        """Return the name of each oil no longer in the table, and why it went; made once."""
        return {str(id_): (str(row["name"]), str(row["why"])) for id_, row in self.retired.iterrows()}

    @cached_property
    def mark(self) -> str:
        """Return a few letters that are others as soon as one cell of any table is; made once."""
        told = sha256()
        for frame in vars(self).copy().values():
            if isinstance(frame, pd.DataFrame):
                told.update(frame.to_csv().encode())
        return told.hexdigest()[:12]

    @cached_property
    def guidance_by_person(self) -> dict[str, Rates]:
        """Return the usual and the highest dilution of each kind of person; made once."""
        rows = self.dilution_guidance.reset_index().to_dict("records")
        return {str(row["person"]): rates(row) for row in rows}

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

    Raises TableError (a BlendError), whatever lies there, with the faults of every file: file, row, column, what was
    read, what is wanted. A table is held against the others once its own cells are right.

    >>> read_catalogue().oils.loc["nutmeg", "dermal_max_pct"]
    np.float64(0.8)
    """
    frames, faults = _checked(shipped_data() if folder is None else _folder(folder))
    if faults.count:
        raise TableError(faults)
    frames = {table: with_numbers(frame) for table, frame in frames.items()}
    groups, rulebooks = frames["groups"].set_index("id"), frames["rulebooks"].set_index("id")
    return Catalogue(
        oils=with_maxima(frames["essential_oils"].set_index("id"), frames["limits"], rulebooks),
        base_oils=frames["base_oils"].set_index("id"),
        effects=frames["effects"].set_index("id"),
        claims=frames["claims"],
        compositions=frames["compositions"],
        constituents=frames["constituents"].assign(label=frames["constituents"]["group"].map(groups["label"])),
        groups=groups,
        constituent_names=frames["constituent_names"],
        limits=frames["limits"],
        profiles=frames["profiles"],
        purity=frames["purity"],
        sums=frames["sums"],
        rulebooks=rulebooks,
        allergens=frames["allergens"].set_index("label"),
        dilution_guidance=frames["dilution_guidance"].set_index("person"),
        conditions=frames["conditions"],
        contraindications=frames["contraindications"],
        retired=frames["retired"].set_index("id"),
        sources=frames["sources"].set_index("key"),
    )


@cache
def shipped_tables() -> Catalogue:
    """Return the shipped tables, read and checked once per process: for every page, route and link."""
    return read_catalogue()


def shipped_data() -> Path:
    """Return the folder of the shipped tables: inside the package once installed, beside it in a checkout."""
    inside = PACKAGE / "data"
    return inside if inside.is_dir() else PACKAGE.parent / "data"


def with_numbers(texts: pd.DataFrame) -> pd.DataFrame:
    """Return a table of texts with the columns that hold numbers as numbers."""
    frame = texts.reset_index(drop=True)
    for column in frame.columns.intersection(list(NUMBERS)):
        frame[column] = pd.to_numeric(frame[column])
    return frame


def _folder(given: object) -> Path:
    """Return the folder that was given; raises TableError where it is none."""
    try:
        folder = Path(given)  # type: ignore[arg-type]
        if folder.is_dir():
            return folder
        reason = "is no folder" if folder.exists() else "does not exist"
    except OSError as error:
        reason = f"cannot be opened ({error.strerror or type(error).__name__})"
    except (TypeError, ValueError):
        reason = "is no path"
    raise TableError(fault(f"{shown(given, LONGEST_PATH)} {reason}; wanted a folder of tables, such as data"))


def _checked(folder: Path) -> tuple[dict[str, pd.DataFrame], Faults]:
    """Return the tables as texts and all that is wrong; a table with a fault of its own is not asked about others."""
    frames, faults = {}, Faults()
    for table in COLUMNS:
        frame, own = read_table(folder, table)
        own += faults_in(table, frame)
        if not own.count:
            own = row_faults(table, frame)
        if not own.count:
            frames[table] = frame
        faults += own
    faults += key_faults(frames)
    return frames, faults if faults.count else faults_between(frames)
