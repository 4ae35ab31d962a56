"""Dates and times as front matter, bylines, datelines and live blogs write them → ISO 8601.

Does not resolve relative words ("yesterday"). A moment without a zone stays without one; a date that
could be read in two ways ("03/04/2026") is not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
_ORDINAL = r"(?:st|nd|rd|th)?"
# A date in words, with or without its weekday and year.
WORDS = (
    rf"(?:{_WEEKDAY},?\s+)?(?:\b\d{{1,2}}{_ORDINAL}(?:\s+of)?[\s-]+{_MONTH}|\b{_MONTH}\s+\d{{1,2}}{_ORDINAL}\b)"
    r"(?:[,\s-]\s*\d{4}\b)?"
)
NUMERIC = r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b|\b\d{4}/\d{2}/\d{2}\b"
DATE = re.compile(rf"{WORDS}|{NUMERIC}", re.I)

# Zones with one meaning in news. IST, CST, AST and the like have several and are not read.
_ZONES = {
    "GMT": 0, "UTC": 0, "Z": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "WAT": 60, "CEST": 120, "EET": 120,
    "CAT": 120, "SAST": 120, "EEST": 180, "EAT": 180, "MSK": 180, "TRT": 180, "PKT": 300, "EST": -300, "EDT": -240,
    "PST": -480, "PDT": -420, "MDT": -360, "CDT": -300, "JST": 540, "KST": 540, "AEST": 600, "AEDT": 660,
}  # fmt: skip
ZONE = (
    r"(?:(?:GMT|UTC)\s?[+\-−–]\s?\d{1,2}(?::?[0-5]\d)?|(?:GMT|UTC|WES?T|BST|CES?T|WAT|EES?T|CAT|SAST|EAT|MSK|TRT|PKT"
    r"|E[SD]T|P[SD]T|MDT|CDT|JST|KST|AE[SD]T)\b|[+\-−]\d{2}:?[0-5]\d\b|Z\b)"
)
_ZONE = re.compile(ZONE)
_CLOCK = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-4])(?:[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"|\s*(?P<whole>[ap]\.?m\b\.?))",
    re.I,
)
_ISO = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?",
    re.I,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?")
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, with its offset from UTC in minutes where the words give one."""

    hour: int
    minute: int
    second: int = 0
    offset: int | None = None


def moment(words: str) -> str | None:
    """ISO 8601 of a date, or date and time, however written; None when it cannot be read with certainty."""
    words = " ".join(words.split())[:120]
    if found := _ISO.fullmatch(words):
        return _iso(found)
    if found := _EPOCH.fullmatch(words):
        return datetime.fromtimestamp(int(found[1]), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if found := _COMPACT.fullmatch(words):
        year, month, day, hour, minute, second, zone = found.groups()
        clock = f" {hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
        again = _ISO.fullmatch(f"{year}-{month}-{day}{clock}")
        return _iso(again) if again else None
    return in_words(words)


def in_words(words: str) -> str | None:
    """ISO 8601 of the first full date in these words, with the time of day that stands beside it."""
    for found in DATE.finditer(words):
        day = day_of(found[0])
        if day is None:
            continue
        time = clock(words[: found.start()] + " " + words[found.end() :])
        return day.isoformat() if time is None else stamp(day, time)
    return None


def day_of(words: str, year: int | None = None) -> date | None:
    """The day of a date in words or digits; `year` is taken where the words name none."""
    digits = [int(number) for number in re.findall(r"\d+", words)]
    month = re.search(_MONTH, words, re.I)
    try:
        if month:
            number = MONTHS[month[0][:3].lower()]
            stated = next((n for n in digits if n > 999), year)
            return date(stated, number, digits[0]) if stated else None
        if digits[0] > 999:
            return date(*digits)
        first, second, stated = digits
        if first <= 12 and second <= 12 and first != second:
            return None  # day or month first? it cannot be told
        return date(stated, first, second) if second > 12 else date(stated, second, first)
    except (ValueError, IndexError, TypeError):
        return None


def clock(words: str) -> Clock | None:
    """The first time of day in these words."""
    found = _CLOCK.search(words)
    if found is None:
        return None
    hour, minute, second = int(found["hour"]), int(found["minute"] or 0), int(found["second"] or 0)
    half = (found["half"] or found["whole"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif hour == 24:
        return None
    return Clock(hour, minute, second, offset(words[found.end() :]))


def offset(words: str) -> int | None:
    """Minutes east of UTC of the first zone in these words ("GMT+2": 120)."""
    found = _ZONE.search(words)
    if found is None:
        return None
    zone = found[0].replace("−", "-").replace("–", "-").replace(" ", "")
    shift = re.search(r"([+-])(\d{1,2}):?(\d{2})?", zone)
    if shift is None:
        return _ZONES[zone]
    minutes = int(shift[2]) * 60 + int(shift[3] or 0)
    if minutes > 14 * 60:
        return None
    return -minutes if shift[1] == "-" else minutes


def stamp(day: date, time: Clock, default: int | None = None) -> str:
    """ISO 8601 of a day and a time of day; `default` is the offset where the time names none."""
    minutes = time.offset if time.offset is not None else default
    zone = "" if minutes is None else f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
    return f"{day.isoformat()}T{time.hour:02d}:{time.minute:02d}:{time.second:02d}{zone}"


def parsed(iso: str | None) -> datetime | None:
    """A moment of ours as a datetime; None when it is partial or absent."""
    try:
        return datetime.fromisoformat(iso) if iso and len(iso) >= 10 else None
    except ValueError:
        return None


def shifted(when: datetime, minutes: int | None) -> datetime:
    """The same moment at another offset; a moment without a zone is only told its offset."""
    if minutes is None:
        return when
    zone = timezone(timedelta(minutes=minutes))
    return when.replace(tzinfo=zone) if when.tzinfo is None else when.astimezone(zone)


def _iso(found: re.Match[str]) -> str | None:
    year, month, day, time, zone = found.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
        if time is None:
            return found[0]
        time = time.replace(",", ".")
        zone = (zone or "").upper()
        if zone and zone != "Z":
            zone = f"{zone[:3]}:{zone[3:].lstrip(':') or '00'}"
        whole = f"{year}-{month}-{day}T{time}{zone}"
        datetime.fromisoformat(whole)
        return whole
    except ValueError:
        return None
