"""Periods of the calendar: a day, a week, a quarter, a decade, with their TIMEX3 values and neighbours.

Knows nothing of words or anchors. Every function raises `ValueError` or `OverflowError` where the calendar
ends (before year 1, after year 9999); the grammar turns that into a time that is found but not resolved.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from ..model import TimePrecision

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_FIRST_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_OPPOSITE = {"SP": 9, "SU": 12, "FA": 3, "WI": 6}


@dataclass(frozen=True, slots=True)
class Period:
    """Days `first` to `last`, both inside, with the TIMEX3 value that names them."""

    precision: TimePrecision
    value: str
    first: date
    last: date


def day(on: date) -> Period:
    """A single day."""
    return Period("day", on.isoformat(), on, on)


def week(on: date) -> Period:
    """The ISO week that holds the day: Monday to Sunday."""
    year, number, weekday = on.isocalendar()
    monday = on - timedelta(days=weekday - 1)
    return Period("week", f"{year:04}-W{number:02}", monday, monday + timedelta(days=6))


def weekend(on: date) -> Period:
    """Saturday and Sunday of the ISO week that holds the day."""
    whole = week(on)
    return Period("range", f"{whole.value}-WE", whole.last - timedelta(days=1), whole.last)


def month(year: int, number: int) -> Period:
    """A month; `number` may run over: month 13 is next year's January."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    first = date(year, number, 1)
    return Period("month", f"{year:04}-{number:02}", first, first.replace(day=monthrange(year, number)[1]))


def quarter(year: int, number: int) -> Period:
    """A quarter; `number` may run over."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    return Period("quarter", f"{year:04}-Q{number}", date(year, 3 * number - 2, 1), month(year, 3 * number).last)


def half(year: int, number: int) -> Period:
    """A half of a year; `number` may run over."""
    year, number = year + (number - 1) // 2, (number - 1) % 2 + 1
    return Period("half", f"{year:04}-H{number}", date(year, 6 * number - 5, 1), month(year, 6 * number).last)


def season(year: int, code: str, southern: bool = False) -> Period:
    """A season of three whole months; one that begins in December belongs to the year in which it begins."""
    start = (_OPPOSITE if southern else _FIRST_MONTHS)[code]
    return Period("season", f"{year:04}-{code}", date(year, start, 1), month(year, start + 2).last)


def year(number: int) -> Period:
    """A year."""
    return Period("year", f"{number:04}", date(number, 1, 1), date(number, 12, 31))


def decade(start: int) -> Period:
    """Ten years from a year that ends in 0; the first decade has no year 0."""
    return Period("decade", f"{start // 10:03}", date(max(1, start), 1, 1), date(start + 9, 12, 31))


def century(number: int) -> Period:
    """The nth century, by the years that begin with the same two digits."""
    return Period("century", f"{number - 1:02}", date(max(1, 100 * (number - 1)), 1, 1), date(100 * number - 1, 12, 31))


def holding(on: date, unit: str) -> Period:
    """The period of this unit that holds the day."""
    if unit == "day":
        return day(on)
    if unit == "week":
        return week(on)
    if unit == "weekend":
        return weekend(on)
    if unit == "month":
        return month(on.year, on.month)
    if unit == "quarter":
        return quarter(on.year, (on.month + 2) // 3)
    if unit == "half":
        return half(on.year, 1 if on.month < 7 else 2)
    if unit == "decade":
        return decade(on.year - on.year % 10)
    if unit == "century":
        return century(on.year // 100 + 1)
    return year(on.year)


def moved(on: date, unit: str, steps: int) -> date:
    """The day so many units later (earlier when negative); the 31st becomes the last day of a shorter month."""
    if unit in ("day", "night"):
        return on + timedelta(days=steps)
    if unit in ("week", "weekend", "fortnight"):
        return on + timedelta(weeks=steps * (2 if unit == "fortnight" else 1))
    months = {"month": 1, "quarter": 3, "half": 6, "season": 12, "year": 12, "decade": 120, "century": 1200}[unit]
    target = month(on.year, on.month + steps * months)
    return target.first.replace(day=min(on.day, target.last.day))


def shifted(period: Period, steps: int) -> Period:
    """The period of the same kind so many steps on: a quarter's next quarter, a season's next year."""
    if period.precision == "season":
        year_ = period.first.year + steps
        return season(year_, period.value[-2:], _FIRST_MONTHS[period.value[-2:]] != period.first.month)
    unit = "weekend" if period.value.endswith("-WE") else period.precision
    return holding(moved(period.first, unit, steps), unit)


def piece(period: Period, which: str) -> tuple[date, date]:
    """The first, middle or last third of a period ("early", "mid", "late")."""
    length = (period.last - period.first).days + 1
    third = timedelta(days=max(1, length // 3) - 1)
    if which == "early":
        return period.first, period.first + third
    if which == "late":
        return period.last - third, period.last
    middle = period.first + timedelta(days=length // 3)
    return middle, min(period.last, middle + third)


def easter(of: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computation)."""
    a, b, c = of % 19, of // 100, of % 100
    d, e = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30, b % 4
    f = (32 + 2 * e + 2 * (c // 4) - d - c % 4) % 7
    g = d + f - 7 * ((a + 11 * d + 22 * f) // 451) + 114
    return date(of, g // 31, g % 31 + 1)


def nth_weekday(of: int, number: int, weekday: int, nth: int) -> date:
    """The nth weekday (Monday 0) of a month: Thanksgiving is the fourth Thursday of November."""
    first = date(of, number, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
