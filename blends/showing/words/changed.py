"""Two briefs -> one line of what changed; two verdicts of a rulebook -> since when it says otherwise."""

from collections.abc import Iterator

from blends.asking.brief import Brief
from blends.asking.parts import Part
from blends.asking.person import Person
from blends.figures import exact_text, listed, spoken
from blends.judging.findings import Verdict
from blends.showing.words.questions import DOSINGS, FILLS, PURPOSES, SYSTEMS
from blends.showing.words.verdict import WORDS
from blends.tables.called import AllCalled, Called

FIRST = "First saved"
LONGEST = 200  # characters: a line, not a list
_CHOSEN = {  # of what the page offers: field, what stands before it, and each choice in the words of the page
    "fill": ("", FILLS),
    "dosing": ("", DOSINGS),
    "system": ("ounce of ", SYSTEMS),
    "purpose": ("", PURPOSES),
}


def what_changed(before: Brief | None, after: Brief, called: AllCalled) -> str:
    """Return one line of what `after` has that `before` had not, FIRST without one, "" where nothing changed.

    >>> from blends import read_brief, read_catalogue
    >>> from blends.tables.called import called
    >>> first = read_brief({"oils": "lavender", "dilution": "2 %"})
    >>> second = read_brief({"oils": "lavender,rosemary", "dilution": "3 %"})
    >>> what_changed(first, second, called(read_catalogue()))
    '2 % → 3 %, rosemary added'
    """
    if before is None:
        return FIRST
    line = ", ".join(_changes(before, after, called))
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip(" ,") + "…"


def _changes(before: Brief, after: Brief, called: AllCalled) -> Iterator[str]:
    if before.dilution_pct != after.dilution_pct:
        yield f"{_pct(before)} → {_pct(after)}"
    if before.bottle.text != after.bottle.text:
        yield f"{before.bottle.text} → {after.bottle.text}"
    if before.bottles != after.bottles:
        yield f"{before.bottles} → {after.bottles} bottles"
    if before.effects != after.effects:
        yield f"{_names(before.effects, called.effects)} → {_names(after.effects, called.effects)}"
    yield from _parts(before.oils, after.oils, called.oils)
    yield from _parts(before.bases, after.bases, called.bases)
    if before.drops_per_ml != after.drops_per_ml:
        yield f"{exact_text(before.drops_per_ml)} → {exact_text(after.drops_per_ml)} drops per mL"
    if before.person != after.person:
        yield f"for {_whom(before.person)} → for {_whom(after.person)}"
    for field, (label, names) in _CHOSEN.items():
        if getattr(before, field) != getattr(after, field):
            was, is_ = (_choice(names[getattr(brief, field)]) for brief in (before, after))
            yield f"{label}{was} → {is_}"
    if before.title != after.title:
        yield "new title" if after.title else "title taken out"
    if before.note != after.note:
        yield "new note" if after.note else "note taken out"


def _parts(before: tuple[Part, ...], after: tuple[Part, ...], called: Called) -> Iterator[str]:
    old, new = ({part.id: part.parts for part in parts} for parts in (before, after))
    added, gone = [id_ for id_ in new if id_ not in old], [id_ for id_ in old if id_ not in new]
    if added:
        yield f"{_names(tuple(added), called)} added"
    if gone:
        yield f"{_names(tuple(gone), called)} taken out"
    parts = [id_ for id_ in new if id_ in old and new[id_] != old[id_]]
    if parts:
        yield "parts of " + listed([spoken(_name(id_, called)) for id_ in parts])
    elif not added and not gone and list(old) != list(new):
        yield "another order"


def _name(id_: str, called: Called) -> str:
    return called.names.get(id_, id_)


def _choice(name: str) -> str:
    return name if name.isupper() else spoken(name)  # US


def _names(ids: tuple[str, ...], called: Called) -> str:
    return listed([spoken(_name(id_, called)) for id_ in ids]) or "own oils"


def _pct(brief: Brief) -> str:
    return "the usual dilution" if brief.dilution_pct is None else f"{exact_text(brief.dilution_pct)} %"


def _whom(person: Person) -> str:
    return "an adult" if person.age is None else f"a child of {person.age}"


def says_otherwise(rulebook: str, since: str, now: str, before: str | None) -> str:
    """Return that a rulebook says otherwise than before; since: its edition or the day its tables were looked at.

    >>> says_otherwise("IFRA 51", "30 June 2023", "over", "within")
    'IFRA 51: over a limit since 30 June 2023; before, within.'
    """
    was = f"; before, {_verdict(before)}" if before else "; it did not judge this blend before"
    return f"{rulebook}: {_verdict(now)} since {since}{was}."


def tables_of(day: str) -> str:
    """Return what a rulebook says otherwise since, where its edition is the same."""
    return f"its tables of {day}"


def can_be_made(now: str, before: str) -> str:
    """Return that a blend can, or can no longer, be made by the tables; the texts say why not, "" where it can."""
    if now:
        return f"By today's tables this blend cannot be made as it was saved. {now}"
    return f"By today's tables this blend can be made again; before: {before}"


def _verdict(verdict: str) -> str:
    return WORDS[Verdict(verdict)].lower()
