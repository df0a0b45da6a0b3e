"""Review -> words: what each rulebook says, how far it goes, and what would help."""

from dataclasses import dataclass, replace
from fractions import Fraction

from blends.asking.parts import Part
from blends.errors import BlendError
from blends.figures import listed, spoken, write_number
from blends.flow import Result, calculate
from blends.judging.ceilings import Ceiling
from blends.judging.constraints import NOT_ASSESSED, OVER, WITHIN
from blends.judging.review import Review
from blends.making.selection import swaps_for
from blends.making.suitability import reasons_against
from blends.tables.catalogue import Catalogue

NO_LIMIT = "no limit"  # what a rulebook says that has no limit for any of the oils: no pass, as nothing was judged
WORDS = {
    WITHIN: "Within",
    OVER: "Over a limit",
    NOT_ASSESSED: "Not assessed in full",
    NO_LIMIT: "Has no limit for these oils",
}
SHAPES = {WITHIN: "✓", OVER: "✕", NOT_ASSESSED: "?", NO_LIMIT: "–"}


@dataclass(frozen=True)
class Help:
    """A change of the oils: the parts then, and the ceiling it leads to in % by volume (None: no limit)."""

    words: str
    parts: tuple[Part, ...]
    dilution_pct: float | None


def dropper_sentence(review: Review) -> str:
    """Return what changes with droppers of 15 to 45 drops per mL, "" where the verdict stays."""
    changed = [(n, verdict) for n, verdict in review.droppers.items() if verdict != review.verdict]
    if not changed:
        return ""
    drops_per_ml, verdict = changed[0]
    return (
        f"The verdict depends on the dropper: with {drops_per_ml} drops per mL the same drops are "
        f"{'within these limits' if verdict == WITHIN else WORDS[verdict].lower()}. Measure in mL or g to be sure."
    )


def ceiling_sentence(ceiling: Ceiling, usual_pct: float, achieved_pct: float = 0.0) -> str:
    """Return a ceiling in words; one above the person's usual rate is never a number to use."""
    passed = ceiling.dilution_pct is not None and achieved_pct > ceiling.dilution_pct
    if ceiling.dilution_pct is None or (ceiling.dilution_pct > usual_pct and not passed):
        return f"no limit of this rulebook binds below {write_number(usual_pct)} %"
    if ceiling.dilution_pct == 0:
        return f"none of it: {ceiling.binding}"
    weight = write_number(ceiling.dilution_w_w_pct or 0, rounding="down")
    return (
        f"{write_number(ceiling.dilution_pct, rounding='down')} % by volume ({weight} % by weight): {ceiling.binding}"
    )


def usable(ceiling: Ceiling, review: Review) -> bool:
    """Return whether a ceiling is a number to use: above nothing, and not above the person's usual rate."""
    return ceiling.dilution_pct is not None and 0 < ceiling.dilution_pct <= review.rates.usual_pct


def row_verdict(review: Review, rulebook: str) -> str:
    """Return what one rulebook says: its verdict, or that it has no limit for these oils."""
    verdict = review.of(rulebook)
    return NO_LIMIT if verdict == WITHIN and not review.speaks(rulebook) else verdict


def left_out_sentences(result: Result, catalogue: Catalogue) -> tuple[str, ...]:
    """Return a sentence for each oil left out for the person: why, and what may stand in."""
    sentences = []
    for each in result.selection.left_out:
        why = listed([reason.words for reason in each.reasons])
        instead = listed([spoken(catalogue.oil_by_id[id_].name) for id_ in each.instead])
        offer = f" Instead: {instead}." if instead else ""
        sentences.append(f"{each.oil.name} is left out for {result.brief.person.words}: {why}.{offer}")
    if result.selection.left_out and not result.blend.oils:
        sentences.append("No oil of the composition is left: this is the base oil alone.")
    return tuple(sentences)


def what_clears(result: Result) -> tuple[Help, ...]:
    """Return the one step that no dilution replaces: leaving out each oil that is not for the person."""
    chosen = [oil for oil, _ in result.blend.oils]
    brief, tables = result.brief, result.catalogue
    barred = [
        oil
        for oil in chosen
        if any(reason.known for reason in reasons_against(oil, brief.person, brief.conditions, tables))
    ]
    if not barred:
        return ()
    kept = tuple(Part(oil.id, share) for oil, share in result.blend.oils if oil not in barred)
    return (Help(f"Leave out {listed([spoken(oil.name) for oil in barred])}", kept, None),) if kept else ()


def what_helps(result: Result, rulebook: str, catalogue: Catalogue) -> tuple[Help, ...]:
    """Return the changes of one oil that raise the ceiling of `rulebook` most, best first, five at most.

    Each oil is left out, or swapped for one with the same effect that suits the person; worked out when asked.
    """
    now = _ceiling(result, rulebook)
    parts = {oil.id: share for oil, share in result.blend.oils}
    helps = []
    for id_ in parts:
        name = spoken(catalogue.oil_by_id[id_].name)
        options = [(f"Leave out {name}", {each: part for each, part in parts.items() if each != id_})]
        for swap in swaps_for(id_, result.brief.effects, catalogue):
            against = reasons_against(
                catalogue.oil_by_id[swap], result.brief.person, result.brief.conditions, catalogue
            )
            if swap not in parts and not against:
                words = f"Swap {name} for {spoken(catalogue.oil_by_id[swap].name)}"
                options.append((words, {swap if each == id_ else each: part for each, part in parts.items()}))
        for words, oils in options:
            if oils and (then := _with(result, oils, rulebook, catalogue)) > now:
                helps.append(Help(words, tuple(Part(*each) for each in oils.items()), None if then == 100 else then))
    return tuple(sorted(helps, key=lambda help_: -(help_.dilution_pct or 100))[:5])


def _with(result: Result, oils: dict[str, Fraction], rulebook: str, catalogue: Catalogue) -> float:
    brief = replace(result.brief, oils=tuple(Part(id_, part) for id_, part in oils.items()), dosing="exact")
    try:
        return _ceiling(calculate(brief, catalogue), rulebook)
    except BlendError:
        return 0.0


def _ceiling(result: Result, rulebook: str) -> float:
    found = (each.dilution_pct for each in result.review.ceilings if each.rulebook == rulebook)
    pct = next(found, None)
    return 100.0 if pct is None else pct


def help_sentence(help_: Help, usual_pct: float) -> str:
    """Return a change and the ceiling then, in words."""
    if help_.dilution_pct is None or help_.dilution_pct > usual_pct:
        return f"{help_.words}: then no limit of it binds below {write_number(usual_pct)} %"
    return f"{help_.words}: then {write_number(help_.dilution_pct, rounding='down')} %"


def dilution_then(help_: Help, usual_pct: float) -> str:
    """Return the dilution that a change allows, the usual one at most, as it is written."""
    pct = usual_pct if help_.dilution_pct is None else min(usual_pct, help_.dilution_pct)
    return write_number(pct, 5, "down")
