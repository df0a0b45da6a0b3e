"""A sample of small faults put into the rooms, and how many the tests catch: `python tests/mutants.py making judging`.

mutmut makes the faults in a copy of the project, the folder mutants/. There the tests named in pyproject.toml are read
once. In a fork of that process they run without a fault: none may fail, and it is noted which functions each reaches.
Then each fault is switched on in a fork of its own, and only the tests that reach its function run, the quickest first,
until one fails: nothing is imported or read again.

Each answer is kept at once in mutants/tried.json: stopped and called again, it goes on where it was. The same rooms,
number and seed draw the same sample. Delete mutants/ after changes of code or tests. What came of it:
docs/decisions/tests.md.
"""

import argparse
import functools
import gc
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
import tomllib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
MUTANTS = ROOT / "mutants"
TRIED, LEFT = MUTANTS / "tried.json", MUTANTS / "left.diff"
ROOMS = ("asking", "making", "judging", "showing")
MEMORY = 4 * 2**30  # bytes; a fault that never ends may otherwise take all there is
LONGEST = 30  # seconds of processor time; a fault that takes longer never ends
CAUGHT, SURVIVED, ENDLESS, UNREACHED = "caught", "survived", "timed out", "reached by no test"
MAKE = """
from mutmut import __main__ as mutmut
mutmut.set_mutant_under_test("mutant_generation")
mutmut.copy_src_dir()
mutmut.copy_also_copy_files()
mutmut.create_mutants(2)
"""


def drawn(rooms, number, seed):
    """Return the names of the faults drawn, and of how many."""
    names = []
    for room in sorted(rooms):
        for file in sorted((MUTANTS / "blends" / room).rglob("*.meta")):
            names += json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
    names.sort()
    return random.Random(seed).sample(names, min(number, len(names))), len(names)  # noqa: S311 - a sample


def answers():
    """Return what came of each fault tried so far: the answer, seconds, and the test that failed."""
    return json.loads(TRIED.read_text(encoding="utf-8")) if TRIED.exists() else {}


class Trial:
    """A pytest plugin: in place of one run of the tests, one for each fault."""

    def __init__(self, names):
        self.names = names

    def pytest_sessionstart(self):
        one_catalogue()

    def pytest_collection_modifyitems(self, items):
        """Of an example in a docstring, which stands in every fault's copy of its function, keep one."""
        items[:] = [item for item in items if "__mutmut_" not in item.name or item.name.endswith("__mutmut_orig")]

    def pytest_runtestloop(self, session):
        if session.testsfailed:  # a file that cannot be read: what it holds would count as not caught
            return True
        warm()
        gc.collect()
        gc.freeze()  # so that a fork copies little
        code, learnt = in_fork(lambda: learn(session.items))
        if code or not (reaching := json.loads(learnt)):
            print(f"\nWithout a fault this fails: {learnt or code}")
            return True
        tried = answers()
        for place, name in enumerate(self.names, 1):
            if name in tried:
                continue
            places = [place for _, place in sorted(reaching.get(name.rpartition("__mutmut_")[0], []))]
            tried[name] = attempt(name, [session.items[place] for place in places])
            written = TRIED.with_suffix(".new")
            written.write_text(json.dumps(tried, indent=0), encoding="utf-8")
            written.replace(TRIED)
            print(f"\n{place}/{len(self.names)} {name}: {tried[name][0]}, {tried[name][1]} s", end="", flush=True)
        return True


def learn(items):
    """Run every test and return for each function the tests that reach it: seconds, and the place of the test."""
    from mutmut.mutation.trampoline import set_mutant_under_test  # noqa: PLC0415 - here the copy is imported
    from mutmut.state import state  # noqa: PLC0415

    set_mutant_under_test("stats")
    reaching = {}
    for place, (item, following) in enumerate(zip(items, [*items[1:], None], strict=True)):
        forget()
        state()._stats.clear()
        before = time.process_time()
        if failed(item, following):
            raise AssertionError(item.nodeid)
        for function in state()._stats:
            reaching.setdefault(function, []).append((time.process_time() - before, place))
    return json.dumps(reaching)


def attempt(name, items):
    """Return what came of one fault: the answer, seconds, and the test that failed."""
    if not items:
        return UNREACHED, 0.0, ""
    begun = time.monotonic()

    def tried():
        from mutmut.mutation.trampoline import set_mutant_under_test  # noqa: PLC0415

        set_mutant_under_test(name)
        forget()
        each_and_next = zip(items, [*items[1:], None], strict=True)
        return next((item.nodeid for item, following in each_and_next if failed(item, following)), "")

    code, test = in_fork(tried, LONGEST)
    seconds = round(time.monotonic() - begun, 2)
    if code in (-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGALRM):
        return ENDLESS, seconds, ""
    return CAUGHT if code or test else SURVIVED, seconds, test


