"""Real servers: the app as it is started, a reader without scripts, and two replicas of which one keeps dying."""

import http.client
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from in_browser import BROWSER, free_port, ran, violations
from pypdf import PdfReader
from test_pages_own_files import FILE

from blends.pages.blend_saved import read_file
from blends.serving.sockets import send_at_once

ROOT = Path(__file__).parent.parent
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
STORY = "v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"
REQUESTS, ASKERS = 1000, 4
pytestmark = [
    pytest.mark.xdist_group("live"),  # under pytest-xdist one server serves all of these tests
    pytest.mark.slow,
]
FORMS = ("card", "card.txt", "card.csv", "card.json", "card.cook", "card", "card", "card.png")


def start(port, log, *options):
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "blend_app.py"), "--server.headless=true"]
    command += [f"--server.port={port}", "--server.address=127.0.0.1", *options]
    return subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, cwd=ROOT)


def opened(address, seconds=20):
    """The headers and the body of an answer; nothing is left open, whatever came."""
    try:
        with urllib.request.urlopen(address, timeout=seconds) as answer:  # noqa: S310 - our own server
            return answer.headers, answer.read()
    except urllib.error.HTTPError as refused:
        refused.close()
        raise


def wait_for(address, seconds=40):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            return opened(address, 2)
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)


def stop(*processes):
    for process in processes:
        process.terminate()
    for process in processes:
        process.wait(15)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    log, port = tmp_path_factory.mktemp("server") / "log", free_port()
    with log.open("wb") as out:
        running = start(port, out, "--server.baseUrlPath=oils")
        try:
            wait_for(f"http://127.0.0.1:{port}/oils/readyz")
            yield f"http://127.0.0.1:{port}/oils/", log
        finally:
            stop(running)


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


@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed (Debian: apt install chromium)")
def test_the_server_itself_refuses_a_file_of_more_than_twenty_megabytes(server, browser):
    address, _ = server
    page = browser.new_page()
    page.goto(address)
    page.get_by_text("Title, note, link and files").click()
    ran(page)  # what is being drawn anew takes no click
    page.get_by_role("button", name="Open a saved recipe").click()
    place = page.locator("input[type=file]")
    place.wait_for(state="attached")
    asked = []
    page.on("request", lambda request: asked.append(request) if request.method == "PUT" else None)
    place.set_input_files({"name": "small.json", "mimeType": "application/json", "buffer": b"{}"})
    page.get_by_text("no recipe saved here").first.wait_for()
    headers = {"x-xsrftoken": asked[0].headers.get("x-xsrftoken", "")}
    large = {"file": {"name": "large.json", "mimeType": "application/json", "buffer": b" " * 21_500_000}}
    assert page.request.put(asked[0].url, multipart=large, headers=headers).status == 413
    page.close()


@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed (Debian: apt install chromium)")
def test_a_recipe_of_own_figures_is_saved_from_its_page(server, browser, tmp_path):
    address, _ = server
    page = browser.new_page()
    page.goto(address)
    page.get_by_text("Title, note, link and files").click()
    ran(page)
    handed = page.locator(".st-key-own_link code").inner_text()
    assert handed.partition("?")[0] == f"{address}card"  # "oils" is where the app is served, and one of its pages
    assert opened(handed)[1].startswith(b"<!doctype html>")
    page.get_by_role("button", name="Open a saved recipe").click()
    place = page.locator("input[type=file]")
    place.wait_for(state="attached")
    place.set_input_files({"name": "rose.json", "mimeType": "application/json", "buffer": FILE.encode()})
    page.get_by_text("The file brings its own figures").first.wait_for()
    ran(page)
    saved = {}
    for name in ("Card as PDF", "Recipe file (JSON)"):
        with page.expect_download() as coming:
            page.get_by_role("button", name=name).first.click()
        coming.value.save_as(tmp_path / coming.value.suggested_filename)
        saved[name] = tmp_path / coming.value.suggested_filename
    assert "My rose" in PdfReader(saved["Card as PDF"]).pages[0].extract_text()
    assert read_file(saved["Recipe file (JSON)"].read_text()) == read_file(FILE)
    assert page.get_by_text("My rose").first.is_visible()  # the page is still there
    page.close()


