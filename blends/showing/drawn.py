"""Which characters the shipped fonts can draw: the others are named, and a square stands for each."""

from functools import cache
from pathlib import Path
from typing import Any

_FONTS = Path(__file__).parent / "fonts"


def undrawn(words: str) -> str:
    """Return the characters of `words` that the shipped fonts cannot draw, each once."""
    return "".join(sign for sign in dict.fromkeys(words) if not _drawn(sign))


def _drawn(sign: str) -> bool:
    return sign == "\n" or ord(sign) in _characters() or sign in "✓✕"  # the shapes are drawn, not set


def texts_in(thing: object) -> str:
    """Return all texts in a card's fields, one after the other."""
    if isinstance(thing, dict):
        return "".join(map(texts_in, thing.values()))
    return "".join(map(texts_in, thing)) if isinstance(thing, list | tuple) else thing if isinstance(thing, str) else ""


def drawable(thing: Any) -> Any:  # noqa: ANN401 - a card's fields
    """Return the same with a square for each character no font has: PDF/UA refuses the missing ones."""
    if isinstance(thing, dict):
        return {key: drawable(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [drawable(value) for value in thing]
    return "".join(sign if _drawn(sign) else "□" for sign in thing) if isinstance(thing, str) else thing


@cache
def _characters() -> frozenset[int]:
    """Return the code points in the shipped fonts, from the list made with them: no font reader at run time."""
    spans = [line.split("-") for line in (_FONTS / "characters.txt").read_text(encoding="ascii").split()]
    return frozenset(point for span in spans for point in range(int(span[0], 16), int(span[-1], 16) + 1))
