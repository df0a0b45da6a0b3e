"""Pairs: the page, the card in all its forms, its link and the Oils page say the same of the same recipe."""

import csv
import io
import json
import re
from html import unescape

import pypdf
import pytest
from asker import Asker
from effort import proof
from hypothesis import assume, given, settings
from on_the_page import opened, shown
from starlette.applications import Starlette
from test_link import briefs

from blends import BlendError, calculate, read_brief, read_link, write_card, write_link
from blends.judging.findings import Verdict, overall
from blends.serving import routes
from blends.showing.chat import chat_words
from blends.showing.drawn import drawable
from blends.showing.handed import hand_on
from blends.showing.html import amounts_html, foot_of, head_html, oil_table_html, recipe_html
from blends.showing.oil_table import oil_row
from blends.showing.words.phrases import in_drops, weight
from blends.showing.words.units import units_for
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()
OILS = list(CATALOGUE.oil_by_id)
ASKER = Asker(Starlette(routes=routes()))
PAGE = "https://oils.example/card"


def squeezed(words):
    return re.sub(r"[\s\u200b\u00a0]+", "", words)


def plain(words):
    return squeezed(words).lower()


def read(html):
    """What is read of `html`, without spaces, in small letters."""
    return plain(unescape(re.sub(r"<[^>]*>", " ", html)))


def amounts(html):
    """The amounts in each row of the first table, by their units; about so many drops are no amount."""
    table = re.sub(r"<(i|p)\b.*?</\1>", "", html.partition("<tbody>")[2].partition("</tbody>")[0], flags=re.DOTALL)
    rows = [row.partition("</th>")[2] for row in table.split("<tr")[1:]]
    plain = [" ".join(re.sub(r"<[^>]*>", " ", row).replace("drops", "drop").split()) for row in rows]
    return [{unit: figure for figure, unit in re.findall(r"(\d[\d.]*) (drop|mL|g)\b", row)} for row in plain]


def amounts_of(row):
    counted = {"drop": str(row.drops)} if row.drops and row.dosed == "drops" else {}
    weighed = {"g": str(row.mass_g)} if row.mass_g else {}
    return {**counted, "mL": str(row.volume_ml), **weighed}


def made(texts):
    try:
        result = calculate(read_brief(texts), CATALOGUE)
        return result, hand_on(result, PAGE)
    except BlendError:
        assume(False)


@settings(max_examples=proof(200))
@given(briefs)
def test_page_card_text_numbers_and_link_agree_on_every_figure(texts):
    result, handed = made(texts)
    wanted = [amounts_of(row) for row in handed.rows]
    check_page(result, wanted)
    check_headline(result)
    check_plain_card(handed, wanted)
    check_numbers(handed)
    check_text(handed)
    check_link(handed)


def check_page(result, wanted):
    """The page's own card shows the amounts of the one handed on, in whichever unit is large."""
    for unit in units_for(result.recipe):
        card = write_card(result, handed_on=False, unit=unit)
        assert amounts(amounts_html(card)) == wanted
    if card.rows:
        assert plain(f"{card.achieved_pct} %") in read(amounts_html(card))
    assert read(recipe_html(card)).startswith(read(head_html(card)))
    judged = card.judgement
    for each in (*(line.words for line in judged.lines), judged.for_whom, judged.sentence):
        assert plain(each) in read(head_html(card))


def check_headline(result):
    """The headline says what the rows below it say: of the amounts, and of the rulebooks."""
    card = write_card(result, handed_on=False)
    judged, review = card.judgement, result.review
    counts = [row.drops.value for row in card.rows if row.dosed == "drops"]
    if counts:
        assert sum(counts) == card.total_drops.value
        same = len(counts) > 1 and len(set(counts)) == 1
        each = f"{counts[0]:g} drop{'' if counts[0] == 1 else 's'} each of" if same else f"{sum(counts):g} drop"
        assert card.short.startswith(each)
        assert plain(card.short) in read(foot_of(card))
    assert [line.verdict for line in judged.lines] == [review.at_home, review.for_sale]
    mine = [each for each in judged.findings if each.rulebook_id in review.judging]
    assert judged.verdict == overall(each.verdict for each in mine)
    over = [each for each in mine if each.verdict is Verdict.OVER]
    assert judged.sentence.startswith("Over: ") == bool(over)
    said = judged.sentence.partition(". Over limits")[0]
    for actual, limit in re.findall(r"(\d[\d.]*) % against (\d[\d.]*) %", said):
        assert (actual, limit) in {(str(each.actual), str(each.limit)) for each in over}
    for book in judged.rulebooks:
        found = [each.verdict for each in judged.findings if each.rulebook_id == book.id]
        assert book.verdict in (overall(found), "no limit")


def check_plain_card(handed, wanted):
    page = ASKER.get(f"/card?{handed.query}")
    assert page.status == 200
    told = [re.findall(r"\d+(?:\.\d+)?", re.sub(r"<[^>]*>", " ", cells)) for cells in cells_of(page.text)]
    about = [[str(row.drops)] if row.drops and row.dosed == "measure" else [] for row in handed.rows]
    assert [sorted(row) for row in told] == [
        sorted([*row.values(), *more]) for row, more in zip(wanted, about, strict=True)
    ]
    judged = handed.card.judgement
    lines = [line.words for line in judged.lines]
    for each in (*lines, judged.sentence, judged.for_whom, f"{handed.card.achieved_pct} %"):
        assert plain(each) in read(page.text)


