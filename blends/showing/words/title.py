"""Result -> what the recipe is called, and what its oils are traditionally used for."""

from blends.figures import listed, spoken
from blends.flow import Result
from blends.tables.compositions import offered_effects
from blends.tables.names import effect_name, effect_wording


def title(result: Result) -> str:
    """Return what the recipe is called; a chosen effect stands in it only where an oil has that effect."""
    if not result.recipe.portions:
        return listed([base.base_oil.name for base in result.recipe.bases]) + " alone"
    effects = list(_effects(result))
    if effects and result.brief.purpose != "sale":  # a product for sale carries no claim
        names = [effect_name(effect, result.catalogue) for effect in effects]
        return f"{_together(names)} blend{', adapted' if _adapted(result) else ''}"
    names = [oil.name for oil, _ in result.blend.oils]
    return _together(names) if len(names) < 4 else f"Blend of {len(names)} oils"


def subtitle(result: Result) -> str:
    """Return the base oils the blend stands in, "" where they stand alone."""
    if not result.recipe.portions:
        return ""
    return "in " + listed([spoken(base.base_oil.name) for base in result.recipe.bases])


def effect_note(result: Result) -> str:
    """Return what the blend is traditionally used for, and by which of its oils where not all have that use.

    "" for a product on sale: it carries no claim.
    """
    if result.brief.purpose == "sale":
        return ""
    said = []
    for effect, oils in _effects(result).items():
        only = "" if len(oils) == len(result.blend.oils) else f" ({listed([spoken(oil) for oil in oils])})"
        said.append(effect_wording(effect, result.catalogue) + only)
    wording = "; ".join(said)
    return wording[:1].upper() + wording[1:] + "." if wording else ""


def _adapted(result: Result) -> bool:
    """Return whether the oils are others than the compositions allow, or in given parts."""
    compositions = result.catalogue.composition_by_id
    places = [place for id_ in result.brief.effects if id_ in compositions for place in compositions[id_].places]
    oils = {oil.id for oil, _ in result.blend.oils}
    filled = all(oils & set(place.choices) for place in places)
    proposed = set(result.settled.proposed)
    allowed = oils <= {choice for place in places for choice in place.choices} | proposed
    if not places:  # no composition was there to adapt
        return False
    return not (filled and allowed and result.blend.equal and len(oils - proposed) <= len(places))


def _together(names: list[str]) -> str:
    return listed([names[0], *(spoken(name) for name in names[1:])])


def _effects(result: Result) -> dict[str, list[str]]:
    """Return the chosen effects that oils of the recipe have, each with the names of those oils."""
    if not result.recipe.portions:
        return {}
    meant = offered_effects(result.catalogue)
    effects = dict.fromkeys(meant[id_] for id_ in result.brief.effects)
    having = {effect: [oil.name for oil, _ in result.blend.oils if effect in oil.effects] for effect in effects}
    return {effect: oils for effect, oils in having.items() if oils}
