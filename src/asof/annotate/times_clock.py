"""Times of the clock and parts of a day: "5:30 p.m.", "1600 GMT", "noon", "last night", "overnight", "at dawn".

A clock time stands alone here; the finder joins it with the day beside it ("8 a.m." + "on Tuesday").
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from . import times_calendar as calendar
from . import times_words as words
from .times_anchor import Anchor, Meaning, clocked, dated, offset, part_of_day
from .times_calendar import Period
from .times_grammar import rule

_ZONE = (
    rf"(?:\s*\(?(?P<zone>{words.alternatives(z for z in words.ZONES if z != 'z')})\b\)?"
    r"(?P<shift>[+-]\d{1,2}(?::?\d\d)?)?"
    rf"|(?P<local>,?\s+local(?:\s+time)?)|\s+(?P<by_place>{words.alternatives(words.PLACE_ZONES)})\s+time)?"
)
_NEAR = r"(?:(?:about|around|approximately|roughly|nearly|almost|exactly|(?:shortly|just)\s+(?:before|after))\s+)?"
_NEAR_WORDS = {"about", "around", "approximately", "roughly", "nearly", "almost", "shortly", "just", "exactly"}


@lru_cache(maxsize=512)
def named_zone(name: str) -> tzinfo | None:
    """A zone by its IANA name; null where this machine's tables lack it."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _zone(match: re.Match[str]) -> tzinfo | None:
    if match["by_place"]:
        return named_zone(words.PLACE_ZONES[match["by_place"]])
    if not match["zone"]:
        return None
    hours = words.ZONES[match["zone"]]
    if match["shift"]:
        digits = match["shift"][1:].replace(":", "")
        east = int(digits[:2]) + int(digits[2:] or 0) / 60
        hours += east if match["shift"][0] == "+" else -east
    return offset(hours) if abs(hours) < 24 else None


