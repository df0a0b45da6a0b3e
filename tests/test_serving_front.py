"""What a first visit waits for: the page names the code of its parts at once, and the code is sent packed."""

import asyncio
import gzip
import re

import pytest
from asker import Asker
from on_the_page import APP, blend_page
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from blends.serving import front, front_files, routes
from blends.serving.front import Front

STORY = "v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"
PAGE = front_files.folder()
CODE = PAGE / "static" / "js"


@pytest.fixture(scope="module")
def asker():
    """The app as a browser meets it; what Streamlit would answer is read from the same files."""

    async def page(_request):
        return Response((PAGE / "index.html").read_bytes(), media_type="text/html; charset=utf-8")

    async def file(request):
        path = (PAGE / "static" / request.path_params["name"]).resolve()
        return Response(path.read_bytes()) if path.is_file() and CODE in path.parents else Response(b"", 404)

    behind = [Route("/", page), Route("/static/{name:path}", file)]
    return Asker(Starlette(routes=[*routes(), *behind], middleware=front()))


def named(asker):
    return re.findall(r"<\./static/(js/[^>]+)>; rel=modulepreload", asker.get("/").headers["link"])


def parts(node):
    yield node.type
    for child in getattr(node, "children", {}).values():
        yield from parts(child)


def test_every_part_of_the_front_page_has_its_code_named_at_once(asker):
    at_once = {*named(asker), *front_files.always()}
    kinds = {kind for kind in parts(blend_page().main) if isinstance(kind, str)}
    assert {"button_group", "html", "text_input"} & kinds  # what Streamlit calls them has not changed
    for kind in kinds:
        of_its_own = {f"js/{file.name}" for file in CODE.glob(f"{kind.title().replace('_', '')}.*.js")}
        assert of_its_own <= at_once, kind


def test_what_is_named_is_there_and_named_with_all_that_it_imports(asker):
    at_once = {*named(asker), *front_files.always()}
    assert len(named(asker)) > 10
    assert not {*named(asker)} & {*front_files.always()}  # the page itself names those
    for name in named(asker):
        text = (PAGE / "static" / name).read_text("utf-8")
        assert {f"js/{file}" for file in re.findall(r'from"\./([^"]+\.js)"', text)} <= at_once


def test_the_fonts_of_the_front_page_are_named_and_there(asker):
    fonts = re.findall(r"<\./app/static/([^>]+)>; rel=preload", asker.get("/").headers["link"])
    assert len(fonts) == 2
    assert all((APP.parent / "static" / name).is_file() for name in fonts)


def test_the_plain_card_names_nothing(asker):
    assert asker.get(f"/card?{STORY}").status == 200
    for address in (f"/card?{STORY}", f"/card.json?{STORY}", "/card?nothing"):
        assert "link" not in asker.get(address, accept="text/html").headers


@pytest.mark.parametrize("name", [front_files.always()[0], front_files.needed()[0]])
def test_the_code_is_sent_packed_and_is_the_same(asker, name):
    plain = (PAGE / "static" / name).read_bytes()
    sent = asker.get(f"/static/{name}", accept_encoding="gzip, br")
    assert sent.headers["content-encoding"] == "gzip"
    assert gzip.decompress(sent.body) == plain
    assert sent.headers["vary"] == "accept-encoding"
    assert sent.headers["content-type"].startswith("text/javascript")
    assert int(sent.headers["content-length"]) == len(sent.body) < len(plain)


def test_a_style_is_sent_packed_as_a_style(asker):
    (style,) = (name for name in front_files.always() if name.endswith(".css"))
    sent = asker.get(f"/static/{style}", accept_encoding="gzip")
    assert sent.headers["content-encoding"] == "gzip"
    assert sent.headers["content-type"].startswith("text/css")


PLAIN = ({}, {"range": "bytes=0-9", "accept_encoding": "gzip"}, {"if_none_match": '"a"', "accept_encoding": "gzip"})


@pytest.mark.parametrize("asked", PLAIN)
def test_who_cannot_unpack_or_wants_a_part_or_has_it_is_answered_by_streamlit(asker, asked):
    name = front_files.always()[0]
    sent = asker.get(f"/static/{name}", **asked)
    assert "content-encoding" not in sent.headers
    assert sent.body == (PAGE / "static" / name).read_bytes()


@pytest.mark.parametrize("name", ["js/nothing.js", "../index.html", "js/../js/none.js", ""])
def test_no_other_file_is_opened_by_its_name(asker, name):
    assert asker.get(f"/static/{name}", accept_encoding="gzip").status == 404


def test_without_the_installed_files_the_page_is_as_it_was(monkeypatch, tmp_path):
    kept = (front_files.always, front_files.needed, front_files.packed)
    monkeypatch.setattr(front_files, "folder", lambda: tmp_path)
    try:
        for each in kept:
            each.cache_clear()
        assert [each() for each in kept] == [(), (), {}]
    finally:
        for each in kept:
            each.cache_clear()


@pytest.mark.parametrize("scope", [{"type": "websocket"}, {"type": "http", "method": "POST"}])
def test_what_is_no_visit_goes_through_as_it_came(scope):
    passed = []

    async def app(*given):
        passed.append(given)

    given = (scope, object(), object())
    asyncio.run(Front(app)(*given))
    assert passed == [given]
