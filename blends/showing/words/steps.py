"""Recipe -> how to make and use it, step by step; and the two lines for an accident."""

from blends.asking.choices import Fill
from blends.figures import listed, spoken, write_number
from blends.making.recipe import Recipe

# On every card; the whole is in chapters/08_when_it_goes_wrong.md, with its sources.
WHEN_WRONG = (
    "Skin burns or itches: stop, wash it off with soap and water. In the eye: rinse with water for 15 minutes.",
    "Swallowed, or hard to breathe: call a poison centre or the emergency number. Do not make anyone vomit.",
)


_MEASURE = {
    "drops": "Count each oil",
    "ml": "Measure each oil",
    "g": "Weigh each oil",
}


_FOR_A_BACK = (
    "Take 5 to 10 mL for a back, first on your palms. Once a day at most (our advice), in pregnancy not daily."
)
_FOR_A_CHILD = (
    "Take far less than for a grown-up's back (5 to 10 mL), first on your palms. Once a day at most (our advice)."
)


def steps(recipe: Recipe, best_before: str = "", unit: str = "drops", *, child: bool = False) -> tuple[str, ...]:
    """Return how to make and use the oil, step by step.

    best_before: the base oil's own date, where given; unit: how it is measured out; child: whom it is for, of whose
    amounts no source speaks. How much, how often and how long
    it keeps are ours: no source gives them for a blend on skin; with each use the skin may come to react to an oil.
    One author advises against daily use in pregnancy (dilution_guidance.csv): it is said to everybody, as no card
    may tell who is pregnant.
    """
    base = listed([f"{write_number(base.exact_ml)} mL of {spoken(base.base_oil.name)}" for base in recipe.bases])
    until = best_before or "the base oil's own date"
    months = recipe.keeps_months
    keeps = f", {months} months at most (our advice)" if months and not best_before else ""
    mix = "Cap it and roll it well."
    if not recipe.portions:
        made: tuple[str, ...] = (f"Pour {base} into a clean, dry bottle and cap it.",)
    elif recipe.fill is Fill.FILL_TO:
        made = (f"{_MEASURE[unit]} into a clean, dry bottle.", f"Add {base}. {mix}")
    else:
        made = (f"Pour {base} into a clean, dry bottle.", f"{_MEASURE[unit]} into it. {mix}")
    return (
        *made,
        f"Label it: oils, strength, date, best before {until}{keeps}. Keep cool, dark and closed.",
        "Try a little inside the arm, wait a day. Stop if the skin burns, itches or reddens.",
        f"Warm the bottle in hand-hot water. {_FOR_A_CHILD if child else _FOR_A_BACK}",
        "Wash hands before and after. Keep from children.",
    )
