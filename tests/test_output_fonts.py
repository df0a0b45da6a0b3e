"""Which signs the printed card draws: fonts of our own, and a square that is said for what they lack."""

import os
import struct
from dataclasses import replace
from pathlib import Path

from printed_card import WARMING, squeezed, words

from blends.showing import drawn, output
from blends.showing.words.labels import LABELS


def test_japanese_traditional_chinese_and_emoji_are_drawn_by_fonts_of_our_own():
    card = replace(WARMING, title="冬の森 茶 🌿")
    assert output.unprintable(card) == ""
    assert squeezed("冬の森 茶 🌿") in words(card)


def test_what_no_font_has_is_named_and_a_square_stands_for_it():
    card = replace(WARMING, title="Tea ᚠ 们 们", note="\ud800")
    assert output.unprintable(card) == "ᚠ们\ud800"
    assert output.unprintable(WARMING) == ""
    assert squeezed("Tea □ □ □") in words(card)
    assert squeezed(LABELS.lacking) in words(card)  # said where it is seen
    assert squeezed(LABELS.lacking) not in words(WARMING)


def test_the_list_of_characters_is_that_of_the_fonts():
    fonts = Path(output.__file__).parent / "fonts"
    files = [font for font in fonts.iterdir() if font.suffix in (".ttf", ".otf")]
    there = {point for font in files for point in mapped(font.read_bytes()) if point >= 32}
    if os.environ.get("CHARACTERS") == "write":  # after a change of fonts
        (fonts / "characters.txt").write_text(spans(sorted(there)), encoding="ascii")
        drawn._characters.cache_clear()
    assert drawn._characters() == there


def spans(points):
    """Runs of code points, one a line: 0041-005A."""
    lines, first = [], points[0]
    for here, after in zip(points, [*points[1:], -1], strict=True):
        if after != here + 1:
            lines.append(f"{first:04X}" + (f"-{here:04X}" if here > first else ""))
            first = after
    return "\n".join(lines) + "\n"


def mapped(font):
    """The code points of an OpenType font: of its map of format 12 where it has one, else of format 4."""
    tables = {
        font[at : at + 4]: struct.unpack(">II", font[at + 8 : at + 16])
        for at in range(12, 12 + 16 * int.from_bytes(font[4:6], "big"), 16)
    }
    start = tables[b"cmap"][0]
    count = int.from_bytes(font[start + 2 : start + 4], "big")
    maps = {}
    for each in range(count):
        at = start + struct.unpack(">I", font[start + 8 + 8 * each : start + 12 + 8 * each])[0]
        maps[int.from_bytes(font[at : at + 2], "big")] = at
    if 12 in maps:
        at = maps[12]
        groups = struct.unpack(">I", font[at + 12 : at + 16])[0]
        runs = [struct.unpack(">II", font[at + 16 + 12 * n : at + 24 + 12 * n]) for n in range(groups)]
    else:
        at = maps[4]
        twice = int.from_bytes(font[at + 6 : at + 8], "big")
        ends = struct.unpack(f">{twice // 2}H", font[at + 14 : at + 14 + twice])
        runs = zip(struct.unpack(f">{twice // 2}H", font[at + 16 + twice : at + 16 + 2 * twice]), ends, strict=True)
    return {point for low, high in runs for point in range(low, high + 1) if point != 0xFFFF}
