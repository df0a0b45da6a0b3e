"""Ask an ASGI app without a server: one loop, one answer at a time."""

import asyncio
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self):
        return self.body.decode()


class Asker:
    """`get` asks `app` for an address; names of headers are in small letters."""

    def __init__(self, app):
        self.app = app
        self.runner = asyncio.Runner()

    def __del__(self):
        self.runner.close()

    def get(self, address, **headers):
        return self.runner.run(self._get(address, headers))

    def post(self, address, form, **headers):
        kind = {"content-type": "application/x-www-form-urlencoded"}
        return self.runner.run(self._get(address, kind | headers, "POST", form))

    def get_all(self, addresses):
        """The answers to all of them, asked at once."""

        async def together():
            return await asyncio.gather(*(self._get(address, {}) for address in addresses))

        return self.runner.run(together())

    async def _get(self, address, headers, method="GET", body=b""):
        parts, sent = urlsplit(address), []
        given = {"host": "oils.example", **{name.replace("_", "-"): value for name, value in headers.items()}}
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "https",
            "path": parts.path,
            "raw_path": parts.path.encode(),
            "root_path": "",
            "query_string": parts.query.encode("utf-8", "surrogateescape"),
            "headers": [(name.encode(), value.encode("latin-1", "replace")) for name, value in given.items()],
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 80),
        }

        async def receive():
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message):
            sent.append(message)

        await self.app(scope, receive, send)
        told = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
        return Answer(sent[0]["status"], told, b"".join(part.get("body", b"") for part in sent[1:]))
