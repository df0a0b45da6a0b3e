"""Write uncounted.txt: the tests whose lines and branches other, quicker tests reach too. CI counts nothing in those.

    python tests/uncounted.py

Counting doubles the time of what it counts (docs/decisions/coverage_of_tests.md). A test that is not listed counts, so
a new one need not be listed; a line that is then said to be missed means that the list is to be written anew.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).parent
LIST = HERE / "uncounted.txt"
WORTH_SECONDS = 0.25  # counting what is quicker costs less than a line of the list

Reached = dict[str, set[tuple[int, int, int]]]


def main() -> None:
    """Run all tests that may count, each line known by its test, and write the list."""
    with tempfile.TemporaryDirectory() as folder:
        data, times = Path(folder) / "coverage", Path(folder) / "times.xml"
        command = [sys.executable, "-m", "pytest", "-q", "--cov", "--cov-context=test", "--cov-report="]
        command += [f"--junitxml={times}", "-m", "not long and not hypothesis"]
        env = os.environ | {"CI": "true", "COUNT": "all", "COVERAGE_FILE": str(data)}
        subprocess.run(command, cwd=HERE.parent, env=env, check=True)
        listed = superfluous(reached(data), seconds(times))
    LIST.write_text("".join(f"{name}\n" for name in sorted(listed)), encoding="utf-8")


def reached(data: Path) -> Reached:
    """Return the steps from line to line that each test function took, with what it was given; "" for imports."""
    found: Reached = defaultdict(set)
    with sqlite3.connect(data) as database:
        contexts = dict(database.execute("SELECT id, context FROM context"))
        for context, *step in database.execute("SELECT context_id, file_id, fromno, tono FROM arc"):
            found[function(contexts[context].partition("|")[0])].add(tuple(step))
    return found


def seconds(times: Path) -> Counter[str]:
    """Return how long each test function took in all."""
    took: Counter[str] = Counter()
    for case in ElementTree.parse(times).iter("testcase"):  # noqa: S314 - written a moment ago by pytest
        file = case.attrib["classname"].replace(".", "/")
        took[function(f"{file}.py::{case.attrib['name']}")] += float(case.attrib["time"])
    return took


def function(test: str) -> str:
    """Return the name of a test without its parameters."""
    return test.partition("[")[0]


def superfluous(found: Reached, took: Counter[str]) -> list[str]:
    """Return the slow tests without which every step is still taken by a test that counts, the slowest first."""
    times_taken = Counter(step for steps in found.values() for step in steps)
    listed = []
    for test, its_seconds in took.most_common():
        steps = found.get(test, set())
        if its_seconds >= WORTH_SECONDS and all(times_taken[step] > 1 for step in steps):
            times_taken.subtract(steps)
            listed.append(test)
    return listed


if __name__ == "__main__":
    main()
