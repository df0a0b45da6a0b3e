"""What the inputs come to, known before they are drawn: a recipe or why there is none, and what is said beside which.

So an input that has nothing to hear is one part of the page, not two; parts are what a click costs (speed.md).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal, NamedTuple

import streamlit as st

from blends.asking.brief import DEFAULTS, Brief, read_fields
from blends.errors import BlendError
from blends.flow import Result, calculate
from blends.making.meant import unknown_ids
from blends.making.stock import TooSmallError
from blends.pages.blend_choices import begin_several, suit_oils
from blends.pages.blend_state import age_fault, chosen_effects, texts_of_widgets
from blends.pages.keys import NOT_KNOWN, NOTHING, OWN_CHOICE, Key, held, state
from blends.pages.shelf_now import shelf_seen
from blends.pages.tables_now import own_now, tables_now
from blends.showing.card import Card, write_card
from blends.showing.html import sentence_html
from blends.showing.words import answer as words
from blends.showing.words.first_sight import dropper_not_known
from blends.showing.words.units import Unit, unit_of
from blends.showing.words.whom import is_private
from blends.tables.called import called


class Said(NamedTuple):
    """A sentence and its tone: "wrong" is to be put right, "note" is not."""

    sentence: str
    tone: Literal["wrong", "note"] = "wrong"


@dataclass(frozen=True)
class Answer:
    """What the page answers to `texts`.

    made: the recipe and its card; None where there is none: `instead` says why, or `small` by how much the bottle is
    too small; keep: what the address shall hold, None: what it holds; beside: what is said beside the input of a
    field; above: above the recipe.
    """

    texts: Mapping[str, str]
    keep: Brief | None = None
    made: tuple[Result, Card] | None = None
    instead: str = ""
    small: TooSmallError | None = None
    beside: Mapping[str, Said] = field(default_factory=dict)
    above: str = ""


def answer_now() -> Answer:
    """Return the answer to what the inputs say now: a choice is known before its input is drawn."""
    begin_several()
    suit_oils()
    return answer_to(texts_of_widgets())


def answer_to(texts: Mapping[str, str]) -> Answer:
    """Return the answer to what the inputs say; a text that cannot be read is said, and its last good one is kept.

    Where nothing is chosen, or something the tables do not know, there are no amounts.
    """
    if fault := age_fault():
        return Answer(texts, instead=fault, beside={"person": Said(fault, "note")})
    good: dict[str, str] = state.setdefault(Key.GOOD, {})
    brief, errors = read_fields(texts)
    nothing = [name for name in errors if texts.get(name) == NOTHING]
    beside = {
        name: Said(words.CHOOSE[name], "note") if name in nothing else Said(str(error))
        for name, error in errors.items()
        if (name, texts.get(name)) != ("oils", NOTHING)  # that is said in place of the recipe
    }
    kept = {name: good.get(name, DEFAULTS[name]) for name in errors if name in DEFAULTS}
    if errors:
        brief, _ = read_fields({**texts, **kept})
    good.update({name: text for name, text in texts.items() if name not in errors})
    begun = Answer(texts, brief, beside=beside)
    if nothing:
        if "oils" in nothing:  # then the address names none, either
            begun = replace(begun, keep=replace(brief, effects=(OWN_CHOICE,), oils=()))
        none_of_mine = "oils" in nothing and chosen_effects() and held(Key.ONLY_MINE) and shelf_seen()
        return replace(begun, instead=words.NONE_OF_MINE if none_of_mine else words.nothing_chosen(nothing))
    if unknown := unknown_ids(brief, called(tables_now())):
        said = {each.field: " ".join(str(error) for error in unknown if error.field == each.field) for each in unknown}
        beside |= {name: Said(sentence) for name, sentence in said.items()}
        return replace(begun, beside=beside, instead=" ".join(said.values()))
    if errors:
        begun = replace(begun, above=words.shown_instead(list(kept.values())))
    return _made(brief, begun)


def _made(brief: Brief, begun: Answer) -> Answer:
    """Return the answer with the recipe that the brief asks for, or with why it cannot be made."""
    try:
        before, unit = state.get(Key.BEST_BEFORE) or "", held(Key.UNIT)
        own = (
            is_private(brief) or brief.title or brief.note or before or own_now()
        )  # what is somebody's own is never kept
        result, card = (_make if own else _make_once(tables_now()))(brief, unit, before)
    except TooSmallError as small:
        return replace(begun, small=small, beside={**begun.beside, "bottle": Said(small.short)})
    except BlendError as error:
        return replace(begun, instead=str(error), beside={**begun.beside, error.field: Said(str(error))})
    beside = dict(begun.beside)
    if held(Key.DROPPER) == NOT_KNOWN and card.droppers:
        beside["drops_per_ml"] = Said(dropper_not_known(result), "note")
    return replace(begun, made=(result, card), beside=beside)


def _make(brief: Brief, unit: Unit, best_before: str) -> tuple[Result, Card]:
    """Return the recipe and the card that its maker sees."""
    result = calculate(brief, tables_now())
    return result, write_card(result, best_before=best_before, handed_on=False, unit=unit_of(result.recipe, unit))


@lru_cache(maxsize=1)
def _make_once(_tables: object) -> Callable[[Brief, Unit, str], tuple[Result, Card]]:
    """Return what makes each recipe once, from these tables: many visitors begin alike. Other tables begin anew."""
    return lru_cache(maxsize=128)(_make)


class Beside:
    """What is still to be said beside the inputs; each input says its own once it is drawn."""

    def __init__(self, said: Mapping[str, Said]) -> None:
        self._left, self._drawn = dict(said), set[str]()

    def say(self, *fields: str) -> None:
        """Say here what belongs beside the inputs of these fields."""
        self._drawn.update(fields)
        for name in fields:
            if said := self._left.pop(name, None):
                st.html(sentence_html(*said))

    def rest(self, said: Mapping[str, Said]) -> tuple[Said, ...]:
        """Return what was not said yet: its input is not drawn, or it came up while the inputs were."""
        return tuple(each for name, each in said.items() if name not in self._drawn)
