"""A run's answer over the websocket: held back until its last word, in order, and never longer than a blink."""

import asyncio
import socket

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from blends.serving import in_one_go, sockets
from blends.serving.in_one_go import InOneGo

NEVER = 3600.0


def sent(message: ForwardMsg) -> dict[str, object]:
    return {"type": "websocket.send", "bytes": message.SerializeToString()}


def part(number: int) -> dict[str, object]:
    message = ForwardMsg(hash=f"part {number}")
    message.delta.new_element.html.body = "an oil" * number
    return sent(message)


def running(runs: bool) -> dict[str, object]:
    message = ForwardMsg()
    message.session_status_changed.script_is_running = runs
    return sent(message)


def served(app, kind="websocket", failing=False, client=None):
    """Return what reaches the browser from `app`, as (message, how many the app had sent by then)."""
    heard, told = [], []

    async def to_browser(message):
        if failing and message["type"] == "websocket.send":
            raise OSError("The browser is gone.")
        heard.append((message, len(told)))

    async def run():
        async def serve(_scope, _receive, send):
            async def tell(message):
                told.append(message)
                await send(message)

            await app(tell)

        await InOneGo(serve)({"type": kind, "client": client}, None, to_browser)

    asyncio.run(run())
    return heard


def test_all_of_a_run_leaves_together_with_its_last_word_and_in_its_order(monkeypatch):
    monkeypatch.setattr(in_one_go, "LONGEST", NEVER)
    run = [running(True), part(1), part(9), running(False)]

    async def app(send):
        for message in (*run, *run):
            await send(message)

    heard = served(app)
    assert [message for message, _ in heard] == run * 2
    assert [told for _, told in heard] == [4] * 4 + [8] * 4


def test_what_is_no_part_of_a_run_waits_for_nothing_and_leaves_nothing_behind_it(monkeypatch):
    monkeypatch.setattr(in_one_go, "LONGEST", NEVER)
    whole = [{"type": "websocket.accept"}, part(1), {"type": "websocket.close"}]

    async def app(send):
        for message in whole:
            await send(message)

    assert served(app) == [(whole[0], 1), (whole[1], 3), (whole[2], 3)]


def test_a_run_that_takes_longer_than_a_blink_is_shown_as_it_comes(monkeypatch):
    monkeypatch.setattr(in_one_go, "LONGEST", 0.0)

    async def app(send):
        await send(running(True))
        await send(part(1))
        await asyncio.sleep(0.01)  # the hold is over at the loop's next turn
        await send(part(2))
        await send(running(False))

    assert [told for _, told in served(app)] == [2, 2, 4, 4]


def test_whoever_sends_to_a_browser_that_is_gone_is_told_so(monkeypatch):
    monkeypatch.setattr(in_one_go, "LONGEST", 0.0)
    refused = []

    async def app(send):
        await send(part(1))
        await asyncio.sleep(0.01)
        with pytest.raises(OSError, match="is gone"):
            await send(part(2))
        refused.append(True)

    served(app, failing=True)
    assert refused


def test_what_waits_for_a_connection_that_ends_is_dropped(monkeypatch):
    monkeypatch.setattr(in_one_go, "LONGEST", 0.0)

    async def app(send):
        await send(part(1))

    assert served(app) == []


def test_an_answer_that_is_no_websocket_goes_through_as_it_is():
    message = {"type": "http.response.body", "body": b""}

    async def app(send):
        await send(message)

    assert served(app, kind="http") == [(message, 1)]


@pytest.fixture
def pair():
    """Two ends of a connection over the internet's addresses."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        there = socket.create_connection(listening.getsockname())
        here, _ = listening.accept()
        with here, there:
            yield here, there


@pytest.mark.skipif(sockets.CORK is None, reason="only Linux lets packets wait for one another")
def test_what_is_sent_together_leaves_in_one_packet(pair):
    here, there = pair
    there.setblocking(False)
    with sockets.towards(there.getsockname()) as found:
        assert found.getsockname() == here.getsockname()
        with sockets.in_one_packet(found):
            here.sendall(b"one ")
            with pytest.raises(BlockingIOError):
                there.recv(9)
            here.sendall(b"two")
        there.settimeout(5)
        assert there.recv(9) == b"one two"


def test_a_visitor_behind_a_proxy_has_no_socket_here_and_is_served_all_the_same(pair):
    assert sockets.towards(("203.0.113.7", 4711)) is None
    assert sockets.towards(None) is None
    with sockets.in_one_packet(None):
        pair[0].sendall(b"one")
    assert pair[1].recv(9) == b"one"


def test_every_listening_socket_sends_at_once_and_so_do_its_connections():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        assert sockets.send_at_once() >= 1
        with socket.create_connection(listening.getsockname()), listening.accept()[0] as here:
            assert here.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_looking_for_a_socket_leaves_no_file_open(pair):
    before = len(sockets._open_files())
    for _ in range(3):
        sockets.send_at_once()
        sockets.towards(pair[1].getsockname()).close()
    assert len(sockets._open_files()) == before


def test_a_connection_that_ends_leaves_no_file_open(pair):
    before = len(sockets._open_files())

    async def app(send):
        await send(running(False))

    assert len(served(app, client=pair[1].getsockname())) == 1
    assert len(sockets._open_files()) == before
