"""Which oils may be offered to a person unasked."""

from collections.abc import Iterable
from dataclasses import dataclass

from blends.asking.person import Person
from blends.making.suitability import Reason, reasons_against
from blends.tables.advice import Advice
from blends.tables.cautions import Cautions
from blends.tables.oils import EssentialOil


@dataclass(frozen=True)
class NotFor:
    """An oil that is not offered to a person, and why; no reasons: a list asks to limit it, and says no figure."""

    oil: EssentialOil
    reasons: tuple[Reason, ...]


def suits(oil: EssentialOil, person: Person, conditions: tuple[str, ...], known: Cautions) -> NotFor | None:
    """Return why `oil` is not offered to `person` unasked; None where it may be.

    It is not where something leaves it out of an effect, or where a list asks to limit it while pregnant or
    breastfeeding.

    >>> from blends.tables.catalogue import read_catalogue
    >>> from blends.tables.cautions import cautions
    >>> tables = read_catalogue()
    >>> suits(tables.oil_by_id["lavender"], Person("adult"), (), cautions(tables)) is None
    True
    """
    against = tuple(reason for reason in reasons_against(oil, person, conditions, known) if reason.leaves_out)
    limited = oil.advice_for(person.kind) == Advice.LIMIT
    return NotFor(oil, against) if against or limited else None


def serving(oils: Iterable[EssentialOil], effects: tuple[str, ...]) -> tuple[EssentialOil, ...]:
    """Return those of `oils` with a sourced claim for one of `effects` or more; all where no effect is asked.

    >>> from blends.tables.catalogue import read_catalogue
    >>> oils = read_catalogue().oil_by_id
    >>> [oil.id for oil in serving((oils["tea_tree"], oils["lavender"]), ("calming", "refreshing"))]
    ['lavender']
    """
    return tuple(oil for oil in oils if not effects or set(oil.effects) & set(effects))
