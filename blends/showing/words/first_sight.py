"""Result -> what is read first: the verdict in two lines, what to leave out, the recipe in one line."""

from dataclasses import dataclass

from blends.asking.dropper import MET_IN_PRACTICE
from blends.asking.parts import Part
from blends.figures import fixed, listed, spoken, write_number
from blends.flow import Result
from blends.judging.constraints import GUIDANCE, HOME, NOT_ASSESSED, OVER, Finding, Verdict, rulebooks_for
from blends.judging.review import overall
from blends.making.suitability import reasons_against
from blends.showing.words.amounts import bottle
from blends.showing.words.verdict import SHAPES
from blends.showing.words.whom import whom
from blends.tables.catalogue import Catalogue


@dataclass(frozen=True)
class Line:
    """One line of the verdict: for whom or what it speaks, in words and a shape; large: whether the purpose asks it."""

    speaks_for: str
    verdict: Verdict
    words: str
    shape: str
    large: bool


@dataclass(frozen=True)
class LeaveOut:
    """An oil that is not for this person: why, and the parts of the oils without it, () where none would be left."""

    id: str
    name: str
    why: str
    parts: tuple[Part, ...]


def verdict_lines(result: Result) -> tuple[Line, Line]:
    """Return the verdict at home and for sale, each for itself, whatever the purpose is."""
    sale = result.brief.purpose == "sale"
    books = rulebooks_for(result.brief)
    at_home = _line(result, f"For {whom(result.brief)} at home", "home use", (GUIDANCE, HOME), not sale)
    return at_home, _line(result, "For sale", "products on sale", books, sale)


def _line(result: Result, speaks_for: str, use: str, books: tuple[str, ...], large: bool) -> Line:
    found = [each for each in result.review.findings if each.rulebook in books]
    verdict = overall(found)
    if not result.recipe.portions and verdict != OVER:
        return Line(speaks_for, verdict, "No essential oil: nothing to judge but the base oil", "–", large)
    words = {OVER: _over(found), NOT_ASSESSED: _unknown(found, result)}.get(verdict, f"Within the limits for {use}")
    return Line(speaks_for, verdict, words, SHAPES[verdict], large)


def _over(found: list[Finding]) -> str:
    """Return what is over; an oil that is not for the person is not over a limit, it is to be left out."""
    over = [each for each in found if each.verdict == OVER]
    passed = list(dict.fromkeys(spoken(each.subject) for each in over if not is_barred(each)))
    barred = list(dict.fromkeys(spoken(each.subject) for each in over if is_barred(each)))
    if passed:
        return f"Over a limit: {_some(passed)}" + (f"; not for this person: {_some(barred)}" if barred else "")
    return f"Not for this person: {_some(barred)}"


def is_barred(finding: Finding) -> bool:
    """Return whether a finding says that something is not for the person, at whatever dilution."""
    return finding.rulebook == GUIDANCE and finding.verdict == OVER and finding.limit_pct == 0


def _unknown(found: list[Finding], result: Result) -> str:
    """Return that nothing is over, and how many oils have no limit of their own; their names stand behind it."""
    names = {portion.oil.name for portion in result.recipe.portions}
    without = {each.subject for each in found if each.verdict == NOT_ASSESSED and each.subject in names}
    if not without:
        return "Nothing over, but not everything is known"
    have = "has no limit of its own" if len(without) == 1 else "have no limit of their own"
    return f"Nothing over; {len(without)} of {len(names)} oils {have}"


def leave_outs(result: Result, catalogue: Catalogue) -> tuple[LeaveOut, ...]:
    """Return each oil in the bottle that is not for the person, with why; no dilution replaces leaving it out."""
    oils = result.blend.oils
    why = {oil.id: _reasons(result, oil.id, catalogue) for oil, _ in oils}
    barred = [oil for oil, _ in oils if why[oil.id]]
    rest = {oil.id: tuple(Part(each.id, share) for each, share in oils if each != oil) for oil in barred}
    return tuple(LeaveOut(oil.id, spoken(oil.name), why[oil.id], rest[oil.id]) for oil in barred)


def _reasons(result: Result, id_: str, catalogue: Catalogue) -> str:
    oil, brief = catalogue.oil_by_id[id_], result.brief
    return listed(
        [each.words for each in reasons_against(oil, brief.person, brief.conditions, catalogue) if each.known]
    )


def one_line(result: Result) -> str:
    """Return the recipe in one short line, for the foot of a phone.

    >>> from blends import calculate, read_brief, read_catalogue
    >>> one_line(calculate(read_brief({}), read_catalogue()))
    '4 × 10 drops in 100 mL'
    """
    recipe = result.recipe
    size = bottle(result)
    if not recipe.portions:
        return f"{size} of base oil alone"
    count = len(recipe.portions)
    if recipe.total_drops is None:
        oils = "1 oil" if count == 1 else f"{count} oils"
        return f"{write_number(recipe.oils_ml)} mL of {oils} in {size}"
    drops = [portion.drops or 0 for portion in recipe.portions]
    if len(set(drops)) > 1:
        return f"{sum(drops)} drops of {count} oils in {size}"
    return f"{count} × {drops[0]} drop{'' if drops[0] == 1 else 's'} in {size}"


def _some(names: list[str]) -> str:
    more = len(names) - 2
    return listed(names) if more < 1 else f"{', '.join(names[:2])} and {more} more"


def dropper_not_known(result: Result) -> str:
    """Return what is said where nobody knows the dropper: reckoned with 20, and what others would make of it."""
    recipe = result.recipe
    fewest, most = (f"{fixed(recipe.dilution_with(n))} %" for n in (MET_IN_PRACTICE[0], MET_IN_PRACTICE[-1]))
    per_ml = write_number(recipe.drops_per_ml, 4)
    return (
        f"Reckoned with {per_ml} drops from 1 mL. Droppers give 15 to 45: the same drops then make {fewest} to {most}. "
        "To know yours, count the drops that fill 1 mL."
    )
