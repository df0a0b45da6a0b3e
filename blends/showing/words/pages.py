"""What the pages are called, what stands at their heads, and what the Oils page asks."""

APP = "Equal Parts"
NAMES = {
    "blend": "Blend",
    "oils": "Oils",
    "massage": "Massage",
    "label": "Label",
    "book": "Book",
    "shelf": "My oils",
    "possible": "What can I make?",
}  # by their files
# At the head of each page; the label is reached from its recipe.
MENU = ("blend", "oils", "massage", "book")
# Below it, on the pages of what one has: six names at the head are too many for a phone.
BESIDE = {"oils": ("shelf", "possible")} | dict.fromkeys(("book", "shelf", "possible"), ("book", "shelf", "possible"))
TITLES = NAMES | {"blend": APP}  # as they stand at the head; the first page is the app's
HEADS = {
    "blend": "Massage oil by the drop: how much of each oil goes in, and how it was worked out.",
    "oils": "What each oil is, what it is traditionally used for, and what every figure rests on.",
    "label": "What is stuck on the bottle of this recipe, and what a safety assessor is handed.",
    "book": "What you keep: your blends with all their versions, in one book.",
    "shelf": "Your bottles: what is left of them, what your blend costs, and what to buy.",
    "possible": "Which blends can be made of the oils at hand: the best ten, each ready to open.",
    "massage": "How to give a simple back massage at home, and when not to.",
}

# The Oils page.

KIND = "Which"
KINDS = {"oils": "Essential oils", "table": "Compare", "base_oils": "Base oils"}
SEARCH, SEARCH_EXAMPLE = "Search", "lavender, Lavandula, kernel oil …"
USED_FOR = "Traditionally used for"
GROUPS = {"blend": "In your blend", "oils": "Oils", "base_oils": "All base oils"}
SORT, COMPARING = "Sort by", "Comparing the oils"
SORTS = {"name": "Name", "most": "Most alone", "density": "Density"}
TABLES, TABLE = "Download a table", "Table"
IN_LIST = "It is in the list above."
SOURCES = "Sources: "  # begins the last paragraph of a chapter (showing/chapters/)


def none_called_so(example: str) -> str:
    """Return what is said where a search finds no oil; example: an oil that is found.

    >>> none_called_so("olive")
    'No oil is called so. Write a part of a name, such as olive.'
    """
    return f"No oil is called so. Write a part of a name, such as {example}."


def start_blend(name: str, kind: str) -> str:
    """Return the offer to begin a blend with an essential oil, or in a base oil.

    >>> start_blend("lavender", "oils"), start_blend("olive oil", "base_oils")
    ('Start a blend with lavender', 'Start a blend in olive oil')
    """
    return f"Start a blend {'with' if kind == 'oils' else 'in'} {name}"
