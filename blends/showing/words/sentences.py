"""Titles, steps and notes of a recipe in plain words."""

from fractions import Fraction

from blends.asking.dropper import MET_IN_PRACTICE
from blends.asking.person import Person
from blends.asking.quantities import Bottle
from blends.errors import BlendError
from blends.figures import fixed, spoken, write_number
from blends.flow import Result
from blends.judging.allergens import Labels, labels_of
from blends.making.guidance import Guidance
from blends.making.recipe import Recipe, dilution_of_drops
from blends.tables.catalogue import Catalogue
from blends.tables.oils import BaseOil, EssentialOil

FULL_BODY_ML = (20, 25)  # usual among masseurs; no published source was found, and the card says so
SHORT = 0.85  # of the asked dilution: below it the shortfall is said


def title(result: Result, catalogue: Catalogue) -> str:
    """Return what the recipe is called; a chosen effect stands in it only where an oil has that effect."""
    if not result.recipe.portions:
        return listed([base.base_oil.name for base in result.recipe.bases]) + " alone"
    effects = list(_effects(result, catalogue))
    if effects and result.brief.purpose != "sale":  # a product for sale carries no claim
        names = [str(catalogue.effects.loc[effect, "name"]) for effect in effects]
        return f"{_together(names)} blend{', adapted' if _adapted(result, catalogue) else ''}"
    names = [oil.name for oil, _ in result.blend.oils]
    return _together(names) if len(names) < 4 else f"Blend of {len(names)} oils"


def _adapted(result: Result, catalogue: Catalogue) -> bool:
    """Return whether the oils are others than the compositions allow, or in given parts."""
    places = [place for id_ in result.brief.effects for place in catalogue.composition_by_id[id_].places]
    oils = {oil.id for oil, _ in result.blend.oils}
    filled = all(oils & set(place.choices) for place in places)
    allowed = oils <= {choice for place in places for choice in place.choices}
    return not (filled and allowed and result.blend.equal and len(oils) <= len(places))


def _together(names: list[str]) -> str:
    return listed([names[0], *(spoken(name) for name in names[1:])])


def effect_note(result: Result, catalogue: Catalogue) -> str:
    """Return what the blend is traditionally used for, and by which of its oils where not all have that use."""
    said = []
    for effect, oils in _effects(result, catalogue).items():
        only = "" if len(oils) == len(result.blend.oils) else f" ({listed([spoken(oil) for oil in oils])})"
        said.append(str(catalogue.effects.loc[effect, "wording"]) + only)
    wording = "; ".join(said)
    return wording[:1].upper() + wording[1:] + "." if wording else ""


def _effects(result: Result, catalogue: Catalogue) -> dict[str, list[str]]:
    """Return the chosen effects that oils of the recipe have, each with the names of those oils."""
    if not result.recipe.portions:
        return {}
    effects = dict.fromkeys(catalogue.composition_by_id[id_].effect for id_ in result.brief.effects)
    having = {effect: [oil.name for oil, _ in result.blend.oils if effect in oil.effects] for effect in effects}
    return {effect: oils for effect, oils in having.items() if oils}


def bottle(result: Result) -> str:
    """Return the bottle as asked for, with its mL where it was written in something else."""
    volume = f"{write_number(result.recipe.bottle_ml, 4)} mL"
    text = result.brief.bottle.text
    return volume if text.replace(" ", "").casefold() == volume.replace(" ", "").casefold() else f"{text} ({volume})"


def dosing(result: Result) -> str:
    """Return how the amounts are measured out, with the drops per mL; "" without oils."""
    if not result.recipe.portions:
        return ""
    per_ml = f"{write_number(result.recipe.drops_per_ml, 4)} drops per mL"
    if result.recipe.dosing == "exact":
        return f"By measure: amounts as asked, nothing rounded; drops only as a guide, at {per_ml}."
    if result.recipe.dosing == "spend":
        return f"By drops, leftover drops spent, at {per_ml}."
    kind = "equal drops" if result.blend.equal else "given parts"
    return f"By drops, {kind}, rounded down, at {per_ml}."


