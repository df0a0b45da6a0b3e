"""Essential oils, base oils, effects and claims, from the raw facts and the decision tables."""

from __future__ import annotations

import re
from pathlib import Path

from common import MEMORY, Row, Sources, decision, density, number, read

WATER = {"20": 0.9982, "25": 0.9970}  # g/mL of water, by temperature in degrees C

OIL_COLUMNS = [
    "id",
    "name",
    "botanical",
    "part",
    "chemotype",
    "effects",
    "inci",
    "inci_source",
    "inci_verified",
    "cas",
    "cas_source",
    "cas_verified",
    "density_g_per_ml",
    "density_min_g_per_ml",
    "density_max_g_per_ml",
    "density_basis",
    "density_source",
    "density_verified",
    "dermal_max_pct",
    "dermal_max_rulebook",
    "dermal_max_basis",
    "dermal_max_source",
    "dermal_max_verified",
    "phototoxic",
    "phototoxic_max_pct",
    "phototoxic_source",
    "phototoxic_verified",
    "min_age_years",
    "min_age_basis",
    "min_age_source",
    "min_age_verified",
    "pregnancy",
    "pregnancy_source",
    "pregnancy_verified",
    "breastfeeding",
    "breastfeeding_source",
    "breastfeeding_verified",
    "cautions",
    "cautions_source",
    "cautions_verified",
    "oxidises",
    "oxidises_source",
    "note",
]
BASE_COLUMNS = [
    "id",
    "name",
    "botanical",
    "inci",
    "inci_source",
    "inci_verified",
    "cas",
    "cas_source",
    "cas_verified",
    "density_g_per_ml",
    "density_min_g_per_ml",
    "density_max_g_per_ml",
    "density_at_c",
    "density_basis",
    "density_source",
    "density_verified",
    "allergen",
    "allergen_source",
    "allergen_verified",
    "solid_at_20c",
    "solid_note",
    "shelf_life_months",
    "shelf_life_source",
    "shelf_life_verified",
    "note",
]
CLAIM_COLUMNS = ["oil", "effect", "source", "verified", "claimed_as"]
EFFECT_COLUMNS = ["id", "name", "wording", "source"]

WEAK_SECOND = {"ty2014_extract", "ty2014_ch14", "knowyourremedy"}  # do not confirm a maximum on their own
OIL_BY_NAME = "name_in_essential_oils"


def yes(condition: bool) -> str:
    return "yes" if condition else "no"


def two(keys: str) -> bool:
    return len(keys.split()) > 1


def essential_oils(facts: Path, sources: Sources) -> list[Row]:
    """Return every oil of oil_ids.csv: the hand-curated rows first, then the derived ones in that order.

    oil_densities.csv fills densities that the raw facts lack, from pages found later.
    """
    raw = {row["name"]: row for row in read(facts / "essential_oils.csv")}
    confirmed = second_maxima(facts, sources)
    mine = {row["id"]: row for row in decision("oils")}
    found = {row["id"]: row for row in decision("oil_densities")}
    hand = decision("hand_essential_oils")
    oxidises = {row["id"]: row["oxidises_source"] for row in decision("oxidises")}
    for row in hand:
        row["phototoxic_max_pct"] = ""
        row["oxidises_source"] = oxidises.get(row["id"], "")
        row["oxidises"] = "yes" if row["oxidises_source"] else ""
    rows = list(hand)
    for entry in read(facts / "oil_ids.csv"):
        if entry["id"] in mine:
            name = entry[OIL_BY_NAME]
            fact = raw[name] | {k: v for k, v in found.get(entry["id"], {}).items() if k in raw[name]}
            rows.append(essential_oil(mine[entry["id"]], fact, confirmed.get(name, []), sources))
    apply_overrides("essential_oils", rows)
    sources.note_used(rows)
    return rows