@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed (Debian: apt install chromium)")
def test_the_label_that_comes_is_the_label_that_is_shown(server, browser, tmp_path):
    """A page's cleaner takes the name off an input that is called as something every form has, such as `before`."""
    address, _ = server
    page = browser.new_page()
    page.goto(f"{address}label?{STORY.replace('home', 'sale').replace('d=2', 'd=0.01').replace('equal', 'exact')}")
    for asked, text in (
        ("Responsible person", "A. Maker, 1 High Street"),
        ("Batch", "B-1"),
        ("Best before", "May 2049"),
    ):
        page.get_by_role("textbox", name=asked).first.fill(text)
        page.keyboard.press("Enter")
        ran(page)
    names = page.eval_on_selector_all(".ep-files input", "inputs => inputs.map(each => each.name)")
    assert "best_before" in names
    assert "" not in names
    with page.expect_download() as coming:
        page.get_by_role("button", name="Label as PDF").click()
    coming.value.save_as(tmp_path / "label.pdf")
    words = PdfReader(tmp_path / "label.pdf").pages[0].extract_text()
    assert "May 2049" in words
    assert "no date" not in words
    page.close()


def test_connections_inherit_that_nothing_waits_to_be_sent():
    with socket.socket(socket.AF_INET) as listening:  # as the server makes it, without naming TCP
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        assert send_at_once() >= 1
        with socket.create_connection(listening.getsockname()), listening.accept()[0] as taken:
            assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed (Debian: apt install chromium)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "scripts"), [(390, False), (390, True), (1280, True)])
def test_the_handed_link_is_read_on_a_phone_with_scripts_off(server, browser, width, scripts, scheme):
    address, _ = server
    wrong = []
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, java_script_enabled=scripts
    )
    page = context.new_page()
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    asked = []
    page.on("request", lambda request: asked.append(request.url) if not request.url.startswith("data:") else None)
    page.goto(f"{address}card?{STORY}", wait_until="load")
    assert [each.partition("?")[0] for each in asked[:1]] == [f"{address}card"]
    assert all(each.startswith(f"{address}card.svg?") for each in asked[1:])  # one file, and the code where it is shown
    assert page.get_by_role("row").count() == 6
    assert page.get_by_role("row").first.bounding_box()["y"] < 844 / 2
    assert page.locator("figure").is_visible() == (width > 1000)  # no code in front of its own camera
    assert page.get_by_role("link", name="Send", exact=True).is_visible() or scripts
    if scripts:
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
        assert page.evaluate("document.fonts.check('600 16px Literata')")
        assert wrong == []
        assert violations(page) == []
    page.get_by_label("My bottle").fill("30 ml")
    page.get_by_role("button", name="Scale it").click()
    page.wait_for_url("**m=30ml**")
    assert "2 drops" in " ".join(page.get_by_role("row").first.inner_text().split())
    assert wrong == []
    context.close()


@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed (Debian: apt install chromium)")
def test_the_card_prints_on_one_page_with_all_its_rulebooks(server, browser):
    address, _ = server
    page = browser.new_page()
    page.goto(f"{address}card?{STORY}")
    printed = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    assert len(printed.pages) == 1
    words = printed.pages[0].extract_text()
    assert "How far each rulebook goes" in words
    assert "EU 1223/2009" in words
    page.close()


@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed (Debian: apt install chromium)")
def test_a_title_in_other_letters_is_drawn_in_the_same_face(server, browser):
    address, _ = server
    page = browser.new_page()
    fonts = []
    page.on("requestfinished", lambda request: fonts.append(request.url) if ".woff2" in request.url[-6:] else None)
    page.goto(f"{address}card?{STORY}&t=" + urllib.parse.quote("Für Łucja, Ελένη и Жанна"), wait_until="networkidle")
    names = {url.rpartition("/")[2] for url in fonts}
    assert names == {f"literata-{part}.woff2" for part in ("latin", "latin-ext", "greek", "cyrillic")}
    assert page.evaluate("document.fonts.check('600 29px Literata', 'Für Łucja, Ελένη и Жанна')")
    page.close()


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