def cells_of(html):
    """What stands beside the name in each row of the plain card."""
    rows = html.partition("<tbody>")[2].partition("</tbody>")[0].split("<tr")[1:]
    return [row.partition("</th>")[2] for row in rows]


def check_numbers(handed):
    """JSON and CSV hold the amounts as numbers."""
    card, numbers = handed.card, [(row.drops, row.volume_ml, row.mass_g) for row in handed.rows]
    told = json.loads(ASKER.get(f"/card.json?{handed.query}").body)
    assert [(each["drops"], each["volume_ml"], each["mass_g"]) for each in (*told["oils"], *told["bases"])] == [
        tuple(each and each.value for each in row) for row in numbers
    ]
    assert told["dilution"]["achieved_pct_by_volume"] == card.achieved_pct.value
    assert (told["verdict"]["at_home"], told["verdict"]["for_sale"]) == tuple(
        line.verdict for line in card.judgement.lines
    )
    rows = list(csv.DictReader(io.StringIO(ASKER.get(f"/card.csv?{handed.query}").text)))
    assert [(each["drops"], each["volume_ml"], each["mass_g"]) for each in rows[: len(numbers)]] == [
        tuple(str(each or "") for each in row) for row in numbers
    ]
    by_kind = {row["kind"]: row for row in rows}
    assert by_kind["dilution achieved"]["pct_by_volume"] == str(card.achieved_pct)
    assert by_kind["essential oils in all"]["volume_ml"] == str(card.total_ml)
    verdicts = [row["name"] for row in rows if row["kind"] == "verdict"]
    assert sorted(verdicts) == sorted(line.words for line in card.judgement.lines)


def check_text(handed):
    lines = ASKER.get(f"/card.txt?{handed.query}").text.splitlines()
    for row in handed.rows:
        line = next(line for line in lines if line.startswith(f"{row.name}: "))
        drops = [in_drops(row.drops, row.dosed)] if row.drops else []
        assert all(each in line for each in (f"{row.volume_ml} mL", weight(row.mass_g), *drops))


def check_link(handed):
    """The link opens the very card it was handed on with."""
    again = hand_on(calculate(read_link(handed.card.link), CATALOGUE), PAGE)
    assert again.card == handed.card


@settings(max_examples=proof(50))
@given(briefs)
def test_the_printed_card_and_the_picture_agree_with_the_card(texts):
    _, handed = made(texts)
    card, printed = handed.card, ""
    for page in pypdf.PdfReader(io.BytesIO(ASKER.get(f"/card.pdf?{handed.query}&paper=a4").body)).pages:
        printed += page.extract_text()
    printed = squeezed(printed)
    for row in handed.rows:
        assert squeezed(f"{row.drops or ''}{row.volume_ml}{row.mass_g or 'not known'}") in printed
    for said in (f"{card.achieved_pct} %", card.bottle, card.judgement.for_whom):
        assert squeezed(drawable(said)) in printed
    picture = chat_words(card)
    counted = [str(row.drops if row.drops and row.dosed == "drops" else row.volume_ml) for row in handed.rows]
    assert [each["amount"] for each in picture["rows"]] == counted
    assert dict(picture["facts"])["Strength"] == f"{card.achieved_pct} % by volume"


@pytest.mark.parametrize(
    "texts",
    [
        {"effect": "warming", "bottle": "100 ml"},
        {"oils": "lavender:2,thyme_thymol", "bottle": "90 g", "drops": "exact", "purpose": "sale"},
        {"oils": "nutmeg", "dilution": "5 %", "bottle": "2 fl oz", "person": "child:7"},
        {"oils": "bergamot,plai", "base": "coconut:1,jojoba:2", "drops": "spend", "bottle": "47 ml", "fill": "add-to"},
    ],
    ids=str,
)
def test_the_running_page_shows_the_card_of_its_address(texts):
    link = write_link(read_brief(texts)).removeprefix("?")
    card = write_card(calculate(read_link(link), CATALOGUE), handed_on=False)
    page = read(shown(opened(link)))
    assert read(amounts_html(card)) in page
    assert all(plain(line.words) in page for line in card.judgement.lines)


def alone(oil, dilution):
    return calculate(
        read_brief({"oils": oil, "dilution": dilution, "drops": "exact", "bottle": "1 l", "purpose": "sale"}), CATALOGUE
    )


@pytest.mark.parametrize("oil", OILS)
def test_what_the_oils_page_allows_of_an_oil_alone_is_within_by_every_rulebook(oil):
    at_one = alone(oil, "1 %")
    row = oil_row(at_one)
    least = min((each.dilution_pct for each in at_one.review.ceilings if each.dilution_pct is not None), default=None)
    assert (row.most_pct.value if row.most_pct else None) == least
    if row.most_pct is None:
        return
    assert f'<td class="ep-num">{row.most_pct}</td>' in oil_table_html((row,))
    made = alone(oil, f"{row.most_pct} %")
    limits = [each for each in made.review.findings if each.verdict is Verdict.OVER and each.limit_pct]
    assert limits == []
    more = [each.verdict for each in alone(oil, f"{float(row.most_pct.text) * 1.02:.6f} %").review.findings]
    assert Verdict.OVER in more
