"""What is said where a figure is one's own: by whose table or certificate, and what a link of it does not carry."""

from blends.figures import listed, spoken
from blends.flow import Result
from blends.tables.own import CERTIFICATE, OWN, OWN_PART, PART, PREFIX, Certificate

BY_TABLE = "by your own table"


def with_whose(basis: str, source: str, result: Result) -> str:
    """Return the words of a finding's basis, with whose figures it rests on; source: the keys of its sources."""
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
