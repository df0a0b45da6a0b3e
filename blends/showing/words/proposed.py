"""Result -> why these oils were proposed; an offer of what can be made -> its line."""

from blends.asking.choices import Purpose
from blends.figures import listed, spoken, write_number
from blends.flow import Result
from blends.making.suitability import Reason
from blends.offers import Offer, Offers
from blends.possible.suits import NotFor
from blends.showing.words.basis import basis_words, person_words
from blends.showing.words.summary import COUNTS
from blends.showing.words.verdict import SHAPES, WORDS
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


def offer_line(offer: Offer) -> str:
    """Return what a blend is, how it is judged, and how strong it may be.

    >>> from blends import read_catalogue, what_can_i_make
    >>> offer_line(what_can_i_make(("pine", "eucalyptus"), ("refreshing",), "adult", read_catalogue()).best[0])
    'Eucalyptus (blue gum) and Scots pine: up to 3 %; at home ✓ Within, for sale ? Not all is known'
    """
    names = [oil.name for oil in offer.oils]
    most = "no limit" if offer.ceiling_pct is None else f"up to {write_number(offer.ceiling_pct, rounding='down')} %"
    home, sale = (f"{SHAPES[verdict]} {WORDS[verdict]}" for verdict in (offer.at_home, offer.for_sale))
    together = listed([names[0], *(spoken(name) for name in names[1:])])
    return f"{together}: {most}; at home {home}, for sale {sale}"


def offers_sentence(offers: Offers) -> str:
    """Return how many blends are possible, and of how many the best are shown."""
    if not offers.best:
        return "No blend of two to five of these oils in equal parts serves what was asked for and suits this person."
    blends = "1 blend is" if offers.possible == 1 else f"{offers.possible:,} blends are"
    return f"{blends} possible. Shown: the best {len(offers.best)}, each calculated."


def not_for_line(each: NotFor) -> str:
    """Return which oil is not offered to the person, and why."""
    return f"{each.oil.name}: {_why(each.reasons)}"


def _why(reasons: tuple[Reason, ...]) -> str:
    if not reasons:
        return "a list asks to limit it, and says no figure"
    return listed([basis_words(reason.basis) for reason in reasons])


def _without(result: Result) -> tuple[str, ...]:
    return without_composition(result.brief.effects, result.catalogue)


def _effects(result: Result) -> str:
    meant = offered_effects(result.catalogue)
    return listed([spoken(effect_name(meant[effect], result.catalogue)) for effect in _without(result)])


def _names(result: Result, ids: set[str]) -> list[str]:
    return [spoken(oil.name) for oil, _ in result.blend.oils if oil.id in ids]
