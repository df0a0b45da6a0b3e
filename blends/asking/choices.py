"""The choices of a brief that are one of a few words; each is its own text, as links and tables write it."""

from enum import StrEnum


class Fill(StrEnum):
    """What the bottle's size is the measure of: all in it, or the base oil with the oils on top."""

    FILL_TO = "fill-to"
    ADD_TO = "add-to"


class Dosing(StrEnum):
    """How amounts are measured out: equal drops, leftover drops spent, or by measure."""

    EQUAL = "equal"
    SPEND = "spend"
    EXACT = "exact"


class Purpose(StrEnum):
    """For home, or for clients and the shop."""

    HOME = "home"
    SALE = "sale"


class System(StrEnum):
    """Whose ounces, drams and spoons."""

    US = "us"
    IMPERIAL = "imperial"
    CHART = "chart"
