"""The clock of whoever decides, signs in or is told: moments in whole seconds of UTC, as the store holds them."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta


def now() -> datetime:
    """This moment, in whole seconds of UTC."""
    return datetime.now(UTC).replace(microsecond=0)


def written(moment: datetime) -> str:
    """A moment as the store holds it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


class _Decisions:
    """The moment of a decision, to the second as all are, and later than that of the one before: of two in one second
    nobody could say which undoes which."""

    def __init__(self) -> None:
        self._last = datetime.min.replace(tzinfo=UTC)
        self._lock = threading.Lock()

    def __call__(self) -> str:
        with self._lock:
            self._last = max(now(), self._last + timedelta(seconds=1))
            return written(self._last)


decided = _Decisions()
