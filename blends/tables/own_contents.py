"""What an own oil or a certificate lists -> rows of constituents.csv, and whether it speaks of the whole oil."""

from collections.abc import Iterable
from decimal import Decimal

import pandas as pd

from blends.tables.catalogue import Catalogue
from blends.tables.constituent_names import Names, constituent_names
from blends.tables.own import OWN, OWN_PART, WHOLE_PCT, Measured, OwnOil


def is_whole(constituents: Iterable[Measured]) -> bool:
    """Return whether a list speaks of the whole oil: what was found in it adds up to WHOLE_PCT."""
    return sum((each.pct for each in constituents if not each.below), Decimal(0)) >= WHOLE_PCT


def levels(constituents: Iterable[Measured], names: Names) -> dict[str, Decimal]:
    """Return the % of each group that a list names: its members added up, or its total where that is more.

    What is called as the group is its total. What was not found counts with the bound under which it was not.
    """
    total: dict[str, Decimal] = {}
    members: dict[str, Decimal] = {}
    for each in constituents:
        if each.group:
            whole = each.name.casefold() in (each.group, names.labels.get(each.group, "").casefold())
            part = total if whole else members
            part[each.group] = part.get(each.group, Decimal(0)) + each.pct
            for wider in names.also(each.group):
                members[wider] = members.get(wider, Decimal(0)) + each.pct
    return {
        group: min(Decimal(100), max(total.get(group, Decimal(0)), members.get(group, Decimal(0))))
        for group in dict.fromkeys((*total, *members))
    }


def constituent_rows(oil: str, constituents: tuple[Measured, ...], catalogue: Catalogue, source: str) -> pd.DataFrame:
    """Return the rows that a list of constituents makes in constituents.csv, for the groups that the tables know."""
    names = constituent_names(catalogue)
    found = [
        {
            "oil": oil,
            "group": group,
            "level_pct": float(pct),
            "source": source,
            "reliability": "own",
            "basis": "as listed",
            "label": names.labels[group],
        }
        for group, pct in levels(constituents, names).items()
        if group in names.labels
    ]
    return pd.DataFrame(found, columns=list(catalogue.constituents.columns)).astype(catalogue.constituents.dtypes)


def constituents_with(catalogue: Catalogue, oils: Iterable[OwnOil]) -> pd.DataFrame:
    """Return the constituents with those of own oils; unlisted ones stay as in the oil it was made from."""
    parts = [catalogue.constituents]
    for oil in oils:
        source = OWN if is_whole(oil.constituents) else OWN_PART
        own = constituent_rows(oil.id, oil.constituents, catalogue, source)
        kept = catalogue.constituents[catalogue.constituents["oil"] == oil.made_from].assign(oil=oil.id)
        parts += [own, kept[~kept["group"].isin(own["group"])]]
    return pd.concat(parts, ignore_index=True)
