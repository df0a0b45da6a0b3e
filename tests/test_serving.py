"""The card over HTTP: the same recipe in every form, understood without scripts, and nothing in it from elsewhere."""

import base64
import hashlib
import io
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import jsonschema
import pypdf
import pytest
import zxingcpp
from asker import Asker
from PIL import Image
from starlette.applications import Starlette

import blends.serving
from blends import open_book, read_brief, read_link
from blends.asking.link import read_saved
from blends.serving import routes
from blends.showing.words.verdict import SHAPES
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()
STORY = "v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"
OVER = "v=1&e=anti-inflammatory&b=olive&m=100ml,fill-to,us,1&d=5,20,equal&w=adult,home"
TWENTY = f"v=1&o={','.join(list(CATALOGUE.oil_by_id)[:20])}&b=olive&m=500ml,fill-to,us,1&d=2,20,equal&w=adult,home"
FORMS = {
    "/card": "text/html",
    "/card.txt": "text/plain",
    "/card.csv": "text/csv",
    "/card.json": "application/json",
    "/card.cook": "text/plain",
    "/card.pdf": "application/pdf",
    "/card.png": "image/png",
    "/card.svg": "image/svg+xml",
}
SERVING = Path(blends.serving.__file__).parent
ASKER = Asker(Starlette(routes=routes()))
get = ASKER.get


