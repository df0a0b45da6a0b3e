"""What a person at the bench can put right."""


class BlendError(Exception):
    """A sentence for the person: what was read, what is wanted, an example.

    `field` names the field of the brief it belongs to ("" where it belongs to the whole).
    It can always be printed: what cannot be seen, or turns the reading direction, is replaced.
    """

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(seen(message))
        self.field = field

    def at(self, field: str) -> "BlendError":
        """Return this error with the field it belongs to, unless it already has one."""
        self.field = self.field or field
        return self


def seen(text: str) -> str:
    """Return `text` with every character that cannot be seen replaced, but for line breaks.

    Lone surrogates, which no file takes; marks that turn the reading direction; those of no width.

    >>> seen("100\N{RIGHT-TO-LEFT OVERRIDE}lm")
    '100�lm'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)


def quote(text: str, longest: int = 40) -> str:
    """Return `text` as it may be shown back: shortened, without characters that cannot be seen, in quotes.

    >>> quote("100 x")
    "'100 x'"
    >>> quote("9" * 100_000, longest=5)
    "'99999…'"
    """
    shown = seen(text[:longest].replace("\n", "\N{REPLACEMENT CHARACTER}"))
    return f"'{shown}…'" if len(text) > longest else f"'{shown}'"
