"""Result -> "show the calculation": every step with its figures and the convention it rests on."""

from dataclasses import dataclass
from math import floor
from types import MappingProxyType

from blends.figures import fixed, write_number
from blends.flow import Result

# Whose figure a usual dropper's drops per mL is; the sources stand in asking/dropper.py.
WHOSE_DROPPER = MappingProxyType(
    {
        20: "the pharmacopoeia's dropper, USP <1101>",
        25: "a disposable pipette, as one supplier counted",
        30: "the working value of the Tisserand Institute",
    }
)


@dataclass(frozen=True)
class Step:
    """One line of the calculation: what is worked out, how, and the convention used ("" where none is)."""

    title: str
    working: str
    convention: str


def calculation(result: Result) -> tuple[Step, ...]:
    """Return the calculation of `result`, one step after the other."""
    recipe = result.recipe
    if not recipe.portions:
        return (
            _bottle(result),
            Step(
                "Essential oils",
                "none: " + ("no oil is left for this person" if result.selection.left_out else "0 % asked"),
                "",
            ),
        )
    steps = [_bottle(result), _asked(result)]
    if recipe.dosing != "exact":
        steps += [_drops(result), _rounding(result)]
    return (*steps, _base(result), _achieved(result), _by_weight(result))


def _bottle(result: Result) -> Step:
    brief, recipe = result.brief, result.recipe
    volume = f"{write_number(recipe.bottle_ml, 6)} mL"
    if brief.bottle.mass_g is not None:
        what = "the base oil" if brief.fill == "add-to" else "the finished oil"
        density = float(brief.bottle.mass_g) / recipe.bottle_ml
        working = f"{brief.bottle.text} ÷ {write_number(density)} g/mL = {volume}"
        return Step("Bottle", working, f"A weight becomes a volume by the density of {what}.")
    convention = ""
    if " " in brief.bottle.unit:
        convention = f"1 {brief.bottle.unit} is {write_number(brief.bottle.unit_size, 6)} mL."
    same = brief.bottle.text.replace(" ", "").casefold() == volume.replace(" ", "").casefold()
    return Step("Bottle", volume if same else f"{brief.bottle.text} = {volume}", convention)


def _asked(result: Result) -> Step:
    brief, recipe = result.brief, result.recipe
    dilution, bottle = write_number(brief.asked_pct), write_number(recipe.bottle_ml, 6)
    asked = f"{write_number(recipe.asked_ml, 4)} mL"
    if brief.fill == "fill-to":
        return Step(
            "Essential oils asked for",
            f"{bottle} mL × {dilution} % = {asked}",
            f"{bottle} mL in all, oils and base oil together. Percent by volume of the finished oil.",
        )
    rest = write_number(100 - brief.asked_pct)
    return Step(
        "Essential oils asked for",
        f"{bottle} mL × {dilution} ÷ {rest} = {asked}",
        f"{bottle} mL of base oil, and the oils come on top. Percent by volume of the finished oil.",
    )


def _drops(result: Result) -> Step:
    brief, recipe = result.brief, result.recipe
    exact = recipe.exact_asked_ml * brief.drops_per_ml
    per_ml = write_number(brief.drops_per_ml, 4)
    whose = "".join(f" ({words})" for drops, words in WHOSE_DROPPER.items() if drops == brief.drops_per_ml)
    return Step(
        "In drops",
        f"{write_number(recipe.asked_ml, 4)} mL × {per_ml} = {write_number(exact, 4)} drops",
        f"{per_ml} drops per mL{whose}. Droppers met in practice give 15 to 45.",
    )


def _rounding(result: Result) -> Step:
    recipe = result.recipe
    counts = [portion.drops or 0 for portion in recipe.portions]
    exact = recipe.exact_asked_ml * recipe.drops_per_ml
    left = floor(exact) - sum(counts)
    spoken = "1 drop is left over" if left == 1 else f"{left} drops are left over"
    if recipe.dosing == "spend":
        rule = "Leftover drops spent: one each to the oils that lost most by rounding down."
    elif result.blend.equal:
        rule = f"Equal drops: rounded down, so parts stay equal and no more is used than asked for; {spoken}."
    else:
        rule = "Given parts: each oil is rounded down on its own, to at least one drop."
    if result.blend.equal and len(set(counts)) == 1:
        each = f"{write_number(exact / len(counts), 4)}, so {counts[0]} each"
        working = f"{write_number(exact, 4)} ÷ {len(counts)} oils = {each}"
    else:
        working = " + ".join(map(str, counts)) + f" = {sum(counts)} drops"
    return Step("Whole drops", working, rule)


def _base(result: Result) -> Step:
    recipe = result.recipe
    if recipe.fill == "add-to":
        return Step("Base oil", f"{write_number(recipe.bottle_ml, 6)} mL, then the oils", "")
    base = sum(portion.volume_ml for portion in recipe.bases)
    working = f"{write_number(recipe.bottle_ml, 6)} − {write_number(recipe.oils_ml, 4)} = {write_number(base, 5)} mL"
    return Step("Base oil", working, "")


def _achieved(result: Result) -> Step:
    recipe = result.recipe
    parts = f"{write_number(recipe.oils_ml, 4)} ÷ {write_number(recipe.finished_ml, 6)} mL"
    return Step("Achieved, by volume (v/v)", f"{parts} = {fixed(recipe.achieved_dilution_pct)} %", "")


def _by_weight(result: Result) -> Step:
    recipe = result.recipe
    if recipe.achieved_dilution_w_w_pct is None or recipe.finished_g is None:
        return Step("Achieved, by weight (w/w)", "not known: a density is missing", "")
    oils = sum(portion.mass_g or 0 for portion in recipe.portions)
    parts = f"{write_number(oils, 4)} ÷ {write_number(recipe.finished_g, 5)} g"
    return Step(
        "Achieved, by weight (w/w)",
        f"{parts} = {fixed(recipe.achieved_dilution_w_w_pct)} %",
        "Densities at about 20 °C, each with its source, are in the oil tables.",
    )
