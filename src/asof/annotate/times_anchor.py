"""What a time expression is resolved against, and what comes out: `Anchor` in, `Meaning` out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from typing import Literal

from ..model import TimePrecision
from .times_calendar import Period, day
from .times_tense import Direction

Kind = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """An expression's meaning. `period` are its days where they are known, `clock` a time on the first of them.

    `part` is a part of the day, as a TIMEX3 code; `ends_day` is midnight, which belongs to the day before it
    ("midnight on Saturday"). `bare` marks what stands for a time only together with a
    neighbour ("morning"), `age` the age of somebody, `loose` what takes its day from the context.
    """

    kind: Kind
    value: str | None
    period: Period | None = None
    precision: TimePrecision | None = None
    clock: time | None = None
    zone: tzinfo | None = None
    part: str | None = None
    bare: bool = False
    ends_day: bool = False
    loose: bool = False
    age: bool = False
    anchored: bool = True
    bounds: tuple[date, date] | None = None

    def on(self, period: Period | None) -> Meaning:
        """This clock time or part of the day, on that day."""
        prefix = period.value if period else "XXXX-XX-XX"
        if self.ends_day and period is not None and period.first < date.max:
            after = day(period.first + timedelta(days=1))
            return replace(self, value=f"{prefix}T24:00", period=after, bare=False, loose=False)
        value = f"{prefix}T{f'{self.clock:%H:%M}' if self.clock is not None else self.part}"
        return replace(self, kind="TIME", value=value, period=period, bare=False, loose=period is None)


@dataclass(slots=True)
class Anchor:
    """The moment of publication, what was mentioned before, and lazily the tense around the expression."""

    moment: datetime | None
    tense: Callable[[], Direction | None]
    limit: str = ""  # the preposition before: "until", "by"
    zone: tzinfo | None = None
    southern: bool = False
    timed: bool = True
    day_first: bool | None = None
    mentioned: list[Period] = field(default_factory=list)

    @property
    def day(self) -> date | None:
        return self.moment.date() if self.moment else None

    def last(self, *precisions: str) -> Period | None:
        """The latest period mentioned of one of these kinds; of any kind when none is given."""
        return next((p for p in reversed(self.mentioned) if not precisions or p.precision in precisions), None)


def dated(period: Period, kind: Kind = "DATE") -> Meaning:
    """The meaning of words that name a period."""
    return Meaning(kind, period.value, period, period.precision)


def unresolved(value: str | None, kind: Kind = "DATE") -> Meaning:
    """The meaning of words whose days nobody can tell."""
    return Meaning(kind, value, anchored=False)


def clocked(at: time, zone: tzinfo | None = None, minutes: bool = True) -> Meaning:
    """A time of the clock, its day still to be found."""
    bare = Meaning("TIME", None, precision="minute" if minutes else "hour", clock=at, zone=zone, loose=True)
    return bare.on(None)


def part_of_day(code: str, bare: bool) -> Meaning:
    """A part of a day, its day still to be found."""
    return replace(Meaning("TIME", None, precision="part_of_day", part=code, loose=True).on(None), bare=bare)


def offset(hours: float) -> timezone:
    """A zone by its hours east of Greenwich."""
    return timezone(timedelta(hours=hours))
