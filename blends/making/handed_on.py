"""What of a brief may be handed on, and the link that carries it: never a condition, pregnancy or an adult's age."""

from dataclasses import replace
from fractions import Fraction
from urllib.parse import quote

from blends.asking.brief import Brief
from blends.asking.link import LONGEST, VERSION
from blends.asking.parts import Part, equal_as_one, write_parts
from blends.asking.quantities import write_bottle
from blends.figures import exact_text
from blends.making.selection import select
from blends.making.settle import Settled, in_figures
from blends.tables.called import called
from blends.tables.catalogue import Catalogue, shipped_tables

_SHORT = ",:/"  # stand in a link as they are


def write_link(brief: Brief, page: str = "", catalogue: Catalogue | None = None, **more: str) -> str:
    """Return the link that opens the same recipe: `page` and the query, commas and colons as they are.

    A dilution left to the usual one is settled for the person by `catalogue`, or by the shipped tables: the link
    says nothing of the person that could settle it later. Oils left out of an effect for the person stay left out, and
    oils proposed stand there by name, only where the link is written of `brief_to_hand_on(result.settled)`.
    more: keys of two letters or more, such as made=2026-11-24, which older readers pass over; "" is left out.

    >>> from blends import read_brief
    >>> write_link(read_brief({"effect": "warming", "bottle": "100 ml"}), "https://example.org/")
    'https://example.org/?v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home'
    """
    tables = catalogue or shipped_tables()
    settled = in_figures(brief, called(tables), tables.guidance_by_person)
    return page + "?" + _query(link_parts(carried(settled), **more))


def link_parts(brief: Brief, **more: str) -> dict[str, str]:
    """Return the keys and values of the link in their order; brief: as `carried` returns it.

    The longest words of one's own are left out where the query would be too long to pass on.
    """
    person = "adult" if brief.person.age is None else f"child:{brief.person.age}"
    bottle = f"{brief.bottle.text},{brief.fill},{brief.system},{brief.bottles}"
    amounts = f"{exact_text(brief.asked_pct)},{exact_text(brief.drops_per_ml)},{brief.dosing}"
    values = {
        "v": VERSION,
        "e": ",".join(brief.effects),
        "o": write_parts(brief.oils),
        "b": write_parts(brief.bases),
        "m": bottle,
        "d": amounts,
        "w": f"{person},{brief.purpose}",
        "t": brief.title,
        "x": brief.note,
        **more,
    }
    for own_words in ("x", "t"):
        if len(_query(values)) > LONGEST:
            values[own_words] = ""
    return {key: value for key, value in values.items() if value}


def _query(values: dict[str, str]) -> str:
    return "&".join(f"{key}={quote(value, safe=_SHORT)}" for key, value in values.items() if value)


def carried(brief: Brief) -> Brief:
    """Return what a link carries of `brief`, its dilution a figure: no conditions, an adult or a child, plain measures.

    Thirds of three oils are the same blend as 1, 1 and 1: equal parts become one part each.
    """
    return replace(
        brief,
        person=brief.person.handed_on,
        conditions=(),
        bottle=replace(brief.bottle, text=write_bottle(brief.bottle, brief.system)),
        oils=equal_as_one(brief.oils),
        bases=equal_as_one(brief.bases),
    )


def brief_to_hand_on(settled: Settled) -> Brief:
    """Return the brief whose link opens this very recipe: the oils by name where they were left out, or proposed.

    The person and the conditions that left oils out never enter a link, and what is proposed changes with the tables;
    so the oils must stand there themselves.
    """
    brief, selection = settled.brief, select(settled)
    person_in_link = brief.person.age is not None and not brief.conditions
    meant = bool(selection.oils) and not selection.left_out
    if brief.oils or (not settled.proposed and (meant or person_in_link)):
        return brief
    if not selection.oils:
        return replace(brief, dilution_pct=Fraction(0))
    return replace(brief, oils=tuple(Part(oil.id, parts) for oil, parts in selection.oils))
