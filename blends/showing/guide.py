"""chapters/*.md -> chapters of the massage guide: Markdown with its drawings put in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from blends.showing.templates import render
from blends.showing.words.pages import SOURCES

FOLDER = Path(__file__).parent / "chapters"
WHEN_WRONG = "when-it-goes-wrong"  # the anchor of the chapter for an accident


@dataclass(frozen=True)
class Chapter:
    """One chapter: its title, the anchor of its heading, and its text as Markdown with drawings as SVG."""

    title: str
    anchor: str
    text: str


def with_titles(text: str, sources: Mapping[str, str]) -> str:
    r"""Return a chapter's text, the keys in its last paragraph replaced by what `sources` writes for them.

    >>> with_titles("Rub.\n\nSources: article. Pressure is ours.", {"article": "The article"})
    'Rub.\n\nSources: The article. Pressure is ours.'
    """
    body, mark, last = text.rpartition(SOURCES)
    return body + mark + re.sub(r"[a-z0-9_]+", lambda word: sources.get(word[0], word[0]), last) if mark else text


@cache
def chapters() -> tuple[Chapter, ...]:
    """Return the chapters in order, read once.

    >>> [chapter.title for chapter in chapters()][:2]
    ['Before you begin', 'The strokes, in order']
    """
    files = sorted(FOLDER.glob("*.md"))
    titles = {path.name: path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ") for path in files}
    anchors = {name: anchor(title) for name, title in titles.items()}
    return tuple(Chapter(titles[path.name], anchors[path.name], _text(path, anchors)) for path in files)


def opened_at(first: str) -> tuple[Chapter, ...]:
    """Return the chapters with the one of that anchor before the others: nobody in a hurry should have to scroll.

    >>> opened_at("when-it-goes-wrong")[0].title, len(opened_at("")) == len(chapters())
    ('When it goes wrong', True)
    """
    return tuple(sorted(chapters(), key=lambda chapter: chapter.anchor != first))


def anchor(title: str) -> str:
    """Return the anchor of a heading.

    >>> anchor("How hard, and where")
    'how-hard-and-where'
    """
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def _text(path: Path, anchors: dict[str, str]) -> str:
    """Return a chapter one heading deeper, links to chapters made anchors, each picture its drawing."""
    _, _, text = path.read_text(encoding="utf-8").partition("\n")
    text = re.sub(r"^#", "##", text, flags=re.MULTILINE)
    text = re.sub(r"\]\((\w+\.md)\)", lambda link: f"](#{anchors[link[1]]})", text)
    return re.sub(r"!\[([^\]]*)\]\((\w+\.svg)\)", lambda picture: _drawing(picture[2], picture[1]), text).strip()


def _drawing(name: str, words: str) -> str:
    """Return a drawing of our own as one line of SVG, with `words` for those who cannot see it."""
    svg = " ".join((FOLDER / name).read_text(encoding="utf-8").split())
    return render("drawing", svg=svg, words=words)
