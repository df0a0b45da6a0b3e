"""The app as it is started, under the path /oils/, which is a page's name, too; for the tests of real servers."""

import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from in_browser import free_port

ROOT = Path(__file__).parent.parent
STORY = "v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"


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
