"""Dates by their numbers and names: "24 February", "Feb. 10, 2026", "8-9 May", "last August", "Christmas Day".

A date without a year is the nearest that the tense allows; `times_nearby.py` has what counts from today.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from . import times_calendar as calendar
from . import times_words as words
from .times_anchor import Anchor, Meaning, dated, unresolved
from .times_calendar import Period
from .times_grammar import (
    MONTH_WORDS,
    STAGE,
    STAGE_WORDS,
    WHICH,
    WHICH_WORDS,
    closest,
    number_of_year,
    ordinal,
    rule,
    staged,
    year_of,
)

# ── whole dates ──────────────────────────────────────────────────────────────────────────────────


@rule((), r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", digits=True)
def iso_date(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    return dated(calendar.day(date(int(match["y"]), int(match["m"]), int(match["d"]))))


@rule((), r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?![./]\d)", digits=True)
def slashed_date(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """10/03/2026: the order is the publisher's country's; unknown where it could be either."""
    a, b, year = int(match["a"]), int(match["b"]), number_of_year(match["y"])
    if year is None or not (min(a, b) > 0 and max(a, b) <= 31) or min(a, b) > 12:
        return None
    day_first = True if a > 12 or a == b or match["sep"] == "." else False if b > 12 else anchor.day_first
    if day_first is None:
        return unresolved(f"{year:04}-XX-XX")
    day, month = (a, b) if day_first else (b, a)
    return dated(calendar.day(date(year, month, day)))


_SHORT = rf"(?:(?P<named>{words.alternatives(words.WEEKDAYS)})\.?,?\s+(?:the\s+)?)?"
_AFTER = rf"(?:(?:,\s*|\s+of\s+|\s+){words.YEAR}|,?\s+(?P<rel>(?:of\s+)?(?:last|this|next)\s+year))?"
_BEFORE_DATE = r"(?:(?P<which>last|next|this\s+coming|this\s+past|this)\s+)?"


@rule(
    {*words.WEEKDAYS, *(f"{w}." for w in words.SHORT_WEEKDAYS), *MONTH_WORDS, *WHICH_WORDS},
    rf"{_BEFORE_DATE}{_SHORT}{words.MONTH}\s*(?:the\s+)?{words.DAY}{_AFTER}",
)
def month_day(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    return day_of_month(match, anchor)


@rule(
    {*words.WEEKDAYS, *(f"{w}." for w in words.SHORT_WEEKDAYS), "the", *words.ORDINALS},
    rf"{_SHORT}(?:the\s+)?{words.DAY}(?:\s+of)?(?:\s+|-){words.MONTH}{_AFTER}",
    digits=True,
)
def day_month(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    return day_of_month(match, anchor)


_NUMBER = r"3[01]|[12]\d|0?[1-9]"
_DAYS = (
    rf"(?P<from>{_NUMBER})(?:st|nd|rd|th)?\s*(?:{words.HYPHEN}|/|to|and|until|through)\s*"
    rf"(?P<to>{_NUMBER})(?:st|nd|rd|th)?(?!\d|[:.]\d)"
)


@rule((), rf"{_DAYS}(?:\s+of)?\s+{words.MONTH}(?:,?\s+{words.YEAR})?", digits=True)
def days_of_month(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "8-9 May", "3 to 5 June"."""
    return _days_of_month(match, anchor)


