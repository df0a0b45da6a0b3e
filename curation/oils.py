"""Essential oils, base oils and claims of effects from their facts."""

from __future__ import annotations

from common import Row, Table, columns_of, read

PRINTED = ("density_printed", "density_printed_min", "density_printed_max", "density_times")
DENSITY = ("density_g_per_ml", "density_min_g_per_ml", "density_max_g_per_ml")
CLAIM_COLUMNS = ["oil", "effect", "source", "verified", "claimed_as"]


def essential_oils(claims: list[Row]) -> Table:
    """Return every oil in the order of the facts, with the effects claimed of it."""
    effects: dict[str, list[str]] = {}
    for claim in claims:
        effects.setdefault(claim["oil"], []).append(claim["effect"])
    rows = [
        row | density(row) | {"effects": " ".join(effects.get(row["id"], ()))} | oxidises(row)
        for row in read("essential_oils")
    ]
    columns = ["effects" if name == "uses" else name for name in columns_of("essential_oils") if name != "uses_source"]
    columns.insert(columns.index("oxidises_source"), "oxidises")
    columns.insert(columns.index("inci"), columns.pop(columns.index("effects")))
    return rows, with_density(columns)


def base_oils() -> Table:
    """Return every base oil in the order of the facts."""
    return [row | density(row) for row in read("base_oils")], with_density(columns_of("base_oils"))


def density(row: Row) -> Row:
    """Return a density and its range in g/mL: as printed, times the density of water where it still is to be."""
    times = float(row["density_times"] or 1)
    return {
        name: f"{float(row[printed]) * times:.3f}" if row[printed] else ""
        for name, printed in zip(DENSITY, PRINTED, strict=False)
    }


def with_density(columns: list[str]) -> list[str]:
    """Return the columns with densities in g/mL where the facts have them as printed."""
    at = columns.index(PRINTED[0])
    return columns[:at] + list(DENSITY) + [name for name in columns[at:] if name not in PRINTED]


def oxidises(row: Row) -> Row:
    """Return whether an oil goes off in the air: where a source says so."""
    return {"oxidises": "yes" if row["oxidises_source"] else ""}


def claims() -> list[Row]:
    """Return one row per oil and effect, in the order of oils and effects.

    claims.csv has what was looked up one by one. A row of essential_oils.csv names the sources of all its uses
    together, so a claim read from there names them all and is not marked as verified.
    """
    meaning = {row["claimed"]: row["effect"] for row in read("uses")}
    order = [row["id"] for row in read("effects")]
    table: list[Row] = []
    for oil in read("essential_oils"):
        found = {row["effect"]: row | {"claimed_as": ""} for row in read("claims") if row["oil"] == oil["id"]}
        for word in filter(None, oil["uses"].split("; ")):
            if word not in meaning:
                raise SystemExit(f"essential_oils.csv: the use {word!r} of {oil['id']} has no effect in uses.csv")
            new = {"oil": oil["id"], "effect": meaning[word], "source": oil["uses_source"], "verified": "no"}
            claim = found.setdefault(meaning[word], new)
            claim["claimed_as"] = "; ".join(filter(None, [claim.get("claimed_as", ""), word]))
        table += [found[effect] for effect in order if effect in found]
    return table
