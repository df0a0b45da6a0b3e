"""The answer of the Blend page in words: the recipe, or why there is none. One part of the page, for parts cost."""

from blends.flow import Result
from blends.pages.blend_answer import Answer, Said
from blends.pages.blend_behind import anything_open
from blends.pages.blend_help import nothing_over
from blends.pages.blend_link import card_links, opened_from, said_of_opened
from blends.pages.blend_lists import list_now
from blends.pages.blend_saved import lacks_own, rests_on_own
from blends.pages.blend_shelf import cost_now
from blends.pages.keys import Key, state
from blends.pages.own_now import own_said
from blends.showing.card import Card
from blends.showing.html import amounts_html, answer_html, foot_html, foot_of, head_html, make_and_mind_html
from blends.showing.words import answer as words
from blends.showing.words.units import units_for


def text_of(answer: Answer, rest: tuple[Said, ...] = ()) -> str:
    """Return the answer as HTML. rest: what is to be said above it and was not said beside an input."""
    own = [Said(sentence, "note") for sentence in own_said()]
    above = [*said_of_opened(), *own, *rest, *([Said(answer.above, "note")] if answer.above else [])]
    if answer.made:
        result, card = answer.made
        parts = [_head(result, card), *([amounts(card)] if nothing_over(result, card.judgement) else [])]
    elif answer.small:
        above.append(Said(str(answer.small)))
        parts = [foot_html(words.TOO_SMALL, "!", words.TAKE_LARGER)]
    else:
        above.append(Said(answer.instead, "note"))
        parts = [foot_html(words.NO_RECIPE, "!", answer.instead)]
    return answer_html(above, parts, list_now(), recipe=not answer.instead)


def amounts(card: Card) -> str:
    """Return the amounts, and how to make and use it."""
    return amounts_html(card) + make_and_mind_html(card)


def _head(result: Result, card: Card) -> str:
    links = None if rests_on_own(result) else card_links(result, card.best_before)  # no address carries own figures
    first = Key.ASK_FOR_WHOM in state or bool(
        state.get(Key.OPENED)
    )  # what is wrong with a link is said before all else
    return head_html(card, links, opened_from(), first) + foot_of(card)


def text_is_all(answer: Answer) -> bool:
    """Return whether the text is all that the page has to say of `answer` alone: nothing else is offered or open."""
    if answer.small or anything_open() or lacks_own():
        return False
    if not answer.made:
        return True
    result, card = answer.made
    return nothing_over(result, card.judgement) and not cost_now(result) and not rests_on_own(result)


def units_of(answer: Answer) -> tuple[str, ...]:
    """Return the units that the amounts of `answer` can be read in."""
    return tuple(units_for(answer.made[0].recipe)) if answer.made else ()
