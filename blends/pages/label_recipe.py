"""The recipe whose label it is: what the inputs of the Blend page say, though none of them is drawn here."""

from blends.asking.brief import DEFAULTS, read_fields
from blends.errors import BlendError
from blends.flow import Result, calculate
from blends.pages.blend_state import age_fault, texts_of_widgets
from blends.pages.keys import NOTHING, Key, state
from blends.pages.tables_now import tables_now
from blends.showing.words import answer, label_page


def recipe_now() -> tuple[Result | None, str]:
    """Return the recipe, None where there is none, and what is to be said of it."""
    if fault := age_fault():
        return None, fault
    texts = texts_of_widgets()
    good: dict[str, str] = state.get(Key.GOOD, {})
    brief, errors = read_fields(texts)
    if nothing := [field for field in errors if texts.get(field) == NOTHING]:
        return None, " ".join(answer.CHOOSE[field] for field in nothing)
    if errors:
        brief, _ = read_fields(
            texts | {field: good.get(field, DEFAULTS[field]) for field in errors if field in DEFAULTS}
        )
    try:
        return calculate(brief, tables_now()), label_page.LAST_GOOD if errors else ""
    except BlendError as error:
        return None, str(error)