def massages(finished_ml: float) -> str:
    """Return how many full-body massages `finished_ml` is enough for."""
    most, least = (finished_ml / each for each in FULL_BODY_ML)
    if most < 1:
        return "less than 1 massage"
    low, high = max(1, int(least)), int(most)
    count = str(low) if low == high else f"{low} to {high}"
    return f"{count} massage{'s' * (high > 1)}"


def all_bottles(recipe: Recipe) -> str:
    """Return the amounts for all bottles together, "" for one."""
    if recipe.bottles == 1:
        return ""
    times = recipe.bottles
    oils = []
    for portion in recipe.portions:
        name = spoken(portion.oil.name)
        if portion.drops is None:
            oils.append(f"{write_number(portion.exact_ml * times)} mL of {name}")
        else:
            oils.append(f"{portion.drops * times} drops of {name}")
    bases = [f"{write_number(base.exact_ml * times)} mL of {spoken(base.base_oil.name)}" for base in recipe.bases]
    return f"For {times} bottles in all: {listed(oils + bases)}."


def steps(recipe: Recipe, best_before: str = "") -> tuple[str, ...]:
    """Return how to make and use the oil, step by step; best_before: the base oil's own date, where given."""
    base = listed([f"{write_number(base.exact_ml)} mL of {spoken(base.base_oil.name)}" for base in recipe.bases])
    until = best_before or "the base oil's own date"
    bottle = "Take a clean, dry bottle."
    oils = "Count in the drops of each oil." if recipe.dosing != "exact" else "Measure in each oil by mL or g."
    mix = ("Cap it and roll it between the palms until it is even.",) if recipe.portions else ("Cap it.",)
    if not recipe.portions:
        middle: tuple[str, ...] = (f"Pour in {base}.",)
    elif recipe.fill == "fill-to":
        middle = (oils, f"Fill up with {base}.")
    else:
        middle = (f"Pour in {base}.", oils)
    return (
        bottle,
        *middle,
        *mix,
        f"Label it: what is in it, the dilution, the date, best before {until}.",
        "Try a little on the inside of the arm and wait a day. Stop if the skin burns, itches or reddens.",
        "To use it: warm the bottle in hand-hot water and spread the oil on your palms first.",
        "Wash your hands before and after. Keep the bottle out of children's reach.",
    )


def notes(result: Result) -> tuple[str, ...]:
    """Return what must be known before making it: allergens, solid oils, missing densities, drift."""
    recipe = result.recipe
    told: list[str] = []
    for base in recipe.bases:
        if base.base_oil.allergen:
            told.append(
                f"Allergen: {base.base_oil.name} comes from {base.base_oil.allergen}. "
                "For anyone allergic to it take another base oil, such as olive or sunflower."
            )
        if base.base_oil.solid_note:
            told.append(f"{base.base_oil.name}: {base.base_oil.solid_note}.")
    things: list[EssentialOil | BaseOil] = [portion.oil for portion in recipe.portions]
    things += [base.base_oil for base in recipe.bases]
    blank = [thing.name for thing in things if thing.density_g_per_ml is None]
    if blank:
        told.append(f"No weight for {listed(blank)}: no density was found.")
    lifted = [each for each in recipe.portions if each.drops == 1 and each.exact_ml > each.exact_asked_ml]
    spoiling = [spoken(portion.oil.name) for portion in recipe.portions if portion.oil.oxidises]
    if spoiling:
        told.append(f"Spoils in air and may then sensitise: {listed(spoiling)}. Keep cool, closed and dark.")
    if not recipe.portions and recipe.asked_dilution_pct:
        told.append("No essential oil goes in, so the dilution asked for does not apply.")
    told += _label_notes(labels_to_name(result))
    if any(portion.oil.phototoxic_max_pct for portion in recipe.portions):
        told.append("Sensitive to light: keep treated skin out of the sun and sunbeds for 12 hours.")
    if any(portion.oil.id == "turpentine" for portion in recipe.portions):
        told.append("Gum turpentine: pharmacopoeia grade only, never paint grade.")
    if lifted:
        oils_ml = sum((portion.exact_ml for portion in recipe.portions), Fraction(0))
        shares = [
            f"{spoken(portion.oil.name)} is {write_number(100 * portion.exact_ml / oils_ml)} % of the oils "
            f"where {write_number(100 * portion.share)} % was asked for"
            for portion in lifted
        ]
        told.append(f"Rounded up to one drop: {listed(shares)}. A larger bottle keeps the parts as asked.")
    if recipe.achieved_dilution_pct < SHORT * recipe.asked_dilution_pct and recipe.portions:
        achieved, asked = fixed(recipe.achieved_dilution_pct), write_number(recipe.asked_dilution_pct)
        told.append(
            f"Whole drops come to {achieved} % where {asked} % was asked for. "
            "Spend the leftover drops, take a larger bottle, or measure to come closer."
        )
    return tuple(told)


