"""Result -> Card: what people read, in plain words, every figure rounded once, here."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from blends.asking.brief import FILLS
from blends.asking.dropper import MET_IN_PRACTICE
from blends.figures import fixed, spoken, write_number
from blends.flow import Result, share
from blends.making.recipe import Portion, Recipe
from blends.showing.safety_card import Judgement, judgement
from blends.showing.words import sentences
from blends.showing.words.calculation import Step, calculation
from blends.showing.words.whom import above_usual, is_private

# On every card; the whole is in guide/08_when_it_goes_wrong.md, with its sources.
WHEN_WRONG = (
    "Skin burns or itches: stop, wash it off with soap and water. In the eye: rinse with water for 15 minutes.",
    "Swallowed, or hard to breathe: call a poison centre or the emergency number. Do not make anyone vomit.",
)


@dataclass(frozen=True)
class Row:
    """One line of the recipe. `share_pct` is the part of the oils it really has; "" where it does not apply."""

    name: str
    botanical: str
    drops: str
    volume_ml: str
    mass_g: str
    share_pct: str
    note: str


@dataclass(frozen=True)
class Card:
    """A recipe in words. Fields are texts ready to print; nothing behind it rounds or decides again."""

    title: str
    subtitle: str
    effect_note: str
    above_usual: str
    rows: tuple[Row, ...]
    bases: tuple[Row, ...]
    total_drops: str
    total_ml: str
    total_g: str
    achieved_pct: str
    achieved_w_w_pct: str
    asked_pct: str
    bottle: str
    fill: str
    dosing: str
    droppers: tuple[tuple[str, str, bool], ...]
    massages: str
    all_bottles: str
    steps: tuple[str, ...]
    notes: tuple[str, ...]
    cautions: tuple[tuple[str, str], ...]
    judgement: Judgement
    calculation: tuple[Step, ...]
    when_wrong: tuple[str, ...]
    note: str
    link: str
    made_on: str
    best_before: str


def write_card(
    result: Result, link: str = "", made_on: date | None = None, best_before: str = "", handed_on: bool = True
) -> Card:
    """Return `result` in words.

    link: the address that opens the same recipe; made_on: the date on the card; best_before: the base oil's own
    date in words. Each stays off the card where it is not given: nothing here reads a clock. handed_on: others
    will read it, so it is judged for a healthy adult or a child of that age, whoever it was made for; False for
    the card the maker sees, judged for the person asked for.
    """
    catalogue = result.catalogue
    if handed_on and is_private(result.brief):
        result = share(result, catalogue)
    recipe = result.recipe
    return Card(
        title=result.brief.title or sentences.title(result, catalogue),
        subtitle="in " + sentences.listed([spoken(base.base_oil.name) for base in recipe.bases])
        if recipe.portions
        else "",
        # A product for sale carries no claim.
        effect_note="" if result.brief.purpose == "sale" else sentences.effect_note(result, catalogue),
        above_usual=above_usual(result),
        rows=tuple(_oil_row(portion, recipe) for portion in recipe.portions),
        bases=tuple(
            Row(
                base.base_oil.name,
                base.base_oil.botanical,
                "",
                write_number(base.exact_ml),
                _grams(base.mass_g),
                "",
                "",
            )
            for base in recipe.bases
        ),
        total_drops=_count(recipe),
        total_ml=write_number(recipe.oils_ml),
        total_g=_grams(recipe.finished_g),
        achieved_pct=fixed(recipe.achieved_dilution_pct),
        achieved_w_w_pct="" if recipe.achieved_dilution_w_w_pct is None else fixed(recipe.achieved_dilution_w_w_pct),
        asked_pct=write_number(result.brief.dilution_pct, 4),
        bottle=sentences.bottle(result),
        fill=f"{recipe.fill}: {FILLS[recipe.fill]}",
        dosing=sentences.dosing(result),
        droppers=()
        if recipe.total_drops in (None, 0)
        else tuple((str(n), fixed(recipe.dilution_with(n)), n == recipe.drops_per_ml) for n in MET_IN_PRACTICE),
        massages=sentences.massages(recipe.finished_ml),
        cautions=tuple((portion.oil.name, portion.oil.cautions) for portion in recipe.portions if portion.oil.cautions),
        all_bottles=sentences.all_bottles(recipe),
        steps=sentences.steps(recipe, best_before),
        notes=sentences.notes(result),
        judgement=judgement(result, catalogue, handed_on),
        calculation=calculation(result),
        when_wrong=WHEN_WRONG,
        note=result.brief.note,
        link=link,
        made_on=f"{made_on.day} {made_on:%B %Y}" if made_on else "",
        best_before=best_before,
    )


def _oil_row(portion: Portion, recipe: Recipe) -> Row:
    share = 100 * portion.exact_ml / sum((each.exact_ml for each in recipe.portions), Fraction(0))
    asked = write_number(100 * portion.share)
    has = write_number(share)
    return Row(
        name=portion.oil.name,
        botanical=portion.oil.botanical,
        drops=str(portion.drops) if portion.drops is not None else f"about {write_number(portion.about_drops)}",
        volume_ml=write_number(portion.exact_ml),
        mass_g=_grams(portion.mass_g),
        share_pct=has,
        note="" if has == asked else f"{has} % of the oils, asked for {asked} %",
    )


def _grams(mass_g: float | None) -> str:
    return "" if mass_g is None else write_number(mass_g)


def _count(recipe: Recipe) -> str:
    if recipe.total_drops is None:
        return "about " + write_number(sum(portion.about_drops for portion in recipe.portions))
    return str(recipe.total_drops)
