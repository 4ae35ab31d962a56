"""Expressions that name days and longer periods: "last Friday", "24 February", "late 2023", "the third quarter".

Each rule is the words that it may begin with, a pattern over lower-cased text, and a function from the match
and an anchor to a meaning; the longest match at a word wins. Clock times are in `times_clock.py`, lengths and
repetitions in `times_lengths.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from . import times_calendar as calendar
from . import times_words as words
from .times_anchor import Anchor, Meaning, dated, unresolved
from .times_calendar import Period

Read = Callable[["re.Match[str]", Anchor], Meaning | None]


@dataclass(frozen=True)
class Rule:
    """One shape of expression. `first` are the words it may begin with; `digits` when a number may."""

    name: str
    first: frozenset[str]
    source: str
    read: Read
    digits: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when first asked for, so that importing costs nothing."""
        return re.compile(self.source)


RULES: list[Rule] = []


def rule(first: Iterable[str], pattern: str, digits: bool = False) -> Callable[[Read], Read]:
    """Register a function as the meaning of a pattern."""

    def register(read: Read) -> Read:
        RULES.append(Rule(read.__name__, frozenset(first), pattern + r"(?!\w)", read, digits))
        return read

    return register


_MONTH_WORDS = {m.rstrip(".") for m in words.MONTHS} | set(words.MONTHS)
_STAGES = {
    "early": "early", "late": "late", "mid": "mid", "middle": "mid", "beginning": "early", "start": "early", "end": "late",
    "turn": "early", "close": "late", "opening": "early",
}  # fmt: skip
_STAGE = (
    rf"(?P<stage>(?:the\s+)?(?:very\s+)?(?:early|late|mid{words.HYPHEN}?)(?:\s*{words.HYPHEN}\s*|\s+)?"
    r"|(?:the\s+)?(?:beginning|middle|end|start|turn|close|early\s+part|latter\s+part)\s+of\s+|(?:earlier|later)\s+(?:in\s+|on\s+)?)"
)
_STAGE_WORDS = {"early", "late", "mid", "beginning", "middle", "end", "start", "the", "earlier", "later", "turn", "close"}
_WHICH = r"(?P<which>this\s+past|this\s+coming|last|next|this|coming|past|previous|preceding|following)"
_WHICH_WORDS = {"this", "last", "next", "coming", "past", "previous", "preceding", "following"}


def _stage(match: re.Match[str]) -> str | None:
    text = match["stage"] or ""
    if "latter" in text or "later" in text:
        return None
    return next((kind for word, kind in _STAGES.items() if re.search(rf"\b{word}", text)), None)


def _staged(match: re.Match[str], found: Period) -> Meaning:
    """The period, narrowed to its early, middle or late part where the words do so."""
    which = _stage(match)
    meaning = dated(found)
    if which and found.precision != "day":
        return replace(meaning, bounds=calendar.piece(found, which))
    return meaning


def number_of_year(text: str | None) -> int | None:
    """The year that digits name: "2014", "'98"."""
    if not text:
        return None
    digits = int(re.sub(r"\D", "", text))
    return digits if digits > 99 else (2000 if digits < 70 else 1900) + digits


def ordinal(text: str) -> int:
    """The number of "24", "3rd" or "twenty-first"."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else words.ORDINALS[re.sub(r"\s+", "-", text)]


def of_tense(anchor: Anchor, current: Period, per_year: int) -> Period:
    """This year's quarter or season, last year's or next year's, by where today is and by the tense."""
    today = anchor.day
    assert today is not None
    if current.first <= today or anchor.tense() == "future":
        return current
    return calendar.shifted(current, -per_year)


def year_of(text: str | None, anchor: Anchor) -> int | None:
    """The year in "of this year", "last year", "next year"."""
    if anchor.day is None or not text:
        return None
    return anchor.day.year + {"last": -1, "next": 1}.get(text.split()[-2] if " " in text else text, 0)


# ── whole dates ──────────────────────────────────────────────────────────────────────────────────


