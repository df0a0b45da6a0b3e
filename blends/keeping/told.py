"""A blend -> what the rulebooks said of it, small enough to keep with each version; and what they say otherwise now."""

import json
from dataclasses import dataclass

from blends.asking.brief import Brief
from blends.errors import BlendError
from blends.flow import calculate
from blends.showing.words.changed import can_be_made, says_otherwise, tables_of
from blends.tables.called import called
from blends.tables.catalogue import Catalogue

LONGEST_REFUSED = 500  # characters


@dataclass(frozen=True)
class Told:
    """What was said of a blend, for a healthy adult or a child of that age, as its link has it.

    tables: the mark of the tables that said it; verdicts: of each rulebook its name, verdict, edition and the day it
    was looked at; refused: why it could not be made, "" where it could; oils: what they are called.
    """

    tables: str
    verdicts: dict[str, tuple[str, str, str, str]]
    refused: str
    oils: tuple[str, ...]

    def text(self) -> str:
        """Return it as a row keeps it."""
        said = {"tables": self.tables, "verdicts": self.verdicts, "refused": self.refused[:LONGEST_REFUSED]}
        return json.dumps(said, ensure_ascii=False)


def tell(brief: Brief, tables: Catalogue) -> Told:
    """Return what the rulebooks say of `brief` by these tables; it never raises: a refusal is an answer too."""
    try:
        result = calculate(brief, tables)
    except BlendError as error:
        names = called(tables).oils.names
        return Told(tables.mark, {}, str(error), tuple(names.get(part.id, part.id) for part in brief.oils))
    verdicts = {
        book.id: (book.short, str(result.review.of(book.id)), book.edition, book.as_of)
        for book in map(result.settled.books.by_id.__getitem__, result.review.rulebooks)
    }
    return Told(tables.mark, verdicts, "", tuple(oil.name for oil, _ in result.blend.oils))


def otherwise(before: str, now: Told) -> str:
    """Return in sentences what is said otherwise than `before`, a text of Told; "" where nothing is."""
    try:
        read = json.loads(before)
        old, refused = read["verdicts"], read["refused"]
        lines = [] if bool(refused) == bool(now.refused) else [can_be_made(now.refused, refused)]
        if not refused:
            for id_, (name, verdict, edition, as_of) in now.verdicts.items():
                _, was, was_edition, _ = old.get(id_, (None, None, None, None))
                if was != verdict:
                    since = edition if edition and edition != was_edition else tables_of(as_of)
                    lines.append(says_otherwise(name, since, verdict, was))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return ""
    return " ".join(lines)