def second_maxima(facts: Path, sources: Sources) -> dict[str, list[tuple[str, str]]]:
    """Return, by oil name, the (figure, source key) pairs that repeat a Tisserand and Young maximum."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read(facts / "second_sources.csv"):
        if row["field"] == "T&Y dermal maximum" and row["agrees_with_existing"] == "yes" and row["unit"] == "% w/w":
            found.setdefault(row["subject"], []).append((row["value"], row["source_url"]))
    return found


def essential_oil(mine: Row, raw: Row, seconds: list[tuple[str, str]], sources: Sources) -> Row:
    """Return one derived oil: figures from the raw facts, words from the decision table."""
    row = {column: mine.get(column, "") for column in OIL_COLUMNS}
    row |= names(raw, sources) | oil_density(mine, raw, sources) | maximum(mine, raw, seconds, sources)
    photo = sources.keys(raw["phototoxic_source_url"])
    row |= {"phototoxic": raw["phototoxic"], "phototoxic_source": photo, "phototoxic_verified": yes(two(photo))}
    row["phototoxic_max_pct"] = number(raw["phototoxic_max_leave_on_percent"])
    row |= age(mine, raw, sources)
    for field in ("pregnancy", "breastfeeding"):
        keys = sources.keys(raw[f"{field}_source_url"])
        answer = raw[f"{field}_caution"]
        row |= {field: answer, f"{field}_source": keys, f"{field}_verified": yes(answer == "avoid" and two(keys))}
    if mine["cautions"]:
        keys = sources.keys(raw["other_cautions_source_url"])
        row["cautions_source"] = sources.keys("", keys, *(k for k in mine["oxidises_source"].split() if k not in keys))
    row["cautions_verified"] = mine["cautions_verified"] if mine["cautions"] else ""
    row["oxidises"] = "yes" if mine["oxidises_source"] else ""
    return row


def names(raw: Row, sources: Sources) -> Row:
    """Return INCI name and CAS number; none is verified, none rests on two independent sources."""
    return {
        "inci": raw["inci_name"],
        "inci_source": sources.keys(raw["inci_source"]),
        "inci_verified": "no",
        "cas": raw["cas"],
        "cas_source": sources.keys(raw["cas_source"]),
        "cas_verified": "no" if raw["cas"] else "",
    }


def oil_density(mine: Row, raw: Row, sources: Sources) -> Row:
    """Return the density fields; a relative density at 20/20 or 25/25 C is multiplied by that of water."""
    if not raw["density_g_per_ml"]:
        return {"density_basis": "", "density_verified": ""}
    stated = re.search(r"times (0\.99\d\d)", mine["density_basis"])
    factor = float(stated.group(1)) if stated else 1.0
    low, _, high = raw["density_range"].partition("-")
    return {
        "density_g_per_ml": density(float(raw["density_g_per_ml"]) * factor),
        "density_min_g_per_ml": density(float(low) * factor),
        "density_max_g_per_ml": density(float(high or low) * factor),
        "density_basis": mine["density_basis"],
        "density_source": sources.keys(raw["density_source_url"]),
        "density_verified": "no",  # two agreeing sources are marked one by one in overrides.csv
    }


def maximum(mine: Row, raw: Row, seconds: list[tuple[str, str]], sources: Sources) -> Row:
    """Return the dermal maximum fields; blank stays blank, and means that no figure was found."""
    if not raw["max_dermal_percent"]:
        return {"dermal_max_basis": "", "dermal_max_verified": ""}
    value = number(raw["max_dermal_percent"])
    more = [sources.keys(address) for figure, address in seconds if number(figure) == value]
    keys = sources.keys(raw["max_dermal_source_url"], sources.keys(raw["max_dermal_second_source_url"]), *more)
    return {
        "dermal_max_pct": value,
        "dermal_max_rulebook": "ty-2014",
        "dermal_max_basis": mine["dermal_max_basis"],
        "dermal_max_source": keys,
        "dermal_max_verified": yes(bool(set(keys.split()) - WEAK_SECOND)),
    }


def age(mine: Row, raw: Row, sources: Sources) -> Row:
    """Return the minimum age fields; a number of our own reading names the project as a source."""
    found = raw["min_age_years"] and raw["min_age_is_sourced"] != "none found"
    own = raw["min_age_is_sourced"] == "no"
    keys = sources.keys(raw["min_age_source_url"], *(["project"] if own else []))
    return {
        "min_age_years": number(raw["min_age_years"]) if found else "",
        "min_age_basis": mine["min_age_basis"],
        "min_age_source": keys,
        "min_age_verified": yes(not own and two(keys)) if found else "",
    }


def apply_overrides(table: str, rows: list[Row]) -> None:
    """Change single figures as decided by hand in overrides.csv, each with its reason."""
    by_id = {row["id"]: row for row in rows}
    stems = {"dermal_max_pct": "dermal_max", "min_age_years": "min_age", "density_g_per_ml": "density"}
    for change in decision("overrides"):
        if change["table"] != table:
            continue
        row, column = by_id[change["id"]], change["column"]
        stem = stems.get(column, column)
        row[column] = change["value"]
        row[f"{stem}_verified"] = change["verified"]
        if change["source"] or not change["value"]:
            row[f"{stem}_source"] = change["source"]


def claims(facts: Path, rows: list[Row], sources: Sources) -> list[Row]:
    """Return one row per oil and effect, and write the same effects into the oils.

    The hand-made claims keep their sources. A raw cell names its sources for all its words together,
    so a derived claim names them all and is never marked as verified.
    """
    meaning = {row["claimed"]: row["effect"] for row in decision("effects_map")}
    order = [row["id"] for row in decision("hand_effects")]
    hand = decision("hand_claims")
    raw = {row["name"]: row for row in read(facts / "essential_oils.csv")}
    name_of = {row["id"]: row[OIL_BY_NAME] for row in read(facts / "oil_ids.csv")}
    table: list[Row] = []
    for oil in rows:
        mine = {row["effect"]: row | {"claimed_as": ""} for row in hand if row["oil"] == oil["id"]}
        fact = raw[name_of[oil["id"]]]
        for word in (part.strip() for part in fact["effects_claimed"].split(";")):
            effect = meaning.get(word, "")
            if not effect:
                continue
            if effect not in mine:
                keys = sources.keys(fact["effects_source_url"])
                mine[effect] = {"oil": oil["id"], "effect": effect, "source": keys, "verified": "no", "claimed_as": ""}
            mine[effect]["claimed_as"] = "; ".join(filter(None, [mine[effect]["claimed_as"], word]))
        kept = [mine[effect] for effect in order if effect in mine]
        oil["effects"] = " ".join(row["effect"] for row in kept)
        table += kept
    sources.note_used(table)
    return table


def base_oils(facts: Path, sources: Sources) -> list[Row]:
    """Return the six hand-curated base oils, then the sixteen derived ones."""
    raw = {row["name"]: row for row in read(facts / "base_oils.csv")}
    better = {row["id"]: row for row in decision("base_densities")}
    rows = decision("hand_base_oils")
    rows += [base_oil(mine, raw[mine["raw_name"]], better.get(mine["id"]), sources) for mine in decision("base_oils")]
    sources.note_used(rows)
    return rows


def base_oil(mine: Row, raw: Row, better: Row | None, sources: Sources) -> Row:
    """Return one base oil; densities relative to water are multiplied by that of water."""
    memory = raw["memory_unverified_fields"].split("; ")
    cas = raw["cas"].split(";")[0].strip()
    cas_source = MEMORY if "cas" in memory or "density_table" in raw["source_url"] else raw["source_url"]
    life = raw["shelf_life_months_min"]
    life_source = MEMORY if "shelf_life_months_min" in memory else raw["shelf_life_source_url"]
    row = {column: mine.get(column, "") for column in BASE_COLUMNS}
    row |= {
        "inci": raw["inci"],
        "inci_source": "unsourced",
        "inci_verified": "no",
        "cas": cas,
        "cas_source": sources.keys(cas_source) if cas else "",
        "cas_verified": "no" if cas else "",
        "allergen_source": "eu_1169_2011",
        "allergen_verified": "no",
        "solid_at_20c": raw["solid_at_20c"],
        "shelf_life_months": life,
        "shelf_life_source": sources.keys(life_source) if life else "",
        "shelf_life_verified": "no" if life else "",
    }
    return row | base_density(better or raw, sources)


def base_density(raw: Row, sources: Sources) -> Row:
    """Return the density fields of a base oil from one raw row, or from a row of base_densities.csv."""
    temperature = raw["density_temp_c"]
    as_printed = "unsourced" in raw["density_basis"]
    factor = 1.0 if as_printed else WATER[temperature]
    low, high = float(raw["density_min_g_ml"]), float(raw["density_max_g_ml"])
    middle = float(raw["density_typical_g_ml"] or (low + high) / 2)
    basis = (
        "g/mL as printed by a table without sources"
        if as_printed
        else (f"relative density {temperature}/{temperature} C times {factor:.4f}")
    )
    return {
        "density_g_per_ml": density(middle * factor),
        "density_min_g_per_ml": density(low * factor),
        "density_max_g_per_ml": density(high * factor),
        "density_at_c": temperature,
        "density_basis": basis,
        "density_source": sources.keys(raw["source_url"]),
        "density_verified": "no",
    }
