"""What is said beside the inputs: the usual rate, more than that, the other way round, a dropper weighed."""

from fractions import Fraction

from blends.asking.choices import Fill
from blends.asking.dropper import MET_IN_PRACTICE
from blends.asking.person import Person
from blends.asking.quantities import Bottle
from blends.errors import BlendError
from blends.figures import fixed, write_number
from blends.making.guidance import Guidance
from blends.making.recipe import dilution_of_drops
from blends.showing.words.amounts import FILLED
from blends.showing.words.basis import person_words


def dilution_sentence(drops: int, bottle: Bottle, drops_per_ml: Fraction, fill: str) -> str:
    """Return in words what dilution so many drops make in `bottle`.

    Raises BlendError for a bottle by weight, and for more drops than the bottle holds.
    """
    if bottle.volume_ml is None:
        raise BlendError(
            "A weight needs the oils' densities to become a volume. Write the bottle in ml, such as 30 ml."
        )
    volume = float(bottle.volume_ml)
    if fill == "fill-to" and drops / drops_per_ml > bottle.volume_ml:
        raise BlendError(
            f"{drops} drops are {write_number(drops / drops_per_ml)} mL, more than the bottle holds. Write fewer drops."
        )
    pct = fixed(dilution_of_drops(drops, volume, float(drops_per_ml), fill))
    most, least = (fixed(dilution_of_drops(drops, volume, n, fill)) for n in (MET_IN_PRACTICE[0], MET_IN_PRACTICE[-1]))
    count = "1 drop makes" if drops == 1 else f"{drops} drops make"
    return (
        f"{count} {pct} % in {write_number(volume, 6)} mL {FILLED[Fill(fill)]}, "
        f"at {write_number(drops_per_ml, 4)} drops per mL. "
        f"From other droppers, 15 to 45 drops per mL: {most} to {least} %."
    )


def above_usual_sentence(pct: float, person: Person, rates: Guidance) -> str:
    """Return in words that a dilution is more than the highest, or than the usual one, for the person; "" below both.

    >>> above_usual_sentence(6, Person("adult"), Guidance(2, 3, "adult", "adult", "", True))
    'That is more than 3 %, the highest for an adult.'
    """
    if rates.ceiling_pct == 0:
        return f"For {person_words(person)}: base oil alone."
    rows = ("highest", rates.ceiling_pct, rates.ceiling_row), ("usual", rates.usual_pct, rates.usual_row)
    for kind, most_pct, row in rows:
        if round(pct, 9) > most_pct:
            skin = " with sensitive skin" if row == "sensitive" else ""
            return f"That is more than {write_number(most_pct)} %, the {kind} for {person_words(person)}{skin}."
    return ""


def rates_sentence(person: Person, rates: Guidance) -> str:
    """Return in words what dilution is usual for a person."""
    if rates.ceiling_pct == 0:
        return f"For {person_words(person)}: base oil alone."
    usual, most = write_number(rates.usual_pct), write_number(rates.ceiling_pct)
    return f"Usual for {person_words(person)}: {usual} %, at most {most} %."


def calibration_sentence(drops_per_ml: Fraction) -> str:
    """Return in words what weighing drops has shown."""
    return f"That is {write_number(drops_per_ml, 4)} drops per mL."
