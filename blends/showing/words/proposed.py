"""Result -> why these oils were proposed, or that none could be."""

from blends.asking.choices import Purpose
from blends.figures import listed, spoken
from blends.flow import Result
from blends.showing.words.basis import person_words
from blends.showing.words.summary import COUNTS
from blends.tables.compositions import offered_effects, without_composition
from blends.tables.names import effect_name


def why_proposed(result: Result) -> str:
    """Return why these oils: "" where they are not those proposed for the person, in equal parts, and for sale.

    >>> from blends import calculate, read_brief, read_catalogue
    >>> why_proposed(calculate(read_brief({"effect": "calming"}), read_catalogue()))
    'Proposed: three oils with a source for calming that suit an adult; no such blend may be stronger.'
    """
    proposed, oils = set(result.settled.proposed), {oil.id for oil, _ in result.blend.oils}
    alone = not any(effect in result.catalogue.composition_by_id for effect in result.brief.effects)
    if not (proposed and result.recipe.portions and result.blend.equal and proposed <= oils):
        return ""
    if result.brief.purpose is Purpose.SALE or (alone and proposed != oils):  # a product for sale carries no claim
        return ""
    suit = f"suit {person_words(result.brief.person)}; no such blend may be stronger."
    if alone:
        first = f"Proposed: {COUNTS[len(proposed)]} oils with a source for {_effects(result)} that {suit}"
    else:
        first = f"Proposed for {_effects(result)}: {listed(_names(result, proposed))} have a source for it and {suit}"
    return first + (" No third oil suits." if len(proposed) == 2 else "")


def nothing_proposed(result: Result) -> str:
    """Return that nothing could be proposed, "" where something was, or where oils are named."""
    if result.brief.oils or result.settled.proposed or not _without(result):
        return ""
    return (
        f"No oils are proposed for {_effects(result)}: by our tables no two with a source for it suit "
        f"{person_words(result.brief.person)}{'' if result.blend.oils else '. This is the base oil alone'}."
    )


def _without(result: Result) -> tuple[str, ...]:
    return without_composition(result.brief.effects, result.catalogue)


def _effects(result: Result) -> str:
    meant = offered_effects(result.catalogue)
    return listed([spoken(effect_name(meant[effect], result.catalogue)) for effect in _without(result)])


def _names(result: Result, ids: set[str]) -> list[str]:
    return [spoken(oil.name) for oil, _ in result.blend.oils if oil.id in ids]
