"""Lengths, distances and repetitions: "three days", "two years ago", "the past 24 hours", "every Sunday", "now".

A length says how long, not when: it has no start, unless the words tie it to today ("the past week").
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from . import times_calendar as calendar
from . import times_words as words
from .times_anchor import Anchor, Meaning, dated, unresolved
from .times_grammar import rule

_UNITS = sorted(words.UNITS)
_PLURAL = (
    rf"(?P<unit>{words.alternatives(u for u in words.UNITS if u.endswith('s') and u not in ('hrs', 'mins', 'yrs'))})"
)
_MORE = r"(?:\s+(?:more|further|full|straight|consecutive|additional|whole|long|business|working|trading|entire))?"
_ABOUT = rf"(?:{words.ABOUT}\s+)?"
_OR_SO = r"(?:\s+or\s+so|\s+or\s+more)?"
_STARTS = words.ABOUT_WORDS | words.COUNT_WORDS | {"the"}


def _amount(match: re.Match[str]) -> float | None:
    return words.count(match["count"])


# ── lengths ──────────────────────────────────────────────────────────────────────────────────────


@rule(
    _STARTS,
    rf"{_ABOUT}(?:the\s+(?=[\w,.]+\s))?{words.COUNT}{_MORE}(?:\s+|\s*{words.HYPHEN}\s*){words.UNIT}{_OR_SO}",
    digits=True,
)
def length(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "three days", "nearly an hour", "a week or so", "ten-day"."""
    unit = words.UNITS[match["unit"]]
    if unit == "second" and match["unit"] != "seconds":
        return None
    if match["count"] in ("a", "an", "another") and match["unit"].endswith("s"):
        return None
    if match["count"].isdigit() and len(match["count"]) == 4 and not match["unit"].endswith("s"):
        return None  # "the 1988 quarter"
    if match["count"] in ("a", "an") and unit in ("second", "minute", "night", "weekend", "quarter"):
        return None  # "a second", "a quarter", "a night": seldom lengths
    amount = _amount(match)
    if anchor.limit == "in" and amount is not None and anchor.tense() == "future" and "-" not in match[0]:
        return _distant(anchor, anchor.day, unit, amount)  # "will vote in two weeks"
    return Meaning("DURATION", words.duration(amount, unit), anchored=False)


