"""What the pages keep in a session: every key, each once, and where inputs begin. No other page names a key itself."""

from typing import Any

import streamlit as st

from blends.asking.brief import DEFAULTS

state = st.session_state

# What an input may hold beside ids and texts.
NOTHING = ","  # the text of oils or base oils of which none is pressed
OWN, OTHER, OWN_CHOICE, NOT_KNOWN = "own", "other", "own", "unknown"
USUAL_BASES = ("peanut", "soybean", "almond", "coconut", "olive", "sunflower")  # those the article names


class Key:
    """The keys of the session."""

    # What a link carries.
    EFFECT, EFFECTS, COMBINE = "effect", "effects", "combine"
    OILS, ADDED, MORE, SUITABLE, UNEQUAL = "oils", "added", "more", "suitable", "unequal"
    WHOM = "whom"  # the person last asked about in full: a child has an age
    MORE_OWN = "more_own"
    OILS_SHOWN = "oils_shown"
    BASE, BASE_OTHER, BASES, SEVERAL = "base", "base_other", "bases", "several"
    BOTTLE, SIZE, BOTTLES, FILL, SYSTEM = "bottle", "size", "bottles", "fill", "system"
    DILUTION, DROPPER, OWN_DROPS, DROPS = "dilution", "dropper", "own_drops", "drops"
    PURPOSE, TITLE, NOTE, BEST_BEFORE = "purpose", "title", "note", "best_before"
    # Of the person and the health a link says no more than a child's age.
    PERSON, AGE, CONDITIONS, CONTACT = "person", "age", "conditions", "contact"
    # The address, and what was opened.
    BEGIN, UNKNOWN, ADDRESS, KEPT = "begin", "unknown", "address", "kept"
    TO_OPEN, OPENED, JUST_OPENED, ASK_FOR_WHOM = "to_open", "opened", "just_opened", "ask_for_whom"
    TO_BRING, OPENED_FROM, OPENED_SAID = "to_bring", "opened_from", "opened_said"
    PAGE, ELSEWHERE, WHOLE_RUN, AGAIN = "page", "elsewhere", "whole_run", "again"
    ALL_ANEW = "all_anew"  # a click changed what it does not draw
    # What could be read last, where something cannot be read now.
    GOOD, GOOD_PARTS = "good", "good_parts"
    # Inputs that are no part of a recipe.
    UNIT, FIND, FIND_OWN, HELP_BY = "unit", "find", "find_own", "help_by"
    WEIGH_DROPS, WEIGH_GRAMS, WEIGH_LIQUID = "weigh_drops", "weigh_grams", "weigh_liquid"
    HAVE_DROPS, HAVE_BOTTLE = "have_drops", "have_bottle"
    SAVED, SAVED_DONE = "saved", "saved_done"
    KIND, SEARCH, WANTED, SORT, TABLES = "kind", "search", "wanted", "sort", "tables"
    OIL_ADDRESS = "oil_address"
    # What can be made, and the shelf as this session saw it last.
    POSSIBLE_EFFECTS, POSSIBLE_SOURCE, POSSIBLE_OILS = "possible_effects", "possible_source", "possible_oils"
    POSSIBLE_MUST, POSSIBLE_NOT, POSSIBLE_NARROW = "possible_must", "possible_not", "possible_narrow"
    POSSIBLE_FOUND, SHELF_SEEN = "possible_found", "shelf_seen"
    SHELF_ADD, SHELF_FORM, SHELF_SHOWN = "shelf_add", "shelf_form", "shelf_shown"
    SHELF_COUNT, SHELF_TAKE = "shelf_count", "shelf_take"
    ONLY_MINE, ONLY_MINE_FAULT = "only_mine", "only_mine_fault"
    # The label: what the maker says of it, and how it is printed.
    LABEL_USE, LABEL_SIZE, LABEL_LOOK, LABEL_PAPER = "label_use", "label_size", "label_look", "label_paper"
    LABEL_NAME, LABEL_NOTE, LABEL_RESPONSIBLE = "label_name", "label_note", "label_responsible"
    LABEL_ORIGIN, LABEL_BATCH, LABEL_MADE, LABEL_MONTHS = "label_origin", "label_batch", "label_made", "label_months"
    LABEL_CAUTIONS, LABEL_OURS, LABEL_LANGUAGE = "label_cautions", "label_ours", "label_language"
    LABEL_LEAFLET, LABEL_CODE, LABEL_ALLERGENS = "label_leaflet", "label_code", "label_allergens"
    LABEL_READ, LABEL_RULED = "label_read", "label_ruled"
    LABEL_SHEET, LABEL_COPIES, LABEL_FIRST = "label_sheet", "label_copies", "label_first"
    LABEL_RIGHT, LABEL_DOWN = "label_right", "label_down"
    LABEL_SHEETS, LABEL_RULES = "label_sheets_open", "label_rules_open"
    # The recipe book: the one of this session where it is a file; what was opened from it, and what is asked.
    BOOK, BOOK_OPENED, BOOK_FILED, BOOK_AS_FILE = "book", "book_opened", "book_filed", "book_as_file"
    OWN_TABLES, OWN_OILS, OWN_KIND = "own_tables", "own_oils", "own_kind"
    OWN_KEPT, OWN_BROUGHT, OWN_MADE_OF = "own_kept", "own_brought", "own_made_of"
    OWN_TOLD, OWN_MARK, OWN_CHANGED, OWN_FAULT = "own_told", "own_mark", "own_changed", "own_fault"
    OWN_FILE, OWN_FILE_DONE = "own_file", "own_file_done"
    BOOK_SAVE, BOOK_NAME, BOOK_SUGGESTED = "book_save", "book_name", "book_suggested"
    BOOK_SEARCH, BOOK_SORT, BOOK_SHOWN = "book_search", "book_sort", "book_shown"
    BOOK_FILE, BOOK_FILE_DONE, BOOK_DAMAGED = "book_file", "book_file_done", "book_damaged"
    BOOK_FILES, BOOK_DELETED, BOOK_ALL, BOOK_SURE = "book_files", "book_deleted", "book_all", "book_sure"
    BOOK_COMPARE = "book_compare"
    # What is open.
    CHANGE, HEALTH, SETTINGS, WEIGH = "change", "health", "settings", "weigh"
    LIMITS, WORKED, HAND_ON = "limits", "worked", "hand_on"

    @staticmethod
    def parts(id_: str) -> str:
        """Return the key of an oil's parts."""
        return f"parts_{id_}"

    @staticmethod
    def of_bottle(what: str, id_: str) -> str:
        """Return the key of an input that stands beside one bottle; of the form of a new one where `id_` is ""."""
        return f"shelf_{what}_{id_}"

    @staticmethod
    def inci(id_: str) -> str:
        """Return the key of the INCI name of an oil that the tables have none for."""
        return f"label_inci_{id_}"

    @staticmethod
    def oils(whose: str, number: int) -> str:
        """Return the key of a list of oils: another number for others in it."""
        return f"oils_{whose}_{number}"

    @staticmethod
    def list_of(whose: str) -> str:
        """Return the key of the place of a list of oils."""
        return f"list_{whose}"

    @staticmethod
    def base_parts(id_: str) -> str:
        """Return the key of a base oil's parts."""
        return f"base_parts_{id_}"

    @staticmethod
    def place(choices: tuple[str, ...]) -> str:
        """Return the key of a place with several choices."""
        return f"place_{choices[0]}"

    @staticmethod
    def group(name: str) -> str:
        """Return the key of a group of oils."""
        return f"group_{name}"

    @staticmethod
    def own_field(what: str, of: str) -> str:
        """Return the key of an input of the form of own oils, or beside one of them."""
        return f"own_{what}_{of}"

    @staticmethod
    def of_blend(what: str, name: str) -> str:
        """Return the key of an input that stands beside one blend of the book."""
        return f"book_{what}_{name}"

    @staticmethod
    def open_of(kind: str) -> str:
        """Return the key of the oil that is open."""
        return f"open_{kind}"


