"""Result -> what is read first: the verdict in two lines, what to leave out."""

from dataclasses import dataclass

from blends.asking.choices import Purpose
from blends.asking.dropper import MET_IN_PRACTICE
from blends.figures import fixed, listed, spoken, write_number
from blends.flow import Result
from blends.judging.findings import Finding, Kind, Verdict
from blends.remedies import LeaveOut
from blends.showing.words.basis import basis_words, subject_words
from blends.showing.words.verdict import SHAPES
from blends.showing.words.whom import whom

_OF_PERSON = (Kind.PERSON, Kind.BASE)  # what speaks about this person, at whatever dilution


@dataclass(frozen=True)
class Line:
    """One line of the verdict: for whom or what it speaks, in words and a shape; large: whether the purpose asks it."""

    speaks_for: str
    verdict: Verdict
    words: str
    shape: str
    large: bool


def verdict_lines(result: Result) -> tuple[Line, Line]:
    """Return the verdict at home and for sale, each for itself, whatever the purpose is."""
    review = result.review
    return (
        _line(result, Purpose.HOME, review.at_home, f"For {whom(result.brief)} at home", "home use"),
        _line(result, Purpose.SALE, review.for_sale, "For sale", "products on sale"),
    )


def _line(result: Result, purpose: Purpose, verdict: Verdict, speaks_for: str, use: str) -> Line:
    books = {book.id for book in result.settled.rulebooks if purpose in book.judges and book.shown_as == book.id}
    found = [each for each in result.review.findings if each.rulebook in books]
    large = purpose is result.review.purpose
    if not result.recipe.portions and verdict is not Verdict.OVER:
        return Line(speaks_for, verdict, "No essential oil: nothing to judge but the base oil", "–", large)
    if verdict is Verdict.OVER:
        words = _over(found, purpose)
    else:
        words = f"Within the limits for {use}" if verdict is Verdict.WITHIN else _unknown(found, result)
    return Line(speaks_for, verdict, words, SHAPES[verdict], large)


def _over(found: list[Finding], purpose: Purpose) -> str:
    """Return what is over; an oil that is not for the person is not over a limit, it is to be left out."""
    over = [each for each in found if each.verdict is Verdict.OVER]
    passed = list(dict.fromkeys(_subject(each) for each in over if not is_barred(each)))
    barred = list(dict.fromkeys(spoken(subject_words(each)) for each in over if is_barred(each)))
    if passed:
        no = "Do not sell; over a limit" if purpose is Purpose.SALE else "Over a limit"  # may I? stands first
        return f"{no}: {_some(passed)}" + (f"; not for this person: {_some(barred)}" if barred else "")
    return f"Not for this person: {_some(barred)}"


def _subject(finding: Finding) -> str:
    return "the strength" if finding.kind is Kind.ALL_OILS else spoken(subject_words(finding))


def is_barred(finding: Finding) -> bool:
    """Return whether a finding says that something is not for the person, at whatever dilution."""
    return finding.kind in _OF_PERSON and finding.limit_pct == 0


def _unknown(found: list[Finding], result: Result) -> str:
    """Return that nothing is over, and how much is not known; what that is stands behind it."""
    missing = [each for each in found if each.verdict is Verdict.NOT_ASSESSED]
    without = {each.subject for each in missing if each.kind in (Kind.NO_FIGURE, Kind.NO_COMPOSITION)}
    weak = {each.subject for each in missing if each.kind not in (Kind.NO_FIGURE, Kind.NO_COMPOSITION, *_OF_PERSON)}
    said = ["Nothing over"]
    if without:
        have = "has no limit of its own" if len(without) == 1 else "have no limit of their own"
        said.append(f"{len(without)} of {len(result.recipe.portions)} oils {have}")
    if any(each.kind in _OF_PERSON for each in missing):
        said.append("no warning found, which is no proof")
    if weak and len(said) == 1:
        said.append(f"{len(weak)} {'thing' if len(weak) == 1 else 'things'} could not be checked")
    return "; ".join(said)


def leave_out_words(each: LeaveOut) -> tuple[str, str]:
    """Return what to leave out, and why, in words."""
    return f"Leave out {spoken(each.oil.name)}", listed([basis_words(reason.basis) for reason in each.reasons])


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
