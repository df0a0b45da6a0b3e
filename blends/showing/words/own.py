"""What is said where a figure is one's own: by whose table or certificate, and what a link of it does not carry."""

from collections.abc import Sequence

from blends.figures import listed, spoken
from blends.flow import Result
from blends.tables.own import CERTIFICATE, OWN, OWN_PART, PART, PREFIX, Certificate
from blends.tables.own_marks import Meant

BY_TABLE = "by your own table"
CHANGED_ELSEWHERE = (
    "Own oils or certificates of your book were changed elsewhere, in another window perhaps: what stands here is "
    "worked out anew with them."
)


def with_whose(basis: str, source: str, result: Result) -> str:
    """Return the words of a finding's basis, with whose figures it rests on; source: the keys of its sources."""
    if OWN not in source and CERTIFICATE not in source:
        return basis  # as nearly all
    keys = source.split()
    said = [BY_TABLE] if {OWN, OWN_PART} & {*keys} else []
    oils = {key.removeprefix(CERTIFICATE).removesuffix(PART) for key in keys if key.startswith(CERTIFICATE)}
    said += [f"by the {_named(each)}" for each in result.catalogue.certificates if each.oil in oils]
    return ", ".join(filter(None, (basis, listed(said) if said else "")))


def own_words(result: Result) -> tuple[str, ...]:
    """Return what is said of own oils and certificates of a recipe, and of its link; nothing without them."""
    recipe = result.recipe
    names = {each.oil.id: each.oil.name for each in recipe.portions}
    names |= {each.base_oil.id: each.base_oil.name for each in recipe.bases}
    own = [name for id_, name in names.items() if id_.startswith(PREFIX)]
    certified = [each for each in result.catalogue.certificates if each.oil in names]
    said = [_certified(each, names[each.oil]) for each in certified]
    if own:
        it, stand = ("it", "stands") if len(own) == 1 else ("them", "stand")
        said.insert(
            0,
            f"{listed(own)} {stand} in your own table: what is said of {it} rests on that, and nobody here has checked "
            "it.",
        )
    if said:
        said.append("The link carries none of these figures of your own. Hand on the recipe's file (JSON) with them.")
    return tuple(said)


def _named(each: Certificate) -> str:
    return f"certificate of your bottle ({f'lot {each.lot}' if each.lot else 'lot not stated'})"


def _certified(each: Certificate, name: str) -> str:
    peroxide = each.peroxide_mmol_per_l
    spoiled = f" Its peroxide value is {peroxide:f} mmol/L." if peroxide is not None else ""
    before = each.best_before
    good = f" Best before {before.day} {before:%B %Y}." if before else ""
    return (
        f"{name} is judged by the {_named(each)}; what it does not list keeps the figure of the tables "
        f"({spoken(name)} as usually sold).{spoiled}{good}"
    )


def not_known(why: str, some: bool) -> str:
    """Return that a book could not be asked for own figures; some: whether any seen before still count."""
    count = "those seen last count here" if some else "none of them count here"
    return f"Your book could not be asked for its own oils and certificates, so {count}. {why}"


# What a link or a file says of them.


def link_said(meant: Meant) -> str:
    """Return what is to be said of own oils and certificates of an opened link, "" where nothing is."""
    said = []
    if meant.other:
        said.append(
            f"The link means another {listed(list(meant.other))} than your own table holds, so yours does not stand in."
        )
    if meant.unsaid:
        said.append(
            f"The link does not say which {listed(list(meant.unsaid))} is meant: the one of your own table stands in."
        )
    if meant.uncertified:
        said.append(
            f"Whoever made this recipe judged {listed(list(meant.uncertified))} by the certificate of their own "
            "bottle, which no link carries: here other figures count. The file of the recipe (JSON) carries it."
        )
    return " ".join(said)


def label_refused(meant: Meant) -> str:
    """Return why a link gives no label and no papers, "" where it may: they must rest on the figures of the bottle.

    >>> from blends import read_brief
    >>> label_refused(Meant(read_brief({}), uncertified=("Clove bud",)))  # doctest: +ELLIPSIS
    'Whoever made this recipe judged Clove bud by the certificate of their own bottle, which no link carries. ...'
    """
    if not meant.uncertified:
        return ""
    return (
        f"Whoever made this recipe judged {listed(list(meant.uncertified))} by the certificate of their own bottle, "
        "which no link carries. A label and papers must rest on it: open the file of the recipe (JSON) in Equal "
        "Parts, and make them there."
    )


def brought_said(oils: Sequence[str], certified: Sequence[str]) -> str:
    """Return what the file of a recipe brought: names of own oils, and of oils judged by its certificates.

    >>> brought_said(["My rose"], ["Clove bud"])
    'The file brings its own figures: My rose, a certificate of Clove bud. They count until another recipe is opened.'
    """
    brought = [*oils, *(f"a certificate of {name}" for name in certified)]
    return f"The file brings its own figures: {', '.join(brought)}. They count until another recipe is opened."


def not_brought(ids: Sequence[str]) -> str:
    """Return that a file names own oils that it does not bring."""
    return f"This file names {listed(list(ids))} without bringing it. Ask for the file again, as it was saved."


def kept_with(oils: Sequence[str], certified: Sequence[str]) -> str:
    """Return what was kept in the book beside a recipe that came with own figures, and what was not.

    >>> kept_with(["My rose"], [])
    'My rose is kept among your own oils.'
    """
    said = [f"{listed(list(oils))} {'is' if len(oils) == 1 else 'are'} kept among your own oils."] if oils else []
    if certified:
        said.append(
            f"The certificate of {listed(list(certified))} is not kept with the recipe: it belongs to a bottle. Put it "
            "beside yours under My oils."
        )
    return " ".join(said)
