"""Label and papers over HTTP: by a link or a form, never a fault of ours, and no name kept anywhere."""

import io
import json
import random
import re
from urllib.parse import quote, quote_plus, urlencode

import pypdf
import pytest
import zxingcpp
from asker import Asker
from PIL import Image
from starlette.applications import Starlette

from blends import Details, calculate, label, papers_csv, read_catalogue, read_link
from blends.serving import routes
from blends.serving.label_asked import KEYS, read_label

RECIPE = "v=1&o=lavender,petitgrain&b=almond&m=100ml,fill-to,us,1&d=1,20,exact&w=adult,sale"
DETAILS = {
    "use": "sale",
    "product": "Massage oil with lavender",
    "responsible": "Ann Example, Mill Lane 1, 10115 Berlin",
    "batch": "B-1",
    "before": "May 2027",
    "made": "2026-11-24",
    "cautions": "For the skin only.",
}
FORMS = {
    "/label.pdf": "application/pdf",
    "/label.png": "image/png",
    "/papers.pdf": "application/pdf",
    "/papers.csv": "text/csv",
}
ASKER = Asker(Starlette(routes=routes()))
get = ASKER.get


def post(path, details, **headers):
    return ASKER.post(f"{path}?{RECIPE}", urlencode(details).encode(), **headers)


def words(made):
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)


@pytest.mark.parametrize("path", FORMS)
def test_a_link_gives_every_form_without_session_and_is_known_again(path):
    address = f"{path}?{RECIPE}&{urlencode(DETAILS)}"
    first = get(address)
    assert (first.status, first.headers["content-type"].split(";")[0]) == (200, FORMS[path])
    assert first.headers["x-content-type-options"] == "nosniff"
    assert first.headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in first.headers
    assert get(address).body == first.body
    assert get(address, if_none_match=first.headers["etag"]).status == 304
    assert get(address.replace("B-1", "B-2"), if_none_match=first.headers["etag"]).status == (
        304 if path == "/papers.csv" else 200  # the table holds no batch
    )


@pytest.mark.parametrize("path", FORMS)
def test_a_form_gives_the_same_file_and_is_kept_nowhere(path):
    sent = post(path, DETAILS)
    assert sent.status == 200
    assert sent.body == get(f"{path}?{RECIPE}&{urlencode(DETAILS)}").body
    assert sent.headers["cache-control"] == "no-store"
    assert sent.headers["content-disposition"].startswith("attachment;")


def test_the_route_and_the_library_make_the_same_label():
    made = calculate(read_link(RECIPE), read_catalogue())
    assert get(f"/label.pdf?{RECIPE}&size=lid&look=plain&paper=kraft&use=gift&note=For+Ann").body == label(
        made, "lid", Details(use="gift", note="For Ann"), look="plain", paper="kraft"
    )
    assert get(f"/papers.csv?{RECIPE}&batch=B-1").text == papers_csv(made, Details(batch="B-1"))


def test_every_detail_reaches_the_label():
    asked = read_label(
        f"{RECIPE}&size=2x4in&look=apothecary&paper=kraft&sheet=5163&copies=3&first=2&right=1,5&down=-2&qr=yes",
        urlencode(
            {**DETAILS, "note": "n", "origin": "Germany", "months": "6", "language": "de", "sheets": "plai"}
            | {"cautions": "Eins.\r\nZwei.", "inci": "hyssop:Hyssopus Oil", "allergens": "a;b", "ruled": "c"}
        ),
    )
    how = asked.how
    assert (how.size, how.look, how.paper, how.sheet) == ("2x4in", "apothecary", "kraft", "5163")
    assert (how.copies, how.first, how.offset_mm, how.qr) == (3, 2, (1.5, -2.0), True)
    told = asked.details
    assert told.cautions == ("Eins.", "Zwei.")
    assert (told.inci, told.allergens, told.ruled_out) == ((("hyssop", "Hyssopus Oil"),), ("a", "b"), ("c",))
    assert (told.sheets, told.lang, told.open_months, told.origin) == (("plai",), "de", 6, "Germany")
    assert (told.name, told.batch, told.best_before) == ("Massage oil with lavender", "B-1", "May 2027")


def test_the_code_of_a_label_for_sale_names_oils_and_never_an_effect():
    asked = RECIPE.replace("o=lavender,petitgrain", "e=warming") + "&t=Pain+relief"
    for use, effect in (("own", True), ("sale", False)):
        made = label_link(asked, use)
        assert ("e=warming" in made) is effect
        assert ("Pain" in made) is effect
        oils = [each.oil.id for each in calculate(read_link(made), read_catalogue()).recipe.portions]
        assert oils == [each.oil.id for each in calculate(read_link(asked), read_catalogue()).recipe.portions]


def label_link(query, use):
    """The link that the code on the label of `query` opens, read off its picture."""
    picture = Image.open(io.BytesIO(get(f"/label.png?{query}&use={use}&qr=yes&size=2x4in").body)).convert("RGB")
    (code,) = zxingcpp.read_barcodes(picture)
    return code.text


