"""What of a brief may be handed on, and the link that carries it: never a condition, pregnancy or an adult's age."""

from dataclasses import replace
from fractions import Fraction
from urllib.parse import quote

from blends.asking.brief import Brief
from blends.asking.link import LONGEST, VERSION
from blends.asking.parts import Part, equal_as_one, write_parts
from blends.asking.quantities import write_bottle
from blends.errors import BlendError
from blends.figures import exact_text
from blends.making.guidance import guidance_for, with_dilution
from blends.making.meant import with_ids
from blends.making.selection import Selection, select
from blends.making.settle import settle
from blends.tables.called import called
from blends.tables.catalogue import Catalogue, shipped_tables

_SHORT = ",:/"  # stand in a link as they are


def write_link(brief: Brief, page: str = "", catalogue: Catalogue | None = None, **more: str) -> str:
    """Return the link that opens the same recipe: `page` and the query, commas and colons as they are.

    A dilution left to the usual one is settled for the person by `catalogue`, or by the shipped tables: the link
    says nothing of the person that could settle it later. Oils are not looked up; oils left out of an effect for the
    person stay left out only where the link is written from the result (`brief_to_share` in flow.py).
    more: keys of two letters or more, such as made=2026-11-24, which older readers pass over; "" is left out.

    >>> from blends import read_brief
    >>> write_link(read_brief({"effect": "warming", "bottle": "100 ml"}), "https://example.org/")
    'https://example.org/?v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home'
    """
    return page + "?" + _query(link_parts(shared(brief, catalogue), **more))


def link_parts(carried: Brief, **more: str) -> dict[str, str]:
    """Return the keys and values of the link in their order; carried: a brief as `shared` returns it.

    The longest words of one's own are left out where the query would be too long to pass on.
    """
    person = "adult" if carried.person.age is None else f"child:{carried.person.age}"
    bottle = f"{carried.bottle.text},{carried.fill},{carried.system},{carried.bottles}"
    amounts = f"{exact_text(carried.asked_pct)},{exact_text(carried.drops_per_ml)},{carried.dosing}"
    values = {
        "v": VERSION,
        "e": ",".join(carried.effects),
        "o": write_parts(carried.oils),
        "b": write_parts(carried.bases),
        "m": bottle,
        "d": amounts,
        "w": f"{person},{carried.purpose}",
        "t": carried.title,
        "x": carried.note,
        **more,
    }
    for own_words in ("x", "t"):
        if len(_query(values)) > LONGEST:
            values[own_words] = ""
    return {key: value for key, value in values.items() if value}


def _query(values: dict[str, str]) -> str:
    return "&".join(f"{key}={quote(value, safe=_SHORT)}" for key, value in values.items() if value)


def shared(brief: Brief, catalogue: Catalogue | None = None) -> Brief:
    """Return what a link carries: ids, the dilution in figures, no conditions, an adult or a child, plain measures.

    Thirds of three oils are the same blend as 1, 1 and 1: equal parts become one part each.
    """
    tables = catalogue or shipped_tables()
    brief = with_ids(brief, called(tables))
    if brief.dilution_pct is None:
        brief = with_dilution(brief, guidance_for(brief.person, brief.conditions, tables.guidance_by_person))
    return replace(
        brief,
        person=brief.person.shared,
        conditions=(),
        bottle=replace(brief.bottle, text=write_bottle(brief.bottle, brief.system)),
        oils=equal_as_one(brief.oils),
        bases=equal_as_one(brief.bases),
    )


def brief_to_keep(brief: Brief, catalogue: Catalogue) -> Brief:
    """Return the brief whose link opens what `brief` opens here, whether or not a recipe can be made of it."""
    try:
        settled = settle(brief, catalogue)
    except BlendError:
        return brief
    return with_names(settled.brief, select(settled))


def with_names(brief: Brief, selection: Selection) -> Brief:
    """Return the brief whose link opens this very recipe: where oils were left out for the person, the rest by name.

    The person and the conditions that left them out never enter a link, so the oils must stand there themselves.
    """
    if not selection.left_out or (brief.person.age is not None and not brief.conditions):
        return brief
    if not selection.oils:
        return replace(brief, dilution_pct=Fraction(0))
    return replace(brief, oils=tuple(Part(oil.id, parts) for oil, parts in selection.oils))
