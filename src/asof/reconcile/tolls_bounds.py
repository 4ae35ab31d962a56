"""Low, best and high from the figures that stand."""

from __future__ import annotations

from dataclasses import dataclass

from .groups import FIGHTERS
from .tolls_history import Entry

STATE_SIDE = frozenset({"soldiers", "police", "security personnel", "officers"})


@dataclass(frozen=True, slots=True)
class Bounds:
    low: int | None = None
    best: int | None = None
    high: int | None = None
    as_of: str | None = None


def side_of(group: str | None) -> str | None:
    """The side of the conflict that a group is of; null for civilians and everybody."""
    if group in STATE_SIDE:
        return "state"
    return "armed group" if group is not None and group.replace(" ", "-") in FIGHTERS else None


def contested(entry: Entry, sides: frozenset[str]) -> bool:
    """Whether a party speaks of its enemy's losses while that enemy speaks for itself."""
    side = side_of(entry.family)
    return side is not None and entry.side is not None and entry.side != side and side in sides


def bounds(found: list[Entry], sides: frozenset[str]) -> Bounds:
    """Low, best and high of these entries; those that do not stand are left out."""
    standing = [entry for entry in found if entry.stands]
    own = [entry for entry in standing if not contested(entry, sides)]
    if not standing:
        return Bounds()
    low = min((entry.count.low for entry in own if entry.count.low is not None), default=None)
    if not own:
        low = 0  # nobody but the enemy tells of any
    elif low is not None and any(e.count.low is None and e.count.high is not None and e.count.high < low for e in own):
        low = None  # somebody says that it is fewer, and not how many
    ordered = sorted(own, key=lambda entry: entry.order, reverse=True)
    ordered.sort(key=lambda entry: entry.source.rank)
    best = _best(ordered, standing)
    if best is not None and low is not None:
        best = max(best, low)
    high = max((entry.count.high for entry in standing if entry.count.high is not None), default=None)
    if high is not None and high < max(best or 0, low or 0):
        high = None
    as_of = max((entry.count.as_of or entry.count.published or "" for entry in standing), default="") or None
    return Bounds(low, best, high, as_of)


def _best(ordered: list[Entry], standing: list[Entry]) -> int | None:
    """The nearest source's figure. A range has none; a mere "up to" leaves it to the next; a party's "none of ours"
    that its enemy contradicts is no best figure either."""
    for entry in ordered:
        count = entry.count
        if count.value is not None:
            if count.value == 0 and entry.source.kind == "party" and len(standing) > len(ordered):
                return None
            return count.value
        if count.low is not None:
            return count.low if count.high is None else None
    return None
