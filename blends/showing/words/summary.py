"""Result -> the recipe in one line: as a chat's preview shows it, and shorter for the foot of a phone."""

from blends.figures import listed, spoken, write_number
from blends.flow import Result
from blends.showing.words.amounts import bottle
from blends.showing.words.phrases import drop_word
from blends.showing.words.units import Unit, grams

COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NAMED, NAMED_SHORT = 3, 1  # oils: more are counted, not named


def summary(result: Result) -> str:
    """Return the recipe in one line.

    >>> from blends import calculate, read_brief, read_catalogue
    >>> summary(calculate(read_brief({"effect": "warming", "bottle": "100 ml"}), read_catalogue()))
    '8 drops each of five oils in 98 mL olive oil, 2 %'
    """
    recipe = result.recipe
    base = listed([f"{write_number(each.exact_ml)} mL {spoken(each.base_oil.name)}" for each in recipe.bases])
    if not recipe.portions:
        return f"{base}, no essential oil"
    return f"{_oils(result, NAMED)} in {base}, {write_number(recipe.achieved_dilution_pct)} %"


def one_line(result: Result, unit: Unit = "drops") -> str:
    """Return the same in fewer words and in the unit it is measured out in: how much of what in which bottle.

    >>> from blends import calculate, read_brief, read_catalogue
    >>> one_line(calculate(read_brief({"effect": "warming", "bottle": "100 ml"}), read_catalogue()))
    '8 drops each of five oils in 100 mL'
    >>> one_line(calculate(read_brief({"effect": "warming", "bottle": "100 ml"}), read_catalogue()), "g")
    '1.81 g of five oils in 100 mL'
    """
    if not result.recipe.portions:
        return f"{bottle(result)} of base oil alone"
    oils = _oils(result, NAMED_SHORT) if unit == "drops" else _measured(result, unit)
    return f"{oils} in {bottle(result)}"


def _measured(result: Result, unit: Unit) -> str:
    """Return how much of the oils in mL or grams: of each where that is the same, else of all."""
    portions = result.recipe.portions
    oils, masses = _named(result, NAMED_SHORT), [each.mass_g for each in portions if each.mass_g is not None]
    if unit == "g" and len(masses) == len(portions):
        word, each, all_ = "g", {grams(mass) for mass in masses}, grams(sum(masses))
    else:
        word, each, all_ = "mL", {write_number(one.exact_ml) for one in portions}, write_number(result.recipe.oils_ml)
    return f"{each.pop()} {word} each of {oils}" if len(portions) > 1 and len(each) == 1 else f"{all_} {word} of {oils}"


def _named(result: Result, named: int) -> str:
    names = [spoken(portion.oil.name) for portion in result.recipe.portions]
    many = len(names)
    return listed(names) if many <= named else f"{COUNTS[many] if many < len(COUNTS) else many} oils"


def _oils(result: Result, named: int) -> str:
    recipe = result.recipe
    names = [spoken(portion.oil.name) for portion in recipe.portions]
    many, oils = len(names), _named(result, named)
    if recipe.total_drops is None:
        return f"{write_number(recipe.oils_ml)} mL of {oils}"
    drops = [portion.drops or 0 for portion in recipe.portions]
    if many > 1 and len(set(drops)) == 1:
        return f"{_drops(drops[0])} each of {oils}"
    if many <= named:
        return listed([f"{_drops(count)} {name}" for count, name in zip(drops, names, strict=True)])
    return f"{_drops(recipe.total_drops)} of {oils}"


def _drops(count: int) -> str:
    return f"{count} {drop_word(count)}"
