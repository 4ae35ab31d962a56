"""Words of time in English, their meanings, and the pieces of patterns that the grammar is put together from.

Patterns are matched against lower-cased text. Numbers here are those that count units of time.
"""

from __future__ import annotations

import re

from ..vocabulary import numbers

CARDINALS = numbers.UNITS


def alternatives(words: object) -> str:
    """A pattern for any of these words, longest first so that none hides a longer one."""
    return "|".join(re.escape(str(word)) for word in sorted(words, key=lambda w: (-len(str(w)), str(w))))  # type: ignore[call-overload]


MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan jan.", "february feb feb.", "march mar mar.", "april apr apr.", "may", "june jun jun.",
         "july jul jul.", "august aug aug.", "september sept sept. sep sep.", "october oct oct.",
         "november nov nov.", "december dec dec."), 1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat",
         "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
FULL_WEEKDAYS = tuple(name for name in WEEKDAYS if name.endswith("day"))
# Short forms that are also other words stand for a day only inside a full date ("Sat, 3 May").
SHORT_WEEKDAYS = tuple(name for name in WEEKDAYS if not name.endswith("day"))

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    **{f"twenty-{word}": 20 + n for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth".split(), 1)},
    "thirty-first": 31,
}  # fmt: skip
PARTS = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "first light": "MO", "pre-dawn": "MO",
    "predawn": "MO", "afternoon": "AF", "evening": "EV", "dusk": "EV", "sunset": "EV", "nightfall": "EV", "night": "NI",
    "lunchtime": "MI", "early hours": "MO", "small hours": "MO",
}  # fmt: skip
# Parts of a day that say when without an article: "attacked at dawn".
BARE_PARTS = ("dawn", "daybreak", "sunrise", "first light", "dusk", "sunset", "nightfall")
UNIT_CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "weekend": "D",
}  # fmt: skip
UNITS = {
    **{name: name for name in UNIT_CODES},
    **{f"{name}s": name for name in UNIT_CODES if name != "century"},
    "centuries": "century", "yr": "year", "yrs": "year", "hrs": "hour", "hr": "hour", "mins": "minute", "min": "minute",
}  # fmt: skip
ZONES = {
    "gmt": 0.0, "utc": 0.0, "z": 0.0, "cet": 1.0, "cest": 2.0, "eet": 2.0, "eest": 3.0, "msk": 3.0, "est": -5.0,
    "edt": -4.0, "pst": -8.0, "pdt": -7.0, "eat": 3.0, "wat": 1.0, "sast": 2.0, "pkt": 5.0, "jst": 9.0,
    "kst": 9.0, "cdt": -5.0,
}  # fmt: skip
# Zones that reports name by a place: "14:30 Kyiv time".
PLACE_ZONES = {
    "moscow": "Europe/Moscow", "kyiv": "Europe/Kyiv", "kiev": "Europe/Kyiv", "eastern": "America/New_York",
    "central": "America/Chicago", "pacific": "America/Los_Angeles", "beijing": "Asia/Shanghai", "tehran": "Asia/Tehran",
    "israel": "Asia/Jerusalem", "jerusalem": "Asia/Jerusalem", "damascus": "Asia/Damascus", "baghdad": "Asia/Baghdad",
    "istanbul": "Europe/Istanbul", "turkish": "Europe/Istanbul", "london": "Europe/London", "paris": "Europe/Paris",
    "kabul": "Asia/Kabul", "delhi": "Asia/Kolkata", "indian": "Asia/Kolkata", "pakistan": "Asia/Karachi",
    "khartoum": "Africa/Khartoum", "nairobi": "Africa/Nairobi", "cairo": "Africa/Cairo",
}  # fmt: skip
DECADES = {
    f"{word[:-1]}ies": value for word, value in CARDINALS.items() if value >= 20 and value % 10 == 0
}  # "the nineties"

# ── pieces of patterns ───────────────────────────────────────────────────────────────────────────

