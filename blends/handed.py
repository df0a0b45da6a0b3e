"""Brief -> what is handed on: the card judged for someone healthy, and the few words a receiver reads first."""

import re
from dataclasses import dataclass, replace
from datetime import date

from blends.card import Card, Row, write_card
from blends.catalogue import Catalogue
from blends.figures import exact_text, fixed, spoken, write_number
from blends.flow import Result, brief_to_share, calculate
from blends.link import link_parts, write_link
from blends.sentences import listed

COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@dataclass(frozen=True)
class Handed:
    """A recipe as others see it. `query` and `link` open it again, `short_link` without the maker's own words.

    whom: for whom it is, and what was not looked at; stronger: "" or how far it is above the usual;
    description: the recipe in one line; dropper, dilution: as people say them.
    """

    result: Result
    card: Card
    link: str
    short_link: str
    query: str
    whom: str
    stronger: str
    description: str
    dropper: str
    dilution: str

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the essential oils, then the base oils."""
        return (*self.card.rows, *self.card.bases)

    @property
    def heading(self) -> str:
        """Return the title with its base oil."""
        return " ".join(filter(None, (self.card.title, self.card.subtitle)))


def hand_on(
    result: Result, catalogue: Catalogue, page: str = "", made_on: date | None = None, best_before: str = ""
) -> Handed:
    """Return what is handed on of `result`: nothing in it comes from the maker's health or allergies.

    page: the address of the plain card; made_on, best_before: the dates on the card, kept in its link.

    >>> from blends import calculate, read_brief, read_catalogue
    >>> tables = read_catalogue()
    >>> warming = calculate(read_brief({"effect": "warming", "bottle": "100 ml", "dilution": "2 %"}), tables)
    >>> hand_on(warming, tables).description
    '8 drops each of five oils in 98 mL olive oil, 2 %'
    """
    brief = brief_to_share(result).shared()
    shown = result if brief == result.brief else calculate(brief, catalogue)
    shown = replace(shown, brief=replace(brief, bottle=replace(brief.bottle, text=_spaced(brief.bottle.text))))
    dates = {"made": made_on.isoformat() if made_on else "", "before": best_before}
    link = write_link(brief, page, **dates)
    whom = f"For a healthy {_kind(shown)}: not checked for illness, allergy or pregnancy."
    card = write_card(shown, link, made_on, best_before)
    notes = tuple(note for note in card.judgement.notes if not note.startswith("Judged for"))
    card = replace(card, judgement=replace(card.judgement, notes=(whom, *notes)))
    return Handed(
        shown,
        card,
        link,
        write_link(replace(brief, title="", note=""), page, **dates),
        link.rpartition("?")[2],
        whom,
        _stronger(shown),
        _description(shown, card),
        f"{exact_text(brief.drops_per_ml)} drops = 1 mL",
        f"{card.achieved_pct} %",
    )


def _spaced(bottle: str) -> str:
    """Return a bottle as a link writes it, for people: "4floz" -> "4 fl oz"."""
    spaced = re.sub(r"(?<=\d)(?=[a-z])", " ", bottle)
    return spaced.replace("floz", "fl oz").replace("fldr", "fluid drams")


def _kind(result: Result) -> str:
    return result.brief.person.words.removeprefix("an ").removeprefix("a ")


def _stronger(result: Result) -> str:
    usual, made = result.review.rates.usual_pct, result.recipe.achieved_dilution_pct
    if not result.recipe.portions or made <= usual * 1.0001:
        return ""
    return (
        f"Stronger than usual: {fixed(made)} %, where {write_number(usual)} % is usual for {result.brief.person.words}."
    )


def _description(result: Result, card: Card) -> str:
    """Return the recipe in one line, for a chat's preview."""
    base = listed([f"{row.volume_ml} mL {spoken(row.name)}" for row in card.bases])
    if not card.rows:
        return f"{base}, no essential oil"
    names = [spoken(row.name) for row in card.rows]
    many = len(names)
    oils = f"{COUNTS[many] if many < len(COUNTS) else many} oils"
    drops = {row.drops for row in card.rows}
    if result.recipe.dosing == "exact":
        said = f"{card.total_ml} mL of {oils if many > 3 else listed(names)}"
    elif many > 1 and len(drops) == 1:
        said = f"{drops.pop()} drops each of {oils if many > 3 else listed(names)}"
    elif many <= 3:
        said = listed([f"{row.drops} drop{'s' * (row.drops != '1')} {spoken(row.name)}" for row in card.rows])
    else:
        said = f"{card.total_drops} drops of {oils}"
    return f"{said} in {base}, {write_number(result.recipe.achieved_dilution_pct)} %"


def parts_of(handed: Handed) -> dict[str, str]:
    """Return the keys and values of the link, for a form that sends them on."""
    return link_parts(handed.result.brief)
