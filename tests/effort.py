"""How much is tried: in CI all of it, with the README's command a part; docs/decisions/coverage_of_tests.md.

CI sets LAWS=part while it counts lines: the laws are tried in full after that.
"""

import os

CI = bool(os.environ.get("CI"))
IN_FULL = CI and os.environ.get("LAWS") != "part"


def tries(most: int) -> int:
    """Return how many examples of a law are tried: `most` in full, else a tenth of them, yet ten."""
    return most if IN_FULL else max(most // 10, min(most, 10))
