"""Days and periods counted from today or from what was told: "Thursday", "last week", "the same day", "this year".

A weekday takes its direction from the tense: coming after "will", else the most recent, today included.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from . import times_calendar as calendar
from . import times_words as words
from .times_anchor import Anchor, Meaning, dated, unresolved
from .times_calendar import Period
from .times_dates import day_of_month
from .times_grammar import STAGE, WHICH, WHICH_WORDS, blank, rule, staged

# ── weekdays and days counted from today ─────────────────────────────────────────────────────────


@rule(
    {*words.FULL_WEEKDAYS, "early", "late", "earlier", "later", "the", *WHICH_WORDS, "midweek"},
    rf"(?P<stage>(?:early|late|earlier|later)\s+(?:on\s+)?)?(?:the\s+)?(?:{WHICH}\s+)?{words.WEEKDAY}",
)
def weekday(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "Thursday", "late on Thursday", "last Thursday", "the following Thursday"."""
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
    return dated(
        calendar.day(today + timedelta(days=ahead) if anchor.tense() == "future" else today - timedelta(days=back))
    )


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
    """Reads "later in the day": the day told last, else that of publication."""
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
    told, words_ = anchor.last("day"), match["which"]
    before = re.search(r"before|earlier|previous|preceding", words_)
    base = told.first if told else anchor.day if before else None  # news tells of its own day first
    if base is None:
        return unresolved("XXXX-XX-XX")
    steps = -1 if before else 0 if "same" in words_ or "that" in words_ else 1
    return dated(calendar.day(base + timedelta(days=steps)))


# ── weeks, months, years around today ────────────────────────────────────────────────────────────

SPAN_UNIT = r"(?P<unit>week(?:end)?|month|quarter|year|decade|century|season)"
_SPAN_WORDS = {"week", "weekend", "month", "quarter", "year", "decade", "century"}


@rule(
    {"this", "last", "next", "the", "early", "earlier", "late", "later", "mid", "current", "that", "previous",
     "following", "sometime", "beginning", "end", "start"},
    rf"(?:sometime\s+)?{STAGE}?(?:the\s+)?(?P<which>this\s+(?:past|coming)|this|last|next|previous|preceding"
    rf"|following|coming|current|same|latest|that(?:\s+same)?)\s+(?:fiscal\s+|financial\s+|calendar\s+)?{SPAN_UNIT}",
)  # fmt: skip
def span_around(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "this week", "late last year", "the following month", "that year"."""
    unit, which = match["unit"], match["which"]
    if unit == "season":
        return None
    told = anchor.last(unit) or anchor.last()
    if which in ("same", "that", "that same", "following", "previous", "preceding"):
        if told is None and which in ("previous", "preceding") and anchor.day is not None:
            told = calendar.day(anchor.day)
        if told is None:
            return unresolved(blank(unit))
        if which in ("same", "that", "that same"):
            return staged(match, calendar.holding(told.first, unit))
        steps = 1 if which == "following" else -1
        return staged(match, calendar.holding(calendar.moved(told.first, unit, steps), unit))
    if anchor.day is None:
        return unresolved(blank(unit))
    if which in ("last", "this past") and unit == "decade":
        return Meaning(
            "DURATION", "P10Y", bounds=(calendar.moved(anchor.day, "year", -10), anchor.day), precision="range"
        )
    return staged(match, _around(unit, which, anchor))


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
        return calendar.weekend(
            back if which == "this" else calendar.moved(today, "week", 1 if today.weekday() > 4 else 0)
        )
    return calendar.holding(calendar.moved(today, unit, steps), unit)


@rule(
    {"the", "beginning", "end", "middle", "start", "earlier", "later", "year", "over", "turn"},
    rf"(?P<stage>(?:the\s+)?(?:end|beginning|start|middle|close|turn)\s+of\s+|(?:earlier|later)\s+in\s+)?"
    rf"the\s+(?:full\s+|whole\s+)?{SPAN_UNIT}(?!\s+(?:ago|earlier|to|before|after)\b|-|\s+of\s+(?!the))(?P<ended>(?=\s+end(?:ed|ing)\b))?",
)
def the_span(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "the weekend", "the end of the year", "the quarter"."""
    unit, today = match["unit"], anchor.day
    if match["ended"]:
        return Meaning("DURATION", words.duration(1, unit), anchored=False)
    if not (match["stage"] or unit in ("weekend", "quarter", "year", "week", "month")) or unit in ("season",):
        return None
    if today is None:
        return unresolved(blank(unit))
    if unit == "weekend":
        return dated(_around(unit, "coming" if anchor.tense() == "future" else "last", anchor))
    if unit == "quarter":
        return staged(match, anchor.last("quarter") or calendar.holding(calendar.moved(today, "quarter", -1), unit))
    return staged(match, calendar.holding(today, unit))


@rule(
    {"the"},
    r"the\s+(?P<unit>week|month|year)\s+(?P<way>before|earlier|after)(?!\s+(?:the|a|an|he|she|it|they|his|her)\b)",
)
def told_neighbour(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "the year before": counted from a period told before."""
    told = anchor.last(match["unit"]) or anchor.last()
    if told is None:
        return unresolved(blank(match["unit"]))
    step = 1 if match["way"] == "after" else -1
    return dated(calendar.holding(calendar.moved(told.first, match["unit"], step), match["unit"]))


@rule(
    {"the"},
    rf"the\s+week\s+(?:of|beginning|starting)\s+{words.MONTH}\s+{words.DAY}(?:,?\s+{words.YEAR})?(?P<rel>(?!))?",
)
def week_of(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    found = day_of_month(match, anchor)
    return dated(calendar.week(found.period.first)) if found is not None and found.period is not None else found


@rule({"year", "the", "year-end", "around"}, rf"(?:the\s+)?year(?:['’]s)?(?:\s+|{words.HYPHEN})end")
def year_end(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    if anchor.day is None:
        return unresolved("XXXX-12")
    return replace(
        dated(calendar.year(anchor.day.year)), bounds=calendar.piece(calendar.month(anchor.day.year, 12), "late")
    )
