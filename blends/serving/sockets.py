"""The sockets of this process, found among its open files: Streamlit makes them and hands none of them on."""

import os
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

CORK = getattr(socket, "TCP_CORK", None)  # Linux


def send_at_once() -> int:
    """Switch off Nagle's algorithm on this process's listening sockets, from which connections inherit it; count them.

    Streamlit makes its socket without naming TCP, so asyncio does not do it, and head and body leave as two packets:
    on a kept connection the second waits 40 ms for the other side's word that the first arrived.
    """
    done = 0
    for each in _internet_sockets():
        with suppress(OSError):
            if each.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                done += 1
    return done


def towards(client: tuple[str, int] | None) -> socket.socket | None:
    """Return the socket to `client`, to be closed; None where there is none of that address, as behind a proxy."""
    for each in _internet_sockets():
        with suppress(OSError):
            if client and each.getpeername()[:2] == tuple(client):
                return each.dup()
    return None


@contextmanager
def in_one_packet(to: socket.socket | None) -> Iterator[None]:
    """Let all that is sent in the block leave together; where the system cannot, it leaves as it comes."""
    if to is None or CORK is None:
        yield
        return
    with suppress(OSError):
        to.setsockopt(socket.IPPROTO_TCP, CORK, 1)
    try:
        yield
    finally:
        with suppress(OSError):
            to.setsockopt(socket.IPPROTO_TCP, CORK, 0)


def _internet_sockets() -> Iterator[socket.socket]:
    """Yield this process's sockets of TCP over the internet's addresses, each open until the next is asked for."""
    for number in _open_files():
        with suppress(OSError):  # closed meanwhile, or none that can be asked
            if not stat.S_ISSOCK(os.fstat(number).st_mode):
                continue  # a copy of any other file would stay open
            with socket.socket(fileno=os.dup(number)) as each:
                if each.family in (socket.AF_INET, socket.AF_INET6) and each.type == socket.SOCK_STREAM:
                    yield each


def _open_files() -> list[int]:
    """Return the numbers of this process's open files, none where the system does not list them (Windows)."""
    for folder in (Path("/proc/self/fd"), Path("/dev/fd")):
        if folder.is_dir():
            return [int(each.name) for each in folder.iterdir() if each.name.isdigit()]
    return []
