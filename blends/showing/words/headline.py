"""Review -> the headline: the verdict in big words and in a sentence that names the rulebooks it speaks for."""

from collections.abc import Iterator
from math import inf

from blends.asking.choices import Purpose
from blends.figures import listed, spoken, write_number
from blends.flow import Result
from blends.judging.findings import PERCENT, Finding, Kind, Verdict
from blends.judging.review import Review
from blends.showing.words.basis import basis_words, subject_words
from blends.showing.words.verdict import WORDS
from blends.showing.words.whom import whom
from blends.tables.names import in_sentence, short_name
from blends.tables.rulebook import Rulebook, State


def verdict_words(result: Result) -> str:
    """Return the verdict in big words; *within* never stands alone, as it speaks for some rulebooks only."""
    review = result.review
    if review.verdict != Verdict.WITHIN:
        return WORDS[review.verdict]
    if result.brief.purpose is Purpose.SALE:
        return "Within the limits for products on sale"
    return "Within the limits for home use" + (", over those for products on sale" if _passed(review) else "")


def verdict_sentence(result: Result) -> str:
    """Return the verdict with the rulebooks it speaks for, what it rests on, and what the other rulebooks say."""
    review, tables = result.review, result.catalogue
    over = [each for each in review.findings if each.verdict is Verdict.OVER and each.rulebook in review.judging]
    spoken_for = [in_sentence(id_, tables) for id_ in review.judging if review.speaks(id_)]
    if over:
        first = "Over: " + "; ".join(_over(finding, short_name(finding.rulebook, tables)) for finding in over[:3])
        first += f"; and {len(over) - 3} more" if len(over) > 3 else ""
    elif spoken_for:
        first = f"Nothing over a limit of {listed(spoken_for, 'or')}"
    else:
        first = "No essential oils: nothing to judge but the base oil"
    passed = [f"{in_sentence(id_, tables)} ({_by_how_much(found)})" for id_, found in _passed(review).items()]
    others = f" Over limits for products on sale: {listed(passed)}." if passed else ""
    return "; ".join(filter(None, (first, _unknown(result)))) + "." + others


def difference_sentence(result: Result, handed: Result) -> str:
    """Return what the page says of `result` and the card handed on does not, "" where they agree. Never on a card."""
    here, there = result.review, handed.review
    judges = f"the card is judged for {whom(handed.brief)}"
    hidden = _overs(result) - _overs(handed)
    if hidden or (here.verdict == Verdict.OVER and there.verdict != Verdict.OVER):
        return (
            f"Here it is over a limit for {whom(result.brief)}; {judges} and does not say so. Tell the person yourself."
        )
    if here.verdict == there.verdict:
        return ""
    return f"Here: {WORDS[here.verdict].lower()} for {whom(result.brief)}; {judges}: {WORDS[there.verdict].lower()}."


def _passed(review: Review) -> dict[str, list[Finding]]:
    """Return what is over by the rulebooks that are shown and do not judge, the most passed first."""
    books = [each.rulebook for each in review.ceilings if each.rulebook not in review.judging]
    found = [each for each in review.findings if each.verdict is Verdict.OVER]
    over = {id_: [each for each in found if each.rulebook == id_] for id_ in books}
    return {id_: sorted(each, key=lambda finding: -_times(finding)) for id_, each in over.items() if each}


def _by_how_much(found: list[Finding]) -> str:
    """Return the limit that is passed most, as a multiple, and how many more are."""
    worst, name = found[0], spoken(subject_words(found[0]))
    times = write_number(_times(worst), 2) if worst.limit_pct else ""
    how = f"{times} times its limit" if times else "forbidden"
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    return f"{name}, {'just over its limit' if times == '1' else how}{more}"


def _times(finding: Finding) -> float:
    return (finding.actual_pct or 0) / finding.limit_pct if finding.limit_pct else inf


def _overs(result: Result) -> set[tuple[str, str, str]]:
    """Return what is over, by rulebook and subject; a limit of nothing also by its reason."""
    return {
        (each.rulebook, subject_words(each), "" if each.limit_pct else basis_words(each.basis))
        for each in result.review.findings
        if each.verdict == Verdict.OVER and each.rulebook in result.review.judging
    }


def _over(finding: Finding, rulebook: str) -> str:
    if finding.limit_pct == 0:
        return f"{spoken(subject_words(finding))}, {basis_words(finding.basis)}"
    book = basis_words(finding.basis) if finding.kind is Kind.ALL_OILS else rulebook
    figures = f"{write_number(finding.actual_pct or 0)} {finding.unit}"
    if finding.unit == PERCENT:
        figures += f" against {write_number(finding.limit_pct or 0)} %"
    return f"{spoken(subject_words(finding))} {figures} ({book})"


def _by_state(book: Rulebook, result: Result) -> Iterator[str]:
    """Return by what the oils without a figure of their own were judged: no maximum is set, or their constituents."""
    oils = [portion.oil for portion in result.recipe.portions]  # a base oil alone rests on none of them
    books = result.settled.books
    names = {
        state: [spoken(oil.name) for oil in oils if books.state(oil.id, book.id) is state]
        for state in (State.SETS_NONE, State.BY_CONSTITUENTS)
    }
    if free := names[State.SETS_NONE]:
        yield f"{book.author} sets no maximum for {listed(free)}"
    if held := names[State.BY_CONSTITUENTS]:
        its = "its constituents" if len(held) == 1 else "their constituents"
        yield f"{listed(held)} judged by {its}, as {book.author}'s own figure was not seen"


def _unknown(result: Result) -> str:
    """Return on what it rests, then what was not assessed: oils without a figure first, then what else is missing."""
    review = result.review
    unknown = [each for each in review.findings if each.verdict is Verdict.NOT_ASSESSED]
    missing = [each for each in unknown if each.rulebook in review.judging]
    without = [spoken(finding.subject) for finding in missing if finding.kind is Kind.NO_FIGURE]
    books = result.settled.rulebooks
    said = [words for book in books if book.stand_in for words in _by_state(book, result)]
    if without:
        have, are = ("has", "is") if len(without) == 1 else ("have", "are")
        usual = write_number(review.rates.usual_pct)
        book = listed([each.author for each in books if each.stand_in], "or")
        said.append(f"{listed(without)} {have} no {book} figure and {are} held to the usual {usual} %")
    at_home = {book.id for book in books if Purpose.HOME in book.judges}
    sayings = [each for each in missing if each.rulebook in at_home and each.kind is not Kind.NO_FIGURE]
    for basis in dict.fromkeys(finding.basis for finding in sayings):
        names = [spoken(subject_words(finding)) for finding in sayings if finding.basis == basis]
        said.append(f"{listed(names)}: {basis_words(basis)}")
    for id_ in (id_ for id_ in review.judging if id_ not in at_home):
        found = [each for each in missing if each.rulebook == id_]
        names = list(dict.fromkeys(spoken(subject_words(finding)) for finding in found))
        if names:
            said.append(f"{listed(names)} not assessed by {short_name(id_, result.catalogue)}")
    return "; ".join(said)
