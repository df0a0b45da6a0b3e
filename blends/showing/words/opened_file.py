"""A file opened into a book -> what was added, and what the book kept as its own."""

from collections.abc import Mapping, Sequence

from blends.errors import quote
from blends.figures import listed

_MOST_NAMES = 3  # of blends, in a sentence


def added_sentence(added: Mapping[str, int], there: int) -> str:
    """Return what a file brought into the book; added: how many of each kind; there: blends the book held already.

    >>> added_sentence({"blend": 2, "version": 0, "bottle": 1}, 1)
    '2 blends and 1 bottle added. 1 blend was there already.'
    >>> added_sentence({}, 0)
    'Nothing was added.'
    """
    words = [_counted(number, kind, f"{kind}s") for kind, number in added.items() if number]
    said = f"{listed(words)} added." if words else "Nothing was added."
    if there:
        said += f" {_counted(there, 'blend was', 'blends were')} there already."
    return said


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def other_name(name: str, kept: str) -> str:
    """Return under which name a blend is kept beside another of its name."""
    return f"The book has another blend called {quote(name, 80)}: the one of the file is kept as {quote(kept, 80)}."


def note_kept(name: str) -> str:
    """Return that the book's note stayed where the file has another."""
    return f"{quote(name, 80)}: the note of the book was kept, not the one of the file."


def tags_left_out(name: str, tags: Sequence[str]) -> str:
    """Return which tags of the file a blend did not get, for it has as many as a blend may have."""
    quoted = listed([quote(tag, 40) for tag in tags])
    return f"{quote(name, 80)} has as many tags as a blend may have: {quoted} of the file {_are(tags)} left out."


def _are(things: Sequence[str]) -> str:
    return "was" if len(things) == 1 else "were"


def other_kept(kind: str, id_: str) -> str:
    """Return that a thing in the file differs from the book's, which stayed."""
    return f"The {kind} {quote(id_, 80)} is another in the file: the one of the book was kept."


def certificate_left_out(bottle: str) -> str:
    """Return that the certificate of a bottle was left out, because the book's of that id may be another bottle."""
    return (
        f"The certificate of bottle {quote(bottle, 80)} was left out: the book has a bottle of that id, and nothing "
        "tells that it is the same one. If it is, read the certificate in there."
    )


def own_beside(id_: str, kept: str) -> str:
    """Return that an own oil of the file stands beside another of its id, and that what was added uses it."""
    return (
        f"The book has another own oil called {quote(id_, 80)}: the one of the file is kept as {quote(kept, 80)}, and "
        "what was added from the file uses that one."
    )


def by_our_own(names: list[str], id_: str) -> str:
    """Return that blends that were there already are made with the book's own oil, not with that of the file.

    >>> by_our_own(["Calm", "Warm", "Cool", "Late"], "my_rose")
    "4 blends, there already, are made with the book's own 'my_rose': the file has another of that id."
    """
    shown = listed([quote(name, 80) for name in names]) if len(names) <= _MOST_NAMES else f"{len(names)} blends"
    are = "is" if len(names) == 1 else "are"
    return f"{shown}, there already, {are} made with the book's own {quote(id_, 80)}: the file has another of that id."


def standing_in(id_: str) -> str:
    """Return that the file names an own oil it does not bring, and the book has one of that id."""
    return f"The file names the own oil {quote(id_, 80)} without bringing it: the one of the book stands in."


def no_room(name: str) -> str:
    """Return that a blend was left out, because its names are too long with the ids that its own oils would have."""
    return (
        f"{quote(name, 80)} was not added: with the ids that keep its own oils apart it has more names than a book "
        "keeps."
    )