class Parsed(HTMLParser):
    """What a link preview reads, and what a program finds: titles, meta, links, scripts."""

    def __init__(self, html):
        super().__init__()
        self.meta, self.links, self.scripts, self.styles, self.words, self.open = {}, [], [], [], [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.open = tag
        if tag == "meta":
            self.meta[given.get("property") or given.get("name") or "charset"] = given.get("content", "")
        if tag == "script":
            self.scripts.append([given.get("type", ""), ""])
        self.links += [given[name] for name in ("href", "src", "action") if name in given]
        assert not [name for name in given if name.startswith("on") or name == "style"]

    def handle_data(self, data):
        if self.open == "script":
            self.scripts[-1][1] += data
        elif self.open == "style":
            self.styles.append(data)
        else:
            self.words.append(data)

    def handle_endtag(self, _tag):
        self.open = ""

    @property
    def text(self):
        return " ".join(" ".join(self.words).replace("\u00a0", " ").split())


def page(query, **headers):
    return Parsed(get("/card?" + query, **headers).text)


def test_the_story_stands_on_the_plain_card():
    shown = page(STORY)
    assert shown.text.count("8 drops") == 5
    assert "98 mL" in shown.text
    assert "For a healthy adult: not checked for illness, allergy or pregnancy." in shown.text
    for words in ("How to make and use it", "Scale it to my bottle and my dropper", "Change it in Equal Parts", "Send"):
        assert words in shown.text
    assert f"./?{STORY}" in shown.links


def test_the_plain_card_is_small():
    assert len(get("/card?" + STORY).body) < 22_000


def test_nothing_on_the_card_comes_from_elsewhere():
    shown = page(STORY)
    outside = [link for link in shown.links if re.match(r"(https?:)?//", link) and "//oils.example/" not in link]
    assert [link.split("?")[0] for link in outside] == ["https://wa.me/"]


def test_a_link_preview_shows_the_blend_itself():
    meta = page(STORY).meta
    assert meta["og:title"] == "Warming blend in olive oil"
    assert meta["og:description"] == meta["description"] == "8 drops each of five oils in 98 mL olive oil, 2 %"
    assert meta["og:image"] == f"https://oils.example/card.png?{STORY}"
    assert meta["og:url"] == f"https://oils.example/card?{STORY}"


@pytest.mark.parametrize("path", FORMS)
def test_every_answer_may_be_kept_and_is_known_again(path):
    first = get(f"{path}?{STORY}")
    assert first.status == 200
    assert first.headers["content-type"].split(";")[0] == FORMS[path]
    assert first.headers["cache-control"] == "public, max-age=300"
    assert first.headers["x-content-type-options"] == "nosniff"
    assert first.headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in first.headers
    assert get(f"{path}?{STORY}").body == first.body
    again = get(f"{path}?{STORY}", if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    other = get(f"{path}?{STORY.replace('d=2,', 'd=1,')}", if_none_match=first.headers["etag"])
    assert other.status == 200


def test_only_our_own_style_and_script_may_run():
    answer = get("/card?" + STORY)
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    shown = Parsed(answer.text)
    run = [text for kind, text in shown.scripts if kind != "application/ld+json"]
    assert policy["script-src"] == " ".join(hashed(text) for text in run)
    assert policy["style-src"] == " ".join(map(hashed, shown.styles))


def hashed(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_no_clock_is_read():
    for path in SERVING.glob("*.py"):
        assert not re.search(r"today\(|now\(|time\(", path.read_text(encoding="utf-8")), path.name


def test_the_readers_own_bottle_and_dropper_make_a_new_link():
    answer = get(f"/card?{STORY}&bottle=30+ml&dropper=30")
    assert answer.status == 303
    assert answer.headers["location"] == "https://oils.example/card?" + STORY.replace("100ml", "30ml").replace(
        "d=2,20", "d=2,30"
    )
    assert "3 drops" in page(answer.headers["location"].partition("?")[2]).text


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [("bottle=4+oz", "Write 4 fl oz or 113 g"), ("bottle=1+ml", "too small"), ("dropper=ten", "Cannot read")],
)
def test_a_bottle_or_dropper_that_will_not_do_is_said_beside_its_form(asked, sentence):
    answer = get(f"/card?{STORY}&{asked}")
    assert answer.status == 400
    assert sentence.casefold() in Parsed(answer.text).text.casefold()
    assert "8 drops" in Parsed(answer.text).text
    assert answer.headers["cache-control"] == "no-store"


def test_what_is_above_the_usual_is_said_before_the_amounts():
    text = page(OVER).text
    assert text.index("5 % is above the usual 2 % for an adult.") < text.index("33 drops")
    assert "above the usual" not in page(STORY).text


@pytest.mark.parametrize(
    "key",
    ["conditions=epilepsy", "person=pregnant", "epilepsy=1", "Pregnant=yes", "health=x", "allergy_peanut=1"],
)
@pytest.mark.parametrize("path", FORMS)
def test_keys_that_would_name_health_are_refused(path, key):
    answer = get(f"{path}?{STORY}&{key}")
    assert answer.status == 400
    assert "health" in json.loads(answer.body)["error"]


@pytest.mark.parametrize("who", ["pregnant", "breastfeeding", "older"])
def test_a_link_that_names_more_than_a_child_is_refused(who):
    assert get("/card?" + STORY.replace("w=adult", f"w={who}")).status == 400


def test_keys_of_others_are_passed_over():
    assert get(f"/card?{STORY}&utm_source=chat&fbclid=abc&person=child:7").body == get("/card?" + STORY).body


def test_dates_and_unit_travel_in_keys_that_older_readers_pass_over():
    query = f"{STORY}&made=2026-11-24&before=March%202027"
    text = page(query + "&unit=ml").text
    assert "Made on 24 November 2026" in text
    assert "Best before March 2027" in text
    assert "0.4 mL 8 drops" in text
    assert read_link(query) == read_link(STORY)
    assert f"https://oils.example/card?{query}" in page(query).links


@pytest.mark.parametrize("more", ["made=yesterday", "unit=cups", "paper=a3", "before=" + "x" * 41])
def test_what_cannot_be_read_gets_a_sentence(more):
    answer = get(f"/card.pdf?{STORY}&{more}")
    assert answer.status == 400
    assert re.match("Cannot (read|keep)", json.loads(answer.body)["error"])


def test_a_bad_link_is_told_to_people_as_a_page_and_to_programs_as_json():
    people = get("/card?v=9", accept="text/html,*/*;q=0.8")
    assert (people.status, people.headers["content-type"]) == (400, "text/html; charset=utf-8")
    assert "This link is of version '9'" in Parsed(people.text).text
    assert json.loads(get("/card?v=9").body)["error"].startswith("This link is of version '9'")
    assert get("/card.doc?" + STORY).status == 404


def test_a_card_that_a6_does_not_hold_is_refused_with_a_link_to_a4():
    oils = ",".join(list(CATALOGUE.oil_by_id)[:20])
    full = f"v=1&o={oils}&b=olive&m=500ml,fill-to,us,1&d=2,20,equal&w=adult,sale&made=2026-11-28"
    people = get(f"/card.pdf?paper=a6&{full}", accept="text/html")
    assert people.status == 400
    told = Parsed(people.text)
    assert "Two sides of A6 do not hold this recipe" in told.text
    (instead,) = [link for link in told.links if link.startswith("card.pdf")]
    assert instead == f"card.pdf?{full}&paper=a4"
    answer = get("/" + instead)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    assert json.loads(get(f"/card.pdf?{full}").body)["instead"] == instead


def test_every_verdict_of_a_rulebook_has_a_look_of_its_own():
    style = (SERVING / "card.css").read_text(encoding="utf-8")
    for verdict in SHAPES:
        assert f".{verdict.replace(' ', '-')}" in style, verdict


def test_files_carry_the_title_in_every_alphabet():
    named = get(f"/card.csv?{STORY}&t={quote('Für Zoë, зима')}").headers["content-disposition"]
    assert named == (
        "attachment; filename=f-r-zo.csv; filename*=UTF-8''F%C3%BCr%20Zo%C3%AB%2C%20%D0%B7%D0%B8%D0%BC%D0%B0.csv"
    )


def test_alive_and_ready_say_so():
    assert json.loads(get("/healthz").body) == {"alive": True}
    assert json.loads(get("/readyz").body) == {"ready": True}


def test_who_would_wait_too_long_for_the_typesetter_is_told_when_to_ask_again(monkeypatch):
    monkeypatch.setattr(sys.modules[routes.__module__], "WAITING", 2)
    asker = Asker(Starlette(routes=routes()))
    answers = asker.get_all([f"/card.svg?{STORY}&t={number}" for number in range(8)])
    assert sorted(answer.status for answer in answers) == [200] * 3 + [503] * 5
    refused = next(answer for answer in answers if answer.status == 503)
    assert refused.headers["retry-after"] == "3"
    assert refused.headers["cache-control"] == "no-store"
    assert json.loads(refused.body)["error"].startswith("Many cards")
    assert asker.get(f"/card.svg?{STORY}").status == 200  # afterwards there is room again
    assert asker.get("/card?" + STORY).status == 200  # what needs no typesetter never waits for it


def test_a_host_that_is_none_never_reaches_a_link():
    assert get("/card?" + STORY, host='evil"><script>').status == 400


def test_under_a_prefix_every_link_keeps_it():
    asker = Asker(Starlette(routes=routes("/oils/")))
    assert f"https://oils.example/oils/card?{STORY}" in Parsed(asker.get("/oils/card?" + STORY).text).links


@pytest.mark.parametrize("query", [STORY, OVER, TWENTY, STORY + f"&t={'w' * 80}&x={'long%20note%20' * 25}"])
def test_the_picture_is_read_in_a_chat(query):
    made = get("/card.png?" + query).body
    picture = Image.open(io.BytesIO(made))
    assert picture.size == (1080, 1350)
    assert len(made) < 300_000
    (code,) = zxingcpp.read_barcodes(picture.convert("RGB").resize((400, 500), Image.Resampling.LANCZOS))
    opened, meant = read_link(code.text), read_link(query)
    assert (opened.oils, opened.bottle, opened.dilution_pct) == (meant.oils, meant.bottle, meant.dilution_pct)


@pytest.mark.parametrize(("paper", "width_mm"), [("a6", 105), ("a4", 210), ("letter", 216)])
def test_the_printed_card_comes_on_three_papers(paper, width_mm):
    reader = pypdf.PdfReader(io.BytesIO(get(f"/card.pdf?{STORY}&paper={paper}").body))
    assert round(float(reader.pages[0].mediabox.width) / 72 * 25.4) == width_mm


def test_json_keeps_its_schema_and_opens_again():
    schema = json.loads(get("/card.schema.json").body)
    jsonschema.Draft202012Validator.check_schema(schema)
    for query in (STORY, OVER, TWENTY, STORY.replace("d=2,", "d=0,"), STORY.replace("equal", "exact")):
        text = get("/card.json?" + query).text
        jsonschema.validate(json.loads(text), schema)
        assert read_saved(text) == read_link(query)


def test_what_the_file_of_a_book_holds_is_published():
    published = json.loads(get("/book.schema.json").body)
    jsonschema.Draft202012Validator.check_schema(published)
    book = open_book("")
    book.save(read_brief({"oils": "lavender"}), "Calm")
    jsonschema.validate(json.loads(book.write_bytes()), published)
    book.close()


def test_other_tools_read_the_recipe():
    shown = page(STORY)
    (found,) = [json.loads(text) for kind, text in shown.scripts if kind == "application/ld+json"]
    assert (found["@context"], found["@type"]) == ("https://schema.org", "HowTo")
    supplies = [(each["name"], each["requiredQuantity"]["value"]) for each in found["supply"]]
    assert supplies[0] == ("Sweet marjoram", 8)
    assert supplies[-1] == ("Olive oil", 98)
    recipe = pytest.importorskip("cooklang").parse(get("/card.cook?" + STORY).text)
    assert recipe.title == "Warming blend in olive oil"
    assert [(each.name, each.quantity.value) for each in recipe.ingredients] == supplies


def test_own_words_reach_every_form_as_words():
    hostile = "<script>alert(1)</script> @salt{1%kg} #panic() ---"
    query = f"{STORY}&t={quote(hostile[:80])}&x={quote(hostile)}&before={quote('@x{1%kg} ~{2%h}')}"
    shown = page(query)
    assert "alert(1)" in shown.text
    assert not [text for kind, text in shown.scripts if kind != "application/ld+json" and "alert" in text]
    recipe = pytest.importorskip("cooklang").parse(get("/card.cook?" + query).text)
    assert len(recipe.ingredients) == 6
    for path in FORMS:
        assert get(f"{path}?{query}").status == 200
