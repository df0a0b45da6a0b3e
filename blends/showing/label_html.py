"""Label -> the HTML of the Label page: why it is not for sale, the buttons that fetch its files, what rules ask."""

from base64 import b64encode

from blends.flow import Result
from blends.showing.label import Label
from blends.showing.templates import render
from blends.showing.words import label_page
from blends.tables.sources import sources_of

INPUTS = {  # of a reason: the place of the input that clears it, and what is asked there
    "responsible": ("label-responsible", label_page.RESPONSIBLE.label),
    "batch": ("label-dates", label_page.BATCH.label),
    "date": ("label-dates", label_page.BEFORE.label),
    "no_day": ("label-dates", label_page.BEFORE.label),
    "past": ("label-dates", label_page.BEFORE.label),
    "keeps": ("label-dates", label_page.BEFORE.label),
    "claim": ("label-name", label_page.NAME.label),
}


def reasons_html(label: Label) -> str:
    """Return why `label` is not for sale, each reason with how to clear it and a link to the input that does."""
    return render("label_reasons", reasons=label.not_for_sale, inputs=INPUTS, words=label_page)


def rules_html(result: Result) -> str:
    """Return what the rules of each market ask, what of it is here, and where it was read."""
    sources = {each.where: sources_of(" ".join(each.sources), result.catalogue) for each in label_page.RULES}
    return render("label_rules", rules=label_page.RULES, sources=sources, words=label_page)


def preview_html(picture: bytes, words: str, caption: str, width: int) -> str:
    """Return the picture of a label with its words, in the page itself: no second request, none to another replica.

    picture: PNG; width: in pixels of the page, less on a narrower one.
    """
    return render("label_preview", picture=b64encode(picture).decode(), words=words, caption=caption, width=width)


def spoken_label(label: Label) -> str:
    """Return what the picture of `label` says, for those who do not see it."""
    parts = (label.name, f"{label.ml} mL", ", ".join(label.ingredients), " ".join(label.cautions), label.stamp)
    return ". ".join(filter(None, parts))