@rule(
    {
        *words.COUNT_WORDS,
        *(f"{u}s" for u in words.UNIT_CODES),
        *words.UNIT_CODES,
        "yearlong",
        "monthlong",
        "weeklong",
        "daylong",
    },
    rf"(?:{words.COUNT}(?:\s+|{words.HYPHEN}))?{words.UNIT}s?{words.HYPHEN}?(?:long|old(?!s))(?!er)",
    digits=True,
)
def adjective(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "33-year-old", "decades-old", "week-long": a length; with a number and "old" most often an age."""
    unit = words.UNITS[match["unit"]]
    alone = None if match["unit"].endswith("s") else 1.0
    amount = _amount(match) if match["count"] else alone
    old = match[0].endswith("old")
    return Meaning("DURATION", words.duration(amount, unit), anchored=False, age=old and bool(match["count"]))


@rule({"aged"}, r"aged\s+(?:between\s+)?(?P<count>\d{1,3})(?!\s*(?:to|and|[-–])\s*\d)")
def aged(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    return Meaning("DURATION", f"P{int(match['count'])}Y", anchored=False, age=True)


@rule(words.UNITS, rf"{_PLURAL}")
def plural_alone(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "(for) months", "(in) decades"; the finder drops it where no word of time stands before."""
    unit = words.UNITS[match["unit"]]
    return Meaning("DURATION", words.duration(None, unit), anchored=False, bare=True)


# ── distances from today or from what was told ───────────────────────────────────────────────────


@rule(
    {*_STARTS, *words.UNITS},
    rf"{_ABOUT}(?:{words.COUNT}{_MORE}\s+)?{words.UNIT}{_OR_SO}\s+(?P<way>ago|from\s+now|from\s+today|hence)",
    digits=True,
)
def distance(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "three days ago", "nearly three years ago", "months ago", "two weeks from now"."""
    unit, back = words.UNITS[match["unit"]], match["way"] == "ago"
    amount = _amount(match) if match["count"] else None
    if not match["count"] and not match["unit"].endswith("s"):
        return None
    if amount is None:
        return unresolved("PAST_REF" if back else "FUTURE_REF")
    told = anchor.last("quarter") if back and unit == "year" and amount == 1 else None
    if told is not None:
        return dated(calendar.shifted(told, -4))  # profit "up from 3 million a year ago", told of a quarter
    return _distant(anchor, anchor.day, unit, -amount if back else amount)


@rule(
    _STARTS,
    rf"{_ABOUT}{words.COUNT}{_MORE}\s+{words.UNIT}\s+(?P<way>earlier|later|previously|afterwards?|(?:before|after|on)(?=\s*[.,;:)]|\s+(?:and|but)\b|\s*$))",
    digits=True,
)
def told_distance(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "two days earlier": counted from the last day or period told, else from publication."""
    unit, amount = words.UNITS[match["unit"]], _amount(match)
    if match["way"] == "on" or amount is None:
        return Meaning("DURATION", words.duration(amount, unit), anchored=False)
    back = match["way"] in ("earlier", "before", "previously")
    told = anchor.last("quarter") if unit == "year" else None
    if told is not None:
        return dated(calendar.shifted(told, round(-4 * amount if back else 4 * amount)))
    if unit in ("hour", "minute", "second"):
        return Meaning("DURATION", words.duration(amount, unit), anchored=False)
    base = anchor.last("day") or (anchor.last() if unit in ("month", "year", "decade") else None)
    if base is not None and base.precision == "day" and unit in ("week", "fortnight") and amount == int(amount):
        unit, amount = "day", amount * (14 if unit == "fortnight" else 7)  # "on 12 April … a week later"
    return _distant(anchor, base.first if base else anchor.day, unit, -amount if back else amount)


def _distant(anchor: Anchor, base: date | None, unit: str, amount: float) -> Meaning | None:
    """The period of this unit, so many units from the base."""
    if unit in ("hour", "minute", "second"):
        if anchor.moment is None or not anchor.timed:
            return unresolved(None, "TIME")
        seconds = amount * {"hour": 3600, "minute": 60, "second": 1}[unit]
        then = anchor.moment + timedelta(seconds=seconds)
        found = replace(dated(calendar.day(then.date()), "TIME"), clock=then.time(), zone=then.tzinfo)
        return replace(found, value=f"{then:%Y-%m-%dT%H:%M}", precision="hour" if unit == "hour" else "minute")
    if base is None:
        return unresolved(None)
    if amount != int(amount):  # "two and a half years ago": to the month
        smaller, per = {"year": ("month", 12), "month": ("day", 30), "week": ("day", 7)}.get(unit, ("day", 1))
        unit, amount = smaller, amount * per
    target = calendar.moved(base, unit, round(amount))
    if unit == "decade":
        unit = "year"
    return dated(calendar.holding(target, {"night": "day", "fortnight": "week"}.get(unit, unit)))


@rule(
    {"the", "year", "comparable", "a"},
    r"(?:(?:the|a)\s+)?(?:comparable\s+)?year(?:\s*-\s*)(?:ago|earlier)(?:\s+(?P<what>quarter|period|month|week))?"
    r"|the\s+(?:same|corresponding|comparable|like|similar)\s+(?P<what2>quarter|period|month)(?:\s+(?:of\s+)?(?:last\s+year|a\s+year\s+(?:ago|earlier)|the\s+(?:previous|prior)\s+year))?",
)
def year_ago_period(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "the year-ago quarter", "the same period last year": the same period one year before the one told."""
    if anchor.day is None:
        return unresolved(None)
    told = anchor.last("quarter", "month")
    if told is not None and told.precision == "quarter":
        return dated(calendar.shifted(told, -4))
    if match["what"] == "quarter" or match["what2"] == "quarter":
        return dated(calendar.shifted(calendar.holding(calendar.moved(anchor.day, "quarter", -1), "quarter"), -4))
    return dated(calendar.year(anchor.day.year - 1))


_TIED = r"(?P<which>last|past|next|coming|previous|preceding|following|first|final|latest|recent)"


@rule(
    {"the", "last", "past", "next", "coming", "previous", "first", "final", "at", "within", "this", "each"},
    rf"(?:at\s+least\s+)?(?:the\s+)?{_TIED}\s+{words.COUNT}\s+{words.UNIT}{_OR_SO}|the\s+(?P<which2>past)\s+(?P<unit2>day|week|month|year|decade|century|hour)",
)
def tied_length(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "the past 24 hours", "the next two weeks"; "the first nine months" is a length only."""
    unit = words.UNITS[match["unit"] or match["unit2"]]
    amount = _amount(match) if match["count"] else 1.0
    which = match["which"] or match["which2"]
    meaning = Meaning("DURATION", words.duration(amount, unit), anchored=False)
    if which in ("first", "final", "previous", "preceding", "following") or anchor.day is None:
        return meaning
    ahead = which in ("next", "coming")
    if amount is None:
        return replace(meaning, precision="vague")
    if unit in ("hour", "minute", "second"):
        hours = amount / {"hour": 1, "minute": 60, "second": 3600}[unit]
        other = anchor.day + timedelta(days=round(hours / 24 + 0.49) * (1 if ahead else -1))
    else:
        other = calendar.moved(anchor.day, unit, round(amount) * (1 if ahead else -1))
    bounds = (min(anchor.day, other), max(anchor.day, other))
    return replace(meaning, bounds=bounds, precision="range", anchored=True)


@rule(
    {"recent", "coming", "the", "past", "future", "upcoming"},
    rf"(?:the\s+)?(?P<which>recent|coming|past|future|upcoming|last|next)\s+(?:few\s+|several\s+|couple\s+of\s+)?{_PLURAL}(?:\s+and\s+(?:months|years|weeks))?|the\s+(?P<ahead>(?:days|weeks|months|years))\s+(?:ahead|to\s+come)",
)
def vague_length(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "recent weeks", "the past few days", "the months ahead"."""
    unit = words.UNITS[match["unit"] or match["ahead"]]
    return replace(Meaning("DURATION", words.duration(None, unit), anchored=False), precision="vague")


# ── repetitions ──────────────────────────────────────────────────────────────────────────────────

_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip


@rule(_ADVERBS, rf"(?P<word>{words.alternatives(_ADVERBS)})")
def adverb(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    return Meaning("SET", _ADVERBS[match["word"]], anchored=False)


@rule(
    {"every", "each"},
    r"(?:every|each)\s+(?:(?P<nth>other|second|third|\d+|two|three|four|five|six)\s+)?"
    rf"(?:{words.UNIT}|{words.WEEKDAY}(?:\s+{words.PART})?|{words.MONTH}|{words.PART.replace('part', 'part2')})",
)
def every(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "every Sunday", "each year", "every other day"."""
    steps = {"other": 2, "second": 2, "third": 3}.get(match["nth"] or "")
    if steps is None:
        steps = round(words.count(match["nth"]) or 1) if match["nth"] else 1
    if match["unit"]:
        return Meaning("SET", words.duration(steps, words.UNITS[match["unit"]]), anchored=False)
    if match["weekday"]:
        part = f"T{words.PARTS[match['part']]}" if match["part"] else ""
        return Meaning("SET", f"XXXX-WXX-{words.WEEKDAYS[match['weekday']] + 1}{part}", anchored=False)
    if match["month"]:
        return Meaning("SET", f"XXXX-{words.MONTHS[match['month']]:02}", anchored=False)
    return Meaning("SET", f"XXXX-XX-XXT{words.PARTS[match['part2']]}", anchored=False)


@rule(
    {f"{d}s" for d in words.FULL_WEEKDAYS} | set(words.FULL_WEEKDAYS) | {"weekends", "weekdays"},
    rf"(?:{words.WEEKDAY}(?:s|\s+(?P<part>morning|afternoon|evening|night)s)|(?P<word>weekends|weekdays))",
)
def weekdays(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "(on) Fridays", "Tuesday nights"."""
    if match["word"]:
        return Meaning("SET", "XXXX-WXX-WE" if match["word"] == "weekends" else "XXXX-WXX-XX", anchored=False)
    part = f"T{words.PARTS[match['part']]}" if match["part"] else ""
    return Meaning("SET", f"XXXX-WXX-{words.WEEKDAYS[match['weekday']] + 1}{part}", anchored=False)


# ── now, then, soon ──────────────────────────────────────────────────────────────────────────────

_REFERENCES = {
    "now": "PRESENT_REF", "right now": "PRESENT_REF", "currently": "PRESENT_REF", "at present": "PRESENT_REF",
    "nowadays": "PRESENT_REF", "these days": "PRESENT_REF", "the present": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "more recently": "PAST_REF", "most recently": "PAST_REF", "lately": "PAST_REF",
    "the past": "PAST_REF", "the recent past": "PAST_REF",
    "the future": "FUTURE_REF", "the near future": "FUTURE_REF", "the foreseeable future": "FUTURE_REF",
    "the coming future": "FUTURE_REF", "the short term": "FUTURE_REF",
    "the near term": "FUTURE_REF", "the long term": "FUTURE_REF", "at the moment": "PRESENT_REF",
    "the moment": "PRESENT_REF",
}  # fmt: skip


@rule(
    {phrase.split()[0] for phrase in _REFERENCES},
    rf"(?P<word>{words.alternatives(_REFERENCES).replace(chr(92) + ' ', chr(92) + 's+')})",
)
def reference(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    word = re.sub(r"\s+", " ", match["word"])
    if word in ("shortly", "the moment"):
        return None
    return replace(unresolved(_REFERENCES[word]), precision="vague")
