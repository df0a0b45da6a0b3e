"""What an own oil or a certificate lists -> rows of constituents.csv, and whether it speaks of the whole oil."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pandas as pd

from blends.tables.catalogue import Catalogue
from blends.tables.constituent_names import Names, constituent_names
from blends.tables.own import OWN, OWN_PART, WHOLE_PCT, Measured, OwnOil

UNKNOWN_PCT = Decimal(1)  # of what nobody here knows, one constituent of an oil that counts as known has no more


def is_whole(constituents: Iterable[Measured], catalogue: Catalogue) -> bool:
    """Return whether a list speaks of the whole oil: what was found under names we know adds up to WHOLE_PCT.

    A name nobody here knows, of more than UNKNOWN_PCT, may be another word for what is limited, or for a whole class.
    Nothing counts twice: neither a substance named twice, nor a total beside its parts, nor what is in two groups.
    """
    names = constituent_names(catalogue)
    once: dict[str, Measured] = {}  # the same substance under two names, or twice, is there once
    for each in grouped(constituents, names):
        key = names.id_of(each.name)
        if not each.below and (key not in once or once[key].pct < each.pct):
            once[key] = each
    found = tuple(once.values())
    if any(not each.group and each.pct > UNKNOWN_PCT for each in found):
        return False
    listed = {each.group for each in found if each.group}
    wider = {other for group in listed for other in names.also(group)}
    return sum((pct for group, pct in levels(found, names).items() if group in listed - wider), Decimal(0)) >= WHOLE_PCT


def grouped(constituents: Iterable[Measured], names: Names) -> tuple[Measured, ...]:
    """Return a list with the group that each name means today: one kept since is no worse than one written now."""
    return tuple(replace(each, group=_group(each, names)) for each in constituents)


def _group(each: Measured, names: Names) -> str:
    return names.group(each.name) or (each.group if each.group in names.labels else "")


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
        for group, pct in levels(grouped(constituents, names), names).items()
        if group in names.labels
    ]
    return pd.DataFrame(found, columns=list(catalogue.constituents.columns)).astype(catalogue.constituents.dtypes)


def standing(before: pd.DataFrame, found: pd.DataFrame, listed: Iterable[Measured], names: Names) -> pd.DataFrame:
    """Return the rows of one oil once a list of its constituents is known: what it lists replaces, the rest stays.

    Of a group of several constituents a list that names only some says nothing of the others: the larger figure
    stands then. before: the rows of the oil as they were; found: those that the list makes.
    """
    written = [each.name for each in listed]
    figures = dict(zip(before["group"], before["level_pct"], strict=True))
    less = [
        group
        for group, pct in zip(found["group"], found["level_pct"], strict=True)
        if figures.get(group, 0.0) > pct and not names.covers(group, written)
    ]
    found = found[~found["group"].isin(less)]
    return pd.concat([found, before[~before["group"].isin(found["group"])]], ignore_index=True)


def constituents_with(catalogue: Catalogue, oils: Iterable[OwnOil]) -> pd.DataFrame:
    """Return the constituents with those of own oils; unlisted ones stay as in the oil it was made from."""
    names, parts = constituent_names(catalogue), [catalogue.constituents]
    for oil in oils:
        source = OWN if is_whole(oil.constituents, catalogue) else OWN_PART
        own = constituent_rows(oil.id, oil.constituents, catalogue, source)
        kept = catalogue.constituents[catalogue.constituents["oil"] == oil.made_from].assign(oil=oil.id)
        parts.append(standing(kept, own, oil.constituents, names))
    return pd.concat(parts, ignore_index=True)
