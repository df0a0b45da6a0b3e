"""What the Blend page asks: of each input its label, the help behind its mark, an example; and the choices in words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Ask:
    """One input in words. help: behind its mark; example: shown in the empty box."""

    label: str
    help: str | None = None
    example: str | None = None


# 1. What it is for.

EFFECT = Ask("1 · What is it for?")
ONLY_MY_OILS = "Only oils I choose"
WITHOUT = "Go on without it"

# 2. The oils.

OILS = Ask("2 · Oils")
CHANGE = "Add oils, combine effects, set parts"
FIND = Ask("Add an oil", example="a few letters, such as lav")
FOUND, SAME_EFFECT = "Oils found", "More oils with this effect"
PLACE = Ask(
    "Gum or pine essence",
    "The article says gum or pine essence. Scots pine is our default reading; gum turpentine is the other, "
    "of pharmacopoeia grade only, never paint grade.",
)
COMBINE, UNEQUAL = "Combine several effects", "Unequal parts"
PARTS_OF = "Parts of {name}"

# 3. For whom.

PERSON = Ask("3 · For whom?")
PERSONS = {
    "adult": "Adult",
    "older": "Older",
    "pregnant": "Pregnant",
    "breastfeeding": "Breastfeeding",
    "child": "Child",
}
AGE = Ask("How old is the child, in full years?", example="such as 7")
PURPOSE = Ask("For home or for others")
PURPOSES = {"home": "At home", "sale": "For clients or a shop"}
HEALTH = "Illness or allergy"
CONDITIONS = Ask("Illness or allergy of this person")
CONTACT = Ask(
    "A fragrance substance not tolerated, as named on labels", example="a fragrance substance, such as Linalool"
)

# 4. Bottle, strength, base oil, dropper.

BOTTLE = Ask("4 · Bottle", "For example 100 ml, 1 fl oz, ½ fl oz, 2 tbsp or 90 g.")
SIZES = Ask("Usual sizes")
STRENGTH = Ask(
    "Strength", "Essential oils in % of the whole, by volume. 2 % is usual for adults; 0 % is the base oil alone."
)
BASE = Ask("Base oil, also called carrier oil")
BASES = Ask("Base oils, also called carrier oils")
BASE_OTHER = Ask("Which base oil")
ANOTHER, NOT_KNOWN = "Another", "I don't know"
DROPPER = Ask(
    "Drops from 1 mL of your dropper",
    "Drops differ: droppers give 15 to 45 from 1 mL. 20 is the pharmacopoeia's, 30 the Tisserand Institute's.",
)
OWN_DROPS = Ask("Count the drops that fill 1 mL")
WEIGH = "Or weigh some drops"
WEIGH_DROPS, WEIGH_GRAMS, WEIGH_LIQUID = "Drops", "weigh", "Drops of"

# The rest.

MORE = "More: measuring, several bottles, ounces"
DOSING = Ask(
    "Measure the oils out by",
    "Equal drops: whole drops, the same of each oil, never more than asked. "
    "Use every drop: even if parts differ by one. By measure: mL and g for a scale or pipette, not rounded.",
)
DOSINGS = {"equal": "Equal drops", "spend": "Use every drop", "exact": "By measure"}
FILL = Ask(
    "Filling",
    "Bottle holds all: so much in all, oils and base oil. Base oil first: so much base oil, the oils on top.",
)
FILLS = {"fill-to": "Bottle holds all", "add-to": "Base oil first"}
SYSTEM = Ask("An ounce is", "1 fl oz: US 29.57 mL, imperial 28.41 mL; most charts take 30 mL. Drams and spoons follow.")
SYSTEMS = {"us": "US", "imperial": "Imperial", "chart": "30 mL, as in most charts"}
BOTTLES = Ask("Bottles")
BEST_BEFORE = Ask("Best before, from the base oil's label", example="such as May 2027")
SEVERAL = "Several base oils"
HAVE_DROPS, HAVE_BOTTLE = "The other way round: drops", "in a bottle of"

# What is handed on.

TITLE = Ask("Title", example="Title, such as For Ann")
NOTE = Ask("Note", example="A few words of your own")
SAVED = Ask("Open a recipe saved as JSON")
