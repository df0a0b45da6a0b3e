"""Every form of the card says the same of the same recipe, and nothing that is asked breaks it."""

import csv
import io
import json
import re
from html.parser import HTMLParser
from urllib.parse import quote

import pypdf
from asker import Asker
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from test_link import briefs

from blends import BlendError, calculate, read_brief, read_catalogue, write_card
from blends.serving import routes
from blends.showing.chat import chat_words
from blends.showing.handed import hand_on
from blends.showing.html import recipe_html
from blends.showing.output import drawable
from blends.showing.words.phrases import in_drops, weight

CATALOGUE = read_catalogue()
STORY = "v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"
ASKER = Asker(Starlette(routes=routes()))
PATHS = ("/card", "/card.txt", "/card.csv", "/card.json", "/card.cook", "/readyz", "/healthz", "/card.schema.json")


class Cells(HTMLParser):
    """The rows of the page's first table, each a list of its cells' words."""

    def __init__(self, html):
        super().__init__()
        self.rows = []
        self.feed(html.partition("<tbody>")[2].partition("</tbody>")[0])

    def handle_starttag(self, tag, _attrs):
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append("")

    def handle_data(self, data):
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += f" {data} "


def squeezed(words):
    return re.sub(r"[\s\u200b\u00a0]+", "", words)


def figures(text):
    return re.findall(r"\d+(?:\.\d+)?", text)


@settings(max_examples=50)
@given(briefs)
def test_all_forms_agree_on_every_figure(texts):
    try:
        result = calculate(read_brief(texts), CATALOGUE)
        handed = hand_on(result, "https://oils.example/card")
    except BlendError:
        assume(False)
    card, query = handed.card, handed.query
    told = [(row.name, row.drops, row.volume_ml, row.mass_g) for row in handed.rows]
    amounts = [[str(each) for each in row[1:] if each] for row in told]
    answers = {path: ASKER.get(f"{path}?{query}&paper=a4") for path in (*PATHS[:4], "/card.pdf")}
    assert {answer.status for answer in answers.values()} == {200}
    # The plain page and the app's own page
    shown = [figures(row[1]) for row in Cells(answers["/card"].text).rows]
    assert [sorted(row) for row in shown] == [sorted(row) for row in amounts]
    inside = squeezed(re.sub(r"<[^>]*>", " ", recipe_html(write_card(handed.result))))
    for row in handed.rows:  # by measure the page shows no drops
        counted = [row.drops] if row.drops and row.dosed == "drops" else []
        assert all(squeezed(str(each)) in inside for each in (*counted, row.volume_ml))
    # JSON and CSV, as numbers
    read = json.loads(answers["/card.json"].body)
    numbers = [tuple(each and each.value for each in row[1:]) for row in told]
    assert [(each["drops"], each["volume_ml"], each["mass_g"]) for each in (*read["oils"], *read["bases"])] == numbers
    assert read["dilution"]["achieved_pct_by_volume"] == card.achieved_pct.value
    rows = list(csv.DictReader(io.StringIO(answers["/card.csv"].text)))
    assert [(each["drops"], each["volume_ml"], each["mass_g"]) for each in rows[: len(told)]] == [
        tuple(str(each or "") for each in row[1:]) for row in told
    ]
    by_kind = {row["kind"]: row for row in rows}
    assert by_kind["dilution achieved"]["pct_by_volume"] == str(card.achieved_pct)
    assert by_kind["essential oils in all"]["volume_ml"] == str(card.total_ml)
    # Text, printed card and picture
    text, printed = answers["/card.txt"].text, ""
    for page in pypdf.PdfReader(io.BytesIO(answers["/card.pdf"].body)).pages:
        printed += page.extract_text()
    printed = squeezed(printed)
    for (name, _, volume_ml, mass_g), row in zip(told, handed.rows, strict=True):
        line = next(line for line in text.splitlines() if line.startswith(f"{name}: "))
        wanted = [f"{volume_ml} mL", weight(mass_g), *([in_drops(row.drops, row.dosed)] if row.drops else [])]
        assert all(each in line for each in wanted)
        assert squeezed(f"{row.drops or ''}{volume_ml}{mass_g or 'not known'}") in printed
    for said in (f"{card.achieved_pct} %", card.bottle, card.judgement.for_whom):
        assert squeezed(drawable(said)) in printed
    picture = chat_words(card)["rows"]
    counted = [str(row.drops if row.drops and row.dosed == "drops" else row.volume_ml) for row in handed.rows]
    assert [each["amount"] for each in picture] == counted
    assert dict(chat_words(card)["facts"])["Dilution"] == f"{card.achieved_pct} % by volume"


hostile = st.one_of(
    st.text(max_size=200),
    st.binary(max_size=200).map(lambda raw: raw.decode("latin-1")),
    st.lists(
        st.tuples(
            st.sampled_from([*"veobmdwtxq", "made", "before", "unit", "bottle", "dropper", "paper", "conditions"]),
            st.one_of(st.text(max_size=40), st.sampled_from(["1", "olive", "100ml,fill-to,us,1", "2,20,equal", "%ff"])),
        ),
        max_size=12,
    ).map(lambda pairs: "&".join(f"{key}={value}" for key, value in pairs)),
    st.tuples(st.sampled_from(["t", "x", "before", "made", "bottle", "dropper", "o", "b"]), st.text(max_size=60)).map(
        lambda pair: f"{STORY}&{pair[0]}={pair[1]}"
    ),
)


@settings(max_examples=2000)
@given(st.sampled_from(PATHS), hostile, st.sampled_from(["", "text/html", "\x00é"]))
@example("/card", "v=1&" * 400, "")
@example("/card", "x" * 100_000, "text/html")
@example("/card", STORY + "&bottle=9**9**9", "text/html")
@example("/card.csv", STORY + "&t=" + "%ED%A0%80", "")
@example("/card.json", STORY + "&dropper=1e400", "")
def test_no_query_breaks_the_server(path, query, accept):
    answer = ASKER.get(path + "?" + query.replace("#", ""), accept=accept)
    assert answer.status in (200, 303, 400)


@settings(max_examples=60)
@given(st.sampled_from(["/card.pdf", "/card.png"]), st.text(max_size=80), st.text(max_size=300))
@example("/card.png", "\u0000\u200b\ufffe\U0010ffff", "茶🌿")
def test_no_words_break_the_typesetter(path, title, note):
    answer = ASKER.get(f"{path}?{STORY}&t={quote(title, errors='replace')}&x={quote(note, errors='replace')}")
    assert answer.status in (200, 400)
