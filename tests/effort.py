"""How much is tried: in CI all of it, with the README's command a part; docs/decisions/coverage_of_tests.md."""

import os

CI = bool(os.environ.get("CI"))


def tries(most: int) -> int:
    """Return how many examples of a law are tried: `most` in CI, else a tenth of them, yet ten."""
    return most if CI else max(most // 10, min(most, 10))
