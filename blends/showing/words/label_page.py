"""What the Label page asks and says: inputs, choices, what is missing, papers, and what other rules ask."""

from dataclasses import dataclass

from blends.showing.words.questions import Ask

USE = Ask("What is it for?")
USES = {"own": "My own use", "gift": "A gift", "sale": "For sale"}
SIZE = Ask("Size")
LOOK, PAPER = Ask("Look"), Ask("Paper")
LOOKS = {"band": "Band", "apothecary": "Apothecary", "plain": "Plain"}
PAPERS = {"light": "Light", "kraft": "Kraft"}
NAME = Ask(
    "Name on it",
    "What it is, such as Massage oil with lavender. A word of effect, healing, promise or proof keeps a name off.",
    "Massage oil",
)
NOTE = Ask("A line of your own", example="such as For long evenings")
RESPONSIBLE = Ask(
    "Responsible person: name and address",
    "Who answers for it in the country of sale. Printed on each bottle that is sold, and sent to no one else.",
    "Ann Example, Mill Lane 1, 10115 Berlin",
)
ORIGIN = Ask("Made in, if imported", example="Germany")
BATCH = Ask("Batch", example="such as 2026-01")
MADE = Ask("Made on", example="2026-11-24")
BEFORE = Ask("Best before end of", "From the label of the base oil: the oil that keeps shortest decides.", "May 2027")
MONTHS = Ask("Months after opening", example="6")
CAUTIONS = Ask("Cautions, one a line", "Ours, to be edited or translated; printed as typed. Empty: ours again.")
LANGUAGE = Ask("Their language", "Two letters, for programs that read the label aloud: en, de, fr.", "en")
LEAFLET = Ask(
    "Ingredients and cautions on a leaflet",
    "For bottles with no room: the label then shows a hand and a book, and a leaflet goes with each bottle.",
)
CODE = "A code that opens the recipe"
INCI_OF = "INCI name of {name}, from its supplier"
NAMED = Ask("More allergens from suppliers' sheets", "Label names, one a line: printed with ours.", "Linalool")
FIELDS = {  # of a refusal: the key it is about -> the input where it can be put right
    "name": NAME.label,
    "product": NAME.label,
    "note": NOTE.label,
    "responsible": RESPONSIBLE.label,
    "origin": ORIGIN.label,
    "batch": BATCH.label,
    "made": MADE.label,
    "before": BEFORE.label,
    "best_before": BEFORE.label,
    "months": MONTHS.label,
    "open_months": MONTHS.label,
    "cautions": CAUTIONS.label,
    "lang": LANGUAGE.label,
}

SHEET_BOX = "A sheet of labels"
SHEET, COPIES = Ask("Sheet"), Ask("Copies", "Empty: the rest of one sheet.")
FIRST = Ask("First free label", "Counted along the rows: a sheet that is begun can be used up.")
RIGHT, DOWN = Ask("Move right, mm", "Where your printer is off.", "0"), Ask("Move down, mm", None, "0")

# The answer.

BACK = "Change the recipe"
NOT_FOR_SALE, FOR_SALE = "Not for sale yet", "Nothing we look at speaks against selling it"
STILL = (
    "A safety report by a qualified assessor, a notification and a product file are still needed before anything is "
    "sold. This page makes none of them."
)
OWN = {
    "own": "It says that it is for your own use and not for sale.",
    "gift": "It says that it is a gift and not for sale.",
}
GO_TO = "Fill in:"
RULED_OUT = "The supplier's sheet rules out {name}"
NAME_IT = "The supplier's sheet lists {name}"
READ = "I have read the allergen sheet of {name}"
CALL_IT = "Call it Massage oil"
NUMBER_IT = "Number it {number}"
ON_LEAFLET = "Put ingredients and cautions on a leaflet"
LARGER = "Take a larger label"
ENCLOSED = (
    "Ingredients and cautions may stand on an enclosed leaflet, tag or card only where the label has no room for them; "
    "then the hand on the book must stand on the label (Regulation (EC) 1223/2009, article 19(2), annex VII). Put one "
    "into each box, or tie it to each bottle."
)
REAL_SIZE = "{size}, shown larger; printed at 100 % it has its size."
LABEL_PDF, LABEL_PNG, SHEET_PDF, LEAFLET_PDF = "Label as PDF", "As picture", "Sheet as PDF", "Leaflet as PDF"
PRINT_HOW = "Print at 100 %, not fitted to the page, and one sheet on plain paper first."
PAPERS_HEAD, PAPERS_PDF, PAPERS_CSV = "Papers for the safety assessor", "Papers as PDF", "Figures as CSV"
LAST_GOOD = "This is the label of the last recipe that could be read; something on the Blend page cannot."

# What rules ask beyond it.

RULES_BOX = "What the rules of the EU, the UK and the US ask, and what of it is here"


@dataclass(frozen=True)
class Rules:
    """What one market asks: what of it the label does, what it does not, and what nobody looked up.

    sources: keys of data/sources.csv that the first two were checked against.
    """

    where: str
    covered: str
    not_covered: str
    unchecked: str
    sources: tuple[str, ...]


RULES = (
    Rules(
        "EU",
        "What it is and how it is used, the list of ingredients, allergens by the names of Regulation (EU) 2023/1545, "
        "quantity, batch, date, cautions as you edit them, responsible person, origin as typed.",
        "Safety report, which must also show the date; the language of the country. The 24 older allergen names do for "
        "stock sold before 31 July 2026, until 31 July 2028.",
        "Notification and product file; the height of the figures of the quantity.",
        ("ages_labelling", "hpra_labelling", "cjeu_c_667_19", "eu_2023_1545"),
    ),
    Rules(
        "UK",
        "The same list and fields; the address can be British.",
        "Great Britain: a responsible person in the UK, and a notification there; methyl salicylate at most 0.06 %, "
        "0.02 % from half a year to one year (SI 2025/413). The new allergen names hold in Northern Ireland, not in "
        "Great Britain; a list with more names than are asked names those, too.",
        "Whether Great Britain has taken over the new allergen names since.",
        ("govuk_cosmetics_2023", "uk_si_2025_413", "melbec_allergens"),
    ),
    Rules(
        "US",
        "Ingredients in descending weight; quantity in fl oz and mL.",
        "Letters of the list at least 1/16 inch high, which ours often are not; an address, telephone or e-mail in the "
        "US for adverse events (MoCRA, since 29 December 2024); a warning on what is not shown to do no harm.",
        "English common names beside INCI; place and size of the quantity; a list of fragrance allergens under MoCRA; "
        "laws of the states.",
        ("us_cfr_701_3", "us_cfr_740_10", "soapguild_mocra"),
    ),
)
RULES_NOTE = (
    "Checked in November 2026 against the pages named, some of them older; this is not legal advice: look each up "
    "before you sell."
)
COVERED, NOT_COVERED, UNCHECKED = "Here", "Not here", "Not looked up"
