"""Keys of sources -> titles with their year, and addresses."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from blends.tables.catalogue import Catalogue


@dataclass(frozen=True)
class Source:
    """Where a fact was read: title with its year, and an address or ""."""

    title: str
    address: str


def sources_of(keys: Any, catalogue: Catalogue) -> tuple[Source, ...]:  # noqa: ANN401 - a cell
    """Return the sources that a cell of keys names; none for a blank."""
    text = keys if isinstance(keys, str) else "" if pd.isna(keys) else str(keys)
    return tuple(_source(key, catalogue) for key in text.split())


@lru_cache(maxsize=2000)
def _source(key: str, catalogue: Catalogue) -> Source:
    row = catalogue.sources.loc[key].fillna("").to_dict()
    year = f" ({row['year']})" if row["year"] else ""
    return Source(f"{row['title']}{year}", str(row["address"]))
