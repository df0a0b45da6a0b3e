"""Which oils a few typed letters mean: common, botanical or INCI name, accents and case ignored."""

import unicodedata

import pandas as pd


def plain(text: str) -> str:
    """Return `text` without accents and case.

    >>> plain("Pélargonium × ASPERUM")
    'pelargonium × asperum'
    """
    letters = unicodedata.normalize("NFKD", text[:300])
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def found(table: pd.DataFrame, typed: str) -> tuple[str, ...]:
    """Return the ids of the rows of `table` that hold every word of `typed` in a name; all ids for no word.

    >>> from blends.tables.catalogue import read_catalogue
    >>> found(read_catalogue().oils, "lavandula ANGUST")
    ('lavender',)
    """
    words = plain(typed).split()
    names = table["name"] + " " + table["botanical"] + " " + table["inci"].fillna("") + " " + table.index
    names += " " + table["cas"].fillna("")
    return tuple(str(id_) for id_, text in names.items() if all(word in plain(str(text)) for word in words))
