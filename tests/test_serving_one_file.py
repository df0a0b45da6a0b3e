"""The plain card is one file: nothing of it comes later, unless its title is in letters that English has not."""

import gzip
import re
from base64 import b64decode
from html import unescape

from many_cards import many
from on_the_page import APP
from over_http import STORY, get, page

from blends.serving.page_files import style
from blends.showing.handed import hand_on

FACE = re.compile(r"@font-face\{([^}]*)\}")
RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")
IN_OUR_FONT = re.compile(r"<h1>(.*?)</h1>|<h2[^>]*>(.*?)</h2>|<td><b>(.*?)</b>|<dd>([^<]*)<small>")


def faces():
    """Of each font of the plain page: where it is, and which characters it is asked for."""
    for face in FACE.findall(style()):
        (address,) = re.findall(r"url\(([^)]+)\)", face)
        spans = RANGE.findall(face.partition("unicode-range:")[2])
        yield address, {code for first, last in spans for code in range(int(first, 16), int(last or first, 16) + 1)}


def test_the_card_is_small():
    assert len(gzip.compress(get("/card?" + STORY).body)) < 22_000


def test_the_card_brings_its_font_and_waits_for_none():
    html = get("/card?" + STORY).body.decode()
    assert 'rel="preload"' not in html
    (inside,) = re.findall(r"url\(data:font/woff2;base64,([^)]+)\)", html)
    assert b64decode(inside).startswith(b"wOF2")


def test_headings_and_amounts_need_no_other_font():
    """The font inside is named last, so it is asked first; what it has not would be fetched."""
    address, inside = list(faces())[-1]
    assert address.startswith("data:")
    for _, result in many(40, seed=11):
        query = hand_on(result, "https://oils.example/card").query
        found = IN_OUR_FONT.findall(unescape(get("/card?" + query).body.decode()))
        words = " ".join("".join(each) for each in found)
        assert len(words) > 50
        assert {each for each in words if ord(each) not in inside} == set(), query


def test_other_letters_come_from_the_fonts_of_the_app():
    others = list(faces())[:-1]
    assert all((APP.parent / "static" / address.rpartition("/")[2]).is_file() for address, _ in others)
    for letter in "ëßÆœŁőΨэЖ€":
        assert any(ord(letter) in codes for _, codes in others), letter


def test_the_policy_lets_the_font_in_and_nothing_from_elsewhere():
    policy = get("/card?" + STORY).headers["content-security-policy"]
    assert "font-src 'self' data:" in policy
    assert "http" not in policy
    assert page(STORY).text
