"""Result and Card -> HTML of the first screen: what stands above the fold, and each part that is made when opened."""

from blends.flow import Result
from blends.showing.card import Card
from blends.showing.html import place_on_picture
from blends.showing.templates import render
from blends.showing.words.first_sight import one_line, verdict_lines
from blends.showing.words.phrases import phrases
from blends.showing.words.units import all_bottles, amounts, facts, scale_sentence


def head_html(result: Result, card: Card, links: dict[str, str], opened: str = "") -> str:
    """Return title, verdict and what must be said with it. links: of print and send; opened: what was, "" nothing."""
    lines = sorted(verdict_lines(result), key=lambda line: not line.large)
    assumed = result.brief.person.kind == "adult" and not result.brief.conditions
    return render("sight_head", card=card, lines=lines, links=links, opened=opened, assumed=assumed)


def amounts_html(result: Result, card: Card, unit: str) -> str:
    """Return the amounts in `unit`, the facts, how to make it and what to mind."""
    recipe = result.recipe
    return render(
        "sight_amounts",
        card=card,
        amounts=amounts(result, unit),
        scale=scale_sentence(recipe) if unit == "g" else "",
        all_bottles=all_bottles(recipe, unit),
        facts=facts(result),
    )


def foot_html(words: str, shape: str, verdict: str, anchor: str) -> str:
    """Return the bar at the foot of a phone: the recipe in one line, the verdict, the way there."""
    return render("sight_foot", words=words, shape=shape, verdict=verdict, anchor=anchor)


def foot_of(result: Result, anchor: str) -> str:
    """Return the bar for a recipe."""
    line = next(line for line in verdict_lines(result) if line.large)
    return foot_html(one_line(result), line.shape, line.words, anchor)


def droppers_html(card: Card) -> str:
    """Return what the same drops make from other droppers."""
    return render("sight_droppers", card=card, phrases=phrases(card))


def calculation_html(card: Card) -> str:
    """Return every step of the calculation."""
    return render("sight_calculation", card=card)


def limits_html(card: Card) -> str:
    """Return how far each rulebook goes, and every finding with its sources."""
    return render("limits", card=card, judged=card.judgement, phrases=phrases(card), place=place_on_picture)
