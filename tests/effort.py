"""How much is tried: a tenth with the README's command, a third in CI, all by command: coverage_of_tests.md."""

import os

CI = bool(os.environ.get("CI"))
ALL = os.environ.get("EFFORT") == "all"


def tries(most: int) -> int:
    """Return how many examples of a law are tried: `most` by command, a third of them in CI, else a tenth, yet ten."""
    return most if ALL else max(most // (3 if CI else 10), min(most, 10))


def proof(number: int) -> int:
    """Return how many examples a proof is tried with that is agreed on to the number: all in CI, else a tenth."""
    return number if ALL or CI else max(number // 10, min(number, 10))
