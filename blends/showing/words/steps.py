"""Recipe -> how to make and use it, step by step; and the two lines for an accident."""

from blends.figures import listed, spoken, write_number
from blends.making.recipe import Recipe

# On every card; the whole is in chapters/08_when_it_goes_wrong.md, with its sources.
WHEN_WRONG = (
    "Skin burns or itches: stop, wash it off with soap and water. In the eye: rinse with water for 15 minutes.",
    "Swallowed, or hard to breathe: call a poison centre or the emergency number. Do not make anyone vomit.",
)


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
