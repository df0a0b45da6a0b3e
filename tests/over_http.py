"""The card asked for over HTTP, and read as a link preview and other programs read it."""

from html.parser import HTMLParser
from pathlib import Path

from asker import Asker
from starlette.applications import Starlette

import blends.serving
from blends.serving import routes
from blends.tables.catalogue import shipped_tables

CATALOGUE = shipped_tables()
STORY = "v=1&e=warming&b=olive&m=100ml,fill-to,us,1&d=2,20,equal&w=adult,home"
OVER = "v=1&e=anti-inflammatory&b=olive&m=100ml,fill-to,us,1&d=5,20,equal&w=adult,home"
TWENTY = f"v=1&o={','.join(list(CATALOGUE.oil_by_id)[:20])}&b=olive&m=500ml,fill-to,us,1&d=2,20,equal&w=adult,home"
FORMS = {
    "/card": "text/html",
    "/card.txt": "text/plain",
    "/card.csv": "text/csv",
    "/card.json": "application/json",
    "/card.cook": "text/plain",
    "/card.pdf": "application/pdf",
    "/card.png": "image/png",
    "/card.svg": "image/svg+xml",
}
SERVING = Path(blends.serving.__file__).parent
ASKER = Asker(Starlette(routes=routes()))
get = ASKER.get


class Parsed(HTMLParser):
    """What a link preview reads, and what a program finds: titles, meta, links, scripts."""

    def __init__(self, html):
        super().__init__()
        self.meta, self.links, self.scripts, self.styles, self.words, self.open = {}, [], [], [], [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.open = tag
        if tag == "meta":
            self.meta[given.get("property") or given.get("name") or "charset"] = given.get("content", "")
        if tag == "script":
            self.scripts.append([given.get("type", ""), ""])
        self.links += [given[name] for name in ("href", "src", "action") if name in given]
        assert not [name for name in given if name.startswith("on") or name == "style"]

    def handle_data(self, data):
        if self.open == "script":
            self.scripts[-1][1] += data
        elif self.open == "style":
            self.styles.append(data)
        else:
            self.words.append(data)

    def handle_endtag(self, _tag):
        self.open = ""

    @property
    def text(self):
        return " ".join(" ".join(self.words).replace("\u00a0", " ").split())


def page(query, **headers):
    return Parsed(get("/card?" + query, **headers).text)
