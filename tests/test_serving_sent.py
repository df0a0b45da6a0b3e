"""A recipe with own figures, sent as its file: every form of the card answers, on any replica, and keeps nothing."""

import json
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from over_http import ASKER, get
from test_pages_own_files import CLOVE, FILE, MADE, ROSE

from blends import calculate
from blends.serving.figures import card_csv, card_json
from blends.serving.recipes import cooklang
from blends.showing import chat, output
from blends.showing.handed import hand_on
from blends.showing.label_file import LabelFile, label_file
from blends.showing.label_form import read_details, read_print
from blends.showing.recipe_file import RECIPE, recipe_file

PAGE = "https://oils.example/"
HANDED = hand_on(MADE, PAGE + "card")
TEXT = recipe_file(HANDED)
MADE_HERE = {
    "card.json": lambda: card_json(HANDED, PAGE).encode(),
    "card.txt": lambda: output.card_text(HANDED.card).encode(),
    "card.csv": lambda: card_csv(HANDED.card).encode(),
    "card.cook": lambda: cooklang(HANDED).encode(),
    "card.pdf": lambda: output.pdf(HANDED.card),
    "card.pdf?paper=a4": lambda: output.pdf(HANDED.card, "a4"),
    "card.png": lambda: chat.png(HANDED.card),
}


def send(form, text=TEXT, **more):
    return ASKER.post("/" + form, urlencode({RECIPE: text, **more}).encode(), accept="text/html")


@pytest.mark.parametrize("form", MADE_HERE)
def test_every_form_says_what_is_said_where_the_figures_are(form):
    answer = send(form)
    assert answer.status == 200
    assert answer.body == MADE_HERE[form]()
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["cache-control"] == "no-store"
    assert "set-cookie" not in answer.headers


def test_the_file_of_the_card_is_read_as_well_as_the_short_one():
    assert json.loads(TEXT).keys() == {"schema", "card", "own_oils", "certificates"}
    assert len(TEXT) < len(FILE) / 4
    assert "judged by the certificate of your bottle (lot L7)" in send("card.txt", FILE).body.decode()


def test_no_sign_that_a_pages_cleaner_takes_away_stands_in_it():
    brief = replace(MADE.brief, note="Rose --> mild <!-- ]]> </title>")
    handed = hand_on(calculate(brief, MADE.catalogue), PAGE + "card")
    text = recipe_file(handed)
    assert not {"<", ">"} & {*text}
    assert send("card.txt", text).body == output.card_text(handed.card).encode()


def test_a_certificate_of_a_base_oil_is_no_fault_of_the_server():
    (kept,) = json.loads(TEXT)["certificates"]
    listed = [{"name": "Limonene", "group": "limonene", "pct": "1", "below": False}]
    olive = kept | {"oil": "olive", "constituents": listed}
    assert send("card.txt", json.dumps(json.loads(TEXT) | {"certificates": [olive]})).status == 200


def test_nothing_of_it_is_kept_for_the_next_who_asks():
    assert send("card.txt").status == 200
    refused = get("/card.txt?" + HANDED.query)
    assert refused.status == 400
    assert "'my_rose' is an oil of somebody's own book" in refused.body.decode()


def test_label_and_papers_stand_on_the_own_figures():
    how = {"use": "own", "size": "30ml", "made": "2026-11-24", "qr": "no"}
    for file in LabelFile:
        answer = send(f"{file}?{HANDED.query}", **how)
        assert answer.status == 200, answer.body[:300]
        assert answer.body == label_file(file, HANDED.result, read_details(how), read_print(how))
    assert "My rose" in send(f"papers.csv?{HANDED.query}", **how).body.decode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"own_oils": []}, "This file names my_rose without bringing it."),
        ({"own_oils": [ROSE.as_row() | {"row": {"name": "My rose"}}]}, "Your own oils have"),
        ({"certificates": [CLOVE.as_row() | {"oil": "no_such_oil"}]}, "no_such_oil"),
        ({"schema": "equal-parts/9"}, "This file is no recipe saved here."),
        ({"card": {"link": "?" + HANDED.query + "&conditions=asthma"}}, "tell others about somebody"),
        ({"card": {"link": "?" + HANDED.query.replace("adult", "pregnant")}}, "tell others about somebody"),
        ({"card": {"link": "?v=1"}}, "This link cannot be read"),
        ({"card": 7}, "This file is no recipe saved here."),
    ],
)
@pytest.mark.parametrize("form", ["card.txt", "card.pdf"])
def test_a_file_that_is_not_whole_is_refused_in_a_sentence(form, change, sentence):
    answer = send(form, json.dumps(json.loads(TEXT) | change))
    assert answer.status == 400
    assert sentence in answer.body.decode()


@pytest.mark.parametrize(("body", "status"), [(b"", 400), (b"recipe=", 400), (b"recipe=" + b"x" * 2_000_000, 413)])
def test_no_file_and_too_long_a_file_are_sentences(body, status):
    for form in ("card.txt", "card.pdf"):
        assert ASKER.post("/" + form, body).status == status


def test_another_kind_of_form_and_the_page_itself_take_no_file():
    assert ASKER.post("/card.txt", b"{}", content_type="application/json").status == 415
    assert ASKER.post("/card", b"recipe=1").status == 405


def test_a_small_card_that_is_too_full_offers_no_link_that_lacks_the_figures():
    oils = ",".join(["my_rose", *list(MADE.catalogue.oil_by_id)[:19]])
    link = f"?v=1&o={oils}&b=olive&m=500ml,fill-to,us,1&d=2,20,equal&w=adult,sale&made=2026-11-28"
    answer = send("card.pdf", json.dumps(json.loads(TEXT) | {"card": {"link": link}, "certificates": []}))
    assert answer.status == 400
    assert "Two sides of A6 do not hold this recipe" in answer.body.decode()
    assert "paper=a4" not in answer.body.decode()


plain = st.none() | st.booleans() | st.integers() | st.text(max_size=20)
junk = st.recursive(plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner))


@given(st.dictionaries(st.sampled_from(["schema", "card", "own_oils", "certificates", "x"]), junk, max_size=5))
def test_whatever_is_sent_the_server_does_not_fail(change):
    assert send("card.json", json.dumps(json.loads(TEXT) | change)).status in (200, 400)
