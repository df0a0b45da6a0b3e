"""The tables with a certificate in them: what a laboratory found in one bottle stands in for the figures of the table.

The careful rule. What the certificate lists replaces the table's figure. What it does not list keeps the table's
figure: not looked for is not absent. What it looked for and did not find counts with the bound under which it did not
find it. An oil whose whole composition nobody knows becomes known only by a certificate that lists 90 % of it.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

import pandas as pd

from blends.errors import BlendError, quote
from blends.tables.catalogue import Catalogue
from blends.tables.constituent_names import constituent_names
from blends.tables.more_rows import with_more_rows, with_sources
from blends.tables.own import CERTIFICATE, PART, Certificate, OwnOil
from blends.tables.own_contents import constituent_rows, is_whole, standing


def with_certificate(catalogue: Catalogue, oil: str, certificate: Certificate) -> Catalogue:
    """Return `catalogue` with what `certificate` says of `oil`, for a blend made from that very bottle.

    A density replaces the table's. Limits on the whole oil stay as they are: no laboratory sets them.
    Raises BlendError for an oil that is not in the tables, and for a certificate of another oil.

    >>> from decimal import Decimal
    >>> from blends.tables.catalogue import read_catalogue
    >>> from blends.tables.own import Measured
    >>> found = Certificate("b1", "clove_bud", (Measured("Eugenol", "eugenol", Decimal(70)),), lot="L7")
    >>> tables = with_certificate(read_catalogue(), "clove_bud", found)
    >>> rows = tables.constituents.query("oil == 'clove_bud' and group == 'eugenol'")
    >>> rows[["level_pct", "source"]].values.tolist()
    [[70.0, 'certificate_clove_bud_part']]
    """
    if certificate.oil != oil:
        raise BlendError(f"This certificate is of {quote(certificate.oil)}, not of {quote(oil)}. Choose the right one.")
    if oil not in catalogue.oils.index and oil not in catalogue.base_oils.index:
        raise BlendError(f"{quote(oil)} is not an oil of the tables. Write one of them, such as lavender.", "oil")
    return _with(catalogue, oil, certificate)


def with_own_figures(catalogue: Catalogue, oils: Iterable[OwnOil], certificates: Iterable[Certificate]) -> Catalogue:
    """Return `catalogue` with own oils and certificates, such as the file of a recipe carries. Raises BlendError."""
    grown = with_more_rows(catalogue, oils)
    for each in certificates:
        grown = with_certificate(grown, each.oil, each)
    return grown


@lru_cache(maxsize=8)
def _with(catalogue: Catalogue, oil: str, certificate: Certificate) -> Catalogue:
    whole = is_whole(certificate.constituents, catalogue)
    key = f"{CERTIFICATE}{oil}{'' if whole else PART}"
    if oil in catalogue.base_oils.index:  # no rule looks into a base oil; its density counts
        found = constituent_rows(oil, (), catalogue, key)
    else:
        found = constituent_rows(oil, certificate.constituents, catalogue, key)
    mine = catalogue.constituents["oil"] == oil
    known = standing(catalogue.constituents[mine], found, certificate.constituents, constituent_names(catalogue))
    grown = replace(
        catalogue,
        oils=_with_density(catalogue.oils, oil, certificate, key),
        base_oils=_with_density(catalogue.base_oils, oil, certificate, key),
        constituents=pd.concat([catalogue.constituents[~mine], known], ignore_index=True),
        sources=with_sources(catalogue.sources, {key: _title(certificate)}, "certificate"),
        certificates=(*(each for each in catalogue.certificates if each.oil != oil), certificate),
    )
    return replace(grown, profiles=_profiles(grown.profiles, oil, key)) if whole else grown


def _with_density(table: pd.DataFrame, oil: str, certificate: Certificate, key: str) -> pd.DataFrame:
    if certificate.density_g_per_ml is None or oil not in table.index:
        return table
    changed = table.copy()
    changed.loc[oil, ["density_g_per_ml", "density_min_g_per_ml", "density_max_g_per_ml"]] = [
        float(certificate.density_g_per_ml),
        None,
        None,
    ]
    changed.loc[oil, "density_basis"] = "as the certificate says"
    changed.loc[oil, "density_source"] = key
    changed.loc[oil, "density_verified"] = "no"
    return changed


def _profiles(profiles: pd.DataFrame, oil: str, key: str) -> pd.DataFrame:
    """Return what the rulebooks say of the oil, judged by the certificate where nothing was known of it."""
    unknown = (profiles["oil"] == oil) & (profiles["state"] == "unknown")
    changed = profiles.copy()
    changed.loc[unknown, ["state", "source", "how_read"]] = [
        "by_constituents",
        key,
        "by the certificate of your bottle",
    ]
    return changed


def _title(certificate: Certificate) -> str:
    lot = f"lot {certificate.lot}" if certificate.lot else "lot not stated"
    day = f"analysed on {certificate.analysed_on:%-d %B %Y}" if certificate.analysed_on else ""
    return ", ".join(filter(None, (f"Certificate of your bottle ({lot})", certificate.lab, day)))
