"""A book with some of everything in it, for the tests of its file."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from test_keeping import LAVENDER, WARMING

from blends import read_brief
from blends.keeping.things import Bottle, Certificate, OwnOil

GOLDEN = Path(__file__).parent / "golden_book.json"
ROSE = OwnOil("my_rose", "essential", (("name", "Rose of mine"), ("botanical", "Rosa")))
BOTTLE = Bottle("b1", "lavender", Decimal(10), Decimal("7.5"), Decimal("8.90"), "EUR", None, date(2027, 1, 1), "L7")
CERTIFICATE = Certificate("b1", "lavender", density_g_per_ml=Decimal("0.89"), lab="Own")


def fill(book):
    """Put some of everything into a book."""
    for dilution in ("1 %", "2 %"):
        book.save(read_brief(LAVENDER | {"dilution": dilution}), "Calm")
    book.save(read_brief(WARMING | {"note": "Ärger ∞ 茶"}), "Warm back")
    book.save(read_brief({"oils": "nutmeg", "person": "child:7"}), "Gone")
    book.delete("Gone")
    book.star("Calm")
    book.tag("Calm", ["gift", "Ann"])
    book.note("Calm", "Two lines\nof it")
    book.own_oils.add(ROSE)
    book.shelf.add(BOTTLE)
    book.certificates.add(CERTIFICATE)
    return book


def all_of(book):
    """Return all that a book shows."""
    versions = {entry.name: book.versions(entry.name) for entry in book.blends(sort="name")}
    things = [list(drawer) for drawer in (book.own_oils, book.shelf, book.certificates)]
    return book.blends(sort="name"), versions, book.deleted(), things
