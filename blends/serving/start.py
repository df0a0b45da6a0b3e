"""What the server does before the first visitor: read the tables, and answer at once on a connection that is kept."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread

from blends.serving.front_files import packed
from blends.serving.sockets import send_at_once
from blends.tables.catalogue import shipped_tables


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Read and check the tables before the first visitor; what only some visitors need is made ready meanwhile."""
    send_at_once()
    shipped_tables()
    Thread(target=_warm, daemon=True).start()
    yield


def _warm() -> None:
    """Make one card as the first asker will: the tables' rows become things, the template is read.

    The typesetter is left alone: it takes 35 MB, and its first picture only 50 ms.
    """
    from blends.serving.answers import warm  # noqa: PLC0415 - the start of the app does not wait for it

    packed()
    warm()
    gc.collect()
    gc.freeze()  # what is here now stays: no later collection looks through pandas and the tables again
