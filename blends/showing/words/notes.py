"""Result -> what must be known before making it: allergens, solid oils, missing densities, drift. Each has a kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from blends.asking.choices import Purpose
from blends.figures import fixed, listed, spoken, write_number
from blends.flow import Result
from blends.judging.allergens import Labels, labels_of
from blends.judging.findings import Verdict
from blends.making.recipe import Recipe
from blends.showing.words.own import own_words
from blends.tables.allergens import label_names
from blends.tables.oils import BaseOil, EssentialOil

SHORT = 0.85  # of the asked dilution: below it the shortfall is said
TURPENTINE = "turpentine"

Kind = Literal[
    "allergen", "solid", "no density", "spoils", "no oils", "label", "light", "grade", "rounded up", "short", "own"
]


@dataclass(frozen=True)
class Note:
    """One note in words.

    kind: what it is about, so that a printer may set an allergen bolder than the rest; short: where there is little
    room, "" for all of it.
    """

    kind: Kind
    words: str
    short: str = ""


def notes(result: Result) -> tuple[Note, ...]:
    """Return what must be known before making it, in the order in which it is read."""
    recipe = result.recipe
    return (
        *_of_bases(recipe),
        *_of_oils(recipe),
        *_of_labels(labels_to_name(result)),
        *_of_skin_and_grade(recipe),
        *_of_rounding(recipe, _may_come_closer(result)),
        *(Note("own", words) for words in own_words(result)),
    )


def labels_to_name(result: Result) -> Labels:
    """Return the EU label allergens that a recipe for sale reaches, and what of it is not assessed."""
    if result.brief.purpose is not Purpose.SALE:
        return Labels()
    return labels_of(result.recipe, result.settled.books, label_names(result.catalogue))


def _of_bases(recipe: Recipe) -> Iterator[Note]:
    for base in (portion.base_oil for portion in recipe.bases):
        if base.allergen:
            short = f"Allergen: {base.name} comes from {base.allergen}."
            instead = "For anyone allergic to it take another base oil, such as olive or sunflower."
            yield Note("allergen", f"{short} {instead}", short)
        if base.solid_note:
            yield Note("solid", f"{base.name}: {base.solid_note}.")


def _of_oils(recipe: Recipe) -> Iterator[Note]:
    things: list[EssentialOil | BaseOil] = [portion.oil for portion in recipe.portions]
    things += [base.base_oil for base in recipe.bases]
    if blank := [thing.name for thing in things if thing.density_g_per_ml is None]:
        yield Note("no density", f"No weight for {listed(blank)}: no density was found.")
    if spoiling := [spoken(portion.oil.name) for portion in recipe.portions if portion.oil.oxidises]:
        yield Note("spoils", f"Spoiled by air, can cause allergy: {listed(spoiling)}.")
    if not recipe.portions and recipe.asked_dilution_pct:
        yield Note("no oils", "No essential oil goes in, so the dilution asked for does not apply.")


def _of_labels(labels: Labels) -> Iterator[Note]:
    """Yield what an EU label has to name, what it may have to, and of which oils nobody knows."""
    if labels.names:
        names = ", ".join(labels.names)
        yield Note("label", f"The label must name: {names} (from published averages, each above 0.001 %).")
    if labels.perhaps:
        names = ", ".join(labels.perhaps)
        yield Note("label", f"Perhaps on the label too, from one weak source: {names}.")
    if labels.not_assessed:
        names = listed([spoken(name) for name in labels.not_assessed])
        yield Note(
            "label", f"Label allergens not assessed for {names}: no analysis of the whole oil. Ask the supplier."
        )


def _of_skin_and_grade(recipe: Recipe) -> Iterator[Note]:
    if any(portion.oil.phototoxic or portion.oil.phototoxic_max_pct for portion in recipe.portions):
        # The least that phototoxic_diffuserblends asks for above an oil's cap: 12 to 24 hours.
        yield Note("light", "Sensitive to light: keep treated skin out of the sun and sunbeds for 12 hours.")
    if any(TURPENTINE in (portion.oil.id, portion.oil.made_from) for portion in recipe.portions):
        yield Note("grade", "Gum turpentine: pharmacopoeia grade only, never paint grade.")


def _may_come_closer(result: Result) -> bool:
    """Return whether more oil is to be advised: neither over a limit, nor towards more than is usual."""
    usual_pct = result.review.rates.usual_pct
    return result.review.verdict is not Verdict.OVER and result.recipe.asked_dilution_pct <= usual_pct


def _of_rounding(recipe: Recipe, closer: bool) -> Iterator[Note]:
    """Yield where whole drops are more of an oil than its parts, or less of all than was asked for."""
    if lifted := [each for each in recipe.portions if each.drops == 1 and each.exact_ml > each.exact_asked_ml]:
        oils_ml = sum((portion.exact_ml for portion in recipe.portions), Fraction(0))
        shares = [
            f"{spoken(portion.oil.name)} is {write_number(100 * portion.exact_ml / oils_ml)} % of the oils "
            f"where {write_number(100 * portion.share)} % was asked for"
            for portion in lifted
        ]
        yield Note("rounded up", f"Rounded up to one drop: {listed(shares)}. A larger bottle keeps the parts as asked.")
    if recipe.achieved_dilution_pct < SHORT * recipe.asked_dilution_pct and recipe.portions:
        achieved, asked = fixed(recipe.achieved_dilution_pct), write_number(recipe.asked_dilution_pct)
        advice = " Use every drop, take a larger bottle, or measure to come closer." if closer else ""
        yield Note("short", f"Whole drops come to {achieved} % where {asked} % was asked for.{advice}")
