"""Both directions of the Blend page: a brief -> what the inputs hold, and the inputs -> texts of a brief."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from blends.asking.brief import DEFAULTS, Brief, read_brief
from blends.asking.dropper import DROPPERS
from blends.asking.parts import Part
from blends.asking.person import CONTACT, Person, read_age, read_conditions, read_person
from blends.errors import BlendError
from blends.figures import exact_text
from blends.making.meant import with_ids
from blends.making.selection import select
from blends.pages.keys import NOT_KNOWN, NOTHING, OTHER, OWN, OWN_CHOICE, USUAL_BASES, Key, held, state
from blends.pages.tables_now import own_now, tables_now
from blends.possible.proposal import settle_with_proposal
from blends.tables import compositions
from blends.tables.called import called
from blends.tables.names import effect_name

# Inputs -> texts.


def texts_of_widgets() -> dict[str, str]:
    """Return what the inputs say, as `read_brief` reads it."""
    return _effects_and_oils() | {
        "base": _bases(),
        "bottle": held(Key.BOTTLE) or "",
        "dilution": held(Key.DILUTION) or "",
        "drops_per_ml": _drops_per_ml(),
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


def _effects_and_oils() -> dict[str, str]:
    """Return the effects, and the oils where they are others than the effects mean for the person."""
    chosen, unknown, suitable = held(Key.OILS) or [], unknown_of("oils"), held(Key.SUITABLE) or []
    named = [*chosen_effects(), *(unknown_of("effect") if held(Key.COMBINE) else ())]
    texts = {"effect": ",".join(named)} if named else {}
    parts = {id_: good_parts(Key.parts(id_)) if held(Key.UNEQUAL) else "1" for id_ in chosen} | unknown
    if not parts and (suitable or not named):
        texts["oils"] = NOTHING  # that is said, not filled in
    elif held(Key.UNEQUAL) or unknown or set(chosen) != set(suitable):
        texts["oils"] = _listed(parts)
    return texts


def _drops_per_ml() -> str:
    """Return the drops per mL; a dropper nobody knows is reckoned as the pharmacopoeia's, and that is said."""
    dropper = str(held(Key.DROPPER))
    return {OWN: str(held(Key.OWN_DROPS) or ""), NOT_KNOWN: DEFAULTS["drops_per_ml"]}.get(dropper, dropper)


def _bases() -> str:
    if not held(Key.SEVERAL):
        return str(held(Key.BASE_OTHER) if held(Key.BASE) == OTHER else held(Key.BASE))
    chosen, unknown = held(Key.BASES) or [], unknown_of("base")
    several = len(chosen) + len(unknown) > 1
    parts = {id_: good_parts(Key.base_parts(id_)) if several else "1" for id_ in chosen}
    return _listed(parts | unknown) or NOTHING


def _listed(parts: dict[str, str]) -> str:
    return ",".join(f"{id_}:{text}" for id_, text in parts.items())


def chosen_effects() -> tuple[str, ...]:
    """Return the ids of the effects chosen, in the order of the tables."""
    chosen = (held(Key.EFFECTS) or []) if held(Key.COMBINE) else [held(Key.EFFECT)]
    return tuple(id_ for id_ in offered_effects() if id_ in chosen)


def offered_effects() -> dict[str, str]:
    """Return the effects that make a blend, with their names: those with a ready composition first."""
    tables = tables_now()
    return {id_: effect_name(effect, tables) for id_, effect in compositions.offered_effects(tables).items()}


