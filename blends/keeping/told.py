"""A blend -> what the rulebooks said of it, small enough to keep with each version; and what they say otherwise now."""

import json
from dataclasses import dataclass

from blends.asking.brief import Brief
from blends.errors import BlendError
from blends.flow import Result, calculate
from blends.showing.words.changed import can_be_made, says_otherwise
from blends.tables.called import called
from blends.tables.catalogue import Catalogue
from blends.tables.names import short_name


@dataclass(frozen=True)
class Told:
    """What was said of a blend, for a healthy adult or a child of that age, as its link has it.

    verdicts: of each rulebook its name, verdict, edition and the day it was looked at; refused: why it could not
    be made, "" where it could; oils: what they are called.
    """

    verdicts: dict[str, tuple[str, str, str, str]]
    refused: str
    oils: tuple[str, ...]

    def text(self) -> str:
        """Return it as a row keeps it."""
        return json.dumps({"verdicts": self.verdicts, "refused": self.refused}, ensure_ascii=False)


def tell(brief: Brief, tables: Catalogue) -> Told:
    """Return what the rulebooks say of `brief` by these tables; it never raises: a refusal is an answer too."""
    try:
        result = calculate(brief, tables)
    except BlendError as error:
        names = called(tables).oils.names
        return Told({}, str(error), tuple(names.get(part.id, part.id) for part in brief.oils))
    return Told(_verdicts(result), "", tuple(oil.name for oil, _ in result.blend.oils))


def _verdicts(result: Result) -> dict[str, tuple[str, str, str, str]]:
    rows = result.catalogue.rulebooks.loc[list(result.review.rulebooks), ["edition", "as_of"]].fillna("")
    dated = zip(result.review.rulebooks, rows["edition"], rows["as_of"], strict=True)
    return {
        id_: (short_name(id_, result.catalogue), str(result.review.of(id_)), str(edition), str(as_of))
        for id_, edition, as_of in dated
    }


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
                    since = edition if edition and edition != was_edition else f"its tables of {as_of}"
                    lines.append(says_otherwise(name, since, verdict, was))
    except (ValueError, KeyError, TypeError):
        return ""
    return " ".join(lines)
