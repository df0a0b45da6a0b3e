"""The start of the app and its answers at their edges: in this process, without a server."""

import asyncio
import gc
import runpy
import sys
from dataclasses import replace
from functools import partial
from importlib import import_module

import pytest
from asker import Asker
from starlette.applications import Starlette

from blends import BlendError, launch, write_link
from blends.asking.brief import read_brief
from blends.keeping.where import LOCAL, SETTING
from blends.serving import answers, sockets, start

routes = import_module("blends.serving.routes")  # the package gives its name to the function
STORY = "v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"
ASKER = Asker(Starlette(routes=routes.routes()))


def test_the_command_starts_streamlit_with_the_app_and_the_words_given(monkeypatch):
    started = {}
    monkeypatch.setattr(
        runpy, "run_module", lambda name, **more: started.update(name=name, words=list(sys.argv), **more)
    )
    monkeypatch.setattr(sys, "argv", ["equal-parts", "--server.port", "8600"])
    monkeypatch.setenv(SETTING, "")  # so that it is as before afterwards
    monkeypatch.delenv(SETTING)
    assert launch.main() == 0
    assert started["name"] == "streamlit"
    assert started["run_name"] == "__main__"
    assert started["words"] == ["streamlit", "run", str(launch.app_path()), "--server.port", "8600"]
    assert launch.app_path().is_file()
    assert launch.os.environ[SETTING] == LOCAL


def test_whoever_interrupts_the_app_has_stopped_it(monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(runpy, "run_module", interrupted)
    monkeypatch.setattr(sys, "argv", ["equal-parts"])
    monkeypatch.setenv(SETTING, "")
    assert launch.main() == 0


def test_the_version_is_said_and_nothing_started(monkeypatch, capsys):
    monkeypatch.setattr(runpy, "run_module", lambda *_, **__: pytest.fail("started"))
    monkeypatch.setattr(sys, "argv", ["equal-parts", "--version"])
    assert launch.main() == 0
    assert capsys.readouterr().out == launch.version_line() + "\n"


def test_before_the_first_visitor_the_tables_are_read_and_a_card_is_made(monkeypatch):
    done = []
    monkeypatch.setattr(start, "send_at_once", partial(done.append, "sent at once"))
    monkeypatch.setattr(start, "shipped_tables", partial(done.append, "tables"))
    monkeypatch.setattr(answers, "warm", partial(done.append, "warm"))

    class Waited:  # the thread that makes the card, done before it is looked for
        def __init__(self, target, daemon):
            assert daemon
            self.start = target

    monkeypatch.setattr(start, "Thread", Waited)
    monkeypatch.setattr(gc, "freeze", partial(done.append, "frozen"))
    visited = start.lifespan(None)

    async def visit():
        async with visited:
            done.append("visitor")

    asyncio.run(visit())
    assert done == ["sent at once", "tables", "warm", "frozen", "visitor"]


def test_what_is_made_ready_is_the_usual_card(monkeypatch):
    made = []
    monkeypatch.setattr(answers, "page_html", lambda handed, *_: made.append(handed.card.title))
    monkeypatch.setattr(answers, "recipe_html", lambda card: made.append(card.title))
    answers.warm()
    assert made == ["Circulation blend", "Circulation blend"]


def test_where_the_system_lists_no_open_files_none_are_looked_at(monkeypatch):
    class Nowhere:
        def __init__(self, path):
            self.path = path

        def is_dir(self):
            return False

    assert sockets._open_files()
    monkeypatch.setattr(sockets, "Path", Nowhere)
    assert sockets._open_files() == []
    assert sockets.send_at_once() == 0


def test_the_address_that_is_set_stands_in_every_link(monkeypatch):
    assert "https://oils.example/card?" in ASKER.get(f"/card?{STORY}").text
    monkeypatch.setenv(routes.ADDRESS, "https://blends.example/here/")
    page = ASKER.get(f"/card?{STORY}").text
    assert "https://blends.example/here/card?" in page
    assert "oils.example" not in page


def test_a_server_whose_recipe_does_not_come_out_is_not_ready(monkeypatch):
    def fails(*_):
        raise BlendError("No table holds this.")

    assert ASKER.get("/readyz").status == 200
    monkeypatch.setattr(routes, "calculate", fails)
    answer = ASKER.get("/readyz")
    assert (answer.status, answer.text) == (503, '{"ready":false}')


@pytest.mark.parametrize("path", ["/papers.csv", "/label.pdf"])
def test_a_form_that_is_none_is_refused_by_every_form(path):
    assert ASKER.post(f"{path}?{STORY}", b"{}", **{"content-type": "application/json"}).status == 415
    assert ASKER.post(f"{path}?{STORY}", b"x=" + b"y" * 1_100_000).status == 413


def test_a_link_too_long_for_a_code_is_refused_with_the_reason():
    short, long = (write_link(replace(read_brief({"oils": "lavender"}), note="é" * n)) for n in (20, 300))
    assert ASKER.get(f"/card.svg{short}").status == 200
    answer = ASKER.get(f"/card.svg{long}")
    assert (answer.status, "too long for a code" in answer.text) == (400, True)