def _label_notes(labels: Labels) -> list[str]:
    """Return what an EU label has to name, what it may have to, and of which oils nobody knows."""
    told = []
    if labels.names:
        names = ", ".join(labels.names)
        told.append(f"On an EU label, as far as the analyses tell, name: {names} (each above 0.001 %).")
    if labels.perhaps:
        told.append(f"Perhaps on an EU label too, reported too weakly to decide: {', '.join(labels.perhaps)}.")
    if labels.not_assessed:
        names = listed([spoken(name) for name in labels.not_assessed])
        told.append(f"Label allergens not assessed for {names}: no analysis of the whole oil. Ask the supplier.")
    return told


def dilution_sentence(drops: int, bottle: Bottle, drops_per_ml: Fraction, fill: str) -> str:
    """Return in words what dilution so many drops make in `bottle`."""
    if bottle.volume_ml is None:
        raise BlendError(
            "A weight needs the oils' densities to become a volume. Write the bottle in ml, such as 30 ml."
        )
    volume = float(bottle.volume_ml)
    if fill == "fill-to" and drops / drops_per_ml > bottle.volume_ml:
        raise BlendError(
            f"{drops} drops are {write_number(drops / drops_per_ml)} mL, more than the bottle holds. Write fewer drops."
        )
    pct = fixed(dilution_of_drops(drops, volume, float(drops_per_ml), fill))
    most, least = (fixed(dilution_of_drops(drops, volume, n, fill)) for n in (MET_IN_PRACTICE[0], MET_IN_PRACTICE[-1]))
    count = "1 drop makes" if drops == 1 else f"{drops} drops make"
    return (
        f"{count} {pct} % in {write_number(volume, 6)} mL at {write_number(drops_per_ml, 4)} drops per mL ({fill}). "
        f"From other droppers, 15 to 45 drops per mL: {most} to {least} %."
    )


def above_usual_sentence(pct: float, person: Person, rates: Guidance) -> str:
    """Return in words that a dilution is more than the highest, or than the usual one, for the person; "" below both.

    >>> above_usual_sentence(6, Person("adult"), Guidance(2, 3, "adult", "adult", "", True))
    'That is more than 3 %, the highest for an adult.'
    """
    if rates.ceiling_pct == 0:
        return f"For {person.words}: base oil alone."
    rows = ("highest", rates.ceiling_pct, rates.ceiling_row), ("usual", rates.usual_pct, rates.usual_row)
    for kind, most_pct, row in rows:
        if round(pct, 9) > most_pct:
            skin = " with sensitive skin" if row == "sensitive" else ""
            return f"That is more than {write_number(most_pct)} %, the {kind} for {person.words}{skin}."
    return ""


def labels_to_name(result: Result) -> Labels:
    """Return the EU label allergens that a recipe for sale reaches, and what of it is not assessed."""
    return labels_of(result.recipe, result.catalogue) if result.brief.purpose == "sale" else Labels()


def rates_sentence(person: Person, rates: Guidance) -> str:
    """Return in words what dilution is usual for a person."""
    if rates.ceiling_pct == 0:
        return f"For {person.words}: base oil alone."
    return f"Usual for {person.words}: {write_number(rates.usual_pct)} %, at most {write_number(rates.ceiling_pct)} %."


def calibration_sentence(drops_per_ml: Fraction) -> str:
    """Return in words what weighing drops has shown."""
    return f"That is {write_number(drops_per_ml, 4)} drops per mL."


def listed(words: list[str], last: str = "and") -> str:
    """Return words joined as in "a, b and c"."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
