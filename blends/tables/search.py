"""Which oils a few typed letters mean: common, botanical or INCI name, accents and case ignored."""

import re
import unicodedata
from difflib import get_close_matches

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

    They come in the order of their names, as one looks for them in a list. Where none does, the
    nearest words of all names stand in for the misspelt ones.

    >>> from blends.tables.catalogue import read_catalogue
    >>> found(read_catalogue().oils, "lavandula ANGUST")
    ('lavender',)
    >>> found(read_catalogue().oils, "pettigrain")
    ('petitgrain',)
    """
    texts = _names(table)
    words = plain(typed).split()
    return _holding(words, texts) or _holding([_nearest(word, texts) for word in words], texts)


def _names(table: pd.DataFrame) -> dict[str, str]:
    names = table["name"] + " " + table["botanical"] + " " + table["inci"].fillna("") + " " + table.index
    names += " " + table["cas"].fillna("")
    order = sorted(names.index, key=lambda id_: plain(str(table.at[id_, "name"])))
    return {str(id_): plain(str(names[id_])) for id_ in order}


def _holding(words: list[str], texts: dict[str, str]) -> tuple[str, ...]:
    return tuple(id_ for id_, text in texts.items() if all(word in text for word in words))


def _nearest(word: str, texts: dict[str, str]) -> str:
    """Return the word of all names that is most like a misspelt one; the word itself where none is near."""
    known = {each for text in texts.values() for each in re.findall(r"\w{3,}", text)}
    return next(iter(get_close_matches(word[:60], sorted(known), n=1, cutoff=0.75)), word)
