"""Both directions of the Blend page: a brief -> what the inputs hold, and the inputs -> texts of a brief."""

from fractions import Fraction
from functools import lru_cache

from blends.asking.brief import Brief
from blends.asking.dropper import DROPPERS
from blends.asking.parts import Part, read_number_of_parts
from blends.asking.person import CONTACT, Person, read_conditions, read_person
from blends.errors import BlendError
from blends.figures import exact_text, spoken
from blends.making.settle import suitable_oils
from blends.pages.keys import Key, held, state
from blends.tables.catalogue import Catalogue

NOTHING = ","  # the text of oils or base oils of which none is pressed
OWN, OTHER = "own", "other"
USUAL_BASES = ("peanut", "soybean", "almond", "coconut", "olive", "sunflower")  # those the article names


# Inputs -> texts.


def texts_of_widgets(tables: Catalogue) -> dict[str, str]:
    """Return what the inputs say, as `read_brief` reads it."""
    return _effects_and_oils(tables) | {
        "base": _bases(),
        "bottle": held(Key.BOTTLE) or "",
        "dilution": held(Key.DILUTION) or "",
        "drops_per_ml": str(held(Key.OWN_DROPS) if held(Key.DROPPER) == OWN else held(Key.DROPPER)),
        "drops": str(held(Key.DROPS)),
        "fill": str(held(Key.FILL)),
        "system": str(held(Key.SYSTEM)),
        "bottles": str(held(Key.BOTTLES)),
        "purpose": str(held(Key.PURPOSE)),
        "person": _person_text(),
        "conditions": _conditions_text(),
        "title": held(Key.TITLE) or "",
        "note": held(Key.NOTE) or "",
    }


def _effects_and_oils(tables: Catalogue) -> dict[str, str]:
    """Return the effects, and the oils where they are others than the effects mean for the person."""
    chosen, unknown, suitable = held(Key.OILS) or [], unknown_of("oils"), held(Key.SUITABLE) or []
    named = [*chosen_effects(tables), *(unknown_of("effect") if held(Key.COMBINE) else ())]
    texts = {"effect": ",".join(named)} if named else {}
    parts = {id_: good_parts(Key.parts(id_)) if held(Key.UNEQUAL) else "1" for id_ in chosen} | unknown
    if not parts and (suitable or not named):
        texts["oils"] = NOTHING  # that is said, not filled in
    elif held(Key.UNEQUAL) or unknown or set(chosen) != set(suitable):
        texts["oils"] = _listed(parts)
    return texts


def _bases() -> str:
    if not held(Key.SEVERAL):
        return str(held(Key.BASE_OTHER) if held(Key.BASE) == OTHER else held(Key.BASE))
    chosen, unknown = held(Key.BASES) or [], unknown_of("base")
    several = len(chosen) + len(unknown) > 1
    parts = {id_: good_parts(Key.base_parts(id_)) if several else "1" for id_ in chosen}
    return _listed(parts | unknown) or NOTHING


def _listed(parts: dict[str, str]) -> str:
    return ",".join(f"{id_}:{text}" for id_, text in parts.items())


def chosen_effects(tables: Catalogue) -> tuple[str, ...]:
    """Return the ids of the effects chosen, in the order of the tables."""
    chosen = (held(Key.EFFECTS) or []) if held(Key.COMBINE) else [held(Key.EFFECT)]
    return tuple(id_ for id_ in tables.composition_by_id if id_ in chosen)


def whom_now() -> tuple[Person, tuple[str, ...]]:
    """Return the person and the conditions that the inputs say; the same texts are parsed once."""
    return _whom(_person_text(), _conditions_text())


@lru_cache(maxsize=256)
def _whom(person: str, conditions: str) -> tuple[Person, tuple[str, ...]]:
    return read_person(person), read_conditions(conditions)


def _person_text() -> str:
    kind = held(Key.PERSON)
    return f"child:{held(Key.AGE)}" if kind == "child" else str(kind)


def _conditions_text() -> str:
    contact = held(Key.CONTACT)
    return ",".join([*(held(Key.CONDITIONS) or []), *([CONTACT + contact] if contact else [])])


def good_parts(key: str) -> str:
    """Return the parts under `key` that could be read last, "1" before any."""
    return str(state.get(Key.GOOD_PARTS, {}).get(key, "1"))


def keep_parts(key: str, text: str, name: str) -> str:
    """Keep the parts typed for an oil where they can be read; return what is wrong with them, "" where nothing is."""
    try:
        state.setdefault(Key.GOOD_PARTS, {})[key] = exact_text(read_number_of_parts(text, spoken(name)))
    except BlendError as error:
        return f"{error} Shown with {good_parts(key)}."
    return ""


