"""What the server does before the first visitor: read the tables, and answer at once on a connection that is kept."""

import gc
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread

from blends.serving.front_files import packed
from blends.tables.catalogue import shipped_tables


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Read and check the tables before the first visitor; what only some visitors need is made ready meanwhile."""
    send_at_once()
    shipped_tables()
    Thread(target=_warm, daemon=True).start()
    yield


def send_at_once() -> int:
    """Switch off Nagle's algorithm on this process's listening sockets, from which connections inherit it; count them.

    Streamlit makes its socket without naming TCP, so asyncio does not do it, and head and body leave as two packets:
    on a kept connection the second waits 40 ms for the other side's word that the first arrived.
    """
    done = 0
    for number in _open_files():
        try:
            with socket.socket(fileno=os.dup(number)) as each:
                listens = each.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
                if listens and each.family in (socket.AF_INET, socket.AF_INET6):
                    each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    done += 1
        except OSError:
            continue  # no socket, or none that can be asked
    return done


def _open_files() -> list[int]:
    """Return the numbers of this process's open files, none where the system does not list them (Windows)."""
    for folder in (Path("/proc/self/fd"), Path("/dev/fd")):
        if folder.is_dir():
            return [int(each.name) for each in folder.iterdir() if each.name.isdigit()]
    return []


def _warm() -> None:
    """Make one card as the first asker will: the tables' rows become things, the template is read.

    The typesetter is left alone: it takes 35 MB, and its first picture only 50 ms.
    """
    from blends.serving.answers import warm  # noqa: PLC0415 - the start of the app does not wait for it

    packed()
    warm()
    gc.collect()
    gc.freeze()  # what is here now stays: no later collection looks through pandas and the tables again
