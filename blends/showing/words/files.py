"""The words outside the pages: of the card's files and their rows, of the recipe for other tools, of the command."""

FILES = (
    ("PDF, A6", "card.pdf", ""),
    ("PDF, A4", "card.pdf", "&paper=a4"),
    ("PDF, Letter", "card.pdf", "&paper=letter"),
    ("Picture", "card.png", ""),
    ("Text", "card.txt", ""),
    ("CSV", "card.csv", ""),
    ("JSON", "card.json", ""),
    ("Cooklang", "card.cook", ""),
)  # what any replica answers (serving/routes.py): its name, its path, what more the link says
AS_FILES = "Picture, code and files"
OWN_FILES = {"pdf": "Card as PDF", "json": "Recipe file (JSON)", "txt": "Text", "csv": "CSV"}  # made by the page itself

OIL, BASE_OIL, OILS = "essential oil", "base oil", "essential oils in all"
BOTTLE, DROPPER, ASKED, ACHIEVED = "bottle", "dropper", "dilution asked for", "dilution achieved"
VERDICT, WHY, NOTE, FOR_WHOM, LINK = "verdict", "why", "note", "for whom", "link"

BOTTLE_TOOL = "Bottle of {bottle}"
DROPPER_TOOL = "Dropper, {dropper}"
HAVE_READY = "Have ready a {bottle}, {supplies}."

MANY = "Many cards are being set. Ask again in a few seconds."
NO_SUCH_FORM = "There is no such form of the {thing}. There are: {forms}."
ON_A4 = "Card on A4"
NO_VERSION = "equal-parts, not installed: no version"