def in_fork(made, seconds=None):
    """Return how a fork of this process ended, and the text that `made` returned in it, or the error it raised."""
    reads, writes = os.pipe()
    child = os.fork()
    if not child:
        os.close(reads)
        code = 1
        try:
            if seconds:
                resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
                resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
                signal.alarm(3 * seconds)  # what waits for ever takes no processor time
            with os.fdopen(writes, "w", encoding="utf-8") as out:
                try:
                    out.write(made())
                    code = 0
                except Exception as error:
                    out.write(repr(error))
        finally:  # whatever came, nothing of this process goes on
            os._exit(code)
    os.close(writes)
    with os.fdopen(reads, encoding="utf-8") as heard:
        text = heard.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), text


def one_catalogue():
    """Let every test file read the same tables, once: to read them, and what is worked out of them, takes longest."""
    import blends  # noqa: PLC0415 - the copy
    from blends.tables import catalogue  # noqa: PLC0415

    read = catalogue.read_catalogue

    def shared(folder=None):
        return catalogue.shipped_tables() if folder is None else read(folder)

    catalogue.shipped_tables()
    catalogue.read_catalogue = blends.read_catalogue = shared


def warm():
    """Work out of the tables what every test needs; no typesetter, whose threads no fork has."""
    from blends import calculate, read_brief, read_catalogue, write_card  # noqa: PLC0415

    write_card(calculate(read_brief({"effect": "warming"}), read_catalogue()))


def failed(item, next_item):
    """Run one test; return whether it failed."""
    from _pytest.runner import runtestprotocol  # noqa: PLC0415 - pytest is imported in the copy

    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=next_item))


@functools.cache
def kept():
    """Return the caches of the program but those of tables, which call no room that faults are put into."""
    caches = (each for each in gc.get_objects() if isinstance(each, functools._lru_cache_wrapper))
    return [each for each in caches if each.__module__.startswith("blends.") and ".tables." not in each.__module__]


def forget():
    """Forget what functions have answered before: it came from a program with another fault, or none."""
    for cache in kept():
        cache.cache_clear()


def run_inside(names):
    """Read and run the tests in the copy, in a process of their own."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.chdir(MUTANTS)
    originals = (ROOT, ROOT / "tests")
    sys.path[:] = [str(MUTANTS), *(each for each in sys.path if Path(each or ".").resolve() not in originals)]
    import pytest  # noqa: PLC0415

    words = ["-q", "-n", "0", "--tb=no", "--no-header", "--rootdir=.", *settings["pytest_add_cli_args"]]
    os._exit(pytest.main([*words, *settings["pytest_add_cli_args_test_selection"]], plugins=[Trial(names)]))


def main():
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("rooms", nargs="+", choices=ROOMS)
    asked.add_argument("--sample", type=int, default=400)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--only", type=int, help="stop after so many of the sample, a smaller sample")
    given = asked.parse_args()
    os.chdir(ROOT)
    if not MUTANTS.exists():
        subprocess.run([sys.executable, "-c", MAKE], check=True)
    names, of = drawn(given.rooms, given.sample, given.seed)
    names = names[: given.only]
    if not set(names) <= answers().keys():
        run_inside(names)
    sys.path.insert(0, str(ROOT))
    told = {name: answer for name, answer in answers().items() if name in set(names)}
    show(names, told, f"of {of} in {' and '.join(given.rooms)}")


def show(names, told, of):
    """Print how many were caught; write what each of the others changes into mutants/left.diff."""
    from mutmut.mutation.diff_apply import get_diff_for_mutant  # noqa: PLC0415 - once there are any

    left = [name for name in sorted(told) if told[name][0] not in (CAUGHT, ENDLESS)]
    changes = (f"{name}: {told[name][0]}\n{get_diff_for_mutant(name)}\n" for name in left)
    LEFT.write_text("\n".join(changes), encoding="utf-8")
    count = Counter(answer for answer, _, _ in told.values())
    print(f"\n\n{len(told)} of {len(names)} drawn, {of}, were tried:")
    for answer in (CAUGHT, ENDLESS, SURVIVED, UNREACHED):
        print(f"  {count[answer]:4} {answer}")
    caught = count[CAUGHT] + count[ENDLESS]
    print(f"{100 * caught / max(1, len(told)):.1f} % caught; what the others change: {LEFT.relative_to(ROOT)}")
    print(f"{sum(seconds for _, seconds, _ in told.values()) / max(1, len(told)):.2f} s each")


if __name__ == "__main__":
    main()
