"""Result -> Card: a recipe as people read it, every figure rounded once and held beside its text."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from blends.asking.dropper import MET_IN_PRACTICE
from blends.flow import Result, as_handed_on
from blends.making.recipe import BasePortion, Portion, Recipe
from blends.showing.figure import Figure, counted, held, written
from blends.showing.safety_card import Judgement, judgement
from blends.showing.words import amounts
from blends.showing.words.calculation import Step, calculation
from blends.showing.words.notes import Note, notes
from blends.showing.words.proposed import why_proposed
from blends.showing.words.steps import WHEN_WRONG, steps
from blends.showing.words.summary import one_line, summary
from blends.showing.words.title import effect_note, subtitle, title
from blends.showing.words.units import Unit, all_bottles, facts, grams, scale_sentence, unit_of
from blends.showing.words.whom import above_usual, is_private

Dosed = Literal["drops", "measure"]  # how an amount is measured out: counted, or in mL and g with drops as a guide


@dataclass(frozen=True)
class Row:
    """One line of the recipe, for one bottle.

    drops: whole ones where dosed by drops, else about so many; None for a base oil. mass_g: None where no density was
    found. share_pct: the part of the essential oils it really has, in %; None for a base oil. note: its drift, or "".
    """

    name: str
    botanical: str
    drops: Figure | None
    volume_ml: Figure
    mass_g: Figure | None
    share_pct: Figure | None
    note: str
    dosed: Dosed


@dataclass(frozen=True)
class OtherDropper:
    """The dilution in % by volume that the same drops make from a dropper of so many drops per mL; own: this one."""

    drops_per_ml: int
    dilution_pct: Figure
    own: bool


@dataclass(frozen=True)
class Card:
    """A recipe ready to print: figures with their texts, sentences, and codes for what a printer decides by.

    Nothing behind it rounds, and nothing parses its texts. None: not known, or not for this recipe; "": nothing to
    say. unit: in which amounts are large; short, summary: the recipe in one line, for the bar and for a link; facts:
    three figures, each with what it means; scale: which scale grams need. Figures are of one bottle: total_drops,
    total_ml [mL] of the essential oils, total_g [g] of everything; achieved_pct and asked_pct in % by volume,
    achieved_w_w_pct in % by weight.
    """

    title: str
    subtitle: str
    effect_note: str
    above_usual: str
    summary: str
    rows: tuple[Row, ...]
    bases: tuple[Row, ...]
    dosed: Dosed
    unit: Unit
    short: str
    facts: tuple[tuple[str, str], ...]
    scale: str
    total_drops: Figure
    total_ml: Figure
    total_g: Figure | None
    achieved_pct: Figure
    achieved_w_w_pct: Figure | None
    asked_pct: Figure
    drops_per_ml: Figure
    bottle: str
    bottle_ml: Figure
    fill: str
    dosing: str
    droppers: tuple[OtherDropper, ...]
    massages: str
    all_bottles: str
    steps: tuple[str, ...]
    notes: tuple[Note, ...]
    cautions: tuple[tuple[str, str], ...]
    judgement: Judgement
    calculation: tuple[Step, ...]
    when_wrong: tuple[str, ...]
    note: str
    link: str
    made_on: str
    best_before: str


def write_card(  # noqa: PLR0913 - what stands on a card is chosen here, by name
    result: Result,
    link: str = "",
    made_on: date | None = None,
    best_before: str = "",
    handed_on: bool = True,
    *,
    unit: Unit = "drops",
) -> Card:
    """Return `result` as a card.

    link: the address that opens the same recipe; made_on: the date on the card; best_before: the base oil's own
    date in words. Each stays off the card where it is not given: nothing here reads a clock. handed_on: others
    will read it, so it is judged for a healthy adult or a child of that age, whoever it was made for; False for
    the card the maker sees, judged for the person asked for. unit: how it is measured out.

    >>> from blends import calculate, read_brief, read_catalogue
    >>> card = write_card(calculate(read_brief({"effect": "warming"}), read_catalogue()))
    >>> [(row.drops.text, row.name) for row in card.rows[:2]], card.achieved_pct.text
    ([('8', 'Sweet marjoram'), ('8', 'Scots pine')], '2.00')
    """
    if handed_on and is_private(result.brief):
        result = as_handed_on(result)
    recipe = result.recipe
    unit = unit_of(recipe, unit)
    weight_pct = recipe.achieved_dilution_w_w_pct
    return Card(
        title=result.brief.title or title(result),
        subtitle=subtitle(result),
        effect_note=" ".join(filter(None, (effect_note(result), why_proposed(result)))),
        above_usual=above_usual(result),
        summary=summary(result),
        rows=_oil_rows(recipe),
        bases=tuple(_base_row(base) for base in recipe.bases),
        dosed=_dosed(recipe.total_drops),
        unit=unit,
        short=one_line(result, unit),
        facts=facts(result),
        scale=scale_sentence(recipe) if unit == "g" else "",
        total_drops=_drops(recipe.total_drops, sum(portion.about_drops for portion in recipe.portions)),
        total_ml=written(recipe.oils_ml),
        total_g=_known(recipe.finished_g),
        achieved_pct=held(recipe.achieved_dilution_pct),
        achieved_w_w_pct=None if weight_pct is None else held(weight_pct),
        asked_pct=written(result.brief.asked_pct, 4),
        drops_per_ml=written(recipe.drops_per_ml, 4),
        bottle=amounts.bottle(result),
        bottle_ml=written(recipe.bottle_ml, 4),
        fill=amounts.fill(recipe),
        dosing=amounts.dosing(result),
        droppers=_droppers(recipe),
        massages=amounts.massages(recipe.finished_ml),
        all_bottles=all_bottles(recipe, unit),
        steps=steps(recipe, best_before, unit, child=result.brief.person.age is not None),
        notes=notes(result),
        cautions=tuple((portion.oil.name, portion.oil.cautions) for portion in recipe.portions if portion.oil.cautions),
        judgement=judgement(result, handed_on),
        calculation=calculation(result),
        when_wrong=WHEN_WRONG,
        note=result.brief.note,
        link=link,
        made_on=f"{made_on.day} {made_on:%B %Y}" if made_on else "",
        best_before=best_before,
    )


def _oil_rows(recipe: Recipe) -> tuple[Row, ...]:
    all_ml = sum((each.exact_ml for each in recipe.portions), Fraction(0))
    return tuple(_oil_row(portion, portion.exact_ml / all_ml) for portion in recipe.portions)


def _oil_row(portion: Portion, share: Fraction) -> Row:
    return Row(
        name=portion.oil.name,
        botanical=portion.oil.botanical,
        drops=_drops(portion.drops, portion.about_drops),
        volume_ml=written(portion.exact_ml),
        mass_g=_known(portion.mass_g),
        share_pct=written(100 * share),
        note=amounts.drift(portion, share),
        dosed=_dosed(portion.drops),
    )


def _base_row(base: BasePortion) -> Row:
    return Row(
        name=base.base_oil.name,
        botanical=base.base_oil.botanical,
        drops=None,
        volume_ml=written(base.exact_ml),
        mass_g=_known(base.mass_g),
        share_pct=None,
        note="",
        dosed="measure",
    )


def _droppers(recipe: Recipe) -> tuple[OtherDropper, ...]:
    """Return what the same drops make from the droppers met in practice; by measure nothing depends on them."""
    if not recipe.total_drops:
        return ()
    return tuple(OtherDropper(n, held(recipe.dilution_with(n)), n == recipe.drops_per_ml) for n in MET_IN_PRACTICE)


def _dosed(drops: int | None) -> Dosed:
    return "measure" if drops is None else "drops"


def _drops(drops: int | None, about: float) -> Figure:
    return written(about) if drops is None else counted(drops)


def _known(mass_g: float | None) -> Figure | None:
    return None if mass_g is None else Figure(mass_g, grams(mass_g))
