"""Result -> Label: what is stuck on the bottle, and why it is not for sale. Looks are in label.typ, sizes in sheets.py.

A missing figure never shortens a list in silence: what is unknown stands on the label as missing, and is a reason.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from blends.asking.day import last_day
from blends.errors import BlendError, quote
from blends.figures import listed, write_number
from blends.flow import Result, as_handed_on
from blends.judging.allergens import Labels, labels_of
from blends.judging.findings import Verdict
from blends.showing.composition import Ingredient, composition, inci_list
from blends.showing.words.basis import subject_words
from blends.showing.words.claims import Claim, claims_in
from blends.showing.words.label import LABEL_WORDS, NAME, LabelWords, Reason, cautions_of, inside_words, reason
from blends.showing.words.whom import is_private
from blends.tables.allergens import label_names
from blends.tables.names import short_name

Use = Literal["sale", "own", "gift"]
USES: tuple[Use, ...] = ("sale", "own", "gift")
US_FLUID_OUNCE_ML = Fraction("29.5735295625")
KEEPS_MONTHS = 30  # only what keeps longer may do without a best before date
LONGEST = 400  # characters of any one text of a label
LONGEST_LIST = 1500  # characters of all cautions, or of all allergens named by hand


@dataclass(frozen=True)
class Details:
    """What only the maker knows. Every text may be ""; cautions: None for ours, else the maker's own or translated.

    today: by which a date is past, None where nobody's clock counts; open_months: period after opening;
    enclosed: ingredients and cautions stand on a leaflet, not on the label;
    inci: (oil id, INCI name) where the tables have none; sheets: ids of oils whose supplier's allergen sheet was read;
    allergens: names it lists beside ours; ruled_out: doubtful ones it rules out.
    """

    use: Use = "sale"
    name: str = ""
    note: str = ""
    responsible: str = ""
    origin: str = ""
    batch: str = ""
    made_on: date | None = None
    today: date | None = None
    best_before: str = ""
    open_months: int = 0
    enclosed: bool = False
    cautions: tuple[str, ...] | None = None
    link: str = ""
    inci: tuple[tuple[str, str], ...] = ()
    sheets: tuple[str, ...] = ()
    allergens: tuple[str, ...] = ()
    ruled_out: tuple[str, ...] = ()
    words: LabelWords = LABEL_WORDS
    lang: str = "en"


@dataclass(frozen=True)
class Label:
    """A label ready to print: figures and texts; "" where there is nothing to say.

    ingredients: INCI names, the heaviest first; allergens: label names above 0.001 %; not_for_sale: the reasons, for
    every use, and `stamp` what of it is printed; claims: words of the name that keep it off the label; function: what
    it is and how it is used, "" where it is not sold.
    """

    use: Use
    name: str
    function: str
    inside: str
    note: str
    ml: str
    fl_oz: str
    ingredients: tuple[str, ...]
    allergens: tuple[str, ...]
    base_allergens: tuple[str, ...]
    cautions: tuple[str, ...]
    batch: str
    made_on: str
    best_before: str
    open_months: int
    enclosed: bool
    responsible: str
    origin: str
    link: str
    not_for_sale: tuple[Reason, ...]
    claims: tuple[Claim, ...]
    stamp: str
    words: LabelWords
    lang: str


def write_label(result: Result, details: Details = Details()) -> Label:
    """Return `result` as a label, judged as every card that is handed on. Raises BlendError for a text too long."""
    _check(details)
    result = as_handed_on(result) if is_private(result.brief) else result
    recipe, words = result.recipe, details.words
    wanted = details.name or result.brief.title
    effects = tuple(effect.name for effect in result.catalogue.effect_by_id.values())
    claims = claims_in(wanted, effects)
    made = composition(result, details.inci)
    found = labels_of(recipe, result.settled.books, label_names(result.catalogue))
    reasons = tuple(_reasons(result, details, claims, made, found))
    oils, bases = [each.oil for each in recipe.portions], [each.base_oil for each in recipe.bases]
    cautions = cautions_of(any(oil.phototoxic is not False for oil in oils), any(oil.oxidises for oil in oils))
    volumes = [each.exact_ml for each in recipe.portions] + [each.exact_ml for each in recipe.bases]
    exact_ml = sum(volumes, Fraction(0))
    name = NAME if claims or not wanted else wanted
    function = words.spread if NAME.casefold() in name.casefold() else words.function
    return Label(
        use=details.use,
        name=name,
        function=function if details.use == "sale" else "",
        inside=inside_words([oil.name for oil in oils], [base.name for base in bases]),
        note="" if details.use == "sale" else details.note,
        ml=write_number(exact_ml, rounding="down"),  # never more than is in it
        fl_oz=write_number(exact_ml / US_FLUID_OUNCE_ML, rounding="down"),
        ingredients=inci_list(made),
        allergens=tuple(sorted({*found.names, *(name.strip() for name in details.allergens)} - {""}, key=str.casefold)),
        base_allergens=tuple(dict.fromkeys(base.allergen for base in bases if base.allergen)),
        cautions=cautions if details.cautions is None else details.cautions,
        batch=details.batch,
        made_on=f"{details.made_on.day} {details.made_on:%B %Y}" if details.made_on else "",
        best_before=details.best_before,
        open_months=details.open_months,
        enclosed=details.enclosed,
        responsible=details.responsible,
        origin=details.origin,
        link=details.link,
        not_for_sale=reasons,
        claims=claims,
        stamp={"own": words.own, "gift": words.gift}.get(details.use, words.not_for_sale if reasons else ""),
        words=words,
        lang=details.lang,
    )


def _reasons(
    result: Result, details: Details, claims: tuple[Claim, ...], made: tuple[Ingredient, ...], found: Labels
) -> Iterator[Reason]:
    yield from _of_limits(result)
    if missing := [each.name for each in made if not each.inci]:
        yield reason("inci", *missing)
    if missing := [each.name for each in made if not each.density_known]:
        yield reason("density", *missing)
    read = {portion.oil.name for portion in result.recipe.portions if portion.oil.id in details.sheets}
    if missing := [name for name in found.not_assessed if name not in read]:
        yield reason("composition", *missing)
    if unsure := [name for name in found.perhaps if name not in {*details.ruled_out, *details.allergens}]:
        yield reason("perhaps", *unsure)
    if claims:
        whys = dict.fromkeys(claim.why for claim in claims)
        held = [(listed([quote(claim.word) for claim in claims if claim.why == why]), why) for why in whys]
        yield reason("claim", *(f"{names}: {why}" for names, why in held))
    if not details.responsible.strip():
        yield reason("responsible")
    if not details.batch.strip():
        yield reason("batch")
    yield from _of_dates(result, details)


def _of_dates(result: Result, details: Details) -> Iterator[Reason]:
    """Yield what is wrong with how long it keeps. A date in another language is the maker's own to check."""
    if until := details.best_before.strip():
        last, known = last_day(until), max(filter(None, (details.today, details.made_on)), default=None)
        if last is None and details.lang == "en":
            yield reason("no_day", quote(until))
        elif last and known and last < known:
            yield reason("past", until)
        return
    short = [
        base.base_oil.name for base in result.recipe.bases if (base.base_oil.shelf_life_months or 0) <= KEEPS_MONTHS
    ]
    if not details.open_months:
        yield reason("date")
    elif short:
        yield reason("keeps", *short)


