"""When incidents happened, as columns over time: days to years, whichever leaves each column wide enough."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ...store import IncidentRow
from .tones import TONES, tone

WIDTH, HEIGHT, FOOT = 640, 96, 18
MOST = 70  # columns
WIDEST = 34.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One column: `parts` are (tone, top, height) from below; `first` and `last` what it stands for."""

    x: float
    width: float
    parts: tuple[tuple[str, float, float], ...]
    number: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that the template draws. `ticks` are (x, text); `mark` is where the page's moment lies."""

    unit: str
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    top: int
    mark: float | None


def draw(rows: Iterable[IncidentRow], every: Iterable[str], moment: str | None = None) -> Timeline | None:
    """The timeline of incidents, which are known by when they began, on an axis that holds `every` such moment; null
    where none is a time."""
    axis = [one for one in every if _whole(one)]
    first, last = _time(min(axis, default="")), _time(max(axis, default=""))
    if first is None or last is None:
        return None
    unit, starts = _columns(first, last)
    begins = [f"{at.isoformat()}Z" for at in starts]
    counted: Counter[tuple[int, str]] = Counter()
    for row in rows:
        if _whole(row.sorts):
            counted[max(bisect_right(begins, row.sorts) - 1, 0), tone(row.type)] += 1
    totals = [sum(counted[k, name] for name in TONES) for k in range(len(starts))]
    top = max([*totals, 1])
    step = WIDTH / len(starts)
    bars = tuple(_bar(k, starts, step, counted, top, unit) for k, total in enumerate(totals) if total)
    left, right = starts[0], _next(unit)(starts[-1])
    known = _time(moment or "")
    where = (known - left) / (right - left) * WIDTH if known else None
    return Timeline(
        unit, bars, _ticks(starts, step, unit), top, round(min(max(where, 0), WIDTH), 1) if where is not None else None
    )


def _whole(moment: str) -> bool:
    """Whether a row's moment is one, in UTC and to the second: those are compared as text, thousands for a page."""
    return len(moment) == len("2026-03-10T11:05:00Z")


def _time(moment: str) -> datetime | None:
    try:
        return datetime.fromisoformat(moment).replace(tzinfo=None)  # all of them are in UTC
    except ValueError:
        return None


def _next(unit: str) -> Callable[[datetime], datetime]:
    if unit == "year":
        return lambda at: at.replace(year=at.year + 1)
    if unit == "month":
        return lambda at: (at + timedelta(days=31)).replace(day=1)
    step = {"day": timedelta(days=1), "week": timedelta(days=7)}[unit]
    return lambda at: at + step


def _columns(first: datetime, last: datetime) -> tuple[str, list[datetime]]:
    """The finest unit that needs no more columns than there is room for, and their beginnings."""
    day = first.replace(hour=0, minute=0, second=0)
    begins = {
        "day": day,
        "week": day - timedelta(days=day.weekday()),
        "month": day.replace(day=1),
        "year": day.replace(month=1, day=1),
    }
    for unit, begin in begins.items():
        after, starts = _next(unit), [begin]
        while (at := after(starts[-1])) <= last and len(starts) <= MOST:
            starts.append(at)
        if len(starts) <= MOST:
            break
    while len(starts) < 8:  # a few days alone would be columns as broad as the page
        starts.append(after(starts[-1]))
    return unit, starts


def _bar(
    k: int, starts: Sequence[datetime], step: float, counted: Counter[tuple[int, str]], top: int, unit: str
) -> Bar:
    parts, at = [], float(HEIGHT - FOOT)
    for name in TONES:
        high = counted[k, name] / top * (HEIGHT - FOOT - 8)
        if high:
            at -= high
            parts.append((name, round(at, 1), round(high, 1)))
    first, last = starts[k], _next(unit)(starts[k]) - timedelta(days=1)
    number = sum(counted[k, name] for name in TONES)
    wide = min(max(step - 1, 1.0), WIDEST)
    return Bar(round(k * step + (step - wide) / 2, 1), round(wide, 1), tuple(parts), number,
               first.strftime("%Y-%m-%d"), last.strftime("%Y-%m-%d"))  # fmt: skip


def _ticks(starts: Sequence[datetime], step: float, unit: str) -> tuple[tuple[float, str], ...]:
    """Names below columns, so many as there is room for."""
    form = {"day": "%-d %b", "week": "%-d %b", "month": "%b %Y", "year": "%Y"}[unit]
    each = max(1, round(74 / step))
    found = [(round(k * step, 1), at.strftime(form)) for k, at in enumerate(starts) if k % each == 0]
    years = {at.year for at in starts}
    if unit in ("day", "week") and found:
        found[0] = (found[0][0], starts[0].strftime("%-d %b %Y"))
        if len(years) > 1:
            found = [
                (x, starts[k * each].strftime("%-d %b %Y"))
                if starts[k * each].year != starts[max(k - 1, 0) * each].year
                else (x, text)
                for k, (x, text) in enumerate(found)
            ]
    return tuple((x, text) for x, text in found if x < WIDTH - 40)
