"""A question that answers by itself: a click in it makes only its own inputs and the recipe's text anew (speed.md).

What else stands on the sheet stays as it is, so that must be right for the new recipe, too; where it is not, the whole
sheet is drawn again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.scriptrunner_utils.script_run_context import ThreadState

from blends.pages.blend_answer import Answer, Beside, Said, answer_now
from blends.pages.blend_link import keep_address
from blends.pages.blend_lists import stands
from blends.pages.blend_state import texts_of_widgets
from blends.pages.blend_text import text_is_all, text_of, units_of
from blends.pages.keys import Key, state
from blends.pages.own_now import know_own


@dataclass
class Sheet:
    """The sheet as it stands.

    place: of the recipe's text; beside: what is to be said beside the inputs, None once all is drawn; said: what is
    said beside the inputs; made: whether there is what belongs to a recipe; units: that its amounts can be read in;
    free: whether nothing but the text speaks of this recipe alone.
    """

    place: DeltaGenerator
    beside: Beside | None
    said: Mapping[str, Said] = field(default_factory=dict)
    made: bool = False
    units: tuple[str, ...] = ()
    free: bool = False

    def drawn(self, answer: Answer) -> None:
        """Note that all of it is drawn for `answer`."""
        self.beside, self.said = None, answer.beside
        self.made, self.units, self.free = bool(answer.made), units_of(answer), text_is_all(answer)

    def fits(self, answer: Answer, fields: frozenset[str]) -> bool:
        """Return whether only the text, and the inputs of `fields`, need change for `answer`."""
        rest = [
            {name: each for name, each in said.items() if name not in fields} for said in (self.said, answer.beside)
        ]
        right = self.made and units_of(answer) in ((), self.units)  # what belongs to a recipe is hidden without one
        return right and self.free and stands() and text_is_all(answer) and rest[0] == rest[1]


@st.fragment
def ask_apart(sheet: Sheet, ask: Callable[[Beside], None], fields: frozenset[str]) -> None:
    """Ask for `fields`; as part of the whole sheet, or by itself after a click in it."""
    if sheet.beside:
        ask(sheet.beside)
        return
    anew = state.pop(Key.ALL_ANEW, False)
    _all_anew_unless(not know_own() and not anew)
    answer = answer_now()
    _all_anew_unless(sheet.fits(answer, fields))
    text = text_of(answer)  # made first: what is sent within 10 ms, the browser draws in one go
    ask(Beside(answer.beside))
    parts = state.get(Key.UNEQUAL) or state.get(Key.SEVERAL)  # they are read as they are drawn
    if parts and texts_of_widgets() != answer.texts:
        answer = answer_now()
        _all_anew_unless(sheet.fits(answer, fields))
        text = text_of(answer)
    if answer.keep:
        keep_address(answer.keep)
    sheet.said = answer.beside
    with ThreadState.scoped(fragment_id=None):  # it belongs to the sheet; else it came in two parts, and not everywhere
        sheet.place.html(text)


def _all_anew_unless(fits: bool) -> None:
    if not fits:
        state[Key.AGAIN] = True  # the address is not looked at: it may still be the one before the last
        st.rerun()
