"""A blend that can be made -> a line of the list: its oils, what it serves, the verdict in two lines, ceiling, cost."""

from dataclasses import dataclass

from blends.figures import spoken
from blends.flow import Result
from blends.offers import Offer
from blends.showing.templates import render
from blends.showing.words import possible as words
from blends.showing.words.first_sight import Line, verdict_lines
from blends.tables.names import effect_name


@dataclass(frozen=True)
class OfferLine:
    """One offer in words. verdict: for home and for sale, as its recipe says them; cost: "" where no price is known."""

    name: str
    serves: str
    verdict: tuple[Line, ...]
    ceiling: str
    cost: str = ""


def offer_line(offer: Offer, made: Result, cost: str) -> OfferLine:
    """Return the line of `offer`. made: its recipe, calculated from its brief; cost: of a bottle, in words, or ""."""
    names = [oil.name if place == 0 else spoken(oil.name) for place, oil in enumerate(offer.oils)]
    effects = [effect_name(effect, made.catalogue).casefold() for effect in offer.effects]
    return OfferLine(
        name=" + ".join(names),
        serves=words.serves(effects, len(offer.brief.effects)) if effects else "",
        verdict=verdict_lines(made),
        ceiling=words.ceiling_said(offer.ceiling_pct),
        cost=cost,
    )


def offer_html(line: OfferLine) -> str:
    """Return one offer as HTML; every text is escaped."""
    return render("offer", line=line, words=words)
