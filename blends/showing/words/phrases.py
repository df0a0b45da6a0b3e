"""Card -> the phrases around its figures that more than one form says: page, paper and text take them from here."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blends.showing.figure import Figure
from blends.showing.words.labels import LABELS

if TYPE_CHECKING:
    from blends.showing.card import Card, Dosed


@dataclass(frozen=True)
class Phrases:
    """Phrases of one card, ready to print; "" where there is nothing to say.

    drops: of all oils together; finished: the weight of everything; droppers: the heading over other droppers;
    dropper: its own.
    """

    asked: str
    by_weight: str
    drops: str
    finished: str
    droppers: str
    dropper: str
    bottle: str
    dilution: str
    findings: str


def phrases(card: "Card") -> Phrases:
    """Return what is said around the figures of `card`."""
    by_weight = card.achieved_w_w_pct
    drops = in_drops(card.total_drops, card.dosed)
    asked = card.facts[0][1] if card.rows else f"asked for {card.asked_pct} %"  # as beside the first fact
    return Phrases(
        asked=asked,
        by_weight=f"{by_weight} % by weight" if by_weight else f"weight {LABELS.not_known}",
        drops=drops,
        finished=f"finished oil {card.total_g} g" if card.total_g else "",
        droppers=f"The same {drops} from other droppers",
        dropper=f"{card.drops_per_ml} drops = 1 mL",
        bottle=f"{LABELS.bottle}: {card.bottle} {card.fill}.",
        dilution=f"{LABELS.strength}: {card.achieved_pct} % by volume, {asked}.",
        findings=f"All {len(card.judgement.findings)} findings, with sources",
    )


def in_drops(drops: Figure, dosed: "Dosed") -> str:
    """Return a number of drops in words: exact where they are counted, else only about.

    >>> in_drops(Figure(1, "1"), "drops"), in_drops(Figure(0.8, "0.8"), "measure")
    ('1 drop', 'about 0.8 drops')
    """
    if dosed == "measure":
        return f"{LABELS.about} {drops} {LABELS.several_drops}"
    return f"{drops} {drop_word(drops.value)}"


def drop_word(count: float) -> str:
    """Return "drop" beside one, and "drops" beside any other number."""
    return LABELS.drop if count == 1 else LABELS.several_drops


def weight(mass_g: Figure | None) -> str:
    """Return a weight in words, and that it is not known where a density is missing."""
    return f"{mass_g} g" if mass_g else f"weight {LABELS.not_known}"
