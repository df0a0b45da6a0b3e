"""Visitors who never stop clicking: what a browser sent is sent again over as many connections as asked."""

import asyncio
import time

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

SLICES, SECONDS = 4, 2.0  # of load for each page, in turn


async def busy(pages: list[tuple[int, list[bytes]]], visitors: int) -> list[float]:
    """Return the reruns a second of each page, given as its port and the messages of its clicks."""
    clicks = [[sent for sent in all_ if reruns(sent)] for _, all_ in pages]
    crowds = [
        [await visitor(port, each[0]) for _ in range(visitors)] for (port, _), each in zip(pages, clicks, strict=True)
    ]
    done, took = [0] * len(pages), [0.0] * len(pages)
    for turn in range(SLICES):
        for i in range(len(pages))[:: 1 - 2 * (turn % 2)]:
            began = time.perf_counter()
            counts = await asyncio.gather(
                *(click_on(one, clicks[i], began + SECONDS, at) for at, one in enumerate(crowds[i]))
            )
            done[i] += sum(counts)
            took[i] += time.perf_counter() - began
    for crowd in crowds:
        await asyncio.gather(*(one.close() for one in crowd))
    return [count / seconds for count, seconds in zip(done, took, strict=True)]


def reruns(sent: bytes) -> bool:
    """Return whether a message asks for a run of the page."""
    return BackMsg.FromString(sent).WhichOneof("type") == "rerun_script"


async def visitor(port: int, click: bytes) -> ClientConnection:
    """Return a connection that has opened the page."""
    first, like = BackMsg(), BackMsg.FromString(click)
    first.rerun_script.page_script_hash = like.rerun_script.page_script_hash
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    one = await connect(address, subprotocols=["streamlit"], max_size=None, origin=f"http://127.0.0.1:{port}")
    await ask(one, first.SerializeToString())
    return one


async def ask(one: ClientConnection, message: bytes) -> None:
    """Send a message and return once the page has run to its end."""
    await one.send(message)
    while True:
        told = ForwardMsg.FromString(await asyncio.wait_for(one.recv(), 60))
        if told.WhichOneof("type") == "script_finished" and told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return


async def click_on(one: ClientConnection, clicks: list[bytes], until: float, at: int) -> int:
    """Click without a pause until then; return how often."""
    count = 0
    while time.perf_counter() < until:
        await ask(one, clicks[(at + count) % len(clicks)])
        count += 1
    return count
