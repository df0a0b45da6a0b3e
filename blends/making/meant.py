"""Brief -> the same brief by ids: which oils its names mean; what none knows is said, with what is called alike."""

from collections.abc import Iterator
from dataclasses import replace

from blends.asking.brief import Brief
from blends.asking.parts import Part
from blends.errors import BlendError, quote
from blends.figures import listed
from blends.tables.called import AllCalled, Called
from blends.tables.own import PREFIX
from blends.tables.own_marks import without_mark


def with_ids(brief: Brief, names: AllCalled) -> Brief:
    """Return `brief` with the id of each oil and base oil whose name means exactly one; the others as they stand.

    >>> from blends import read_brief, read_catalogue
    >>> from blends.tables.called import called
    >>> brief = read_brief({"oils": "true lavender:2, Myristica fragrans"})
    >>> [part.id for part in with_ids(brief, called(read_catalogue())).oils]
    ['lavender', 'nutmeg']
    """
    oils, bases = _by_id(brief.oils, names.oils), _by_id(brief.bases, names.bases)
    return brief if (oils, bases) == (brief.oils, brief.bases) else replace(brief, oils=oils, bases=bases)


def _by_id(parts: tuple[Part, ...], names: Called) -> tuple[Part, ...]:
    taken, found = {part.id for part in parts}, []
    for part in parts:
        ids = () if part.id in names.names else names.ids(part.id)
        free = len(ids) == 1 and ids[0] not in taken
        found.append(replace(part, id=ids[0]) if free else part)
        taken.add(found[-1].id)
    return tuple(found)


def unknown_ids(brief: Brief, names: AllCalled) -> tuple[BlendError, ...]:
    """Return a sentence for each effect, oil and base oil of `brief` that means nothing, or not one thing, in order."""
    brief = with_ids(brief, names)
    return (
        *_unknown(brief.effects, names.effects, "an effect", "effect"),
        *_unknown(tuple(part.id for part in brief.oils), names.oils, "an essential oil", "oils"),
        *_unknown(tuple(part.id for part in brief.bases), names.bases, "a base oil", "base"),
    )


def _unknown(asked: tuple[str, ...], names: Called, kind: str, field: str) -> Iterator[BlendError]:
    unknown = [text for text in asked if text not in names.names]
    if own := [text for text in unknown if text.startswith(PREFIX)]:
        yield BlendError(_of_others(own), field)
    for text in unknown:
        if text not in own:
            yield BlendError(_gone(text, names) or _sentence(text, names, kind), field)


def _of_others(ids: list[str]) -> str:
    """Return a sentence for oils of somebody's own: nothing near is offered, for it would be another oil."""
    named = listed([quote(without_mark(id_)) for id_ in ids])
    are = "is an oil" if len(ids) == 1 else "are oils"
    return (
        f"{named} {are} of somebody's own book, unknown here: a link carries no figures. Ask for the file of the "
        "recipe (JSON), and open it on the Blend page."
    )


def _gone(id_: str, names: Called) -> str:
    """Return a sentence for an oil no longer in the table, by its name."""
    if id_ in names.retired:
        name, why = names.retired[id_]
        return f"{name} ({id_}) is no longer in the table: {why}. Leave it out, or swap it."
    return ""


def _sentence(text: str, names: Called, kind: str) -> str:
    meant = [names.names[id_] for id_ in names.ids(text)]
    if len(meant) == 1:
        return f"{meant[0]} stands there twice, once as {quote(text)}. Write it once, with its parts."
    if meant:
        return f"{quote(text)} is the name of {listed(meant)}. Write the one you mean."
    if near := names.misspelt(text):
        return f"{quote(text)} is not {kind} I know. Did you mean {near}?"
    if alike := names.alike(text):
        return (
            f"{quote(text)} is not {kind} I know. Called much like it: {listed(list(alike))}. Another plant, or "
            "another part of it, has limits of its own: write what stands on your bottle."
        )
    return f"{quote(text)} is not {kind} I know. Write one such as {', '.join(list(names.names.values())[:3])}."
