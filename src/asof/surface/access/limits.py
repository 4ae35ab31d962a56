"""How often somebody may do something: buckets that fill again, of so many clients as fit into bounded memory."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

CLIENTS = 10_000  # buckets kept: about 2 MB. The one that was used longest ago makes room, and is then full again


class Limit:
    """`burst` at once, then `rate` a second, for each client."""

    def __init__(self, burst: float, rate: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.burst, self.rate, self._clock = burst, rate, clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, client: str) -> float:
        """Take one; how many seconds there are to wait before there is one, 0 where there was."""
        with self._lock:
            at = self._clock()
            held, when = self._buckets.pop(client, (self.burst, at))
            held = min(self.burst, held + (at - when) * self.rate)
            taken = held >= 1
            self._buckets[client] = (held - 1 if taken else held, at)
            if len(self._buckets) > CLIENTS:
                self._buckets.popitem(last=False)
        return 0.0 if taken else (1 - held) / self.rate

    def forget(self, client: str) -> None:
        """Its bucket is full again."""
        with self._lock:
            self._buckets.pop(client, None)

    def __len__(self) -> int:
        return len(self._buckets)
