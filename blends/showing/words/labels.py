"""LABELS: each heading and label of the card, once, for page, PDF, picture and text alike."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Labels:
    """Headings, labels and standing sentences of the card; no figures in them."""

    brand: str = "EQUAL PARTS"
    recipe: str = "Recipe"
    print: str = "Print"
    send: str = "Send"
    why: str = "Why?"
    make: str = "Make it"
    mind: str = "Mind"
    no_weight: str = "weight not known"
    verdict: str = "Verdict"

    amounts: str = "What goes into one bottle"
    one_bottle: str = "For one bottle of"
    oil: str = "Oil"
    of_the_oils: str = "Of the oils"
    drops: str = "Drops"
    drop: str = "drop"
    several_drops: str = "drops"
    ml: str = "mL"
    g: str = "g"
    about: str = "about"
    share: str = "of the oils"
    not_known: str = "not known"

    strength: str = "Strength"
    essential_oils: str = "Essential oils"
    bottle: str = "Bottle"
    by_volume: str = "by volume"
    dropper: str = "Dropper"
    enough_for: str = "Enough for"
    massage: str = "of an adult's whole body; we reckon 20 to 25 mL each"
    drops_per_ml: str = "drops from 1 mL"
    dilution_pct: str = "strength, %"
    per_ml: str = "per mL"
    pct: str = "%"

    ceilings: str = "How far each rulebook goes"
    ceilings_picture: str = (
        "How much each book would allow: the bar ends there, from 0.01 to 10 %, a third of the width for each tenfold; "
        "the line is your recipe."
    )
    for_sale: str = "for products on sale"
    rulebook: str = "Rulebook"
    what: str = "What"
    here: str = "Here"
    limit: str = "Limit"
    verified: str = "✓ verified"
    copies: str = "○ one book, several copies"
    not_verified: str = "○ not verified"

    cautions: str = "Cautions of these oils"
    steps: str = "How to make it"
    steps_on_paper: str = "How to make and use it"
    when_wrong: str = "If something goes wrong"
    calculation: str = "Show the calculation"
    conventions: str = "Measured and worked out by"

    made_on: str = "Made on"
    best_before: str = "Best before"
    page_of: str = "of"
    code: str = "QR code of the link to this recipe"
    code_opens: str = "The code opens this recipe."
    code_too_long: str = "The link of this recipe is too long for a code."
    care: str = "Arithmetic and care, not medical advice. Your supplier's certificate overrides."
    shortened: str = "Shortened: limits, label names and sums are on A4."
    shortened_sheet: str = "Shortened: other droppers, and why something is not assessed, are in Equal Parts."
    shortened_code: str = "Shortened: limits, label names and sums are on A4 and behind the code."
    lacking: str = "□: the card's fonts lack this sign."


LABELS = Labels()
