"""Live blogs: the time stamps of their entries, and the moment at which each was published.

A stamp has no date: an entry belongs to the day of the report, one that would lie in its future to
the day before, and entries on the far side of midnight follow from their order. Zone: the stamp's
own, else the one the page states ("All times are local (GMT+2)"), else that of `published`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from . import dates
from .dates import Clock

_ZONE_WORDS = rf"(?:{dates.ZONE}|[Ll]ocal(?: time)?|ET|IST|CST|AST|[A-Z][a-z]+ time)"
_TIME = (
    r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\b\.?)?|(?:1[0-2]|0?[1-9])\s?[ap]\.?m\b\.?"
    r"|[0-2]\d[0-5]\d(?=\s?(?:GMT|UTC|hrs|CET|EAT|CAT))"
)
_STAMP = re.compile(
    rf"(?P<open>[\[(])?(?P<verb>(?:Last\s)?(?:Posted|Published|Updated|Added)(?:\sat|:)?\s)?"
    rf"(?:(?P<before>{dates.WORDS}),?\s(?:at\s)?)?"
    rf"(?P<time>{_TIME})(?:\s?(?:hrs|h)\b)?(?:\s?\(?{_ZONE_WORDS}\)?)?(?:[,\s]\s?(?P<after>{dates.WORDS}))?(?P<close>[\])])?"
    rf"(?P<mark>\s*(?:[-–—|:•·]|-{{2}})(?=\s|$)|\s*—)?(?:\s+|$)",
    re.I,
)
_STATED = re.compile(
    rf"\b(?:all|the)?\s*times?\s+(?:are|is|shown|given|in|here|below)\b[^.\n]{{0,60}}?(?P<zone>{dates.ZONE})"
    rf"|\ball times\s+(?P<bare>{dates.ZONE})|\((?:all )?times (?:are )?(?:in )?(?P<inner>{dates.ZONE})\)",
    re.I,
)
_LIVE_TITLE = re.compile(r"\blive\b|\bas it happened\b|\blatest updates\b|\bliveblog\b|\blive[- ]updates?\b", re.I)
_DAY = re.compile(rf"\W{{0,3}}({dates.WORDS}|{dates.NUMERIC})\W{{0,3}}$", re.I)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time stamp at the start of a paragraph; `end` is where the entry's words begin."""

    end: int
    time: Clock
    day: str | None
    sure: bool  # has a mark, a bracket or a zone, so that it can be no number of a sentence


@dataclass(frozen=True, slots=True)
class Entries:
    """What is known of a report's live entries, by index of paragraph."""

    stamps: dict[int, Stamp]
    days: frozenset[int]  # headings that are a date and nothing more
    moments: dict[int, str | None]


NONE = Entries({}, frozenset(), {})


def looks_like_stamp(paragraph: str) -> bool:
    """Whether a paragraph begins with a time stamp."""
    found = _stamp(paragraph)
    return found is not None and found.sure


def entries(paragraphs: Sequence[str], title: str | None, published: str | None) -> Entries:
    """The entries of a report; none unless it is a live blog."""
    stamps = {k: found for k, paragraph in enumerate(paragraphs) if (found := _stamp(paragraph))}
    sure = {k: stamp for k, stamp in stamps.items() if stamp.sure}
    is_live = bool(title and _LIVE_TITLE.search(title))
    if not (len(sure) >= 2 or len(stamps) >= 3 or (stamps and is_live)):
        stamps = sure
    if not stamps or (len(stamps) == 1 and not is_live and _is_alone(paragraphs, stamps)):
        return NONE
    stated = next((zone for text in paragraphs if (zone := stated_zone(text)) is not None), None)
    days = {k: day[1] for k, text in enumerate(paragraphs) if len(text) < 40 and (day := _DAY.match(text))}
    return Entries(stamps, frozenset(days), _moments(stamps, days, published, stated))


