"""What a person at the bench can put right."""


class BlendError(Exception):
    """A sentence for the person: what was read, what is wanted, an example.

    `field` names the field of the brief it belongs to ("" where it belongs to the whole).
    """

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field

    def at(self, field: str) -> "BlendError":
        """Return this error with the field it belongs to, unless it already has one."""
        self.field = self.field or field
        return self


def quote(text: str, longest: int = 40) -> str:
    """Return `text` as it may be shown back: shortened, without control characters, in quotes.

    >>> quote("100 x")
    "'100 x'"
    >>> quote("9" * 100_000, longest=5)
    "'99999…'"
    """
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[:longest])
    return f"'{shown}…'" if len(text) > longest else f"'{shown}'"
