"""Result -> what is handed on: the recipe as others may see it, with its card and the link that opens it again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from blends.asking.parts import Part
from blends.flow import Result, as_handed_on
from blends.making.handed_on import link_parts, write_link
from blends.showing.card import Card, Row, write_card
from blends.tables.own_marks import own_marks


@dataclass(frozen=True)
class Handed:
    """A recipe as others see it: judged for someone healthy, nothing in it from the maker's health or allergies."""

    result: Result
    card: Card

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the essential oils, then the base oils."""
        return (*self.card.rows, *self.card.bases)

    @property
    def heading(self) -> str:
        """Return the title with its base oil."""
        return " ".join(filter(None, (self.card.title, self.card.subtitle)))

    @property
    def query(self) -> str:
        """Return the query of its link, which every form of the card answers."""
        return self.card.link.rpartition("?")[2]

    @property
    def parts(self) -> dict[str, str]:
        """Return the keys and values of the recipe in its link, for a form that sends them on."""
        return link_parts(self.result.brief)


def handed_own(result: Result) -> dict[str, list[dict[str, object]]]:
    """Return the own oils and certificates that a recipe rests on, as plain rows: for its file, never its link."""
    ids, tables = _ids(result), result.catalogue
    return {
        "own_oils": [oil.as_row() for oil in tables.own if oil.id in ids],
        "certificates": [each.as_row() for each in tables.certificates if each.oil in ids],
    }


def _ids(result: Result) -> set[str]:
    recipe = result.recipe
    return {each.oil.id for each in recipe.portions} | {each.base_oil.id for each in recipe.bases}


def code_link(result: Result, page: str, selling: bool) -> str:
    """Return the link of the card for the code on a label; page: the address of the plain card.

    selling: then it names the oils alone, for neither an effect nor words of one's own stand on what is sold.
    """
    shown = as_handed_on(result)
    marks = own_marks(_ids(shown), shown.catalogue)
    if not selling:
        return write_link(shown.brief, page, shown.catalogue, **marks)
    oils = tuple(Part(oil.id, parts) for oil, parts in shown.selection.oils)
    return write_link(replace(shown.brief, effects=(), oils=oils, title="", note=""), page, shown.catalogue, **marks)


def hand_on(
    result: Result,
    page: str = "",
    made_on: date | None = None,
    best_before: str = "",
    marks: Mapping[str, str] | None = None,
) -> Handed:
    """Return what is handed on of `result`.

    page: the address of the plain card; made_on, best_before: the dates on the card, kept in its link; marks: of the
    own figures of whoever handed it on before, kept in the link where the recipe rests on none here.

    >>> from blends import calculate, read_brief, read_catalogue
    >>> warming = calculate(read_brief({"effect": "warming", "bottle": "100 ml"}), read_catalogue())
    >>> hand_on(warming, made_on=date(2026, 11, 24)).card.link
    '?v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home&made=2026-11-24'
    """
    shown = as_handed_on(result)
    dates = {"made": made_on.isoformat() if made_on else "", "before": best_before}
    own = own_marks(_ids(shown), shown.catalogue)
    link = write_link(shown.brief, page, shown.catalogue, **dates, **(marks or own))
    return Handed(shown, write_card(shown, link, made_on, best_before))
