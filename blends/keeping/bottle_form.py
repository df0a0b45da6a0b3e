"""What a person types of a bottle -> Bottle: decimal commas and units are read, its id comes of itself."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from blends.asking.day import last_day
from blends.errors import BlendError
from blends.keeping.things import Bottle

CALLED = {
    "size_ml": "the size in mL",
    "left_ml": "what is left in mL",
    "price": "the price",
    "opened": "the day it was opened",
    "best_before": "best before",
}  # what a field is called where it cannot be read


def read_bottle_form(texts: Mapping[str, str], taken: Iterable[str]) -> Bottle:
    """Return a new bottle of the shelf by its form; what is left is the whole where nothing is said.

    taken: the ids of bottles, and those that certificates name: one that waits for its bottle is not of this one.
    Raises BlendError naming the field.

    >>> typed = {"oil": "lavender", "size_ml": "10 ml", "price": "6,90", "currency": "eur"}
    >>> found = read_bottle_form(typed, ())
    >>> found.id, str(found.left_ml), str(found.price), found.currency
    ('b0001', '10', '6.90', 'EUR')
    """
    row = {key: texts.get(key, "").strip() for key in Bottle.__dataclass_fields__}
    row |= {key: _number(row[key]) for key in ("size_ml", "left_ml", "price")}
    row["best_before"] = until.isoformat() if (until := last_day(row["best_before"])) else row["best_before"]
    row |= {"id": next_id(taken), "left_ml": row["left_ml"] or row["size_ml"]}
    row["currency"] = row["currency"].upper() if row["price"] else ""
    return _read(row)


def with_left(bottle: Bottle, text: str) -> Bottle:
    """Return the bottle with what is left of it. Raises BlendError for what is none."""
    return replace(bottle, left_ml=_read(bottle.as_row() | {"left_ml": _number(text)}).left_ml)


def next_id(taken: Iterable[str]) -> str:
    """Return an id that sorts after those taken: bottles stand in the order in which they came."""
    numbers = [int(id_[1:]) for id_ in taken if id_[:1] == "b" and id_[1:].isdecimal()]
    return f"b{max(numbers, default=0) + 1:04}"


def _number(text: str) -> str:
    plain = text.strip().casefold().removesuffix("ml").strip()
    return plain.replace(",", ".")


def _read(row: Mapping[str, object]) -> Bottle:
    try:
        return Bottle.read_row(dict(row))
    except BlendError as error:
        said = str(error).replace(f" as {error.field}.", f" as {CALLED.get(error.field, error.field)}.")
        raise BlendError(said, error.field) from None