_BEGINNINGS: dict[str, Any] = {
    Key.EFFECT: DEFAULTS["effect"],
    Key.BASE: DEFAULTS["base"],
    Key.BASES: [DEFAULTS["base"]],
    Key.BOTTLE: DEFAULTS["bottle"],
    Key.DILUTION: "2 %",
    Key.DROPPER: DEFAULTS["drops_per_ml"],
    Key.OWN_DROPS: DEFAULTS["drops_per_ml"],
    Key.DROPS: DEFAULTS["drops"],
    Key.FILL: DEFAULTS["fill"],
    Key.SYSTEM: DEFAULTS["system"],
    Key.BOTTLES: DEFAULTS["bottles"],
    Key.PURPOSE: DEFAULTS["purpose"],
    Key.PERSON: DEFAULTS["person"],
    Key.UNIT: "drops",
    Key.LABEL_LOOK: "band",
    Key.LABEL_PAPER: "light",
}


def begins(key: str) -> Any:  # noqa: ANN401 - what the input holds
    """Return where the input `key` begins: as the address says that opened the session, else the usual.

    Given as an input's default and not set: what the browser still knows after a restart of the server comes first.
    """
    return state.get(Key.BEGIN, {}).get(key, _BEGINNINGS.get(key))


def held(key: str) -> Any:  # noqa: ANN401 - what the input holds
    """Return what the input `key` holds, or where it will begin: one that is not drawn says the same."""
    try:
        return state[key]
    except KeyError:
        return begins(key)
