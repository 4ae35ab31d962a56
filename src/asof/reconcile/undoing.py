"""What people took back, of decisions and corrections alike."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Undoable(Protocol):
    """What has an id, and may take another one back."""

    @property
    def id(self) -> str: ...
    @property
    def undoes(self) -> str | None: ...


def undone(taken: Iterable[Undoable]) -> set[str]:
    """The ids of those that are taken back, and not given back by undoing that. Which one undoes which decides, not the
    time: a decision and its undoing may well be of one second."""
    takers: dict[str, list[str]] = {}
    for one in taken:
        if one.undoes is not None:
            takers.setdefault(one.undoes, []).append(one.id)
    found: set[str] = set()
    settled: set[str] = set()
    waiting = list(takers)
    while waiting:
        id = waiting[-1]
        unsettled = [taker for taker in takers.get(id, ()) if taker not in settled]
        if unsettled:  # an id is made from that of what it undoes: none ever leads back to itself
            waiting += unsettled
            continue
        waiting.pop()
        settled.add(id)
        if any(taker not in found for taker in takers.get(id, ())):
            found.add(id)
    return found
