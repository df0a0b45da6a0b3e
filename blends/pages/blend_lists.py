"""The lists of oils, one for each effect: all stand on the page, and the answer says which of them is seen.

So a click on an effect makes no list anew, which costs a browser more than all the rest of the click (speed.md). A list
is made anew where others are offered or chosen than it shows: its key counts on. It then begins with what is chosen and
is drawn once; a list that gets other oils is drawn with them, and once more with those chosen.
"""

from blends.pages.blend_shelf import owned_only
from blends.pages.blend_state import chosen_effects, offered_effects, suitable_oils, whom_now
from blends.pages.keys import OWN_CHOICE, Key, state
from blends.pages.tables_now import tables_now
from blends.tables.compositions import ready_oils

Oils = tuple[list[str], list[str]]  # those offered, and those of them that are chosen
NOTHING_YET: tuple[int, Oils | None] = 0, None


def list_now() -> str:
    """Return whose list is seen: of the one effect chosen, or of none and of several, which is one's own."""
    effects = chosen_effects()
    return effects[0] if len(effects) == 1 and not state.get(Key.COMBINE) else OWN_CHOICE


def lists() -> tuple[str, ...]:
    """Return whose lists the page holds: of each effect that is a click away, and one's own."""
    return (OWN_CHOICE,) if state.get(Key.COMBINE) else (*offered_effects(), OWN_CHOICE)


def oils_of(whose: str) -> Oils:
    """Return what the list offers and begins with: what is chosen, where it is seen; else what its effect means."""
    tables = tables_now()
    if whose == list_now():
        chosen = list(state[Key.OILS] or [])
        of_effects = [*ready_oils(chosen_effects(), tables), *state[Key.SUITABLE], *state.get(Key.ADDED, [])]
        return list(dict.fromkeys((*owned_only([*of_effects, *chosen]), *chosen))), chosen
    if whose == OWN_CHOICE:
        return [], []
    suitable = suitable_oils((whose,), *whom_now())
    return list(dict.fromkeys(owned_only([*ready_oils((whose,), tables), *suitable]))), owned_only(suitable)


def key_of(whose: str, oils: Oils) -> str:
    """Return the key of the list that shows `oils`: a new one where it shows others."""
    number, shown = _shown().get(whose, NOTHING_YET)
    if shown != oils:
        number += 1
    _shown()[whose] = number, oils
    return Key.oils(whose, number)


def stands() -> bool:
    """Return whether the list that is to be seen shows what is offered and chosen now."""
    whose = list_now()
    return _shown().get(whose, NOTHING_YET)[1] == oils_of(whose)


def take_oils(whose: str) -> None:
    """Take the oils pressed in a list; one that is seen no more has nothing to say, and is made anew once it is."""
    number, oils = _shown()[whose]
    pressed = list(state[Key.oils(whose, number)] or [])
    if whose == list_now():
        state[Key.OILS] = pressed
    _shown()[whose] = number, (oils[0], pressed)


def _shown() -> dict[str, tuple[int, Oils]]:
    shown: dict[str, tuple[int, Oils]] = state.setdefault(Key.OILS_SHOWN, {})
    return shown
