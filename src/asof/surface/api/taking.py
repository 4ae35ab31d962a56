"""A report that is posted: read, kept and joined, one at a time. The language model is loaded by the first one.

One at a time, because the parser holds its memory once, and a store has one writer anyway. Who waits too long is told.
"""

from __future__ import annotations

from threading import Lock

from ...acquire.item import Item
from ...batch import Facts
from ...errors import AsofError, LockedStore, RefusedReport, UnreadableReport
from ...intake import Taken, add
from ...store import Store

__all__ = ["MEDIA_TYPES", "Facts", "Taking"]
MEDIA_TYPES = ("text/plain", "text/html", "application/json", "application/xhtml+xml", "text/markdown")
PATIENCE = 30.0  # seconds: a report of the largest size takes a few, the first of all the loading of the model


class Taking:
    """Takes reports in turn."""

    def __init__(self) -> None:
        self._turn = Lock()

    def take(self, store: Store, content: bytes, facts: Facts) -> Taken:
        """What became of one report; raises why it could not be read."""
        return self._add(store, [Item("posted", content)], facts)[0]

    def fetch(self, store: Store, address: str) -> list[Taken]:
        """What became of the reports at an address."""
        from ...acquire import sources
        from ...acquire.fetch import Fetcher, Manners

        items = list(sources.items([address], sources.Options(fetcher=Fetcher(Manners()), most=20)))
        return self._add(store, items, Facts())

    def _add(self, store: Store, items: list[Item], facts: Facts) -> list[Taken]:
        if not self._turn.acquire(timeout=PATIENCE):
            raise LockedStore("Other reports are being read: try again in a moment.")
        try:
            taken = list(add(store, items, facts))
        finally:
            self._turn.release()
        for one in taken:
            if one.fate == "unread":
                raise _reason(one)
        return taken


def _reason(one: Taken) -> AsofError:
    kinds = {3: UnreadableReport, 4: RefusedReport}
    return kinds.get(one.exit_code, AsofError)((one.message or "It cannot be read.").removeprefix(f"{one.name}: "))