def unknown_of(field: str) -> dict[str, str]:
    """Return the ids of an opened recipe that the tables do not know, with their parts, for one field of the brief."""
    found: dict[str, str] = state.get(Key.UNKNOWN, {}).get(field, {})
    return found


def forget_unknown(*fields: str) -> None:
    """Forget what the tables do not know, once something else is chosen."""
    state[Key.UNKNOWN] = {field: ids for field, ids in state.get(Key.UNKNOWN, {}).items() if field not in fields}


# Brief -> inputs.


def set_widgets(brief: Brief, tables: Catalogue, first: bool = False) -> None:
    """Set every input but the person and the health to what the brief asks for; what is unknown keeps its place.

    first: the session is new. Then inputs only begin so, the person too, and what the browser still knows stays.
    """
    effects = [effect for effect in brief.effects if effect in tables.composition_by_id]
    single = len(effects) == 1 and len(brief.effects) == 1
    state.update({Key.COMBINE: not single} | ({Key.EFFECT: effects[0]} if single else {Key.EFFECTS: effects}))
    suitable = suitable_oils(tuple(effects), brief.person, brief.conditions, tables)
    oils = brief.oils or tuple(Part(id_, Fraction(1)) for id_ in suitable)
    bases = [part.id for part in brief.bases if part.id in tables.base_oil_by_id]
    several = len(bases) != 1 or len(brief.bases) != 1
    set_oils([part.id for part in oils if part.id in tables.oil_by_id])
    set_parts({Key.parts(part.id): part for part in brief.oils})
    set_parts({Key.base_parts(part.id): part for part in brief.bases})
    state[Key.UNKNOWN] = {
        "effect": {id_: "" for id_ in brief.effects if id_ not in tables.composition_by_id},
        "oils": {part.id: exact_text(part.parts) for part in oils if part.id not in tables.oil_by_id},
        "base": {part.id: exact_text(part.parts) for part in brief.bases if part.id not in tables.base_oil_by_id},
    }
    state.update({Key.UNEQUAL: len({part.parts for part in brief.oils}) > 1, Key.SEVERAL: several})
    state.update({Key.BASES: bases, Key.TITLE: brief.title, Key.NOTE: brief.note})
    simple = _simple(brief) | ({} if several else base_inputs(bases[0]))
    if first:
        state[Key.BEGIN] = simple | _child(brief)
    else:
        state.update(simple)


def set_person(brief: Brief) -> None:
    """Take over a child of a saved recipe; an adult in a file may be anyone, so the person stays."""
    state.update(_child(brief))


def set_oils(oils: list[str]) -> None:
    """Choose these oils and no others; they are also offered where the effects do not mean them."""
    state.update({Key.OILS: oils, Key.ADDED: oils, Key.MORE: None})


def start_with(oils: tuple[str, ...]) -> None:
    """Choose the oils that the effects mean for the person; whatever was added is offered no more."""
    state.update({Key.OILS: list(oils), Key.ADDED: []})


def set_parts(parts: dict[str, Part]) -> None:
    """Set the parts under each key."""
    texts = {key: exact_text(part.parts) for key, part in parts.items()}
    state.update(texts)
    state.setdefault(Key.GOOD_PARTS, {}).update(texts)


def base_inputs(id_: str) -> dict[str, object]:
    """Return what the inputs hold where one base oil is chosen."""
    return {Key.BASE: id_} if id_ in USUAL_BASES else {Key.BASE: OTHER, Key.BASE_OTHER: id_}


def _child(brief: Brief) -> dict[str, object]:
    return {} if brief.person.age is None else {Key.PERSON: "child", Key.AGE: brief.person.age}


def _simple(brief: Brief) -> dict[str, object]:
    """Return what the inputs hold that stand each for themselves."""
    drops = exact_text(brief.drops_per_ml)
    usual = brief.drops_per_ml in [each.drops_per_ml for each in DROPPERS]
    return {
        Key.BOTTLE: brief.bottle.text,
        Key.DILUTION: f"{exact_text(brief.asked_pct)} %",
        Key.FILL: brief.fill.value,
        Key.SYSTEM: brief.system.value,
        Key.BOTTLES: brief.bottles,
        Key.DROPS: brief.dosing.value,
        Key.PURPOSE: brief.purpose.value,
        **({Key.DROPPER: drops} if usual else {Key.DROPPER: OWN, Key.OWN_DROPS: drops}),
    }