def _is_alone(paragraphs: Sequence[str], stamps: dict[int, Stamp]) -> bool:
    """Whether a single stamp opens no entry: it is a line of its own ("Updated 10 March 08:30") or not at the top."""
    ((at, stamp),) = stamps.items()
    return at > 0 or stamp.end >= len(paragraphs[at])


def stated_zone(text: str) -> int | None:
    """Minutes east of UTC of the zone that a page says its times are in."""
    found = _STATED.search(text[:400]) if "ime" in text[:400] else None
    return dates.offset((found["zone"] or found["bare"] or found["inner"]).upper()) if found else None


def _stamp(paragraph: str) -> Stamp | None:
    start = paragraph[:80]
    if not (start[:1].isdigit() or start[:1] in "[(" or start[:1].isalpha()):
        return None
    found = _STAMP.match(start)
    if found is None or (found.end() == len(start) < len(paragraph)):
        return None
    time = dates.clock(
        found["time"] if ":" in found["time"] or not found["time"].isdigit() else _with_colon(found["time"])
    )
    if time is None:
        return None
    time = Clock(time.hour, time.minute, 0, dates.offset(found[0][found.end("time") - found.start() :]))
    rest = paragraph[found.end() :]
    sure = bool(found["mark"] or (found["open"] and found["close"]) or found["verb"] or not rest)
    named = time.offset is not None or found["time"].rstrip(". ")[-1:] in "mM"
    if not sure and not (rest[:1].isupper() or rest[:1] in '“"‘'):
        return None
    return Stamp(found.end(), time, found["before"] or found["after"], sure or named)


def _with_colon(digits: str) -> str:
    return f"{digits[:2]}:{digits[2:]}"


def _moments(
    stamps: dict[int, Stamp], days: dict[int, str], published: str | None, stated: int | None
) -> dict[int, str | None]:
    reference = dates.parsed(published)
    has_time = bool(published and len(published) > 10)
    zone = stated if stated is not None else _own_offset(reference)
    base = dates.shifted(reference, zone).date() if reference else None
    found: dict[int, str | None] = {}
    heading: date | None = None
    previous: datetime | None = None
    order = sorted(stamps)
    newest_first = _newest_first([stamps[k].time for k in order])
    for k in order if newest_first else order[::-1]:
        stamp = stamps[k]
        above = [day for at, day in days.items() if at < k]
        heading = _near(above[-1], base) if above else None
        day = (_near(stamp.day, base) if stamp.day else None) or heading
        if day is None and base is not None:
            day = previous.date() if previous else base
            if (previous and (stamp.time.hour, stamp.time.minute) > (previous.hour, previous.minute)) or (
                not previous and has_time and reference is not None and _later(day, stamp.time, zone, reference)
            ):
                day -= timedelta(days=1)
        found[k] = dates.stamp(day, stamp.time, zone) if day else None
        if day:
            previous = datetime(day.year, day.month, day.day, stamp.time.hour, stamp.time.minute)
    return found


def _newest_first(times: list[Clock]) -> bool:
    """Whether entries run backwards: the order in which they take less time in all."""
    minutes = [time.hour * 60 + time.minute for time in times]
    backwards = sum((first - second) % 1440 for first, second in pairwise(minutes))
    forwards = sum((second - first) % 1440 for first, second in pairwise(minutes))
    return backwards <= forwards


def _near(words: str, base: date | None) -> date | None:
    """The day that a heading names; without a year, the last such day before the report's."""
    day = dates.day_of(words, base.year if base else None)
    if day and base and day > base + timedelta(days=1) and not re.search(r"\d{4}", words):
        return dates.day_of(words, base.year - 1)
    return day


def _later(day: date, time: Clock, zone: int | None, reference: datetime) -> bool:
    """Whether an entry would have been published after the report that holds it."""
    entry = dates.parsed(dates.stamp(day, time, zone))
    if entry is None or (entry.tzinfo is None) != (reference.tzinfo is None):
        return False
    return entry > reference + timedelta(minutes=1)


def _own_offset(reference: datetime | None) -> int | None:
    shift = reference.utcoffset() if reference else None
    return None if shift is None else int(shift.total_seconds()) // 60
