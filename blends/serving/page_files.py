"""What stands inside every plain page: its style with the font of headings and amounts, its script, its icon.

The page is one file: nothing of it comes later, and it looks the same when it is saved. The policy knows these by hash.
"""

from base64 import b64encode
from functools import cache
from pathlib import Path
from urllib.parse import quote

HERE = Path(__file__).parent


@cache
def style() -> str:
    """Return card.css with the font inside it: one weight, the letters of English, figures and signs (13 kB)."""
    font = b64encode((HERE / "literata-semibold.woff2").read_bytes()).decode()
    return _text("card.css").replace("literata-semibold.woff2", f"data:font/woff2;base64,{font}")


@cache
def script() -> str:
    """Return send.js."""
    return _text("send.js")


@cache
def icon() -> str:
    """Return icon.svg as an address."""
    return "data:image/svg+xml," + quote(_text("icon.svg"))


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