@rule((), r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", digits=True)
def iso_date(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    return dated(calendar.day(date(int(match["y"]), int(match["m"]), int(match["d"]))))


@rule((), r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?![./]\d)", digits=True)
def slashed_date(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """10/03/2026: the order is the publisher's country's; unknown where it could be either."""
    a, b, year = int(match["a"]), int(match["b"]), number_of_year(match["y"])
    if year is None or not (0 < min(a, b) and max(a, b) <= 31) or min(a, b) > 12:
        return None
    day_first = True if a > 12 or a == b or match["sep"] == "." else False if b > 12 else anchor.day_first
    if day_first is None:
        return unresolved(f"{year:04}-XX-XX")
    day, month = (a, b) if day_first else (b, a)
    return dated(calendar.day(date(year, month, day)))


_SHORT = rf"(?:(?:{words.alternatives(words.WEEKDAYS)})\.?,?\s+(?:the\s+)?)?"
_AFTER = rf"(?:(?:,\s*|\s+of\s+|\s+){words.YEAR}|,?\s+(?P<rel>(?:of\s+)?(?:last|this|next)\s+year))?"
_BEFORE_DATE = r"(?:(?P<which>last|next|this\s+coming|this\s+past|this)\s+)?"


@rule(
    {*words.WEEKDAYS, *(f"{w}." for w in words.SHORT_WEEKDAYS), *_MONTH_WORDS, *_WHICH_WORDS},
    rf"{_BEFORE_DATE}{_SHORT}{words.MONTH}\s*(?:the\s+)?{words.DAY}{_AFTER}",
)
def month_day(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    return _day_of_month(match, anchor)


@rule(
    {*words.WEEKDAYS, *(f"{w}." for w in words.SHORT_WEEKDAYS), "the", *words.ORDINALS},
    rf"{_SHORT}(?:the\s+)?{words.DAY}(?:\s+of)?(?:\s+|-){words.MONTH}{_AFTER}",
    digits=True,
)
def day_month(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    return _day_of_month(match, anchor)


_DAYS = rf"(?P<from>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s*(?:{words.HYPHEN}|/|to|and|until|through)\s*(?P<to>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[:.]\d)"


@rule((), rf"{_DAYS}(?:\s+of)?\s+{words.MONTH}(?:,?\s+{words.YEAR})?", digits=True)
def days_of_month(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """"8-9 May", "3 to 5 June"."""
    return _days_of_month(match, anchor)


@rule(_MONTH_WORDS, rf"{words.MONTH}\s+{_DAYS}(?:,?\s+{words.YEAR})?")
def month_days(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """"May 8-9"."""
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
        year = _closest([date(y, month, high) for y in near], anchor).year
    first, last = date(year, month, low), date(year, month, high)
    return dated(Period("range", f"{first.isoformat()}/{last.isoformat()}", first, last))


@rule({"the"}, r"the\s+(?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?:\s+of\s+(?P<rel>this|last|next|the)\s+month)?")
def day_alone(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """"(on) the 15th": the nearest such day that the tense allows."""
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


def _day_of_month(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    number, month = ordinal(match["day"]), words.MONTHS[match["month"]]
    year = number_of_year(match["year"]) or year_of(match["rel"], anchor)
    if year is not None:
        return dated(calendar.day(date(year, month, number)))
    if anchor.day is None:
        return unresolved(f"XXXX-{month:02}-{number:02}") if number <= 31 else None
    if (month, number) == (2, 29):
        return _leap_day(anchor)
    candidates = [date(anchor.day.year + step, month, number) for step in (-1, 0, 1) if 1 <= anchor.day.year + step <= 9999]
    return dated(calendar.day(_closest(candidates, anchor)))


def _leap_day(anchor: Anchor) -> Meaning | None:
    assert anchor.day is not None
    years = [y for y in range(max(1, anchor.day.year - 8), min(9999, anchor.day.year + 8) + 1)]
    leap = [date(y, 2, 29) for y in years if y % 4 == 0 and (y % 100 or y % 400 == 0)]
    return dated(calendar.day(_closest(leap, anchor))) if leap else unresolved("XXXX-02-29")


def _closest(candidates: list[date], anchor: Anchor) -> date:
    """The nearest candidate; one on the other side than the tense says counts as three times as far.

    Who writes on 2 November that an offer "was extended to Nov. 16" means this year: other years are named.
    """
    today, tense = anchor.day, anchor.tense()
    assert today is not None

    def away(on: date) -> tuple[int, date]:
        against = (tense == "past" and on > today) or (tense == "future" and on < today)
        return abs((on - today).days) * (3 if against else 1), on

    return min(candidates, key=away)


@rule(
    {"the", *_STAGE_WORDS, *_WHICH_WORDS, *_MONTH_WORDS},
    rf"{_STAGE}?(?:{_WHICH}\s+)?{words.MONTH}(?:(?:,?\s+(?:of\s+)?){words.YEAR}|,?\s+(?P<rel>(?:of\s+)?(?:last|this|next)\s+year))?",
)
def month_name(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """"February", "last February", "early February 2024", "February last year"."""
    number = words.MONTHS[match["month"]]
    year = number_of_year(match["year"]) or year_of(match["rel"], anchor)
    if year is not None:
        return _staged(match, calendar.month(year, number))
    today = anchor.day
    if today is None:
        return unresolved(f"XXXX-{number:02}")
    current, which = calendar.month(today.year, number), match["which"] or ""
    if which in ("last", "this past", "past", "previous", "preceding"):
        return _staged(match, current if current.last < today else calendar.shifted(current, -12))
    if which in ("next", "coming", "this coming", "following"):
        return _staged(match, current if current.first > today else calendar.shifted(current, 12))
    if which == "this":
        return _staged(match, current)
    return _staged(match, _month_by_tense(anchor, current))


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


# ── weekdays and days counted from today ─────────────────────────────────────────────────────────


@rule(
    {*words.FULL_WEEKDAYS, "early", "late", "earlier", "later", "the", *_WHICH_WORDS, "midweek"},
    rf"(?P<stage>(?:early|late|earlier|later)\s+(?:on\s+)?)?(?:the\s+)?(?:{_WHICH}\s+)?{words.WEEKDAY}",
)
def weekday(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """"Thursday", "late on Thursday", "last Thursday", "the following Thursday"."""
    number, today, which = words.WEEKDAYS[match["weekday"]], anchor.day, match["which"] or ""
    if today is None:
        return unresolved(f"XXXX-WXX-{number + 1}")
    back, ahead = (today.weekday() - number) % 7, (number - today.weekday()) % 7
    if which in ("following", "previous", "preceding"):
        told = anchor.last("day")
        base = told.first if told else today
        if which == "following":
            return dated(calendar.day(base + timedelta(days=(number - base.weekday() - 1) % 7 + 1)))
        return dated(calendar.day(base - timedelta(days=(base.weekday() - number - 1) % 7 + 1)))
    if which in ("last", "past", "this past"):
        return dated(calendar.day(today - timedelta(days=back or 7)))
    if which in ("next", "coming", "this coming"):
        return dated(calendar.day(today + timedelta(days=ahead or 7)))
    if which == "this":
        return dated(calendar.day(today + timedelta(days=ahead)))
    return dated(calendar.day(today + timedelta(days=ahead) if anchor.tense() == "future" else today - timedelta(days=back)))


_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}


@rule(
    {"today", "yesterday", "tomorrow", "the", "early", "late", "earlier", "later"},
    r"(?:(?:early|late|earlier|later)\s+)?(?P<word>today|yesterday|tomorrow|the\s+day\s+(?:before\s+yesterday|after\s+tomorrow))",
)
def near_day(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    if anchor.day is None:
        return unresolved("XXXX-XX-XX")
    steps = _NEAR[re.sub(r"\s+", " ", match["word"])]
    return dated(calendar.day(anchor.day + timedelta(days=steps)))


@rule({"earlier", "later"}, r"(?:earlier|later)\s+(?:on\s+)?in\s+the\s+day")
def in_the_day(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """"later in the day": the day told last, else that of publication."""
    told = anchor.last("day")
    if told is not None:
        return dated(told)
    return dated(calendar.day(anchor.day)) if anchor.day else unresolved("XXXX-XX-XX")


@rule(
    {"the", "that", "a", "later", "earlier"},
    r"(?:(?:earlier|later)\s+)?(?P<which>that(?:\s+(?:same|very))?\s+day|the\s+(?:same|very\s+same)\s+day"
    r"|the\s+(?:next|following)\s+day|the\s+day\s+(?:before|after|earlier|later)|the\s+(?:previous|preceding)\s+day)",
)
def told_day(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Days told from a day mentioned before: "the same day", "the day before"."""
    told = anchor.last("day")
    if told is None:
        return unresolved("XXXX-XX-XX")
    words_ = match["which"]
    steps = 0 if "same" in words_ or "that" in words_ else 1
    if re.search(r"before|earlier|previous|preceding", words_):
        steps = -1
    return dated(calendar.day(told.first + timedelta(days=steps)))


# ── weeks, months, years around today ────────────────────────────────────────────────────────────

_SPAN_UNIT = r"(?P<unit>week(?:end)?|month|quarter|year|decade|century|season)"
_SPAN_WORDS = {"week", "weekend", "month", "quarter", "year", "decade", "century"}


@rule(
    {"this", "last", "next", "the", "early", "earlier", "late", "later", "mid", "current", "that", "previous", "following",
     "sometime", "beginning", "end", "start"},
    rf"(?:sometime\s+)?{_STAGE}?(?:the\s+)?(?P<which>this\s+(?:past|coming)|this|last|next|previous|preceding"
    rf"|following|coming|current|same|latest|that(?:\s+same)?)\s+(?:fiscal\s+|financial\s+|calendar\s+)?{_SPAN_UNIT}",
)  # fmt: skip
def span_around(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """"this week", "late last year", "the following month", "that year"."""
    unit, which = match["unit"], match["which"]
    if unit == "season":
        return None
    told = anchor.last(unit) or anchor.last()
    if which in ("same", "that", "that same", "following", "previous", "preceding"):
        if told is None:
            return unresolved(None)
        if which in ("same", "that", "that same"):
            return _staged(match, calendar.holding(told.first, unit))
        steps = 1 if which == "following" else -1
        return _staged(match, calendar.holding(calendar.moved(told.first, unit, steps), unit))
    if anchor.day is None:
        return unresolved(_blank(unit))
    if which in ("last", "this past") and unit == "decade":
        return Meaning("DURATION", "P10Y", bounds=(calendar.moved(anchor.day, "year", -10), anchor.day), precision="range")
    return _staged(match, _around(unit, which, anchor))


def _around(unit: str, which: str, anchor: Anchor) -> Period:
    today = anchor.day
    assert today is not None
    steps = -1 if which in ("last", "this past") else 1 if which in ("next", "coming", "this coming") else 0
    if unit == "quarter" and which in ("latest", "last"):
        steps = -1
    if unit == "weekend":
        back = today - timedelta(days=(today.weekday() - 5) % 7)  # the Saturday of the running or last weekend
        if which in ("last", "this past"):
            return calendar.weekend(back if today.weekday() < 5 else back - timedelta(days=7))
        if which == "this" and anchor.tense() != "past":
            return calendar.weekend(today)
        return calendar.weekend(back if which == "this" else calendar.moved(today, "week", 1 if today.weekday() > 4 else 0))
    return calendar.holding(calendar.moved(today, unit, steps), unit)


def _blank(unit: str) -> str:
    return {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX"}.get(unit, "XXXX")


@rule(
    {"the", "beginning", "end", "middle", "start", "earlier", "later", "year", "over", "turn"},
    rf"(?P<stage>(?:the\s+)?(?:end|beginning|start|middle|close|turn)\s+of\s+|(?:earlier|later)\s+in\s+)?"
    rf"the\s+(?:full\s+|whole\s+)?{_SPAN_UNIT}(?!\s+(?:ago|earlier|to|before|after)\b|-|\s+of\s+(?!the))(?P<ended>(?=\s+end(?:ed|ing)\b))?",
)
def the_span(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """"the weekend", "the end of the year", "the quarter"."""
    unit, today = match["unit"], anchor.day
    if match["ended"]:
        return Meaning("DURATION", words.duration(1, unit), anchored=False)
    if not (match["stage"] or unit in ("weekend", "quarter", "year", "week", "month")) or unit in ("season",):
        return None
    if today is None:
        return unresolved(_blank(unit))
    if unit == "weekend":
        return dated(_around(unit, "coming" if anchor.tense() == "future" else "last", anchor))
    if unit == "quarter":
        return _staged(match, anchor.last("quarter") or calendar.holding(calendar.moved(today, "quarter", -1), unit))
    return _staged(match, calendar.holding(today, unit))


@rule({"the"}, r"the\s+(?P<unit>week|month|year)\s+(?P<way>before|earlier|after)(?!\s+(?:the|a|an|he|she|it|they|his|her)\b)")
def told_neighbour(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """"the year before": counted from a period told before."""
    told = anchor.last(match["unit"]) or anchor.last()
    if told is None:
        return unresolved(_blank(match["unit"]))
    step = 1 if match["way"] == "after" else -1
    return dated(calendar.holding(calendar.moved(told.first, match["unit"], step), match["unit"]))


@rule({"the"}, rf"the\s+week\s+(?:of|beginning|starting)\s+{words.MONTH}\s+{words.DAY}(?:,?\s+{words.YEAR})?(?P<rel>(?!))?")
def week_of(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    found = _day_of_month(match, anchor)
    return dated(calendar.week(found.period.first)) if found is not None and found.period is not None else found


@rule({"year", "the", "year-end", "around"}, rf"(?:the\s+)?year(?:['’]s)?(?:\s+|{words.HYPHEN})end")
def year_end(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    if anchor.day is None:
        return unresolved("XXXX-12")
    return replace(dated(calendar.year(anchor.day.year)), bounds=calendar.piece(calendar.month(anchor.day.year, 12), "late"))


# ── years, decades, centuries ────────────────────────────────────────────────────────────────────


@rule(
    {"the", *_STAGE_WORDS, "fiscal", "sometime"},
    rf"{_STAGE}?(?P<fiscal>(?:the\s+)?(?:fiscal|financial)\s+(?:year\s+)?|the\s+year\s+)?{words.YEAR}",
    digits=True,
)
def year(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    return _staged(match, calendar.year(int(match["year"])))


_SPOKEN_TENS = words.alternatives(w for w, n in words.CARDINALS.items() if 10 <= n < 20 or n % 10 == 0 and n >= 20)
_SPOKEN_UNITS = words.alternatives(w for w, n in words.CARDINALS.items() if 0 < n < 10)


@rule(
    {"nineteen", "twenty", "two", *_MONTH_WORDS, "the"},
    rf"(?:(?:the\s+year\s+)|{words.MONTH}\s+)?(?:(?P<century>nineteen|twenty)\s+(?P<tens>{_SPOKEN_TENS})(?:[\s-](?P<units>{_SPOKEN_UNITS}))?"
    rf"|(?P<thousand>two\s+thousand)(?:(?:\s+and)?\s+(?P<units2>{_SPOKEN_UNITS}))?)",
)
def spoken_year(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """"nineteen ninety-seven", "the year two thousand"."""
    small = words.CARDINALS.get(match["units"] or match["units2"] or "", 0)
    if match["thousand"]:
        if not (match["month"] or match[0].startswith("the")):
            return None  # a count
        number = 2000 + small
    else:
        number = words.CARDINALS[match["century"]] * 100 + words.CARDINALS[match["tens"]] + small
    return dated(calendar.month(number, words.MONTHS[match["month"]]) if match["month"] else calendar.year(number))


@rule({"the"}, rf"the\s+{words.YEAR}\s+(?:period|quarter)")
def year_period(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """"the 1988 period": that year's part of the kind told before."""
    told = anchor.last("quarter", "half")
    number = int(match["year"])
    if told is None:
        return dated(calendar.year(number))
    make = calendar.quarter if told.precision == "quarter" else calendar.half
    return dated(make(number, int(told.value[-1])))


@rule((), rf"{words.YEAR}\s*[-–/]\s*(?P<to>\d\d)(?![\d-])", digits=True)
def years_joined(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """2014–15."""
    start = int(match["year"])
    end = start - start % 100 + int(match["to"])
    if not 0 < end - start < 30:
        return None
    first, last = calendar.year(start), calendar.year(end)
    return dated(Period("range", f"{start:04}/{end:04}", first.first, last.last))


_DECADE_WORDS = words.alternatives(words.DECADES)


@rule(
    {"the", *_STAGE_WORDS, "'", "’", *words.DECADES},
    rf"{_STAGE}?(?:the\s+)?(?:(?:early|late|mid)(?:\s+|{words.HYPHEN}))?(?:(?P<full>1[0-9]\d0|20\d0)['’]?s|['’](?P<short>\d0)['’]?s|(?P<word>{_DECADE_WORDS}))",
    digits=True,
)
def decade(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """"the 1990s", "the late '80s", "the nineties"."""
    if match["full"]:
        return _staged(match, calendar.decade(int(match["full"])))
    tens = int(match["short"]) if match["short"] else words.DECADES[match["word"]]
    if match["word"] and not (match["stage"] or match[0].startswith("the")):
        return None
    return _staged(match, calendar.decade((2000 if tens <= 20 else 1900) + tens))


@rule(
    {"the", *_STAGE_WORDS, *words.ORDINALS},
    rf"{_STAGE}?(?:the\s+)?(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|{words.alternatives(words.ORDINALS)})(?:\s+|-)century",
    digits=True,
)
def century(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    return _staged(match, calendar.century(ordinal(match["nth"])))


# ── quarters, halves, seasons ────────────────────────────────────────────────────────────────────

_NTH = r"(?P<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)"
_OF_YEAR = (
    rf"(?:\s+(?:of\s+)?(?:fiscal\s+)?(?:{words.YEAR}|(?P<rel>(?:this|last|next)\s+year)|(?P<own>the\s+year)))?"
)
_YEAR_BEFORE = r"(?:(?P<y0>(?:1[0-9]|20)\d\d)(?:['’]s)?\s+|(?P<r0>(?:this|last|next)\s+year)['’]s\s+|(?P<ago>year-(?:ago|earlier))\s+|(?P<same>same\s+|comparable\s+|corresponding\s+|latest\s+))?"
_QUARTER_WORDS = {"the", "first", "second", "third", "fourth", "final", "fiscal", "this", "last", "next", "q1", "q2", "q3", "q4",
                  "year", "its"}  # fmt: skip


@rule(
    _QUARTER_WORDS,
    rf"(?:the\s+)?{_YEAR_BEFORE}(?:fiscal(?:\s+|-))?{_NTH}(?:\s+fiscal)?(?:\s+|\s*-\s*)(?P<unit>quarter|half){_OF_YEAR}",
    digits=True,
)
def quarter(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """"the third quarter", "third-quarter", "this year's first half", "the second half of 2024"."""
    names = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
    number, make = names[match["nth"]], calendar.quarter if match["unit"] == "quarter" else calendar.half
    if match["unit"] == "half":
        number = min(number, 2)
    year_ = number_of_year(match["year"] or match["y0"]) or year_of(match["rel"] or match["r0"], anchor)
    if year_ is not None:
        return dated(make(year_, number))
    if anchor.day is None:
        return unresolved(f"XXXX-{match['unit'][0].upper()}{number}")
    per_year = 4 if match["unit"] == "quarter" else 2
    found = of_tense(anchor, make(anchor.day.year, number), per_year)
    return dated(calendar.shifted(found, -per_year) if match["ago"] else found)


@rule({"q1", "q2", "q3", "q4"}, rf"q(?P<nth>[1-4])(?:\s+(?:of\s+)?{words.YEAR})?")
def short_quarter(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    number, year_ = int(match["nth"]), number_of_year(match["year"])
    if year_ is None and anchor.day is None:
        return unresolved(f"XXXX-Q{number}")
    if year_ is not None:
        return dated(calendar.quarter(year_, number))
    assert anchor.day is not None
    return dated(of_tense(anchor, calendar.quarter(anchor.day.year, number), 4))


@rule(
    {"the", "this", "last", "next", "early", "late", "spring", "summer", "autumn", "fall", "winter", "mid", "past"},
    rf"(?P<stage>(?:(?:the\s+)?(?:early|late|mid){words.HYPHEN}?\s*)|(?:the\s+)?(?:end|beginning|start)\s+of\s+)?(?P<the>the\s+)?"
    rf"(?:{_WHICH}\s+)?(?P<season>spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?(?:{words.YEAR}|(?P<rel>(?:this|last|next)\s+year)))?",
)
def season(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    code, which = calendar.SEASONS[match["season"]], match["which"] or ""
    year_ = number_of_year(match["year"]) or year_of(match["rel"], anchor)
    if match["season"] in ("fall", "spring") and not (which or year_ or match["stage"]):
        return None  # a fall, a spring: too often another word
    if year_ is not None:
        return _staged(match, calendar.season(year_, code, anchor.southern))
    if anchor.day is None:
        return unresolved(f"XXXX-{code}")
    current = calendar.season(anchor.day.year, code, anchor.southern)
    if which in ("last", "this past", "past", "previous"):
        return _staged(match, current if current.last < anchor.day else calendar.shifted(current, -1))
    if which in ("next", "coming", "this coming", "following"):
        return _staged(match, current if current.first > anchor.day else calendar.shifted(current, 1))
    return _staged(match, current if which == "this" else of_tense(anchor, current, 1))


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


@rule(
    {name.split()[0].removesuffix("'s") for name in _FEASTS} | {"last", "next", "this"},
    rf"(?:{_WHICH}\s+)?(?P<feast>{words.alternatives(_FEASTS).replace(chr(39), '[’' + chr(39) + ']')})(?:,?\s+{words.YEAR})?",
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
    return dated(calendar.day(_closest(candidates, anchor)))
