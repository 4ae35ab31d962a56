"""When an incident happened, in whole days: what is known, and how well.

The days are those of the place, as the reports have them, not those of UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ...store.moments import earliest, latest
from .source import Case

# A stretch of days told with both its ends ("from Monday to Wednesday"); all else is one day somewhere within.
STRETCH = "range"


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day. `stretch`: it went on from the one to the other; else it was on one day of these."""

    first: date
    last: date
    stretch: bool

    @property
    def number(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> date:
        return self.first + timedelta(days=(self.number - 1) // 2)

    @property
    def each(self) -> tuple[date, ...]:
        return tuple(self.first + timedelta(days=k) for k in range(self.number))


def days(case: Case) -> Days | None:
    """The days of an incident; null where none is known."""
    found = case.incident
    first, last = _day(found.start, False), _day(found.end or found.start, True)
    if first is None or last is None or last < first:
        return None
    told = {
        event.time_precision
        for one in case.told
        for event in one.events
        if (event.start, event.end) == (found.start, found.end)
    }
    ongoing = found.status == "ongoing" and len(found.start or "") >= 10
    return Days(first, last, first != last and (STRETCH in told or ongoing))


def _day(moment: str | None, last: bool) -> date | None:
    """The day of a moment; of a month or a year, its first or last."""
    if moment is None:
        return None
    whole = moment if len(moment) >= 10 else (latest(moment) if last else earliest(moment))
    try:
        return date.fromisoformat((whole or "")[:10])
    except ValueError:
        return None
