"""How constituents are written: Greek letters spelt out, ids, labels."""

from __future__ import annotations

import re

GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta"}


def english(text: str) -> str:
    """Return a text with Greek letters spelt out.

    >>> english('α-pinene')
    'alpha-pinene'
    """
    for letter, word in GREEK.items():
        text = text.replace(letter, word)
    return text


def plain_id(name: str) -> str:
    """Return an ASCII id.

    >>> plain_id('γ-terpinene'), plain_id('menthyl acetate')
    ('gamma_terpinene', 'menthyl_acetate')
    """
    return re.sub(r"[^a-z0-9]+", "_", english(name.lower())).strip("_")


def plain_label(name: str) -> str:
    """Return a readable name: Greek letters spelt out, the first whole word with a capital.

    >>> plain_label('γ-terpinene'), plain_label('p-cymene'), plain_label('germacrene d')
    ('gamma-Terpinene', 'p-Cymene', 'Germacrene D')
    """
    text = re.sub(r"\(([ez])\)", lambda found: found.group().upper(), english(name))
    text = re.sub(r" [abd]$", lambda found: found.group().upper(), text)
    prefix = re.match(r"(?:\([EZ]\)-|[\d,]+-|(?:alpha|beta|gamma|delta|cis|trans|ar|p|l)-)*", text).end()
    return text[:prefix] + text[prefix : prefix + 1].upper() + text[prefix + 1 :]