@rule(
    _NEAR_WORDS,
    rf"{_NEAR}(?P<h>\d{{1,2}})(?:[:.](?P<m>[0-5]\d)(?:[:.][0-5]\d)?)?\s*(?P<half>[ap])\.?\s?m\b\.?{_ZONE}",
    digits=True,
)
def twelve_hours(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "5:30 p.m.", "around 8am"."""
    hour = int(match["h"])
    if not 1 <= hour <= 12:
        return None
    return clocked(time(hour % 12 + (12 if match["half"] == "p" else 0), int(match["m"] or 0)), _zone(match))


@rule(
    _NEAR_WORDS,
    rf"{_NEAR}(?P<h>[01]?\d|2[0-3])[:h](?P<m>[0-5]\d)(?::[0-5]\d)?(?:\s*(?:hours|hrs|h))?(?![:\d-]|\.\d|\s*[ap]\.?m){_ZONE}",
    digits=True,
)
def twenty_four_hours(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "16:45", "0:30 GMT"."""
    return clocked(time(int(match["h"]), int(match["m"])), _zone(match))


@rule(
    _NEAR_WORDS,
    rf"{_NEAR}(?P<h>[01]\d|2[0-3])[.:]?(?P<m>[0-5]\d)\s*(?:(?:hours|hrs|h)\b(?:\s+(?P<zone>gmt|utc))?|(?P<zone2>gmt|utc|z)\b|(?P<local>local\s+time))",
    digits=True,
)
def four_digits(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "0630 GMT", "2000 hours"."""
    zone = offset(0) if match["zone"] or match["zone2"] else None
    return clocked(time(int(match["h"]), int(match["m"])), zone)


@rule(
    {*_NEAR_WORDS, *words.COUNT_WORDS},
    rf"{_NEAR}(?P<h>1[0-2]|[1-9]|{words.alternatives(w for w, n in words.CARDINALS.items() if 0 < n < 13)})\s*"
    r"(?:o\s?['’]\s?clock(?:\s+(?:in\s+the\s+(?P<part>morning|afternoon|evening)|at\s+(?P<night>night)))?"
    r"|in\s+the\s+(?P<part2>morning|afternoon|evening)|at\s+(?P<night2>night))",
    digits=True,
)
def oclock(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "nine o'clock", "4 in the morning"; an hour without a part of the day stays as written."""
    hour = int(match["h"]) if match["h"].isdigit() else int(words.CARDINALS[match["h"]])
    part = match["part"] or match["part2"] or match["night"] or match["night2"]
    if part in ("afternoon", "evening") or (part == "night" and hour > 5):
        hour = hour % 12 + 12 if hour < 12 else 12
    return clocked(time(hour % 24, 0), minutes=False)


@rule({*_NEAR_WORDS, "noon", "midday", "midnight"}, rf"{_NEAR}(?P<word>noon|midday|midnight){_ZONE}")
def noon(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    if match["word"] == "midnight":
        ends = "after" not in match[0] and anchor.limit != "after"  # "after midnight on Saturday" is Saturday
        return replace(clocked(time(0, 0), _zone(match), minutes=False), ends_day=ends)
    return clocked(time(12, 0), _zone(match), minutes=False)


_STAGE = r"(?P<stage>(?:early|late|earlier|later|mid)(?:\s+|-)?(?:in\s+|on\s+)?)?"
_STAGES = {"early", "late", "earlier", "later", "mid"}


@rule(
    {*_STAGES, "this", "that", "yesterday", "tomorrow", "today", "last", "tonight", "the", "pre"},
    rf"{_STAGE}(?P<which>this|that(?:\s+same)?|yesterday|tomorrow|today|last|(?P<next>the\s+(?:next|following))|the\s+(?:previous|same))"
    rf"\s+(?:(?:early|late|very)\s+)?{words.PART}",
)
def part_of_some_day(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "this morning", "last night", "yesterday evening", "the next morning", "that night"."""
    which, code = re.sub(r"\s+", " ", match["which"]), words.PARTS[match["part"]]
    part = part_of_day(code, bare=False)
    if which.startswith(("the", "that")):
        told = anchor.last("day")
        if told is None:
            return replace(part, loose=False, anchored=False)
        steps = 1 if match["next"] else -1 if "previous" in which else 0
        return part.on(calendar.day(told.first + timedelta(days=steps)))
    if anchor.day is None:
        return part
    steps = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(which, 0)
    return part.on(calendar.day(anchor.day + timedelta(days=steps)))


@rule({"tonight", "later", "earlier", "late"}, r"(?:(?:later|earlier|late)\s+)?tonight")
def tonight(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    part = part_of_day("NI", bare=False)
    return part.on(calendar.day(anchor.day)) if anchor.day else part


@rule({"overnight"}, "overnight")
def overnight(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """The night before publication: its evening and its morning; the coming night where the tense is future."""
    if anchor.day is None:
        return replace(part_of_day("NI", bare=False), part="NI")
    evening = anchor.day - timedelta(days=0 if anchor.tense() == "future" else 1)
    night = Period("part_of_day", f"{evening.isoformat()}", evening, evening + timedelta(days=1))
    return replace(dated(night, "TIME"), value=f"{night.value}TNI", part="NI")


@rule(
    {"the", "early", "late", "mid", "first", "small", "pre", *words.PARTS},
    rf"(?P<the>the\s+)?{_STAGE}(?:(?:very\s+)?early\s+|late\s+|hours?\s+of\s+(?:the\s+)?)?{words.PART}(?:\s+hours)?(?:\s+of\s+the\s+morning)?",
)
def part_alone(match: re.Match[str], anchor: Anchor) -> Meaning | None:
    """Reads "the afternoon", "dawn", and "morning" beside a day."""
    plain = match["part"] in words.BARE_PARTS
    return part_of_day(words.PARTS[match["part"]], bare=not (plain or match["the"] or match["stage"]))
