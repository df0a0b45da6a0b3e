"""Review -> words: what each rulebook says, how far it goes, and what would help."""

from blends.figures import listed, spoken, write_number
from blends.flow import Result
from blends.judging.ceilings import Ceiling
from blends.judging.findings import OF_ALLOWED, Kind, Verdict
from blends.judging.review import Review
from blends.remedies import Help
from blends.showing.words.basis import SUBJECTS, basis_words, person_words, subject_words
from blends.tables.names import short_name
from blends.tables.rulebook import Rulebook

NO_LIMIT = "no limit"  # what a rulebook says that has no limit for any of the oils: no pass, as nothing was judged
WORDS = {
    Verdict.WITHIN: "Within",
    Verdict.OVER: "Over a limit",
    Verdict.NOT_ASSESSED: "Not all is known",
    NO_LIMIT: "Has no limit for these oils",
}
SHAPES = {Verdict.WITHIN: "✓", Verdict.OVER: "✕", Verdict.NOT_ASSESSED: "?", NO_LIMIT: "–"}


def about(book: Rulebook) -> str:
    """Return a rulebook's full name with edition and date, what it speaks about, as of when, and what is coming."""
    said = f"{', '.join(filter(None, [book.name, book.edition, book.date]))}: {book.covers}"
    said += f"; looked at {book.as_of}" if book.as_of else ""
    return f"{said}. Coming: {book.coming}" if book.coming else said


TO_BE_SURE = " Measure in mL or g to be sure."


def dropper_sentence(result: Result) -> str:
    """Return what changes with droppers of 15 to 45 drops per mL, "" where the verdict stays."""
    review, counted = result.review, result.recipe.drops_per_ml
    changed = [(n, verdict) for n, verdict in review.droppers.items() if verdict != review.verdict]
    if not changed:
        return ""
    drops_per_ml, verdict = changed[0]
    then = {
        Verdict.WITHIN: "the same number is within these limits",
        Verdict.OVER: "the same number is over a limit",
        Verdict.NOT_ASSESSED: "nothing is over, but not all is known",
    }[verdict]
    size = "larger" if drops_per_ml < counted else "smaller"
    return f"If your drops are {size} ({drops_per_ml} fill 1 mL), {then}.{TO_BE_SURE}"


def ceiling_sentence(ceiling: Ceiling, result: Result) -> str:
    """Return a ceiling in words; one above the person's usual rate is never a number to use."""
    usual_pct, achieved_pct = result.review.rates.usual_pct, result.recipe.achieved_dilution_pct
    passed = ceiling.dilution_pct is not None and achieved_pct > ceiling.dilution_pct
    if ceiling.dilution_pct is None or (ceiling.dilution_pct > usual_pct and not passed):
        allowed = "this strength, too" if achieved_pct > usual_pct else f"the usual {write_number(usual_pct)} %"
        return f"this book would allow {allowed}"
    if ceiling.dilution_pct == 0:
        return f"none of it: {binding_words(ceiling, result)}"
    volume = write_number(ceiling.dilution_pct, rounding="down")
    return f"at most {volume} %, because of {binding_words(ceiling, result)}"


def binding_words(ceiling: Ceiling, result: Result) -> str:
    """Return the limit that binds in words: the oil that adds most, the constituent, the rulebook and its figure."""
    if ceiling.barred:
        return f"{spoken(subject_words(ceiling.barred))}: {basis_words(ceiling.barred.basis)}"
    rule = ceiling.binding
    if rule is None or ceiling.most is None:
        return ""
    oil, pct = spoken(ceiling.most.name), f"{write_number(rule.limit_pct)} %"
    book = short_name(rule.rulebook, result.catalogue)
    if rule.kind is Kind.ALL_OILS:
        words = f"{basis_words(rule.basis)}, {pct}"
    elif rule.limit_pct == 0:
        words = f"{oil}: {basis_words(rule.basis)}"
    elif rule.unit == OF_ALLOWED:
        names = [spoken(each.name) for each, _ in result.blend.oils if each.id in rule.factors]
        words = f"{spoken(rule.subject or SUBJECTS[rule.kind])}: {', '.join(names)}"
    elif rule.kind in (Kind.OIL, Kind.USUAL):
        words = f"{oil}, {book} {pct}"
    else:
        words = f"{oil}: {spoken(rule.subject)}, {book} {pct}"
    return words


def row_verdict(review: Review, rulebook: str) -> str:
    """Return what one rulebook says: its verdict, or that it has no limit for these oils."""
    verdict = review.of(rulebook)
    return NO_LIMIT if verdict == Verdict.WITHIN and not review.speaks(rulebook) else verdict


def left_out_sentences(result: Result) -> tuple[str, ...]:
    """Return a sentence for each oil left out for the person: why, and, once, what may stand in."""
    sentences, left_out = [], result.selection.left_out
    for number, each in enumerate(left_out, 1):
        why = listed([basis_words(reason.basis) for reason in each.reasons])
        instead = listed([spoken(result.catalogue.oil_by_id[id_].name) for id_ in each.instead])
        later = any(other.instead == each.instead for other in left_out[number:])
        offer = f" Not in this recipe, but could be: {instead}." if instead and not later else ""
        sentences.append(f"{each.oil.name} is left out for {person_words(result.brief.person)}: {why}.{offer}")
    if result.selection.left_out and not result.blend.oils:
        sentences.append("No oil of the composition is left: this is the base oil alone.")
    return tuple(sentences)


def help_words(help_: Help) -> str:
    """Return a change of the oils in words."""
    out = listed([spoken(oil.name) for oil in help_.out])
    return f"Swap {out} for {spoken(help_.into.name)}" if help_.into else f"Leave out {out}"


def help_sentence(help_: Help, usual_pct: float) -> str:
    """Return a change and the ceiling then, in words."""
    if help_.dilution_pct is None or help_.dilution_pct > usual_pct:
        return f"{help_words(help_)}: then the usual {write_number(usual_pct)} % is allowed"
    return f"{help_words(help_)}: then {write_number(help_.dilution_pct, rounding='down')} % is allowed"


def dilution_then(help_: Help, usual_pct: float) -> str:
    """Return the dilution that a change allows, the usual one at most, as it is written."""
    pct = usual_pct if help_.dilution_pct is None else min(usual_pct, help_.dilution_pct)
    return write_number(pct, 5, "down")