HYPHEN = "[-‐‑–]"
_SHORT_MONTHS = [m for m in MONTHS if f"{m}." in MONTHS]
_LONG_MONTHS = [m for m in MONTHS if m not in _SHORT_MONTHS and not m.endswith(".")]
MONTH = rf"(?P<month>(?:{alternatives(_LONG_MONTHS)})\b|(?:{alternatives(_SHORT_MONTHS)})\b\.?)"
WEEKDAY = rf"(?P<weekday>{alternatives(FULL_WEEKDAYS)})"
YEAR = r"(?P<year>1[0-9]\d\d|20\d\d|2100)(?![\d,]\d|\d|[.:]\d|[-–]year|-\d\d-)"
DAY = rf"(?P<day>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?|{alternatives(ORDINALS)})(?!\d|%|[.,/:]\d|\s?[ap]\.?m)"
_TENS = alternatives(word for word, n in CARDINALS.items() if n >= 20)
_SMALL = alternatives(word for word, n in CARDINALS.items() if 0 < n < 20)
WORDED = rf"(?:(?:{_TENS})(?:[\s-](?:{_SMALL}))?|{_SMALL}|(?:a|one)\s+hundred|a\s+dozen)"
DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?(?:\s\d/\d)?"
EXACT = rf"(?:{DIGITS}|{WORDED})(?:\s+and\s+a\s+half|{HYPHEN}and{HYPHEN}a{HYPHEN}half)?"
# The far end of a range may be any word: what follows must be a unit, and a range counts as vague.
_RANGE = rf"(?:\s+(?:to|or)\s+|{HYPHEN})(?:\d+|[a-z]+)(?=\s)"
COUNT = (
    rf"(?P<count>{EXACT}(?:{_RANGE})?|(?:a\s+)?couple(?:\s+of)?|(?:a\s+)?few|several|many|half\s+an?|an?\s+half"
    r"|a\s+single|another|an\s+additional|an?|(?:dozens|hundreds|thousands)\s+of)"
)
UNIT = rf"(?P<unit>{alternatives(u for u in UNITS)})"
PART = rf"(?P<part>{alternatives(PARTS)})"
ABOUT = (
    r"(?P<about>about|around|nearly|almost|roughly|approximately|some|more\s+than|less\s+than|fewer\s+than|at\s+least"
    r"|at\s+most|up\s+to|over|under|just\s+over|just\s+under|well\s+over|no\s+more\s+than|no\s+less\s+than"
    r"|as\s+many\s+as|as\s+long\s+as)"
)
ABOUT_WORDS = frozenset(
    "about around nearly almost roughly approximately some more less fewer at up over under just well no as".split()
)
COUNT_WORDS = frozenset(
    {*CARDINALS, "a", "an", "couple", "few", "several", "many", "half", "another", "dozens", "hundreds", "thousands"}
)


def count(text: str) -> float | None:
    """What a number phrase counts to; None where it is vague ("several") or a range ("two to three")."""
    words = re.sub(rf"{HYPHEN}|\s+", " ", text.strip())
    if re.search(r"\b(?:to|or)\b", words):
        return None
    halves = 0.0
    if words.endswith(" and a half"):
        words, halves = words[: -len(" and a half")], 0.5
    if words in ("half a", "half an", "a half", "an half"):
        return 0.5
    if words in ("a", "an", "another", "an additional", "a single"):
        return 1 + halves
    if words.startswith(("a couple", "couple")):
        return 2
    if words in ("a hundred", "one hundred"):
        return 100
    if words == "a dozen":
        return 12
    fraction = re.fullmatch(r"([\d,.]+)(?:\s(\d)/(\d))?", words)
    if fraction:
        part = int(fraction[2]) / int(fraction[3]) if fraction[2] and int(fraction[3]) else 0.0
        return float(fraction[1].replace(",", "") or 0) + part + halves
    pieces = words.split()
    if all(piece in CARDINALS for piece in pieces):
        return sum(CARDINALS[piece] for piece in pieces) + halves
    return None


def duration(amount: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units: `P3D`, `PT30M`, `P2Y6M`, `PXM`."""
    code = UNIT_CODES[unit]
    if amount is None:
        return f"P{code[0]}X{code[1]}" if code[0] == "T" else f"PX{code}"
    amount *= {"decade": 10, "century": 100, "fortnight": 2, "quarter": 1, "weekend": 2}.get(unit, 1)
    code = {"decade": "Y", "century": "Y"}.get(unit, code)
    clock, letter = ("T", code[1]) if code[0] == "T" else ("", code)
    whole, rest = int(amount), amount - int(amount)
    smaller = {"Y": (12, "M"), "H": (60, "M"), "M": (60, "S") if clock else (4, "W"), "D": (24, "H"), "W": (7, "D")}
    if rest and letter in smaller:
        per, below = smaller[letter]
        joint = "T" if letter == "D" else ""
        return f"P{clock}{f'{whole}{letter}' if whole else ''}{joint}{round(rest * per)}{below}"
    return f"P{clock}{whole}{letter}"
