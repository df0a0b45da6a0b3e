"""docs/how-it-works.md follows one blend through the rooms; what it shows is what happens."""

import doctest
import re
from pathlib import Path

import blends

PATH = Path(__file__).parent.parent / "docs" / "how-it-works.md"
TEXT = PATH.read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
PROSE = re.sub(r"```python\n.*?```", "", TEXT, flags=re.DOTALL)


def test_each_line_of_the_worked_blend_gives_what_stands_below_it():
    run = doctest.testfile(str(PATH), module_relative=False)
    assert run.failed == 0
    assert run.attempted > 20


def test_each_figure_in_the_text_stands_in_what_is_run():
    shown = {float(figure) for block in BLOCKS for figure in re.findall(r"\d+(?:\.\d+)?", block)}
    told = {float(figure) for figure in re.findall(r"\d+(?:\.\d+)?", re.sub(r"\]\([^)]*\)", "", PROSE))}
    assert len(told) > 10
    assert told <= shown


def test_the_rooms_are_met_in_the_order_of_the_map():
    rooms = re.findall(r"^    (\w+)/ ", blends.__doc__, re.MULTILINE)
    headings = re.findall(r"^## (\w+)(?: and (\w+))?:", TEXT, re.MULTILINE)
    met = [room.lower() for heading in headings for room in heading if room]
    assert met == [room for room in rooms if room in met]
    assert {"tables", "asking", "making", "judging", "showing", "serving", "pages"} <= set(met)


def test_it_is_short():
    assert len(TEXT.splitlines()) <= 150
