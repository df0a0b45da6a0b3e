"""A calculation passes the rooms in order and comes back to none it has left.

`python tests/test_rooms.py` prints its way.

Followed are the functions of a room's files. A thing may be asked about itself wherever it has been carried
(`recipe.oils_ml`): that is no way back. errors.py and figures.py are said and read by everyone, basis.py only names on
what something rests, and flow.py only calls the steps: these four are not counted. The tables are new in each test, so
that nothing is known from before.
"""

import sys
from collections import Counter
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest
from test_architecture import holds_the_catalogue

import blends
from blends import Catalogue, calculate, read_brief, read_catalogue
from blends.making.settle import settle

PACKAGE = Path(blends.__file__).parent
LAYOUT = Path(__file__).parent.parent / "docs" / "decisions" / "layout.md"
EVERYWHERE = {"errors.py", "figures.py", "making/basis.py", "flow.py"}
BRIEFS = {
    "warming": {"effect": "warming"},
    "a child with an allergy": {"effect": "warming,circulation", "person": "child:7", "conditions": "contact:linalool"},
    "pregnant, over": {"oils": "rosemary,wintergreen", "person": "pregnant", "conditions": "epilepsy,allergy_peanut",
                       "base": "peanut", "dilution": "3 %"},
    "for sale, leftovers spent": {"oils": "bergamot:2,nutmeg:1", "purpose": "sale", "drops": "spend"},
    "by weight and measure": {"oils": "lavender", "bottle": "90 g", "drops": "exact"},
    "without a density": {"oils": "bergamot,plai", "dilution": "1 %"},
    "base oil alone": {"dilution": "0 %"},
}  # fmt: skip


def followed(brief, tables):
    """Return the functions that a calculation enters, in order, as (file, function): until it is settled, and after."""
    until, after = [], []
    entered = until

    def note(frame, event, _):
        nonlocal entered
        code = frame.f_code
        if event == "return" and code is settle.__code__:
            entered = after
        of_a_thing = "." in code.co_qualname and not code.co_qualname.startswith(Catalogue.__name__)
        if event == "call" and not of_a_thing and code.co_filename.startswith(str(PACKAGE)):
            file = Path(code.co_filename).relative_to(PACKAGE).as_posix()
            if file not in EVERYWHERE:
                entered.append((file, code.co_name))

    sys.setprofile(note)
    try:
        calculate(brief, tables)
    finally:
        sys.setprofile(None)
    return until, after


@cache
def way_of(name):
    return followed(read_brief(BRIEFS[name]), read_catalogue())


def room(entered):
    return entered[0].partition("/")[0]


def runs(names):
    return [name for name, _ in groupby(names)]


@pytest.mark.parametrize("name", BRIEFS)
def test_only_what_proposes_and_settles_asks_the_tables(name):
    until, after = way_of(name)
    assert {"making", "tables"} <= {room(each) for each in until} <= {"asking", "tables", "making", "possible"}
    assert after
    assert [each for each in after if room(each) in ("asking", "tables")] == []


@pytest.mark.parametrize("name", BRIEFS)
def test_a_settled_brief_comes_back_to_no_room_it_has_left(name):
    _, after = way_of(name)
    assert runs(map(room, after)) == ["making", "judging"]


@cache
def counted():
    """Return the way of one brief once the tables are known, until it is settled and after, and the figures of it."""
    brief, tables = read_brief(BRIEFS["warming"]), read_catalogue()
    oils = calculate(brief, tables).settled.oils
    until, after = followed(brief, tables)
    way = runs(file for file, _ in until + after)
    asked = [function for _, function in until + after].count("reasons_against")
    figures = (len(set(way)), len(way), len(way) - len(set(way)), asked, len(oils), len(list(holds_the_catalogue())))
    return until, after, figures


def test_the_layout_tells_the_figures_as_they_are():
    files, times, back, asked, oils, held = counted()[2]
    rows = [line.split("|") for line in LAYOUT.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    told = [files, times, f"{back}, all inside a room or while settling", 0, f"{asked} for {oils}", held]
    assert [row[3].strip() for row in rows[1:]] == [str(each) for each in told]


def main() -> None:
    """Print that way, and the figures that docs/decisions/layout.md gives."""
    until, after, (files, times, back, asked, oils, held) = counted()
    for name, part in (("Until it is settled", until), ("After that", after)):
        print(f"{name}: {', '.join(runs(map(room, part)))}")
        print("\n".join(f"    {file} {times}" for file, times in Counter(runs(file for file, _ in part)).items()))
    print(f"{files} files entered {times} times, {back} of them to come back to one")
    print(f"reasons_against asked {asked} times for {oils} oils")
    print(
        f"{held} signatures and fields outside tables hold the catalogue", *sorted(holds_the_catalogue()), sep="\n    "
    )


if __name__ == "__main__":
    main()