@rule(MONTH_WORDS, rf"{words.MONTH}\s+{_DAYS}(?:,?\s+{words.YEAR})?")
def month_days(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "May 8-9"."""
    return _days_of_month(match, anchor)


def _days_of_month(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    low, high, month = int(match["from"]), int(match["to"]), words.MONTHS[match["month"]]
    year = number_of_year(match["year"])
    if low >= high:
        return None
    if year is None and anchor.day is None:
        return unresolved(f"XXXX-{month:02}-{low:02}/XXXX-{month:02}-{high:02}")
    if year is None:
        assert anchor.day is not None
        near = (anchor.day.year + step for step in (-1, 0, 1) if 1 <= anchor.day.year + step <= 9999)
        year = closest([date(y, month, high) for y in near], anchor).year
    first, last = date(year, month, low), date(year, month, high)
    return dated(Period("range", f"{first.isoformat()}/{last.isoformat()}", first, last))


@rule(
    {"the"},
    rf"the\s+(?:very\s+)?(?P<nth>first|second|third|fourth|last|final|opening|closing)\s+(?:few\s+)?(?P<unit>week|weeks|days)\s+of\s+"
    rf"{words.MONTH}(?:,?\s+(?:of\s+)?{words.YEAR})?",
)
def week_of_month(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "the last week of May": seven days, counted from the month's first or last; "days" are not counted."""
    number, year = words.MONTHS[match["month"]], number_of_year(match["year"])
    if year is None and anchor.day is None:
        return unresolved(f"XXXX-{number:02}")
    if year is None:
        assert anchor.day is not None
        month = _month_by_tense(anchor, calendar.month(anchor.day.year, number))
    else:
        month = calendar.month(year, number)
    if match["nth"] in ("last", "final", "closing"):
        return replace(dated(month), bounds=(month.last - timedelta(days=6), month.last))
    start = month.first + timedelta(days=7 * ({"second": 2, "third": 3, "fourth": 4}.get(match["nth"], 1) - 1))
    return replace(dated(month), bounds=(start, start + timedelta(days=6)))


@rule({"the"}, r"the\s+(?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?:\s+of\s+(?P<rel>this|last|next|the)\s+month)?")
def day_alone(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "(on) the 15th": the nearest such day that the tense allows."""
    today, number = anchor.day, ordinal(match["day"])
    if today is None:
        return unresolved(f"XXXX-XX-{number:02}")
    steps = {"last": -1, "next": 1}.get(match["rel"] or "", 0)
    if not match["rel"] and number > today.day and anchor.tense() != "future":
        steps = -1
    if not match["rel"] and number < today.day and anchor.tense() == "future":
        steps = 1
    month = calendar.month(today.year, today.month + steps)
    return dated(calendar.day(month.first.replace(day=number)))


@rule((), r"9/11(?!/)", digits=True)
def nine_eleven(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """The day that is known by its number alone."""
    return dated(calendar.day(date(2001, 9, 11)))


def day_of_month(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    number, month = ordinal(match["day"]), words.MONTHS[match["month"]]
    year = number_of_year(match["year"]) or year_of(match["rel"], anchor)
    if year is not None:
        return dated(calendar.day(date(year, month, number)))
    if anchor.day is None:
        return unresolved(f"XXXX-{month:02}-{number:02}") if number <= 31 else None
    if (month, number) == (2, 29):
        return _leap_day(anchor)
    candidates = [
        date(anchor.day.year + step, month, number) for step in (-1, 0, 1) if 1 <= anchor.day.year + step <= 9999
    ]
    named = match.groupdict().get("named")  # "Friday, Oct. 23": the year in which it is a Friday, where one is near
    fitting = [on for on in candidates if named and on.weekday() == words.WEEKDAYS[named]]
    return dated(calendar.day(closest(fitting or candidates, anchor)))


def _leap_day(anchor: Anchor) -> Meaning | None:
    assert anchor.day is not None
    years = range(max(1, anchor.day.year - 8), min(9999, anchor.day.year + 8) + 1)
    leap = [date(y, 2, 29) for y in years if y % 4 == 0 and (y % 100 or y % 400 == 0)]
    return dated(calendar.day(closest(leap, anchor))) if leap else unresolved("XXXX-02-29")


@rule(
    {"the", *STAGE_WORDS, *WHICH_WORDS, *MONTH_WORDS},
    rf"{STAGE}?(?:{WHICH}\s+)?{words.MONTH}(?:(?:,?\s+(?:of\s+)?){words.YEAR}|,?\s+(?P<rel>(?:of\s+)?(?:last|this|next)\s+year))?",
)
def month_name(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "February", "last February", "early February 2024", "February last year"."""
    number = words.MONTHS[match["month"]]
    year = number_of_year(match["year"]) or year_of(match["rel"], anchor)
    if year is not None:
        return staged(match, calendar.month(year, number))
    today = anchor.day
    if today is None:
        return unresolved(f"XXXX-{number:02}")
    current, which = calendar.month(today.year, number), match["which"] or ""
    if which in ("last", "this past", "past", "previous", "preceding"):
        return staged(match, current if current.last < today else calendar.shifted(current, -12))
    if which in ("next", "coming", "this coming", "following"):
        return staged(match, current if current.first > today else calendar.shifted(current, 12))
    if which == "this":
        return staged(match, current)
    return staged(match, _month_by_tense(anchor, current))


_LIMITS = frozenset({"until", "till", "through", "by"})


def _month_by_tense(anchor: Anchor, current: Period) -> Period:
    today = anchor.day
    assert today is not None
    tense = anchor.tense()
    if anchor.limit in _LIMITS and 0 < (current.first - today).days < 90:
        return current  # "gave them until mid-November"
    if tense == "future":
        return current if current.last >= today else calendar.shifted(current, 12)
    before = current if current.first <= today else calendar.shifted(current, -12)
    if tense is None:
        after = current if current.last >= today else calendar.shifted(current, 12)
        return after if (after.first - today) < (today - before.last) else before
    return before


# ── days with a name ─────────────────────────────────────────────────────────────────────────────

_FEASTS: dict[str, Callable[[int], date]] = {
    "christmas eve": lambda y: date(y, 12, 24),
    "christmas day": lambda y: date(y, 12, 25),
    "christmas": lambda y: date(y, 12, 25),
    "new year's eve": lambda y: date(y, 12, 31),
    "new year's day": lambda y: date(y, 1, 1),
    "new year's": lambda y: date(y, 1, 1),
    "boxing day": lambda y: date(y, 12, 26),
    "valentine's day": lambda y: date(y, 2, 14),
    "halloween": lambda y: date(y, 10, 31),
    "thanksgiving day": lambda y: calendar.nth_weekday(y, 11, 3, 4),
    "thanksgiving": lambda y: calendar.nth_weekday(y, 11, 3, 4),
    "labor day": lambda y: calendar.nth_weekday(y, 9, 0, 1),
    "easter sunday": calendar.easter,
    "easter monday": lambda y: calendar.easter(y) + timedelta(days=1),
    "easter": calendar.easter,
    "good friday": lambda y: calendar.easter(y) - timedelta(days=2),
    "ash wednesday": lambda y: calendar.easter(y) - timedelta(days=46),
}


_FEAST_NAMES = words.alternatives(_FEASTS).replace("'", "['’]")


@rule(
    {name.split()[0].removesuffix("'s") for name in _FEASTS} | {"last", "next", "this"},
    rf"(?:{WHICH}\s+)?(?P<feast>{_FEAST_NAMES})(?:,?\s+{words.YEAR})?",
)
def feast(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    of, which = _FEASTS[match["feast"].replace("’", "'")], match["which"] or ""
    year_ = number_of_year(match["year"])
    if year_ is None and anchor.day is None:
        return unresolved(None)
    if year_ is not None:
        return dated(calendar.day(of(year_)))
    assert anchor.day is not None
    candidates = [of(anchor.day.year + step) for step in (-1, 0, 1) if 1 <= anchor.day.year + step <= 9999]
    if which in ("last", "past", "this past"):
        return dated(calendar.day(max(c for c in candidates if c < anchor.day)))
    if which in ("next", "coming", "this coming"):
        return dated(calendar.day(min(c for c in candidates if c > anchor.day)))
    return dated(calendar.day(closest(candidates, anchor)))
