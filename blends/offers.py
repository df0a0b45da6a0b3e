"""What can I make? Oils -> their best blends in equal parts for effects and a person, each calculated exactly."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial

from blends.asking.brief import Brief, read_brief
from blends.asking.choices import Dosing
from blends.asking.parts import Part
from blends.asking.person import Person, read_person
from blends.errors import BlendError
from blends.figures import listed
from blends.flow import Result, calculate
from blends.judging.ceilings import Ceiling
from blends.judging.findings import Verdict
from blends.making.meant import unknown_ids, with_ids
from blends.making.settle import settle
from blends.making.stock import TooSmallError
from blends.possible.combinations import how_many
from blends.possible.search import Progress, Wish, search
from blends.possible.suits import NotFor, serving, suits
from blends.tables.called import AllCalled, called
from blends.tables.catalogue import Catalogue
from blends.tables.cautions import cautions
from blends.tables.compositions import offered_effects
from blends.tables.oils import EssentialOil

MOST = 10  # offers shown
MOST_OILS = 100  # looked at together: 75 million blends
SIZES = (2, 3, 4, 5)  # oils of a blend


@dataclass(frozen=True)
class Offer:
    """A blend that can be made, in equal parts.

    effects: of those asked for, which an oil of it has; at_home, for_sale: the verdicts at the dilution asked for;
    ceilings: one a rulebook; ceiling_pct: the lowest of them in % by volume, None without any; cost: of the essential
    oils of one bottle, in the currency of the prices, None where a price is missing; brief: opens it as a recipe.
    """

    oils: tuple[EssentialOil, ...]
    effects: tuple[str, ...]
    at_home: Verdict
    for_sale: Verdict
    ceilings: tuple[Ceiling, ...]
    ceiling_pct: float | None
    cost: float | None
    brief: Brief


@dataclass(frozen=True)
class Offers:
    """The best blends that can be made, best first, and of how many; not_for: oils that are not for the person."""

    best: tuple[Offer, ...]
    possible: int
    not_for: tuple[NotFor, ...]


def what_can_i_make(  # noqa: PLR0913 - what is wished is said here, by name
    oils: Iterable[str] | None,
    effects: Iterable[str],
    person: Person | str,
    catalogue: Catalogue,
    *,
    conditions: Iterable[str] = (),
    must_have: Iterable[str] = (),
    must_not: Iterable[str] = (),
    prices: Mapping[str, float] | None = None,
    sizes: Iterable[int] = SIZES,
    most: int = MOST,
    like: Brief | None = None,
    progress: Progress | None = None,
) -> Offers:
    """Return the `most` best blends of two to five of `oils` in equal parts: for `effects`, and for `person`.

    oils: ids or names of what is there, None for all of the tables; each serves one effect at least, or stands in
    must_have, and none is offered that is not for the person. Without effects every oil serves. prices: of 1 mL of an
    oil, by id; like: a brief whose bottle, base oil and dilution the blends are calculated with, the usual ones without
    it; progress: called with how many blends are looked at, and of how many.

    Best: most effects covered first, then the highest ceiling (the lowest of all rulebooks), then the lowest cost, then
    the fewest oils that a rulebook is silent about, then by id. Raises BlendError for what the tables do not know.

    >>> from blends.tables.catalogue import read_catalogue
    >>> shelf = ("lavender", "clary_sage", "mandarin", "nutmeg", "pine")
    >>> made = what_can_i_make(shelf, ("calming",), "adult", read_catalogue())
    >>> made.possible, [oil.id for oil in made.best[0].oils], made.best[0].ceiling_pct
    (4, ['clary_sage', 'lavender'], 3.0)
    """
    whom = read_person(person) if isinstance(person, str) else person
    asked = replace(like or read_brief({}), person=whom, conditions=tuple(conditions), effects=tuple(effects), oils=())
    names, known, meant = called(catalogue), cautions(catalogue), offered_effects(catalogue)
    must, out = _ids(must_have, asked, names), _ids(must_not, asked, names)
    there = _ids(catalogue.oil_by_id if oils is None else oils, asked, names)
    sizes = _read_sizes(sizes, must, out)
    wish = Wish(tuple(dict.fromkeys(meant[each] for each in asked.effects)), must, sizes, prices)
    there_now = (catalogue.oil_by_id[id_] for id_ in there if id_ not in out)
    useful = dict.fromkeys((*(catalogue.oil_by_id[id_] for id_ in must), *serving(there_now, wish.effects)))
    against = [suits(oil, whom, asked.conditions, known) for oil in useful]
    not_for = tuple(each for each in against if each is not None)
    barred = {each.oil.id for each in not_for}
    named = replace(asked, oils=tuple(Part(oil.id, Fraction(1)) for oil in useful if oil.id not in barred))
    if not named.oils or barred & set(must):
        return Offers((), 0, not_for)
    if len(named.oils) > MOST_OILS:
        raise BlendError(f"{len(named.oils)} oils serve: more than the {MOST_OILS} looked at together.", "oils")
    found = search(settle(named, catalogue), wish, most, progress)
    made = partial(calculate, catalogue=catalogue)
    offers = (_offer(_calculated(_equal(each.oils, named), made), meant, prices or {}) for each in found)
    free = len(named.oils) - len(must)
    return Offers(tuple(offers), how_many(free, tuple(size - len(must) for size in sizes)), not_for)


def _ids(names: Iterable[str], asked: Brief, known: AllCalled) -> tuple[str, ...]:
    """Return the ids of oils named, each once; raises BlendError for an oil, or an effect, that is not known."""
    parts = tuple(Part(name, Fraction(1)) for name in dict.fromkeys(names))
    brief = with_ids(replace(asked, oils=parts), known)
    for error in unknown_ids(brief, known):
        raise error
    return tuple(part.id for part in brief.oils)


def _read_sizes(sizes: Iterable[int], must: tuple[str, ...], out: tuple[str, ...]) -> tuple[int, ...]:
    if both := [id_ for id_ in must if id_ in out]:
        raise BlendError(f"{listed(both)} must be in and must not be. Choose one of the two.", "oils")
    if len(must) > SIZES[-1]:
        raise BlendError(f"{len(must)} oils must be in, and a blend has {SIZES[-1]} at most. Choose fewer.", "oils")
    read = tuple(sorted(set(sizes)))
    if not read or read[0] < SIZES[0] or read[-1] > SIZES[-1]:
        raise BlendError("A blend has two to five oils here. Write (2, 3, 4, 5), or some of them.", "oils")
    return tuple(size for size in read if size >= len(must))


def _equal(oils: tuple[EssentialOil, ...], asked: Brief) -> Brief:
    return replace(asked, oils=tuple(Part(oil.id, Fraction(1)) for oil in oils))


def _calculated(brief: Brief, made: Callable[[Brief], Result]) -> Result:
    """Return what comes of `brief`; by measure where the bottle is too small for whole drops."""
    try:
        return made(brief)
    except TooSmallError:
        return made(replace(brief, dosing=Dosing.EXACT))


def _offer(made: Result, meant: Mapping[str, str], prices: Mapping[str, float]) -> Offer:
    oils = tuple(oil for oil, _ in made.blend.oils)
    highest = [each.dilution_pct for each in made.review.ceilings if each.dilution_pct is not None]
    return Offer(
        oils=oils,
        effects=tuple(each for each in made.brief.effects if any(meant[each] in oil.effects for oil in oils)),
        at_home=made.review.at_home,
        for_sale=made.review.for_sale,
        ceilings=made.review.ceilings,
        ceiling_pct=min(highest, default=None),
        cost=_cost(made, prices),
        brief=made.brief,
    )


def _cost(made: Result, prices: Mapping[str, float]) -> float | None:
    """Return what the essential oils of one bottle cost, None where a price is missing."""
    portions = made.recipe.portions
    if not prices or any(portion.oil.id not in prices for portion in portions):
        return None
    return sum(prices[portion.oil.id] * portion.volume_ml for portion in portions)
