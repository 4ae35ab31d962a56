"""How far a long run is, told on standard error: one live line on a terminal, else a line every few seconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

LIVE, SPARSE = 0.1, 10.0  # seconds between two tellings on a terminal, and in a log


class Progress:
    """Counts outcomes; `live` says whether a line may be drawn over itself."""

    def __init__(self, stream: TextIO, *, quiet: bool, live: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self.stream, self.quiet, self.live, self.clock = stream, quiet, live, clock
        self.read = self.failed = 0
        self.began = self.told = clock()

    def step(self, failure: str | None) -> None:
        """One more report; `failure` is what went wrong with it, which is always told."""
        if failure is None:
            self.read += 1
        else:
            self.failed += 1
            self._line(f"asof: {failure}")
        self.tell(str(self))

    def tell(self, words: str) -> None:
        """How far it is, where it is time to tell it again."""
        now = self.clock()
        if not self.quiet and now - self.told >= (LIVE if self.live else SPARSE):
            self.told = now
            if self.live:
                self.stream.write(f"\r\x1b[K{words}")
                self.stream.flush()
            else:
                self._line(words)

    def close(self) -> None:
        """The last word, when there was more than one report."""
        if not self.quiet and self.read + self.failed > 1:
            self._line(str(self))
        elif self.live:
            self._clear()

    def __str__(self) -> str:
        seconds = max(self.clock() - self.began, 0.001)
        failed = f", {self.failed:,} not" if self.failed else ""
        total = self.read + self.failed
        return f"{self.read:,} read{failed}, {total / seconds:,.1f} a second"

    def _line(self, words: str) -> None:
        self._clear()
        self.stream.write(words + "\n")
        self.stream.flush()

    def _clear(self) -> None:
        if self.live:
            self.stream.write("\r\x1b[K")
