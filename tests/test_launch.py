"""The command `equal-parts`: one process, this machine only, no outside host asked."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import tomllib
import urllib.request
from pathlib import Path

import pytest

from blends import launch

ROOT = Path(__file__).parent.parent
# Put before a start of Python: what would leave this machine is written down and refused.
WATCH = """
import os, socket

def watch(name, ask):
    def watched(*words, **more):
        host = str(words[0][0] if isinstance(words[0], tuple) else words[0])
        if host not in ("localhost", "127.0.0.1", "::1", "None"):
            with open(os.environ["EQUAL_PARTS_ASKED"], "a") as file:
                file.write(f"{name} {host}\\n")
            raise OSError("no other host is there")
        return ask(*words, **more)
    return watched

class Watched(socket.socket):
    def connect(self, address):
        return watch("connect", super().connect)(address)

socket.socket = Watched
socket.getaddrinfo = watch("look up", socket.getaddrinfo)
"""


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def answers(port):
    try:
        return urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).read()
    except OSError:
        return None


@pytest.fixture
def started(tmp_path):
    """Start the app from another folder with these options; return the process, its port and what it printed."""
    running = []

    def start(*options, command=("-m", "blends")):
        port = free_port()
        (tmp_path / "watch").mkdir()
        (tmp_path / "watch" / "sitecustomize.py").write_text(WATCH)
        path = os.pathsep.join([str(tmp_path / "watch"), str(ROOT)])
        environment = os.environ | {"PYTHONPATH": path, "EQUAL_PARTS_ASKED": str(tmp_path / "asked")}
        with (tmp_path / "printed").open("w") as printed:
            process = subprocess.Popen(
                [sys.executable, *command, "--server.headless=true", f"--server.port={port}", *options],
                cwd=tmp_path,
                env=environment,
                stdout=printed,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        running.append(process)
        for _ in range(240):
            if answers(port) or process.poll() is not None:
                break
            time.sleep(0.25)
        return process, port, tmp_path

    yield start
    for process in running:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM")
def test_a_start_is_one_process_for_this_machine_that_leaves_nothing_behind(started):
    process, port, folder = started()
    printed = (folder / "printed").read_text()
    assert answers(port) == b"ok", printed
    assert f"http://localhost:{port}" in printed
    assert "Network URL" not in printed
    assert not (folder / "asked").exists(), (folder / "asked").read_text()
    process.terminate()
    process.wait(20)
    with pytest.raises(ProcessLookupError):  # nor a child of it, in the group of its own
        os.killpg(process.pid, 0)
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM")
def test_the_watch_of_the_other_test_sees_a_host_that_is_asked(started):
    _, port, folder = started("--server.address=0.0.0.0")
    assert answers(port) == b"ok"
    assert (folder / "asked").exists()


@pytest.mark.parametrize("command", [["-m", "blends"], ["-c", "from blends.launch import main; main()"]])
def test_the_version_is_printed_without_a_start(command):
    printed = subprocess.run([sys.executable, *command, "--version"], capture_output=True, text=True, check=True)
    assert printed.stdout.strip() == launch.version_line()
    assert launch.version_line().startswith("equal-parts 0.")


def test_a_checkout_that_was_never_installed_says_so(monkeypatch):
    def missing(_):
        raise launch.PackageNotFoundError

    monkeypatch.setattr(launch, "version", missing)
    assert launch.version_line() == "equal-parts, not installed: no version"


def test_the_settings_keep_others_out_and_large_files_too():
    server = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["server"]
    assert server["address"] == "localhost"
    assert server["maxUploadSize"] == 20
