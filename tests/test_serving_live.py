"""Real servers: the app as it is started, and two replicas of which one keeps dying."""

import http.client
import shutil
import signal
import socket
import subprocess
import threading
import time
import urllib.error
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from in_browser import free_port
from live import STORY, opened, start, stop, wait_for

from blends.serving.sockets import send_at_once

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
REQUESTS, ASKERS = 1000, 4
pytestmark = [
    pytest.mark.xdist_group("live"),  # under pytest-xdist one server serves all of these tests
    pytest.mark.slow,
]
FORMS = ("card", "card.txt", "card.csv", "card.json", "card.cook", "card", "card", "card.png")


def test_the_started_app_answers_page_and_card_without_a_cookie_under_a_prefix(server):
    address, _ = server
    headers, body = opened(f"{address}card?{STORY}")
    assert "set-cookie" not in headers
    assert f"{address}card?{STORY}".replace("&", "&amp;") in body.decode()
    assert b"<title>Streamlit</title>" in opened(address)[1]


def test_what_was_asked_never_stands_in_the_log(server):
    address, log = server
    for query in (f"{STORY}&t=Secret", "v=9&t=Secret", f"{STORY}&conditions=Secret"):
        for form in ("card", "card.pdf", "card.png"):
            try:
                opened(f"{address}{form}?{query}")
            except urllib.error.HTTPError as refused:
                assert refused.code == 400
    assert "Secret" not in log.read_text()
    assert "/card" not in log.read_text()


def test_connections_inherit_that_nothing_waits_to_be_sent():
    with socket.socket(socket.AF_INET) as listening:  # as the server makes it, without naming TCP
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        assert send_at_once() >= 1
        with socket.create_connection(listening.getsockname()), listening.accept()[0] as taken:
            assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def asked_for(port, path):
    """The status and the body of a page asked for on a connection of its own."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()


@pytest.mark.skipif(NGINX is None, reason="no nginx is installed (Debian: apt install nginx-light)")
def test_a_thousand_cards_are_answered_while_one_of_two_replicas_keeps_dying(tmp_path):
    ports, front = (free_port(), free_port()), free_port()
    upstream = "".join(f"server 127.0.0.1:{port} max_fails=1 fail_timeout=1s;" for port in ports)
    settings = tmp_path / "nginx.conf"
    settings.write_text(
        f"""daemon off; pid {tmp_path}/pid; error_log {tmp_path}/error.log; worker_processes 1;
        events {{ worker_connections 256; }}
        http {{ access_log off; client_body_temp_path {tmp_path}/b; proxy_temp_path {tmp_path}/p;
        fastcgi_temp_path {tmp_path}/f; uwsgi_temp_path {tmp_path}/u; scgi_temp_path {tmp_path}/s;
        upstream replicas {{ {upstream} }}
        server {{ listen 127.0.0.1:{front}; location / {{ proxy_pass http://replicas; proxy_set_header Host $http_host;
        proxy_connect_timeout 1s; proxy_next_upstream error timeout http_502 http_503; }} }} }}"""
    )
    done, wrong, broken, deaths = threading.Event(), [], [], []
    with (tmp_path / "log").open("wb") as log:
        replicas = [start(port, log) for port in ports]
        balancer = subprocess.Popen([NGINX, "-p", str(tmp_path), "-c", str(settings)], stderr=log)

        def kill_in_a_loop():
            """Kill the first replica, wait until a new one is ready, again: until all was asked."""
            until = time.monotonic() + 120
            while not done.is_set() and time.monotonic() < until:
                replicas[0].send_signal(signal.SIGKILL)
                replicas[0].wait(10)
                deaths.append(time.monotonic())
                replicas[0] = start(ports[0], log)
                wait_for(f"http://127.0.0.1:{ports[0]}/readyz")
                done.wait(0.5)

        def ask(number):
            path = f"/{FORMS[number % len(FORMS)]}?{STORY}&t={number}"
            try:
                status, body = asked_for(front, path)
            except http.client.IncompleteRead:  # killed between head and body: a browser then asks again
                broken.append(number)
                status, body = asked_for(front, path)
            if status != 200 or not body:
                wrong.append((number, status))

        killer = threading.Thread(target=kill_in_a_loop)
        try:
            for port in ports:
                wait_for(f"http://127.0.0.1:{port}/readyz")
            killer.start()
            with ThreadPoolExecutor(ASKERS) as askers:
                list(askers.map(ask, range(REQUESTS)))
        finally:
            done.set()
            if killer.ident:
                killer.join(60)
            stop(balancer, *replicas)
    assert wrong == []
    assert len(deaths) > 1
    assert len(broken) <= ASKERS * len(deaths)  # at most what was under way
