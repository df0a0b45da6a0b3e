"""How the card's answers are kept, guarded and refused: caches, policies, keys of others and of health, crowds."""

import base64
import hashlib
import json
import re
import sys

import pytest
from asker import Asker
from over_http import FORMS, SERVING, STORY, Parsed, get
from starlette.applications import Starlette

from blends.serving import routes


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
