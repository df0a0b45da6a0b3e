"""What would help: oils to leave out, the most that is allowed, and, when asked, what would allow more."""

from dataclasses import replace
from fractions import Fraction

import streamlit as st

from blends.asking.choices import Dosing
from blends.asking.parts import Part
from blends.figures import write_number
from blends.flow import Result
from blends.pages import plain
from blends.pages.blend_state import set_oils, set_parts
from blends.pages.keys import Key, state
from blends.remedies import Help, dosing_within, leave_outs, what_helps
from blends.showing.safety_card import Judgement, RulebookRow, tightest
from blends.showing.words import answer
from blends.showing.words.first_sight import leave_out_words
from blends.showing.words.verdict import dilution_then, help_sentence


def nothing_over(result: Result, judged: Judgement) -> bool:
    """Return whether there is nothing to leave out, and no limit to come within."""
    return not leave_outs(result) and tightest(judged) is None


def ways_out_of_over(result: Result, judged: Judgement) -> None:
    """Offer to leave out what is not for this person, and to use the most that is allowed."""
    barred, most = leave_outs(result), tightest(judged)
    with st.container(key="remedies"):
        for each in barred:
            name, why = map(plain, leave_out_words(each))
            key = f"leave_{each.oil.id}"
            st.button(f"**{name}**: {why}", on_click=_take, args=(each.parts,), key=key, disabled=not each.parts)
        if most:
            _use_button(result, most, "use_most")


def how_to_use_more(result: Result, judged: Judgement) -> None:
    """Offer the ceilings that are numbers to use, and what would raise one."""
    usable = [row for row in judged.rulebooks if row.usable]
    if not usable:
        return
    with st.container(horizontal=True, key="use_ceiling"):
        for row in usable:
            _use_button(result, row, f"use_{row.id}", row.name)
    names = {row.id: row.name for row in usable}
    asked = st.pills(answer.HOW_MORE, names, format_func=lambda id_: plain(names[id_]), key=Key.HELP_BY, wrap=True)
    if not asked:
        return
    usual = result.review.rates.usual_pct
    helps = what_helps(result, asked)
    for i, each in enumerate(helps):
        st.button(
            plain(help_sentence(each, usual)),
            on_click=_help,
            args=(result, each, dilution_then(each, usual), asked),
            key=f"help_{i}",
        )
    if not helps:
        st.write(answer.NO_HELP)


def _use_button(result: Result, row: RulebookRow, key: str, book: str = "") -> None:
    """Offer a ceiling to use, the usual strength at most: nothing above it is offered unasked."""
    usual_pct = result.review.rates.usual_pct
    ceiling_pct = row.ceiling_pct or 0.0
    most_pct = min(ceiling_pct, usual_pct)
    why = book or (answer.USUAL_STRENGTH if ceiling_pct > usual_pct else answer.MOST_WITHIN)
    pct, shown = write_number(most_pct, 5, "down"), write_number(most_pct, 3, "down")
    st.button(plain(answer.use_strength(shown, why)), on_click=_use, args=(result, pct, row.id), key=key)


def _use(result: Result, pct: str, rulebook: str, parts: tuple[Part, ...] = ()) -> None:
    """Take a ceiling as the dilution; by measure where whole drops no longer keep it."""
    state[Key.DILUTION] = f"{pct} %"
    brief = replace(result.brief, dilution_pct=Fraction(pct))
    if parts:
        brief = replace(brief, oils=parts, dosing=Dosing.EQUAL)
    state[Key.DROPS] = str(dosing_within(brief, rulebook, result))


def _take(parts: tuple[Part, ...]) -> None:
    set_oils([part.id for part in parts])
    set_parts({Key.parts(part.id): part for part in parts})


def _help(result: Result, help_: Help, pct: str, rulebook: str) -> None:
    """Take the oils of a change, and the dilution it allows, in whole drops again where they keep it."""
    _take(help_.parts)
    state[Key.HELP_BY] = None
    if pct:
        _use(result, pct, rulebook, help_.parts)