def _of_limits(result: Result) -> Iterator[Reason]:
    """Yield what rulebooks for sale find over, and what they have not assessed; an empty review judged nothing."""
    selling = {book.id for book in result.settled.rulebooks if "sale" in book.judges}
    found = [each for each in result.review.findings if each.rulebook in selling]
    for verdict in (Verdict.OVER, Verdict.NOT_ASSESSED):
        about = dict.fromkeys(
            f"{subject_words(each)} ({short_name(each.rulebook, result.catalogue)})"
            for each in found
            if each.verdict is verdict
        )
        if about:
            yield reason(verdict.value, *about)
    if not result.recipe.portions:
        yield reason("no_oils")


def _check(details: Details) -> None:
    """Refuse what is no label: a use we do not know, texts of a length no label holds, months that are none."""
    if details.use not in USES:
        raise BlendError(f"{quote(str(details.use))} is no use of a label. Write sale, own or gift.", "use")
    texts = {name: getattr(details, name) for name in ("name", "note", "responsible", "origin", "batch", "best_before")}
    for name, text in texts.items():
        if len(text) > LONGEST:
            raise BlendError(
                f"The {name.replace('_', ' ')} has {len(text)} characters; no label holds more than {LONGEST}. "
                f"Write it shorter, such as {quote(text, 30)}.",
                name,
            )
    for name, lines in (("cautions", details.cautions or ()), ("allergens", details.allergens)):
        if sum(map(len, lines)) > LONGEST_LIST:
            raise BlendError(f"The {name} have more than {LONGEST_LIST} characters; no label holds so much.", name)
    if not re.fullmatch(r"[a-z]{2,3}", details.lang):
        raise BlendError(f"Cannot read {quote(details.lang)} as a language. Write en, de or fr.", "lang")
    if not 0 <= details.open_months <= 99:
        raise BlendError(
            f"{details.open_months} months after opening is no period. Write 6, or 0 for none.", "open_months"
        )
