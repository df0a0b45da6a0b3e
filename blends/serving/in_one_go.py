"""A run's answer, sent in one go: what the browser hears together it draws once.

Streamlit sends "a run begins" at once and the rest in bits, every few milliseconds. The browser then greys the page,
draws what is new, and draws it again; and while it draws it does not hear what comes next (docs/decisions/speed.md).
"""

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from blends.serving.sockets import in_one_packet, towards

LONGEST = 0.05  # seconds that anything is held back: what takes longer than a blink is shown as it comes
LAST_WORD = (
    b"J\x00"  # of a run, as Streamlit writes it: the session's status (field 9), which holds nothing when it rests
)


class InOneGo:
    """The app, whose websockets send all of a run together. Everything else goes through untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        held = _Held(send, scope.get("client"))
        try:
            await self.app(scope, receive, held.send)
        finally:
            held.forget()


class _Held:
    """What waits to be sent on the connection to `client`, in its order."""

    def __init__(self, send: Send, client: tuple[str, int] | None) -> None:
        self._send, self._one = send, asyncio.Lock()
        self._to = towards(client)
        self._waiting: list[Message] = []
        self._timer: asyncio.TimerHandle | None = None
        self._late: asyncio.Task[None] | None = None

    async def send(self, message: Message) -> None:
        """Keep `message` back, or send all that waits where it is a run's last word, or no part of a run.

        Raises what an earlier sending raised: the connection is gone.
        """
        if self._late and self._late.done():
            self._late.result()
        self._waiting.append(message)
        if _ends(message):
            await self._let_go()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(LONGEST, self._let_go_late)

    def forget(self) -> None:
        """Keep nothing back for a connection that has ended."""
        if self._timer:
            self._timer.cancel()
        if self._to:
            self._to.close()
        if self._late and not self._late.cancel() and not self._late.cancelled():
            self._late.exception()  # told to whoever sent next, if anybody did

    def _let_go_late(self) -> None:
        self._late = asyncio.get_running_loop().create_task(self._let_go())

    async def _let_go(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        async with self._one:
            with in_one_packet(self._to):
                while self._waiting:
                    await self._send(self._waiting.pop(0))


def _ends(message: Message) -> bool:
    """Return whether nothing is to be waited for: a run has ended, or this is no part of one."""
    return message["type"] != "websocket.send" or message.get("bytes") in (None, LAST_WORD)
