"""The forms of the card over HTTP: picture, paper, figures, other tools, a maker's own words in each of them."""

import io
import json
from urllib.parse import quote

import jsonschema
import pypdf
import pytest
import zxingcpp
from over_http import CATALOGUE, FORMS, OVER, STORY, TWENTY, Parsed, get, page
from PIL import Image

from blends import open_book, read_brief, read_link
from blends.asking.link import read_saved


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


def test_files_carry_the_title_in_every_alphabet():
    named = get(f"/card.csv?{STORY}&t={quote('Für Zoë, зима')}").headers["content-disposition"]
    assert named == (
        "attachment; filename=f-r-zo.csv; filename*=UTF-8''F%C3%BCr%20Zo%C3%AB%2C%20%D0%B7%D0%B8%D0%BC%D0%B0.csv"
    )


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