def suitable_oils(effects: tuple[str, ...], person: Person, conditions: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of the oils that the effects mean for the person: of ready compositions, then those proposed."""
    return (_suit if own_now() else _suit_once(tables_now()))(effects, person, conditions)


def _suit(effects: tuple[str, ...], person: Person, conditions: tuple[str, ...]) -> tuple[str, ...]:
    brief = replace(read_brief({}), effects=effects, person=person, conditions=conditions)
    return tuple(oil.id for oil, _ in select(settle_with_proposal(brief, tables_now())).oils)


@lru_cache(maxsize=1)
def _suit_once(_tables: object) -> Callable[[tuple[str, ...], Person, tuple[str, ...]], tuple[str, ...]]:
    """Return what asks these tables once for the same effects and person: each click asks twice."""
    return lru_cache(maxsize=256)(_suit)


def whom_now() -> tuple[Person, tuple[str, ...]]:
    """Return the person and the conditions that the inputs say; the same texts are parsed once.

    While a child's age is missing it is whoever was asked about before: no recipe is shown then, and what the oils were
    chosen for is not forgotten.
    """
    if not age_fault():
        state[Key.WHOM] = _person_text()
    return _whom(state.get(Key.WHOM, "adult"), _conditions_text())


@lru_cache(maxsize=256)
def _whom(person: str, conditions: str) -> tuple[Person, tuple[str, ...]]:
    return read_person(person), read_conditions(conditions)


def _person_text() -> str:
    kind = held(Key.PERSON)
    return f"child:{str(held(Key.AGE) or '').strip()}" if kind == "child" else str(kind)


def age_fault() -> str:
    """Return what is wrong with the child's age, "" where nothing is: it is asked, never assumed."""
    if held(Key.PERSON) != "child":
        return ""
    try:
        read_age(str(held(Key.AGE) or ""))
    except BlendError as error:
        return str(error)
    return ""


def _conditions_text() -> str:
    contact = held(Key.CONTACT)
    return ",".join([*(held(Key.CONDITIONS) or []), *([CONTACT + contact] if contact else [])])


def good_parts(key: str) -> str:
    """Return the parts under `key` that could be read last, "1" before any."""
    return str(state.get(Key.GOOD_PARTS, {}).get(key, "1"))


def unknown_of(field: str) -> dict[str, str]:
    """Return the ids of an opened recipe that the tables do not know, with their parts, for one field of the brief."""
    found: dict[str, str] = state.get(Key.UNKNOWN, {}).get(field, {})
    return found


# Brief -> inputs.


def set_widgets(brief: Brief, first: bool = False) -> None:
    """Set every input but the person and the health to what the brief asks for; what is unknown keeps its place.

    first: the session is new. Then inputs only begin so, the person too, and what the browser still knows stays.
    """
    tables = tables_now()
    brief = with_ids(brief, called(tables))
    named = [effect for effect in brief.effects if effect != OWN_CHOICE]
    effects = [effect for effect in named if effect in offered_effects()]
    single = len(effects) == len(named) < 2
    one = {Key.EFFECT: effects[0] if effects else OWN_CHOICE}
    state.update({Key.COMBINE: not single} | (one if single else {Key.EFFECTS: effects}))
    suitable = suitable_oils(tuple(effects), brief.person, brief.conditions)
    oils = brief.oils or tuple(Part(id_, Fraction(1)) for id_ in suitable)
    bases = [part.id for part in brief.bases if part.id in tables.base_oil_by_id]
    several = len(bases) != 1 or len(brief.bases) != 1
    set_oils([part.id for part in oils if part.id in tables.oil_by_id])
    set_parts({Key.parts(part.id): part for part in brief.oils})
    set_parts({Key.base_parts(part.id): part for part in brief.bases})
    state[Key.UNKNOWN] = {
        "effect": {id_: "" for id_ in named if id_ not in offered_effects()},
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
    state.update({Key.OILS: oils, Key.ADDED: oils, Key.MORE: None, Key.MORE_OWN: None})


def set_parts(parts: dict[str, Part]) -> None:
    """Set the parts under each key."""
    texts = {key: exact_text(part.parts) for key, part in parts.items()}
    state.update(texts)
    state.setdefault(Key.GOOD_PARTS, {}).update(texts)


def base_inputs(id_: str) -> dict[str, object]:
    """Return what the inputs hold where one base oil is chosen."""
    return {Key.BASE: id_} if id_ in USUAL_BASES else {Key.BASE: OTHER, Key.BASE_OTHER: id_}


def _child(brief: Brief) -> dict[str, object]:
    return {} if brief.person.age is None else {Key.PERSON: "child", Key.AGE: str(brief.person.age)}


def _simple(brief: Brief) -> dict[str, object]:
    """Return what the inputs hold that stand each for themselves."""
    drops = exact_text(brief.drops_per_ml)
    usual = brief.drops_per_ml in [each.drops_per_ml for each in DROPPERS]
    return {
        Key.BOTTLE: brief.bottle.text,
        Key.DILUTION: f"{exact_text(brief.asked_pct)} %",
        Key.FILL: brief.fill.value,
        Key.SYSTEM: brief.system.value,
        Key.BOTTLES: str(brief.bottles),
        Key.DROPS: brief.dosing.value,
        Key.PURPOSE: brief.purpose.value,
        **({Key.DROPPER: drops} if usual else {Key.DROPPER: OWN, Key.OWN_DROPS: drops}),
    }