def test_a_sheet_of_labels_comes_from_its_link():
    made = get(f"/label.pdf?{RECIPE}&{urlencode(DETAILS)}&size=100ml&sheet=L7165&copies=8&first=2").body
    assert len(pypdf.PdfReader(io.BytesIO(made)).pages) == 2


@pytest.mark.parametrize(
    "more",
    [
        *(
            "size=1l",
            "look=neon",
            "paper=a4",
            "sheet=L1",
            "copies=many",
            "copies=201",
            "leaflet=maybe",
            "first=0&sheet=a4",
        ),
        *("right=90&sheet=a4", "down=far", "use=theft", "made=yesterday", "months=forever", "qr=perhaps"),
        *("batch=1&batch=2", "inci=hyssop", "language=klingon", "note=" + "x" * 500, "cautions=" + "x" * 3000),
        "product=" + "x" * 9000,
    ],
)
def test_what_cannot_be_read_gets_a_sentence(more):
    answer = get(f"/label.pdf?{RECIPE}&{more}")
    assert answer.status == 400
    assert len(json.loads(answer.body)["error"].split()) > 4
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("key", ["conditions=epilepsy", "person=pregnant", "Pregnant=yes", "health=x"])
@pytest.mark.parametrize("path", FORMS)
def test_keys_that_would_name_health_are_refused_in_a_link_and_in_a_form(path, key):
    assert get(f"{path}?{RECIPE}&{key}").status == 400
    answer = ASKER.post(f"{path}?{RECIPE}", key.encode())
    assert answer.status == 400
    assert "health" in json.loads(answer.body)["error"]
    assert get(f"{path}?{RECIPE.replace('w=adult', 'w=pregnant')}").status == 400


def test_a_form_that_is_none_is_refused_by_its_number():
    assert post("/label.pdf", {"note": "x" * 1_100_000}).status == 413
    assert post("/label.pdf", {}, content_type="application/json").status == 415
    assert ASKER.post(f"/card?{RECIPE}", b"").status == 405
    assert get("/label.svg?" + RECIPE).status == 404
    assert "csv, pdf" in json.loads(get("/papers.doc?" + RECIPE).body)["error"]


def test_a_refusal_is_a_page_for_people():
    answer = get(f"/label.pdf?{RECIPE}&size=1l", accept="text/html")
    assert (answer.status, answer.headers["content-type"]) == (400, "text/html; charset=utf-8")
    assert "content-security-policy" in answer.headers


STRANGE = [
    "",
    " ",
    "0",
    "-1",
    "1e9",
    "\x00",
    "\u200b",
    "\u202eabc",
    "#panic()",
    "<b>",
    "=1+1",
    "x" * 300,
    "ⅷ",
    "٣",
    "😀",
    "\ud800",
]
STRANGE += [
    "lid",
    "10ml",
    "a4",
    "letter",
    "5163",
    "sale",
    "own",
    "gift",
    "kraft",
    "yes",
    "de",
    "2026-02-30",
    "hyssop:",
    ":x",
    ";;;",
    "%",
]


def hostile(seed):
    """A query of keys and values that nobody would send in good faith."""
    chance = random.Random(seed)  # noqa: S311 - the same each time
    recipe = RECIPE if chance.random() < 0.8 else RECIPE.replace("100ml", chance.choice(["1ml", "9l", "x"]))
    keys = [*KEYS, "w", "zz", "amp;batch", "person", "d"]
    parts = [(chance.choice(keys), chance.choice(STRANGE)) for _ in range(chance.randrange(1, 7))]
    return recipe + "".join(f"&{key}={quote_plus(value.encode('utf-8', 'surrogatepass'))}" for key, value in parts)


@pytest.mark.parametrize("seed", range(4))
def test_two_thousand_hostile_links_get_a_file_or_a_sentence_never_a_fault(seed):
    seen = set()
    for number in range(500):
        query = hostile(seed * 500 + number)
        answer = get(f"/papers.csv?{query}")
        assert answer.status in (200, 400), query
        seen.add(answer.status)
        if number % 20 == 0:  # the typesetter takes its time
            assert get(f"/label.pdf?{query}").status in (200, 400), query
    assert seen == {200, 400}


def test_damaged_letters_get_a_sentence():
    for broken in ("%FF", "%C3%28", "%00"):
        assert get(f"/label.pdf?{RECIPE}&batch={broken}").status in (200, 400)
    assert get("/label.pdf?" + RECIPE + "&note=" + quote("für Zoë")).status == 200
    assert re.match("This link", json.loads(get("/label.pdf").body)["error"])


@pytest.mark.parametrize("path", FORMS)
def test_a_link_that_was_judged_by_a_certificate_gives_no_label_and_no_papers_of_other_figures(path):
    refused = get(f"{path}?{RECIPE}&cert=lavender.9f8e7d6c")
    assert refused.status == 400
    assert "by the certificate of their own bottle" in json.loads(refused.body)["error"]
    assert "True lavender" in json.loads(refused.body)["error"]
    assert get(f"{path}?{RECIPE}&cert=strange").status == 200  # no mark of ours: passed over
