"""A sample of small faults put into the rooms, and how many the tests catch: `python tests/mutants.py making judging`.

mutmut makes the faults in a copy of the project, the folder mutants/, and keeps each answer there: stopped and called
again, it goes on where it was. The same rooms, number and seed draw the same sample. Delete mutants/ after changes of
tests. What came of it: docs/decisions/tests.md.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
from pathlib import Path

MUTANTS = Path("mutants")
CAUGHT = {1, 3, -24, 24, 36, 37}  # a test failed, or the fault never ends (mutmut/stats.py)
BATCH = 40
MEMORY = 2 * 2**30  # bytes; a fault that never ends may otherwise take all there is
ONE = "blends.making.drops.x_whole_drops__mutmut_1"  # asked for alone, mutmut makes all the others


def answers(rooms: list[str]) -> dict[str, int | None]:
    """Return what is known of each mutant of `rooms`: None where it was not tried."""
    found: dict[str, int | None] = {}
    for room in rooms:
        for file in sorted((MUTANTS / "blends" / room).rglob("*.meta")):
            found |= json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
    return dict(sorted(found.items()))


def mutmut(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "mutmut", *words], check=False)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("rooms", nargs="+", choices=["asking", "making", "judging", "showing"])
    asked.add_argument("--sample", type=int, default=400)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    if not answers(given.rooms):
        mutmut("run", "--max-children", "1", ONE)
    every = list(answers(given.rooms))
    drawn = random.Random(given.seed).sample(every, min(given.sample, len(every)))  # noqa: S311 - a sample
    # In batches, in the order drawn: what is done when it is stopped is a fair sample, too.
    for first in range(0, len(drawn), BATCH):
        known = answers(given.rooms)
        if untried := [name for name in drawn[first : first + BATCH] if known[name] is None]:
            mutmut("run", "--max-children", "1", *untried)
    known = answers(given.rooms)
    left = [name for name in sorted(drawn) if known[name] not in CAUGHT]
    for name in left:
        print(f"\n{name}", flush=True)
        mutmut("show", name)
    print(f"{len(drawn) - len(left)} of {len(drawn)} caught, of {len(every)} in {' and '.join(given.rooms)}")


if __name__ == "__main__":
    main()
