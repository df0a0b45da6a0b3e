"""The HTML of the card and of an oil: one short template per part, every text escaped, and render() to fill them in.

A template decides by codes (verdict, dosed, kind), never by a text; its labels come from words/labels.py.
Looks are in pages/style.css; those of the plain card, which stands alone, in serving/card.css.
"""

import re
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from blends.showing.words.labels import LABELS
from blends.tables.called import without_authors


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the one environment: each template is compiled once, a name it does not know is an error."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["labels"] = LABELS
    made.filters["tight"] = tight
    made.filters["without_authors"] = without_authors
    return made


def render(name: str, **given: object) -> str:
    """Return the template `name` as HTML, filled with what is given; every text is escaped.

    >>> render("sentence", sentence="<b>", tone="note", role="status")
    '<p class="ep-sentence ep-note" role="status">&lt;b&gt;</p>'
    """
    return environment().get_template(f"{name}.html.j2").render(given)


@lru_cache(maxsize=4096)
def tight(words: str) -> str:
    r"""Return `words` with each figure on one line with its unit.

    >>> tight("98 mL, 2 %") == "98\u00a0mL, 2\u00a0%"
    True
    """
    return re.sub(r"(?<=\d) (?=(%|mL|g|drops?)\b|%)", "\u00a0", words)
