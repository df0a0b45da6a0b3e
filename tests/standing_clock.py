"""A clock that stands until it is moved, for the books of tests."""

from datetime import UTC, datetime, timedelta


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self):
        self.now = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)

    def __call__(self):
        return self.now

    def later(self, **step):
        self.now += timedelta(**step)
