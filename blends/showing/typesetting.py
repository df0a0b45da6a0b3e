"""A template with its words as data -> PDF or picture, by the one typesetter of this process.

typst is imported where it is used: the page's first paint does not wait for it.
"""

import json
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from blends.showing.drawn import drawable
from blends.showing.qr import qr_svg

if TYPE_CHECKING:
    import typst

_HERE = Path(__file__).parent
_ONE_AT_A_TIME = Lock()  # the compiler keeps its inputs between calls, and Streamlit runs each session in a thread


def typeset(template: str, inputs: dict[str, str], **wanted: Any) -> bytes:  # noqa: ANN401 - goes to typst as it is
    """Return what `template`, a file beside this one, makes of `inputs`. Raises TypeError for more than one picture."""
    with _ONE_AT_A_TIME:
        made = _compiler(template).compile(sys_inputs=inputs, timestamp=0, **wanted)
    if not isinstance(made, bytes):  # a list, where a picture has several pages; the templates make it one
        raise TypeError("The card came out as several pictures.")
    return made


def typeset_things(template: str, things: dict[str, Any], link: str = "", **wanted: Any) -> bytes:  # noqa: ANN401
    """Return `things` set by a template of this folder, which finds them in sys.inputs.things, a QR code in .qr.

    wanted: format, ppi, pdf_standards as typst has them. Raises RuntimeError with what the template panics with.
    """
    return typeset(template, {"things": json.dumps(drawable(things)), "qr": qr_svg(link)}, **wanted)


@cache
def _compiler(template: str) -> "typst.Compiler":
    """Return the one compiler of a template, with the shipped fonts alone: other machines give the same bytes."""
    import typst  # noqa: PLC0415

    return typst.Compiler(_HERE / template, root=_HERE, font_paths=_fonts())


@cache
def _fonts() -> "typst.Fonts":
    import typst  # noqa: PLC0415

    return typst.Fonts(False, False, [_HERE / "fonts"])
