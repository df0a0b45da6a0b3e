"""Whether a certificate of a file is of the bottle that has its id in the book it is opened into.

Every book counts its bottles from b0001 on, so an id tells nothing across books; a lot does.
"""

from collections.abc import Collection, Iterable

from blends.keeping.things import Bottle, Certificate


def of_their_bottles(
    certificates: Iterable[Certificate], theirs: Iterable[Bottle], ours: Iterable[Bottle], taken: Collection[str]
) -> tuple[tuple[Certificate, ...], tuple[str, ...]]:
    """Return the certificates that may be kept, and the ids of the bottles of those that may not.

    theirs: the bottles of the file; ours: those the book had before; taken: every id of these, also of what cannot be
    read. A certificate is kept where its bottle is new to the book, or is of the same oil and lot as the book's.
    """
    in_file, in_book = {each.id: each for each in theirs}, {each.id: each for each in ours}

    def fits(each: Certificate) -> bool:
        if each.bottle not in taken:
            return True
        bottle, of_file = in_book.get(each.bottle), in_file.get(each.bottle)
        if bottle is None or bottle.oil != each.oil or not _plain(bottle.lot):
            return False
        return _plain(bottle.lot) in (_plain(each.lot), _plain(of_file.lot if of_file else ""))

    given = tuple(certificates)
    return tuple(filter(fits, given)), tuple(each.bottle for each in given if not fits(each))


def _plain(lot: str) -> str:
    return lot.strip().casefold()
