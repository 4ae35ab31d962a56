"""A toll over time as a step chart: a line for each source, corrections marked, and, where known, what was believed.

A figure stands from its publication until its source gives another one. A figure that was taken back or lowered is
marked; the table beside the chart says the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ...ask import Step
from ...ledger import Count, Toll, TollFigure

WIDTH, HEIGHT = 640, 250
LEFT, RIGHT, TOP, FOOT = 44, 178, 14, 26
LINES = 6  # sources with a colour of their own; the others share one


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure. `kind`: stands, past, lowered, withdrawn; `bounds` are the heights of its low and high."""

    x: float
    y: float
    kind: str
    text: str
    claim: str
    bounds: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one source. `label` is where its name stands, null where there is no room."""

    source: str
    number: int
    path: str
    dots: tuple[Dot, ...]
    label: float | None


@dataclass(frozen=True, slots=True)
class Chart:
    """All that the template draws: `levels` and `ticks` are (place, text); `best` and `band` are paths."""

    lines: tuple[Line, ...]
    levels: tuple[tuple[float, str], ...]
    ticks: tuple[tuple[float, str], ...]
    best: str | None
    band: str | None


@dataclass(frozen=True, slots=True)
class Scale:
    """Moments and numbers to places in the picture."""

    first: datetime
    last: datetime
    top: int

    def x(self, moment: str) -> float:
        span = (self.last - self.first).total_seconds()
        share = (datetime.fromisoformat(moment) - self.first).total_seconds() / span if span else 0.0
        return round(LEFT + 10 + share * (WIDTH - LEFT - RIGHT - 24), 1)

    def y(self, number: int) -> float:
        return round(HEIGHT - FOOT - number / self.top * (HEIGHT - FOOT - TOP), 1)


def steps(toll: Toll, believed: Sequence[Step] = ()) -> Chart | None:
    """The chart of a toll; null where it has fewer than two dated figures with a number."""
    figures = [one for one in toll.figures if number(one.count) is not None and _dated(one.count)]
    if len(figures) < 2:
        return None
    moments = [datetime.fromisoformat(one.count.published or "") for one in figures]
    most = max(max(n for n in (one.count.high, number(one.count)) if n is not None) for one in figures)
    scale = Scale(min(moments), max(moments), _round(most))
    sources: dict[str, list[TollFigure]] = {}
    for one in sorted(figures, key=lambda one: one.count.published or ""):
        sources.setdefault(one.source.replace("’", "'"), []).append(one)
    ordered = sorted(sources.items(), key=lambda item: (min(one.rank for one in item[1]), item[0]))
    lines = [_line(name, k, group, scale) for k, (name, group) in enumerate(ordered)]
    known = [step for step in believed if step.best is not None]
    return Chart(tuple(_labelled(lines)), _levels(scale), _ticks(scale), _best(known, scale), _band(known, scale))


def number(count: Count) -> int | None:
    """A figure by one number: its value, else what bounds it."""
    return next((n for n in (count.value, count.low, count.high) if n is not None), None)


def _dated(count: Count) -> bool:
    try:
        return datetime.fromisoformat(count.published or "").tzinfo is not None
    except ValueError:
        return False


def _round(most: int) -> int:
    """A number just above, that four levels divide well."""
    return min(
        size for power in range(12) for step in (4, 8, 12, 20, 40, 60, 80) if (size := step * int(10**power)) >= most
    )


# ── lines ────────────────────────────────────────────────────────────────────────────────────────


def _line(name: str, k: int, group: Sequence[TollFigure], scale: Scale) -> Line:
    dots: list[Dot] = []
    path, height = "", 0.0
    before: int | None = None
    for one in group:
        value = number(one.count)
        assert value is not None and one.count.published is not None  # those alone are drawn
        x, y = scale.x(one.count.published), scale.y(value)
        aside = one.count.status != "current" or not (one.current or one.superseded_by)
        lowered = not aside and before is not None and value < before
        kind = (
            "withdrawn"
            if one.count.status == "withdrawn"
            else "lowered"
            if lowered
            else "stands"
            if one.current
            else "past"
        )
        low, high = one.count.low, one.count.high
        bounds = (scale.y(low), scale.y(high)) if low is not None and high is not None and low < high else None
        dots.append(Dot(x, y, kind, _told(one, value), one.count.id, bounds))
        if aside:  # what the report itself calls earlier or withdraws is a dot beside the line
            continue
        path += f"M{x} {y}" if not path else f"H{x}V{y}"
        before, height = value, y
    if path:
        path += f"H{WIDTH - RIGHT}"
    return Line(name, min(k, LINES), path, tuple(dots), height if path else None)


def _told(one: TollFigure, value: int) -> str:
    qualifier = f"{one.count.qualifier} " if one.count.qualifier else ""
    return f"{one.source}: {qualifier}{value:,}"


def _labelled(lines: Sequence[Line]) -> list[Line]:
    """Names beside the ends of their lines, moved apart; those for which there is no room have none."""
    named = sorted((line for line in lines if line.label is not None), key=lambda line: line.label or 0.0)
    places: dict[str, float] = {}
    floor = TOP - 4.0
    for line in named:
        at = max(line.label or 0.0, floor)
        if at <= HEIGHT - FOOT + 4:
            places[line.source] = round(at, 1)
            floor = at + 13
    return [Line(one.source, one.number, one.path, one.dots, places.get(one.source)) for one in lines]


def _best(believed: Sequence[Step], scale: Scale) -> str | None:
    if not believed:
        return None
    path = ""
    for step in believed:
        x, y = max(scale.x(step.at), LEFT), scale.y(min(step.best or 0, scale.top))
        path += f"M{x} {y}" if not path else f"H{x}V{y}"
    return f"{path}H{WIDTH - RIGHT}"


def _band(believed: Sequence[Step], scale: Scale) -> str | None:
    """Between low and high; where no high is stated, the best is the upper edge."""
    if not believed:
        return None
    ends = [max(scale.x(step.at), LEFT) for step in believed[1:]] + [float(WIDTH - RIGHT)]
    parts = []
    for step, end in zip(believed, ends, strict=True):
        low, high = step.low if step.low is not None else step.best, step.high if step.high is not None else step.best
        x, top, foot = (
            max(scale.x(step.at), LEFT),
            scale.y(min(high or 0, scale.top)),
            scale.y(min(low or 0, scale.top)),
        )
        if top < foot:
            parts.append(f"M{x} {top}H{end}V{foot}H{x}Z")
    return "".join(parts) or None


# ── axes ─────────────────────────────────────────────────────────────────────────────────────────


def _levels(scale: Scale) -> tuple[tuple[float, str], ...]:
    return tuple((scale.y(n), f"{n:,}") for n in sorted({scale.top * k // 4 for k in range(5)}))


def _ticks(scale: Scale) -> tuple[tuple[float, str], ...]:
    """The first and the last moment, and midnights between them where there is room."""
    from datetime import timedelta

    first, last = scale.first, scale.last
    days = (last - first).days + 1
    each = max(1, days // 4)
    found: list[tuple[float, str]] = []
    at = first.replace(hour=0, minute=0, second=0, microsecond=0)
    while at <= last:
        x = scale.x(max(at, first).isoformat())
        if not found or x - found[-1][0] > 66:
            found.append((x, (first if at < first else at).strftime("%-d %b %H:%M" if at < first else "%-d %b")))
        at += timedelta(days=each)
    return tuple(found)
